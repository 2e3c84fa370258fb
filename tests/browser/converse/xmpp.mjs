// The other person's client, small: signs in on loopback, is present, and keeps every message and every request that comes.
import net from 'node:net';
import { until } from '../rig/until.mjs';

const HEADER = (domain) => `<?xml version='1.0'?><stream:stream to='${domain}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>`;
const escape = (text) => text.replace(/[&<>'"]/g, (one) => `&#${one.codePointAt(0)};`);
const plain = (text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
  .replace(/&(lt|gt|apos|quot|amp);/g, (_, name) => ({ lt: '<', gt: '>', apos: "'", quot: '"', amp: '&' })[name]);

/** Signs `user` in; `messages` and `requests` fill as they come. */
export async function signIn({ port, domain, user, password }) {
  const socket = net.connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (bytes) => { heard += bytes; });
  socket.on('error', () => {});
  const say = (xml) => socket.write(xml);
  const answered = (what, sign) => until(`${user}: ${what}`, () => sign.test(heard), { every: 5 });
  say(HEADER(domain));
  await answered('the server', /<\/stream:features>/);
  say(`<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${Buffer.from(`\0${user}\0${password}`).toString('base64')}</auth>`);
  await answered('signed in', /<success/);
  heard = '';
  say(HEADER(domain));
  await answered('the second header', /<\/stream:features>/);
  say("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>tests</resource></bind></iq>");
  await answered('bound', /id='bind'[^>]*>/);

  const all = (sign) => [...heard.matchAll(sign)].map(([, found]) => found);
  return {
    messages: () => all(/<message(?=[^>]*type='chat')[^>]*>(?:(?!<\/message>).)*?<body>(.*?)<\/body>/gs).map(plain),
    /** Who asked to be a contact, and whose requests were accepted. */
    requests: () => [...heard.matchAll(/<presence(?=[^>]*type='(subscribe|subscribed)')[^>]*from='([^'/]*)/g)].map(([, type, from]) => `${type} ${from}`),
    tell: (to, text) => say(`<message type='chat' to='${to}'><body>${escape(text)}</body></message>`),
    /** Only who has asked for the list of contacts is told what becomes of requests. */
    present: () => say("<iq type='get' id='list'><query xmlns='jabber:iq:roster'/></iq><presence/>"),
    /** Asks somebody to be a contact, as a client that tells its person's name. */
    ask: (to, name) => say(`<presence type='subscribe' to='${to}'><nick xmlns='http://jabber.org/protocol/nick'>${escape(name)}</nick></presence>`),
    /** Puts people on this person's own list. */
    async knows(people) {
      for (const [jid, name] of Object.entries(people)) {
        say(`<iq type='set' id='list-${jid}'><query xmlns='jabber:iq:roster'><item jid='${jid}' name='${escape(name)}'/></query></iq>`);
        await until(`${jid} on the list`, () => heard.includes(`id='list-${jid}'`), { every: 5 });
      }
    },
    close: () => socket.destroy(),
  };
}

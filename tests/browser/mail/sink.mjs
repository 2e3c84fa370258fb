// A mail server's receiving end, small and on loopback: it takes every mail, keeps it, and sends nothing on.
import net from 'node:net';

function conversation(socket, mails) {
  let buffer = '';
  let mail = null;
  const say = (line) => socket.write(`${line}\r\n`);
  const answers = {
    EHLO: () => say('250-sink\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE 50000000'),
    HELO: () => say('250 sink'),
    MAIL: () => { mail = { to: [], text: '' }; say('250 ok'); },
    RCPT: (line) => { mail.to.push(/<([^>]*)>/.exec(line)[1].toLowerCase()); say('250 ok'); },
    DATA: () => { mail.open = true; say('354 go on'); },
    QUIT: () => socket.end('221 bye\r\n'),
  };
  const hear = (line) => {
    if (!mail?.open) return (answers[line.slice(0, 4).toUpperCase()] ?? (() => say('250 ok')))(line);
    if (line !== '.') { mail.text += `${line.replace(/^\.\./, '.')}\n`; return undefined; }
    mails.push({ to: mail.to, text: mail.text });
    mail = null;
    return say('250 taken');
  };
  socket.on('data', (data) => {
    buffer += data.toString('utf8');
    const lines = buffer.split('\r\n');
    buffer = lines.pop();
    lines.forEach(hear);
  });
  socket.on('error', () => {});
  say('220 sink ESMTP');
}

/** Listens on a free port; `mails` fills as mails come. */
export async function openSink() {
  const mails = [];
  const server = net.createServer((socket) => conversation(socket, mails));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { mails, port: server.address().port, close: () => server.close() };
}

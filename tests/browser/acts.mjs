// Makes the acts of the parity suite: posts, requests, mail and videos under every policy, with the texts that trip builds apart.
import { PEOPLE, POLICIES } from './rig/school.mjs';

const POSTS = [
  'Proud to teach Year 9 at Larkfield', 'I teach at Larkfield Academy. Views my own.', 'The daffodils by the river are out early',
  'Great work from Jordan Smith in 9B today', 'Smith, Jordan did it again', 'Jordán Smith was superb', 'My daughter\'s school had a fair',
  'As a TA here I love Fridays #LarkfieldLife', 'Will Grace mark May\'s hope in summer?', 'We at Larkfield believe in kindness',
  '👩‍🏫 Teaching at Larkfield 🎉 with Jordan Smith 9B', 'Zażółć gęślą jaźń: I teach at Larkfield', 'أعمل at Larkfield Academy as a teacher',
  'Line one\nLine two at Larkfield\r\nI work here as a teacher', '\u200bProud\u200b to teach at Larkfield', 'e\u0301cole: I teach at Larkfield', '',
  ' '.repeat(40), `${'Lovely day. '.repeat(60)}Proud to teach at Larkfield.`, 'Mr Hartley and Mrs Okafor ran the club', '@LarkfieldAcad is where I work',
];
const MOMENTS = ['post', 'comment', 'repost', 'profile'];

const DAY = 86_400_000;
const when = (days) => new Date(Date.UTC(2026, 10, 22, 9) - days * DAY).toISOString();

function thread(count, subject) {
  const [teacher, parent] = ['Ms Jones <staff@larkfield.example>', 'Chris <chris@home.example>'];
  return Array.from({ length: count }, (_, at) => ({
    from: at % 2 ? teacher : parent, to: [at % 2 ? parent : teacher], date: when(count - at),
    subject: at ? `${['RE', 'Re', 'AW', 'SV', 'Fw'][at % 5]}: ${subject}` : subject, body: `Mail number ${at + 1}`,
  }));
}

function* posts() {
  for (const policy of POLICIES) for (const text of POSTS) for (const moment of MOMENTS.slice(0, 2)) yield { policy, moment, text };
  for (const text of POSTS) for (const bio of ['Teacher at Larkfield', 'Views my own']) yield { policy: 'durrington', moment: 'post', text, author: { name: 'Sian Hartley', bio } };
}

function* requests() {
  for (const policy of POLICIES) {
    for (const { name, family } of PEOPLE) {
      for (const action of ['send', 'accept']) yield { policy, moment: 'connect', person: { name, action, ...(family ? { family } : {}) } };
    }
  }
}

function* mails() {
  for (const policy of POLICIES) {
    for (const count of [0, 1, 2, 3, 5]) {
      for (const subject of ['Re: Reading level', 'AW: [School] Reading level']) {
        yield { policy, moment: 'email', reply: true, subject, text: 'Thank you.', to: ['Chris <chris@home.example>'],
          author: { account: 'staff@larkfield.example' }, thread: thread(count, 'Reading level') };
      }
    }
  }
}

function* films() {
  const watched = [[], [[0, 60]], [[0, 58.8]], [[0, 30, 2], [30, 60, 2]], [[0, 60, 4]], [[0, 28], [31, 60]], [[0, 29], [31, 60, 1.5]]];
  for (const policy of POLICIES) {
    for (const ranges of watched) yield { policy, moment: 'video', video: { id: 'a', title: 'Volcanoes', duration: 60, class_mode: true, watched: ranges } };
    yield { policy, moment: 'video', video: { id: 'b', title: 'Live', live: true, class_mode: true } };
  }
}

/** One line an act, each with its number as id. */
export function makeActs() {
  const all = [...posts(), ...requests(), ...mails(), ...films()];
  return all.map((act, at) => JSON.stringify({ id: `act-${at + 1}`, ...act }));
}

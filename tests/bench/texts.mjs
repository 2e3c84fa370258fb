// The texts that are timed: other people's posts and mails where the data sets are, prose of our own making where they are not; none twice.
import fs from 'node:fs';
import path from 'node:path';

export const POST = 280;
export const MAIL = 3000;

export const readLines = (file) => fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));

const SUBJECTS = ['Year 9', 'The choir', 'Our form', 'The new timetable', 'My class', 'The netball team', 'Reception', 'The library club', 'Sports day', 'The trip to Whitby'];
const DID = ['went better than anyone dared to hope', 'took most of the morning', 'made everybody laugh', 'was moved to Thursday because of the rain', 'has come a long way since September',
  'needs three more helpers', 'ended with cake in the hall', 'kept us all on our toes', 'surprised even the caretaker', 'is on again next week'];
const THEN = ['and I could not be prouder', 'so please bring a coat', 'which says a lot about the children', 'although the bus was late again', 'and Mrs Okafor took the photographs',
  'so we are still looking for the key', 'and Callum Pryce read his poem aloud', 'while the rest of us sorted costumes', 'and nobody minded the mud', 'so the hall is free on Friday'];
const OPEN = ['Honestly,', 'Good news:', 'A long day, but', 'For once', 'Just so you know,', 'Believe it or not,', 'Right,', 'As promised,', 'A quick note:', 'Well,'];

/** Sentences without end, each from its own number, so that no two runs of them are alike. */
function* sentences() {
  for (let number = 1; ; number += 1) {
    const pick = (list, salt) => list[(Math.imul(number + salt, 2654435761) >>> 16) % list.length];
    yield `${pick(OPEN, 3)} ${pick(SUBJECTS, 11)} ${pick(DID, 29)} ${pick(THEN, 47)}, day ${number}.`;
  }
}

function ownProse(length) {
  let prose = '';
  for (const sentence of sentences()) {
    if (prose.length > length) return prose;
    prose += `${sentence} `;
  }
  return prose;
}

/** Cut at characters, never inside one. */
function pieces(prose, length, most) {
  const all = Array.from(prose);
  return Array.from({ length: Math.min(most, Math.floor(all.length / length)) }, (_, at) => all.slice(at * length, (at + 1) * length).join(''));
}

/** Posts of 280 and mails of 3,000 characters, and what they were cut from. */
export function texts(data, most = { posts: 1500, mails: 400 }) {
  const [tweets, mails] = ['posts/vader_tweets.jsonl', 'email/quagga_asf.jsonl'].map((file) => data && path.join(data, file));
  const real = Boolean(data) && fs.existsSync(tweets) && fs.existsSync(mails);
  const prose = (file, length) => (real ? readLines(file).map(({ text }) => text).join('\n') : ownProse(length));
  return {
    from: real ? 'real tweets and list mails' : 'made-up school prose',
    posts: pieces(prose(tweets, POST * most.posts), POST, most.posts),
    mails: pieces(prose(mails, MAIL * most.mails), MAIL, most.mails),
  };
}

/** A list of two thousand made-up pupils, as a school's management system exports it. */
export function roster(count = 2000) {
  const first = ['Ava', 'Noah', 'Mia', 'Leo', 'Zara', 'Omar', 'Ines', 'Jack', 'Priya', 'Tomos'];
  const last = ['Hillier', 'Khanna', 'Evanson', 'Okorie', 'Nowakow', 'Shahid', 'Byrnes', 'Coleford', 'Reidman', 'Wardle'];
  const letters = (number) => String.fromCharCode(97 + (number % 26), 97 + (Math.floor(number / 26) % 26));
  const row = (at) => `${first[at % 10]}${letters(at)},${last[Math.floor(at / 10) % 10]}${letters(at * 7)},Pupil,${7 + (at % 5)}B,0${1 + (at % 9)}/05/2012`;
  return `Forename,Surname,Role,Form,Date of Birth\n${Array.from({ length: count }, (_, at) => row(at)).join('\n')}\n`;
}

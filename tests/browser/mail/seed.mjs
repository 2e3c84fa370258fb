// Puts a parent's and a teacher's earlier mails into the Maildirs, each with the quoted history that real clients leave behind.
import fs from 'node:fs';
import path from 'node:path';

export const STAFF = { name: 'Ms Jones', address: 'staff@school.test' };
export const PARENT = { name: 'Chris Featherstone', address: 'parent@home.test' };
export const COLLEAGUE = { name: 'Harriet Okafor', address: 'h.okafor@school.test' };
export const NEWS = { name: 'County Sports News', address: 'no-reply@news.test' };

const away = (subject) => ({ subject: `Automatic reply: ${subject}`, head: ['Auto-Submitted: auto-replied'] });
const BULLETIN = { head: ['List-Unsubscribe: <https://news.test/leave>', 'Precedence: bulk'] };
const MOVED = 'Lost jumper (was: Fixture list)';
const ACCEPTED = { subject: 'Accepted: Parents evening' };

/** A talk of so many mails, the last of them not the teacher's. */
const TALK = ['Is there room in the choir for Sam?', 'There is, on Tuesdays.', 'And is it after lunch?', 'It is, at one.', 'Does he need a folder?', 'A plain one will do.'];
const talk = (subject, count, other = PARENT) => ({ subject, other, turns: TALK.slice(-count).map((text, at) => [(count - at) % 2 ? other : STAFF, text]) });

/** The threads: who wrote what, oldest first, and what else stands in the mail. What the teacher writes next is the second, the third or the sixth mail. */
export const THREADS = {
  second: { subject: 'PE kit on Thursday', turns: [[PARENT, 'Does Sam need PE kit on Thursday?']] },
  third: { subject: 'Reading level', turns: [
    [STAFF, 'Sam has moved to the new reading group this week.'],
    [PARENT, 'He was doing fine where he was. Why did he move?']] },
  sixth: { subject: 'Homework club', turns: [
    [PARENT, 'Can Sam join homework club?'], [STAFF, 'Yes, it starts on Monday.'], [PARENT, 'Which room is it in?'],
    [STAFF, 'It is in room four.'], [PARENT, 'He says that nobody was there.']] },
  one: talk('Choir', 1), two: talk('Recorders', 2), three: talk('Orchestra', 3), four: talk('Drums', 4), five: talk('Samba band', 5), six: talk('Gospel singing', 6),
  away: { subject: 'Trip form', turns: [[STAFF, 'The trip form is due on Friday.'], [PARENT, 'I am out of the office until Monday.', away('Trip form')]] },
  laterAway: { subject: 'Dinner money', turns: [[PARENT, 'What is still to pay?'], [STAFF, 'Four pounds.'], [PARENT, 'I am away until Friday.', away('Dinner money')]] },
  moved: { subject: 'Fixture list', turns: [[PARENT, 'When is the next match?'], [STAFF, 'On Saturday.'], [PARENT, 'Is there a jumper of his in lost property?', { subject: MOVED }]] },
  bulletin: { subject: 'Fixtures this week', other: NEWS, turns: [1, 2, 3].map((week) => [NEWS, `All fixtures of week ${week}.`, BULLETIN]) },
  colleague: talk('Cover on Friday', 1, COLLEAGUE),
  colleagues: talk('Cover on Monday', 3, COLLEAGUE),
  calendar: { subject: 'Parents evening', turns: [[STAFF, 'You are invited to parents evening.', { subject: 'Invitation: Parents evening' }], [PARENT, 'Chris Featherstone has accepted this invitation.', ACCEPTED]] },
};

/** How many mails lie in the inbox. */
export const RECEIVED = Object.values(THREADS).flatMap(({ turns }) => turns).filter(([from]) => from !== STAFF).length;

const full = ({ name, address }) => `${name} <${address}>`;
const quoted = (text) => text.trimEnd().split('\n').map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`)).join('\n');

function mail({ key, at, from, other, subject, body, when, more }) {
  const to = from === STAFF ? other : STAFF;
  const earlier = Array.from({ length: at }, (_, index) => `<${key}.${index}@rig.example>`);
  const head = [`From: ${full(from)}`, `To: ${full(to)}`, `Subject: ${more.subject ?? (at ? 'Re: ' : '') + subject}`, `Date: ${when.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${key}.${at}@rig.example>`, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8'];
  head.push(...(more.head ?? []));
  if (at) head.push(`In-Reply-To: ${earlier.at(-1)}`, `References: ${earlier.join(' ')}`);
  return `${head.join('\n')}\n\n${body}\n`;
}

function file(root, folder, name, text) {
  const box = path.join(root, STAFF.address, 'Maildir', folder);
  for (const part of ['tmp', 'new', 'cur']) fs.mkdirSync(path.join(box, part), { recursive: true });
  fs.writeFileSync(path.join(box, 'cur', `${name}:2,S`), text);
}

/** Received mail lies in the inbox and sent mail in Sent, as in a mailbox in use. */
export function seed(root) {
  let count = 0;
  const start = Date.now() - 5 * 86_400_000;
  for (const [key, { subject, turns, other = PARENT }] of Object.entries(THREADS)) {
    let before = null;
    turns.forEach(([from, text, more = {}], at) => {
      count += 1;
      const when = new Date(start + count * 7_200_000);
      const history = before ? `\n\nOn ${before.when.toISOString().slice(0, 16).replace('T', ' ')}, ${before.from.name} wrote:\n${quoted(before.body)}` : '';
      const body = text + history;
      const raw = mail({ key, at, from, other, subject, body, when, more });
      file(root, from === STAFF ? '.Sent' : '', `${1_763_000_000 + count}.M${count}.rig`, raw);
      before = { from, body, when };
    });
  }
}

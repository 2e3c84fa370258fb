// What must hold in every webmail: whom it counts, what it says, what it holds, and that the mail that comes is the one that was written.
import { pressButton, reads, state, untilState } from '../rig/overlay.mjs';
import { painted } from '../rig/composer.mjs';
import { settle } from '../rig/product.mjs';
import { mine } from '../rig/share.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { ANSWER, bytes, wordsOf } from './act.mjs';
import { PARENT, THREADS } from './seed.mjs';

function isAnswer(mail, thread) {
  const { subject, other = PARENT } = THREADS[thread];
  check('to whom', mail.to, [other.address]);
  holds('the subject', wordsOf(mail).replaceAll('=?utf-8?q?Re:?=', 'Re:').includes(`Subject: Re: ${subject}`), mail.text.slice(0, 400));
  holds('the answer', wordsOf(mail).includes(ANSWER), mail.text.slice(-400));
}

/** The same answer to the same mail, sent without us: what we let out must be what it would have been. */
const unchanged = (thread, noted) => async (desk, bare) => {
  const mails = [];
  for (const each of [desk, await bare()]) {
    await each.answer(thread);
    if (each === desk) await noted(desk);
    mails.push(await each.send());
  }
  isAnswer(mails[0], thread);
  const [ours, theirs] = mails.map((mail) => bytes(mail).split('\n'));
  check('lines that differ', ours.filter((line, at) => line !== theirs[at]), []);
  check('lines', ours.length, theirs.length);
};

// ---- counting ----

/** How many mails have been exchanged with whoever the next one goes to, not counting what machines send; below two nothing is said. */
const COUNTED = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, away: 1, laterAway: 2, calendar: 1, moved: 0, bulletin: 0, colleague: 1, colleagues: 3,
};

const counted = (thread) => async (desk) => {
  await desk.answer(thread);
  const count = COUNTED[thread];
  if (count < 2) return desk.notNudged();
  const { other = PARENT } = THREADS[thread];
  const said = (await desk.openNote()).text;
  return holds('the count', said.includes(`${count} emails already exchanged with ${other.name}`), said);
};

/** The threads that something is said of here. */
export const COUNTABLE = Object.keys(COUNTED);

/** Rows for the threads of these names. */
export const counting = (threads) =>
  Object.fromEntries(threads.map((thread) => [`after "${THREADS[thread].subject}" (${thread}) ${COUNTED[thread] < 2 ? 'nothing is said' : `${COUNTED[thread]} mails are counted`}`, counted(thread)]));

export const SENT = {
  'the second mail is not nudged, and is sent once, the same as without us': unchanged('second', (desk) => desk.notNudged()),
  'the third mail is nudged, never held, and sent once, the same as without us': unchanged('third', (desk) => desk.nudged()),
  'what went out is remembered where the mail that is answered is not quoted': remembered,
  async 'the third mail offers to talk'(desk) {
    await desk.answer('third');
    const told = await desk.openNote();
    holds('offers to talk', /call|speak|spoken|meet/i.test(told.buttons.join(' ')), told.buttons);
  },
};

/** The history below the draft is gone: what went out is remembered all the same, and forgotten once the two have spoken. */
async function remembered(desk) {
  const { page, person, webmail: { html } } = desk;
  const alone = async () => {
    await desk.reply('one');
    await person.enter(page, html);
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type(ANSWER);
    await until('the answer alone to be in the form', async () => plain(await desk.written()) === ANSWER);
    await painted(page);
  };
  await desk.answer('one');
  await desk.send();
  await alone();
  const said = (await desk.openNote()).text;
  holds('the count', said.includes(`2 emails already exchanged with ${PARENT.name}`), said);
  await pressButton(desk.rig, page, /have spoken/);
  await until('the count to be gone', async () => !(await reads(desk.rig, page)).text.includes('already exchanged'));
}

// ---- clauses ----

/** What is written to whom, and what it becomes by the first fix that is offered. `noted` is said beside the composer; all else is held at Send. */
const CLAUSES = {
  'a pupil named to an outsider': { thread: 'one', says: 'Well done to Jordan Smith in 9B.', fixed: 'Well done to JS in 9B.' },
  'a personal number to an outsider': { thread: 'one', says: 'His NHS number is 943 476 5919, as you asked.', fixed: 'His NHS number is, as you asked.' },
  'a password': { thread: 'colleague', says: 'The password for the booking system is Larkfield2026!', fixed: 'The password for the booking system is (I’ll tell you in person)!' },
  swearing: { thread: 'colleague', says: 'That is bollocks.', fixed: 'That is ********.' },
  'an insult': { thread: 'colleague', says: 'Mr Patel is an incompetent idiot. See you at break.', fixed: 'See you at break.' },
  'a pupil in full to a colleague': { noted: true, thread: 'colleague', says: 'Jordan Smith in 9B was late to tutor time.', fixed: 'JS in 9B was late to tutor time.' },
  'no signature': { noted: true, policy: 'maltby', thread: 'one', says: 'He can have one.', fixed: 'He can have one. Larkfield Academy' },
  'the rule of two': { noted: true, thread: 'two', says: 'He can have one.', fixed: 'Would it help to talk this through? I can ring you, or we could meet, whichever suits you better. He can have one.' },
};

async function held(desk) {
  const before = desk.webmail.mails.length;
  await desk.person.pressSend(desk.page);
  await untilState(desk.page, 'dialog');
  check('sent while held', desk.webmail.mails.length, before);
  await desk.page.keyboard.press('Enter');
}

async function noted(desk) {
  await desk.openNote();
  await pressButton(desk.rig, desk.page, 'fix');
}

const plain = (text) => text.replace(/\s+/g, ' ').trim();

const clause = ({ thread, says, fixed, policy, ...row }) => async (desk) => {
  if (policy) await settle(desk.rig, { policy });
  try {
    await desk.answer(thread, says);
    await (row.noted ? noted : held)(desk);
    await until(`the fix in the composer, which says ${says}`, async () => plain(await desk.written()).startsWith(fixed)).catch(async (error) => {
      throw new Error(`${error.message}; the composer says ${plain(await desk.written()).slice(0, 300)}`);
    });
    await until('the dialog to be gone', async () => (await state(desk.page)) !== 'dialog');
    await painted(desk.page);
    const words = wordsOf(await desk.send());
    holds('the fix as received', words.includes(fixed), words);
    holds('nothing of what it replaced', row.noted || !words.includes(says), words);
  } finally {
    if (policy) await settle(desk.rig);
  }
};

/** Each clause on mail that offers a fix fires, and the fix arrives; every other one in each browser unless all are to be tried in both. */
export const clauses = (browser) => Object.fromEntries(Object.entries(CLAUSES).filter((_, at) => mine(browser, at)).map(([what, row]) => [`${what}: ${row.noted ? 'noted' : 'held'}, fixed, arrives once`, clause(row)]));

// Conversations by mail as Gmail and Outlook show them: who wrote what, and how many of them count.
import { ME, PARENT } from '../../pages/saved.mjs';

const COLLEAGUE = { name: 'Harriet Okafor', address: 'h.okafor@larkfield.example' };
const HEAD = { name: 'Meera Patel', address: 'm.patel@larkfield.example' };
const NEWS = { name: 'County Sports News', address: 'no-reply@news.test' };
const DAY = 86_400_000;
const WORDS = ['Is there room in the choir for Sam?', 'There is, on Tuesdays.', 'And is it after lunch?', 'It is, at one.', 'Does he need a folder?', 'A plain one will do.'];

/** Whoever is named writes to the other one of the two, a few hours after the mail before, all within the last week. */
function talk(writers, other = PARENT) {
  const start = Math.floor(Date.now() / 60_000) * 60_000 - 6 * DAY;
  return writers.map(([from, body], at) => ({ from, to: from === ME ? other : ME, at: new Date(start + (at * 5 * DAY) / writers.length), body }));
}

/** A talk of so many mails in turns, the last one not the person's own. */
const turns = (count, other = PARENT) => talk(Array.from({ length: count }, (_, at) => [(count - at) % 2 ? other : ME, WORDS[at % WORDS.length]]), other);
const folded = (mails) => mails.map((mail, at) => ({ ...mail, folded: at < mails.length - 3 }));

/** The conversations by name: their mails, whoever the answer goes to, and how many count; below two nothing is said. */
export const CONVERSATIONS = {
  ...Object.fromEntries(['one', 'two', 'three', 'four', 'five', 'six'].map((name, at) => [name, { mails: turns(at + 1), count: at + 1 }])),
  hundred: { mails: folded(turns(100)), count: 100 },
  mine: { mails: talk([[ME, WORDS[0]], [ME, WORDS[1]], [ME, WORDS[2]]]), count: 3 },
  away: { mails: talk([[ME, WORDS[1]], [PARENT, 'I am out of the office until Monday.']]), count: 1 },
  laterAway: { mails: talk([[PARENT, WORDS[0]], [ME, WORDS[1]], [PARENT, 'I am out of the office until Monday.']]), count: 2 },
  bulletin: { mails: talk([[NEWS, 'All fixtures of this week.'], [NEWS, 'All fixtures of next week.'], [NEWS, 'No fixtures.']], NEWS), other: NEWS, count: 0 },
  colleague: { mails: turns(1, COLLEAGUE), other: COLLEAGUE, count: 1 },
  colleagues: { mails: turns(3, COLLEAGUE), other: COLLEAGUE, count: 3 },
  between: { mails: talk([[PARENT, WORDS[0]], [HEAD, WORDS[1]], [ME, WORDS[3]]]), count: 2 },
  notice: { mails: talk([[PARENT, WORDS[0]], [NEWS, 'Your mail was put on hold.'], [NEWS, 'Your mail was delivered.']]), count: 1 },
};

/** On Gmail, what is no longer on the page; in Outlook, the newest mail first. */
export const OF_ONE_SITE = {
  gmail: { ninetyFour: { mails: turns(6), away: 94, count: 100 }, oneMore: { mails: turns(1), away: 1, count: 2 } },
  outlook: { newestFirst: { mails: turns(4).reverse(), count: 4 }, newestFirstAway: { mails: talk([[PARENT, WORDS[0]], [ME, WORDS[1]], [PARENT, 'I am out of the office until Monday.']]).reverse(), count: 2 } },
};

/** All that is tried on a site. */
export const conversationsOn = (id) => ({ ...CONVERSATIONS, ...OF_ONE_SITE[id] });

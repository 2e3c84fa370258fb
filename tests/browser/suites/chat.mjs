// A real chat server: requests to pupils and messages to them are held, and whatever goes out arrives exactly once in the other person's client.
import { choose, state, untilState } from '../rig/overlay.mjs';
import { painted } from '../rig/composer.mjs';
import { buildCovering, importRoster, settle } from '../rig/product.mjs';
import { mine } from '../rig/share.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { DOMAIN, missing, openChat } from '../converse/chat.mjs';

const INNOCENT = 'The hall is booked for Friday';
const ABOUT_PUPIL = 'Well done Jordan Smith in 9B';
/** Accounts of the chat server, by the names that school.mjs knows them by. */
const NAMES = { pupil: 'Jordan Smith', other: 'Ellis Hartley', staff: 'Harriet Okafor', stranger: 'Lennox Abernathy', asker: 'Amara Okonkwo' };
const jid = (key) => `${key}@${DOMAIN}`;
const TEACHER = jid('teacher');

const show = (page, selector) => until(selector, () => page.evaluate((wanted) => document.querySelector(wanted)?.checkVisibility() ?? false, selector));

async function openClient(rig, chat) {
  const page = await rig.newPage();
  await page.goto(chat.address, { waitUntil: 'load' });
  await until('the list of contacts', () => page.evaluate(() => document.querySelector('.roster-group-contacts .open-chat') !== null), { within: 60_000 });
  return page;
}

/** Opens the form for a new contact and fills it in; Add is the test's to press. */
async function fillRequest(page, key) {
  await page.evaluate(() => document.querySelector('.add-contact').click());
  const [address, name] = ['jid', 'name'].map((field) => `.add-xmpp-contact input[name=${field}]`);
  await show(page, address);
  // The form is moved into its place and takes the caret there: what is typed sooner is lost.
  for (const [field, text] of [[address, jid(key)], [name, NAMES[key]]]) {
    await until('the field to have the caret', async () => { await page.click(field); return page.evaluate((one) => document.activeElement === document.querySelector(one), field); });
    await page.keyboard.type(text);
  }
  check('what was typed', await page.evaluate((fields) => fields.map((one) => document.querySelector(one).value), [address, name]), [jid(key), NAMES[key]]);
}

/** The requests that have come, once a message sent after them has come too. */
async function requestsOf(people, key) {
  const mark = `that is all for ${key}`;
  people.staff.tell(jid(key), mark);
  await until('the mark', () => people[key].messages().includes(mark));
  return people[key].requests();
}

/** Where the policy forbids it, a reason is asked for, and the first has the focus. */
async function carryOn(rig, page) {
  await choose(rig, page, 'carry-on');
  if ((await state(page)) === 'dialog') await page.keyboard.press('Enter');
}

async function openChatWith(page, key) {
  await page.evaluate((name) => [...document.querySelectorAll('.open-chat')].find((one) => one.textContent.includes(name)).click(), NAMES[key]);
  await until('the chat', () => page.evaluate((name) => [...document.querySelectorAll('.chatbox-title__text .user')].some((one) => one.checkVisibility() && one.textContent === name), NAMES[key]));
}

async function write(page, text) {
  const field = await page.evaluateHandle(() => [...document.querySelectorAll('textarea.chat-textarea')].find((one) => one.checkVisibility()));
  await field.click();
  await page.keyboard.type(text);
  await until('the message in its field', () => field.evaluate((one, wanted) => one.value === wanted, text));
  await painted(page);
  return field;
}

/** What arrived since, once a further message has followed it on the same way. */
async function arrives(page, other, before, text) {
  await until('the message to arrive', () => other.messages().length > before.length);
  const flush = `That is all, ${other.messages().length}`;
  await write(page, flush);
  await page.keyboard.press('Enter');
  // To a pupil every message is a pause.
  await until('the last message to arrive', async () => other.messages().includes(flush) || (await state(page)) === 'dialog');
  check('what arrived', other.messages().filter((one) => one !== flush).slice(before.length), [text]);
}

const ROWS = {
  async 'a request to a pupil is held, and carried on arrives once'(rig, page, people) {
    await fillRequest(page, 'pupil');
    await page.click('.add-xmpp-contact [type=submit]');
    await untilState(page, 'dialog');
    check('requests while held', people.pupil.requests(), []);
    await carryOn(rig, page);
    await until('the request to arrive', () => people.pupil.requests().length > 0);
    await until('the form to be gone', () => page.evaluate(() => !document.querySelector('.add-xmpp-contact')?.checkVisibility()));
    check('requests that arrived', await requestsOf(people, 'pupil'), [`subscribe ${TEACHER}`]);
  },
  async 'a request to a stranger is let by and arrives once'(rig, page, people) {
    await fillRequest(page, 'stranger');
    await page.click('.add-xmpp-contact [type=submit]');
    await until('the request to arrive', () => people.stranger.requests().length > 0);
    holds('nothing asked', (await state(page)) !== 'dialog');
    check('requests that arrived', await requestsOf(people, 'stranger'), [`subscribe ${TEACHER}`]);
  },
  async 'a request from a former pupil is held before it is accepted'(rig, page, people) {
    people.asker.ask(TEACHER, NAMES.asker);
    await until('the request', () => page.evaluate(() => document.querySelector('.accept-xmpp-request') !== null));
    await page.evaluate(() => document.querySelector('.requesting-xmpp-contact .dropdown-toggle').click());
    await show(page, '.accept-xmpp-request');
    await page.click('.accept-xmpp-request');
    await untilState(page, 'dialog');
    check('the form that accepts', await page.evaluate(() => document.querySelector('converse-accept-contact-request-modal') !== null), false);
    await carryOn(rig, page);
    await show(page, 'converse-accept-contact-request-modal [type=submit]');
    await page.click('converse-accept-contact-request-modal [type=submit]');
    await until('the answer to arrive', () => people.asker.requests().includes(`subscribed ${TEACHER}`));
    check('answers', people.asker.requests().filter((one) => one.startsWith('subscribed ')).length, 1);
  },
  async 'an innocent message to a colleague is never held and arrives once'(rig, page, people) {
    await openChatWith(page, 'staff');
    const before = people.staff.messages();
    await write(page, INNOCENT);
    await page.keyboard.press('Enter');
    await arrives(page, people.staff, before, INNOCENT);
    holds('nothing asked', (await state(page)) !== 'dialog');
  },
  async 'a message that names a pupil: held at the button, fixed, arrives once'(rig, page, people) {
    await openChatWith(page, 'staff');
    const before = people.staff.messages();
    const field = await write(page, ABOUT_PUPIL);
    await page.click('.send-button');
    await untilState(page, 'dialog');
    check('arrived while held', people.staff.messages(), before);
    await page.keyboard.press('Enter');
    await until('the fix in the field', () => field.evaluate((one) => /\bJS\b/.test(one.value)));
    await until('the dialog to be gone', async () => (await state(page)) !== 'dialog');
    const text = await field.evaluate((one) => one.value);
    check('arrived before the person acts again', people.staff.messages(), before);
    await painted(page);
    await page.click('.send-button');
    await arrives(page, people.staff, before, text);
  },
  async 'a message to a pupil: held, carried on, arrives once'(rig, page, people) {
    await openChatWith(page, 'other');
    const before = people.other.messages();
    await write(page, INNOCENT);
    await page.keyboard.press('Enter');
    await untilState(page, 'dialog');
    check('arrived while held', people.other.messages(), before);
    await carryOn(rig, page);
    await arrives(page, people.other, before, INNOCENT);
    await page.keyboard.press('Escape');
  },
};

export const name = 'chat';

/** Everybody's client; the teacher knows a colleague and a pupil already. */
async function joinAll(chat) {
  const teacher = await chat.join('teacher');
  await teacher.knows(Object.fromEntries(['staff', 'other'].map((key) => [jid(key), NAMES[key]])));
  teacher.close();
  const people = {};
  for (const key of Object.keys(NAMES)) {
    people[key] = await chat.join(key);
    people[key].present();
  }
  return people;
}

export async function run({ table, rig: { name: browser }, fresh }) {
  const named = (what) => `${browser} chat/${what}`;
  if (!mine(browser, 1) || !Object.keys(ROWS).some((what) => table.wants(named(what)))) return;
  const lacking = missing();
  if (lacking) throw new Error(lacking);
  const chat = await openChat(['teacher', ...Object.keys(NAMES)]);
  const rig = await fresh({ extension: await buildCovering('converse', browser) });
  try {
    await settle(rig);
    await importRoster(rig);
    const people = await joinAll(chat);
    const page = await openClient(rig, chat);
    for (const [what, act] of Object.entries(ROWS)) await table.row(named(what), () => act(rig, page, people));
  } finally {
    await rig.close();
    chat.close();
  }
}

// What a person does with mail, whichever webmail it is; how each of them is driven stands in its own `person.mjs`.
import { pressButton, reads, state } from '../rig/overlay.mjs';
import { painted } from '../rig/composer.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { PASSWORD } from './post.mjs';
import { STAFF, THREADS } from './seed.mjs';

export const ANSWER = 'Thank you, I will look into it today.';

/** Asked by looking again and again: a wait that the browser keeps may be lost with the page that it was begun in. */
const listed = (page, list) => until('the list of mails', () => page.evaluate((row) => document.querySelector(row) !== null, list), { within: 60_000 });

export async function signIn(rig, webmail, person) {
  const page = await rig.newPage();
  await page.goto(webmail.address, { waitUntil: 'load' });
  check('what was typed', await person.fillSignIn(page), [STAFF.address, PASSWORD]);
  await page.keyboard.press('Enter');
  await listed(page, person.LIST).catch(async (error) => {
    const shows = await page.evaluate(() => `${location.href} ${document.body.innerText}`.replace(/\s+/g, ' ').slice(0, 300));
    throw new Error(`${error.message}\nthe page shows ${shows}${webmail.said()}`);
  });
  return page;
}

/** One person at one webmail in one browser. */
export class Desk {
  constructor({ rig, page, webmail, person }) {
    Object.assign(this, { rig, page, webmail, person });
  }

  static async open(rig, webmail, person) {
    const page = await signIn(rig, webmail, person);
    page.on('dialog', (question) => question.accept());
    return new Desk({ rig, page, webmail, person });
  }

  written() { return this.person.written(this.page, this.webmail.html); }

  /** Opens the newest received mail of a thread and presses the site's own Reply, as a person does. */
  async reply(thread) {
    const { subject } = THREADS[thread];
    await this.person.pressReply(this.page, this.webmail, await this.webmail.newest(subject));
    await until('the reply form', async () => (await this.written()).includes('wrote:'));
  }

  async write(words = ANSWER) {
    await this.person.enter(this.page, this.webmail.html);
    await this.page.keyboard.type(words);
    await until('the answer to be in the form', async () => (await this.written()).trim().startsWith(words));
    await painted(this.page);
  }

  async answer(thread, words) {
    await this.reply(thread);
    await this.write(words);
  }

  /** Sends, and gives the mail that came, once. */
  async send() {
    const { webmail: { mails }, page, person } = this;
    const before = mails.length;
    await person.pressSend(page);
    await until('the mail in the sink', () => mails.length > before);
    await until('the page after sending', () => person.isDone(page));
    check('mails sent', mails.length - before, 1);
    return mails.at(-1);
  }

  /** The background answers one question after the other: once it has answered this one, it has answered what the page asked. */
  async notNudged() {
    await this.rig.ask({ type: 'get-view' });
    await painted(this.page);
    if ((await state(this.page)) === 'chip') await pressButton(this.rig, this.page, 'chip');
    check('what is said', (await reads(this.rig, this.page)).text, '');
  }

  async nudged() {
    await until('a note by the composer', async () => ['chip', 'panel'].includes(await state(this.page)));
    const told = await reads(this.rig, this.page);
    holds('there is something to press', told.buttons.length > 0, told);
  }

  /** Opens the note as a person does, by pressing the chip, and gives what it says. */
  async openNote() {
    await this.nudged();
    await pressButton(this.rig, this.page, 'chip');
    await until('the panel', async () => (await state(this.page)) === 'panel');
    return reads(this.rig, this.page);
  }
}

/** What a mail says to whoever reads it: without the marks of how it was sent. */
export const wordsOf = ({ text }) => Buffer.from(text.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16))), /[^\0-\xff]/.test(text) ? 'utf8' : 'latin1')
  .toString('utf8').replace(/\s+/g, ' ');

/** What a mail says, without what no two mails have in common. */
export const bytes = ({ text }) => text.replace(/^(Date|Message-ID|User-Agent): .*$/gm, '$1').replace(/=_[0-9a-f]{32}/g, '=_').replace(/NGMime-[\d.-]+/g, 'NGMime');

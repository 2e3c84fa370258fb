// Real Roundcube: the third mail of a thread is nudged with an offer to talk, the second is not, and each mail is sent exactly once.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { REPOSITORY, extensionFor, settle } from '../rig/product.mjs';
import { pressButton, reads, state } from '../rig/overlay.mjs';
import { painted } from '../rig/composer.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { PASSWORD, missing, openWebmail } from '../roundcube/webmail.mjs';
import { PARENT, STAFF, THREADS } from '../roundcube/seed.mjs';

const ANSWER = 'Thank you, I will look into it today.';

/** A school's webmail has its own address, so this build is told the rig's; the product's own covers no such host. */
function buildForWebmail() {
  const folder = path.join(REPOSITORY, 'target', 'browser-dist');
  const options = ['extension/build/build.mjs', '--keep-wasm', '--hosts', 'roundcube=http://127.0.0.1/*', '--out', folder];
  execFileSync('node', options, { cwd: REPOSITORY, stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}

/** Asked by looking again and again: a wait that the browser keeps may be lost with the page that it was begun in. */
const listed = (page) => until('the list of mails', () => page.evaluate(() => document.querySelector('#messagelist tr.message') !== null), { within: 60_000 });

/** The sign-in page sets the caret itself when its script has run: who types before that types into the wrong field. */
async function signIn(rig, webmail) {
  const page = await rig.newPage();
  await page.goto(webmail.address, { waitUntil: 'load' });
  await until('the caret in the sign-in form', () => page.evaluate(() => document.activeElement?.id === 'rcmloginuser'));
  await page.type('#rcmloginuser', STAFF.address);
  await page.type('#rcmloginpwd', PASSWORD);
  const typed = await page.evaluate(() => ['rcmloginuser', 'rcmloginpwd'].map((id) => document.getElementById(id).value));
  check('what was typed', typed, [STAFF.address, PASSWORD]);
  await page.keyboard.press('Enter');
  await listed(page).catch(async (error) => {
    const shows = await page.evaluate(() => `${location.href} ${document.body.innerText}`.replace(/\s+/g, ' ').slice(0, 300));
    throw new Error(`${error.message}\nthe page shows ${shows}${webmail.said()}`);
  });
  return page;
}

/** Opens the newest received mail of a thread and presses the site's own Reply, as a person does. */
async function reply(page, webmail, subject) {
  const list = `${webmail.address}?_task=mail&_mbox=INBOX`;
  await page.goto(list, { waitUntil: 'load' });
  await listed(page);
  const uid = await page.evaluate((wanted) => {
    const rows = [...document.querySelectorAll('#messagelist tr.message')].filter((row) => row.textContent.includes(wanted));
    const ids = rows.map((row) => Number(/_uid=(\d+)/.exec(row.querySelector('a[href*="_uid="]').href)[1]));
    return Math.max(...ids);
  }, subject);
  await page.goto(`${list}&_uid=${uid}&_action=show`, { waitUntil: 'load' });
  await page.evaluate(() => window.rcmail.command('reply', ''));
  await until('the reply form', () => page.evaluate(() => document.querySelector('#composebody')?.value.includes('wrote:')));
}

async function write(page) {
  await page.click('#composebody');
  await page.evaluate(() => document.querySelector('#composebody').setSelectionRange(0, 0));
  await page.keyboard.type(ANSWER);
  await until('the answer to be in the form', () => page.evaluate((text) => document.querySelector('#composebody').value.startsWith(text), ANSWER));
  await painted(page);
}

const visibleSend = (page) => page.evaluateHandle(() => [...document.querySelectorAll('button.send, a.send')].find((each) => each.checkVisibility()));

async function sent(page, webmail, subject) {
  const before = webmail.mails.length;
  await (await visibleSend(page)).click();
  await until('the mail in the sink', () => webmail.mails.length > before);
  await until('the page after sending', () => page.evaluate(() => document.querySelector('#messagelist tr.message, #messagebody') !== null));
  check('mails sent', webmail.mails.length - before, 1);
  const mail = webmail.mails.at(-1);
  check('to whom', mail.to, [PARENT.address]);
  holds('the subject', mail.text.includes(`Subject: Re: ${subject}`), mail.text.slice(0, 400));
  holds('the answer', mail.text.includes(ANSWER), mail.text.slice(-400));
}

async function nudged(rig, page) {
  await until('a note by the composer', async () => ['chip', 'panel'].includes(await state(page)));
  const told = await reads(rig, page);
  holds('there is something to press', told.buttons.length > 0, told);
}

/** Opens the note as a person does, by pressing the chip, and reads what is offered. */
async function offersToTalk(rig, page) {
  await nudged(rig, page);
  await pressButton(rig, page, 'chip');
  await until('the panel', async () => (await state(page)) === 'panel');
  const told = await reads(rig, page);
  holds('offers to talk', /call|speak|spoken|meet/i.test(told.buttons.join(' ')), told.buttons);
}

const ROWS = {
  async 'the second mail is not nudged and is sent once'(rig, page, webmail) {
    const { subject } = THREADS.second;
    await reply(page, webmail, subject);
    await write(page);
    check('overlay', await state(page), 'idle');
    await sent(page, webmail, subject);
  },
  async 'the third mail is nudged, never held, and sent once'(rig, page, webmail) {
    const { subject } = THREADS.third;
    await reply(page, webmail, subject);
    await write(page);
    await nudged(rig, page);
    await sent(page, webmail, subject);
  },
  async 'the third mail offers to talk'(rig, page, webmail) {
    await reply(page, webmail, THREADS.third.subject);
    await write(page);
    await offersToTalk(rig, page);
  },
  async 'the sixth mail is nudged as well'(rig, page, webmail) {
    await reply(page, webmail, THREADS.sixth.subject);
    await write(page);
    await nudged(rig, page);
  },
};

export const name = 'roundcube';

export async function run({ table, rig: { name: browser }, fresh, webmailDist }) {
  const named = (what) => `${browser} roundcube/${what}`;
  if (!Object.keys(ROWS).some((what) => table.wants(named(what)))) return;
  const lacking = missing();
  if (lacking) throw new Error(lacking);
  const built = webmailDist ?? buildForWebmail();
  const webmail = await openWebmail();
  const rig = await fresh({ extension: extensionFor(browser, built) });
  try {
    await settle(rig);
    const page = await signIn(rig, webmail);
    page.on('dialog', (question) => question.accept());
    for (const [what, act] of Object.entries(ROWS)) await table.row(named(what), () => act(rig, page, webmail));
  } finally {
    await rig.close();
    webmail.close();
  }
}

// How a person uses SOGo: signs in, answers a mail in the plain or the rich composer, sends it.
import { PASSWORD } from '../mail/post.mjs';
import { STAFF } from '../mail/seed.mjs';
import { until } from '../rig/until.mjs';

const CONTENT = '.cke_wysiwyg_frame';
const PLAIN = 'textarea[name="content"]';
const FIELDS = ['username', 'password'].map((name) => `input[ng-model="app.creds.${name}"]`);

export async function fillSignIn(page) {
  await until('the sign-in form', () => page.evaluate((field) => document.querySelector(field)?.checkVisibility(), FIELDS[0]));
  for (const [at, text] of [STAFF.address, PASSWORD].entries()) await page.type(FIELDS[at], text);
  return page.evaluate((fields) => fields.map((field) => document.querySelector(field).value), FIELDS);
}

/** An answer keeps what its subject says of the topic before: "Lost jumper (was: Fixtures)". */
export const keepsOldSubject = true;

export const LIST = '.sg-message-list-item';

/** What the person sees in the composer: plain text in a field, or rich text in a frame. */
export const written = (page, html) => page.evaluate((frame, plain) => (frame ? document.querySelector(frame)?.contentDocument?.body?.innerText : document.querySelector(plain)?.value) ?? '', html ? CONTENT : '', PLAIN);

const shows = (page, selector) => page.evaluate((wanted) => document.querySelector(wanted)?.checkVisibility() ?? false, selector);
const MAIL = '[ng-click^="viewer.reply("]';
const CLOSE = '[ng-click="editor.cancel()"]';

/** Closes what is still open, opens a received mail and presses the site's own Reply. */
export async function pressReply(page, _, uid) {
  if (await shows(page, CLOSE)) await page.evaluate((button) => document.querySelector(button).click(), CLOSE);
  await until('the last answer to be gone', () => isDone(page));
  for (const [place, wanted] of [['INBOX', false], [`INBOX/${uid}`, true]]) {
    await page.evaluate((where) => { location.hash = `#!/Mail/0/${where}`; }, place);
    await until(wanted ? 'the mail' : 'the list alone', async () => (await shows(page, MAIL)) === wanted);
  }
  await page.evaluate((button) => document.querySelector(button).click(), MAIL);
}

const hasCaret = (page, html) => page.evaluate((selector) => document.activeElement === document.querySelector(selector), html ? CONTENT : PLAIN);

/** Puts the caret before everything that stands in the composer; the dialog slides in, and takes the caret when it has. */
export async function enter(page, html) {
  await until('the dialog to stand', () => page.evaluate(() => document.querySelector('#mailEditor').getAnimations({ subtree: false }).length === 0));
  await until('the caret in the composer', async () => { await page.click(html ? CONTENT : PLAIN); return hasCaret(page, html); });
  await page.evaluate((frame, plain) => {
    if (!frame) return document.querySelector(plain).setSelectionRange(0, 0);
    const { body, defaultView } = document.querySelector(frame).contentDocument;
    return defaultView.getSelection().setPosition(body, 0);
  }, html ? CONTENT : '', PLAIN);
}

export const pressSend = (page) => page.click('[ng-click="editor.send()"]');

/** Whether the page has moved on after sending. */
export const isDone = (page) => page.evaluate(() => document.querySelector('#mailEditor') === null);

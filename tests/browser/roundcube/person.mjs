// How a person uses Roundcube: signs in, answers a mail in the plain or the rich composer, sends it.
import { PASSWORD } from '../mail/post.mjs';
import { STAFF } from '../mail/seed.mjs';
import { until } from '../rig/until.mjs';

const CONTENT = '#composebody_ifr';

/** The sign-in page sets the caret itself when its script has run: who types before that types into the wrong field. */
export async function fillSignIn(page) {
  await until('the caret in the sign-in form', () => page.evaluate(() => document.activeElement?.id === 'rcmloginuser'));
  await page.type('#rcmloginuser', STAFF.address);
  await page.type('#rcmloginpwd', PASSWORD);
  return page.evaluate(() => ['rcmloginuser', 'rcmloginpwd'].map((id) => document.getElementById(id).value));
}

/** An answer loses what its subject says of the topic before, so that nothing on the page tells of the change. */
export const keepsOldSubject = false;

export const LIST = '#messagelist tr.message';

/** What the person sees in the composer: plain text in a field, or rich text in a frame. */
export const written = (page, html) => page.evaluate((frame) => (frame ? document.querySelector(frame)?.contentDocument?.body?.innerText : document.querySelector('#composebody')?.value) ?? '', html ? CONTENT : '');

/** Opens a received mail and presses the site's own Reply. */
export async function pressReply(page, { address }, uid) {
  await page.goto(`${address}?_task=mail&_mbox=INBOX&_uid=${uid}&_action=show`, { waitUntil: 'load' });
  await page.evaluate(() => window.rcmail.command('reply', ''));
}

/** Puts the caret before everything that stands in the composer. */
export async function enter(page, html) {
  await page.click(html ? CONTENT : '#composebody');
  await page.evaluate((frame) => {
    if (!frame) return document.querySelector('#composebody').setSelectionRange(0, 0);
    const { body, defaultView } = document.querySelector(frame).contentDocument;
    return defaultView.getSelection().setPosition(body.firstElementChild, 0);
  }, html ? CONTENT : '');
}

export async function pressSend(page) {
  const button = await page.evaluateHandle(() => [...document.querySelectorAll('button.send, a.send')].find((each) => each.checkVisibility()));
  await button.click();
}

/** Whether the page has moved on after sending. */
export const isDone = (page) => page.evaluate(() => document.querySelector('#messagelist tr.message, #messagebody') !== null);

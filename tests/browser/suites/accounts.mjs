// The person's own account on a site: what its profile says is remembered, and each switch of the popup changes what is asked at the next post.
import { painted } from '../rig/composer.mjs';
import { state, untilState } from '../rig/overlay.mjs';
import { settle } from '../rig/product.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';

export const name = 'accounts';

const ADDRESS = 'https://x.com/msokafor';
const EDITOR = '[data-testid=tweetTextarea_0]';
const PERSONAL = 'Proud to teach at Larkfield';
const RUNS_DOWN = 'Our headteacher at Larkfield is a useless liar';

async function openProfile(rig) {
  const page = await rig.newPage();
  await page.goto(ADDRESS, { waitUntil: 'load' });
  await until('the page', () => page.evaluate(() => window.rig?.ready === true));
  await page.click('h1');
  await until('the profile to be known', async () => (await accountOf(rig))?.bio);
  return page;
}

/** Writes a draft and presses Post; says whether it was held. */
async function post(page, text) {
  await page.click(EDITOR);
  await page.keyboard.type(text);
  await painted(page);
  const before = await page.evaluate(() => rig.posts.length);
  await page.click('[data-testid=tweetButtonInline]');
  const went = () => page.evaluate((count) => rig.posts.length > count, before);
  await until('the post to go out or to be held', async () => (await state(page)) === 'dialog' || went());
  if (await went()) return 'sent';
  await page.keyboard.press('Escape');
  await until('the dialog to be gone', async () => (await state(page)) !== 'dialog');
  check('posts while held', await page.evaluate(() => rig.posts.length), before);
  // The person thinks better of it.
  await page.click(EDITOR);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.press('Backspace');
  await until('the draft to be gone', () => page.evaluate((select) => document.querySelector(select).textContent === '', EDITOR));
  await painted(page);
  return 'held';
}

/** The popup over the page: in a tab of its own, behind the page that it is about. */
async function popupOver(rig, page) {
  const popup = await rig.ownPage('popup.html');
  await page.bringToFront();
  // Firefox never reports the load of an extension's own page.
  await popup.evaluate(() => { window.before = true; location.reload(); }).catch(() => {});
  await until('the account', () => popup.evaluate(() => !window.before && document.getElementById('account')?.hidden === false).catch(() => false));
  return popup;
}

const press = (popup, id) => popup.evaluate((wanted) => document.getElementById(wanted).click(), id);
const accountOf = async (rig) => (await rig.ask({ type: 'get-view' })).accounts.find(({ site }) => site === 'x');

/** Turns a switch of the popup and waits until it is kept. */
async function turn(rig, page, id, on) {
  const popup = await popupOver(rig, page);
  check(`${id} before`, await popup.evaluate((wanted) => document.getElementById(wanted).checked, id), !on);
  await press(popup, id);
  await until(`${id} to be kept`, async () => ((await accountOf(rig))?.[id] ?? false) === on);
  await popup.close();
  await page.bringToFront();
}

async function vouched(rig, page) {
  check('before', await post(page, PERSONAL), 'held');
  await turn(rig, page, 'vouched', true);
  check('with the person’s word for it', await post(page, PERSONAL), 'sent');
  await turn(rig, page, 'vouched', false);
  check('and without again', await post(page, PERSONAL), 'held');
}

async function branded(rig, page) {
  await turn(rig, page, 'branded', true);
  check('a personal rule', await post(page, PERSONAL), 'sent');
  check('one that the school has too', await post(page, RUNS_DOWN), 'held');
  await turn(rig, page, 'branded', false);
  check('a personal rule again', await post(page, PERSONAL), 'held');
}

async function profileRead(rig, page) {
  const bio = (words) => page.evaluate((said) => { document.querySelector('[data-testid=UserDescription]').textContent = said; }, words);
  await bio('Teacher at Larkfield. Views my own.');
  await page.click('h1');
  await until('the disclaimer to be known', async () => (await accountOf(rig))?.disclaimed);
  check('whose it is, and the next post', [(await accountOf(rig)).handle, await post(page, PERSONAL)], ['@msokafor', 'sent']);
  await bio('Teacher at Larkfield');
  await page.click('h1');
  await until('its loss to be known', async () => !(await accountOf(rig)).disclaimed);
  holds('and told', (await rig.ask({ type: 'get-view' })).notices.length > 0);
  check('once it is gone', await post(page, PERSONAL), 'held');
}

async function privacyAsked(rig, page) {
  const popup = await popupOver(rig, page);
  const asked = () => popup.evaluate(() => !document.getElementById('privacy').hidden);
  check('asked', await asked(), true);
  check('where they are', await popup.evaluate(() => document.getElementById('privacy-page').href), 'https://x.com/settings/privacy_and_safety');
  await press(popup, 'privacy-done');
  await until('the question to be gone', async () => !(await asked()));
  await popup.close();
  const later = await popupOver(rig, page);
  check('asked again', await later.evaluate(() => !document.getElementById('privacy').hidden), false);
  await later.close();
}

const ROWS = {
  'the person says that their profile carries a disclaimer': vouched,
  'an account that is the school’s': branded,
  'what a profile says, and no longer says': profileRead,
  'privacy settings are asked about once': privacyAsked,
};

export async function run({ table, fresh }) {
  const rig = await fresh();
  try {
    await settle(rig);
    const page = await openProfile(rig);
    for (const [what, act] of Object.entries(ROWS)) await table.row(`${rig.name} accounts/${what}`, () => act(rig, page));
    await page.close();
  } finally {
    await rig.close();
  }
}

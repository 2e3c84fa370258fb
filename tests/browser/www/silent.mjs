// Nothing leaves the page: no request after loading, no connection possible, nothing typed in HTML, storage or address.
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { Checker } from './rig.mjs';

export const name = 'silent';

const SECRET = 'Zephyrina';
const MARKUP = `<img src=x onerror="window.hurt=1"><script>window.hurt=1</script><b>${SECRET}</b> Mrs Patel in Science`;

// Ways a page could reach out; each must be refused by the page's own policy.
const WAYS = {
  fetch: () => fetch('./icon.svg').then(() => 'went out', () => 'refused'),
  beacon: () => Promise.resolve(navigator.sendBeacon('./icon.svg', 'x') ? 'went out' : 'refused').catch(() => 'refused'),
  request: () => new Promise((told) => { const ask = new XMLHttpRequest(); ask.onload = () => told('went out'); ask.onerror = () => told('refused'); ask.open('GET', './icon.svg'); ask.send(); }),
  socket: () => new Promise((told) => { try { const line = new WebSocket(`ws://${location.host}/`); line.onopen = () => told('went out'); line.onerror = () => told('refused'); } catch { told('refused'); } }),
  picture: () => new Promise((told) => { const picture = new Image(); picture.onload = () => told('went out'); picture.onerror = () => told('refused'); picture.src = 'http://127.0.0.1:9/x.png'; }),
  form: () => new Promise((told) => { const form = document.createElement('form'); document.body.append(form); addEventListener('securitypolicyviolation', () => told('refused'), { once: true }); try { form.submit(); } catch { told('refused'); } }),
};

/** Uses the whole page once. */
async function useEverything(checker) {
  const { page } = checker;
  for (const policy of ['durrington', 'maltby', 'academy-trust']) await checker.choose('policy', policy);
  for (const moment of ['email', 'connect', 'post']) await checker.choose('moment', moment);
  await page.focus('#draft');
  await page.keyboard.type(`${SECRET} and Mrs Patel in Science`);
  await checker.click('[data-fix]');
  await checker.click('#undo');
  await checker.click('#copy');
  await checker.paste(`${SECRET} bio`, 'bio');
  await checker.load('pupils.csv');
  await checker.click('nav a[href="#asks"]');
  await checker.click('nav a[href="#about"]');
  await checker.click('nav a[href="#check"]');
}

/** Everything a browser keeps for this address, as one text. */
function kept() {
  const stores = [...Object.entries(localStorage), ...Object.entries(sessionStorage), document.cookie, location.href, JSON.stringify(history.state), document.title];
  return caches.keys().then(async (names) => {
    const files = await Promise.all(names.map(async (one) => (await (await caches.open(one)).keys()).map((request) => request.url)));
    const databases = indexedDB.databases ? await indexedDB.databases() : [];
    return JSON.stringify([stores, files, databases]);
  });
}

export async function run({ table, label, browser, server, address }) {
  const checker = await Checker.open(browser, address);
  const { page } = checker;
  await checker.kept();
  await table.row(`${label} no request in any flow after loading`, async () => {
    const [before, asked] = [server.seen.length, []];
    page.on('request', (request) => asked.push(request.url()));
    await useEverything(checker);
    check('asked of the server', server.seen.slice(before), []);
    // Chromium reads the tab's icon anew from its own store when the fragment changes, and the page's own parts come from the offline copy
    // when they are wanted; the row above shows that all of it stays there.
    const own = (url) => url === `${address}icon.svg` || url.startsWith(`${address}v/`) || url.startsWith(`blob:${address}`);
    check('asked of anyone', asked.filter((url) => !own(url)), []);
  });
  await table.row(`${label} what was typed is kept nowhere`, async () => {
    const all = await page.evaluate(kept);
    holds('the store is read', all.includes('beforehand.policy') && all.includes('icon.svg'), all);
    for (const secret of [SECRET, 'Patel', 'Okonjo']) holds(`nothing of ${secret}`, !all.includes(secret), all);
  });
  await table.row(`${label} markup in a draft stays text`, async () => {
    const before = await page.$$eval('*', (all) => all.filter((one) => ['IMG', 'SCRIPT', 'B', 'IFRAME'].includes(one.tagName)).length);
    await checker.paste(MARKUP);
    await until('the finding', async () => (await checker.cards()).length > 0);
    check('elements', await page.$$eval('*', (all) => all.filter((one) => ['IMG', 'SCRIPT', 'B', 'IFRAME'].includes(one.tagName)).length), before);
    check('harm', await page.evaluate(() => window.hurt ?? null), null);
    check('mirror', (await checker.text('#mirror')).replaceAll('\u200b', ''), MARKUP);
  });
  // From here on the page is made to do what it never does, and Firefox reports each refusal as an error.
  check(`${label} errors in the page`, checker.troubles, []);
  for (const [way, act] of Object.entries(WAYS)) {
    await table.row(`${label} the page cannot reach out by ${way}`, async () => {
      const before = server.seen.length;
      const outcome = await page.evaluate(act);
      if (way !== 'beacon') check('outcome', outcome, 'refused');
      check('asked of the server', server.seen.slice(before), []);
    });
  }
  await checker.close();
}

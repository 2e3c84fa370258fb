// No request leaves because of us: every request in every flow is the page's own or one of the extension's own files.
import fs from 'node:fs';
import path from 'node:path';
import { EDITORS } from '../editors/build.mjs';
import { Composer, painted } from '../rig/composer.mjs';
import { choose, untilState } from '../rig/overlay.mjs';
import { settle } from '../rig/product.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { SITES, addressFor } from '../social/build.mjs';
import { NEEDS_A_WORD } from './editors.mjs';

const X = SITES.find(({ id }) => id === 'x');

/** Listens to all that a page asks for, but for the extension's own files, which lie on the disk; what the page's own files ask for is
    known beforehand by their address. */
function listen(page) {
  const asked = [];
  page.on('request', (request) => { if (!/^(chrome|moz)-extension:/.test(request.url())) asked.push({ url: request.url() }); });
  return asked;
}

async function composerFlow(rig, server) {
  const composer = await Composer.open(rig, EDITORS[0]);
  const asked = listen(composer.page);
  const before = server.seen.length;
  await composer.type(NEEDS_A_WORD);
  await composer.clickPost();
  await untilState(composer.page, 'dialog');
  await choose(rig, composer.page, 'fix');
  await until('the fix', async () => (await composer.model()).length > NEEDS_A_WORD.length);
  await composer.clickPost();
  await composer.untilPosts(1);
  check('requests seen by the browser', asked, []);
  check('requests that reached the server', server.seen.slice(before), []);
  await composer.close();
}

/** The extension's own pages load their own files and ask for nothing while they are used. */
async function ownPagesFlow(rig, server) {
  for (const file of ['options.html', 'popup.html']) {
    const page = await rig.ownPage(file);
    const asked = listen(page);
    const before = server.seen.length;
    await settle(rig);
    // Chromium's own date field draws its button from a data: address, which asks nobody for anything.
    check(`requests of ${file}`, asked.filter(({ url }) => !url.startsWith('data:')), []);
    check(`requests that reached the server from ${file}`, server.seen.slice(before).filter(({ host }) => !quiet(host)), []);
    await page.close();
  }
}

/** Nothing that we send may reach even a page's own server: the pages' policy forbids it to them. */
async function policyForbids(rig, extension) {
  const manifest = JSON.parse(fs.readFileSync(path.join(extension, 'manifest.json'), 'utf8'));
  const policy = manifest.content_security_policy?.extension_pages ?? '';
  holds('connect-src is none or own files', /connect-src '(none|self)'/.test(policy), policy);
  holds('nothing is loaded from elsewhere', !/https?:|\*/.test(policy), policy);
  const page = await rig.ownPage('options.html');
  const outcome = await page.evaluate(() => fetch('https://x.com/').then(() => 'went out', () => 'refused'));
  check('a request from an own page', outcome, 'refused');
  await page.close();
}

function noNetworkCode(extension) {
  const script = ['page.js', 'work.js', 'pictures.js'].map((file) => fs.readFileSync(path.join(extension, file), 'utf8')).join('');
  const found = ['fetch(', 'XMLHttpRequest', 'WebSocket', 'sendBeacon', 'EventSource', 'RTCPeerConnection'].filter((word) => script.includes(word));
  check('network code in the page script', found, []);
}

/** The overlay may be loaded into a page, by us alone: no page can find out by asking for it that we are there. */
async function unseen(rig, extension) {
  const { web_accessible_resources: [{ resources }] } = JSON.parse(fs.readFileSync(path.join(extension, 'manifest.json'), 'utf8'));
  const composer = await Composer.open(rig, EDITORS[0]);
  await composer.type(NEEDS_A_WORD);
  await composer.clickPost();
  await untilState(composer.page, 'dialog');
  // Firefox's address is made up for each installation: the one that is known here no page can know.
  const ways = rig.name === 'chromium' ? resources : [];
  const loads = (address) => import(address).then(() => 'loaded', () => 'refused');
  for (const file of ways) check(`${file} by the extension's name`, await composer.page.evaluate(loads, `${rig.base}/${file}`), 'refused');
  const told = () => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /-extension:/.test(name));
  check('what the page is told of it', await composer.page.evaluate(told), []);
  await composer.close();
}

/** Which tabs have asked how things stand: the background notes each, for the popup. */
const asking = (rig) => rig.own.evaluate(async () => Object.keys(await (globalThis.browser ?? globalThis.chrome).storage.session.get(null)).sort());

/** A page that is only read: nothing is asked, and nothing of ours is loaded but the first small script; until the person goes into a composer. */
async function quietUntilNeeded(rig) {
  const before = await asking(rig);
  const page = await rig.newPage();
  try {
    const loaded = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(addressFor(X, '/elsewhere', 'en'), { waitUntil: 'load' });
    await until('the page', () => page.evaluate(() => window.rig?.ready === true));
    await page.mouse.click(600, 850);
    await page.keyboard.press('End');
    await page.keyboard.type('jk');
    await painted(page);
    check('tabs that asked', await asking(rig), before);
    check('own files', loaded.filter((url) => /-extension:/.test(url)), []);
    await page.goto(addressFor(X, '/home', 'en'), { waitUntil: 'load' });
    await until('the page', () => page.evaluate(() => window.rig?.ready === true));
    check('tabs that asked', await asking(rig), before);
    await page.click('pierce/[data-live=editor]');
    await until('the tab to ask', async () => (await asking(rig)).length > before.length);
  } finally {
    await page.close();
  }
}

const tabs = (rig) => rig.own.evaluate(async () => (await (globalThis.browser ?? globalThis.chrome).tabs.query({})).map(({ id }) => id));

/** What the popup is told about a page, before anybody has done anything in it. */
async function whatPopupSays(rig, address, inFrame) {
  const before = await tabs(rig);
  const page = await rig.newPage();
  try {
    await page.goto(address, { waitUntil: 'load' });
    if (inFrame) {
      await page.evaluate((source) => new Promise((done) => { const frame = document.createElement('iframe'); frame.onload = done; frame.src = source; document.body.append(frame); }), inFrame);
    }
    const tab = (await tabs(rig)).find((id) => !before.includes(id));
    const { presence, host } = (await rig.ask({ type: 'get-view', tab })).here;
    return [presence, host];
  } finally {
    await page.close();
  }
}

async function popupIsRight(rig) {
  const read = addressFor(X, '/elsewhere', 'en');
  check('a covered page', await whatPopupSays(rig, read), ['page', 'x.com']);
  check('another page', await whatPopupSays(rig, 'https://uncovered.example/'), ['', '']);
  check('a covered frame in another page', await whatPopupSays(rig, 'https://uncovered.example/', read), ['frame', '']);
}

export const name = 'network';

export async function run({ table, rig, server, extension }) {
  const row = (what, act) => table.row(`${rig.name} network/${what}`, act);
  await row('a post held, fixed and sent', () => composerFlow(rig, server));
  await row('popup and options', () => ownPagesFlow(rig, server));
  await row('the pages\' policy', () => policyForbids(rig, extension));
  await row('a page that is only read: no message, nothing loaded', () => quietUntilNeeded(rig));
  await row('the popup over a page that is only read', () => popupIsRight(rig));
  await row('no page can ask for what we load into it', () => unseen(rig, extension));
  await row('no network code in the page', async () => noNetworkCode(extension));
  await row('only known hosts were ever asked', async () => {
    const strangers = server.seen.filter(({ host }) => !server.hosts.includes(host) && !quiet(host));
    check('other hosts', strangers, []);
  });
}

/** Firefox asks after its own services although they are switched off in the profile; loopback answers that it knows nothing. */
const quiet = (host) => /(^|\.)(mozilla\.(org|com|net)|firefox\.com)$/.test(host);

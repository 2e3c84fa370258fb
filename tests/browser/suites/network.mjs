// No request leaves because of us: every request in every flow is the page's own or one of the extension's own files.
import fs from 'node:fs';
import path from 'node:path';
import { EDITORS } from '../editors/build.mjs';
import { Composer } from '../rig/composer.mjs';
import { choose, untilState } from '../rig/overlay.mjs';
import { settle } from '../rig/product.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { NEEDS_A_WORD } from './editors.mjs';

/** Listens to all that a page asks for; what the page's own files ask for is known beforehand by their address. */
function listen(page) {
  const asked = [];
  page.on('request', (request) => asked.push({ url: request.url() }));
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
    check(`requests of ${file}`, asked.filter(({ url }) => !url.startsWith(rig.base) && !url.startsWith('data:')), []);
    check(`requests that reached the server from ${file}`, server.seen.slice(before), []);
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
  const script = fs.readFileSync(path.join(extension, 'page.js'), 'utf8');
  const found = ['fetch(', 'XMLHttpRequest', 'WebSocket', 'sendBeacon', 'EventSource', 'RTCPeerConnection'].filter((word) => script.includes(word));
  check('network code in the page script', found, []);
}

export const name = 'network';

export async function run({ table, rig, server, extension }) {
  const row = (what, act) => table.row(`${rig.name} network/${what}`, act);
  await row('a post held, fixed and sent', () => composerFlow(rig, server));
  await row('popup and options', () => ownPagesFlow(rig, server));
  await row('the pages\' policy', () => policyForbids(rig, extension));
  await row('no network code in the page', async () => noNetworkCode(extension));
  await row('only known hosts were ever asked', async () => {
    const strangers = server.seen.filter(({ host }) => !server.hosts.includes(host) && !quiet(host));
    check('other hosts', strangers, []);
  });
}

/** Firefox asks after its own services although they are switched off in the profile; loopback answers that it knows nothing. */
const quiet = (host) => /(^|\.)(mozilla\.(org|com|net)|firefox\.com)$/.test(host);

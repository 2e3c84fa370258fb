// Proves every site file on its page, in Chromium: node tests/pages/pages.mjs [SITE...] [--report]. Each marked element must be found as
// what it says it is, in four languages, and each marked "none" as nothing; then again with each part of the file taken away in turn.
import { build } from 'esbuild';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { Table, check, holds } from '../browser/rig/table.mjs';
import { install } from './finders.mjs';
import { report } from './report.mjs';
import { LANGUAGES, addressesIn, hostOf, readSite, savedPage, siteIds } from './saved.mjs';

const PAGE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../extension/page');
const ENTRY = ['finder', 'act', 'draft', 'reader', 'health', 'profile', 'site', 'watch'].map((name) => `export * from './${name}';`).join('');

/** The page script's own finders, as they are, for use from a test. */
async function finders() {
  const stdin = { contents: ENTRY, resolveDir: PAGE, loader: 'ts' };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'iife', globalName: 'find', logLevel: 'error' });
  return outputFiles[0].text;
}

// What is taken away matters alike in every language, and costs most of the time.
const DRIFTS = ['en', 'pl'];

/** The words of `wanted` alone, out of what was seen. */
const part = (seen, wanted) => Object.fromEntries(Object.keys(wanted).map((key) => [key, seen?.[key]]));

function judge({ wanted, seen }, general) {
  check('found as', seen.as, wanted.expect);
  if (wanted.person) check('person', seen.person.name, wanted.person);
  if (wanted.bio) check('profile', seen.profile, { handle: wanted.handle, bio: wanted.bio });
  else if (wanted.handle) check('handle', seen.person.handle, wanted.handle);
  if (wanted.id) check('video id', seen.id, wanted.id);
  if (wanted.keys) holds('every key that sends is known', wanted.keys.split(' ').every((key) => seen.keys.includes(key)), seen.keys);
  if (seen.health && !general) check('what the popup would say has changed', seen.health.missed, []);
  if (!wanted.act) return;
  const act = JSON.parse(wanted.act);
  check('act', part(seen.act, act), act);
}

/** Whether an action is still judged although part of the file is gone: the place is known, and whoever it is about. */
function stillHeld({ wanted, seen }) {
  const kind = wanted.expect.split('.').at(-1);
  if (seen.as.split('.').at(-1) !== kind) return false;
  if (kind === 'button') return seen.person?.name === wanted.person;
  if (kind === 'send') return true;
  const { to } = JSON.parse(wanted.act ?? '{}');
  const keys = (wanted.keys ?? '').split(' ').filter(Boolean);
  return keys.every((key) => seen.keys.includes(key)) && JSON.stringify(seen.act.to) === JSON.stringify(to);
}

/** Keeps of the page what stands at one address, as on the site, where the rest would not be there. */
const only = (here) => document.querySelectorAll('[data-at]').forEach((one) => one.dataset.at !== here && one.remove());

/** One tab for all: what it answers with is set before it goes anywhere. */
async function openTab(browser) {
  const page = await browser.newPage();
  const tab = { page, html: '' };
  await page.setRequestInterception(true);
  page.on('request', (request) => request.respond({ contentType: 'text/html; charset=utf-8', body: request.isNavigationRequest() ? tab.html : '' }));
  return tab;
}

async function show(tab, script, { site, generic, html, at }) {
  const { page } = tab;
  tab.html = html;
  await page.goto(`https://${hostOf(site)}${at}`);
  await page.evaluate(only, at);
  const own = site.id === 'generic' ? `(both=>({site:both,generic:both}))(${JSON.stringify(generic)})` : JSON.stringify({ site, generic });
  await page.evaluate(`globalThis.beforehandSites=${own};${script};window.find=find;(${install})()`);
  return page;
}

/** One site on its page at every address, in every language. */
async function prove(tab, script, id, generic, seen) {
  const site = id === 'generic' ? generic : readSite(id);
  for (const language of LANGUAGES) {
    const html = savedPage(id, language);
    for (const at of addressesIn(html)) {
      const page = await show(tab, script, { site, generic, html, at });
      for (const one of await page.evaluate(() => window.look())) {
        await table.row(`${id} ${language} ${at} ${one.wanted.expect} ${one.wanted.person ?? ''}`, async () => judge(one, id === 'generic'));
      }
      seen.hits.push(...(await page.evaluate(() => window.hits())).map((one) => ({ id, ...one })));
      if (id !== 'generic' && DRIFTS.includes(language)) seen.drift.push(...(await page.evaluate(() => window.drift())).map((one) => ({ id, language, at, ...one, held: stillHeld(one) })));
    }
  }
}

const percent = (part_, all) => (100 * part_) / Math.max(1, all);

/** Of all actions whose entry lost something, at least nine in ten are still judged, and what only general signs found is owned up to. */
async function drifted(drift) {
  for (const [what, cases] of [['one selector', drift.filter(({ whole }) => !whole)], ['a whole list', drift.filter(({ whole }) => whole)]]) {
    const lost = cases.filter(({ held }) => !held);
    const guessed = cases.filter(({ seen }) => seen.guessed);
    const share = percent(cases.length - lost.length, cases.length);
    console.log(`# drift, ${what} taken away: ${cases.length} cases, ${share.toFixed(1)} % still held (${guessed.length} by general signs)`);
    if (process.env.VERBOSE) for (const { id, language, at, entry, field, selector, wanted, seen } of lost) console.log(`lost  ${id} ${language} ${at} ${entry}.${field} ${selector}: ${wanted.expect} ${wanted.person ?? ''} is ${JSON.stringify(seen).slice(0, 150)}`);
    // A single small site is no measure.
    if (!wanted.length) await table.row(`drift, ${what}: at least 90 % held`, async () => holds('nine in ten', share >= 90, share));
    await table.row(`drift, ${what}: the popup says what only general signs found`, async () =>
      check('guessed in silence', guessed.filter(({ seen }) => !seen.health.missed.length).map(({ id, entry }) => `${id} ${entry}`).slice(0, 5), []));
  }
}

const { values, positionals: wanted } = parseArgs({ options: { report: { type: 'boolean' } }, allowPositionals: true });
const table = new Table();
const script = await finders();
const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND'] });
const tab = await openTab(browser);
const generic = readSite('generic');
const seen = { hits: [], drift: [] };
for (const id of siteIds()) if (!wanted.length || wanted.includes(id)) await prove(tab, script, id, generic, seen);
await browser.close();
if (values.report) report(seen, table);
else if (seen.drift.length) await drifted(seen.drift);
process.exit(table.close() ? 0 : 1);

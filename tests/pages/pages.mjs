// Proves every site file on its page, in Chromium: node tests/pages/pages.mjs [SITE...]. Each marked element must be found as what it
// says it is, and each marked "none" as nothing.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { Table, check } from '../browser/rig/table.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const EXTENSION = path.resolve(HERE, '../../extension');
// The same reader as the build's.
const { parse } = createRequire(path.join(EXTENSION, 'package.json'))('smol-toml');
const readSite = (id) => ({ id, ...parse(fs.readFileSync(path.join(EXTENSION, 'sites', `${id}.toml`), 'utf8')) });

const ENTRY = `export * from './finder'; export * from './act'; export * from './reader'; export { reviewable } from './watch'; export { site, generic } from './site';`;

/** The page script's own finders, as they are, for use from a test. */
async function finders() {
  const stdin = { contents: ENTRY, resolveDir: path.join(EXTENSION, 'page'), loader: 'ts' };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'iife', globalName: 'find', logLevel: 'error' });
  return outputFiles[0].text;
}

/** Runs in the page: what the finders make of every marked element that stands at this address. */
function look() {
  const { find } = window;
  const around = (element) => { const path = []; for (let at = element; at; at = find.around(at)) path.push(at); return path; };
  const composer = (element) => {
    const field = find.editable(element);
    return field && find.composerOf(field, find.site);
  };
  const sends = (element) => {
    const behind = find.composerBehind(around(element), find.site);
    if (behind) return behind.entry.name;
    const fields = [...(element.closest('[data-at]') ?? document).querySelectorAll('[data-expect$=".editor"]')].map(composer).filter(Boolean);
    return fields.find((found) => around(element).includes(find.sendButton(found)))?.entry.name;
  };
  const seen = (element) => {
    if (element.tagName === 'VIDEO') return find.reviewable(element) ? { as: 'video', id: find.reviewable(element).id } : { as: 'none' };
    const found = composer(element);
    if (found) return { as: `${found.entry.name}.editor`, act: find.draftAct(found, find.read(found.editor).text) };
    const connect = find.connectAt(around(element), find.site);
    if (connect) return { as: `${connect.entry.name}.button`, person: find.connectAct(connect.entry, connect.button, find.site).person };
    const sent = sends(element);
    return { as: sent ? `${sent}.send` : 'none' };
  };
  return [...document.querySelectorAll('[data-expect]')].map((element) => ({ wanted: { ...element.dataset }, seen: seen(element) }));
}

/** The words of `wanted` alone, out of what was seen. */
const part = (seen, wanted) => Object.fromEntries(Object.keys(wanted).map((key) => [key, seen?.[key]]));

function judge({ wanted, seen }) {
  check('found as', seen.as, wanted.expect);
  if (wanted.person) check('person', seen.person.name, wanted.person);
  if (wanted.handle) check('handle', seen.person.handle, wanted.handle);
  if (wanted.id) check('video id', seen.id, wanted.id);
  if (!wanted.act) return;
  const act = JSON.parse(wanted.act);
  check('act', part(seen.act, act), act);
}

/** Keeps of the page what stands at one address, as on the site, where the rest would not be there. */
const only = (here) => document.querySelectorAll('[data-at]').forEach((one) => one.dataset.at !== here && one.remove());

const wanted = process.argv.slice(2);
const table = new Table();
const script = await finders();
const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND'] });
const generic = readSite('generic');
for (const id of fs.readdirSync(path.join(EXTENSION, 'sites')).map((file) => path.basename(file, '.toml'))) {
  if (wanted.length && !wanted.includes(id)) continue;
  const site = id === 'generic' ? generic : readSite(id);
  const html = fs.readFileSync(path.join(HERE, `${id}.html`), 'utf8');
  const origin = (site.hosts[0] ?? 'https://school.example/*').replace('/*', '');
  for (const at of new Set([...html.matchAll(/data-at="([^"]*)"/g)].map(([, where]) => where.replaceAll('&amp;', '&')))) {
    const page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => request.respond({ contentType: 'text/html; charset=utf-8', body: request.isNavigationRequest() ? html : '' }));
    await page.goto(origin + at);
    await page.evaluate(only, at);
    await page.evaluate(`globalThis.beforehandSites=${id === 'generic' ? `(both=>({site:both,generic:both}))(${JSON.stringify(generic)})` : JSON.stringify({ site, generic })};${script};window.find=find`);
    for (const one of await page.evaluate(look)) await table.row(`${id}${at} ${one.wanted.expect} ${one.wanted.person ?? ''}`, async () => judge(one));
    await page.close();
  }
}
await browser.close();
process.exit(table.close() ? 0 : 1);

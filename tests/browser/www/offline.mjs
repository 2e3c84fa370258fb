// Without a network after the first visit, and across a new version.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serve } from '../../../www/serve.mjs';
import { REPOSITORY } from '../rig/product.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { Checker } from './rig.mjs';

export const name = 'offline';

const DIST = path.join(REPOSITORY, 'dist', 'www');

/** A copy of the built page, renamed to another version throughout. */
function otherVersion(folder, old, release) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(DIST, folder, { recursive: true });
  fs.renameSync(path.join(folder, 'v', old), path.join(folder, 'v', release));
  for (const file of ['index.html', 'sw.js']) {
    const at = path.join(folder, file);
    fs.writeFileSync(at, fs.readFileSync(at, 'utf8').replaceAll(old, release));
  }
}

const version = (checker) => checker.text('#version');

async function findsSomething(checker) {
  await checker.choose('policy', 'academy-trust');
  await checker.choose('moment', 'post');
  await checker.paste('So pleased for Jayden in 7B!');
  check('found', (await checker.cards()).length, 1);
}

export async function run({ table, label, browser, address }) {
  await table.row(`${label} a browser that cannot run it is told so`, async () => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.evaluateOnNewDocument(() => { delete globalThis.DecompressionStream; });
    await page.goto(address);
    await page.waitForFunction(() => !document.querySelector('#trouble').hidden);
    holds('said plainly', (await page.$eval('#trouble', (one) => one.textContent)).startsWith('The checker could not start'));
    await context.close();
  });
  await table.row(`${label} works with the server gone`, async () => {
    const server = await serve();
    const checker = await Checker.open(browser, server.address);
    await checker.kept();
    await until('the page to say so', async () => (await checker.page.$eval('#offline', (one) => one.textContent)).startsWith('It is kept'));
    await server.close();
    await checker.visit();
    await findsSomething(checker);
    await checker.visit('#asks');
    check('clauses', await checker.page.$$eval('.clauses li', (rows) => rows.length > 20), true);
    check('styled', await checker.page.evaluate(() => getComputedStyle(document.body).marginTop), '0px');
    check('picture', await checker.page.$eval('.brand img', (image) => image.naturalWidth > 0), true);
    await checker.close();
  });
  await table.row(`${label} a new version comes in whole, and the open tab goes on`, async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-www-'));
    fs.cpSync(DIST, folder, { recursive: true });
    const server = await serve({ root: folder });
    const checker = await Checker.open(browser, server.address);
    await checker.kept();
    const old = await version(checker);
    let last = old;
    for (const release of ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc']) {
      otherVersion(folder, old, release);
      await checker.page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
      await until(`a cache for ${release}`, () => checker.page.evaluate((wanted) => caches.keys().then((names) => names.includes(`beforehand-${wanted}`)), release));
      check('the open tab', await version(checker), last);
      await findsSomething(checker);
      await until(`${release} on the next visit`, async () => { await checker.visit(); return (await version(checker)) === release; });
      last = release;
    }
    const names = await checker.page.evaluate(() => caches.keys());
    holds('at most this version and the last are kept', names.length <= 2, names);
    await server.close();
    await checker.visit();
    check('offline', await version(checker), last);
    await checker.close();
    fs.rmSync(folder, { recursive: true });
  });
}

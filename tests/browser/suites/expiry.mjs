// Lists of people are gone on time though the browser was closed over their last day: the same profile again, with the clock ahead.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { importRoster, settle } from '../rig/product.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';

export const name = 'expiry';

const KEPT_DAYS = 30;
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What is kept, read off the browser's shelves by a page of the extension's that runs none of its scripts. */
const kept = (page) => page.evaluate(async () => {
  const promised = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });
  const database = await promised(indexedDB.open('vault'));
  const shelves = [...database.objectStoreNames];
  const sealed = shelves.length ? await promised(database.transaction(shelves[0]).objectStore(shelves[0]).getAllKeys()) : [];
  database.close();
  const local = await (globalThis.browser ?? globalThis.chrome).storage.local.get(null);
  return { sealed, local: Object.keys(local), told: JSON.stringify(local) };
});

/** Opens the browser again, `days` later; the extension starts as it does with the browser, and nobody asks it anything. */
async function again(fresh, profile, days, look) {
  const rig = await fresh({ profile, days, optionsPage: '' });
  try {
    const page = await rig.ownPage('icons/16.png');
    await look(page);
  } finally {
    await rig.close();
  }
}

async function wiped(fresh) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-profile-'));
  try {
    const rig = await fresh({ profile });
    await settle(rig);
    await importRoster(rig);
    const answer = await rig.ask({ type: 'keep-roster-until', day: inDays(KEPT_DAYS) });
    check('the last day', answer.roster?.until, inDays(KEPT_DAYS));
    await rig.close();
    await again(fresh, profile, KEPT_DAYS - 2, async (page) => {
      const there = await kept(page);
      holds('two days before, the lists are there', there.sealed.includes('roster') && there.local.includes('roster'), there);
    });
    await again(fresh, profile, KEPT_DAYS + 2, async (page) => {
      const gone = await until('the lists to be gone, and the person to be told', async () => {
        const now = await kept(page);
        return !now.sealed.includes('roster') && !now.local.includes('roster') && now.told.includes('roster-wiped') && now;
      });
      holds('the device key is still there', gone.sealed.includes('device'), gone);
    });
  } finally {
    fs.rmSync(profile, { recursive: true, force: true });
  }
}

export async function run({ table, rig, fresh }) {
  await table.row(`${rig.name} expiry/lists are gone on time though the browser was closed over it`, () => wiped(fresh));
}

// Where the built product lies and how its settings are made: by the messages that its own pages send.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PEOPLE, SCHOOL, rosterCsv } from './school.mjs';
import { until } from './until.mjs';

export const REPOSITORY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const POLICY = 'durrington';

const FOLDERS = { chromium: 'chrome', firefox: 'firefox' };
export const extensionFor = (browser, prefix = 'dist') => path.resolve(REPOSITORY, prefix, FOLDERS[browser]);

/** Builds the extension's scripts again, as `options` say, around the wasm that is there; the other browser's suites go on meanwhile. */
export async function buildExtension(options) {
  await promisify(execFile)('node', ['extension/build/build.mjs', '--keep-wasm', ...options], { cwd: REPOSITORY });
}

/** A build for one suite that also covers its servers: a school's own webmail or blog is covered where its address is given. */
export async function buildCovering(suite, browser, hosts = [`${suite}=http://127.0.0.1/*`]) {
  const folder = path.join('target', `${suite}-dist`);
  await buildExtension(['--only', FOLDERS[browser], ...hosts.flatMap((one) => ['--hosts', one]), '--out', folder]);
  return extensionFor(browser, folder);
}

/** Chooses policy and school and sets class mode; an answer of `error` is said as it stands. */
export async function settle(rig, { policy = POLICY, school = SCHOOL, classMode = false } = {}) {
  if (process.env.TOY) return;
  const steps = [{ type: 'set-school', toml: school }, { type: 'set-policy', id: policy }, { type: 'set-class-mode', on: classMode }];
  for (const message of steps) {
    const answer = await rig.ask(message);
    if (answer?.type !== 'view') throw new Error(`${message.type} was answered ${JSON.stringify(answer)}`);
  }
}

/** Loads the roster as a person does: the file field of the options page, then the button under what was found. */
export async function importRoster(rig) {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-roster-')), 'roster.csv');
  fs.writeFileSync(file, rosterCsv());
  const field = await until('a file field for the roster', () => rig.own.$('#roster-files'));
  await field.uploadFile(file);
  const press = () => { const take = document.getElementById('roster-take'); if (take?.checkVisibility()) take.click(); };
  const all = PEOPLE.filter((person) => person.as).length;
  await until('everybody on the list to be known', async () => {
    const people = (await rig.ask({ type: 'get-view' })).roster?.people ?? {};
    if (Object.values(people).reduce((sum, count) => sum + count, 0) === all) return true;
    await rig.own.evaluate(press);
    return false;
  }, { every: 100 });
  fs.rmSync(path.dirname(file), { recursive: true });
}

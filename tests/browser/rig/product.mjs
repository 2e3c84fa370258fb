// Where the built product lies and how its settings are made: by the messages that its own pages send.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SCHOOL, rosterCsv } from './school.mjs';

export const REPOSITORY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const POLICY = 'durrington';

const FOLDERS = { chromium: 'chrome', firefox: 'firefox' };
export const extensionFor = (browser, prefix = 'dist') => path.join(REPOSITORY, prefix, FOLDERS[browser]);

/** Chooses policy and school and, where asked, loads the roster or sets class mode. */
export async function settle(rig, { policy, school = SCHOOL, roster = false, classMode = false }) {
  if (process.env.TOY) return;
  await rig.ask({ type: 'set-school', toml: school });
  await rig.ask({ type: 'set-policy', id: policy });
  if (roster) await rig.ask({ type: 'import-roster', name: 'roster.csv', bytes: Buffer.from(rosterCsv()).toString('base64') });
  await rig.ask({ type: 'set-class-mode', on: classMode });
}

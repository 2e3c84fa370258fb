// What a school sets by real policy files of the browser: used, refused with line and column, changed while the browser runs.
import fs from 'node:fs';
import path from 'node:path';
import { SCHOOL } from '../rig/school.mjs';
import { until } from '../rig/until.mjs';

const OWN_POLICY = 'trust = "Brook Trust"\nshort = "Brook"\nlearner = "student"\ntitle = "Our rules"\ndated = "May 2026"\n';
const BROKEN = 'name = "Larkfield';

/** Where each browser reads policies, and how the file says which extension they are for. */
const PLACES = {
  chromium: { file: '/etc/chromium/policies/managed/beforehand-test.json', body: (id, values) => ({ '3rdparty': { extensions: { [id]: values } } }) },
  firefox: { file: '/etc/firefox/policies/policies.json', body: (id, values) => ({ policies: { '3rdparty': { Extensions: { [id]: values } } } }) },
};

/** Each file, what the extension is then to say, and which policy goes on where the browser runs on and this one cannot be used. */
const FILES = [
  ['nothing set', {}, { why: 'no-policy' }],
  ['a policy and the school', { policy: 'maltby', school: SCHOOL }, { policy: 'maltby', school: SCHOOL }],
  ['a policy locked', { policy: 'st-albans', locked: ['policy'] }, { policy: 'st-albans', locked: ['policy'] }],
  ['a policy of the school’s own', { policy: 'own', policyFile: OWN_POLICY }, { policy: 'own', trust: 'Brook Trust', notice: '' }],
  ['a policy that is not there', { policy: 'durington' }, { notice: /durington/ }, 'own'],
  ['a school file that cannot be read', { policy: 'durrington', school: BROKEN }, { policy: 'durrington', notice: /school:1:\d+: / }],
  ['a policy file that cannot be read', { policy: 'own', policyFile: 'title = 3' }, { notice: /:1:\d+/ }, 'durrington'],
  ['and then one that can', { policy: 'maltby' }, { policy: 'maltby', notice: '' }],
];

const view = (rig) => rig.ask({ type: 'get-view' });

/** What a view says of what is asked for; the rest is left out. */
function said(view, wanted) {
  const all = { why: view.state.why, policy: view.state.policy?.id, trust: view.state.policy?.trust, school: view.school, locked: view.locked, notice: view.notices.map(({ text }) => text).join(' ') };
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, all[key]]));
}

const fits = (found, wanted) =>
  Object.entries(wanted).every(([key, value]) => (value instanceof RegExp ? value.test(found[key]) : JSON.stringify(found[key]) === JSON.stringify(value)));

async function saysSo(rig, wanted) {
  let found;
  const there = async () => { found = said(await view(rig), wanted); return fits(found, wanted); };
  await until('the policy to be read', there, { within: 60_000, every: 250 }).catch((error) => { throw new Error(`${error.message}: ${JSON.stringify(found)}`); });
}

export const name = 'managed';

export async function run({ table, rig: { name: browser }, fresh, extension }) {
  const { file, body } = PLACES[browser];
  if (process.getuid() !== 0 || fs.existsSync(file)) {
    return console.log(`# SKIPPED ${FILES.length} rows of managed settings in ${browser}: ${file} ${fs.existsSync(file) ? 'is somebody’s own' : 'takes root to write'}`);
  }
  const manifest = JSON.parse(fs.readFileSync(path.join(extension, 'manifest.json'), 'utf8'));
  const put = (id, values) => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify(body(id, values)));
  };
  const rows = FILES.filter(([what]) => table.wants(`${browser} managed/${what}`));
  let rig;
  try {
    for (const [what, values, wanted, goesOn] of rows) {
      await table.row(`${browser} managed/${what}`, async () => {
        // Firefox reads policies when it starts; Chromium while it runs, too.
        if (browser === 'firefox') {
          await rig?.close();
          put(manifest.browser_specific_settings.gecko.id, values);
          rig = await fresh();
        } else {
          rig ??= await fresh();
          put(new URL(rig.base).host, values);
        }
        await saysSo(rig, goesOn && browser === 'chromium' ? { ...wanted, policy: goesOn } : wanted);
      });
    }
  } finally {
    await rig?.close();
    fs.rmSync(file, { force: true });
  }
}

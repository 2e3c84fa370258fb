// Packages: equal bytes from equal sources whatever the clock and zone, in them what was built and nothing else, every licence passed on.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { unzipSync, strFromU8 } = createRequire(path.join(ROOT, 'extension/package.json'))('fflate');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-packages-'));

/** Packs into a folder of its own, in another zone each time. */
function pack(name, zone) {
  const out = path.join(folder, name);
  execFileSync('node', ['extension/build/package.mjs', '--out', out], { cwd: ROOT, env: { ...process.env, TZ: zone }, stdio: ['ignore', 'ignore', 'inherit'] });
  return Object.fromEntries(fs.readdirSync(out).map((file) => [file, fs.readFileSync(path.join(out, file))]));
}

const [one, other] = [pack('one', 'Europe/London'), pack('other', 'Pacific/Auckland')];
const zip = (browser) => unzipSync(Object.entries(one).find(([name]) => name.startsWith(`beforehand-${browser}-`))[1]);
const built = (browser) => path.join(ROOT, 'dist', browser);
const bill = () => JSON.parse(Object.entries(one).find(([name]) => name.endsWith('.cdx.json'))[1]);

const ROWS = {
  'twice gives equal bytes': () => {
    assert.deepEqual(Object.keys(one), Object.keys(other));
    for (const name of Object.keys(one)) assert.ok(one[name].equals(other[name]), `${name} differs`);
  },
  ...Object.fromEntries(['chrome', 'firefox'].map((browser) => [`${browser}: what was built, whole, and the notices`, () => {
    const packed = zip(browser);
    const files = fs.readdirSync(built(browser), { recursive: true }).map(String).filter((name) => fs.statSync(path.join(built(browser), name)).isFile());
    assert.deepEqual(Object.keys(packed).sort(), [...files, 'notices.txt'].sort());
    for (const name of files) assert.ok(fs.readFileSync(path.join(built(browser), name)).equals(packed[name]), `${name} differs`);
  }])),
  'no script comes from elsewhere': () => {
    for (const [name, bytes] of Object.entries(zip('chrome'))) {
      if (/\.(html|js)$/.test(name)) assert.doesNotMatch(strFromU8(bytes), /<script[^>]+src="https?:|import\s*\(?\s*["']https?:|importScripts\(/, name);
    }
  },
  'each work of others is billed with licence and checksum, and its notice passed on': () => {
    const { components } = bill();
    const notices = strFromU8(zip('firefox')['notices.txt']);
    assert.ok(components.length > 10, `${components.length} works`);
    for (const { name, version, licenses, hashes } of components) {
      assert.ok(licenses[0].expression && hashes?.[0].content.length === 64, `${name} ${version}: licence or checksum`);
      assert.ok(notices.includes(`${name} ${version}: `), `${name} ${version} is not in the notices`);
    }
    // What only the command line or the tests use is in no package.
    for (const absent of ['clap', 'proptest', 'serde_json', 'web-ext']) assert.ok(!components.some(({ name }) => name === absent), absent);
  },
};

let failed = 0;
for (const [name, act] of Object.entries(ROWS)) {
  try {
    act();
  } catch (error) {
    failed += 1;
    console.log(`FAIL  packages/${name}\n      ${error.message}`);
  }
}
fs.rmSync(folder, { recursive: true });
console.log(`${Object.keys(ROWS).length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

// The same acts give byte-equal verdicts natively, in wasm under node, in Chromium and in Firefox: node tests/browser/parity.mjs [--acts FILE]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { makeActs } from './acts.mjs';
import { REPOSITORY, extensionFor } from './rig/product.mjs';
import { SCHOOL, rosterCsv } from './rig/school.mjs';
import { serve } from './rig/server.mjs';
import { open } from './rig/session.mjs';
import { Table, check, holds } from './rig/table.mjs';

const NOW = '2026-11-22T10:00:00Z';
const POLICY = 'durrington';

/** The command line's own answer, from the newest build that is there. */
function natively(lines) {
  const madeAt = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const [program] = ['release', 'debug'].map((kind) => path.join(REPOSITORY, 'target', kind, 'beforehand')).filter(madeAt).sort((one, other) => madeAt(other) - madeAt(one));
  if (!program) throw new Error('there is no target/release/beforehand: build it first (make build)');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-parity-'));
  const [school, roster] = [path.join(folder, 'school.toml'), path.join(folder, 'roster.csv')];
  fs.writeFileSync(school, SCHOOL);
  fs.writeFileSync(roster, rosterCsv());
  const options = ['check', '--jsonl', '--policy', POLICY, '--school', school, '--roster', roster, '--now', NOW, '-'];
  const out = execFileSync(program, options, { input: `${lines.join('\n')}\n`, maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'inherit'] });
  fs.rmSync(folder, { recursive: true });
  return out.toString('utf8').trimEnd().split('\n');
}


/** The product's own wasm files under node, through the same glue that the browsers load. */
export async function loadWasm(extension) {
  // The glue is a module of the extension's; node takes it for one only beside a package file that says so.
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-wasm-'));
  fs.cpSync(extension, copy, { recursive: true });
  fs.writeFileSync(path.join(copy, 'package.json'), '{"type":"module"}');
  const load = async (name) => {
    const glue = await import(pathToFileURL(path.join(copy, `${name}.js`)).href);
    glue.initSync({ module: fs.readFileSync(path.join(copy, `${name}_bg.wasm`)) });
    return glue;
  };
  const [{ checkLine }, reader] = [await load('beforehand_extension'), await load('beforehand_reader')];
  fs.rmSync(copy, { recursive: true });
  return { checkLine, reader };
}

async function inNode(lines) {
  const { checkLine, reader } = await loadWasm(extensionFor('chromium', dist));
  // School and people go in as the extension keeps them.
  const kept = [JSON.parse(reader.readFile('school', 'school.toml', SCHOOL)).json, reader.sealedRoster(rosterCsv(), NOW)];
  return lines.map((line) => checkLine(line, NOW, POLICY, ...kept));
}

/** In an extension page, which may still be starting: the reader's module reads the roster, the background's checks. */
async function inBrowser(name, server, lines) {
  const rig = await open(name, { extension: extensionFor(name, dist), server });
  try {
    return await rig.own.evaluate(async (all, now, policy, school, csv, base) => {
      const load = async (file) => {
        const glue = await import(`${base}/${file}.js`);
        await glue.default({ module_or_path: `${base}/${file}_bg.wasm` });
        return glue;
      };
      const [{ checkLine }, reader] = [await load('beforehand_extension'), await load('beforehand_reader')];
      const kept = [JSON.parse(reader.readFile('school', 'school.toml', school)).json, reader.sealedRoster(csv, now)];
      return all.map((line) => checkLine(line, now, policy, ...kept));
    }, lines, NOW, POLICY, SCHOOL, rosterCsv(), rig.base);
  } finally {
    await rig.close();
  }
}

function compare(lines, native, other) {
  check('answers', other.length, native.length);
  const at = native.findIndex((verdict, index) => verdict !== other[index]);
  if (at >= 0) throw new Error(`act ${at + 1}: ${lines[at].slice(0, 200)}\nnatively ${native[at]}\nhere     ${other[at]}`);
}

let dist = 'dist';

/** Every build against the native one; the acts must find something, or equal emptiness would prove nothing. */
export async function run({ table, browsers, server, acts, folder = 'dist' }) {
  dist = folder;
  const lines = acts ? fs.readFileSync(acts, 'utf8').trimEnd().split('\n') : makeActs();
  let native = [];
  await table.row(`parity: ${lines.length} acts natively`, async () => {
    native = natively(lines);
    const found = native.filter((line) => JSON.parse(line).findings?.length > 0).length;
    holds('at least 300 acts', lines.length >= 300, lines.length);
    check('acts that were refused', native.filter((line) => 'error' in JSON.parse(line)).slice(0, 2), []);
    holds('a good part of them found', found > lines.length / 10, found);
    holds('a good part of them let by', found < lines.length * 0.9, found);
  });
  await table.row('parity: wasm under node', async () => compare(lines, native, await inNode(lines)));
  for (const name of browsers) {
    await table.row(`parity: wasm in ${name}`, async () => compare(lines, native, await inBrowser(name, server, lines)));
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { acts: { type: 'string' }, dist: { type: 'string' }, browser: { type: 'string' } } });
  const table = new Table();
  const server = await serve(os.tmpdir(), ['x.com']);
  await run({ table, server, acts: values.acts, folder: values.dist, browsers: values.browser ? [values.browser] : ['chromium', 'firefox'] });
  server.close();
  process.exit(table.close() ? 0 : 1);
}

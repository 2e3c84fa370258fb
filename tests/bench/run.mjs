// Measures ours against the peers of npm and PyPI in one run: node tests/bench/run.mjs [--data DIR] [--dist DIR] [--peers DIR] [--seconds N] [--only WORDS]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { POLICIES, SCHOOL } from '../browser/rig/school.mjs';
import { install } from './install.mjs';
import { analysed, inProcess, natively } from './measure.mjs';
import { report } from './report.mjs';
import { sets as readSets } from './score.mjs';
import { brotli, bundleSize, filesSize } from './sizes.mjs';
import { roster, texts as makeTexts } from './texts.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const { values } = parseArgs({ options: {
  data: { type: 'string', default: '../shared/data' }, dist: { type: 'string', default: 'dist' }, peers: { type: 'string', default: 'target/bench-peers' },
  seconds: { type: 'string', default: '15' }, only: { type: 'string', default: '.' },
} });
const NOW = '2026-11-22T10:00:00Z';
const PROGRAM = path.join(ROOT, 'target/release/beforehand');

const log = (words) => process.stderr.write(`# ${words}\n`);
const peers = path.resolve(ROOT, values.peers);
const data = path.resolve(ROOT, values.data);
const wanted = (name) => new RegExp(values.only, 'i').test(name);

/** The product's own files where node takes them for modules: beside a package file that says so. */
function ourWasm() {
  const copy = path.join(peers, 'ours');
  fs.rmSync(copy, { recursive: true, force: true });
  fs.cpSync(path.resolve(ROOT, values.dist, 'chrome'), copy, { recursive: true });
  fs.writeFileSync(path.join(copy, 'package.json'), '{"type":"module"}\n');
  const [glue, wasm, reader] = ['beforehand_extension.js', 'beforehand_extension_bg.wasm', 'beforehand_reader'].map((file) => path.join(copy, file));
  return { glue, wasm, reader };
}

/** School and people as the extension keeps them, which is how the background gets them. */
async function kept(reader) {
  const { initSync, readFile, sealedRoster } = await import(pathToFileURL(`${reader}.js`).href);
  initSync({ module: fs.readFileSync(`${reader}_bg.wasm`) });
  return [JSON.parse(readFile('school', 'school.toml', SCHOOL)).json, sealedRoster(roster(), NOW)];
}

const median = (times) => [...times].sort((one, other) => one - other)[times.length >> 1];

/** Every policy is tried, and the one that costs most is the one that is shown. */
function slowest(wasm, settings, texts) {
  const cost = (policy) => {
    const uses = { glue: pathToFileURL(wasm.glue).href, wasm: wasm.wasm, settings: [NOW, policy, ...settings] };
    const { posts } = inProcess({ name: 'ours-wasm', uses }, { peers, texts: { posts: texts.posts.slice(0, 400), mails: texts.mails.slice(0, 8) }, seconds: 5 });
    return { policy, uses, cost: median(posts) };
  };
  const [first] = POLICIES.map(cost).sort((one, other) => other.cost - one.cost);
  log(`the policy that costs most: ${first.policy}`);
  return first;
}

/** As options: the roster is left out of the first answer, since the product keeps it read. */
function settingsFiles() {
  const folder = path.join(peers, 'settings');
  fs.mkdirSync(folder, { recursive: true });
  const files = { school: 'school.toml', roster: 'roster.csv' };
  fs.writeFileSync(path.join(folder, files.school), SCHOOL);
  fs.writeFileSync(path.join(folder, files.roster), roster());
  return Object.fromEntries(Object.entries(files).map(([option, file]) => [option, [`--${option}`, path.join(folder, file)]]));
}

async function ours(texts, asks) {
  const wasm = ourWasm();
  const { policy, uses } = slowest(wasm, await kept(wasm.reader), texts);
  const work = { peers, texts, seconds: Number(values.seconds) };
  const does = `every check of the ${policy} policy, 2,000 pupils known`;
  log('ours in wasm');
  const inWasm = inProcess({ name: 'ours-wasm', uses, atFirst: { ...uses, settings: [...uses.settings.slice(0, 3), ''] } }, work);
  log('ours natively');
  const files = settingsFiles();
  const options = (...more) => ['check', '--jsonl', '--policy', policy, ...files.school, ...more, '--now', NOW, '-'];
  const native = await natively({ program: PROGRAM, options: options(...files.roster), atFirst: options() }, texts);
  native.answers = analysed(PROGRAM, asks);
  return [
    { title: 'Beforehand, wasm under node', does, download: filesSize(peers, [wasm.glue, wasm.wasm]), measured: inWasm },
    { title: 'Beforehand, command line', does, download: brotli(fs.readFileSync(PROGRAM)), measured: native },
  ];
}

const harperWasm = path.join(peers, 'node_modules/harper.js/dist/harper_wasm_slim_bg.wasm');
const PEERS = [
  { name: 'compromise', does: 'person names' },
  { name: 'retext-profanities', does: 'offensive words' },
  { name: 'alex', does: 'offensive and insensitive words' },
  { name: 'obscenity', does: 'offensive words' },
  { name: 'harper.js', does: 'grammar', uses: { harperWasm: pathToFileURL(harperWasm).href }, also: [harperWasm] },
  { name: 'presidio', does: 'names and identifiers, with spaCy\'s small model', python: true },
  { name: 'mail-parser-reply', does: 'splitting mail', python: true },
];

async function peer({ name, also = [], ...rest }, had, work) {
  log(name);
  const download = had.download ?? (await bundleSize(peers, name)) + filesSize(peers, also);
  return { title: name, ...rest, ...had, download, measured: inProcess({ name, ...rest }, work) };
}

/** Between its two marks the README shows the last run. */
function intoReadme(words) {
  const file = path.join(ROOT, 'README.md');
  const before = fs.readFileSync(file, 'utf8');
  const after = before.replace(/(<!-- bench -->\n)[^]*?(<!-- \/bench -->)/, (_, open, close) => `${open}${words}\n${close}`);
  if (after !== before) fs.writeFileSync(file, after);
}

const had = install(peers, log);
const texts = makeTexts(data);
const sets = readSets(data);
const tools = await ours(texts, sets?.asks ?? {});
const missing = [];
for (const each of PEERS.filter(({ name }) => wanted(name))) {
  try {
    if (had[each.name].missing) throw new Error(had[each.name].missing);
    tools.push(await peer(each, had[each.name], { peers, texts, asks: sets?.asks, seconds: Number(values.seconds) }));
  } catch (error) {
    missing.push(`${each.name} (${(String(error.stderr || error.message).trim().split('\n').at(-1) ?? '').replaceAll(`${ROOT}/`, '')})`);
  }
}
const [{ model }] = os.cpus();
const speed = tools[1].measured.speed;
const words = report({
  date: new Date().toISOString().slice(0, 10), from: texts.from, tools, missing, sets,
  machine: `${model}, ${os.cpus().length} cores, node ${process.versions.node}, load ${os.loadavg()[0].toFixed(1)}`,
  notes: [`One act of ten million characters on the command line: ${speed.toFixed(1)} MB a second.`],
});
fs.writeFileSync(path.join(ROOT, 'target/bench.md'), `${words}\n`);
if (values.only === '.') intoReadme(words);
console.log(words);

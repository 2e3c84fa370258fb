// Runs every suite, shows what each says, and ends with one line that counts them all: node tests/all.mjs [--lint] [--only WORDS]
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { lint: { type: 'boolean' }, only: { type: 'string' } } });

/** Name and command; a suite that prints no count of its own counts as one test. What goes by the sources alone runs while the build does. */
const BUILD = [['build', 'make build']];
const SOURCE_LINT = [
  ['rustfmt', 'cargo fmt --all --check && rustfmt --edition 2024 --check crate/src/kinds/*.rs'],
  ['clippy', 'cargo clippy -q --workspace --all-targets -- -D warnings'],
  ['tsc', 'cd extension && npx --no-install tsc --noEmit'],
];
const SOURCE_TESTS = [
  ['native', 'cargo test --no-fail-fast'],
  ['extension, native', 'cargo test --features beforehand-extension/types -p beforehand-extension -p beforehand-shared -p beforehand-view -p beforehand-lists -p beforehand-reader -p beforehand-pictures -p beforehand-www -p beforehand-www-lists --no-fail-fast'],
  ['page script', 'node tests/page/units.mjs'],
];
const LINT = [['web-ext lint', 'cd extension && npx --no-install web-ext lint --source-dir ../dist/firefox --self-hosted=false --no-config-discovery']];
/** What the build made: the checker page in its browsers, and beside it what mostly needs none. */
const PAGE = [['checker page', 'node tests/browser/www/run.mjs']];
const BUILT = [
  ['packages', 'node tests/package.mjs'],
  ['site pages', 'node tests/pages/pages.mjs'],
  ['parity', 'cargo build -q && cargo run -q --example acts > target/acts.jsonl && node tests/browser/parity.mjs && node tests/browser/parity.mjs --acts target/acts.jsonl'],
];
const BROWSERS = [['browsers', 'node tests/browser/run.mjs']];
const wanted = ([name]) => !values.only || name.includes(values.only);

/** Runs one command, showing its output as it comes, or once it is over; resolves to its status and all it said. */
function run(command, atOnce) {
  return new Promise((ended) => {
    const child = spawn('bash', ['-c', command], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const show = (stream) => (bytes) => { said += bytes; if (atOnce) stream.write(bytes); };
    child.stdout.on('data', show(process.stdout));
    child.stderr.on('data', show(process.stderr));
    child.on('close', (status) => { if (!atOnce) process.stdout.write(said); ended({ status, said }); });
  });
}

/** What cargo's and our own closing lines count. */
function count({ status, said }) {
  const lines = [...said.matchAll(/^(?:test result: \w+\. |# )?(\d+) passed[;,] (\d+) failed/gm)];
  const passed = lines.reduce((sum, [, number]) => sum + Number(number), 0);
  const failed = lines.reduce((sum, [, , number]) => sum + Number(number), 0);
  if (lines.length === 0) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  // A suite that ends badly without a failed test has failed as a whole.
  return { passed, failed: failed || (status === 0 ? 0 : 1) };
}

const total = { passed: 0, failed: 0 };
const summary = [];

/** One suite after the other. */
async function inTurn(suites, atOnce) {
  for (const [name, command] of suites.filter(wanted)) {
    const start = Date.now();
    console.log(`\n== ${name}: ${command}`);
    const { passed, failed } = count(await run(command, atOnce));
    total.passed += passed;
    total.failed += failed;
    summary.push(`${name}: ${passed} passed, ${failed} failed, ${((Date.now() - start) / 1000).toFixed(0)} s`);
  }
}

// The build takes one core for most of its time.
await Promise.all([inTurn(values.lint ? [] : BUILD, true), inTurn(values.lint ? SOURCE_LINT : [...SOURCE_LINT, ...SOURCE_TESTS], false)]);
await Promise.all([inTurn(values.lint ? [] : PAGE, true), inTurn(values.lint ? LINT : [...LINT, ...BUILT], false)]);
await inTurn(values.lint ? [] : BROWSERS, true);
console.log(`\n${summary.map((line) => `== ${line}`).join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

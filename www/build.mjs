// Builds the checker page into dist/www: each wasm packed into a script, every asset under its version's own folder.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.dirname(HERE);
const STATIC = path.join(HERE, 'static');
const OUT = path.join(ROOT, 'dist', 'www');
const GLUE = path.join(ROOT, 'target', 'www');
const EXTENSION = path.join(ROOT, 'extension');
const { buildSync } = createRequire(path.join(EXTENSION, 'package.json'))('esbuild');

// Addressed by version, so that a page never meets the files of another build.
const VERSIONED = ['style.css', 'lists.css', 'start.js', 'door.js', 'page.js', 'engine.js', 'lists.js', 'screen.js', 'reader.js'];
const FIXED = ['index.html', 'sw.js', 'manifest.webmanifest', 'icon.svg', 'icon-192.png', 'icon-512.png'];

const read = (file) => fs.readFileSync(file);
const words = (file) => fs.readFileSync(file, 'utf8');

/** A wasm file as a script's words: no page of ours may connect to anything, so it could not be fetched. */
const packed = (wasm) => JSON.stringify(zlib.gzipSync(wasm, { level: 9 }).toString('base64'));

/** The worker that reads files, one script that imports nothing, and its wasm. */
function reader() {
  // Beside its glue, as the script stands in the extension.
  const stdin = { contents: words(path.join(EXTENSION, 'reader.ts')), resolveDir: GLUE, loader: 'ts' };
  const { outputFiles: [worker] } = buildSync({ stdin, bundle: true, minify: true, write: false, format: 'esm', target: 'es2022' });
  const wasm = read(path.join(GLUE, 'beforehand_reader_bg.wasm'));
  return `// What reads files: a worker's script, and its wasm, gzip, base64.\nexport const script = ${JSON.stringify(worker.text)};\nexport const wasm = ${packed(wasm)};\n`;
}

function version(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 12);
}

function contents() {
  const files = new Map([...FIXED, 'style.css', 'start.js', 'door.js'].map((name) => [name, read(path.join(STATIC, name))]));
  files.set('lists.css', read(path.join(EXTENSION, 'static', 'lists.css')));
  files.set('page.js', words(path.join(GLUE, 'beforehand_www.js')));
  const wasm = (what, crate) => `// ${what}: wasm, gzip, base64.\nexport default ${packed(read(path.join(GLUE, `${crate}_bg.wasm`)))};\n`;
  files.set('engine.js', wasm('The engine', 'beforehand_www'));
  files.set('lists.js', words(path.join(GLUE, 'beforehand_www_lists.js')));
  files.set('screen.js', wasm("The screen for people's lists", 'beforehand_www_lists'));
  files.set('reader.js', reader());
  return files;
}

function write(files, release) {
  const folder = `v/${release}`;
  const place = (name) => (VERSIONED.includes(name) ? `${folder}/${name}` : name);
  const kept = [...files.keys()].filter((name) => !['index.html', 'sw.js'].includes(name)).map((name) => `"${place(name)}"`);
  fs.rmSync(OUT, { recursive: true, force: true });
  fs.mkdirSync(path.join(OUT, folder), { recursive: true });
  for (const [name, content] of files) {
    const told = ['index.html', 'sw.js'].includes(name);
    const filled = told ? String(content).replaceAll('@ASSETS@', folder).replaceAll('@VERSION@', release).replace('"@FILES@"', kept.join(', ')) : content;
    fs.writeFileSync(path.join(OUT, place(name)), filled);
  }
}

function report(release) {
  const kb = (bytes) => `${(bytes.length / 1000).toFixed(0)} kB`;
  const part = (what, crate, script) => {
    const [wasm, travels] = [read(path.join(GLUE, `${crate}_bg.wasm`)), read(path.join(OUT, 'v', release, script))];
    return `${what} ${kb(wasm)}, brotli ${kb(zlib.brotliCompressSync(wasm))} (as the script it travels in, brotli ${kb(zlib.brotliCompressSync(travels))})`;
  };
  console.log(`www: dist/www ready, version ${release}`);
  console.log(`www: ${part('engine', 'beforehand_www', 'engine.js')}`);
  console.log(`www: loaded when wanted: ${part('screen for lists', 'beforehand_www_lists', 'screen.js')}; ${part('reader', 'beforehand_reader', 'reader.js')}`);
}

for (const crate of ['beforehand-www', 'beforehand-www-lists', 'beforehand-reader']) {
  execFileSync('bash', [path.join(EXTENSION, 'build', 'wasm.sh'), crate, GLUE], { stdio: ['ignore', 'inherit', 'inherit'] });
}
const files = contents();
const release = version(files.values());
write(files, release);
report(release);

// Builds the checker page into dist/www: the engine packed into a script, every asset under its version's own folder.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.dirname(HERE);
const STATIC = path.join(HERE, 'static');
const OUT = path.join(ROOT, 'dist', 'www');
const GLUE = path.join(ROOT, 'target', 'www');

// Addressed by version, so that a page never meets the files of another build.
const VERSIONED = ['style.css', 'start.js', 'page.js', 'engine.js'];
const FIXED = ['index.html', 'sw.js', 'manifest.webmanifest', 'icon.svg', 'icon-192.png', 'icon-512.png'];

const read = (file) => fs.readFileSync(file);
const words = (file) => fs.readFileSync(file, 'utf8');

/** The engine as a script: no page of ours may connect to anything, so a wasm file could not be fetched. */
function packed(wasm) {
  return `// The engine: wasm, gzip, base64.\nexport default "${zlib.gzipSync(wasm, { level: 9 }).toString('base64')}";\n`;
}

function version(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 12);
}

function contents() {
  const files = new Map([...FIXED, 'style.css', 'start.js'].map((name) => [name, read(path.join(STATIC, name))]));
  files.set('page.js', words(path.join(GLUE, 'beforehand_www.js')));
  files.set('engine.js', packed(read(path.join(GLUE, 'beforehand_www_bg.wasm'))));
  return files;
}

function write(files, release) {
  const folder = `v/${release}`;
  const place = (name) => (VERSIONED.includes(name) ? `${folder}/${name}` : name);
  const kept = [...files.keys()].filter((name) => !['index.html', 'sw.js'].includes(name)).map((name) => `"${place(name)}"`);
  fs.rmSync(OUT, { recursive: true, force: true });
  fs.mkdirSync(path.join(OUT, folder), { recursive: true });
  for (const [name, content] of files) {
    const told = /\.(html|js)$/.test(name) && name !== 'engine.js' && name !== 'page.js';
    const filled = told ? String(content).replaceAll('@ASSETS@', folder).replaceAll('@VERSION@', release).replace('"@FILES@"', kept.join(', ')) : content;
    fs.writeFileSync(path.join(OUT, place(name)), filled);
  }
}

function report(release) {
  const wasm = read(path.join(GLUE, 'beforehand_www_bg.wasm'));
  const brotli = zlib.brotliCompressSync(wasm).length;
  const page = zlib.brotliCompressSync(read(path.join(OUT, 'v', release, 'engine.js'))).length;
  const kb = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
  console.log(`www: dist/www ready, version ${release}; engine ${kb(wasm.length)}, brotli ${kb(brotli)} (as the script it travels in, brotli ${kb(page)})`);
}

execFileSync('bash', [path.join(ROOT, 'extension', 'build', 'wasm.sh'), 'beforehand-www', GLUE], { stdio: ['ignore', 'inherit', 'inherit'] });
const files = contents();
const release = version(files.values());
write(files, release);
report(release);

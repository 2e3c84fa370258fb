// What a browser would have to download for each tool: bundled as a page would, and compressed as a server would.
import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { ENTRIES } from './adapters.mjs';

export const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

/** The best compression of many megabytes takes a minute, so a size is kept beside the file until that changes. */
function kept(folder, file) {
  const store = path.join(folder, 'sizes.json');
  const known = fs.existsSync(store) ? JSON.parse(fs.readFileSync(store, 'utf8')) : {};
  const { size, mtimeMs } = fs.statSync(file);
  const key = `${file} ${size} ${mtimeMs}`;
  known[key] ??= brotli(fs.readFileSync(file));
  fs.writeFileSync(store, JSON.stringify(known));
  return known[key];
}

export const filesSize = (folder, files) => files.reduce((sum, file) => sum + kept(folder, file), 0);

export async function bundleSize(folder, name) {
  const { outputFiles } = await build({
    stdin: { contents: ENTRIES[name], resolveDir: folder }, bundle: true, write: false, minify: true, format: 'esm', platform: 'browser', target: 'es2022',
    logLevel: 'silent', loader: { '.wasm': 'empty' }, external: ['*.wasm', 'node:*', ...builtinModules],
  });
  return brotli(outputFiles[0].contents);
}

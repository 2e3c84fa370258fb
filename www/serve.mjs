// Serves dist/www on loopback: `node www/serve.mjs [PORT]`. Any plain file server does as well; nothing is computed here.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'dist', 'www');
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.webmanifest': 'application/manifest+json',
};

function fileFor(root, address) {
  const wanted = path.join(root, decodeURIComponent(new URL(address, 'http://any').pathname));
  const file = wanted.endsWith(path.sep) ? path.join(wanted, 'index.html') : wanted;
  return file.startsWith(root) && fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/** Serves a folder; `seen` lists the paths asked for. */
export async function serve({ root = ROOT, port = 0 } = {}) {
  const seen = [];
  const server = http.createServer((request, response) => {
    seen.push(request.url);
    const file = fileFor(root, request.url);
    response.writeHead(file ? 200 : 404, { 'content-type': file ? TYPES[path.extname(file)] ?? 'application/octet-stream' : 'text/plain', 'cache-control': 'no-cache' });
    response.end(file ? fs.readFileSync(file) : 'nothing here');
  });
  await new Promise((ready, failed) => server.once('error', failed).listen(port, '127.0.0.1', ready));
  const close = () => new Promise((closed) => { server.closeAllConnections(); server.close(closed); });
  return { seen, close, address: `http://127.0.0.1:${server.address().port}/` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serve({ port: Number(process.argv[2] ?? 8080) });
  console.log(`The checker page is at ${address} (Ctrl+C ends it).`);
}

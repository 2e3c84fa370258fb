// Answers on loopback for every host name the suites use: TLS with a certificate made on the spot, static files with Range.
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css',
  '.mp4': 'video/mp4', '.webm': 'video/webm', '.wasm': 'application/wasm', '.json': 'application/json',
};

function certificate(hosts) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-tls-'));
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  const names = hosts.map((host) => `DNS:${host}`).join(',');
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=beforehand tests',
    '-addext', `subjectAltName=${names}`, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const pair = { key: fs.readFileSync(key), cert: fs.readFileSync(cert) };
  fs.rmSync(folder, { recursive: true });
  return pair;
}

function fileFor(root, host, address) {
  const folder = path.join(root, host);
  const wanted = path.join(folder, decodeURIComponent(new URL(address, 'https://any').pathname));
  if (!wanted.startsWith(folder)) return null;
  const tries = [wanted, `${wanted}.html`, path.join(wanted, 'index.html'), path.join(folder, 'app.html')];
  return tries.find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile()) ?? null;
}

function send(request, response, file) {
  const size = fs.statSync(file).size;
  const head = { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'accept-ranges': 'bytes' };
  const range = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '');
  const [start, end] = range ? [Number(range[1]), range[2] ? Number(range[2]) : size - 1] : [0, size - 1];
  if (range) head['content-range'] = `bytes ${start}-${end}/${size}`;
  response.writeHead(range ? 206 : 200, { ...head, 'content-length': end - start + 1 });
  fs.createReadStream(file, { start, end }).pipe(response);
}

/** What was sent along, once it is all there. */
async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/** Serves `root/<host>/…`; `seen` lists every request and what was posted, so that the network suite can name a stray one. */
export async function serve(root, hosts) {
  const seen = [];
  const answer = async (request, response) => {
    const host = (request.headers.host ?? '').split(':')[0];
    const { url, method } = request;
    seen.push({ host, url, method, ...(method === 'POST' ? { body: await bodyOf(request) } : {}) });
    const file = hosts.includes(host) ? fileFor(root, host, request.url) : null;
    if (file) return send(request, response, file);
    response.writeHead(404, { 'content-type': 'text/plain' });
    return response.end('nothing here');
  };
  const tls = https.createServer(certificate(hosts), answer);
  const plain = http.createServer(answer);
  for (const one of [tls, plain]) await new Promise((ready) => one.listen(0, '127.0.0.1', ready));
  const close = () => [tls, plain].forEach((one) => { one.closeAllConnections(); one.close(); });
  return { hosts, seen, close, tlsPort: tls.address().port, plainPort: plain.address().port };
}

// What a school's web server does for SOGo: it serves the files itself and hands everything else on, with the address that people use.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

export const RESOURCES = ['/usr/lib/GNUstep/SOGo/WebServerResources', '/usr/share/GNUstep/SOGo/WebServerResources'];
const PREFIX = /^\/SOGo(?:\.woa)?\/WebServerResources\//;
const TYPES = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.woff': 'font/woff', '.html': 'text/html' };

function resource(pathname) {
  const name = path.normalize(decodeURIComponent(pathname.replace(PREFIX, '')));
  return name.startsWith('..') ? undefined : RESOURCES.map((folder) => path.join(folder, name)).find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
}

function serveFile(file, response) {
  if (!file) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'cache-control': 'max-age=3600' });
  return fs.createReadStream(file).pipe(response);
}

function handOn(request, response, back, front) {
  const told = { 'x-webobjects-server-port': String(front), 'x-webobjects-server-name': '127.0.0.1', 'x-webobjects-server-url': `http://127.0.0.1:${front}`,
    'x-webobjects-server-protocol': 'HTTP/1.0', 'x-webobjects-remote-host': '127.0.0.1' };
  const onward = http.request({ host: '127.0.0.1', port: back, method: request.method, path: request.url, headers: { ...request.headers, ...told, connection: 'close' }, agent: false }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => { if (!response.headersSent) response.writeHead(502); response.end(); });
  request.pipe(onward);
}

/** Listens on a free port before the SOGo that listens at `back`. */
export async function serveInFront(back) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://any');
    if (PREFIX.test(pathname)) serveFile(resource(pathname), response);
    else handOn(request, response, back, server.address().port);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => { server.closeAllConnections(); server.close(); } };
}

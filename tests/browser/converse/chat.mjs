// Real Prosody with Converse.js as its web client, on free loopback ports and all ended again.
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { REPOSITORY } from '../rig/product.mjs';
import { account, freePort, lastLines, start } from '../rig/process.mjs';
import { until } from '../rig/until.mjs';
import { signIn } from './xmpp.mjs';

const CLIENT = path.join(REPOSITORY, 'tests/node_modules/converse.js/dist');
const PROGRAMS = ['/usr/bin/prosody', path.join(CLIENT, 'converse.min.js')];
export const DOMAIN = 'school.test';
const PASSWORD = 'test';

/** What is missing on this machine, in words. */
export function missing() {
  if (process.getuid() !== 0) return 'Prosody needs root to start';
  const lacking = PROGRAMS.filter((file) => !fs.existsSync(file));
  return lacking.length ? `${lacking.join(', ')} not there: run tests/browser/install.sh and npm ci in tests` : null;
}

const list = (names) => `{ ${names.map((name) => `"${name}"`).join('; ')} }`;

function config({ run, web, client }) {
  const modules = ['roster', 'saslauth', 'disco', 'presence', 'message', 'iq', 'bosh', 'pep', 'vcard4', 'vcard_legacy', 'carbons', 'offline', 'ping'];
  return `data_path = "${run}/data"
pidfile = "${run}/data/prosody.pid"
interfaces = { "127.0.0.1" }
c2s_ports = { ${client} }
s2s_ports = {}
http_ports = { ${web} }
http_interfaces = { "127.0.0.1" }
https_ports = {}
http_host = "127.0.0.1"
consider_bosh_secure = true
allow_unencrypted_plain_auth = true
c2s_require_encryption = false
authentication = "internal_plain"
storage = "internal"
modules_enabled = ${list(modules)}
modules_disabled = ${list(['s2s', 'tls'])}
log = { { levels = { min = "info" }, to = "file", filename = "${run}/data/prosody.log" } }
VirtualHost "${DOMAIN}"
`;
}

/** Prosody keeps an account as a file; its names are written as in an address. */
function addAccounts(run, users) {
  const written = (name) => name.replace(/[^a-z0-9]/g, (one) => `%${one.codePointAt(0).toString(16)}`);
  const folder = path.join(run, 'data', written(DOMAIN), 'accounts');
  fs.mkdirSync(folder, { recursive: true });
  for (const user of users) fs.writeFileSync(path.join(folder, `${written(user)}.dat`), `return {\n\t["password"] = "${PASSWORD}";\n};\n`);
}

const settings = (user) => ({
  authentication: 'login', auto_login: true, jid: `${user}@${DOMAIN}`, password: PASSWORD, bosh_service_url: '/http-bind', assets_path: '/dist/',
  view_mode: 'fullscreen', i18n: 'en', discover_connection_methods: false, auto_away: 0, show_client_info: false, allow_registration: false,
  clear_cache_on_logout: true, persistent_store: 'sessionStorage', omemo_default: false, xmpp_providers_url: '', show_background: false,
});

const PAGE = (user) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chat</title><link rel="stylesheet" href="/dist/converse.min.css"></head>
<body><script type="module">import converse from "/dist/converse.min.js"; (converse?.initialize ? converse : window.converse).initialize(${JSON.stringify(settings(user))});</script></body></html>`;

/** The client shows its sponsors' pictures and asks for a list of servers, both from elsewhere. */
const STAYS_HERE = "img-src 'self' data: blob:; connect-src 'self'";

const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml' };

/** The client's page and its files; what it says to the chat server goes on to Prosody. */
function serveClient(user, web) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://any');
    if (pathname.startsWith('/http-bind')) {
      const onward = http.request({ host: '127.0.0.1', port: web, path: '/http-bind', method: request.method, headers: request.headers }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      return request.pipe(onward);
    }
    const file = path.join(CLIENT, path.normalize(pathname.replace(/^\/dist/, '')));
    const found = pathname.startsWith('/dist/') && file.startsWith(CLIENT) && fs.existsSync(file);
    if (!found && pathname !== '/') { response.writeHead(404); return response.end(); }
    const type = found ? TYPES[path.extname(file)] ?? 'application/octet-stream' : 'text/html; charset=utf-8';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': STAYS_HERE });
    return found ? fs.createReadStream(file).pipe(response) : response.end(PAGE(user));
  });
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
}

/** Starts everything: the first user has the web client, all others are signed in by `join`. */
export async function openChat(users) {
  const run = fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-chat-'));
  const user = account('prosody');
  const [web, client] = [await freePort(), await freePort()];
  addAccounts(run, users);
  fs.writeFileSync(path.join(run, 'prosody.cfg.lua'), config({ run, web, client }));
  for (const place of fs.readdirSync(run, { recursive: true })) fs.chownSync(path.join(run, place), user.uid, user.gid);
  fs.chmodSync(run, 0o755);
  const log = path.join(run, 'out.log');
  const prosody = start('prosody', ['--config', path.join(run, 'prosody.cfg.lua'), '-F'], { user, env: { HOME: path.join(run, 'data') }, log });
  const page = await serveClient(users[0], web);
  const joined = [];
  const close = () => {
    joined.forEach((one) => one.close());
    page.closeAllConnections();
    page.close();
    prosody.end('SIGKILL');
    fs.rmSync(run, { recursive: true, force: true });
  };
  const said = () => lastLines(log, path.join(run, 'data/prosody.log'));
  try {
    await until('the chat server', async () => (await fetch(`http://127.0.0.1:${web}/http-bind`)).ok, { within: 60_000, every: 50 });
  } catch (error) {
    const told = said();
    close();
    throw new Error(`${error.message}${told}`);
  }
  const join = async (name) => {
    joined.push(await signIn({ port: client, domain: DOMAIN, user: name, password: PASSWORD }));
    return joined.at(-1);
  };
  return { address: `http://127.0.0.1:${page.address().port}/`, join, said, close };
}

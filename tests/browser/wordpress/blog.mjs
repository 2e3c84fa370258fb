// Real WordPress on PHP's own server with a MariaDB of its own, on free loopback ports and all ended again.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { account, freePort, lastLines, openDatabase, run as execute, start } from '../rig/process.mjs';
import { until } from '../rig/until.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const SOURCE = '/usr/share/wordpress';
const PROGRAMS = ['/usr/bin/php', '/usr/sbin/mariadbd', '/usr/bin/mariadb-install-db', `${SOURCE}/wp-load.php`, `${SOURCE}/wp-content/themes/twentytwentythree`];
export const USER = 'staff';
export const PASSWORD = 'test';

/** What is missing on this machine, in words. */
export function missing() {
  if (process.getuid() !== 0) return 'the blog needs root to start';
  const lacking = PROGRAMS.filter((file) => !fs.existsSync(file));
  return lacking.length ? `${lacking.join(', ')} not there: run tests/browser/install.sh` : null;
}

function config({ socket, host }) {
  const settings = {
    DB_NAME: 'blog', DB_USER: 'root', DB_PASSWORD: '', DB_HOST: `localhost:${socket}`, DB_CHARSET: 'utf8mb4', DB_COLLATE: '',
    WP_HOME: `http://${host}`, WP_SITEURL: `http://${host}`, AUTOMATIC_UPDATER_DISABLED: true, WP_HTTP_BLOCK_EXTERNAL: true, DISABLE_WP_CRON: true,
    ...Object.fromEntries(['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((one) => [[`${one}_KEY`, `tests ${one}`], [`${one}_SALT`, `salt ${one}`]])),
  };
  const lines = Object.entries(settings).map(([name, value]) => `define('${name}', ${typeof value === 'string' ? `'${value}'` : value});`);
  return `<?php\n${lines.join('\n')}\n$table_prefix = 'wp_';\nif (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');\nrequire_once ABSPATH . 'wp-settings.php';\n`;
}

/** A copy of its own: WordPress looks for its settings beside its own files. */
async function layOut({ site, socket, host, user }) {
  await fs.promises.cp(SOURCE, site, { recursive: true, dereference: true });
  fs.rmSync(path.join(site, 'wp-config.php'));
  fs.writeFileSync(path.join(site, 'wp-config.php'), config({ socket, host }));
  fs.mkdirSync(path.join(site, 'wp-content/mu-plugins'));
  fs.copyFileSync(path.join(HERE, 'heard.php'), path.join(site, 'wp-content/mu-plugins/heard.php'));
  // Debian's own is a link to a folder that only its package may write to.
  const uploads = path.join(site, 'wp-content/uploads');
  fs.rmSync(uploads, { recursive: true, force: true });
  fs.mkdirSync(uploads);
  fs.chownSync(uploads, user.uid, user.gid);
  const env = { PATH: process.env.PATH, BLOG_SITE: site, BLOG_HOST: host, BLOG_PASSWORD: PASSWORD };
  await execute('php', [path.join(HERE, 'setup.php')], { env });
}

const published = (address) => async () => (await fetch(address, { signal: AbortSignal.timeout(20_000) })).ok;

/** Starts everything; `close` ends it and leaves nothing behind. */
export async function openBlog() {
  const run = fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-blog-'));
  fs.chmodSync(run, 0o755);
  const user = account('www-data');
  const database = await openDatabase(path.join(run, 'db'), user);
  const host = `127.0.0.1:${await freePort()}`;
  const [site, log] = [path.join(run, 'site'), path.join(run, 'php.log')];
  database.query('create database blog character set utf8mb4; create table blog.heard (id int auto_increment primary key, what varchar(20), words text)');
  await layOut({ site, socket: database.socket, host, user });
  const php = start('php', ['-d', 'display_errors=0', '-d', 'opcache.enable_cli=1', '-S', host, '-t', site], { user, env: { PHP_CLI_SERVER_WORKERS: '4' }, log });
  const close = () => {
    php.end('SIGKILL');
    database.close();
    fs.rmSync(run, { recursive: true, force: true });
  };
  const address = `http://${host}/`;
  try {
    await until('the blog to show its front page', published(address), { within: 60_000, every: 100 });
  } catch (error) {
    const told = lastLines(log);
    close();
    throw new Error(`${error.message}${told}`);
  }
  /** What the server was told to publish, oldest first, as often as it was told. */
  const heard = (what) => database.query(`select json_quote(words) from heard where what = '${what}' order by id`, 'blog')
    .split('\n').filter(Boolean).map((line) => JSON.parse(line));
  return { address, close, heard, said: () => lastLines(log) };
}

// Real Roundcube on PHP's own server, real Dovecot and a mail sink, all on free loopback ports and all ended again.
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { execFileSync, spawn } from 'node:child_process';
import { ready } from './ready.mjs';
import { RECEIVED, seed, STAFF } from './seed.mjs';
import { openSink } from './sink.mjs';

const PROGRAMS = ['/usr/sbin/dovecot', '/usr/bin/php', '/var/lib/roundcube/public_html'];
export const PASSWORD = 'test';

/** What is missing on this machine, in words. */
export function missing() {
  if (process.getuid() !== 0) return 'Dovecot needs root to start';
  const lacking = PROGRAMS.filter((file) => !fs.existsSync(file));
  return lacking.length ? `${lacking.join(', ')} not there: run tests/browser/roundcube/install.sh` : null;
}

async function freePort() {
  const server = net.createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

const account = (name) => {
  const [uid, gid] = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, name])));
  return { name, uid, gid };
};

function dovecotConfig({ run, imap, user }) {
  return `protocols = imap
listen = 127.0.0.1
base_dir = ${run}/dovecot
instance_name = beforehand-tests
log_path = ${run}/dovecot.log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${run}/mail/%u/Maildir
first_valid_uid = 1
mail_uid = ${user.name}
mail_gid = ${user.name}
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${run}/users
}
userdb {
  driver = static
  args = uid=${user.name} gid=${user.name} home=${run}/mail/%u
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${imap}
  }
  inet_listener imaps {
    port = 0
  }
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
}
`;
}

function roundcubeConfig({ run, imap, smtp }) {
  const settings = {
    db_dsnw: `sqlite:///${run}/roundcube.sqlite?mode=0660`, imap_host: [`127.0.0.1:${imap}`], smtp_host: `127.0.0.1:${smtp}`,
    smtp_user: '', smtp_pass: '', product_name: 'Staff webmail', des_key: 'tests-only-24-characters', skin: 'elastic', language: 'en_GB',
    enable_spellcheck: false, temp_dir: `${run}/temp`, log_dir: `${run}/logs`, reply_mode: 1, htmleditor: 0, draft_autosave: 0,
    login_rate_limit: 1000, ip_check: false, drafts_mbox: 'Drafts', sent_mbox: 'Sent',
  };
  const php = (value) => (Array.isArray(value) ? `[${value.map(php).join(', ')}]` : typeof value === 'string' ? `'${value}'` : String(value));
  const lines = Object.entries(settings).map(([name, value]) => `$config['${name}'] = ${php(value)};`);
  return `<?php\n$config = [];\n$config['plugins'] = [];\n${lines.join('\n')}\n`;
}

function layOut(places) {
  const { run, user } = places;
  for (const folder of ['mail', 'config', 'temp', 'logs', 'dovecot']) fs.mkdirSync(path.join(run, folder));
  fs.writeFileSync(path.join(run, 'users'), `${STAFF.address}:${PASSWORD}\n`);
  fs.writeFileSync(path.join(run, 'dovecot.conf'), dovecotConfig(places));
  fs.writeFileSync(path.join(run, 'config', 'config.inc.php'), roundcubeConfig(places));
  for (const name of ['defaults.inc.php', 'mimetypes.php']) fs.symlinkSync(`/etc/roundcube/${name}`, path.join(run, 'config', name));
  const schema = fs.readFileSync('/usr/share/roundcube/SQL/sqlite.initial.sql');
  execFileSync('sqlite3', [path.join(run, 'roundcube.sqlite')], { input: schema });
  seed(path.join(run, 'mail'));
  execFileSync('chown', ['-R', `${user.name}:${user.name}`, run]);
  execFileSync('chown', ['-R', 'root:root', path.join(run, 'dovecot')]);
  // Dovecot asks for passwords as a user of its own, who must come in as far as the list.
  fs.chmodSync(run, 0o755);
}

/** The last lines that Dovecot and Roundcube wrote about themselves, for a failure that would say nothing else. */
function said(run) {
  const logs = [path.join(run, 'dovecot.log'), path.join(run, 'logs', 'errors.log')];
  return logs.filter((file) => fs.existsSync(file)).map((file) => `\n${fs.readFileSync(file, 'utf8').trim().split('\n').slice(-2).join('\n')}`).join('');
}

/** Starts everything; `close` ends it and leaves nothing behind. */
export async function openWebmail() {
  const run = fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-mail-'));
  const sink = await openSink();
  const user = account('www-data');
  const places = { run, user, smtp: sink.port, imap: await freePort(), http: await freePort() };
  layOut(places);
  // The daemon keeps whatever output it is given open, so it is given none.
  execFileSync('dovecot', ['-c', path.join(run, 'dovecot.conf')], { stdio: 'ignore' });
  const php = spawn('php', ['-d', 'display_errors=0', '-d', `session.save_path=${run}/temp`, '-S', `127.0.0.1:${places.http}`, '-t', '/var/lib/roundcube/public_html'],
    { uid: user.uid, gid: user.gid, detached: true, stdio: 'ignore',
      env: { PATH: process.env.PATH, ROUNDCUBE_CONFIG_DIR: path.join(run, 'config'), PHP_CLI_SERVER_WORKERS: '4' } });
  const close = () => {
    // Its workers are children of its own: the whole group ends.
    process.kill(-php.pid);
    execFileSync('doveadm', ['-c', path.join(run, 'dovecot.conf'), 'stop']);
    sink.close();
    fs.rmSync(run, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${places.http}/`;
  try {
    await ready({ imap: places.imap, address, user: STAFF.address, password: PASSWORD, mails: RECEIVED });
  } catch (error) {
    const told = said(run);
    close();
    throw new Error(`${error.message}${told}`);
  }
  return { address, mails: sink.mails, said: () => said(run), close };
}

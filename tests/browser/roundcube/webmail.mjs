// Real Roundcube on PHP's own server, beside a real mailbox and a mail sink, on a free loopback port and ended again.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { lacking, openPost, ready } from '../mail/post.mjs';
import { freePort, start } from '../rig/process.mjs';

/** What is missing on this machine, in words. */
export const missing = () => lacking(['/usr/bin/php', '/var/lib/roundcube/public_html']);

function config({ run, imap, smtp, html }) {
  const settings = {
    db_dsnw: `sqlite:///${run}/roundcube.sqlite?mode=0660`, imap_host: [`127.0.0.1:${imap}`], smtp_host: `127.0.0.1:${smtp}`,
    smtp_user: '', smtp_pass: '', product_name: 'Staff webmail', des_key: 'tests-only-24-characters', skin: 'elastic', language: 'en_GB',
    enable_spellcheck: false, temp_dir: `${run}/temp`, log_dir: `${run}/logs`, reply_mode: 1, htmleditor: html ? 1 : 0, draft_autosave: 0,
    login_rate_limit: 1000, ip_check: false, drafts_mbox: 'Drafts', sent_mbox: 'Sent',
  };
  const php = (value) => (Array.isArray(value) ? `[${value.map(php).join(', ')}]` : typeof value === 'string' ? `'${value}'` : String(value));
  const lines = Object.entries(settings).map(([name, value]) => `$config['${name}'] = ${php(value)};`);
  return `<?php\n$config = [];\n$config['plugins'] = [];\n${lines.join('\n')}\n`;
}

function layOut(places) {
  const { run, user } = places;
  const own = ['config', 'temp', 'logs'].map((folder) => path.join(run, folder));
  for (const folder of own) fs.mkdirSync(folder);
  fs.writeFileSync(path.join(run, 'config', 'config.inc.php'), config(places));
  for (const name of ['defaults.inc.php', 'mimetypes.php']) fs.symlinkSync(`/etc/roundcube/${name}`, path.join(run, 'config', name));
  const database = path.join(run, 'roundcube.sqlite');
  execFileSync('sqlite3', [database], { input: fs.readFileSync('/usr/share/roundcube/SQL/sqlite.initial.sql') });
  execFileSync('chown', ['-R', `${user.name}:${user.name}`, ...own, database]);
  // The database writes a second file beside itself.
  fs.chownSync(run, user.uid, user.gid);
}

/** Starts everything, with the plain or the rich composer; `close` ends it and leaves nothing behind. */
export async function openWebmail({ html = false } = {}) {
  const post = await openPost();
  const { run, user } = post;
  layOut({ ...post, html });
  const http = await freePort();
  const php = start('php', ['-d', 'display_errors=0', '-d', `session.save_path=${run}/temp`, '-S', `127.0.0.1:${http}`, '-t', '/var/lib/roundcube/public_html'],
    { user, env: { ROUNDCUBE_CONFIG_DIR: path.join(run, 'config'), PHP_CLI_SERVER_WORKERS: '4' } });
  const close = () => {
    php.end();
    post.close();
  };
  const webmail = { address: `http://127.0.0.1:${http}/`, html, mails: post.mails, newest: post.newest, said: () => post.said('logs/errors.log'), close };
  await ready({ post, shows: 'rcmloginuser', ...webmail });
  return webmail;
}

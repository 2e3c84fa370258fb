// What every webmail stands on: a teacher's mailbox on real Dovecot and a mail sink, on free loopback ports and all ended again.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { account, freePort, lastLines } from '../rig/process.mjs';
import { until } from '../rig/until.mjs';
import { inboxCount, newestOf } from './ready.mjs';
import { RECEIVED, seed, STAFF } from './seed.mjs';
import { openSink } from './sink.mjs';

export const PASSWORD = 'test';
export const FIRST_START = 60_000;

/** What is missing on this machine, in words. */
export function lacking(programs) {
  if (process.getuid() !== 0) return 'Dovecot needs root to start';
  const missing = ['/usr/sbin/dovecot', ...programs].filter((file) => !fs.existsSync(file));
  return missing.length ? `${missing.join(', ')} not there: run tests/browser/install.sh` : null;
}

function dovecotConfig({ run, imap, user }) {
  return `protocols = imap
listen = 127.0.0.1
base_dir = ${run}/dovecot
instance_name = ${path.basename(run)}
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

function layOut(places) {
  const { run, user } = places;
  for (const folder of ['mail', 'dovecot']) fs.mkdirSync(path.join(run, folder));
  fs.writeFileSync(path.join(run, 'users'), `${STAFF.address}:${PASSWORD}\n`);
  fs.writeFileSync(path.join(run, 'dovecot.conf'), dovecotConfig(places));
  seed(path.join(run, 'mail'));
  execFileSync('chown', ['-R', `${user.name}:${user.name}`, path.join(run, 'mail')]);
  // Dovecot asks for passwords as a user of its own, who must come in as far as the list.
  fs.chmodSync(run, 0o755);
}

/** Starts mailbox and sink; `run` is a folder for the webmail's own files too, and `close` leaves nothing behind. */
export async function openPost() {
  const run = fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-mail-'));
  const sink = await openSink();
  const user = account('www-data');
  const places = { run, user, smtp: sink.port, imap: await freePort() };
  layOut(places);
  // The daemon keeps whatever output it is given open, so it is given none.
  execFileSync('dovecot', ['-c', path.join(run, 'dovecot.conf')], { stdio: 'ignore' });
  const close = () => {
    execFileSync('doveadm', ['-c', path.join(run, 'dovecot.conf'), 'stop']);
    sink.close();
    fs.rmSync(run, { recursive: true, force: true });
  };
  const said = (...logs) => lastLines(path.join(run, 'dovecot.log'), ...logs.map((log) => path.join(run, log)));
  const newest = (subject) => newestOf(subject, places.imap, STAFF.address, PASSWORD);
  return { ...places, mails: sink.mails, newest, said, close };
}

/** Waits until the mailbox can be asked and the webmail shows its sign-in page; where they do not come, says what they said. */
export async function ready({ post, address, shows, said, close }) {
  const page = async () => {
    const answer = await fetch(address, { signal: AbortSignal.timeout(20_000) });
    return answer.ok && (await answer.text()).includes(shows);
  };
  try {
    await until(`the mail server to hold ${RECEIVED} mails`, async () => (await inboxCount(post.imap, STAFF.address, PASSWORD)) === RECEIVED, { within: FIRST_START, every: 100 });
    await until('the webmail to show its sign-in page', page, { within: FIRST_START, every: 100 });
  } catch (error) {
    const told = said();
    close();
    throw new Error(`${error.message}${told}`);
  }
}

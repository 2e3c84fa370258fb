// What real servers need on a test machine: a free port, an account to run as, and a database that lives as long as the suite.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { until } from './until.mjs';

/** Runs a program to its end; the other browser's suites go on meanwhile. */
export const run = promisify(execFile);

export async function freePort() {
  const server = net.createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

export const account = (name) => {
  const [uid, gid] = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, name])));
  return { name, uid, gid };
};

/** Starts a program in a group of its own, as another user; `end` ends the group, its workers included. */
export function start(program, given, { user, env = {}, log, cwd } = {}) {
  const out = log ? fs.openSync(log, 'a') : 'ignore';
  const child = spawn(program, given, {
    ...(user ? { uid: user.uid, gid: user.gid } : {}), cwd, detached: true, stdio: ['ignore', out, out], env: { PATH: process.env.PATH, ...env },
  });
  child.on('error', () => {});
  if (log) fs.closeSync(out);
  return { child, end: (signal = 'SIGTERM') => { try { process.kill(-child.pid, signal); } catch { /* it has ended already */ } } };
}

/** The last lines of what programs wrote about themselves, for a failure that would say nothing else. */
export const lastLines = (...logs) => logs.filter((file) => fs.existsSync(file))
  .map((file) => `\n${fs.readFileSync(file, 'utf8').trim().split('\n').slice(-2).join('\n')}`).join('');

/** A MariaDB of its own in `folder`, reached over its socket and, where a port is asked for, over loopback. */
export async function openDatabase(folder, user, { port = 0 } = {}) {
  fs.mkdirSync(folder);
  fs.chownSync(folder, user.uid, user.gid);
  const [socket, log] = [path.join(folder, 's.sock'), path.join(folder, 'server.log')];
  const own = ['--no-defaults', `--user=${user.name}`, `--datadir=${folder}`];
  await run('mariadb-install-db', [...own, '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve']);
  const network = port ? [`--port=${port}`, '--bind-address=127.0.0.1'] : ['--skip-networking'];
  // Nothing here outlives the suite, so nothing waits for the disk.
  const quick = ['--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0', '--innodb-buffer-pool-size=32M', '--skip-log-bin'];
  const server = start('mariadbd', [...own, `--socket=${socket}`, `--pid-file=${folder}/server.pid`, ...network, ...quick], { log });
  const query = (sql, database = '') => execFileSync('mariadb', ['--no-defaults', '-S', socket, '-u', 'root', '-N', '-B', '-r', ...(database ? [database] : [])], { input: sql, stdio: ['pipe', 'pipe', 'pipe'] }).toString();
  await until('the database', () => query('select 1').trim() === '1', { within: 60_000, every: 50 }).catch((error) => {
    server.end('SIGKILL');
    throw new Error(`${error.message}${lastLines(log)}`);
  });
  return { socket, port, query, close: () => server.end('SIGKILL') };
}

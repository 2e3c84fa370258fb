// Real SOGo with a MariaDB and a memcached of its own, beside a real mailbox and a mail sink, on free loopback ports and all ended again.
import fs from 'node:fs';
import path from 'node:path';
import { lacking, openPost, PASSWORD, ready } from '../mail/post.mjs';
import { PARENT, STAFF } from '../mail/seed.mjs';
import { account, freePort, openDatabase, start } from '../rig/process.mjs';
import { RESOURCES, serveInFront } from './front.mjs';

/** What is missing on this machine, in words. */
export const missing = () => lacking(['/usr/sbin/sogod', '/usr/bin/memcached', '/usr/sbin/mariadbd', '/usr/bin/mariadb-install-db', RESOURCES[1]]);

const TABLES = { SOGoProfileURL: 'user_profile', OCSFolderInfoURL: 'folder_info', OCSSessionsFolderURL: 'sessions_folder', OCSEMailAlarmsFolderURL: 'alarms_folder',
  OCSStoreURL: 'store', OCSAclURL: 'acl', OCSCacheFolderURL: 'cache_folder' };

const PEOPLE = `create database sogo character set utf8mb4; create user sogo@'127.0.0.1' identified by 'sogo'; grant all on sogo.* to sogo@'127.0.0.1';
create table sogo.people (c_uid varchar(60) primary key, c_name varchar(60), c_password varchar(60), c_cn varchar(60), mail varchar(60));
insert into sogo.people values ${[STAFF, PARENT].map(({ name, address }) => `('${address}', '${address}', '${PASSWORD}', '${name}', '${address}')`).join(', ')};`;

function settings({ run, imap, smtp, database, memory, back, html }) {
  const store = `mysql://sogo:sogo@127.0.0.1:${database}/sogo`;
  const people = `({type = sql; id = people; viewURL = "${store}/people"; canAuthenticate = YES; isAddressBook = YES; userPasswordAlgorithm = plain; displayName = People;})`;
  return {
    ...Object.fromEntries(Object.entries(TABLES).map(([name, table]) => [name, `${store}/sogo_${table}`])), SOGoUserSources: people,
    SOGoIMAPServer: `imap://127.0.0.1:${imap}`, SOGoMailingMechanism: 'smtp', SOGoSMTPServer: `smtp://127.0.0.1:${smtp}`, SOGoMemcachedHost: `127.0.0.1:${memory}`,
    SOGoDraftsFolderName: 'Drafts', SOGoSentFolderName: 'Sent', SOGoTrashFolderName: 'Trash', SOGoLanguage: 'English', SOGoTimeZone: 'UTC', SOGoPageTitle: 'Staff webmail', SOGoAnimationMode: 'none',
    SOGoLoginModule: 'Mail', SOGoMailReplyPlacement: 'above', SOGoMailComposeMessageType: html ? 'html' : 'text', SOGoMailMessageCheck: 'manually', SOGoRefreshViewCheck: 'manually',
    SOGoSieveScriptsEnabled: 'NO', SOGoVacationEnabled: 'NO', SOGoForwardEnabled: 'NO', SOGoMailSpoolPath: `${run}/spool`, NGImap4DisableIMAP4Pooling: 'YES',
    WOPort: `127.0.0.1:${back}`, WOLogFile: '-', WOPidFile: `${run}/spool/sogod.pid`, WOWorkersCount: '4', WONoDetach: 'YES',
  };
}

/** Given as arguments, settings come before those of the machine's own file, which stays as it is. */
const given = (all) => Object.entries(all).flatMap(([name, value]) => [`-${name}`, value]);

/** Starts everything, with the plain or the rich composer; `close` ends it and leaves nothing behind. */
export async function openWebmail({ html = false } = {}) {
  const post = await openPost();
  const { run } = post;
  const user = account('sogo');
  const home = path.join(run, 'spool');
  fs.mkdirSync(home);
  fs.chownSync(home, user.uid, user.gid);
  const places = { ...post, html, memory: await freePort(), back: await freePort() };
  const database = await openDatabase(path.join(run, 'db'), post.user, { port: await freePort() });
  database.query(PEOPLE);
  const memory = start('memcached', ['-u', 'nobody', '-l', '127.0.0.1', '-p', String(places.memory), '-m', '32']);
  const sogo = start('sogod', given(settings({ ...places, database: database.port })), { user, env: { HOME: home }, log: path.join(run, 'sogo.log') });
  const front = await serveInFront(places.back);
  const close = () => {
    front.close();
    // It does not end its workers when it is asked to end.
    sogo.end('SIGKILL');
    memory.end();
    database.close();
    post.close();
  };
  const webmail = { address: `${front.address}SOGo/`, html, mails: post.mails, newest: post.newest, said: () => post.said('sogo.log'), close };
  await ready({ post, shows: 'SOGo', ...webmail });
  return webmail;
}

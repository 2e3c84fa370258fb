// Waits until the webmail can do what the suite is about to ask of it: IMAP signs the teacher in and counts the mails, the sign-in page comes.
import net from 'node:net';
import { until } from '../rig/until.mjs';

const FIRST_START = 60_000;

/** One IMAP conversation: signs in, asks how many mails the inbox holds, signs out; null when it went any other way. */
function inboxCount(port, user, password) {
  return new Promise((answer) => {
    const socket = net.connect(port, '127.0.0.1');
    let heard = '';
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on('connect', () => socket.write(`a LOGIN ${user} ${password}\r\nb STATUS INBOX (MESSAGES)\r\nc LOGOUT\r\n`));
    socket.on('data', (bytes) => { heard += bytes; });
    socket.on('error', () => {});
    socket.on('close', () => { const found = /\(MESSAGES (\d+)\)/.exec(heard); answer(found && Number(found[1])); });
  });
}

async function signInPage(address) {
  const page = await fetch(address, { signal: AbortSignal.timeout(20_000) });
  return page.ok && (await page.text()).includes('rcmloginuser');
}

export async function ready({ imap, address, user, password, mails }) {
  await until(`the mail server to hold ${mails} mails for ${user}`, async () => (await inboxCount(imap, user, password)) === mails, { within: FIRST_START, every: 100 });
  await until('the webmail to show its sign-in page', () => signInPage(address), { within: FIRST_START, every: 100 });
}

// Asks a mail server over IMAP what a teacher has in the inbox: it is ready when it can say so.
import net from 'node:net';

/** One IMAP conversation: signs in, says these commands, signs out; all that was heard. */
function converse(port, user, password, ...commands) {
  return new Promise((answer) => {
    const socket = net.connect(port, '127.0.0.1');
    let heard = '';
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on('connect', () => socket.write([`LOGIN ${user} ${password}`, ...commands, 'LOGOUT'].map((line, at) => `a${at} ${line}\r\n`).join('')));
    socket.on('data', (bytes) => { heard += bytes; });
    socket.on('error', () => {});
    socket.on('close', () => answer(heard));
  });
}

/** How many mails the inbox holds; null when it cannot be asked. */
export async function inboxCount(...mailbox) {
  const found = /\(MESSAGES (\d+)\)/.exec(await converse(...mailbox, 'STATUS INBOX (MESSAGES)'));
  return found && Number(found[1]);
}

/** The number by which the newest received mail with these words in its subject is known. */
export async function newestOf(subject, ...mailbox) {
  const found = /^\* SEARCH(.*)$/m.exec(await converse(...mailbox, 'SELECT INBOX', `UID SEARCH SUBJECT "${subject}"`));
  return Math.max(...found[1].trim().split(' ').map(Number));
}

// Stops the process that the extension's background runs in, as a machine does that has no time for it, until it is let go on.
import fs from 'node:fs';

const read = (pid, file) => {
  // A process may end between being listed and being looked at.
  try { return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8'); } catch { return ''; }
};
const parentOf = (pid) => Number(/\) \S (\d+)/.exec(read(pid, 'stat'))?.[1] ?? 0);

/** Every process under this one, however deep. */
function under(root) {
  const all = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map(all.map((pid) => [pid, parentOf(pid)]));
  const within = (pid) => { const parent = parents.get(pid); return parent === root || (parent > 1 && within(parent)); };
  return all.filter(within);
}

/** Chromium says it in the command line, Firefox in the process's name. */
const runsExtensions = (pid) => read(pid, 'cmdline').includes('--extension-process') || read(pid, 'comm').startsWith('WebExtensions');

/** Nothing in there answers from here on: no timer has to fire first, and no busy machine ends it early. Gives what lets it go on. */
export function freeze(browser) {
  const stopped = under(browser.process().pid).filter(runsExtensions);
  if (!stopped.length) throw new Error('no process of the extension was found to stop');
  const send = (signal) => stopped.forEach((pid) => { if (read(pid, 'stat')) process.kill(pid, signal); });
  send('SIGSTOP');
  return () => send('SIGCONT');
}

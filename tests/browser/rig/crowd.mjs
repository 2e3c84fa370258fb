// Lists of as many made-up people as one likes, and how the screen for lists takes them: how long, how the bar moves.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { REPOSITORY } from './product.mjs';

const names = (file) => fs.readFileSync(path.join(REPOSITORY, 'crate', 'data', file), 'utf8').trim().split('\n').map((line) => line.replace(/[+*]+$/, ''));

/** A file of so many people with the names that the engine knows, gone with the process. */
export function crowd(count) {
  const [forenames, surnames] = [names('forenames.txt'), names('surnames.txt')];
  const row = (at) => {
    const [forename, surname] = [forenames[(at * 7) % forenames.length], surnames[(at * 11) % surnames.length]];
    return `${forename},${surname},Pupil,${7 + (at % 5)}B,${String(1 + (at % 28)).padStart(2, '0')}/05/2012,${forename}.${surname}${at}@pupils.example\n`;
  };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-crowd-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, `${count}.csv`);
  fs.writeFileSync(file, `Forename,Surname,Role,Form,Date of Birth,Email\n${Array.from({ length: count }, (_, at) => row(at)).join('')}`);
  return file;
}

/** In the page: notes when files are chosen, found and in use, and every place at which the bar stood. */
export function watch() {
  const at = (id) => document.getElementById(id);
  const seen = { bar: [] };
  globalThis.listsSeen = seen;
  at('roster-files').addEventListener('change', () => { Object.assign(seen, { bar: [], found: 0, used: 0, chosen: performance.now() }); }, { capture: true });
  at('roster-take').addEventListener('click', () => { seen.taken = performance.now(); }, { capture: true });
  new MutationObserver(() => { if (!at('roster-preview').hidden) seen.found = performance.now(); }).observe(at('roster-preview'), { attributes: true, attributeFilter: ['hidden'] });
  new MutationObserver(() => { if (at('roster-progress').hasAttribute('value')) seen.bar.push(at('roster-progress').value); }).observe(at('roster-progress'), { attributes: true, attributeFilter: ['value'] });
  new MutationObserver(() => { if (at('roster-said').textContent === 'The lists are in use.') seen.used = performance.now(); }).observe(at('roster-said'), { childList: true });
}

// Large lists of people in the checker page: how long they take, leaving at any moment, and that the worker which reads them is shut in.
import { crowd, watch } from '../rig/crowd.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { Checker } from './rig.mjs';

export const name = 'lists';

const shown = (checker, id) => checker.page.$eval(`#${id}`, (element) => !element.hidden);
const seen = (checker) => checker.page.evaluate(() => globalThis.listsSeen);
const known = (checker) => checker.text('#people-state');

async function open(browser, address) {
  const checker = await Checker.open(browser, address);
  await checker.openLists();
  await checker.page.evaluate(watch);
  return checker;
}

async function found(checker) {
  await until('the preview', async () => (await seen(checker)).found && !(await shown(checker, 'roster-reading')), { within: 60_000 });
}

async function imported(checker, file) {
  await (await checker.page.$('#roster-files')).uploadFile(file);
  await found(checker);
  await checker.click('#roster-take');
  const times = await until('the lists to be in use', async () => { const now = await seen(checker); return now.used && now; }, { within: 60_000 });
  return { ...times, reading: times.found - times.chosen, keeping: times.used - times.taken };
}

async function fast(checker, label, count, limit, tries) {
  const file = crowd(count);
  let best = { reading: Infinity, keeping: 0 };
  for (let turn = 0; turn < tries && best.reading + best.keeping > limit; turn += 1) {
    const times = await imported(checker, file);
    if (times.reading + times.keeping < best.reading + best.keeping) best = times;
  }
  console.log(`  ${label}: ${count} people: preview after ${best.reading.toFixed(0)} ms, in use ${best.keeping.toFixed(0)} ms after that`);
  holds('everybody', (await known(checker)).startsWith(count.toLocaleString('en-GB')), await known(checker));
  // The figure is printed above; a machine that is busy with other things is no reason to fail.
  holds(`within ${limit} ms, or five times that on a busy machine`, best.reading + best.keeping <= 5 * limit, best);
  return best;
}

/** Whatever the reader is made to do, its page's rules hold in it. */
async function shutIn({ browser, server, address }) {
  const checker = await open(browser, address);
  await checker.kept();
  await checker.preview('pupils.csv');
  const worker = await until('the reader', () => checker.page.workers()[0]);
  const before = server.seen.length;
  const outcome = await worker.evaluate((address) => fetch(`${address}icon.svg`).then(() => 'went out', () => 'refused'), checker.address);
  check('asked from inside', outcome, 'refused');
  check('asked of the server', server.seen.slice(before), []);
  await checker.click('#roster-leave');
  await until('the reader to be gone', () => checker.page.workers().length === 0);
  await checker.close();
}

export async function run({ table, label, browser, server, address }) {
  const checker = await open(browser, address);
  await table.row(`${label} two thousand people are read (bar: 200 ms)`, () => fast(checker, label, 2_000, 200, 5));
  await table.row(`${label} two hundred thousand are read (bar: 5 s), and the progress bar moves`, async () => {
    const { bar } = await fast(checker, label, 200_000, 5_000, 3);
    holds('the bar is seen to move', new Set(bar).size >= 10 && bar.every((value, at) => at === 0 || value >= bar[at - 1]), bar);
  });
  await table.row(`${label} who cancels has the earlier lists as they were`, async () => {
    await checker.load('staff.csv');
    const before = await known(checker);
    await (await checker.page.$('#roster-files')).uploadFile(crowd(200_000));
    await until('the bar to move', async () => (await seen(checker)).bar.length > 2, { every: 5 });
    await checker.click('#roster-cancel');
    check('the screen', [await shown(checker, 'roster-reading'), await shown(checker, 'roster-preview'), await known(checker)], [false, false, before]);
  });
  if (label === 'chromium') await table.row(`${label} the worker that reads can reach nothing, and is gone`, () => shutIn({ browser, server, address }));
  check(`${label} errors in the page`, checker.troubles, []);
  await checker.close();
}

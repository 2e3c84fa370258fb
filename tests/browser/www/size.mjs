// Long drafts: how long the page is busy. Times are printed; what is asserted is that the answer comes and says what was read.
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { Checker } from './rig.mjs';

export const name = 'size';

const POST = 'Proud to teach Year 9 at Larkfield, and so pleased for Jayden in 7B who got top marks in maths today. '.repeat(3).slice(0, 280);
const MAIL = 'Thank you for your email about the homework. We looked at it with Mrs Patel in Science on Monday. '.repeat(31).slice(0, 3000);
const HUGE = 'A line of a very long document about nothing in particular, with Mrs Patel in it.\n'.repeat(12_600).slice(0, 1_000_000);

/** Types one letter at a time and tells how long each key kept the page, in milliseconds. */
function keys(times) {
  const draft = document.querySelector('#draft');
  const spent = [];
  for (let key = 0; key < times; key += 1) {
    draft.setSelectionRange(key, key);
    const start = performance.now();
    document.execCommand('insertText', false, 'x');
    spent.push(performance.now() - start);
  }
  spent.sort((one, other) => one - other);
  return [spent[Math.floor(times / 2)], spent[Math.floor(times * 0.95)]].map((ms) => ms.toFixed(1));
}

export async function run({ table, label, browser, address }) {
  const checker = await Checker.open(browser, address);
  const { page } = checker;
  await checker.choose('policy', 'durrington');
  for (const [what, text] of [['post of 280', POST], ['mail of 3,000', MAIL]]) {
    await table.row(`${label} keys in a ${what}`, async () => {
      await checker.paste(text);
      const [median, most] = await page.evaluate(keys, 60);
      holds('something is found', (await checker.cards()).length > 0);
      console.log(`  ${label}: one key in a ${what} characters, checked and drawn: median ${median} ms, 95 % within ${most} ms`);
    });
  }
  await table.row(`${label} a megabyte pasted`, async () => {
    const start = Date.now();
    await page.evaluate((text) => {
      const draft = document.querySelector('#draft');
      draft.value = text;
      draft.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, HUGE);
    const pasted = Date.now() - start;
    await until('the answer', async () => (await checker.text('#summary')).includes('Only the first'));
    console.log(`  ${label}: a megabyte: the page has it after ${pasted} ms, the findings after ${Date.now() - start} ms`);
    check('length told', await checker.text('#draft-count'), '1,000,000 characters');
    await page.click('[data-go="0"]');
    holds('the card leads to the words', await page.$eval('#draft', (area) => area.selectionEnd > area.selectionStart));
    check('nothing is cut', (await checker.value()).length, 1_000_000);
    await checker.paste('');
    check('back to a small box', await page.$eval('#draft-frame', (frame) => frame.className), 'frame');
  });
  check(`${label} errors in the page`, checker.troubles, []);
  await checker.close();
}

// Fixes, their undo, and the ways between the words and the cards.
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { Checker } from './rig.mjs';

export const name = 'fixes';

// Policy, draft, words on the fix's button, the draft afterwards.
const FIXES = [
  ['academy-trust', 'So pleased for Jayden in 7B!', 'Say “a pupil”', 'So pleased for a pupil in 7B!'],
  ['academy-trust', '😀 Mrs Patel in Science is off.', 'Say “A colleague”', '😀 A colleague in Science is off.'],
  ['durrington', 'Proud to teach Year 9 at Larkfield.', 'Add', null],
];

async function press(checker, label) {
  const at = (await checker.page.$$eval('[data-fix]', (fixes) => fixes.map((fix) => fix.textContent))).findIndex((words) => words.startsWith(label));
  holds(`a fix ${label}`, at >= 0);
  await (await checker.page.$$('[data-fix]'))[at].click();
}

const control = async (page, key) => {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
};

export async function run({ table, label, browser, address }) {
  const checker = await Checker.open(browser, address);
  const { page } = checker;
  await checker.choose('moment', 'post');
  for (const [policy, draft, button, after] of FIXES) {
    const start = async () => {
      await checker.choose('policy', policy);
      await checker.paste('');
      await page.focus('#draft');
      await page.keyboard.type(draft);
    };
    await table.row(`${label} fix: ${button} in ${draft}`, async () => {
      await start();
      const before = (await checker.cards()).length;
      await press(checker, button);
      if (after !== null) check('the draft', await checker.value(), after);
      else holds('the draft is longer', (await checker.value()).startsWith(draft.slice(0, 20)) && (await checker.value()).length > draft.length, await checker.value());
      check('findings left', (await checker.cards()).length, before - 1);
      check('focus', await page.evaluate(() => document.activeElement.id), 'draft');
    });
    await table.row(`${label} Ctrl+Z takes it back: ${button}`, async () => {
      await start();
      await press(checker, button);
      await control(page, 'z');
      check('the draft', await checker.value(), draft);
      await control(page, 'y');
      holds('Ctrl+Y brings it again', (await checker.value()) !== draft);
    });
    await table.row(`${label} Undo takes it back: ${button}`, async () => {
      await start();
      await press(checker, button);
      await page.click('#undo');
      check('the draft', await checker.value(), draft);
      check('Undo is gone', await page.$eval('#undo', (undo) => undo.hidden), true);
      await page.keyboard.type('!');
      check('typing goes on', (await checker.value()).length, draft.length + 1);
    });
    await table.row(`${label} Undo goes away when the text is changed: ${button}`, async () => {
      await start();
      await press(checker, button);
      await page.keyboard.type(' more');
      check('Undo is gone', await page.$eval('#undo', (undo) => undo.hidden), true);
    });
  }
  await ways({ table, label, checker });
  check(`${label} errors in the page`, checker.troubles, []);
  await checker.close();
}

async function ways({ table, label, checker }) {
  const { page } = checker;
  const selected = () => page.$eval('#draft', (area) => area.value.slice(area.selectionStart, area.selectionEnd));
  await checker.choose('policy', 'academy-trust');
  await checker.paste('Jayden in 7B did well, and Mrs Patel in Science too.');
  await table.row(`${label} a card leads to its words, Escape back to the card`, async () => {
    await page.click('[data-go="1"]');
    check('selected', await selected(), 'Mrs Patel');
    check('current card', await page.$$eval('.card.current h3', (all) => all.map((one) => one.textContent)), ['This names Mrs Patel']);
    await page.keyboard.press('Escape');
    check('focus', await page.evaluate(() => document.activeElement.dataset.go), '1');
  });
  await table.row(`${label} Alt+Down goes round the findings`, async () => {
    await page.$eval('#draft', (area) => { area.focus(); area.setSelectionRange(1, 1); });
    const seen = [];
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.down('Alt');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.up('Alt');
      seen.push(await selected());
    }
    check('in turn', seen, ['Mrs Patel', 'Jayden', 'Mrs Patel']);
  });
  await table.row(`${label} a click on the words shows their card`, async () => {
    await page.$eval('#draft', (area) => area.setSelectionRange(2, 2));
    await page.keyboard.press('ArrowRight');
    check('current card', await page.$$eval('.card.current h3', (all) => all.map((one) => one.textContent)), ['This names Jayden']);
  });
  await table.row(`${label} copying says so and keeps the caret`, async () => {
    await page.$eval('#draft', (area) => area.setSelectionRange(3, 3));
    // By key: the card of the row before may still be moving the page.
    await page.focus('#copy');
    await page.keyboard.press('Enter');
    await until('a word about it', async () => (await checker.text('#tool-note')).startsWith('Copied'));
    check('caret', await page.$eval('#draft', (area) => area.selectionStart), 3);
  });
}

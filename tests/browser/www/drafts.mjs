// What is found in a draft, where it is marked, and that the marks lie exactly under the words.
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { Checker } from './rig.mjs';

export const name = 'drafts';

// Policy, kind of writing, draft, then the words of the cards that must be there, gravest first.
const FOUND = [
  ['durrington', 'post', 'Proud to teach Year 9 at Larkfield.', ['Proud to teach Year 9']],
  ['durrington', 'comment', 'As a teacher at Larkfield Academy I agree.', ['As a teacher at Larkfield Academy']],
  ['durrington', 'post', 'Frost on the allotment this morning. Leeks are fine.', []],
  ['academy-trust', 'post', '😀😀 So pleased for Jayden in 7B!', ['Jayden']],
  ['academy-trust', 'post', 'Line one\r\nline two 👩‍🏫 and Mrs Patel in Science', ['Mrs Patel']],
  ['academy-trust', 'post', 'Ŵyl hapus! Mrs Patel in Science is off.', ['Mrs Patel']],
  ['academy-trust', 'post', '   \n\n  ', []],
];

// Texts whose lines break in awkward places: mirror and text area must break them alike.
const WRAPS = [
  'word '.repeat(120), 'aVeryLongWordWithoutAnyBreak'.repeat(12), 'tab\there\tand\tthere', 'ends in lines\n\n\n', '\n\nbegins with lines',
  'spaces' + ' '.repeat(200) + 'end', '👩‍🏫🏴󠁧󠁢󠁷󠁬󠁳󠁿'.repeat(30), 'مرحبا بالعالم '.repeat(20), 'https://example.com/a/very/long/path?with=query&and=more#fragment '.repeat(4),
  'AVAVAV Ta To We fi ffi fl '.repeat(12), 'soft­hyphen'.repeat(40), 'wide　space　中文字符没有空格'.repeat(8), 'lone \ud83d half',
];

/** The two boxes are as tall as each other when every line breaks in the same place. */
function heights() {
  const [area, mirror] = [document.querySelector('#draft'), document.querySelector('#mirror')];
  return { area: area.scrollHeight, mirror: mirror.scrollHeight, wide: [area.clientWidth, mirror.clientWidth] };
}

/** What the browser itself says lies under the first letter of a mark. */
function underMark() {
  const draft = document.querySelector('#draft');
  return [...document.querySelectorAll('#mirror mark')].map((mark) => {
    const box = mark.getClientRects()[0];
    const spot = document.caretPositionFromPoint(box.left + 1, box.top + box.height / 2);
    return { draft: spot?.offsetNode === draft || draft.contains(spot?.offsetNode ?? null), words: draft.value.slice(spot?.offset, spot?.offset + mark.textContent.length), mark: mark.textContent };
  });
}

export async function run({ table, label, browser, address }) {
  const checker = await Checker.open(browser, address);
  for (const [policy, moment, draft, words] of FOUND) {
    await table.row(`${label} found: ${policy} ${moment} ${JSON.stringify(draft)}`, async () => {
      await checker.choose('policy', policy);
      await checker.choose('moment', moment);
      await checker.paste(draft);
      check('words on the cards', (await checker.cards()).map((card) => card.words), words.map((one) => `“${one}”`));
      check('words marked', await checker.marks(), words);
      if (draft.trim() && !words.length) holds('says so plainly', (await checker.text('#summary')).startsWith('Nothing found'), await checker.text('#summary'));
    });
  }
  await table.row(`${label} half a character moves no mark and is not mended`, async () => {
    await checker.choose('policy', 'academy-trust');
    await checker.page.evaluate(() => {
      const draft = document.querySelector('#draft');
      draft.value = `${String.fromCharCode(0xd83d)} Mrs Patel in Science, so pleased for Jayden in 7B`;
      draft.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    check('words marked', await checker.marks(), ['Mrs Patel', 'Jayden']);
    await checker.click('[data-fix="1 0"]');
    check('after a fix', await checker.page.$eval('#draft', (draft) => [draft.value.charCodeAt(0), draft.value.slice(1)]), [0xd83d, ' Mrs Patel in Science, so pleased for a pupil in 7B']);
  });
  await table.row(`${label} a card says why, by which policy and clause`, async () => {
    await checker.choose('policy', 'academy-trust');
    await checker.choose('moment', 'post');
    await checker.paste('So pleased for Jayden in 7B!');
    const [card] = await checker.cards();
    check('tier and heading', [card.tier, card.heading], ['check', 'This names Jayden']);
    holds('clause and date', card.why.includes('4.4(b)') && card.why.includes('2018'), card.why);
    holds('something to do', card.fixes.length > 0, card.fixes);
  });
  for (const text of WRAPS) {
    await table.row(`${label} wraps alike: ${JSON.stringify(text.slice(0, 30))}`, async () => {
      for (const width of [320, 390, 1366]) {
        await checker.page.setViewport({ width, height: 800 });
        await checker.paste(text);
        const { area, mirror, wide } = await checker.page.evaluate(heights);
        check(`height of the mirror at ${width}`, mirror, area);
        check(`width of the mirror at ${width}`, wide[1], wide[0]);
      }
    });
  }
  for (const width of [320, 390, 1366]) {
    await table.row(`${label} marks lie under their words at ${width}`, async () => {
      await checker.page.setViewport({ width, height: 1200 });
      await checker.paste(`${'AVATAR To We fi 👩‍🏫 '.repeat(9)}So pleased for Jayden in 7B, and Mrs Patel in Science is too.`);
      await checker.page.$eval('#draft', (area) => area.scrollIntoView());
      const found = await checker.page.evaluate(underMark);
      check('number of marks', found.length, 2);
      found.forEach((one) => check('the words under the mark', [one.draft, one.words], [true, one.mark]));
    });
  }
  await typed({ table, label, checker });
  check(`${label} errors in the page`, checker.troubles, []);
  await checker.close();
}

async function typed({ table, label, checker }) {
  const { page } = checker;
  await page.setViewport({ width: 1366, height: 900 });
  await table.row(`${label} findings appear while typing, and a reader is told once`, async () => {
    await checker.paste('');
    await page.evaluate(() => {
      window.told = [];
      new MutationObserver(() => window.told.push(document.querySelector('#live').textContent)).observe(document.querySelector('#live'), { childList: true, characterData: true, subtree: true });
    });
    await page.focus('#draft');
    await page.keyboard.type('So pleased for Jayden in 7B');
    check('found at the last key', (await checker.cards()).length, 1);
    await until('the reader to be told', () => page.evaluate(() => window.told.length > 0));
    check('told', await page.evaluate(() => window.told.filter((words, at, all) => words !== all[at - 1])), ['Check: This names Jayden.']);
  });
}

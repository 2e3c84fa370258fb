// For everyone: axe, keyboard order, target sizes, narrow screens, zoom, dark, forced colours, reduced motion.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { check, holds } from '../rig/table.mjs';
import { Checker } from './rig.mjs';

export const name = 'access';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DRAFT = 'Jayden in 7B did well, and Mrs Patel in Science too.';
const DARK = [{ name: 'prefers-color-scheme', value: 'dark' }];
const LIGHT = [{ name: 'prefers-color-scheme', value: 'light' }];

// What is on the screen when axe looks.
const SCENES = {
  empty: async () => {},
  findings: (checker) => checker.paste(DRAFT),
  fixed: async (checker) => { await checker.paste(DRAFT); await checker.click('[data-fix]'); },
  email: (checker) => checker.click('#examples li:nth-child(3) button'),
  connect: (checker) => checker.choose('moment', 'connect'),
  opened: async (checker) => { await open(checker); await checker.load('pupils.csv'); },
  previewed: async (checker) => { await open(checker); await checker.preview('pupils.csv', 'empty.csv'); await open(checker); },
  clauses: (checker) => checker.click('nav a[href="#asks"]'),
  about: (checker) => checker.click('nav a[href="#about"]'),
};

const open = (checker) => checker.page.$$eval('details', (all) => all.forEach((one) => { one.open = true; }));

const THEMES = [['light', LIGHT, 1366], ['dark', DARK, 1366], ['narrow', LIGHT, 320]];

async function scene(checker, prepare) {
  await checker.visit();
  await checker.choose('policy', 'durrington');
  await checker.choose('moment', 'post');
  await prepare(checker);
}

const axe = () => window.axe.run(document, { resultTypes: ['violations'] })
  .then(({ violations }) => violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`));

/** Everything that can be pressed and is smaller than 24 by 24, links inside sentences excepted as WCAG does. */
function small() {
  const targets = [...document.querySelectorAll('button, select, input, textarea, summary, a, label.button')].filter((one) => one.offsetParent && !one.matches('.file, p a, li a'));
  return targets.filter((one) => {
    const box = one.matches('.tick input') ? one.closest('label').getBoundingClientRect() : one.getBoundingClientRect();
    return box.width < 24 || box.height < 24;
  }).map((one) => one.outerHTML.slice(0, 80));
}

const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

export async function run(suite) {
  const { table, label, browser, address } = suite;
  for (const [theme, media, width] of THEMES) {
    const checker = await Checker.open(browser, address, { media: label === 'chromium' ? media : [], viewport: { width, height: 900 } });
    for (const [what, prepare] of Object.entries(SCENES)) {
      await table.row(`${label} ${theme} ${what}: axe, width, targets`, async () => {
        await scene(checker, prepare);
        await checker.page.evaluate(AXE);
        check('violations', await checker.page.evaluate(axe), []);
        check('too wide by', await checker.page.evaluate(wide), 0);
        check('small targets', await checker.page.evaluate(small), []);
      });
    }
    await checker.close();
  }
  await keyboard(suite);
}

// The stops of the Tab key on a fresh page, by id or by what stands there.
const STOPS = ['.skip', '[href="#check"]', '[href="#asks"]', '[href="#about"]', '.promise a', '#policy', '#moment', '#draft', '#copy', '#clear', '[data-example="0"]'];

async function keyboard({ table, label, browser, address }) {
  const checker = await Checker.open(browser, address, { viewport: { width: 1366, height: 900 } });
  const { page } = checker;
  await checker.choose('policy', 'durrington');
  await table.row(`${label} Tab goes through the page in its order, each stop visible`, async () => {
    await checker.visit();
    for (const stop of STOPS) {
      await page.keyboard.press('Tab');
      const [at, outline] = await page.evaluate((wanted) => {
        const focused = document.activeElement;
        const ring = focused.matches('#draft') ? focused.parentElement : focused;
        return [focused.matches(wanted) || focused.outerHTML.slice(0, 90), getComputedStyle(ring).outlineStyle];
      }, stop);
      check(`stop ${stop}`, at, true);
      check(`ring of ${stop}`, outline, 'solid');
    }
  });
  await table.row(`${label} the skip link leads to the draft`, async () => {
    await checker.visit();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('typed');
    check('draft', await checker.value(), 'typed');
  });
  await table.row(`${label} the skip link leads to the draft from another view`, async () => {
    await checker.visit('#asks');
    await checker.click('.skip');
    await page.waitForFunction(() => document.activeElement.id === 'draft');
    check('marked', await page.$$eval('[aria-current]', (all) => all.map((one) => one.textContent)), ['Check a draft']);
  });
  await table.row(`${label} a change of view moves the focus to its heading`, async () => {
    await checker.click('nav a[href="#about"]');
    await page.waitForFunction(() => document.activeElement.id === 'about-title');
    check('title', await page.title(), 'About · Beforehand');
    check('marked', await page.$$eval('[aria-current]', (all) => all.map((one) => one.textContent)), ['About']);
  });
  if (label === 'chromium') await chromiumOnly({ table, label, checker });
  await checker.close();
}

async function chromiumOnly({ table, label, checker }) {
  const { page } = checker;
  await table.row(`${label} forced colours keep the marks, reduced motion stills the page`, async () => {
    await checker.visit();
    await checker.choose('policy', 'academy-trust');
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-reduced-motion', value: 'reduce' }] });
    await checker.paste(DRAFT);
    const lines = await page.$$eval('#mirror mark', (marks) => marks.map((mark) => getComputedStyle(mark).textDecorationLine));
    holds('underlined', lines.length === 2 && lines.every((line) => line === 'underline'), lines);
    check('transitions', await page.$eval('#copy', (button) => getComputedStyle(button).transitionDuration), '0s');
    await session.detach();
  });
}

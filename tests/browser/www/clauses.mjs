// "What the policy asks": whole, true to the packs, filterable, and reached from a card.
import fs from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../rig/product.mjs';
import { check, holds } from '../rig/table.mjs';
import { Checker } from './rig.mjs';

export const name = 'clauses';

const PACKS = path.join(REPOSITORY, 'crate', 'packs');

/** The clauses of a pack, read from its file by plain text, so that the page's own reader is not its judge. */
function packs() {
  return fs.readdirSync(PACKS).filter((file) => file.endsWith('.toml')).map((file) => {
    const text = fs.readFileSync(path.join(PACKS, file), 'utf8');
    const clauses = text.split(/^\[\[clause\]\]$/m).slice(1).map((part) => ({ id: /^id = "(.*)"$/m.exec(part)[1], does: /^does = "(.*)"$/m.exec(part)[1], kind: /^kind = "(.*)"$/m.exec(part)?.[1] }));
    return { id: path.basename(file, '.toml'), clauses };
  });
}

/** Kinds that no page of the extension or of the checker has the facts for: passwords, sign-up forms, searches, transfers. */
const UNSEEN = ['long streaming', 'open search', 'weak password', 'unapproved service', 'large transfer', 'phishing signs', 'unknown attachment', 'auto forward', 'site category'];

const built = (kind) => fs.existsSync(path.join(REPOSITORY, 'crate', 'src', 'kinds', `${kind.replaceAll('-', '_')}.rs`));

function expected({ clauses }) {
  const count = (test) => clauses.filter(test).length;
  return {
    built: count((one) => one.does === 'check' && built(one.kind)), planned: count((one) => one.does === 'check' && !built(one.kind)),
    guide: count((one) => one.does === 'guide'), beyond: count((one) => one.does === 'beyond'),
  };
}

export async function run({ table, label, browser, address }) {
  const checker = await Checker.open(browser, address, { hash: '#asks' });
  const { page } = checker;
  const ids = () => page.$$eval('.clauses li', (rows) => rows.map((row) => row.id));
  const claimed = () => page.$$eval('.group', (groups) => groups.filter((group) => /Checked/.test(group.querySelector('h2').textContent))
    .flatMap((group) => [...group.querySelectorAll('.how')].map((how) => /: (.*), when/.exec(how.textContent)[1])));
  for (const pack of packs()) {
    await table.row(`${label} every clause of ${pack.id} is told`, async () => {
      await checker.choose('asks-policy', pack.id);
      check('clauses', (await ids()).sort(), pack.clauses.map((one) => `asks/${pack.id}/${one.id}`).sort());
      const counts = await page.$$eval('#asks-counts dd', (all) => all.map((one) => Number(one.textContent)));
      const [here, extension, unwatched, planned, guide, beyond] = counts;
      check('counts', { built: here + extension + unwatched, planned, guide, beyond }, expected(pack));
      holds('what nobody tells the engine is not claimed', (await claimed()).every((kind) => !UNSEEN.includes(kind)), await claimed());
      check('the other list follows', await checker.value('policy'), pack.id);
    });
  }
  await table.row(`${label} words and handling narrow the list`, async () => {
    await checker.choose('asks-policy', 'durrington');
    await page.type('#asks-words', 'personal email');
    const some = await page.$$eval('.clauses li', (rows) => rows.map((row) => row.textContent.toLowerCase()));
    holds('some', some.length > 0 && some.every((one) => one.includes('personal') && one.includes('email')), some);
    await checker.choose('asks-how', 'beyond');
    check('told', await checker.text('#asks-shown'), 'Showing 0 of 49 clauses.');
    await page.$eval('#asks-words', (field) => { field.value = ''; field.dispatchEvent(new Event('input', { bubbles: true })); });
    check('one group', await page.$$eval('.group', (groups) => groups.length), 1);
  });
  await table.row(`${label} a card leads to its clause`, async () => {
    await checker.visit('#check');
    await checker.choose('policy', 'academy-trust');
    await checker.choose('moment', 'post');
    await checker.paste('So pleased for Jayden in 7B!');
    await page.click('.card .cite a');
    await page.waitForFunction(() => !document.querySelector('#view-asks').hidden);
    const [id, text] = await page.evaluate(() => [document.activeElement.id, document.activeElement.textContent]);
    holds('focus on the clause', id.startsWith('asks/academy-trust/') && text.includes('4.4(b)'), id);
    await page.goBack();
    await page.waitForFunction(() => !document.querySelector('#view-check').hidden);
    check('the draft is still there', await checker.value(), 'So pleased for Jayden in 7B!');
  });
  await table.row(`${label} an address with a clause that is not there shows the list`, async () => {
    await checker.visit('#asks/durrington/nothing-of-the-sort');
    check('clauses', (await ids()).length, 49);
    check('title has the focus or the page is fresh', await page.$eval('#view-asks', (view) => view.hidden), false);
  });
  check(`${label} errors in the page`, checker.troubles, []);
  await checker.close();
}

// What a person may add: the school, a list of people, the fields of an email; and what is remembered of it.
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { Checker } from './rig.mjs';

export const name = 'added';

const report = (checker) => until('the report', async () => {
  const words = await checker.text('#roster-report');
  return words && words;
});

// Files to load, words that the report must hold, people then known.
const LISTS = [
  [['pupils.csv'], ['2 pupils.', 'Columns used: Forename, Surname, Reg Group and DOB. Not used: Shoe size.', '2 rows left out:', 'Line 4: ', 'Line 5: there is no forename.'], '2 people'],
  [['staff.csv'], ['1 member of staff.'], '1 person'],
  [['empty.csv'], ['Nobody was read', 'headings'], ''],
  [['pupils.csv', 'staff.csv'], ['2 pupils.', '1 member of staff.'], '3 people'],
];

async function lists({ table, label, browser, address }) {
  const checker = await Checker.open(browser, address);
  for (const [files, words, people] of LISTS) {
    await table.row(`${label} list: ${files}`, async () => {
      await checker.page.$eval('#roster-report', (element) => { element.textContent = ''; });
      await checker.upload('roster-file', ...files);
      await until(`the last of ${files}`, async () => (await report(checker)).includes(words.at(-1)));
      const said = await report(checker);
      words.forEach((one) => holds(`the report says ${one}`, said.includes(one), said));
      holds('people known', (await checker.text('#people-state')).startsWith(people), await checker.text('#people-state'));
      await checker.click('#roster-forget');
      check('forgotten', await checker.text('#people-state'), '');
    });
  }
  await table.row(`${label} a list is used, and is gone with the tab`, async () => {
    await checker.choose('policy', 'academy-trust');
    await checker.upload('roster-file', 'pupils.csv');
    await until('two people', async () => (await checker.text('#people-state')).startsWith('2 people'));
    await checker.paste('Amina Okonjo sang on Friday.');
    check('named', (await checker.cards()).map((card) => card.heading), ['This names Amina Okonjo, 9B']);
    await checker.visit();
    check('nobody known', await checker.text('#people-state'), '');
    const store = await checker.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    for (const secret of ['Okonjo', 'Amina', 'Featherstone']) holds(`nothing kept of ${secret}`, !store.includes(secret), store);
  });
  await table.row(`${label} a friend request to a pupil on the list`, async () => {
    await checker.choose('policy', 'durrington');
    await checker.choose('moment', 'connect');
    await checker.page.type('#person-name', 'Jordan Featherstone');
    holds('says that nobody is known', (await checker.text('#summary')).includes('nobody is known'), await checker.text('#summary'));
    await checker.upload('roster-file', 'pupils.csv');
    await until('a finding', async () => (await checker.cards()).length === 1);
    check('tier', (await checker.cards())[0].tier, 'pause');
  });
  await checker.close();
}

async function school({ table, label, browser, address }) {
  const checker = await Checker.open(browser, address);
  await table.row(`${label} a school file fills the fields and is remembered`, async () => {
    await checker.upload('school-file', 'school.toml');
    await until('the name', async () => (await checker.value('school-name')) === 'Larkfield Academy');
    check('fields', [await checker.value('school-also'), await checker.value('school-handles'), await checker.value('school-domains')], ['Larkfield, LFA', '@LarkfieldAcad', 'larkfield.example']);
    await checker.visit();
    check('after a reload', await checker.value('school-name'), 'Larkfield Academy');
    check('what only the file says', await checker.page.evaluate(() => JSON.parse(localStorage['beforehand.school']).pupil_domains), ['pupils.larkfield.example']);
  });
  await table.row(`${label} a wrong school file changes nothing and says where it is wrong`, async () => {
    await checker.upload('school-file', 'wrong.toml');
    await until('a word about it', async () => (await checker.text('#school-note')).includes('wrong.toml:3:'));
    holds('names the field', (await checker.text('#school-note')).includes('head'), await checker.text('#school-note'));
    check('name', await checker.value('school-name'), 'Larkfield Academy');
  });
  await table.row(`${label} forgetting the school`, async () => {
    await checker.click('#school-forget');
    check('field', await checker.value('school-name'), '');
    check('store', await checker.page.evaluate(() => localStorage['beforehand.school'] ?? null), null);
  });
  await table.row(`${label} a broken memory of the school is set aside and said`, async () => {
    await checker.page.evaluate(() => { localStorage['beforehand.school'] = '{"name":'; });
    await checker.visit();
    holds('said', (await checker.text('#school-note')).includes('could not be read'), await checker.text('#school-note'));
    check('set aside', await checker.page.evaluate(() => localStorage['beforehand.school.unreadable']), '{"name":');
  });
  await table.row(`${label} policy and kind of writing are remembered`, async () => {
    await checker.choose('policy', 'st-albans');
    await checker.choose('moment', 'message');
    await checker.visit();
    check('chosen', [await checker.value('policy'), await checker.value('moment')], ['st-albans', 'message']);
  });
  await checker.close();
}

// Earlier emails (who wrote), whether the two have spoken, findings expected under Durrington's rule of 2.
const THREADS = [
  [[], false, 0], [['them'], false, 0], [['them', 'me'], false, 1], [['them', 'me', 'them'], false, 1],
  [['them', 'auto'], false, 0], [['them', 'me', 'them'], true, 0],
];

async function mail({ table, label, browser, address }) {
  const checker = await Checker.open(browser, address);
  const { page } = checker;
  await checker.choose('policy', 'durrington');
  const shown = () => page.evaluate(() => ['mail-fields', 'thread-fields', 'person-fields', 'action-field'].filter((id) => document.getElementById(id).offsetParent));
  for (const [moment, fields] of [['post', []], ['email', ['mail-fields', 'thread-fields']], ['message', ['person-fields']], ['connect', ['person-fields', 'action-field']], ['profile', []]]) {
    await table.row(`${label} fields of ${moment}`, async () => {
      await checker.choose('moment', moment);
      check('shown', await shown(), fields);
    });
  }
  await checker.choose('moment', 'email');
  await page.type('#mail-to', 'p.lamont@home.example');
  await page.type('#mail-subject', 'RE: Homework');
  await checker.paste('I still think we should wait.');
  for (const [writers, spoken, expected] of THREADS) {
    await table.row(`${label} earlier emails: ${writers} ${spoken ? 'and spoken' : ''}`, async () => {
      await page.$eval('#thread-spoken', (box, on) => { if (box.checked !== on) box.click(); }, spoken);
      for (const at of writers.keys()) {
        await checker.click('#thread-add');
        await page.select(`#thread-rows li:nth-child(${at + 1}) select`, writers[at]);
      }
      const found = (await checker.cards()).map((card) => card.heading).filter((heading) => heading.includes('exchanged'));
      check('findings', found.length, expected);
      for (const _ of writers) await checker.click('[data-remove]');
      check('rows left', await page.$$eval('#thread-rows li', (rows) => rows.length), 0);
    });
  }
  await table.row(`${label} the example with four emails shows the rule`, async () => {
    await checker.click('#examples li:nth-child(3) button');
    holds('found', (await checker.cards()).some((card) => card.heading.startsWith('3 emails')), await checker.cards());
  });
  await checker.close();
}

export async function run(suite) {
  await lists(suite);
  await school(suite);
  await mail(suite);
}

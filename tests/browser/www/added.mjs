// What a person may add: the school, a list of people, the fields of an email; and what is remembered of it.
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { Checker } from './rig.mjs';

export const name = 'added';

// Files to load, words that the preview must hold, people then known.
const LISTS = [
  [['pupils.csv'], ['Found 2 pupils', 'Columns used: Forename, Surname, Reg Group and DOB. Not used: Shoe size.', '2 rows are left out:', 'Line 4: ', 'Line 5: there is no forename.'], '2 people'],
  [['staff.csv'], ['Found 1 member of staff'], '1 person'],
  [['empty.csv'], ['Nobody could be read from this', 'headings'], ''],
  [['pupils.csv', 'staff.csv'], ['Found 2 pupils and 1 member of staff'], '3 people'],
];

async function lists({ table, label, browser, address }) {
  const checker = await Checker.open(browser, address);
  const known = () => checker.text('#people-state');
  for (const [files, words, people] of LISTS) {
    await table.row(`${label} list: ${files}`, async () => {
      const said = await checker.preview(...files);
      words.forEach((one) => holds(`the preview says ${one}`, said.includes(one), said));
      check('nobody is known before the person says so', await known(), '');
      if (people) {
        await checker.click('#roster-take');
        await until('the people', async () => (await known()).startsWith(people));
        check('nothing is left of the preview', await checker.page.$eval('#roster-preview', (one) => [one.hidden, one.querySelector('.lists-files').textContent]), [true, '']);
        await checker.click('#roster-wipe');
      } else {
        check('nothing can be kept', await checker.page.$eval('#roster-take', (button) => button.hidden), true);
        await checker.click('#roster-leave');
      }
      await until('nobody', async () => (await known()) === '');
    });
  }
  await table.row(`${label} a column is corrected, and the list read again at once`, async () => {
    const said = await checker.preview('foreign.csv');
    holds('why it cannot be read', said.includes('Nobody could be read from this') && said.includes('no row of headings'), said);
    const choose = (column, what) => checker.page.select(`#roster-column-0-${column}`, what);
    const found = (words) => until(words, async () => (await checker.text('#roster-preview-title')) === words);
    await choose(1, 'full name');
    await found('Found 2 pupils');
    await choose(2, 'role');
    await found('Found 1 pupil and 1 member of staff');
    check('the columns', await checker.page.$$eval('.lists-columns .field', (all) => all.map((one) => `${one.querySelector('label').textContent}: ${one.querySelector('select').value}`)), ['Class: form', 'Wer: full name', 'Was: role']);
    await choose(1, '');
    await found('Nobody could be read from this');
    await choose(1, 'full name');
    await found('Found 1 pupil and 1 member of staff');
    await checker.click('#roster-take');
    await until('two people', async () => (await known()).startsWith('2 people'));
  });
  await table.row(`${label} a list without headings: columns are named by number`, async () => {
    await checker.preview('bare.csv');
    await checker.page.select('#roster-column-0-0', 'surname');
    await checker.page.select('#roster-column-0-1', 'forename');
    await until('them', async () => (await checker.text('#roster-preview-title')) === 'Found 2 pupils');
    check('their names', await checker.page.$$eval('.lists-columns label', (all) => all.map((one) => one.textContent)), ['Column 1', 'Column 2']);
    await checker.click('#roster-leave');
  });
  await table.row(`${label} lists are added to those in use, replaced, or left`, async () => {
    await checker.preview('pupils.csv');
    await checker.click('#roster-leave');
    check('as before', (await known()).split(',')[0], '2 people');
    await checker.preview('pupils.csv');
    await checker.click('#roster-add');
    await until('four', async () => (await known()).startsWith('4 people'));
    await checker.preview('staff.csv');
    check('the button says it', await checker.text('#roster-take'), 'Replace the lists in use');
    await checker.click('#roster-take');
    await until('one', async () => (await known()).startsWith('1 person'));
    await checker.click('#roster-wipe');
  });
  await table.row(`${label} a file that is dropped is read`, async () => {
    await checker.page.evaluate(() => {
      const dropped = new DataTransfer();
      dropped.items.add(new File(['Forename,Surname\nAmina,Okonjo\n'], 'dropped.csv'));
      document.querySelector('#roster-choose').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: dropped }));
    });
    holds('read', (await checker.previewed()).includes('dropped.csv'));
    await checker.click('#roster-leave');
  });
  await table.row(`${label} what is no list is refused with the reason`, async () => {
    for (const [file, why] of [['book.xls', 'this is an Excel workbook'], ['list.pdf', 'this is a PDF'], ['page.html', 'this is an XML or web page']]) {
      const said = await checker.preview(file);
      holds(`${file} says ${why}`, said.includes(`Line 1: ${why}`), said);
      await checker.click('#roster-leave');
    }
  });
  await table.row(`${label} a list is used, and is gone with the tab`, async () => {
    await checker.choose('policy', 'academy-trust');
    await checker.load('pupils.csv');
    await checker.paste('Amina Okonjo sang on Friday.');
    check('named', (await checker.cards()).map((card) => card.heading), ['This names Amina Okonjo, 9B']);
    await checker.visit();
    check('nobody known', await known(), '');
    const store = await checker.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    for (const secret of ['Okonjo', 'Amina', 'Featherstone']) holds(`nothing kept of ${secret}`, !store.includes(secret), store);
  });
  await table.row(`${label} a friend request to a pupil on the list`, async () => {
    await checker.choose('policy', 'durrington');
    await checker.choose('moment', 'connect');
    await checker.page.type('#person-name', 'Jordan Featherstone');
    holds('says that nobody is known', (await checker.text('#summary')).includes('nobody is known'), await checker.text('#summary'));
    await checker.load('pupils.csv');
    await until('a finding', async () => (await checker.cards()).length === 1);
    check('tier', (await checker.cards())[0].tier, 'pause');
  });
  check(`${label} errors in the page`, checker.troubles, []);
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

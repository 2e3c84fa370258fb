// Friend requests under all five policies: who is paused, who is not, to the day of a birthday, by the site's own buttons.
import { pressButton, state, untilState } from '../rig/overlay.mjs';
import { importRoster, settle, POLICY } from '../rig/product.mjs';
import { PEOPLE, POLICIES } from '../rig/school.mjs';
import { check } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';

/** Who is paused under which policy; everybody else is let by. Durrington until 19, academy-trust and maltby until 18. */
const PAUSED = {
  durrington: ['pupil', 'ex-18-eve', 'ex-18-day', 'ex-19-eve', 'family-pupil', 'family-ex-17'],
  'west-midlands': ['pupil', 'family-pupil', 'parent'],
  'academy-trust': ['pupil', 'ex-18-eve', 'family-pupil', 'family-ex-17'],
  maltby: ['pupil', 'ex-18-eve'],
  // Former pupils are only advised against, at any age: a note, never a pause.
  'st-albans': ['pupil', 'family-pupil'],
};
const NOTED = { 'st-albans': ['ex-18-eve', 'ex-18-day', 'ex-19-eve', 'ex-19-day', 'family-ex-17'] };

const PAGES = [
  { name: 'suggestions', address: 'https://www.facebook.com/friends/suggestions', act: 'add' },
  { name: 'requests', address: 'https://www.facebook.com/friends/requests', act: 'confirm' },
];
const FRIENDS = 'https://www.facebook.com';

const posts = (page) => page.evaluate(() => window.rig.posts);

async function clicked(page, person, act) {
  await page.click(`#${act}-${person.key}`);
}

async function paused(page, person, act) {
  const before = await posts(page);
  await clicked(page, person, act);
  await untilState(page, 'dialog');
  check('what the page heard', await posts(page), before);
  await page.keyboard.press('Escape');
  await until('the dialog to close', async () => (await state(page)) !== 'dialog');
  check('what the page heard after going back', await posts(page), before);
}

async function letBy(page, person, act, wanted) {
  const before = await posts(page);
  await clicked(page, person, act);
  await until('the page to hear of it', async () => (await posts(page)).length > before.length);
  check('what the page heard', await posts(page), [...before, `${act} ${person.name}`]);
  if (wanted) await untilState(page, wanted);
}

async function open(rig, address) {
  const page = await rig.newPage();
  await page.goto(address, { waitUntil: 'load' });
  return page;
}

/** Marks the family as a person does, in the dialog: a mark belongs to the site on which it was made. */
async function marks(rig) {
  await settle(rig, { policy: 'maltby' });
  const page = await open(rig, PAGES[0].address);
  for (const person of PEOPLE.filter((each) => each.family)) {
    await clicked(page, person, 'add');
    await untilState(page, 'dialog');
    await pressButton(rig, page, /family/i);
    await until('the dialog to close', async () => (await state(page)) !== 'dialog');
  }
  await page.close();
}

export const name = 'friends';

async function policyRows(table, rig, policy) {
  await settle(rig, { policy });
  for (const { name: list, address, act } of PAGES) {
    const page = await open(rig, address);
    for (const person of PEOPLE) {
      const held = PAUSED[policy].includes(person.key);
      const what = `${rig.name} friends/${policy} ${list} ${person.key} is ${held ? 'paused' : 'let by'}`;
      const noted = NOTED[policy]?.includes(person.key) ? 'chip' : null;
      await table.row(what, () => (held ? paused(page, person, act) : letBy(page, person, act, noted)));
      // A failed row may leave its dialog standing in the way of the next.
      if ((await state(page)) === 'dialog') await page.keyboard.press('Escape');
    }
    await page.close();
  }
}

async function otherPages(table, rig) {
  const [pupil] = PEOPLE;
  const stranger = PEOPLE.at(-1);
  const places = { 'profile page': '/jordan.smith', 'in Welsh': '/friends/cy/suggestions' };
  for (const [where, address] of Object.entries(places)) {
    await table.row(`${rig.name} friends/${where}: a pupil is paused`, async () => {
      const page = await open(rig, FRIENDS + address);
      try { await paused(page, pupil, 'add'); } finally { await page.close(); }
    });
  }
  await table.row(`${rig.name} friends/profile page: a stranger is let by`, async () => {
    const page = await open(rig, `${FRIENDS}/lennox.abernathy`);
    try { await letBy(page, stranger, 'add'); } finally { await page.close(); }
  });
  await table.row(`${rig.name} friends/deleting a pupil's request is nobody's business`, async () => {
    const page = await open(rig, `${FRIENDS}/friends/requests`);
    try { await letBy(page, pupil, 'remove'); } finally { await page.close(); }
  });
}

export async function run({ table, rig }) {
  await importRoster(rig);
  await table.row(`${rig.name} friends/family is marked in the dialog`, () => marks(rig));
  for (const policy of POLICIES) await policyRows(table, rig, policy);
  await settle(rig, { policy: POLICY });
  await otherPages(table, rig);
}

// Every social site at its real address: what needs a word is held before the site hears of it and goes out once, whatever is innocent is
// let by, people are known by every button in their language, and without us the page is the same. Every second site is tried in one browser
// and the others in the other, in English and one more language, unless SOCIAL=all asks for all: a suite of their own proves the finders on every page.
import { LANGUAGES, CARDS } from '../../pages/saved.mjs';
import { keptOpen, painted } from '../rig/composer.mjs';
import { choose, state, untilState } from '../rig/overlay.mjs';
import { buildCovering, importRoster, settle } from '../rig/product.mjs';
import { everything, mine } from '../rig/share.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { OWN_HOSTS, SITES, addressFor, partsOf } from '../social/build.mjs';
import { compare, trace } from './unchanged.mjs';

const INNOCENT = 'Rain again by the look of it';
/** What a policy has a word about, and how the fix shows in the editor's own model. */
const POSTED = { text: 'Proud to teach at Larkfield', fixed: /views are my own/i };
const SENT = { text: 'Well done Jordan Smith in 9B', fixed: /\bJS\b/ };
const KEYS = ['ArrowLeft', 'x', 'Control+z', 'End', '!'];

const needs = ({ moment }) => (['message', 'email'].includes(moment) ? SENT : POSTED);
const gesturesOf = ({ click, keys }) => [...(click ? ['click'] : []), ...keys.map((key) => (key === 'enter' ? key : 'ctrl-enter'))];

/** The extension for these sites: one that each school has its own of gets an address here. */
export const buildForSocial = (browser) => buildCovering('social', browser, OWN_HOSTS);

/** Every composer of every site; each is opened in one of the four languages, in turn. */
export const COMPOSERS = SITES.flatMap((site) => partsOf(site).filter(({ composer }) => composer).map(({ at, composer }) => ({ site, at, ...composer })))
  .map((one, index) => ({ ...one, language: LANGUAGES[index % LANGUAGES.length] }))
  .map((one) => ({
    ...one, gestures: gesturesOf(one), address: addressFor(one.site, one.at, one.language),
    name: `${one.site.id} ${one.name} ${one.at} (${one.kind}, ${one.language})`, type: 'pierce/[data-live=editor]', button: 'pierce/[data-live=send]',
  }));

// ---- composers ----

async function held(composer, text, gesture) {
  const before = await composer.posts();
  await composer.type(text);
  await composer.act(gesture);
  await untilState(composer.page, 'dialog');
  check('posts while held', await composer.posts(), before);
  check('the text while held', await composer.model(), text);
  return before;
}

/** All that went out, once a further innocent post has flushed whatever was still on its way. */
async function allIs(composer, gesture, wanted) {
  await composer.untilPosts(wanted.length);
  await until('the dialog to be gone', async () => (await composer.state()) !== 'dialog');
  await composer.type(INNOCENT);
  await composer.act(gesture);
  await composer.untilPosts(wanted.length + 1);
  check('all that went out', await composer.posts(), [...wanted, INNOCENT]);
}

async function innocent(composer, gesture) {
  const before = await composer.posts();
  await composer.type(INNOCENT);
  await composer.act(gesture);
  await composer.untilPosts(before.length + 1);
  check('what went out', await composer.posts(), [...before, INNOCENT]);
  holds('nothing asked', (await composer.state()) !== 'dialog');
}

async function fixed(composer, gesture) {
  const { text, fixed: sign } = needs(composer.editor);
  const before = await held(composer, text, gesture);
  await composer.page.keyboard.press('Enter');
  await until('the fix in the editor\'s own model', async () => sign.test(await composer.model()));
  await until('the field to have focus', () => composer.focused());
  check('posts before the person acts again', await composer.posts(), before);
  const model = await composer.model();
  await painted(composer.page);
  await composer.act(gesture);
  await allIs(composer, gesture, [...before, model]);
}

async function carriedOn(composer, gesture, rig) {
  const { text } = needs(composer.editor);
  const before = await held(composer, text, gesture);
  await choose(rig, composer.page, 'carry-on');
  await allIs(composer, gesture, [...before, text]);
}

/** Whatever is written to a pupil is held; the page says that it is one. */
async function toPupil(composer, gesture) {
  await composer.page.evaluate(([stranger, pupil]) => {
    const everything = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? everything(one.shadowRoot) : [])]);
    for (const element of everything(document)) {
      for (const { name, value } of [...element.attributes]) if (value.includes(stranger)) element.setAttribute(name, value.replace(stranger, pupil));
      for (const node of element.childNodes) if (node.nodeType === 3 && node.data.includes(stranger)) node.data = node.data.replace(stranger, pupil);
    }
  }, [CARDS[2].name, CARDS[0].name]);
  await held(composer, INNOCENT, gesture);
  await composer.page.keyboard.press('Escape');
}

async function composerRows(table, rig, editor) {
  const page = keptOpen(rig, editor);
  const row = (what, act) => table.row(`${rig.name} social/${editor.name} ${what}`, () => page.use(act));
  const last = editor.gestures.at(-1);
  for (const gesture of editor.gestures) await row(`${gesture}: innocent, never held`, (one) => innocent(one, gesture));
  await row(`${editor.gestures[0]}: held, fixed, out once`, (one) => fixed(one, editor.gestures[0]));
  await row(`${last}: held, carried on, out once`, (one) => carriedOn(one, last, rig));
  if (editor.moment === 'message') await row(`${last}: to a pupil, held`, (one) => toPupil(one, last));
  await page.close();
}

const sameRow = (table, rig, bare, editor) => table.row(`${rig.name} social/${editor.name} the page is the same without us`, async () => {
  const [without, withUs] = await Promise.all([bare, rig].map((each) => trace(each, editor, needs(editor).text, KEYS)));
  compare(without, withUs);
});

// ---- people ----

const posts = (page) => page.evaluate(() => window.rig.posts);

/** Every connect button of the page, and every button beside one that is nobody's business. */
const buttonsOn = (page) => page.evaluate(() => [...document.querySelectorAll('[data-expect$=".button"], [data-expect=none]')].map((button, index) => {
  button.id ||= `live-${index}`;
  return { id: button.id, expect: button.dataset.expect, person: button.dataset.person ?? '' };
}));

async function pressed(page, { id, expect, person }) {
  const [before, what] = [await posts(page), `${expect} ${person}`.trim()];
  await page.click(`#${id}`);
  if (expect !== 'none' && person === CARDS[0].name) {
    await untilState(page, 'dialog');
    check('what the page heard', await posts(page), before);
    await page.keyboard.press('Escape');
    await until('the dialog to close', async () => (await state(page)) !== 'dialog');
  } else {
    await until('the page to hear of it', async () => (await posts(page)).length > before.length);
    check('what the page heard', await posts(page), [...before, what]);
    holds('nothing asked', (await state(page)) !== 'dialog');
  }
}

/** Of each button the pupil's and one other person's: the finders have seen every one in every language already. */
function fewOf(buttons) {
  const key = ({ expect, person }) => `${expect} ${person === CARDS[0].name}`;
  return [...new Map(buttons.filter(({ expect }) => expect !== 'none').map((one) => [key(one), one])).values()];
}

async function everyButton(rig, site, at, language) {
  const page = await rig.newPage();
  try {
    await page.goto(addressFor(site, at, language), { waitUntil: 'load' });
    await until('the page', () => page.evaluate(() => window.rig?.ready === true));
    const buttons = await buttonsOn(page);
    holds('there are buttons', buttons.length > 0);
    for (const button of language === 'en' ? buttons : fewOf(buttons)) await pressed(page, button).catch((error) => { throw new Error(`${button.expect} ${button.person}: ${error.message}`); });
  } finally {
    await page.close();
  }
}

/** English, and one of the others in turn; all of them where everything is asked for. */
const spokenOn = (turn) => LANGUAGES.filter((language, at) => !at || everything() || at === 1 + turn % (LANGUAGES.length - 1));

async function peopleRows(table, rig, site, turn) {
  for (const [part, { at }] of partsOf(site).filter(({ buttons }) => buttons).entries()) {
    for (const language of spokenOn(turn + part)) {
      await table.row(`${rig.name} social/${site.id} ${language} ${at}: a pupil is held, others are let by`, () => everyButton(rig, site, at, language));
    }
  }
}

export const name = 'social';

export async function run({ table, rig: shared, fresh }) {
  const rig = await fresh({ extension: await buildForSocial(shared.name) });
  const bare = await fresh({ extension: null });
  try {
    await settle(rig);
    await importRoster(rig);
    const sites = SITES.filter((_, at) => mine(shared.name, at));
    for (const editor of COMPOSERS.filter(({ site }) => sites.includes(site))) {
      await composerRows(table, rig, editor);
      // One place a site: what our script does to a page is the same in all of them, and the editors have a suite of their own.
      if (COMPOSERS.find(({ site }) => site === editor.site) === editor) await sameRow(table, rig, bare, editor);
    }
    for (const [turn, site] of sites.entries()) await peopleRows(table, rig, site, turn);
  } finally {
    await Promise.all([rig.close(), bare.close()]);
  }
}

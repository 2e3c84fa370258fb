// Real editors: a post that needs a word is held before the page hears of it, an innocent one never is, and nothing goes out twice.
import { EDITORS } from '../editors/build.mjs';
import { keptOpen, painted } from '../rig/composer.mjs';
import { choose, reads, untilState } from '../rig/overlay.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';

export const NEEDS_A_WORD = 'Proud to teach Year 9 at Larkfield';
export const INNOCENT = 'The daffodils by the river are out early';
const ANOTHER = 'Rain again tomorrow by the look of it';
const DISCLAIMER = /views are my own|own views|views my own|opinions/i;

/** What "the page heard of it" means: its own handler ran, or the acting event itself got through to it. */
const heard = (log) => log.filter((line) => line.startsWith('post:') || line.startsWith('button:click'));

/** A second, innocent post flushes anything that was still on its way: a late duplicate would stand between the two. */
async function andNothingMore(composer, wanted) {
  await composer.type(ANOTHER);
  await composer.clickPost();
  await composer.untilPosts(wanted.length + 1);
  check('all that was posted', await composer.posts(), [...wanted, ANOTHER]);
}

async function held(composer, gesture) {
  await composer.type(NEEDS_A_WORD);
  await composer.act(gesture);
  await untilState(composer.page, 'dialog');
  check('posts while held', await composer.posts(), []);
  check('what the page heard while held', heard(await composer.log()), []);
  check('the text while held', await composer.model(), NEEDS_A_WORD);
}

async function fixes(composer, gesture) {
  await held(composer, gesture);
  await composer.page.keyboard.press('Enter');
  await until('the dialog to close', async () => (await composer.state()) !== 'dialog');
  await until('the fix to be in the editor\'s own model', async () => DISCLAIMER.test(await composer.model()));
  const model = await composer.model();
  holds('the words are kept and the disclaimer follows', model.startsWith(NEEDS_A_WORD), model);
  // Nobody's words go out changed before they have seen them: the person acts once more.
  check('posts before the person acts again', await composer.posts(), []);
  await until('the field to have focus again', () => composer.focused());
  await painted(composer.page);
  await composer.act(gesture);
  const [posted] = await composer.untilPosts(1);
  holds('what went out is the fixed text', posted.startsWith(NEEDS_A_WORD) && DISCLAIMER.test(posted), posted);
  await andNothingMore(composer, [posted]);
}

/** An editor that joins all insertions at one place into one undo step takes the words as well; its redo gives all of it back. */
async function redoes(composer) {
  await composer.page.keyboard.down('Control');
  await composer.page.keyboard.press('y');
  await composer.page.keyboard.up('Control');
  await until('redo to bring all back', async () => DISCLAIMER.test(await composer.model()));
}

/** Ctrl+Z, as often as it takes, brings back exactly the words as they were before the fix. */
async function undoes(composer, gesture) {
  await held(composer, gesture);
  await composer.page.keyboard.press('Enter');
  await until('the fix', async () => DISCLAIMER.test(await composer.model()));
  await until('the field to have focus', () => composer.focused());
  const seen = [];
  for (let times = 0; times < 4; times += 1) {
    await composer.page.keyboard.down('Control');
    await composer.page.keyboard.press('z');
    await composer.page.keyboard.up('Control');
    await painted(composer.page);
    seen.push(await composer.model());
    if (seen.at(-1).trimEnd() === NEEDS_A_WORD) return;
    if (composer.editor.joins && seen.at(-1) === '') return redoes(composer);
  }
  throw new Error(`undo never brought the words back: ${JSON.stringify(seen)}`);
}

async function carriesOn(composer, gesture, rig) {
  await held(composer, gesture);
  await choose(rig, composer.page, 'carry-on');
  await composer.untilPosts(1);
  await andNothingMore(composer, [NEEDS_A_WORD]);
}

async function goesBack(composer, gesture, rig, way) {
  await held(composer, gesture);
  if (way === 'escape') await composer.page.keyboard.press('Escape');
  else await choose(rig, composer.page, 'back');
  await until('the dialog to close', async () => (await composer.state()) !== 'dialog');
  await until('the field to have focus again', () => composer.focused());
  check('posts after going back', await composer.posts(), []);
  check('the text after going back', await composer.model(), NEEDS_A_WORD);
}

async function innocent(composer, gesture) {
  await composer.type(INNOCENT);
  await composer.act(gesture);
  await composer.untilPosts(1);
  check('the overlay', await composer.state(), 'idle');
  const log = await composer.log();
  if (gesture === 'click') check('whose click the page saw', log.filter((line) => line.startsWith('button:click')), ['button:click:person']);
  await andNothingMore(composer, [INNOCENT]);
}

/** The whole text arrives at once and the button is pressed in the same breath, before any verdict can be here. */
async function atOnce(composer, text) {
  await composer.enterField();
  const button = await composer.home.$(composer.editor.button ?? '#post');
  await composer.arrive(text);
  await button.click();
}

async function hastyInnocent(composer) {
  await atOnce(composer, INNOCENT);
  await composer.untilPosts(1);
  check('dialog', (await composer.state()) === 'dialog', false);
  await andNothingMore(composer, [INNOCENT]);
}

async function hastyHeld(composer) {
  await atOnce(composer, NEEDS_A_WORD);
  await until('an answer to the click', async () => (await composer.state()) === 'dialog' || (await composer.posts()).length > 0);
  check('posts while held', await composer.posts(), []);
}

/** Says what the dialog is and says: an alertdialog, the school named, the clause cited, buttons in words. */
async function speaks(rig, composer) {
  await held(composer, 'click');
  const said = await reads(rig, composer.page);
  holds('an alertdialog', said.roles.includes('alertdialog'), said.roles);
  holds('names the policy', /Durrington/i.test(said.text), said.text);
  holds('offers at least three things to do', said.buttons.length >= 3, said.buttons);
  holds('no word of blame', !/violation|breach|score|forbidden/i.test(said.text), said.text);
}

export const name = 'editors';

export async function run({ table, rig }) {
  for (const editor of EDITORS) {
    const page = keptOpen(rig, editor);
    const row = (what, act) => table.row(`${rig.name} editors/${editor.name} ${what}`, () => page.use(async (composer) => {
      await composer.forget();
      await act(composer);
    }));
    for (const gesture of editor.gestures) {
      await row(`${gesture}: innocent, never held`, (composer) => innocent(composer, gesture));
      await row(`${gesture}: held, fixed, out once`, (composer) => fixes(composer, gesture));
      await row(`${gesture}: carried on, out once`, (composer) => carriesOn(composer, gesture, rig));
      await row(`${gesture}: gone back`, (composer) => goesBack(composer, gesture, rig, gesture === 'click' ? 'button' : 'escape'));
      // What the person went back to still stands there.
      await page.close();
    }
    await row('hasty and innocent', hastyInnocent);
    await row('undo takes the fix back', (composer) => undoes(composer, 'click'));
    await page.close();
    await row('hasty and held', hastyHeld);
    if (editor === EDITORS[0]) {
      await page.close();
      await row('words of the dialog', (composer) => speaks(rig, composer));
    }
    await page.close();
  }
}

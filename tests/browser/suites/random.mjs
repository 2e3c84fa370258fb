// Random people on random sites: whatever they type, paste, undo, click twice or leave in the middle, nothing goes out twice, nothing that
// should have gone out is lost, and no draft is lost. RUNS says how many in both browsers together, SEED which ones; a failed run says its own.
import { Composer, painted } from '../rig/composer.mjs';
import { choose, reads } from '../rig/overlay.mjs';
import { importRoster, settle } from '../rig/product.mjs';
import { check } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { COMPOSERS, buildForSocial } from './social.mjs';

const RUNS = Number(process.env.RUNS ?? 20);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const WORDS = ['Lovely walk by the river today', 'Proud to teach at Larkfield', 'Well done Jordan Smith in 9B', 'zażółć gęślą jaźń', 'Bore da bawb', 'so, that was that. ', 'As a teacher here I love Fridays'];
const EMOJI = ['🎉', '👩‍🏫', '🇬🇧', '❤️'];

/** Chance that can be had again from its seed. */
export function chance(seed) {
  let state = seed;
  for (let times = 0; times < 8; times += 1) state = Math.imul(state ^ (state >>> 13), 0x9e3779b1) + 0x7f4a7c15 >>> 0;
  const next = (below) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor((state / 2 ** 32) * below); };
  return { next, of: (list) => list[next(list.length)] };
}

async function chord(keyboard, key) {
  await keyboard.down('Control');
  await keyboard.press(key);
  await keyboard.up('Control');
}

/** What a person does to a draft. Firefox's driver has no way to compose. */
const EDITS = {
  type: ({ keyboard, any }) => keyboard.type(any.of(WORDS)),
  emoji: ({ composer, any }) => composer.arrive(any.of(EMOJI)),
  async paste({ keyboard }) {
    for (const key of ['a', 'c']) await chord(keyboard, key);
    await keyboard.press('End');
    await chord(keyboard, 'v');
  },
  undo: ({ keyboard }) => chord(keyboard, 'z'),
  erase: async ({ keyboard, any }) => { for (let times = any.next(6); times >= 0; times -= 1) await keyboard.press('Backspace'); },
  async compose({ composer, keyboard, any }) {
    if (composer.name !== 'chromium') return keyboard.type(any.of(WORDS));
    const session = await composer.page.createCDPSession();
    for (const text of ['ら', 'らー', 'らーく']) await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await session.send('Input.insertText', { text: 'ラーク' });
    return session.detach();
  },
  kill: ({ rig }) => rig.killBackground(),
  wander: ({ composer }) => composer.page.evaluate(() => history.pushState(null, '', `${location.pathname}?at=${history.length}`)),
};

/** One way to send, or the same once more before anything can have come of the first. */
const SENDS = {
  once: (composer, gesture) => composer.act(gesture),
  async twice(composer, gesture) {
    if (gesture !== 'click') { await composer.act(gesture); return composer.act(gesture); }
    const button = await composer.home.$(composer.editor.button);
    return button.click({ count: 2 });
  },
  async thrice(composer, gesture) { for (let times = 0; times < 3; times += 1) await composer.act(gesture); },
};

/** Waits until what the person wrote is in the model and stays there. */
async function settled(composer) {
  let before = null;
  await until('the draft to settle', async () => {
    await painted(composer.page);
    const now = await composer.model();
    const same = now === before;
    before = now;
    return same;
  });
  return before;
}

async function focus(composer) {
  if (await composer.focused()) return;
  await (await composer.field()).click();
  await until('the field to have focus', () => composer.focused());
}

/** Sends what stands there, decides in the dialog, and compares with what any site without us would have got. */
async function send(context) {
  const { composer, any, done } = context;
  const draft = await settled(composer);
  const before = await composer.posts();
  if (!draft.trim()) return;
  const [gesture, times] = [any.of(composer.editor.gestures), any.of(Object.keys(SENDS))];
  done.push(`${gesture} ${times}`);
  await SENDS[times](composer, gesture);
  const asked = await until('an answer', async () => {
    const seen = await composer.state();
    if (seen === 'dialog') return seen;
    return seen !== 'opening' && (await composer.posts()).length > before.length && 'out';
  });
  if (asked === 'dialog') {
    check('what went out while held', await composer.posts(), before);
    check('the draft while held', await composer.model(), draft);
    return decide({ ...context, before, draft });
  }
  check('what went out', await composer.posts(), [...before, draft]);
  return undefined;
}

async function decide({ composer, any, rig, done, before, draft }) {
  const back = any.next(2);
  done.push(back ? 'back' : 'carry on');
  if (back) {
    await composer.page.keyboard.press('Escape');
    await until('the dialog to close', async () => !['opening', 'dialog'].includes(await composer.state()));
    check('the draft after going back', await composer.model(), draft);
    check('what went out after going back', await composer.posts(), before);
  } else {
    await choose(rig, composer.page, 'carry-on');
    await composer.untilPosts(before.length + 1);
    check('what went out after carrying on', await composer.posts(), [...before, draft]);
  }
}

/** Leaves the page in the middle of sending, and comes back: at most once it went out, and never something else. */
async function leave({ composer, any }) {
  const draft = await settled(composer);
  const before = await composer.posts();
  if (!draft.trim()) return;
  await composer.act(any.of(composer.editor.gestures));
  await composer.page.goto('about:blank');
  await composer.page.goto(composer.editor.address, { waitUntil: 'load' });
  await until('the page again', () => composer.enter());
  const after = await composer.posts();
  check('what went out', after.slice(before.length).filter((text) => text !== draft), []);
  if (after.length > before.length + 1) throw new Error(`went out ${after.length - before.length} times`);
}

async function oneRun(rig, seed) {
  const any = chance(seed);
  const composer = await Composer.open(rig, any.of(COMPOSERS));
  const done = [composer.editor.name];
  try {
    const context = { rig, composer, any, done, keyboard: composer.page.keyboard };
    for (let turn = 0; turn < 2; turn += 1) {
      for (let times = 2 + any.next(4); times > 0; times -= 1) {
        const edit = times === 1 ? 'type' : any.of(Object.keys(EDITS));
        done.push(edit);
        await focus(composer);
        await EDITS[edit](context);
      }
      const leaves = any.next(8) === 0;
      done.push(leaves ? 'leave' : 'send');
      await (leaves ? leave : send)(context);
    }
    // A last innocent post would bring out whatever was still on its way.
    const before = await composer.posts();
    await focus(composer);
    await chord(composer.page.keyboard, 'a');
    await composer.page.keyboard.press('Backspace');
    await composer.page.keyboard.type('Rain again');
    const last = await settled(composer);
    await composer.act(composer.editor.gestures[0]);
    await composer.untilPosts(before.length + 1);
    check('all that went out', await composer.posts(), [...before, last]);
  } catch (error) {
    const now = await composer.page.evaluate(() => JSON.stringify([window.rig.model(), window.rig.posts, window.rig.log.slice(-12)])).catch(() => '');
    const said = await reads(rig, composer.page).catch(() => ({ text: '' }));
    throw new Error(`SEED=${seed} RUNS=1: ${done.join(', ')}: ${error.message}\n${now}\n${said.text.slice(0, 300)}`);
  } finally {
    await composer.close();
  }
}

export const name = 'random';

export async function run({ table, rig: shared, fresh }) {
  const rig = await fresh({ extension: await buildForSocial(shared.name) });
  const mine = Math.ceil(RUNS / 2);
  // The two browsers take different ones, unless a single one is asked for by its seed.
  const first = SEED + (RUNS > 1 && rig.name === 'firefox' ? mine : 0);
  console.log(`# ${rig.name} random: ${mine} runs from SEED=${first}`);
  try {
    await settle(rig);
    await importRoster(rig);
    for (let run_ = 0; run_ < mine; run_ += 1) await table.row(`${rig.name} random/${first + run_}`, () => oneRun(rig, first + run_));
  } finally {
    await rig.close();
  }
}

// The background ends before, during and after the check: the post goes through in time, the chip says so, nothing is lost or doubled.
import { EDITORS } from '../editors/build.mjs';
import { Composer } from '../rig/composer.mjs';
import { choose, reads, untilState } from '../rig/overlay.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { INNOCENT, NEEDS_A_WORD } from './editors.mjs';
import { POLICY } from '../rig/product.mjs';

const ANOTHER_THAT_DOES = 'I teach Year 10 at Larkfield and they were brilliant';
const ANOTHER = 'Rain again tomorrow by the look of it';
/** How much later than the page's own timer of 1.5 s, which a busy machine makes late just as it does ours. */
const LATE = 300;

async function throughInTime(composer, wanted) {
  await composer.untilPosts(1);
  const { pressedAt, limitAt, postedAt } = await composer.home.evaluate(() => ({ ...window.rig, model: 0, set: 0, clear: 0 }));
  const took = Math.round(postedAt - pressedAt);
  // A limit that has not come yet when the post goes out is no limit broken.
  holds(`through within 1.5 s, not ${took} ms`, !limitAt || postedAt <= limitAt + LATE);
  check('posts', await composer.posts(), [wanted]);
}

async function chipSaysSo(rig, composer) {
  await untilState(composer.page, 'chip');
  const said = await reads(rig, composer.page);
  holds('the chip says that the check did not run', /check/i.test(said.text) && /\bnot\b|didn.t|couldn.t/i.test(said.text), said.text);
}

async function andNothingMore(composer, wanted) {
  await composer.type(ANOTHER);
  await composer.clickPost();
  await composer.untilPosts(wanted.length + 1);
  check('all that was posted', await composer.posts(), [...wanted, ANOTHER]);
}

const awake = (rig) => until('the background to answer again', () => rig.ask({ type: 'get-view' }));

async function settingsKept(rig) {
  const view = await rig.ask({ type: 'get-view' });
  check('policy after the kill', view.state.policy?.id, POLICY);
  holds('school after the kill', /Larkfield/.test(view.school), view.school);
}

const ROWS = {
  async 'before the page was told how things stand: held all the same'({ rig, composer }) {
    await awake(rig);
    const thaw = rig.freeze();
    try {
      await composer.reload();
      await composer.type(NEEDS_A_WORD);
      await composer.clickPost();
    } finally {
      thaw();
    }
    await untilState(composer.page, 'dialog');
    check('posts', await composer.posts(), []);
  },
  async 'never told how things stand: through in time, and the next post is held'({ rig, composer }) {
    await awake(rig);
    const thaw = rig.freeze();
    try {
      await composer.reload();
      await composer.type(NEEDS_A_WORD);
      await composer.clickPost();
      await Promise.all([throughInTime(composer, NEEDS_A_WORD), rig.killBackground()]);
    } finally {
      thaw();
    }
    await awake(rig);
    await composer.type(ANOTHER_THAT_DOES);
    await composer.clickPost();
    await untilState(composer.page, 'dialog');
    check('posts', await composer.posts(), [NEEDS_A_WORD]);
  },
  async 'before: innocent goes out once'({ rig, composer }) {
    await rig.killBackground();
    await composer.type(INNOCENT);
    await composer.clickPost();
    await throughInTime(composer, INNOCENT);
    await andNothingMore(composer, [INNOCENT]);
  },
  async 'before: what needs a word is held all the same'({ rig, composer }) {
    await rig.killBackground();
    await composer.type(NEEDS_A_WORD);
    await composer.clickPost();
    await untilState(composer.page, 'dialog');
    check('posts', await composer.posts(), []);
    await settingsKept(rig);
  },
  async 'between typing and acting'({ rig, composer }) {
    await composer.type(NEEDS_A_WORD);
    await rig.killBackground();
    await composer.clickPost();
    await untilState(composer.page, 'dialog');
    check('posts', await composer.posts(), []);
  },
  async 'during: no answer, through in time with a word'({ rig, composer }) {
    await awake(rig);
    const thaw = rig.freeze();
    try {
      await composer.type(NEEDS_A_WORD);
      await composer.clickPost();
      await throughInTime(composer, NEEDS_A_WORD);
      await chipSaysSo(rig, composer);
    } finally {
      thaw();
    }
    await awake(rig);
    await andNothingMore(composer, [NEEDS_A_WORD]);
  },
  async 'during: killed while asked, through in time with a word, never twice'({ rig, composer }) {
    await awake(rig);
    const thaw = rig.freeze();
    try {
      await composer.type(NEEDS_A_WORD);
      await composer.clickPost();
      await Promise.all([throughInTime(composer, NEEDS_A_WORD), rig.killBackground()]);
      await chipSaysSo(rig, composer);
    } finally {
      thaw();
    }
    await awake(rig);
    await andNothingMore(composer, [NEEDS_A_WORD]);
  },
  async 'during: killed while about to answer, through in time or held, never twice'({ rig, composer }) {
    await awake(rig);
    const thaw = rig.freeze();
    let dying;
    try {
      await composer.type(NEEDS_A_WORD);
      await composer.clickPost();
      dying = rig.killBackground();
    } finally {
      thaw();
    }
    await dying;
    const settled = async () => (await composer.posts()).length === 1 || (await composer.state()) === 'dialog';
    await until('the click to be answered', settled);
    if ((await composer.state()) === 'dialog') return check('posts while held', await composer.posts(), []);
    await throughInTime(composer, NEEDS_A_WORD);
    await chipSaysSo(rig, composer);
    await awake(rig);
    return andNothingMore(composer, [NEEDS_A_WORD]);
  },
  async 'after: dialog open, then carried on'({ rig, composer }) {
    await composer.type(NEEDS_A_WORD);
    await composer.clickPost();
    await untilState(composer.page, 'dialog');
    await rig.killBackground();
    await choose(rig, composer.page, 'carry-on');
    await composer.untilPosts(1);
    await andNothingMore(composer, [NEEDS_A_WORD]);
    await settingsKept(rig);
  },
  async 'after: dialog open, then fixed'({ rig, composer }) {
    await composer.type(NEEDS_A_WORD);
    await composer.clickPost();
    await untilState(composer.page, 'dialog');
    await rig.killBackground();
    await composer.page.keyboard.press('Enter');
    await until('the fix', async () => (await composer.model()).length > NEEDS_A_WORD.length);
    await until('the field to have focus', () => composer.focused());
    const fixed = await composer.model();
    await composer.clickPost();
    await composer.untilPosts(1);
    await andNothingMore(composer, [fixed]);
  },
};

export const name = 'killed';

export async function run({ table, rig }) {
  for (const editor of EDITORS.filter((each) => ['draft', 'textarea'].includes(each.name))) {
    for (const [what, act] of Object.entries(ROWS)) {
      await table.row(`${rig.name} killed/${editor.name} ${what}`, async () => {
        const composer = await Composer.open(rig, editor);
        try { await act({ rig, composer }); } finally { await composer.close(); }
      });
    }
  }
}

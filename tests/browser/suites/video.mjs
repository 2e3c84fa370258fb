// Videos in class mode: an unwatched one is paused, one watched in full at up to double speed plays, faster or with a gap it does not.
import { choose, reads, state, untilState } from '../rig/overlay.mjs';
import { settle } from '../rig/product.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';

const at = (id) => `https://www.youtube.com/watch?v=${id}`;
/** Addresses of eleven characters, as YouTube's are; each is a film of its own to the ledger. */
const FILMS = { unwatched: 'unwatched01', whole: 'wholeFilm2x', fast: 'fastFilm4xx', gap: 'gapOf3secon', next: 'advice0pens', silent: 'anyway00000' };

const look = (page) => page.evaluate(() => {
  const { video } = window.rig;
  return { paused: video.paused, time: video.currentTime, ended: video.ended, error: video.error?.message ?? null };
});

async function open(rig, id) {
  const page = await rig.newPage();
  await page.bringToFront();
  await page.goto(at(id), { waitUntil: 'load' });
  await until('the film to be ready', () => page.evaluate(() => window.rig.video.readyState >= 2));
  return page;
}

const pressPlay = (page) => page.click('.ytp-play-button');
const past = (page, time) => until(`the film to pass ${time} s`, async () => (await look(page)).time > time);

/** Watches as a person previews: presses play, and the speed menu's choice is the element's own rate. */
async function watch(rig, id, rate, script = async () => {}) {
  const page = await open(rig, id);
  try {
    await page.evaluate((speed) => { window.rig.video.playbackRate = speed; }, rate);
    await pressPlay(page);
    await script(page);
    await until('the film to end', async () => (await look(page)).ended);
  } finally {
    await page.close();
  }
}

async function skipThreeSeconds(page) {
  await past(page, 3);
  await page.evaluate(() => { window.rig.video.currentTime += 3; });
}

async function held(rig, id) {
  const page = await open(rig, id);
  try {
    await pressPlay(page);
    await untilState(page, 'dialog');
    const now = await look(page);
    check('paused', now.paused, true);
    holds('nothing of it was shown', now.time < 0.5, now);
    return page;
  } catch (error) {
    await page.close();
    throw error;
  }
}

async function plays(rig, id) {
  const page = await open(rig, id);
  try {
    await pressPlay(page);
    await past(page, 1);
    check('paused', (await look(page)).paused, false);
    check('overlay', await state(page), 'idle');
  } finally {
    await page.close();
  }
}

/** On a projector only a neutral card may stand: no title, no clause, no name. */
async function neutral(rig, page) {
  const said = await reads(rig, page);
  holds('says only that it is paused', /paused/i.test(said.text) && !/Film|watched|durrington|Larkfield/i.test(said.text), said.text);
}

const ROWS = {
  async 'unwatched: paused, with a neutral card'(rig) {
    const page = await held(rig, FILMS.unwatched);
    await neutral(rig, page);
    await page.close();
  },
  async 'unwatched: gone back, it stays paused'(rig) {
    const page = await held(rig, FILMS.unwatched);
    await page.keyboard.press('Escape');
    await untilState(page, 'idle');
    check('paused', (await look(page)).paused, true);
    await page.close();
  },
  async 'unwatched: carried on, it plays'(rig) {
    const page = await held(rig, FILMS.silent);
    await choose(rig, page, 'carry-on');
    await past(page, 1);
    await page.close();
  },
  'watched in full at double speed: plays': (rig) => plays(rig, FILMS.whole),
  'watched at four times the speed: paused': async (rig) => (await held(rig, FILMS.fast)).close(),
  'watched with a gap of three seconds: paused': async (rig) => (await held(rig, FILMS.gap)).close(),
  async 'in a closed shadow root, starting by itself where nobody has done anything: paused'(rig) {
    const page = await rig.newPage();
    await page.bringToFront();
    await page.goto('https://www.youtube.com/playlist', { waitUntil: 'load' });
    await page.evaluate(() => {
      const video = document.createElement('video');
      Object.assign(video, { muted: true, autoplay: true, controls: true, src: '/film.mp4?hiddenShad1' });
      document.body.append(document.createElement('div'));
      document.body.lastElementChild.attachShadow({ mode: 'closed' }).append(video);
      window.rig = { video };
    });
    await untilState(page, 'dialog');
    const now = await look(page);
    check('paused', now.paused, true);
    holds('nothing of it was shown', now.time < 0.5, now);
    await page.close();
  },
  async 'another film in the same page: paused as well'(rig) {
    const page = await open(rig, FILMS.whole);
    await pressPlay(page);
    await past(page, 1);
    await page.click('nav a');
    await until('the other film', () => page.evaluate(() => window.rig.video.paused && window.rig.video.readyState >= 2));
    await pressPlay(page);
    await untilState(page, 'dialog');
    holds('nothing of it was shown', (await look(page)).time < 0.5);
    await page.close();
  },
};

export const name = 'video';

export async function run({ table, rig }) {
  const wanted = (what) => `${rig.name} video/${what}`;
  if (!Object.keys(ROWS).some((what) => table.wants(wanted(what))) && !table.wants(wanted('previewing'))) return;
  await settle(rig, { classMode: false });
  await table.row(wanted('previewing is never paused'), async () => {
    await watch(rig, FILMS.whole, 2);
    await watch(rig, FILMS.fast, 4);
    await watch(rig, FILMS.gap, 2, skipThreeSeconds);
  });
  await settle(rig, { classMode: true });
  for (const [what, act] of Object.entries(ROWS)) await table.row(wanted(what), () => act(rig));
  await settle(rig, { classMode: false });
}

// Pictures on their way into a post, chosen, dropped and pasted: what hides in one is told before the page has it, and the page hears of it
// once: clean, as it was, or not at all. All of what people attach is cleaned without a pixel changed, in the browser's own eyes.
import fs from 'node:fs';
import { PICTURES, picture } from '../pages/pictures.mjs';
import {
  ADDRESS, BROKEN, CLIP, COPIED, CUT, FIELD, HEIC, LARGE, LARGE_PLAIN, NOTES, SECRETS, WAYS,
  allHeard, bytesOf, chosen, heard, isClean, isOriginal, saysThat, told, whole, writeLarge,
} from '../rig/attach.mjs';
import { paste } from '../rig/hand.mjs';
import { choose, pressButton, reads, state, untilState } from '../rig/overlay.mjs';
import { POLICY, settle } from '../rig/product.mjs';
import { mine } from '../rig/share.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';
import { chance } from './random.mjs';

export const name = 'pictures';

/** Under which policy pictures are asked about; under the others nobody holds them. */
const ASKING = 'maltby';

// ---- each way in ----

async function heldIn(rig, page, way, ...files) {
  await way.bring(rig, page, files);
  await untilState(page, 'dialog');
  check('heard while held', await heard(page), []);
}

function wayRows(way) {
  const wanted = (...files) => told(way.types, files);
  return {
    async 'held, told, clean, heard once'(rig, page) {
      await heldIn(rig, page, way, 'phone.jpg');
      await saysThat(rig, page, /says where it was taken/, /phone\.jpg: where it was taken/);
      await choose(rig, page, 'fix');
      await allHeard(page, wanted('phone.jpg'));
      await isClean(page);
    },
    async 'held, as it was, heard once'(rig, page) {
      await heldIn(rig, page, way, 'phone.jpg');
      await choose(rig, page, 'carry-on');
      await allHeard(page, wanted('phone.jpg'));
      await isOriginal(page, 'phone.jpg');
    },
    async 'held, gone back, never heard'(rig, page) {
      await heldIn(rig, page, way, 'phone.jpg');
      await page.keyboard.press('Escape');
      await until('the dialog to close', async () => (await state(page)) !== 'dialog');
      check('left in the field', await page.$eval('#field', (field) => field.files.length), 0);
      await allHeard(page, []);
    },
    async 'nothing hidden: never mentioned, heard once'(rig, page) {
      await way.bring(rig, page, ['progressive.jpg']);
      await allHeard(page, wanted('progressive.jpg'));
      await isOriginal(page, 'progressive.jpg');
      holds('nothing said of it', !/hidden|taken/.test((await reads(rig, page)).text));
    },
    async 'PNG and WebP at once with a text: held, clean, the text as it was'(rig, page) {
      const files = ['exif.png', 'exif.webp', NOTES];
      await heldIn(rig, page, way, ...files);
      await choose(rig, page, 'fix');
      await allHeard(page, wanted(...files));
      for (const at of [0, 1]) await isClean(page, at);
      await isOriginal(page, NOTES, 2);
    },
    async 'before anything else of ours is there, and with the background ended: held all the same'(rig, page) {
      await rig.killBackground();
      await heldIn(rig, page, way, 'phone.jpg');
      await choose(rig, page, 'fix');
      await allHeard(page, wanted('phone.jpg'));
    },
    async 'the background is dead: heard once, in time'(rig, page) {
      const thaw = rig.freeze();
      try {
        await way.bring(rig, page, ['phone.jpg']);
        await until('the page to hear of it', async () => (await heard(page)).length >= way.types.length);
        await isOriginal(page, 'phone.jpg');
        await untilState(page, 'chip');
        await saysThat(rig, page, /not run/);
      } finally {
        thaw();
      }
      check('all that the page heard', await heard(page), wanted('phone.jpg'));
    },
  };
}

// ---- files ----

/** From the browser's event to the page's own handler, by what the page heard of a choice: medians tell what holding an innocent picture costs. */
async function delays(page, file, times) {
  const all = [];
  for (let time = 0; time < times; time += 1) {
    const start = await page.evaluate(() => { window.rig.heard = []; return performance.now(); });
    await chosen(page, [file]);
    await until('the page to hear of it', async () => (await heard(page)).length === 2);
    all.push(await page.evaluate((from) => window.rig.heard[0].at - from, start));
  }
  return all.sort((one, other) => one - other)[Math.floor(times / 2)];
}

const ROWS = {
  async 'all that people attach: the same pictures, every detail gone'(rig, page) {
    await chosen(page, PICTURES);
    await untilState(page, 'dialog');
    await choose(rig, page, 'fix');
    await allHeard(page, told(FIELD, PICTURES));
    const all = await page.evaluate(() => window.rig.compare());
    check('pictures that look otherwise', all.filter(({ same }) => !same), []);
    check('pictures that are not shown', all.filter(({ shown }) => shown.startsWith('not')).map((one) => one.name), []);
    for (const [at, file] of PICTURES.entries()) {
      holds(`nothing hides in ${file}`, !SECRETS.test((await bytesOf(page, at)).toString('latin1')));
    }
  },
  async 'no position: heard once, and a note, which has it go in clean when it comes again'(rig, page) {
    await chosen(page, ['camera.jpg']);
    await untilState(page, 'chip');
    await until('the page to hear of it', async () => (await heard(page)).length === 2);
    await isOriginal(page, 'camera.jpg');
    await pressButton(rig, page, 'chip');
    await untilState(page, 'panel');
    await pressButton(rig, page, /take the details out/i);
    await until('the panel to say what to do', async () => /add it again/.test((await reads(rig, page)).text));
    await pressButton(rig, page, /^close$/i);
    await chosen(page, ['camera.jpg']);
    await until('the page to hear of it', async () => (await heard(page)).length === 4);
    await isClean(page);
  },
  async 'HEIC: held and explained, goes in as it was'(rig, page) {
    await chosen(page, [HEIC]);
    await untilState(page, 'dialog');
    await saysThat(rig, page, /phone\.heic: where it was taken/, /phone\.heic.*HEIC.*JPEG/);
    holds('no button that does nothing', !(await reads(rig, page)).buttons.some((label) => /details out/.test(label)));
    await choose(rig, page, 'carry-on');
    await allHeard(page, told(FIELD, [HEIC]));
    await isOriginal(page, HEIC);
  },
  async 'cut in its data: held, clean; cut in its details: heard once, and said'(rig, page) {
    await chosen(page, [CUT]);
    await untilState(page, 'dialog');
    await choose(rig, page, 'fix');
    await until('the page to hear of it', async () => (await heard(page)).length === 2);
    holds('nothing hides in it', !SECRETS.test((await bytesOf(page)).toString('latin1')));
    await chosen(page, [BROKEN]);
    await untilState(page, 'chip');
    await saysThat(rig, page, /file is damaged/);
    check('all that the page heard', await heard(page), [...told(FIELD, [CUT]), ...told(FIELD, [BROKEN])]);
    await isOriginal(page, BROKEN);
  },
  async '40 MB: held in time, clean'(rig, page) {
    writeLarge(LARGE, 'phone.jpg');
    const start = Date.now();
    await chosen(page, [LARGE]);
    await untilState(page, 'dialog');
    console.log(`# ${rig.name}: 40 MB looked at in ${Date.now() - start} ms, choosing and looking for the dialog included`);
    await choose(rig, page, 'fix');
    await allHeard(page, told(FIELD, ['large.jpg']));
    const size = await page.evaluate(() => window.rig.files[0].size);
    holds('clean', fs.statSync(LARGE).size - size > 100, size);
  },
  async 'a form of the page\'s own: what it uploads is what was decided'(rig, page, server) {
    const uploads = [];
    for (const decision of ['fix', 'carry-on']) {
      await chosen(page, ['phone.jpg'], '#own');
      await untilState(page, 'dialog');
      await choose(rig, page, decision);
      await until('the dialog to be gone', async () => (await state(page)) !== 'dialog');
      const before = server.seen.length;
      await page.click('#plain button');
      const sent = () => server.seen.slice(before).filter(({ method }) => method === 'POST');
      await until('the upload', () => sent().length);
      check('uploads', sent().length, 1);
      uploads.push(sent()[0].body);
      if (decision === 'fix') await page.reload();
    }
    holds('without its details', uploads[0].length > 500 && !SECRETS.test(uploads[0].toString('latin1')), uploads[0].length);
    holds('as it was', uploads[1].includes(whole));
  },
  async 'where no script takes what is pasted, the picture is in the text all the same'(rig, page) {
    await page.focus('#bare');
    await paste(rig, page, '#bare', [picture('progressive.jpg')]);
    await until('the picture', () => page.$eval('#bare', (bare) => bare.querySelectorAll('img').length === 1));
  },
  async 'a picture that was copied as such is nobody\'s business'(rig, page) {
    await paste(rig, page, 'textarea', [COPIED]);
    await until('the page to hear of it', async () => (await heard(page)).length === 1);
    await isOriginal(page, 'exif.png');
  },
  async 'paused: untouched'(rig, page) {
    const who = () => page.evaluate(() => window.rig.heard.map(({ trusted }) => trusted));
    await rig.ask({ type: 'pause-for', minutes: 5 });
    try {
      await chosen(page, ['phone.jpg']);
      await until('the page to hear of it', async () => (await heard(page)).length === 2);
      // Of the very first thing that somebody does nobody knows yet whether it is to be looked at.
      await page.evaluate(() => { window.rig.heard = []; });
      await chosen(page, ['phone.jpg']);
      await until('the page to hear of it', async () => (await heard(page)).length === 2);
      check('who told the page', await who(), [true, true]);
      await isOriginal(page, 'phone.jpg');
    } finally {
      await rig.ask({ type: 'pause-for', minutes: 0 });
    }
  },
  async 'a policy that does not ask: looked at once, then never held'(rig, page) {
    await settle(rig, { policy: POLICY });
    try {
      await chosen(page, ['phone.jpg']);
      await until('the page to hear of it', async () => (await heard(page)).length === 2);
      await chosen(page, ['baseline.jpg']);
      await until('the page to hear of the next', async () => (await heard(page)).length === 4);
      check('who told the page', await page.evaluate(() => window.rig.heard.map(({ trusted }) => trusted)), [false, false, true, true]);
    } finally {
      await settle(rig, { policy: ASKING });
    }
  },
};

// ---- the post that follows ----

const posts = (page) => page.evaluate(() => window.rig.posts);

const AFTER = {
  async 'Post is pressed while a large picture is looked at: the picture first, then the post'(rig, page) {
    writeLarge(LARGE_PLAIN, 'baseline.jpg');
    const words = 'Walked along the old canal';
    await page.type('textarea', words);
    await page.evaluate(() => {
      window.rig.order = [];
      document.querySelector('#field').addEventListener('change', () => window.rig.order.push('picture'));
      document.querySelector('form').addEventListener('submit', () => window.rig.order.push('post'));
    });
    // A picture with nothing hidden: only the looking takes its time.
    await chosen(page, [LARGE_PLAIN]);
    await page.click('[type=submit]');
    await until('the post', async () => (await posts(page)).length === 1);
    check('in order', await page.evaluate(() => window.rig.order), ['picture', 'post']);
  },
  async 'a name beside a picture that went in clean: held at Post, and no more said of its details'(rig, page) {
    await page.type('textarea', 'Year 11 pupil Chloe Barnes at the Civic');
    await chosen(page, ['phone.jpg']);
    await untilState(page, 'dialog');
    await choose(rig, page, 'fix');
    await until('the page to hear of it', async () => (await heard(page)).length === 2);
    await page.click('[type=submit]');
    await untilState(page, 'dialog');
    const { text } = await reads(rig, page);
    holds('it says why', /Chloe Barnes beside a picture/.test(text) && !/where it was taken/.test(text), text);
    check('posts while held', await posts(page), []);
  },
  async 'a name beside a film: never held on its way in, held at Post'(rig, page) {
    await page.type('textarea', 'Year 11 pupil Chloe Barnes at the Civic');
    await chosen(page, [CLIP]);
    await until('the page to hear of it', async () => (await heard(page)).length === 2);
    check('who told the page', await page.evaluate(() => window.rig.heard.map(({ trusted }) => trusted)), [true, true]);
    await page.click('[type=submit]');
    await untilState(page, 'dialog');
    await saysThat(rig, page, /Chloe Barnes beside a picture/);
  },
  async 'a picture that went in as it was: still told by the draft, and not asked about twice'(rig, page) {
    const words = 'Walked along the old canal';
    await page.type('textarea', words);
    await chosen(page, ['phone.jpg']);
    await untilState(page, 'dialog');
    await choose(rig, page, 'carry-on');
    await untilState(page, 'chip');
    await pressButton(rig, page, 'chip');
    await untilState(page, 'panel');
    await saysThat(rig, page, /says where it was taken/);
    await pressButton(rig, page, /^close$/i);
    await page.click('[type=submit]');
    await until('the post', async () => (await posts(page)).length === 1);
    check('posts', await posts(page), [words]);
  },
};

/** Of what is the same for every way in, each is tried in one of the browsers. */
const SHARED = [/background is dead/, /PNG and WebP/, /background ended/];
const isOthers = (browser, group, what) => SHARED.some((shared, at) => shared.test(what) && !mine(browser, at + Object.keys(WAYS).indexOf(group)));

// ---- random people ----

const PEOPLE = Number(process.env.PEOPLE ?? 2);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const HIDING = ['phone.jpg', 'exif.png', 'exif.webp'];
const INNOCENT = ['progressive.jpg', 'plain.png', 'lossy.webp', 'camera.jpg', NOTES];

/** One thing that a person does with pictures; gives what the page should have heard of it. */
async function bringOne(rig, page, any) {
  const way = any.of(Object.values(WAYS));
  // A browser gives the second of one name another.
  const files = [...new Set([...(any.next(2) ? [any.of(HIDING)] : []), ...Array.from({ length: 1 + any.next(2) }, () => any.of(INNOCENT))])];
  if (any.next(6) === 0) await rig.killBackground();
  await way.bring(rig, page, files);
  const wanted = told(way.types, files);
  if (!files.some((file) => HIDING.includes(file))) return wanted;
  await untilState(page, 'dialog');
  const decision = any.of(['fix', 'carry-on', 'back']);
  await choose(rig, page, decision);
  await until('the dialog to be gone', async () => (await state(page)) !== 'dialog');
  return decision === 'back' ? [] : wanted;
}

/** Several in turn, some before anything can have come of the one before; nothing is heard twice, and nothing is lost. */
async function person(rig, page, seed) {
  const any = chance(seed);
  const wanted = [];
  for (let times = 0; times < 6; times += 1) {
    wanted.push(...await bringOne(rig, page, any));
    if (any.next(2)) await until('the page to hear of it', async () => (await heard(page)).length >= wanted.length);
  }
  await until(`the page to hear of all, ${wanted}`, async () => (await heard(page)).length >= wanted.length);
  await chosen(page, ['moving.png']);
  await until('the page to hear of the last', async () => (await heard(page)).includes('change moving.png'));
  // Two that were on their way at once may come in either order.
  check('all that the page heard', (await heard(page)).sort(), [...wanted, ...told(FIELD, ['moving.png'])].sort());
}

const randomRows = () => Object.fromEntries(Array.from({ length: PEOPLE }, (_, at) => [`person SEED=${SEED + at}`, (rig, page) => person(rig, page, SEED + at)]));

async function rows(table, rig, group, all, server) {
  for (const [what, act] of Object.entries(all)) {
    if (isOthers(rig.name, group, what)) continue;
    await table.row(`${rig.name} pictures/${group} ${what}`, async () => {
      const page = await rig.newPage();
      await page.goto(ADDRESS, { waitUntil: 'load' });
      try {
        await act(rig, page, server);
      } finally {
        await page.close();
      }
    });
  }
}

export async function run({ table, rig, server }) {
  await settle(rig, { policy: ASKING });
  for (const [group, way] of Object.entries(WAYS)) await rows(table, rig, group, wayRows(way));
  await rows(table, rig, 'files', ROWS, server);
  await rows(table, rig, 'post', AFTER);
  await rows(table, rig, 'random', randomRows());
  await table.row(`${rig.name} pictures/what holding costs`, async () => {
    const page = await rig.newPage();
    await page.goto(ADDRESS, { waitUntil: 'load' });
    const [held, free] = [await delays(page, 'progressive.jpg', 9), await delays(page, NOTES, 9)];
    console.log(`# ${rig.name}: an innocent picture reaches the page ${(held - free).toFixed(1)} ms later than a file that nobody looks at (${held.toFixed(1)}, ${free.toFixed(1)})`);
    await page.close();
  });
  await settle(rig, { policy: POLICY });
}

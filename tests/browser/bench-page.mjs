// Measures what the script in the page costs: from the press to the site's own handler, to be ready, and for each key. Printed, not asserted.
// Every load is in a new tab, and so mostly in a new process, where nothing of ours was compiled before: the dearest case there is.
import { Composer, painted } from './rig/composer.mjs';
import { importRoster, settle } from './rig/product.mjs';
import { until } from './rig/until.mjs';
import { SITES, addressFor } from './social/build.mjs';

const WARM = 30;
const COLD = 10;
/** Long enough for what the last key or click set going to be over. */
const LOOKED = 400;
/** A finger is on the button for so long. */
const PRESS = 50;
const site = SITES.find(({ id }) => id === 'x');
const EDITOR = { name: 'x post', address: addressFor(site, '/home', 'en'), type: 'pierce/[data-live=editor]', button: 'pierce/[data-live=send]' };

const CATEGORIES = ['devtools.timeline', 'v8', 'v8.execute'];

const median = (values) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? NaN;
const ms = (value) => `${value.toFixed(2)} ms`;

/** From the finger's coming up to the site's own handler, by the page's own clock. */
const lasted = (composer) => composer.page.evaluate(() => window.rig.postedAt - window.rig.pressedAt);

async function press(composer, text) {
  await composer.type(text);
  const before = (await composer.posts()).length;
  await (await composer.home.$(composer.editor.button)).click({ delay: PRESS });
  await composer.untilPosts(before + 1);
  return lasted(composer);
}

/** The draft arrives at once and is sent before the background, which is not there, can have said anything. */
async function coldPress(rig, composer, text) {
  await composer.enterField();
  const button = await composer.home.$(composer.editor.button);
  const before = (await composer.posts()).length;
  await rig.killBackground();
  await composer.arrive(text);
  await until('the words', async () => (await composer.model()).length > 0);
  await button.click();
  await composer.untilPosts(before + 1);
  return lasted(composer);
}

/** What of a trace is ours: the outermost stretches in our scripts, by the thread's own clock, which does not run while others have the machine. */
function ours(trace) {
  const isOurs = (args) => args?.worldName === 'Beforehand' || /chrome-extension:.*\/(page|work|wake|site-\w+)\.js/.test(args?.data?.url ?? args?.data?.fileName ?? '');
  const background = new Set(['v8.parseOnBackground']);
  const spans = JSON.parse(Buffer.from(trace).toString()).traceEvents
    .filter(({ ph, name, args }) => ph === 'X' && !background.has(name) && isOurs(args))
    .sort((one, other) => one.ts - other.ts);
  const outer = [];
  for (const { ts, dur = 0, tdur = dur } of spans) if (!outer.length || ts >= outer.at(-1).end) outer.push({ ts, end: ts + dur, ran: tdur });
  return outer;
}

const total = (spans) => spans.reduce((sum, { ran }) => sum + ran, 0) / 1000;

async function traced(page, act) {
  await page.tracing.start({ categories: CATEGORIES });
  await act();
  return ours(await page.tracing.stop());
}

/** Opens a page; ready, where there is a composer, is once the person has gone into it and all of us is there. */
async function load(rig, address) {
  const page = await rig.newPage();
  const composer = new Composer(page, EDITOR, rig.name);
  const spans = await traced(page, async () => {
    await page.goto(address, { waitUntil: 'load' });
    await until('the page', () => page.evaluate(() => window.rig?.ready === true));
    await painted(page);
    if (address === EDITOR.address) await begun(composer);
  });
  await page.close();
  return total(spans);
}

async function begun(composer) {
  await composer.ready();
  await composer.enterField();
  await composer.page.evaluate((pause) => new Promise((done) => setTimeout(done, pause)), LOOKED);
}

const TYPED = 'Rain again by the look of it, and more of it';

/** What a key costs, at this pace: each key with what comes before the next one, looks at the draft included. */
async function perKey(composer, delay) {
  await composer.enterField();
  await composer.page.keyboard.type(TYPED, { delay });
  const page = await composer.page.tracing.start({ categories: CATEGORIES }).then(() => composer.page);
  await page.keyboard.type(TYPED, { delay });
  await page.evaluate((pause) => new Promise((done) => setTimeout(done, pause)), LOOKED);
  const trace = await page.tracing.stop();
  const keys = JSON.parse(Buffer.from(trace).toString()).traceEvents.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown').map(({ ts }) => ts).sort((one, other) => one - other);
  const spans = ours(trace);
  return keys.map((from, at) => total(spans.filter(({ ts }) => ts >= from && ts < (keys[at + 1] ?? Infinity))));
}

export async function benchPage(rig) {
  await settle(rig);
  await importRoster(rig);
  const composer = await Composer.open(rig, EDITOR);
  const warm = [];
  for (let turn = 0; turn < WARM; turn += 1) warm.push(await press(composer, `Rain again, ${turn}`));
  const cold = [];
  for (let turn = 0; turn < COLD; turn += 1) cold.push(await coldPress(rig, composer, `Sun again, ${turn}`));
  console.log(`${rig.name}: press to the site's own handler, innocent: warm median ${ms(median(warm))}, cold median ${ms(median(cold))}, worst ${ms(Math.max(...cold))}`);
  if (rig.name !== 'chromium') return;
  const [ready, without] = [[], []];
  for (let turn = 0; turn < 7; turn += 1) {
    ready.push(await load(rig, EDITOR.address));
    without.push(await load(rig, addressFor(site, '/elsewhere', 'en')));
  }
  console.log(`${rig.name}: our main-thread time, traced: ${ms(median(ready))} to ready, ${ms(median(without))} without a composer`);
  for (const delay of [60, 300]) {
    const keys = await perKey(composer, delay);
    const mean = keys.reduce((sum, one) => sum + one, 0) / keys.length;
    console.log(`${rig.name}: our main-thread time for a key, one every ${delay} ms: median ${ms(median(keys))}, mean ${ms(mean)}`);
  }
}

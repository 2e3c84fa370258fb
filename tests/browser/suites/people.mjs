// What is kept of people, and what a page can find out about them: nothing that is stored or left in the background's memory holds
// a name, a birthday or an address, and a page that tries names by itself learns nothing. What was decided can be seen and changed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pressButton, state, untilState } from '../rig/overlay.mjs';
import { importRoster, settle, POLICY } from '../rig/product.mjs';
import { PEOPLE, ago } from '../rig/school.mjs';
import { check, holds } from '../rig/table.mjs';
import { until } from '../rig/until.mjs';

export const name = 'people';

// ---- a dump of all that is kept ----

const SYLLABLES = ['bri', 'zor', 'quen', 'tal', 'vex', 'mur', 'olg', 'phi', 'dra', 'wyn'];

/** People whose names stand nowhere else in the product. */
const invented = Array.from({ length: 40 }, (_, at) => {
  const word = (seed) => [0, 1, 2].map((step) => SYLLABLES[(seed * 7 + step * 3 + at * (step + 1)) % 10]).join('');
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const [forename, surname] = [capital(word(1)), `${capital(word(4))}${at}`.replace(/\d/g, (digit) => 'abcdefghij'[digit])];
  return { forename, surname, born: ago(10 + (at % 8), -at * 3), email: `${forename}.${surname}@pupils.invented.example`.toLowerCase() };
});

const list = () => ['Forename,Surname,Role,Form,Date of Birth,Email',
  ...invented.map((each) => [each.forename, each.surname, 'Pupil', '9B', each.born, each.email].join(','))].join('\n');

/** The ways in which bytes may say a text. */
function encodings(text) {
  const utf8 = Buffer.from(text);
  const base64 = [0, 1, 2].map((skip) => {
    const whole = Buffer.concat([Buffer.alloc(skip), utf8]).toString('base64').replace(/=+$/, '');
    return whole.slice(skip ? skip + 1 : 0, whole.length - 1);
  });
  const wide = Buffer.from(text, 'utf16le');
  return [utf8, wide, Buffer.from(wide).swap16(), ...base64.map((each) => Buffer.from(each)), Buffer.from(utf8.toString('hex')),
    Buffer.from([...text].reverse().join('')), Buffer.from(encodeURIComponent(text))];
}

function secrets({ forename, surname, born, email }) {
  const [year, month, day] = born.split('-');
  const names = [surname, `${forename} ${surname}`, email, email.split('@')[0]];
  const births = [born, `${day}/${month}/${year}`, `${day}.${month}.${year}`, `${day}-${month}-${year}`];
  return [...names.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]), ...births];
}

/** Everything the extension keeps: its storage areas and its databases, as bytes. */
const stored = (rig) => rig.own.evaluate(async () => {
  const { storage } = globalThis.browser ?? globalThis.chrome;
  const areas = await Promise.all(['local', 'session', 'sync'].map(async (area) => [area, await storage[area]?.get(null).catch(() => null)]));
  const promised = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = () => fail(request.error); });
  const things = [];
  const put = (value) => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) things.push(btoa(Array.from(new Uint8Array(value.buffer ?? value), (byte) => String.fromCharCode(byte)).join('')));
    else if (value instanceof CryptoKey) things.push(btoa(`key ${value.extractable}`));
    else if (value && typeof value === 'object') Object.values(value).forEach(put);
    else things.push(btoa(unescape(encodeURIComponent(String(value)))));
  };
  for (const { name } of await indexedDB.databases()) {
    const database = await promised(indexedDB.open(name));
    for (const shelf of database.objectStoreNames) put(await promised(database.transaction(shelf).objectStore(shelf).getAll()));
    database.close();
  }
  return { areas: JSON.stringify(areas), things };
});

/** Chromium: the memory of every wasm in the background and in the options page, and their whole JavaScript heaps. */
async function memory(rig) {
  const worker = await until('the background', () => rig.browser.targets().find((target) => target.type() === 'service_worker' && target.url().startsWith(rig.base)));
  const [background, page] = [await memoryOf(await worker.createCDPSession()), await memoryOf(await rig.own.createCDPSession())];
  return [...background, ...page];
}

async function memoryOf(session) {
  const { result } = await session.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  const { result: dumped } = await session.send('Runtime.callFunctionOn', { objectId: objects.objectId, returnByValue: true,
    functionDeclaration: `function () { return this.map(({ buffer }) => { let text = ''; const bytes = new Uint8Array(buffer);
      for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768)); return btoa(text); }); }` });
  const heap = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => heap.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot');
  await session.detach();
  return [...dumped.value.map((each) => Buffer.from(each, 'base64')), Buffer.from(heap.join(''))];
}

async function dumps(rig) {
  const { areas, things } = await stored(rig);
  return [Buffer.from(areas), ...things.map((each) => Buffer.from(each, 'base64')), ...(rig.name === 'chromium' ? await memory(rig) : [])];
}

async function nothingIsKept(rig) {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-people-')), 'invented.csv');
  fs.writeFileSync(file, list());
  await (await rig.own.$('#roster-files')).uploadFile(file);
  const known = async () => Object.values((await rig.ask({ type: 'get-view' })).roster?.people ?? {}).reduce((sum, count) => sum + count, 0);
  const take = () => { const button = document.getElementById('roster-take'); if (button?.checkVisibility()) button.click(); };
  await until('the list to be in use', async () => { await rig.own.evaluate(take); return (await known()) === invented.length; }, { every: 100 });
  fs.rmSync(path.dirname(file), { recursive: true });
  const all = await dumps(rig);
  const found = (text) => encodings(text).some((bytes) => bytes.length > 4 && all.some((dump) => dump.includes(bytes)));
  // The search finds what is there: the school's name is no secret.
  holds('the school is found in what is kept', found('Larkfield Academy'));
  check('secrets found', invented.flatMap(secrets).filter(found), []);
  holds('the key can be read by no script', all.some((dump) => dump.equals(Buffer.from('key false'))));
}

// ---- a page that tries names ----

const HOSTILE = `<!doctype html><meta charset="utf-8"><title>Words</title>
<div id="editor" role="textbox" contenteditable="true" aria-label="Post"></div><textarea id="area"></textarea><button id="go">Go</button>
<script>
  window.seen = { shown: 0, slow: [] };
  new MutationObserver((changes) => { for (const { addedNodes } of changes) for (const node of addedNodes) if (node.localName === 'beforehand-overlay') seen.shown += 1; })
    .observe(document.documentElement, { childList: true, subtree: true });
  const put = (field, text) => {
    field.focus();
    document.execCommand('selectAll');
    document.execCommand('insertText', false, text);
    for (const type of ['keydown', 'beforeinput', 'input', 'paste']) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  };
  window.tryAll = async (names) => {
    const times = [];
    for (const [at, name] of names.entries()) {
      const begun = performance.now();
      put(at % 2 ? area : editor, 'Well done ' + name + ' in 9B, a pupil of mine at Larkfield');
      times.push(performance.now() - begun);
      if (at % 50 === 0) await new Promise((done) => setTimeout(done));
    }
    window.result = times;
  };
  go.addEventListener('click', () => window.tryAll(window.names));
</script>`;

const running = (rig) => rig.browser.targets().some((target) => target.type() === 'service_worker' && target.url().startsWith(rig.base));

/** How many tabs have said hello so far. */
const greeted = (rig) => rig.own.evaluate(async () => Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('tab.')).length);

/** The person clicks once; the page then types ten thousand names into its own fields, as trusted input. */
async function aPageLearnsNothing(rig, pages) {
  fs.writeFileSync(path.join(pages, 'x.com', 'hostile.html'), HOSTILE);
  const known = rig.name === 'chromium' ? await greeted(rig) : 0;
  const page = await rig.newPage();
  await page.goto('https://x.com/hostile', { waitUntil: 'load' });
  const listed = PEOPLE.filter((person) => person.as === 'pupil').map((person) => person.name);
  const tries = Array.from({ length: 10_000 }, (_, at) => (at % 100 === 7 ? listed[at % listed.length] : `Brenwick Tolleshunt${at}`));
  await page.evaluate((names) => { window.names = names; }, tries);
  // Without a background no check can run unseen: one would wake it. What the page asks when somebody goes into its field, how things stand, it
  // has asked by then.
  if (rig.name === 'chromium') await rig.killBackground();
  await page.click('#editor');
  if (rig.name === 'chromium') {
    await until('the page to say hello', async () => (await greeted(rig)) > known);
    // Answered after the page, as it asked after it.
    await rig.ask({ type: 'get-view' });
    await rig.killBackground();
  }
  await page.click('#go');
  const times = await until('ten thousand names', () => page.evaluate(() => window.result), { within: 110_000 });
  check('how often anything was shown', await page.evaluate(() => window.seen.shown), 0);
  check('the overlay', await state(page), 'idle');
  if (rig.name === 'chromium') holds('no check woke the background', !running(rig));
  // Names of the list stand in the text area alone. Firefox counts whole milliseconds, so that a median jumps: the middle half is averaged.
  const middle = (some) => some.toSorted((one, other) => one - other).slice(some.length >> 2, -some.length >> 2);
  const mean = (some) => some.reduce((sum, one) => sum + one, 0) / some.length;
  const [ours, others] = [true, false].map((on) => mean(middle(times.filter((_, at) => at % 2 && listed.includes(tries[at]) === on))));
  holds(`names of the list take as long as others: ${ours} and ${others} ms`, Math.abs(ours - others) < 0.5);
  await page.close();
}

/** A pause stands until the person's own hand ends it. */
async function aPageCannotDecide(rig) {
  const page = await rig.newPage();
  await page.goto('https://www.facebook.com/friends/suggestions', { waitUntil: 'load' });
  await page.click('#add-pupil');
  await untilState(page, 'dialog');
  const before = await page.evaluate(() => window.rig.posts);
  await page.evaluate(() => {
    const host = document.querySelector('beforehand-overlay');
    const { x, y, width, height } = host.getBoundingClientRect();
    const events = ['Escape', 'Enter', ' ', 'Tab'].map((key) => () => new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    for (let down = y; down < y + height; down += 20) {
      for (let across = x; across < x + width; across += 20) {
        events.push(() => new MouseEvent('click', { clientX: across, clientY: down, bubbles: true, composed: true, cancelable: true }));
      }
    }
    for (const target of [host, document.activeElement, document.body, document]) for (const event of events) target.dispatchEvent(event());
    host.click();
  });
  check('the overlay', await state(page), 'dialog');
  check('what went out', await page.evaluate(() => window.rig.posts), before);
  await page.keyboard.press('Escape');
  await until('the dialog to close for the person', async () => (await state(page)) !== 'dialog');
  await page.close();
}

// ---- what was decided ----

async function decided(rig) {
  await settle(rig, { policy: 'west-midlands' });
  const page = await rig.newPage();
  await page.goto('https://www.facebook.com/friends/suggestions', { waitUntil: 'load' });
  const pupil = PEOPLE.find((person) => person.key === 'pupil');
  await page.click(`#add-${pupil.key}`);
  await untilState(page, 'dialog');
  await pressButton(rig, page, /permission/i);
  await page.keyboard.type('The Head');
  await page.keyboard.press('Tab');
  await page.keyboard.type('D of E');
  await pressButton(rig, page, /save/i);
  await until('the dialog to close', async () => (await state(page)) !== 'dialog');
  await page.click(`#add-${pupil.key}`);
  await until('the request to go out', async () => (await page.evaluate(() => window.rig.posts)).length === 1);
  await page.close();
  const kept = async () => (await rig.ask({ type: 'get-view' })).people.find(({ mark }) => mark === 'permission');
  const marked = await until('the permission to be kept', kept);
  check('who is shown, by initials alone', [marked.who, marked.permission.from, marked.permission.purpose], ['JS 9B', 'The Head', 'D of E']);
  // Firefox never reports the load of such a page: what it shows is the condition.
  await rig.own.evaluate(() => { location.reload(); }).catch(() => {});
  const line = await until('the list of decisions', () => rig.own.evaluate(() => [...document.querySelectorAll('#decided-list li')].find((one) => /JS 9B/.test(one.textContent))?.textContent));
  holds('the list says it', /JS 9B/.test(line) && /The Head/.test(line) && !/Jordan/.test(line), line);
  const press = (label) => rig.own.evaluate((wanted) => {
    const line = [...document.querySelectorAll('#decided-list li')].find((one) => /JS 9B/.test(one.textContent));
    [...line.querySelectorAll('button')].find((button) => button.textContent === wanted).click();
  }, label);
  await press('Change');
  await rig.own.evaluate(() => { const [, until] = document.querySelectorAll('#decided-list input[type=date]'); until.value = '2020-01-01'; });
  await press('Save');
  await until('the change', async () => (await kept())?.permission.until === '2020-01-01');
  const again = await rig.newPage();
  await again.goto('https://www.facebook.com/friends/suggestions', { waitUntil: 'load' });
  await again.click(`#add-${pupil.key}`);
  await untilState(again, 'dialog');
  await again.close();
  await press('Forget');
  await until('it to be forgotten', async () => !(await kept()));
  await settle(rig, { policy: POLICY });
}

export async function run({ table, rig, pages }) {
  await table.row(`${rig.name} people/nothing kept or left in memory, the importing page's too, holds a name, a birthday or an address`, () => nothingIsKept(rig));
  await importRoster(rig);
  await table.row(`${rig.name} people/a page that tries ten thousand names learns nothing`, () => aPageLearnsNothing(rig, pages));
  await table.row(`${rig.name} people/a page cannot end a pause`, () => aPageCannotDecide(rig));
  await table.row(`${rig.name} people/a permission is recorded, seen, changed, out of date and forgotten`, () => decided(rig));
}

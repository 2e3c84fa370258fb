// The pure parts of the page script, under node without a page: node tests/page/units.mjs
import { build } from 'esbuild';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Table, check } from '../browser/rig/table.mjs';

const PAGE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../extension/page');

/** A module of the page script as node can run it: bundled by the same tool as in the product. */
async function load(name) {
  globalThis.beforehandSites ??= { site: { id: 'test', name: 'Test' }, generic: { id: 'generic', name: 'Generic' } };
  const { outputFiles } = await build({ entryPoints: [path.join(PAGE, `${name}.ts`)], bundle: true, write: false, format: 'esm', logLevel: 'error' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const table = new Table();
const row = (name, act) => table.row(name, async () => act());

// ---- the hold: every state with every event ----

const { TABLE, step } = await load('hold');
const EVENTS = ['edited', 'act-clear', 'act-pause', 'act-unknown', 'clear', 'pause', 'failed', 'carry-on', 'go-back', 'replayed'];
/** What should happen, written down a second time and by hand; what is left out stays as it is and does nothing. */
const WANTED = {
  idle: { 'act-clear': 'through sent', 'act-pause': 'deciding hold ask', 'act-unknown': 'held hold check' },
  held: {
    edited: 'held check', 'act-clear': 'held hold', 'act-pause': 'held hold', 'act-unknown': 'held hold',
    clear: 'replaying sent replay', pause: 'deciding ask', failed: 'replaying sent replay say',
  },
  deciding: {
    'act-clear': 'deciding hold ask', 'act-pause': 'deciding hold ask', 'act-unknown': 'deciding hold ask', clear: 'idle close',
    failed: 'idle close', pause: 'deciding ask', 'carry-on': 'replaying close sent replay', 'go-back': 'idle close',
  },
  replaying: { replayed: 'through' },
  through: { edited: 'idle' },
};

for (const state of Object.keys(WANTED)) {
  for (const event of EVENTS) {
    await row(`hold ${state} + ${event}`, () => {
      const [next, effects] = step(state, event);
      check('becomes', [next, ...effects].join(' '), WANTED[state][event] ?? state);
    });
  }
}
await row('hold: no state or event beyond those', () => {
  check('states', Object.keys(TABLE).sort(), Object.keys(WANTED).sort());
  check('events', Object.values(TABLE).flatMap(Object.keys).filter((event) => !EVENTS.includes(event)), []);
});

/** Walks the machine at random from a seed and counts: whatever happens, a held action is given back at most once. */
function walk(seed) {
  let [state, held, replays, chance] = ['idle', 0, 0, seed];
  for (let at = 0; at < 200; at += 1) {
    chance = (chance * 1103515245 + 12345) % 2147483648;
    const before = state;
    const [next, effects] = step(state, EVENTS[chance % EVENTS.length]);
    if (before === 'idle' && effects.includes('hold')) held += 1;
    if (effects.includes('replay')) replays += 1;
    state = next;
    if (replays > held) throw new Error(`seed ${seed}: ${replays} replays of ${held} held actions`);
  }
}
await row('hold: never more replays than held actions, over 2,000 walks', () => {
  for (let seed = 1; seed <= 2000; seed += 1) walk(seed);
});

// ---- the reader: text and offsets of trees shaped as editors shape them ----

const { read, place } = await load('reader');
let nodes = 0;

/** A tree of the few properties that the reader asks of a document. */
function tree(spec, parent = null) {
  const node = typeof spec === 'string'
    ? { nodeType: 3, data: spec }
    : { nodeType: 1, tagName: spec[0].toUpperCase(), getAttribute: (name) => spec[1][name] ?? null };
  Object.assign(node, { id: (nodes += 1), parentNode: parent, previousSibling: null, nextSibling: null, firstChild: null, childNodes: [] });
  const children = (typeof spec === 'string' ? [] : spec.slice(2)).map((child) => tree(child, node));
  children.forEach((child, at) => Object.assign(child, { previousSibling: children[at - 1] ?? null, nextSibling: children[at + 1] ?? null }));
  return Object.assign(node, { childNodes: children, firstChild: children[0] ?? null });
}
const p = (...children) => ['p', {}, ...children];
const div = (...children) => ['div', {}, ...children];
const br = ['br', {}];
const NBSP = String.fromCharCode(0xa0);
const NONE = String.fromCharCode(0x200b);
const MARK = String.fromCharCode(0xfeff);

const TEXTS = [
  ['a paragraph', div(p('One')), 'One'],
  ['two paragraphs', div(p('One'), p('Two')), 'One\nTwo'],
  ['an empty paragraph between', div(p('One'), p(br), p('Two')), 'One\n\nTwo'],
  ['an empty paragraph at the end', div(p('One'), p(br)), 'One\n'],
  ['nothing at all', div(p(br)), ''],
  ['a break inside', div(p('One', br, 'Two')), 'One\nTwo'],
  ['a break that only fills', div(p('One', br)), 'One'],
  ['two breaks at the end', div(p('One', br, br)), 'One\n'],
  ['blocks in blocks (Draft.js)', div(div(div(['span', {}, 'One'])), div(div(['span', {}, 'Two']))), 'One\nTwo'],
  ['text before a block (plain contenteditable)', div('One', div('Two')), 'One\nTwo'],
  ['white space between blocks', div('\n  ', p('One'), '\n  ', p('Two'), '\n'), 'One\nTwo'],
  ['no-break spaces', div(p(`One${NBSP}${NBSP}two`)), 'One  two'],
  ['zero-width characters', div(p(`${NONE}On${MARK}e${NONE}`)), 'One'],
  ['only zero-width (Slate)', div(div(['span', {}, MARK, br])), ''],
  ['parts that cannot be edited', div(p('One', ['span', { contenteditable: 'false' }, 'not mine'], ' two')), 'One two'],
  ['inline tags', div(p('On', ['b', {}, 'e t'], 'wo')), 'One two'],
  ['emoji and right-to-left', div(p('👩‍🏫 שלום')), '👩‍🏫 שלום'],
  ['a lone surrogate', div(p('a\ud83d'), p('b')), 'a\ud83d\nb'],
];
for (const [what, spec, wanted] of TEXTS) await row(`reader: ${what}`, () => check('text', read(tree(spec)).text, wanted));

/** Every offset of every text must lie where its letter came from. */
for (const [what, spec, wanted] of TEXTS) {
  await row(`reader: offsets of ${what}`, () => {
    const draft = read(tree(spec));
    for (let at = 0; at < wanted.length; at += 1) {
      if (wanted[at] === '\n') continue;
      const { node, offset } = place(draft, at, false);
      check(`letter ${at}`, (node.data ?? '')[offset].replace(NBSP, ' '), wanted[at]);
      const end = place(draft, at + 1, true);
      check(`letter ${at} from behind`, (end.node.data ?? '')[end.offset - 1].replace(NBSP, ' '), wanted[at]);
    }
  });
}
await row('reader: the end of a text whose last line is empty lies in that line', () => {
  const root = tree(div(p('One'), p(br)));
  const { node, offset } = place(read(root), 4, true);
  check('where', [node.id, offset], [root.childNodes[1].id, 0]);
});
await row('reader: 2 MB in 40,000 paragraphs within two seconds', () => {
  const line = 'x'.repeat(50);
  const root = tree(div(...Array.from({ length: 40_000 }, () => p(line))));
  const start = performance.now();
  check('length', read(root).text.length, 40_000 * 51 - 1);
  if (performance.now() - start > 2000) throw new Error(`${Math.round(performance.now() - start)} ms`);
});

// ---- the writer's arithmetic, recipients, handles ----

const { fixed } = await load('writer');
await row('writer: insert', () => check('text', fixed('One two', { start: 7, end: 7, insert: '.' }), 'One two.'));
await row('writer: replace', () => check('text', fixed('One two', { start: 4, end: 7, insert: 'three' }), 'One three'));
await row('writer: remove', () => check('text', fixed('One two', { start: 3, end: 7, insert: '' }), 'One'));

const { handle, recipients } = await load('act');
for (const [line, wanted] of [
  ['A Staff <a@b.example>, c@d.example', ['A Staff <a@b.example>', 'c@d.example']],
  ['"Okafor, Harriet" <h@b.example>; x@y.example,', ['"Okafor, Harriet" <h@b.example>', 'x@y.example']],
  ['Okafor, Harriet <h@b.example>, Parent <p@home.example>', ['Okafor, Harriet <h@b.example>', 'Parent <p@home.example>']],
  ['p@home.example, Okafor, Harriet <h@b.example>', ['p@home.example', 'Okafor, Harriet <h@b.example>']],
  ['Jordan Smith, Ellis Hartley', ['Jordan Smith', 'Ellis Hartley']],
  ['', []], [undefined, []], [' , ; ', []],
]) await row(`recipients of ${line}`, () => check('list', recipients(line), wanted));
for (const [text, wanted] of [
  ['https://x.com/jordan', '@jordan'], ['/jordan', '@jordan'], ['@jordan', '@jordan'], ['https://www.facebook.com/jordan.s?ref=1#a', '@jordan.s'], [undefined, undefined], ['', ''],
]) await row(`handle of ${text}`, () => check('handle', handle(text) ?? null, wanted || null));

// ---- what was watched ----

const { Ranges } = await load('ranges');
const RUNS = [
  ['played through', [[0, 1, 0, true], [1, 1, 1, true], [2, 1, 2, true], [2, 1, 2, false]], [[0, 2, 1]]],
  ['paused and played on', [[0, 1, 0, true], [1, 1, 1, true], [1, 1, 1, false], [1, 1, 60, true], [3, 1, 62, true], [3, 1, 62, false]], [[0, 1, 1], [1, 3, 1]]],
  ['a jump is not watched', [[0, 1, 0, true], [1, 1, 1, true], [9, 1, 1.2, true], [10, 1, 2.2, true], [10, 1, 2.2, false]], [[0, 1, 1], [9, 10, 1]]],
  ['a jump back is not watched twice as one', [[5, 1, 0, true], [6, 1, 1, true], [2, 1, 1.1, true], [3, 1, 2.1, true], [3, 1, 2.1, false]], [[5, 6, 1], [2, 3, 1]]],
  ['the speed is kept', [[0, 1, 0, true], [1, 1, 1, true], [1, 4, 1, true], [5, 4, 2, true], [5, 4, 2, false]], [[0, 1, 1], [1, 5, 4]]],
  ['never played', [[0, 1, 0, false], [0, 1, 9, false]], []],
];
for (const [what, readings, wanted] of RUNS) {
  await row(`ranges: ${what}`, () => {
    const ranges = new Ranges();
    for (const [at, rate, wall, playing] of readings) ranges.read({ at, rate, wall, playing });
    check('ranges', ranges.take(), wanted);
  });
}
await row('ranges: taken while playing, goes on without a gap', () => {
  const ranges = new Ranges();
  for (let at = 0; at <= 4; at += 1) ranges.read({ at, rate: 1, wall: at, playing: true });
  const first = ranges.take();
  for (let at = 5; at <= 6; at += 1) ranges.read({ at, rate: 1, wall: at, playing: true });
  check('ranges', [...first, ...ranges.take()], [[0, 4, 1], [4, 6, 1]]);
});

// ---- where the chip stands ----

const { choose } = await load('overlay-place');
const SIZE = { width: 100, height: 30 };
const SCREEN = { width: 800, height: 600 };
for (const [what, anchor, avoid, wanted] of [
  ['below, at the right', { left: 100, top: 100, width: 300, height: 80 }, null, { left: 300, top: 186 }],
  ['above when Send is below', { left: 100, top: 100, width: 300, height: 80 }, { left: 350, top: 185, width: 60, height: 30 }, { left: 300, top: 64 }],
  ['above at the foot of the screen', { left: 100, top: 500, width: 300, height: 90 }, null, { left: 300, top: 464 }],
  ['in the corner when the composer fills the screen', { left: 0, top: 0, width: 800, height: 600 }, null, { left: 694, top: 564 }],
]) await row(`chip: ${what}`, () => check('place', choose(SIZE, anchor, avoid, SCREEN), wanted));

process.exit(table.close() ? 0 : 1);

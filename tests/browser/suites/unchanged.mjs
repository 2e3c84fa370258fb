// The extension's presence changes nothing: the same typed script with and without it gives the same text, undo steps, events and page.
import { EDITORS } from '../editors/build.mjs';
import { Composer, painted } from '../rig/composer.mjs';
import { check } from '../rig/table.mjs';

const TEXTS = { innocent: 'Walked along the old canal', 'needs a word': 'Proud to teach Year 9 at Larkfield' };

const press = (key, times = 1) => Array.from({ length: times }, () => key);
const SCRIPT = [...press('ArrowLeft', 4), 'x', 'y', 'Backspace', 'Control+z', 'Control+z', 'Control+y', 'End', '!', 'Control+z', 'Control+z', 'Control+z', 'Home', 'q'];

async function strike(keyboard, key) {
  const [hold, last] = key.includes('+') ? key.split('+') : [null, key];
  if (hold) await keyboard.down(hold);
  await keyboard.press(last);
  if (hold) await keyboard.up(hold);
}

/** The page as it stands, shadow roots and inner frames included, without the overlay's own host element. */
function pageAsItStands() {
  const show = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.localName === 'beforehand-overlay') return '';
    const attributes = [...node.attributes].map((each) => ` ${each.name}="${each.value}"`).join('');
    const inside = [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(show).join('');
    const frame = node.localName === 'iframe' && node.contentDocument ? show(node.contentDocument.documentElement) : '';
    return `<${node.localName}${attributes}>${inside}${frame}</${node.localName}>`;
  };
  return show(document.documentElement);
}

/** Plays the script and keeps the model after each key, the events the page heard, and the page at the end. */
export async function trace(rig, editor, text, script = SCRIPT) {
  const composer = await Composer.open(rig, editor);
  try {
    const steps = [];
    await composer.type(text);
    for (const key of script) {
      await strike(composer.page.keyboard, key);
      await painted(composer.page);
      steps.push(`${key}: ${await composer.model()}`);
    }
    const state = await composer.state();
    return { steps, log: await composer.log(), page: await composer.page.evaluate(pageAsItStands), state };
  } finally {
    await composer.close();
  }
}

const firstDifference = (left, right) => {
  const at = [...left].findIndex((letter, index) => letter !== right[index]);
  return at < 0 ? right.slice(left.length, left.length + 80) : right.slice(Math.max(0, at - 60), at + 80);
};

export function compare(bare, ours) {
  check('text after each key', ours.steps, bare.steps);
  check('events the page heard', ours.log, bare.log);
  if (ours.page !== bare.page) throw new Error(`the page differs near: ${firstDifference(bare.page, ours.page)}`);
}

export const name = 'unchanged';

export async function run({ table, rig, fresh }) {
  const bare = await fresh({ extension: null });
  try {
    for (const editor of EDITORS) {
      for (const [kind, text] of Object.entries(TEXTS)) {
        await table.row(`${rig.name} unchanged/${editor.name} ${kind}`, async () => {
          const [without, withUs] = await Promise.all([trace(bare, editor, text), trace(rig, editor, text)]);
          compare(without, withUs);
          check('overlay in the bare browser', without.state, 'idle');
        });
      }
    }
  } finally {
    await bare.close();
  }
}


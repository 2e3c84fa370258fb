// Brings a saved page to life: the part for this address alone, real editors in their places, and the site's own handlers on its buttons.
import { hear, rig } from '../../editors/src/rig.js';
import { MOUNTS } from './editors.jsx';

rig.posts = JSON.parse(sessionStorage.getItem('posts') ?? '[]');
const everything = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? everything(element.shadowRoot) : [])]);
const here = location.pathname + location.search;
for (const section of document.querySelectorAll('[data-at]')) if (section.dataset.at !== here) section.remove();

const expected = everything(document).filter((element) => element.dataset?.expect);
const ending = (kind) => expected.filter((element) => element.dataset.expect.endsWith(kind));

/** What the person wrote goes out as it stands in the editor's own model; of nothing a site makes no post. */
function post(how) {
  const text = rig.model();
  if (!text.trim()) return;
  rig.postedAt = performance.now();
  rig.posts.push(text);
  rig.log.push(`post:${how}`);
  // What went out stays out, also when the page is left in the middle.
  sessionStorage.setItem('posts', JSON.stringify(rig.posts));
  rig.clear();
}

function wire(editor, keys) {
  hear(editor, ['keydown', 'beforeinput', 'input', 'paste'], 'editor');
  editor.addEventListener('keydown', (event) => {
    const key = event.ctrlKey || event.metaKey ? 'mod-enter' : 'enter';
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !keys.includes(key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    post(key);
  }, true);
}

async function compose(saved) {
  const { expect, editor: kind = 'field', keys = '' } = saved.dataset;
  saved.textContent = '';
  const { element, model, clear } = await MOUNTS[kind](saved);
  Object.assign(rig, { model, clear });
  element.dataset.live = 'editor';
  wire(element, keys.split(' '));
  for (const button of ending(`${expect.split('.')[0]}.send`)) {
    button.dataset.live = 'send';
    hear(button, ['click'], 'button');
    button.addEventListener('click', () => post('click'));
  }
}

/** A connect button and its neighbours say what was pressed, and whose. */
function connects() {
  for (const button of [...ending('.button'), ...ending('none')]) {
    button.addEventListener('click', (event) => {
      event.preventDefault();
      rig.posts.push(`${button.dataset.expect} ${button.dataset.person ?? ''}`.trim());
    });
  }
}

document.addEventListener('submit', (event) => event.preventDefault());
// A retargeted submit inside a shadow root does not reach the document.
for (const element of expected) element.form?.addEventListener('submit', (event) => event.preventDefault());
connects();
Promise.all(ending('.editor').map(compose)).then(() => { rig.ready = true; });

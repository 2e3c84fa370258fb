// What every editor page shares: the record of what reached the page itself, a seeded chance, and the page's own ways to post.

/** What the tests read: posts that the page's own handler took, and the events that reached the page, in order. */
export const rig = {
  pressedAt: 0, limitAt: 0, postedAt: 0,
  posts: [], log: [], model: () => '', set: () => {}, clear: () => {} };
window.rig = rig;
// The end of the press, which nobody holds: from here a click has 1.5 s to go through whatever breaks, by the page's own clock.
addEventListener('pointerup', () => {
  rig.pressedAt = performance.now();
  rig.limitAt = 0;
  setTimeout(() => { rig.limitAt = performance.now(); }, 1500);
}, true);

/** The page's own handler: takes the model's text as it is now, and clears the editor as a real site does. */
export function post(how) {
  rig.postedAt = performance.now();
  rig.posts.push(rig.model());
  rig.log.push(`post:${how}`);
  rig.clear();
}

/** Logs what the page hears of these events, so that "before the page's own handler" can be seen to be true. */
export function hear(target, types, name) {
  for (const type of types) target.addEventListener(type, (event) => rig.log.push(`${name}:${type}:${event.isTrusted ? 'person' : 'script'}`));
}

/** Wires a Post button and Ctrl+Enter on the editor, as sites do. */
export function wire(editor, button) {
  hear(editor, ['keydown', 'beforeinput', 'input', 'paste'], 'editor');
  hear(button, ['click'], 'button');
  button.addEventListener('click', () => post('click'));
  // First of the page's own listeners, as a site's is that wants Ctrl+Enter for itself: some editors would break the line on it.
  editor.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    post('ctrl-enter');
  }, true);
  rig.ready = true;
}

export const byId = (id) => document.getElementById(id);
export const lines = (text) => text.split('\n');

// Looks at the overlay as a person does, although its shadow root is closed: state, words and buttons, by CDP or by BiDi.
import { until } from './until.mjs';

/** The overlay's state on this page: the most pressing one of all its frames. */
export async function state(page) {
  const order = ['idle', 'chip', 'panel', 'opening', 'dialog'];
  const look = () => [...document.querySelectorAll('beforehand-overlay')].map((host) => host.dataset.state ?? 'idle');
  const all = await Promise.all(page.frames().map((frame) => frame.evaluate(look).catch(() => [])));
  return all.flat().reduce((most, one) => (order.indexOf(one) > order.indexOf(most) ? one : most), 'idle');
}

export const untilState = (page, wanted, options) =>
  until(`the overlay to be ${wanted}`, async () => (await state(page)) === wanted, options);

function gather(node, seen) {
  if (node.text !== undefined) seen.text.push(node.text);
  if (node.attributes.role) seen.roles.push(node.attributes.role);
  if (node.name === 'button') seen.buttons.push({ label: words(node), ...node });
  node.children.forEach((child) => gather(child, seen));
  return seen;
}

const words = (node) => [node.text ?? '', ...node.children.map(words)].join(' ').replace(/\s+/g, ' ').trim();

function cdpNode(node) {
  const pairs = node.attributes ?? [];
  const attributes = Object.fromEntries(pairs.flatMap((name, at) => (at % 2 ? [] : [[name, pairs[at + 1]]])));
  const children = [...(node.shadowRoots ?? []), ...(node.contentDocument ? [node.contentDocument] : []), ...(node.children ?? [])];
  const quiet = ['STYLE', 'SCRIPT'].includes(node.nodeName);
  return { name: node.localName || node.nodeName, id: node.backendNodeId, attributes,
    text: node.nodeType === 3 ? node.nodeValue : undefined, children: quiet ? [] : children.map(cdpNode) };
}

const hostsIn = (node) => (node.name === 'beforehand-overlay' ? [node] : node.children.flatMap(hostsIn));

/** Chromium: the whole document through CDP, closed roots included. */
export async function shadowThroughCdp(page) {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return hostsIn(cdpNode(root)).filter((host) => (host.attributes['data-state'] ?? 'idle') !== 'idle');
  } finally {
    await session.detach();
  }
}

function bidiNode(found) {
  const value = found.value ?? {};
  const children = [value.shadowRoot, ...(value.children ?? [])].filter(Boolean);
  const quiet = ['style', 'script'].includes(value.localName);
  return { name: value.localName, id: found.sharedId, attributes: value.attributes ?? {},
    text: value.nodeType === 3 ? value.nodeValue : undefined, children: quiet ? [] : children.map(bidiNode) };
}

/** Firefox: WebDriver BiDi serialises closed roots too when asked for all shadow trees. */
export async function shadowThroughBidi(page) {
  const found = [];
  for (const frame of page.frames()) {
    const { result } = await page.browser().connection.send('script.callFunction', {
      functionDeclaration: '() => [...document.querySelectorAll("beforehand-overlay")]', awaitPromise: false,
      target: { context: frame._id }, serializationOptions: { includeShadowTree: 'all', maxDomDepth: 40 },
    });
    found.push(...(result.result?.value ?? []).map(bidiNode));
  }
  return found.filter((host) => (host.attributes['data-state'] ?? 'idle') !== 'idle');
}

/** Everything the overlay says now: its words, the roles it uses and its buttons in order. */
export async function reads(rig, page) {
  const hosts = await rig.shadow(page);
  const seen = { text: [], roles: [], buttons: [] };
  hosts.forEach((host) => gather(host, seen));
  return { text: seen.text.join(' ').replace(/\s+/g, ' ').trim(), roles: seen.roles, buttons: seen.buttons.map((one) => one.label) };
}

/** Walks the open dialog with the keyboard to a button and presses it: `fix`, `back` or `carry-on`, by its place, never by its words. */
export async function choose(rig, page, which) {
  const hosts = await rig.shadow(page);
  const { buttons } = gather(hosts[0], { text: [], roles: [], buttons: [] });
  const classed = (name) => buttons.findIndex((each) => (each.attributes.class ?? '').split(' ').includes(name));
  const at = which === 'carry-on' ? classed('back') + 1 : classed(which);
  if (at < 0) throw new Error(`the dialog has no ${which} button: ${JSON.stringify(buttons.map((each) => each.label))}`);
  for (let step = 0; step < at; step += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

/** Presses a button of the overlay with the mouse, found by its class or, where it has none, by its words. */
export async function pressButton(rig, page, name) {
  const [host] = await rig.shadow(page);
  const { buttons } = gather(host, { text: [], roles: [], buttons: [] });
  const button = buttons.find((each) => (each.attributes.class ?? '').split(' ').includes(name) || (name instanceof RegExp && name.test(each.label)));
  if (!button) throw new Error(`no ${name} button: ${JSON.stringify(buttons.map((each) => each.label))}`);
  const { x, y } = await rig.middle(page, button);
  await page.mouse.click(x, y);
}

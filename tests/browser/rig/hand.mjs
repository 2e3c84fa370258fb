// Hands files to a page as a person does: dropped, or pasted. Neither driver can do all of it, so the rest is done with the browser's own rights.
import fs from 'node:fs';
import path from 'node:path';

const typeOf = (file) => `image/${path.extname(file).slice(1).replace('jpg', 'jpeg')}`;

/** Files as a page's script can make them: name, kind and bytes. */
const named = (files) => JSON.stringify(files.map((file) => [path.basename(file), typeOf(file), fs.readFileSync(file).toString('base64')]));

/** A script's text that puts them into `data`. */
const fills = (files) => `(data) => { for (const [name, type, bytes] of ${named(files)}) {
  data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type }));
} return data; }`;

// ---- Chromium ----

async function dropInChromium(page, selector, files) {
  const session = await page.createCDPSession();
  const { x, y } = await page.$eval(selector, (zone) => { const box = zone.getBoundingClientRect(); return { x: box.x + 20, y: box.y + 20 }; });
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await session.send('Input.dispatchDragEvent', { type, x, y, data });
  await session.detach();
}

/** Nothing puts files on the clipboard of a Chromium without a screen. What listens in the page is given the event itself, as the browser would. */
async function pasteInChromium(rig, page, selector, files) {
  const session = await page.createCDPSession();
  const worlds = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const contextId = worlds.find(({ origin, auxData }) => origin === rig.base && auxData.frameId === page.mainFrame()._id).id;
  const { result: view } = await session.send('Runtime.evaluate', { expression: 'window', contextId, objectGroup: 'hand' });
  const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: view.objectId });
  const give = (source, target) => `function () {
    const at = document.querySelector(${JSON.stringify(target)});
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData: (${source})(new DataTransfer()) });
    let stopped = false;
    const own = { isTrusted: true, composedPath: () => [at, document.body, document.documentElement, document, window], stopImmediatePropagation: () => { stopped = true; } };
    const real = (value) => (typeof value === 'function' ? value.bind(event) : value);
    this(new Proxy(event, { get: (_, name) => own[name] ?? real(event[name]), has: (_, name) => name in event }));
    if (!stopped) at.dispatchEvent(event);
    return stopped;
  }`;
  const { handler } = listeners.find(({ type, useCapture }) => type === 'paste' && useCapture);
  await session.send('Runtime.callFunctionOn', { objectId: handler.objectId, functionDeclaration: give(fills(files), selector) });
  await session.detach();
}

// ---- Firefox ----

/** Its own scope makes the event, of the page's own files, and the browser calls it trusted. */
async function handInFirefox(rig, page, kind, selector, files) {
  const inPage = `(() => {
    const view = content;
    const fill = view.wrappedJSObject.eval(${JSON.stringify(`(${fills(files)})`)});
    const data = "${kind}" === "Drag" ? { dataTransfer: view.wrappedJSObject.eval("new DataTransfer()") } : {};
    const made = new view.${kind}Event("${kind === 'Drag' ? 'drop' : 'paste'}", { bubbles: true, cancelable: true, composed: true, ...data });
    fill(Components.utils.waiveXrays(made.dataTransfer ?? made.clipboardData));
    view.document.querySelector(${JSON.stringify(selector)}).dispatchEvent(made);
  })()`;
  await page.bringToFront();
  await rig.inBrowser(`(() => { const all = Services.wm.getMostRecentWindow("navigator:browser").gBrowser.browsers;
    all.find((one) => one.currentURI.spec === ${JSON.stringify(page.url())}).messageManager.loadFrameScript("data:," + encodeURIComponent(${JSON.stringify(inPage)}), false); })()`);
}

// ---- both ----

export const drop = (rig, page, selector, files) =>
  (rig.name === 'chromium' ? dropInChromium(page, selector, files) : handInFirefox(rig, page, 'Drag', selector, files));

export const paste = (rig, page, selector, files) =>
  (rig.name === 'chromium' ? pasteInChromium(rig, page, selector, files) : handInFirefox(rig, page, 'Clipboard', selector, files));

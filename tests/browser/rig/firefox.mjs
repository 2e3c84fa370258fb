// Firefox for the suites: a new profile (or one that is kept, with a clock that is ahead), the extension installed under a known address, every host name answered by loopback.
import puppeteer from 'puppeteer-core';
import { ahead } from './clock.mjs';
import { shadowThroughBidi } from './overlay.mjs';

export const GECKO_ID = 'beforehand@beforehand.example';
const ADDRESS = 'b4f0e8a2-5d1c-4c57-9a3e-0c1d2e3f4a5b';

const QUIET = Object.fromEntries(['app.update.enabled', 'app.normandy.enabled', 'browser.safebrowsing.malware.enabled',
  'browser.safebrowsing.phishing.enabled', 'browser.safebrowsing.downloads.enabled', 'network.captive-portal-service.enabled',
  'network.connectivity-service.enabled', 'datareporting.healthreport.uploadEnabled', 'datareporting.policy.dataSubmissionEnabled',
  'toolkit.telemetry.enabled', 'extensions.update.enabled', 'extensions.getAddons.cache.enabled', 'network.dns.disablePrefetch',
].map((name) => [name, name === 'network.dns.disablePrefetch']));

function preferences(server) {
  return {
    ...QUIET,
    // Every name is loopback and every TLS connection goes to our port, so addresses stay as they are on the real sites.
    'network.dns.forceResolve': '127.0.0.1',
    'network.socket.forcePort': `443=${server.tlsPort};80=${server.plainPort}`,
    'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: ADDRESS }),
    // An extension that was not installed from a store is gone when the browser closes; what it keeps must not be.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'media.autoplay.default': 0,
    'media.volume_scale': '0.0',
  };
}

/** Runs an expression in the browser's own (privileged) scope: the only way in to end an event page on purpose. */
async function inBrowser(browser, expression) {
  const { result: tree } = await browser.connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await browser.connection.send('script.evaluate', {
    expression, awaitPromise: true, target: { context: tree.contexts[0].context },
  });
  if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
  return result.result?.value;
}

export async function openFirefox({ extension, server, profile, days = 0 }) {
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true, acceptInsecureCerts: true, userDataDir: profile, env: ahead(days),
    args: ['--remote-allow-system-access'], extraPrefsFirefox: preferences(server), defaultViewport: { width: 1200, height: 900 },
  });
  if (extension) await browser.installExtension(extension);
  const base = extension && `moz-extension://${ADDRESS}`;
  const policy = `WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension`;

  async function killBackground() {
    await inBrowser(browser, `${policy}.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`);
  }

  /** The middle of an element in the closed root: BiDi hands the element itself to the page's function. */
  async function middle(page, node) {
    const { result } = await browser.connection.send('script.callFunction', {
      functionDeclaration: '(element) => { const box = element.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }',
      awaitPromise: false, target: { context: page.mainFrame()._id }, arguments: [{ sharedId: node.id }],
    });
    const [x, y] = result.result.value.map((each) => each.value);
    return { x, y };
  }

  return { name: 'firefox', middle, browser, base, killBackground, inBrowser: (text) => inBrowser(browser, text),
    shadow: shadowThroughBidi, close: () => browser.close() };
}

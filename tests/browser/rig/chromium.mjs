// Chromium for the suites: a new profile (or one that is kept, with a clock that is ahead), the extension installed, every host name mapped to loopback and nothing else reachable.
import puppeteer from 'puppeteer-core';
import { ahead } from './clock.mjs';
import { until } from './until.mjs';
import { shadowThroughCdp } from './overlay.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-default-apps', '--mute-audio',
  '--disable-features=OptimizationHints,MediaRouter'];

function resolver(server) {
  const mapped = server.hosts.map((host) => `MAP ${host}:443 127.0.0.1:${server.tlsPort}`);
  return `--host-resolver-rules=${[...mapped, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`;
}

function worker(browser, id) {
  const ours = (target) => target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${id}/`);
  return browser.targets().find(ours) ?? null;
}

export async function openChromium({ extension, server, profile, days = 0 }) {
  const browser = await puppeteer.launch({
    executablePath: '/usr/bin/chromium', headless: true, pipe: true, enableExtensions: true, userDataDir: profile, env: ahead(days),
    acceptInsecureCerts: true, args: [...FLAGS, resolver(server)], defaultViewport: { width: 1200, height: 900 },
  });
  const id = extension ? await browser.installExtension(extension) : null;
  const base = id && `chrome-extension://${id}`;

  async function killBackground() {
    const target = await worker(browser, id);
    if (!target) return;
    const session = await browser.target().createCDPSession();
    await session.send('Target.closeTarget', { targetId: target._targetId });
    await until('the worker to be gone', () => !browser.targets().includes(target));
  }

  /** The middle of an element in the closed root, in the page's own pixels. */
  async function middle(page, node) {
    const session = await page.createCDPSession();
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.id });
    await session.detach();
    const [left, top, , , right, bottom] = model.border;
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  }

  return { name: 'chromium', middle, browser, base, killBackground, shadow: shadowThroughCdp, close: () => browser.close() };
}

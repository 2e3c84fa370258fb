// One browser with the extension in it and its own page open beside, through which the suites choose policy, school and roster.
import { openChromium } from './chromium.mjs';
import { openFirefox } from './firefox.mjs';
import { freeze } from './frozen.mjs';
import { until, within } from './until.mjs';

const OPEN = { chromium: openChromium, firefox: openFirefox };

/** Opens one of the extension's own pages; Firefox never reports its load over BiDi, so its address is the condition. */
async function ownPage(rig, file) {
  const page = await rig.browser.newPage();
  const address = `${rig.base}/${file}`;
  page.goto(address).catch(() => {});
  await until(`${file} to open`, () => page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', address));
  return page;
}

/** Starts a browser; without `extension` it is the bare browser that "unchanged" is measured against. */
export async function open(name, { extension, server, optionsPage = 'options.html', profile, days }) {
  const rig = await OPEN[name]({ extension, server, profile, days });
  const session = {
    ...rig,
    async newPage() {
      const page = await rig.browser.newPage();
      page.setDefaultTimeout(60_000);
      session.onPage?.(page);
      return page;
    },
    ownPage: (file) => ownPage(rig, file),
    /** Sends what the extension's own pages would send, and gives the background's answer. */
    async ask(message) {
      const send = (body) => (globalThis.browser ?? globalThis.chrome).runtime.sendMessage(body);
      return within(30_000, `an answer to ${message.type}`, session.own.evaluate(send, message));
    },
    /** The background gets no time at all until what this gives is called. */
    freeze: () => freeze(rig.browser),
  };
  if (extension && optionsPage) session.own = await ownPage(rig, optionsPage);
  return session;
}

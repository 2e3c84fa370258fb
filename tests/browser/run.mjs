// Runs every browser suite, both browsers at the same time: node tests/browser/run.mjs [--browser chromium|firefox] [--suite NAME] [--only WORDS]
//   [--dist DIR] takes the built extension from elsewhere; [--webmail-dist DIR] one that was built with the webmail's host already
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildEditors } from './editors/build.mjs';
import { buildAccounts } from './pages/accounts.mjs';
import { buildFriends } from './pages/friends.mjs';
import { buildPictures } from './pages/pictures.mjs';
import { buildVideo } from './pages/video.mjs';
import { HOSTS as SOCIAL, buildSocial } from './social/build.mjs';
import { POLICY, REPOSITORY, extensionFor, settle } from './rig/product.mjs';
import { serve } from './rig/server.mjs';
import { open } from './rig/session.mjs';
import { Table } from './rig/table.mjs';
import * as accounts from './suites/accounts.mjs';
import * as blog from './suites/blog.mjs';
import * as chat from './suites/chat.mjs';
import * as editors from './suites/editors.mjs';
import * as expiry from './suites/expiry.mjs';
import * as friends from './suites/friends.mjs';
import * as killed from './suites/killed.mjs';
import * as lists from './suites/lists.mjs';
import * as managed from './suites/managed.mjs';
import * as network from './suites/network.mjs';
import * as people from './suites/people.mjs';
import * as parity from './parity.mjs';
import * as pictures from './suites/pictures.mjs';
import * as random from './suites/random.mjs';
import * as roundcube from './suites/roundcube.mjs';
import * as sogo from './suites/sogo.mjs';
import * as social from './suites/social.mjs';
import * as unchanged from './suites/unchanged.mjs';
import * as video from './suites/video.mjs';
import * as webmail from './suites/webmail.mjs';

const SUITES = [editors, unchanged, killed, friends, pictures, social, accounts, random, people, expiry, lists, video, webmail, roundcube, sogo, blog, chat, network, managed];
const HOSTS = [...new Set(['x.com', 'www.facebook.com', 'www.youtube.com', ...SOCIAL, 'uncovered.example'])];

const { values: wanted } = parseArgs({ options: {
  browser: { type: 'string' }, suite: { type: 'string' }, only: { type: 'string' }, dist: { type: 'string', default: 'dist' }, 'webmail-dist': { type: 'string' },
} });
const browsers = wanted.browser ? [wanted.browser] : ['chromium', 'firefox'];
const suites = SUITES.filter((suite) => !wanted.suite || wanted.suite.split(',').includes(suite.name));
const pages = path.join(REPOSITORY, 'target', 'browser-pages');

/** One browser, all suites, with a server of its own, so that what one browser asks for is not laid to the other; a suite that needs a browser of its own opens it with `fresh`. */
async function runIn(name, table) {
  const server = await serve(pages, HOSTS);
  const extension = extensionFor(name, wanted.dist);
  if (!fs.existsSync(extension)) throw new Error(`there is no ${extension}: build the extension first (make dist)`);
  const fresh = (own = {}) => open(name, { extension, server, ...own });
  const rig = await fresh();
  try {
    await settle(rig, { policy: POLICY });
    for (const suite of suites) {
      const start = Date.now();
      try {
        await suite.run({ table, rig, fresh, server, pages, extension, webmailDist: wanted['webmail-dist'] });
      } catch (error) {
        table.fail(`${name} ${suite.name} (the suite itself)`, error);
      }
      console.log(`# ${name} ${suite.name}: ${((Date.now() - start) / 1000).toFixed(0)} s`);
    }
  } finally {
    await rig.close();
    server.close();
  }
}

const table = new Table(wanted.only);
await buildEditors(pages);
buildAccounts(pages);
buildFriends(pages);
buildPictures(pages);
buildVideo(pages);
await buildSocial(pages);
const runs = suites.length ? browsers : [];
await Promise.all(runs.map((name) => runIn(name, table).catch((error) => table.fail(`${name} (could not run)`, error))));
if (!wanted.suite || wanted.suite.split(',').includes('parity')) {
  const server = await serve(pages, HOSTS);
  await parity.run({ table, browsers, server, folder: wanted.dist });
  server.close();
}
process.exit(table.close() ? 0 : 1);

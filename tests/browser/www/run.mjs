// The checker page's own tests, both browsers at the same time: node tests/browser/www/run.mjs [--browser chromium|firefox] [--suite NAME] [--only WORDS]
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '../../../www/serve.mjs';
import { REPOSITORY } from '../rig/product.mjs';
import { Table } from '../rig/table.mjs';
import * as access from './access.mjs';
import * as added from './added.mjs';
import * as clauses from './clauses.mjs';
import * as drafts from './drafts.mjs';
import * as fixes from './fixes.mjs';
import * as lists from './lists.mjs';
import * as offline from './offline.mjs';
import * as silent from './silent.mjs';
import * as size from './size.mjs';
import { openBrowser } from './rig.mjs';

const SUITES = [drafts, fixes, added, lists, clauses, silent, offline, access, size];

const { values: wanted } = parseArgs({ options: { browser: { type: 'string' }, suite: { type: 'string' }, only: { type: 'string' } } });
const browsers = wanted.browser ? [wanted.browser] : ['chromium', 'firefox'];
const suites = SUITES.filter((suite) => !wanted.suite || wanted.suite.split(',').includes(suite.name));
const table = new Table(wanted.only);

if (!fs.existsSync(path.join(REPOSITORY, 'dist', 'www', 'index.html'))) {
  console.log('There is no dist/www to test: node www/build.mjs makes it.');
  process.exit(2);
}

/** One browser, all suites, each with a server of its own. */
async function runIn(label) {
  const { browser, close } = await openBrowser(label);
  for (const suite of suites) {
    const start = Date.now();
    const server = await serve();
    await suite.run({ table, label, browser, server, address: server.address }).catch((error) => table.fail(`${label} ${suite.name} (the suite itself)`, error));
    await server.close();
    console.log(`# ${label} ${suite.name}: ${((Date.now() - start) / 1000).toFixed(0)} s`);
  }
  await close();
}

await Promise.all(browsers.map(runIn));
process.exit(table.close() ? 0 : 1);

// Measures in the real browsers how long an answer takes, with the background awake and from a dead one, and prints it.
import os from 'node:os';
import { parseArgs } from 'node:util';
import path from 'node:path';
import { benchPage } from './bench-page.mjs';
import { REPOSITORY, extensionFor, settle } from './rig/product.mjs';
import { serve } from './rig/server.mjs';
import { open } from './rig/session.mjs';
import { buildSocial } from './social/build.mjs';

const { values } = parseArgs({ options: { dist: { type: 'string', default: 'dist' } } });
const STARTS = 15;

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const ms = (value) => `${value.toFixed(3)} ms`;

function spread(times) {
  const sorted = [...times].sort((left, right) => left - right);
  return `median ${ms(at(sorted, 0.5))}, p99 ${ms(at(sorted, 0.99))} (${times.length} times)`;
}

/** A post of exactly 280 characters that nobody has checked before. */
function fresh(number) {
  const words = ['today', 'our', 'class', 'made', 'paper', 'boats', 'and', 'raced', 'them', 'down', 'the', 'brook', 'near', 'school'];
  let text = `Proud to teach Year 9 at Larkfield, day ${number}:`;
  for (let turn = number; text.length < 280; turn = (turn * 31 + 7) % 9973) text += ` ${words[turn % words.length]}`;
  return text.slice(0, 280);
}

const ACT = (text) => ({ type: 'check', act: { id: 'bench', moment: 'post', text } });

async function timed(rig, message) {
  return rig.own.evaluate(async (body) => {
    const start = performance.now();
    await (globalThis.browser ?? globalThis.chrome).runtime.sendMessage(body);
    return performance.now() - start;
  }, message);
}

async function inBrowser(name, server) {
  const rig = await open(name, { extension: extensionFor(name, values.dist), server });
  try {
    await settle(rig);
    const warm = [];
    for (let number = 0; number < 300; number += 1) warm.push(await timed(rig, ACT(fresh(number))));
    const cold = [];
    for (let number = 0; number < STARTS; number += 1) {
      await rig.killBackground();
      cold.push(await timed(rig, ACT(fresh(5000 + number))));
    }
    console.log(`${name}: asked and answered, background awake: ${spread(warm.slice(20))}`);
    console.log(`${name}: dead background to first verdict: ${spread(cold)}`);
    await benchPage(rig);
  } finally {
    await rig.close();
  }
}

const pages = path.join(REPOSITORY, 'target', 'browser-pages');
await buildSocial(pages);
const server = await serve(pages, ['x.com']);
console.log(`# ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)}`);
for (const name of ['chromium', 'firefox']) await inBrowser(name, server);
server.close();
process.exit(0);

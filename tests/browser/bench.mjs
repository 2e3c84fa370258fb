// Measures what the bars ask for and prints it: sizes, one post in wasm, and the way from a dead background to the first verdict.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { parseArgs } from 'node:util';
import { loadWasm } from './parity.mjs';
import { extensionFor, settle } from './rig/product.mjs';
import { SCHOOL } from './rig/school.mjs';
import { serve } from './rig/server.mjs';
import { open } from './rig/session.mjs';

const { values } = parseArgs({ options: { dist: { type: 'string', default: 'dist' } } });
const POSTS = 2000;
const STARTS = 15;

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const ms = (value) => `${value.toFixed(3)} ms`;

function spread(times) {
  const sorted = [...times].sort((left, right) => left - right);
  return `median ${ms(at(sorted, 0.5))}, p99 ${ms(at(sorted, 0.99))} (${times.length} times)`;
}

function sizes(extension) {
  for (const file of ['beforehand_extension_bg.wasm', 'page.js']) {
    const bytes = fs.readFileSync(path.join(extension, file));
    console.log(`${file}: ${kilobytes(brotli(bytes))} brotli, ${kilobytes(bytes.length)} raw`);
  }
}

/** A post of exactly 280 characters that nobody has checked before. */
function fresh(number) {
  const words = ['today', 'our', 'class', 'made', 'paper', 'boats', 'and', 'raced', 'them', 'down', 'the', 'brook', 'near', 'school'];
  let text = `Proud to teach Year 9 at Larkfield, day ${number}:`;
  for (let turn = number; text.length < 280; turn = (turn * 31 + 7) % 9973) text += ` ${words[turn % words.length]}`;
  return text.slice(0, 280);
}

/** The one entry that the wasm has for a line reads policy and school each time; an empty post shows what that costs. */
function inWasm(glue) {
  const time = (text) => {
    const line = JSON.stringify({ id: 'bench', moment: 'post', text });
    const start = performance.now();
    glue.checkLine(line, '2026-11-22T10:00:00Z', 'durrington', SCHOOL, '');
    return performance.now() - start;
  };
  for (let number = 0; number < 200; number += 1) time(fresh(number));
  const whole = Array.from({ length: POSTS }, (_, number) => time(fresh(1000 + number)));
  const empty = Array.from({ length: POSTS }, () => time(''));
  console.log(`280-character post, wasm under node, policy and school read anew: ${spread(whole)}`);
  console.log(`the same with an empty post (the reading alone): ${spread(empty)}`);
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
  } finally {
    await rig.close();
  }
}

const server = await serve(os.tmpdir(), ['x.com']);
console.log(`# ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)}`);
sizes(extensionFor('chromium', values.dist));
inWasm(await loadWasm(extensionFor('chromium', values.dist)));
for (const name of ['chromium', 'firefox']) await inBrowser(name, server);
server.close();
process.exit(0);

// Runs each measured tool in processes of its own, one at a time, and gives what it said: ours natively by lines, all others by a job file.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { execFileSync, spawn } from 'node:child_process';

const HERE = import.meta.dirname;
const STARTS = 5;

/** Runs one job and gives its answer; what went wrong is said by the last line that it wrote. */
function once(command, job) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'beforehand-bench-'));
  const [asked, answered] = ['job.json', 'answer.json'].map((name) => path.join(folder, name));
  fs.writeFileSync(asked, JSON.stringify(job));
  const [program, ...options] = command;
  try {
    execFileSync(program, [...options, asked, answered], { timeout: 900_000, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, OMP_NUM_THREADS: '1' } });
    return JSON.parse(fs.readFileSync(answered, 'utf8'));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** The first answer of several fresh processes, the quickest of which a busy machine has disturbed least; then times, memory and answers. */
export function inProcess({ name, python, uses = {}, atFirst = uses }, { peers, texts, asks, seconds }) {
  for (const file of ['child.mjs', 'adapters.mjs']) fs.copyFileSync(path.join(HERE, file), path.join(peers, file));
  const command = python ? [path.join(peers, 'py/bin/python'), path.join(HERE, 'child.py')] : ['node', '--expose-gc', path.join(peers, 'child.mjs')];
  const job = { subject: name, with: uses, first: texts.posts[0], seconds };
  const first = Math.min(...Array.from({ length: STARTS }, () => once(command, { ...job, with: atFirst }).first));
  return { ...once(command, { ...job, posts: texts.posts.slice(1), mails: texts.mails, asks }), first };
}

// ---- ours, natively ----

/** Nanoseconds that a process has been given a processor for, in milliseconds. */
const onProcessor = (pid) => Number(fs.readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
const peak = (pid) => Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;

/** Starts the program for as long as `use` asks it lines; gives what that gave. */
async function asking(program, options, use) {
  const child = spawn(program, options, { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (line) => {
    const before = onProcessor(child.pid);
    child.stdin.write(line);
    await answers.next();
    return onProcessor(child.pid) - before;
  };
  const given = await use(ask, child.pid);
  child.stdin.end();
  return given;
}

/** One line in, one line out, the processor time between: reading and writing JSON included. */
const byLine = (program, options, lines) => asking(program, options, async (ask, pid) => {
  const times = [];
  for (const line of lines) times.push(await ask(line));
  return { times: times.slice(Math.min(100, lines.length / 4)), memory: peak(pid) };
});

const firstAnswer = (program, options, line) => asking(program, options, async (ask, pid) => { await ask(line); return onProcessor(pid); });

/** A text of ten million characters in one act. */
async function megabytesPerSecond(program, options, posts) {
  const text = posts.join(' ').repeat(Math.ceil(10_000_000 / (posts.length * 281))).slice(0, 10_000_000);
  const line = `${JSON.stringify({ moment: 'post', text })}\n`;
  const took = await asking(program, options, async (ask) => { await ask(`${JSON.stringify({ moment: 'post', text: posts[0] })}\n`); return Math.min(await ask(line), await ask(line)); });
  return Buffer.byteLength(text) / 1e6 / (took / 1000);
}

export async function natively({ program, options, atFirst }, texts) {
  const act = (moment) => (text) => `${JSON.stringify({ id: 'bench', moment, text, ...(moment === 'email' ? { to: ['Pat <pat@home.example>'] } : {}) })}\n`;
  const starts = [];
  for (let start = 0; start < STARTS; start += 1) starts.push(await firstAnswer(program, atFirst, act('post')(texts.posts[0])));
  const [posts, mails] = [await byLine(program, options, texts.posts.map(act('post'))), await byLine(program, options, texts.mails.map(act('email')))];
  return { first: Math.min(...starts), posts: posts.times, mails: mails.times, memory: mails.memory, speed: await megabytesPerSecond(program, options, texts.posts), answers: {} };
}

const COMMANDS = {
  names: ['spans', '--what', 'names'], profanity: ['spans', '--what', 'profanity'], identifiers: ['spans', '--what', 'identifiers'], mails: ['thread'],
};
const READ = {
  names: ({ spans }) => spans.map(({ start, end }) => [start, end]),
  profanity: ({ spans }) => spans.length > 0,
  identifiers: ({ spans }) => spans.map(({ start, end, what }) => [start, end, what]),
  mails: ({ messages }) => messages,
};

/** What our analysers say to the public sets; one that is not built yet gives nothing. */
export function analysed(program, asks) {
  const answers = {};
  for (const [task, all] of Object.entries(asks)) {
    const input = all.map((text) => `${JSON.stringify({ text })}\n`).join('');
    try {
      const out = execFileSync(program, [...COMMANDS[task], '--jsonl'], { input, maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'ignore'] });
      answers[task] = out.toString('utf8').trimEnd().split('\n').map((line) => READ[task](JSON.parse(line)));
    } catch { /* said in the table by a dash */ }
  }
  return answers;
}

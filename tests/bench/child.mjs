// One library in one fresh process: its first answer, its times and its answers, for the bench; node child.mjs JOB.json ANSWER.json
import fs from 'node:fs';
import { ADAPTERS } from './adapters.mjs';

const [jobFile, answerFile] = process.argv.slice(2);
const job = JSON.parse(fs.readFileSync(jobFile, 'utf8'));
const resident = () => { globalThis.gc?.(); return process.memoryUsage().rss; };
const processor = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };

/** Of each fresh text, in milliseconds, after a warm-up: what the clock or the processor says, whichever is less, as other programs lengthen
    the one and a compiler's own threads the other. Stops when the time allowed is over. */
async function time(run, all, moment) {
  const warm = Math.min(300, Math.floor(all.length / 4));
  const [times, end] = [[], Date.now() + job.seconds * 1000];
  for (const [at, text] of all.entries()) {
    const [before, start] = [processor(), performance.now()];
    await run(text, moment);
    if (at >= warm) times.push(Math.min(processor() - before, performance.now() - start));
    if (Date.now() > end && times.length >= 50) break;
  }
  return times;
}

const [before, start, startProcessor] = [resident(), performance.now(), processor()];
const library = await ADAPTERS[job.subject](job.with);
await library.run(job.first, 'post');
const answer = { first: Math.min(processor() - startProcessor, performance.now() - start) };
if (job.posts) {
  answer.posts = await time(library.run, job.posts, 'post');
  answer.mails = await time(library.run, job.mails, 'email');
  answer.memory = resident() - before;
}
answer.answers = {};
for (const [task, all] of Object.entries(job.asks ?? {})) {
  if (library[task]) answer.answers[task] = all.map((text) => library[task](text));
}
fs.writeFileSync(answerFile, JSON.stringify(answer));
// Some keep a worker or a timer of their own.
process.exit(0);

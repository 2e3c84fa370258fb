// Waiting for a condition, never for a time: every wait in these suites ends as soon as what it waits for is true.
const breath = (ms) => new Promise((done) => setTimeout(done, ms));

/** Long enough for a busy machine, as it costs nothing where all is well: nothing here says how fast anything is. */
const LIMIT = 30_000;

/** Asks `condition` again and again until it answers something true, and gives that answer. */
export async function until(what, condition, { within = LIMIT, every = 15 } = {}) {
  const deadline = Date.now() + within;
  let trouble = '';
  for (;;) {
    try {
      const answer = await condition();
      if (answer) return answer;
      trouble = '';
    } catch (error) {
      // A page that is just navigating throws; the next look tells.
      trouble = `: ${error.message.split('\n')[0]}`;
    }
    if (Date.now() > deadline) throw new Error(`still waiting after ${within} ms for ${what}${trouble}`);
    await breath(every);
  }
}

/** A promise that loses against a deadline, so that one stuck call does not stop the whole run. */
export function within(ms, what, promise) {
  let timer;
  const late = new Promise((_, no) => {
    timer = setTimeout(() => no(new Error(`${what} took longer than ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

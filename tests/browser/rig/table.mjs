// The table runner: every row is a name and an act, a failing row prints itself, and one line counts them all at the end.
import { within } from './until.mjs';

/** Compares by value and says both sides when they differ. */
export function check(what, got, wanted) {
  const [left, right] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (left !== right) throw new Error(`${what}: got ${left}, wanted ${right}`);
}

/** For what cannot be said by equality alone. */
export function holds(what, truth, seen = '') {
  if (!truth) throw new Error(`${what} does not hold ${seen === '' ? '' : JSON.stringify(seen)}`);
}

/** An error's words, and those of what lies behind it: a driver's "failed" alone tells nothing. */
const said = (error) => `${error.message ?? error}${error.cause ? `\nbecause ${said(error.cause)}` : ''}`;

export class Table {
  passed = 0;
  failed = 0;
  constructor(only) {
    this.only = only ? new RegExp(only, 'i') : null;
  }

  wants(name) {
    return !this.only || this.only.test(name);
  }

  /** Runs one row unless the filter leaves it out; a failure never stops the rows that follow. */
  async row(name, act, limit = 120_000) {
    if (!this.wants(name)) return;
    const start = performance.now();
    try {
      await within(limit, name, act());
      this.passed += 1;
      if (process.env.VERBOSE) console.log(`ok ${String(Math.round(performance.now() - start)).padStart(6)} ms  ${name}`);
    } catch (error) {
      this.fail(name, error);
    }
  }

  fail(name, error) {
    this.failed += 1;
    console.log(`FAIL  ${name}\n      ${said(error).split('\n').slice(0, 8).join('\n      ')}`);
  }

  close() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    // A filter that matches nothing has tested nothing.
    return this.failed === 0 && this.passed > 0;
  }
}

// What of a video was played: ranges with their speed, built from where the player stands at each of its events.

/** Seconds from and to, and the speed. */
export type Range = [from: number, to: number, rate: number];

/** What the player says when one of its events comes. */
export interface Reading { at: number; rate: number; wall: number; playing: boolean }

// A jump that is larger than what the clock allows is a seek, however it came about.
const SLACK = 1;

/** Follows one playing of one video. Pure: readings in, ranges out. */
export class Ranges {
  #open: Range | null = null;
  #wall = 0;
  #done: Range[] = [];

  /** The player's next reading. */
  read({ at, rate, wall, playing }: Reading): void {
    if (this.#open) this.#extend(at, wall);
    if (this.#open && (!playing || this.#open[2] !== rate)) this.close();
    if (playing) this.#open ??= [at, at, rate];
    this.#wall = wall;
  }

  #extend(at: number, wall: number): void {
    const open = this.#open as Range;
    const ran = at - open[1];
    if (ran >= 0 && ran <= (wall - this.#wall) * open[2] + SLACK) open[1] = at;
    else this.close();
  }

  /** Ends the current range where it was last seen. */
  close(): void {
    if (this.#open && this.#open[1] > this.#open[0]) this.#done.push(this.#open);
    this.#open = null;
  }

  /** Seconds of video that nobody has taken yet. */
  get waiting(): number {
    const all = this.#open ? [...this.#done, this.#open] : this.#done;
    return all.reduce((sum, [from, to]) => sum + to - from, 0);
  }

  /** Takes what is there; what is still open goes on from where it stands. */
  take(): Range[] {
    const reopened = this.#open;
    this.close();
    if (reopened) this.#open = [reopened[1], reopened[1], reopened[2]];
    const taken = this.#done;
    this.#done = [];
    return taken;
  }
}

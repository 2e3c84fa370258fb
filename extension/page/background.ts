// Speaks with the background: how things stand, checks, and what the person decided. A page never gets an error from here.
import { alive, ask, onPushed } from "../browser";
import type { Act, FromBackground, Mark, State, ToBackground, Verdict } from "./message";

const ASLEEP: State = { active: false, why: "loading", policy: null, class_mode: false, language: "" };

/** How things stand, as far as the background has said. */
export let state: State = ASLEEP;

/** How long a page waits to be told; what a person does meanwhile is held no longer than that either. */
const LIMIT = 1500;

let changed: () => void = () => undefined;
let greeting: Promise<void> | null = null;

/** Asks how things stand; what cannot be told is asked again at the next thing the person does. */
function greet(): Promise<void> {
  const over = new Promise<void>((end) => setTimeout(end, LIMIT));
  const answered = Promise.resolve().then(() => ask({ type: "hello", url: location.href } satisfies ToBackground)).then(hear, () => undefined);
  greeting = Promise.race([answered, over]).finally(() => { greeting = null; });
  return greeting;
}

/** Whether what the person does now is to be judged. It is, too, while nobody can say yet: a click may be faster than a waking background. */
export function attends(): boolean {
  if (state === ASLEEP && !greeting && alive()) void greet();
  return state.active || greeting !== null;
}

/** How often things came to stand differently: a verdict from before is worth nothing after. */
export let news = 0;

function hear(message: unknown): void {
  const said = message as FromBackground | undefined;
  if (said?.type !== "state") return;
  state = said;
  news += 1;
  changed();
}

/** Says hello, and calls `onChange` whenever things stand differently. */
export function begin(onChange: () => void): void {
  changed = onChange;
  onPushed(hear);
  void greet();
}

/** Over once the background has said how things stand, or has not in time. */
export async function told(): Promise<void> {
  await greeting;
}

/** What the policy says to an act, and what would settle a connection if it were so of the other person. */
export type Judged = { verdict: Verdict; marks: Mark[] };

/** Judges an act; rejects when no verdict comes back. */
export async function check(act: Act): Promise<Judged> {
  await greeting;
  if (state !== ASLEEP && !state.active) return { verdict: { findings: [] }, marks: [] };
  const answer = (await ask({ type: "check", act } satisfies ToBackground)) as FromBackground | undefined;
  if (answer?.type !== "verdict") throw new Error("no verdict");
  return answer;
}

/** Tells the background something it keeps; when it cannot, the person's work goes on all the same. */
export async function tell(message: ToBackground): Promise<void> {
  await Promise.resolve(ask(message)).catch(() => undefined);
}

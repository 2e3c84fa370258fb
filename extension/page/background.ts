// Speaks with the background: how things stand, checks, and what the person decided. A page never gets an error from here.
import { ask, onPushed } from "../browser";
import type { Act, FromBackground, Mark, State, ToBackground, Verdict } from "./message";
import { speak } from "./words";

const ASLEEP: State = { active: false, why: "loading", policy: null, class_mode: false, language: "" };

/** How things stand. Until the background has said so, nothing runs. */
export let state: State = ASLEEP;

let changed: () => void = () => undefined;

function hear(message: unknown): void {
  const said = message as FromBackground | undefined;
  if (said?.type !== "state") return;
  state = said;
  speak(said.language);
  changed();
}

/** Says hello, and calls `onChange` whenever things stand differently. */
export function begin(onChange: () => void): void {
  changed = onChange;
  onPushed(hear);
  ask({ type: "hello", url: location.href } satisfies ToBackground).then(hear, () => undefined);
}

/** What the policy says to an act, and what would settle a connection if it were so of the other person. */
export type Judged = { verdict: Verdict; marks: Mark[] };

/** Judges an act; rejects when no verdict comes back. */
export async function check(act: Act): Promise<Judged> {
  const answer = (await ask({ type: "check", act } satisfies ToBackground)) as FromBackground | undefined;
  if (answer?.type !== "verdict") throw new Error("no verdict");
  return answer;
}

/** Tells the background something it keeps; when it cannot, the person's work goes on all the same. */
export async function tell(message: ToBackground): Promise<void> {
  await Promise.resolve(ask(message)).catch(() => undefined);
}

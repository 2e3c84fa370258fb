// Drives the hold for one composer or one button: asks for verdicts as the draft changes, and does what the table of states says.
import { keyOf } from "./act";
import { check, news, state, tell, type Judged } from "./background";
import { step, type Effect, type Event, type State } from "./hold";
import type { Act, Choice, Finding, Fix, Mark, State as Standing, ToBackground, Verdict } from "./message";
import * as overlay from "./overlay";
import { isGrave, type Cleaning, type Owner } from "./owner";

/** What a gate stands before. */
export interface Subject {
  site: string;
  /** A draft is paused once, then only for a new stop; a button or a video each time until the person carries on. */
  once?: boolean;
  /** What is judged. While the person types it need not be `fresh`: what stands around the draft may be as it was a moment ago. */
  act(fresh: boolean): Act;
  /** Where the chip stands and the focus returns to. */
  anchor: HTMLElement;
  /** What the chip must not cover. */
  avoid?(): Element | null;
  /** Whether something is on its way into the draft: words that the editor has taken and does not show yet, a picture that is looked at. */
  unsettled?(): boolean;
  /** What the policy says to it, where more is to be found out than the act tells. */
  check?(): Promise<Judged>;
  /** Whether the person has settled a finding elsewhere: it is told, and asked about no more. */
  settled?(finding: Finding): boolean;
  /** It goes out now. */
  sent?(): void;
  /** The person goes back. */
  left?(): void;
  /** What hides in its pictures. */
  cleaning?(): Cleaning | null;
  /** Takes that out; true when they can go in now. */
  clean?(): boolean;
  /** Writes a fix into the draft; false when it could not be proved to be there. */
  write?(fix: Fix, text: string): Promise<boolean>;
}

const LIMIT = 1500;
// Acts without words of their own: their draft is never blank.
const WORDLESS = ["connect", "video"];

const nameOf = (finding: Finding): string => [finding.kind, finding.clause, finding.excerpt ?? ""].join("\n");
const isBlank = (act: Act): boolean => !WORDLESS.includes(act.moment) && !act.text.trim() && !(act.media as unknown[] | undefined)?.length;

export class Gate implements Owner {
  #state: State = "idle";
  #act = { moment: "post", text: "" } as Act;
  #key = "";
  #known: (Judged & { key: string }) | null = null;
  #asking = 0; // the number of the check under way; 0 when none is
  #asked = 0;
  #clock = 0;
  #waited = 0; // how long the action had to wait for us
  #replay = (): void => undefined;
  #told = false; // this draft has had its one pause
  #out = ""; // the text that was let out last
  readonly #answered = new Set<string>(); // stops that got a reason
  readonly #dismissed = new Set<string>(); // findings that are not right

  constructor(readonly subject: Subject) {}

  /** The draft may have changed: asks about it unless its verdict is here or one is under way. */
  look(fresh = true): void {
    this.#refresh(fresh);
    if (!this.#verdict()) this.#inquire();
  }

  /** The person acts. True when the page must not see the event; `replay` then gives it to the page, once. It has waited so long already. */
  meet(replay: () => void, waited = 0): boolean {
    this.#refresh();
    this.#waited = waited;
    if (this.#state === "idle") this.#replay = replay;
    const verdict = this.subject.unsettled?.() ? null : this.#verdict();
    return this.#step(!verdict ? "act-unknown" : this.#pausing(verdict) ? "act-pause" : "act-clear").includes("hold");
  }

  /** Whether an action of the person is waiting here. */
  get holds(): boolean {
    return this.#state === "held" || this.#state === "deciding";
  }

  // ---- the draft and its verdict ----

  #verdict(): Verdict | null {
    if (isBlank(this.#act)) return { findings: [] };
    return this.#known?.key === this.#key ? this.#known.verdict : null;
  }

  #refresh(fresh = true): void {
    const act = this.subject.act(fresh);
    const key = `${news} ${keyOf(act)}`;
    if (key === this.#key) return;
    this.#forgetAnother(act.text);
    this.#act = act;
    this.#key = key;
    if (isBlank(act)) overlay.quiet(this);
    this.#step("edited");
  }

  /** It is another draft once it was emptied, or once it went out and something else stands there now. */
  #forgetAnother(text: string): void {
    const same = this.#out === "" || text.startsWith(this.#out.slice(0, Math.ceil(this.#out.length / 2)));
    if (text.trim() && same) return;
    this.#out = "";
    this.#told = false;
    this.#answered.clear();
  }

  #inquire(): void {
    if (this.#asking) return;
    this.#asked += 1;
    this.#asking = this.#asked;
    const [asking, key] = [this.#asking, this.#key];
    const done = (act: () => void): void => {
      if (this.#asking !== asking) return;
      this.#asking = 0;
      // What goes out is what stands there now, not what stood there when the person last paused.
      if (this.#state === "held") this.#refresh();
      act();
      // Never more than one check at a time: the newest text comes next.
      if (this.#key !== key && !this.#verdict()) this.#inquire();
    };
    (this.subject.check?.() ?? check(this.#act)).then((judged) => done(() => this.#answer({ key, ...judged })), () => done(() => this.#fail(key)));
  }

  #answer(known: Judged & { key: string }): void {
    this.#known = known;
    if (known.key !== this.#key) return;
    const left = this.#state === "deciding" ? this.shown().some(this.#isOpen) : this.#pausing(known.verdict);
    this.#step(left ? "pause" : "clear");
    if (this.#state === "idle") overlay.chip(this);
  }

  #fail(key: string): void {
    if (key === this.#key) this.#step("failed");
  }

  #isShown = (finding: Finding): boolean => !this.#dismissed.has(nameOf(finding));

  #isOpen = (finding: Finding): boolean => isGrave(finding) && !this.subject.settled?.(finding);

  /** What is said about the draft, without what the person has called not right. */
  shown(): Finding[] {
    return (this.#verdict()?.findings ?? []).filter(this.#isShown);
  }

  /** Whether something is to be decided before this goes out. A stop that has had no answer is as good as new. */
  #pausing(verdict: Verdict): boolean {
    const open = (finding: Finding) => !this.#told || !this.subject.once || (finding.severity === "stop" && !this.#answered.has(nameOf(finding)));
    return verdict.findings.some((finding) => this.#isOpen(finding) && this.#isShown(finding) && open(finding));
  }

  // ---- the machine ----

  #step(event: Event): Effect[] {
    const [next, effects] = step(this.#state, event);
    this.#state = next;
    if (next !== "held") this.#stopClock();
    for (const effect of effects) this.#effects[effect]();
    return effects;
  }

  readonly #effects: Record<Effect, () => void> = {
    hold: () => undefined,
    check: () => this.#await(),
    ask: () => { this.#told = true; overlay.dialog(this); },
    close: () => overlay.quiet(this, true),
    say: () => overlay.unchecked(this),
    sent: () => this.#sent(),
    replay: () => this.#again(),
  };

  /** A draft's notes go with it; beside a button there is nowhere else to read them. */
  #sent(): void {
    this.#out = this.#act.text;
    this.subject.sent?.();
    if (this.subject.once || this.shown().some(isGrave)) overlay.quiet(this);
    else overlay.chip(this);
  }

  #await(): void {
    this.#clock ||= setTimeout(() => this.#late(), LIMIT - this.#waited) as unknown as number;
    if (this.subject.unsettled?.()) requestAnimationFrame(() => this.#settle());
    else if (!this.#verdict()) this.#inquire();
  }

  #settle(): void {
    // Bounded by the clock of whatever is held.
    if (this.#state === "held" && this.subject.unsettled?.()) return void requestAnimationFrame(() => this.#settle());
    this.#refresh();
    const verdict = this.#verdict();
    if (verdict) this.#answer({ marks: [], ...this.#known, key: this.#key, verdict });
    else this.#inquire();
  }

  #late(): void {
    this.#asking = 0;
    this.#step("failed");
  }

  #stopClock(): void {
    clearTimeout(this.#clock);
    this.#clock = 0;
  }

  #again(): void {
    try {
      this.#replay();
    } finally {
      this.#step("replayed");
    }
  }

  // ---- what the person does in the overlay ----

  back(): void {
    this.#record("went-back", this.shown().filter(isGrave));
    this.subject.left?.();
    this.#step("go-back");
  }

  carryOn(reason?: string): void {
    const grave = this.shown().filter(isGrave);
    this.#record("carried-on", grave, reason);
    for (const finding of grave) this.#answered.add(nameOf(finding));
    this.#step("carry-on");
  }

  /** Writes a fix; what is left is asked about afresh. False: it is for the clipboard. */
  async fix(finding: Finding, fix: Fix): Promise<boolean> {
    const rest = this.shown().some((one) => one !== finding && isGrave(one));
    const written = await this.subject.write?.(fix, this.#act.text).catch(() => false);
    if (!written) return false;
    this.#record("fixed", [finding]);
    this.#refresh();
    // A fix settles its finding for certain; whether others still stand where they stood has to be asked.
    if (rest) this.#await();
    else this.#step("clear");
    this.look();
    return true;
  }

  /** Whether the person has carried on although something was said. */
  get decided(): boolean {
    return this.#answered.size > 0;
  }

  get cleaning(): Cleaning | null {
    return this.subject.cleaning?.() ?? null;
  }

  /** Takes out what hides in pictures; those that wait here go in. */
  clean(finding: Finding): void {
    this.#record("fixed", [finding]);
    if (this.subject.clean?.()) this.#step("carry-on");
  }

  notRight(finding: Finding): void {
    this.#dismissed.add(nameOf(finding));
    this.#record("not-right", [finding]);
  }

  /** Marks that change what the policy says: the same act is asked about again. */
  async mark(message: ToBackground): Promise<void> {
    await tell(message);
    this.#known = null;
    this.#await();
  }

  get state(): Standing {
    return state;
  }

  /** What is judged, and the marks that would settle it. */
  get about(): { act: Act; marks: Mark[] } {
    return { act: this.#act, marks: this.#known?.marks ?? [] };
  }

  #record(choice: Choice, findings: Finding[], reason?: string): void {
    for (const { kind, clause, excerpt } of findings) {
      void tell({
        type: "decided", site: this.subject.site, kind, clause, choice,
        ...(reason === undefined ? {} : { reason }), ...(excerpt === undefined ? {} : { pattern: excerpt }),
      });
    }
  }
}

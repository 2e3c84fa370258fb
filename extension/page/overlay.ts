// The overlay: one host element with a closed shadow root, there only while it has something to say. Chip, panel or dialog.
import { isHere } from "./finder";
import { chipParts, dialogParts, panelParts, pressed } from "./overlay-parts";
import { follow, place } from "./overlay-place";
import { STYLE } from "./overlay-style";
import { isGrave, type Owner } from "./owner";
import { say, speak } from "./words";

type Mode = "chip" | "panel" | "dialog";

let host: HTMLElement | null = null;
let root: ShadowRoot | null = null;
let chips: ReturnType<typeof chipParts> | null = null;
let stage: ChildNode[] = []; // what the panel or the dialog consists of
let owner: Owner | null = null;
let mode: Mode | "idle" = "idle";
let unfollow = (): void => undefined;
let before: Element | null = null; // what had the focus before the dialog
let last: HTMLElement | null = null; // what had the focus in the dialog
let left: EventTarget | null = null; // what lost the focus to us and was not told
let writing = false; // a fix is being written: the editor may have the focus
let struck = -Infinity; // when Enter was last pressed outside of us
let deaf = 0; // until when the dialog takes no Enter

// An Enter that sends is soon pressed again, or held down: it must not press a button that nobody has read yet.
const [IMPATIENT, READ] = [2000, 600];

// ---- showing ----

const chipBox = (): ReturnType<typeof chipParts> => (chips ??= chipParts());

/** A page's own modal dialog makes everything outside it inert, so the host goes into the innermost one. */
const home = (): Element => Array.from(document.querySelectorAll("dialog:modal")).at(-1) ?? document.documentElement;

function build(): { host: HTMLElement; root: ShadowRoot } {
  const made = document.createElement("beforehand-overlay");
  made.popover = "manual";
  const shadow = made.attachShadow({ mode: "closed" });
  const style = document.createElement("style");
  style.textContent = STYLE;
  shadow.append(style, chipBox().box);
  return { host: host = made, root: root = shadow };
}

/** Into the top layer; a dialog goes above whatever the page has put there since. */
function raise(anew: boolean): ShadowRoot {
  const ours = host && root ? { host, root } : build();
  if (anew) ours.host.remove();
  if (!ours.host.isConnected) home().append(ours.host);
  if (!ours.host.matches(":popover-open")) ours.host.showPopover();
  return ours.root;
}

/** Removing any node ends the browser's grouping of typed letters for undo, so while the person writes nothing is removed:
    the chip is built once and changed in place. */
function show(next: Mode, by: Owner, parts: Node[]): void {
  unfollow();
  speak(by.state.language);
  const into = raise(next === "dialog" && mode !== "dialog");
  chipBox().box.hidden = next !== "chip";
  for (const old of stage) old.remove();
  stage = parts as ChildNode[];
  chipBox().box.before(...parts);
  owner = by;
  mode = next;
  host?.setAttribute("data-state", next);
  const box = Array.from(into.querySelectorAll<HTMLElement>(".placed")).find((one) => !one.hidden);
  const settle = (): void => {
    if (!box) return;
    // What is said about a draft goes with its composer; what is said about a button outlives it.
    if (by.subject.once && !isHere(by.subject.anchor)) quiet(by);
    else place(box, by.subject.anchor, by.subject.avoid?.() ?? null);
  };
  settle();
  unfollow = box && owner === by ? follow(by.subject.anchor, settle) : () => undefined;
}

function showChip(by: Owner, label: string, press: () => void): void {
  const stands = mode === "chip" && owner === by && host?.matches(":popover-open") && chipBox().says(label);
  chipBox().set(label, press);
  // The same chip stays where it is: a place is asked of the page's layout, and this comes after each key.
  if (!stands) show("chip", by, []);
}

/** Says that there is something to read, quietly; in class mode nothing, for a class may be reading along. */
export function chip(by: Owner): void {
  if (mode === "dialog" && owner !== by) return;
  if (!by.shown().length || by.state.class_mode) return quiet(by);
  if (mode === "panel" && owner === by) return panel(by);
  showChip(by, labelOf(by), () => panel(by, true));
}

/** How much there is to read; where it is that mails were counted, how many. */
function labelOf(by: Owner): string {
  const findings = by.shown();
  const [only] = findings;
  if (findings.length === 1 && only?.kind === "rule-of-two") return only.heading;
  const grave = findings.filter(isGrave).length;
  const id = grave ? (grave === 1 ? "chip-check" : "chip-checks") : findings.length === 1 ? "chip-note" : "chip-notes";
  return say(id, { n: grave || findings.length });
}

/** Says that the check did not run. */
export function unchecked(by: Owner, why: "chip-unchecked" | "chip-broken" = "chip-unchecked"): void {
  showChip(by, say(why), () => quiet(by));
}

function panel(by: Owner, enter = false): void {
  show("panel", by, panelParts(by, { close: () => quiet(by, true), writes }));
  if (enter) focusFirst();
}

/** The one pause: every finding, what to do about it, and the way back. */
export function dialog(by: Owner): void {
  const opens = mode !== "dialog";
  if (opens) before = document.activeElement;
  show("dialog", by, dialogParts(by, by.state.class_mode, { close: () => by.back(), writes }));
  if (opens && performance.now() - struck < IMPATIENT) deafen();
  focusFirst();
}

function deafen(): void {
  deaf = performance.now() + READ;
  host?.setAttribute("data-state", "opening");
  setTimeout(() => { if (mode === "dialog") host?.setAttribute("data-state", "dialog"); }, READ);
}

/** Takes away what this owner has to say; the focus goes back to where the person was writing. */
export function quiet(by: Owner, giveBack = false): void {
  if (owner !== by) return;
  unfollow();
  if (giveBack && isHere(by.subject.anchor)) returnFocus(by.subject.anchor);
  if (mode === "chip") host?.hidePopover();
  else host?.remove();
  mode = "idle";
  owner = left = last = null;
  host?.setAttribute("data-state", "idle");
}

/** Things stand differently: what is on show may not be meant for a class. */
export function refresh(): void {
  if (!owner) return;
  const { active, class_mode } = owner.state;
  if (mode === "dialog") {
    if (class_mode) dialog(owner);
  } else if (class_mode || !active) quiet(owner);
}

/** While a fix is being written the editor has the focus, dialog or not. */
async function writes<T>(work: () => Promise<T>): Promise<T> {
  writing = true;
  try {
    return await work();
  } finally {
    writing = false;
  }
}

// ---- focus ----

function focusOn(element: HTMLElement): void {
  const view = element.ownerDocument.defaultView;
  if (view && view !== window) view.focus();
  element.focus({ preventScroll: true });
}

/** To what had it before, as if it had never left, and from there to where the person was writing. */
function returnFocus(anchor: HTMLElement): void {
  writing = true;
  (before as HTMLElement | null)?.focus?.({ preventScroll: true });
  focusOn(anchor);
  writing = false;
}

const stops = (): HTMLElement[] => Array.from(root?.querySelectorAll<HTMLElement>("button, input") ?? []).filter((one) => !one.closest("[hidden]"));

function focusFirst(): void {
  last = stops()[0] ?? null;
  last?.focus();
}

function nextStop(back: boolean): void {
  const all = stops();
  const at = all.indexOf(root?.activeElement as HTMLElement);
  all.at((at + (back ? -1 : 1)) % all.length)?.focus();
}

// ---- events ----

/** Takes every event that is the overlay's own before the page can see it. True when it was. */
export function takes(event: globalThis.Event): boolean {
  if (event.type === "keydown" && (event as KeyboardEvent).key === "Enter" && event.composedPath()[0] !== host) struck = performance.now();
  if (!host || mode === "idle") return false;
  if (event.composedPath()[0] === host) return ours(event);
  return event.type.includes("focus") || event.type === "blur" ? keepsFocus(event as FocusEvent) : false;
}

function ours(event: globalThis.Event): true {
  event.stopImmediatePropagation();
  if (!event.isTrusted) return true;
  if (event.type === "click") press(event as MouseEvent);
  if (event.type === "mousedown") keeps(event as MouseEvent);
  if (event.type === "keydown") key(event as KeyboardEvent);
  if (event.type === "focusin" && root?.activeElement) last = root.activeElement as HTMLElement;
  return true;
}

/** A press on the dialog's own words leaves the focus where it is: Escape and Tab go on working. */
function keeps(event: MouseEvent): void {
  if (mode === "dialog" && !root?.elementFromPoint(event.clientX, event.clientY)?.closest("button, input")) event.preventDefault();
}

function press(event: MouseEvent): void {
  // The second half of a double click began on something else: on what the dialog now lies over.
  if (event.detail > 1) return;
  const byKey = event.detail === 0;
  const at = byKey ? root?.activeElement : root?.elementFromPoint(event.clientX, event.clientY);
  const button = at?.closest("button");
  if (button) pressed(button);
}

function key(event: KeyboardEvent): void {
  if (event.key === "Enter") {
    // Without its default it presses nothing.
    if (event.repeat || performance.now() < deaf) event.preventDefault();
  } else if (event.key === "Escape") {
    event.preventDefault();
    if (mode === "dialog") owner?.back();
    else if (owner) quiet(owner, true);
  } else if (event.key === "Tab" && mode === "dialog") {
    event.preventDefault();
    nextStop(event.shiftKey);
  }
}

/** The page is not told that its field lost the focus to us, so that no composer closes under the dialog; and a page that
    traps the focus in a dialog of its own does not get it back while ours is open. */
function keepsFocus(event: FocusEvent): boolean {
  const leaving = event.type === "blur" || event.type === "focusout";
  const withUs = event.relatedTarget === host;
  if (leaving && withUs) left = event.target;
  const unseen = withUs && (leaving || event.target === left);
  const stolen = !leaving && mode === "dialog" && !writing;
  if (unseen || stolen) event.stopImmediatePropagation();
  if (stolen && event.type === "focusin") last?.focus();
  return unseen || stolen;
}

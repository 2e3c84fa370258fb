// The overlay: one host element with a closed shadow root, there only while it has something to say. Chip, panel or dialog.
import { state } from "./background";
import type { Act, Finding, Fix, Mark, ToBackground } from "./message";
import { chipParts, dialogParts, isGrave, panelParts, pressed } from "./overlay-parts";
import { follow, place } from "./overlay-place";
import { STYLE } from "./overlay-style";
import { say } from "./words";

/** Whoever has something to say: the gate before a composer, a button or a video. */
export interface Owner {
  readonly subject: { anchor: HTMLElement; avoid?(): Element | null };
  readonly about: { act: Act; marks: Mark[] };
  shown(): Finding[];
  back(): void;
  carryOn(reason?: string): void;
  fix(finding: Finding, fix: Fix): Promise<boolean>;
  notRight(finding: Finding): void;
  mark(message: ToBackground): Promise<void>;
}

type Mode = "chip" | "panel" | "dialog";

let host: HTMLElement | null = null;
let root: ShadowRoot | null = null;
const chipBox = chipParts();
let stage: ChildNode[] = []; // what the panel or the dialog consists of
let owner: Owner | null = null;
let mode: Mode | "idle" = "idle";
let unfollow = (): void => undefined;
let before: Element | null = null; // what had the focus before the dialog
let last: HTMLElement | null = null; // what had the focus in the dialog
let left: EventTarget | null = null; // what lost the focus to us and was not told
let writing = false; // a fix is being written: the editor may have the focus

// ---- showing ----

/** A page's own modal dialog makes everything outside it inert, so the host goes into the innermost one. */
const home = (): Element => Array.from(document.querySelectorAll("dialog:modal")).at(-1) ?? document.documentElement;

function build(): { host: HTMLElement; root: ShadowRoot } {
  const made = document.createElement("beforehand-overlay");
  made.popover = "manual";
  const shadow = made.attachShadow({ mode: "closed" });
  const style = document.createElement("style");
  style.textContent = STYLE;
  shadow.append(style, chipBox.box);
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
  const into = raise(next === "dialog" && mode !== "dialog");
  chipBox.box.hidden = next !== "chip";
  for (const old of stage) old.remove();
  stage = parts as ChildNode[];
  chipBox.box.before(...parts);
  owner = by;
  mode = next;
  host?.setAttribute("data-state", next);
  const box = Array.from(into.querySelectorAll<HTMLElement>(".placed")).find((one) => !one.hidden);
  const settle = (): void => { if (box) place(box, by.subject.anchor, by.subject.avoid?.() ?? null); };
  settle();
  unfollow = box ? follow(by.subject.anchor, settle) : () => undefined;
}

function showChip(by: Owner, label: string, press: () => void): void {
  chipBox.set(label, press);
  show("chip", by, []);
}

/** Says that there is something to read, quietly; in class mode nothing, for a class may be reading along. */
export function chip(by: Owner): void {
  const count = by.shown().length;
  if (mode === "dialog" && owner !== by) return;
  if (!count || state.class_mode) return quiet(by);
  if (mode === "panel" && owner === by) return panel(by);
  const grave = by.shown().filter(isGrave).length;
  const id = grave ? (grave === 1 ? "chip-check" : "chip-checks") : count === 1 ? "chip-note" : "chip-notes";
  showChip(by, say(id, { n: grave || count }), () => panel(by, true));
}

/** Says that the check did not run. */
export function unchecked(by: Owner): void {
  showChip(by, say("chip-unchecked"), () => quiet(by));
}

function panel(by: Owner, enter = false): void {
  show("panel", by, panelParts(by, { close: () => quiet(by, true), writes }));
  if (enter) focusFirst();
}

/** The one pause: every finding, what to do about it, and the way back. */
export function dialog(by: Owner): void {
  if (mode !== "dialog") before = document.activeElement;
  show("dialog", by, dialogParts(by, state.class_mode, { close: () => by.back(), writes }));
  focusFirst();
}

/** Takes away what this owner has to say; the focus goes back to where the person was writing. */
export function quiet(by: Owner, giveBack = false): void {
  if (owner !== by) return;
  unfollow();
  if (giveBack) returnFocus(by.subject.anchor);
  if (mode === "chip") host?.hidePopover();
  else host?.remove();
  mode = "idle";
  owner = left = last = null;
  host?.setAttribute("data-state", "idle");
}

/** Things stand differently: what is on show may not be meant for a class. */
export function refresh(): void {
  if (!owner) return;
  if (mode === "dialog") {
    if (state.class_mode) dialog(owner);
  } else if (state.class_mode || !state.active) quiet(owner);
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
  if (!host || mode === "idle") return false;
  if (event.composedPath()[0] === host) return ours(event);
  return event.type.includes("focus") || event.type === "blur" ? keepsFocus(event as FocusEvent) : false;
}

function ours(event: globalThis.Event): true {
  event.stopImmediatePropagation();
  if (!event.isTrusted) return true;
  if (event.type === "click") press(event as MouseEvent);
  if (event.type === "keydown") key(event as KeyboardEvent);
  if (event.type === "focusin" && root?.activeElement) last = root.activeElement as HTMLElement;
  return true;
}

function press(event: MouseEvent): void {
  const byKey = event.detail === 0;
  const at = byKey ? root?.activeElement : root?.elementFromPoint(event.clientX, event.clientY);
  const button = at?.closest("button");
  if (button) pressed(button);
}

function key(event: KeyboardEvent): void {
  if (event.key === "Escape") {
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

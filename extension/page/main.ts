// Starts in every covered page before the page itself, and sends each thing that a person does to where it is judged.
import { draftAct } from "./act";
import { begin, state, tell } from "./background";
import { connectGate } from "./connect";
import { closedRoot, closest, composerBehind, composerOf, editable, ownSendButton, pathOf, sendButton, type Found } from "./finder";
import { Gate } from "./gate";
import * as overlay from "./overlay";
import { read } from "./reader";
import { replayOf } from "./replay";
import { generic, site } from "./site";
import * as watch from "./watch";
import { write } from "./writer";

interface Composer { found: Found; gate: Gate; due: boolean }

const ACTS = "click keydown submit beforeinput input pointerdown focusin paste drop compositionupdate".split(" ");
// What else happens inside the overlay and is nobody's business.
const QUIET = "mousedown mouseup pointerup auxclick dblclick contextmenu keypress keyup focus blur focusout change copy cut".split(" ");

const composers = new Map<HTMLElement, Composer>();
const pending = new WeakSet<globalThis.Event>();
let healthy = false;

// ---- composers ----

function composer(found: Found): Composer {
  const { editor } = found;
  for (const [other] of composers) if (!other.isConnected) composers.delete(other);
  const known = composers.get(editor);
  if (known?.found.entry === found.entry) return known;
  const made: Composer = { found, due: false, gate: new Gate({
    site: found.site.id,
    once: true,
    anchor: editor,
    avoid: () => sendButton(found),
    act: () => draftAct(found, read(editor).text),
    unsettled: () => made.due,
    write: (fix, text) => write(editor, text, fix),
  }) };
  composers.set(editor, made);
  return made;
}

/** The composer that an action on this path sends. */
function sending(path: readonly Element[]): Composer | null {
  const behind = composerBehind(path, site);
  if (behind) return composer(behind);
  for (const each of composers.values()) {
    const button = sendButton(each.found);
    if (button && path.includes(button)) return each;
  }
  return null;
}

/** Once a page: which parts of the site file hit, so that a changed site is known to have changed. */
function health(found: Found): void {
  if (healthy || site === generic) return;
  healthy = true;
  const { name } = found.entry;
  const [hit, missed] = found.site === site ? [[`${name}.editor`], [] as string[]] : [[], ["editor"]];
  if (found.site === site) (ownSendButton(found) ? hit : missed).push(`${name}.send`);
  void tell({ type: "health", site: site.id, hit, missed });
}

// ---- what a person does ----

function look(found: Composer): void {
  found.due = false;
  health(found.found);
  found.gate.look();
}

/** Judges an action; the page does not see it when it is held. */
function meet(event: globalThis.Event, gate: Gate | null, replay: () => void): void {
  if (!gate?.meet(replay)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function composerFrom(path: readonly HTMLElement[]): Composer | null {
  const editor = editable(path[0]);
  const found = editor && (composers.get(editor)?.found ?? composerOf(editor, site));
  return found ? composer(found) : null;
}

// What the person's own hand did last is worth this many looks at a draft: for one key an editor may tell us twice.
const LOOKS = 2;
const HANDS = "keydown paste drop compositionupdate".split(" ");
let looks = 0;

/** Words that a script put there while nobody touched anything are not the person's. */
const touched = (): boolean => navigator.userActivation.isActive;

/** Whether words came from the person's hand. A script can type, too, and the browser calls that trusted; so that no page can try
    names on us by the thousand, a look at a draft takes a key, a paste or a drop of the person's own. What comes by dictation or
    out of a menu is looked at when the person acts. */
function byHand(): boolean {
  looks -= 1;
  return looks >= 0;
}

// The form in which the person has just pressed something. A submit is the person's only then: it is a trusted event even
// where a script has asked for it.
let pressedIn: Element | null = null;

function press(path: readonly Element[]): void {
  pressedIn = path.find((element) => element.tagName === "FORM") ?? null;
  requestAnimationFrame(() => { pressedIn = null; });
}

const on: Record<string, (event: never, path: HTMLElement[]) => void> = {
  input(_: InputEvent, path) {
    const found = touched() ? composerFrom(path) ?? beside(path) : null;
    if (found && byHand()) look(found);
  },

  // Editors that keep a model of their own take the words here and show them a little later, without an input event.
  beforeinput(_: InputEvent, path) {
    const found = touched() ? composerFrom(path) : null;
    if (!found || found.due || !byHand()) return;
    found.due = true;
    requestAnimationFrame(() => { if (found.due) look(found); });
  },

  // The verdict is mostly here by the time that the finger comes up.
  pointerdown(_: PointerEvent, path) {
    (sending(path)?.gate ?? connectGate(path, site))?.look();
  },

  click(event: MouseEvent, path) {
    press(path);
    const found = sending(path);
    meet(event, found?.gate ?? connectGate(path, site), replayOf(event, path, () => found && sendButton(found.found)));
  },

  submit(event: SubmitEvent, path) {
    const form = path[0] as HTMLFormElement;
    const found = [...composers.values()].find(({ found: { editor } }) => closest(editor, ["form"]) === form);
    if (found && pressedIn === form) meet(event, found.gate, () => form.requestSubmit(event.submitter?.isConnected ? event.submitter : null));
  },

  keydown(event: KeyboardEvent, path) {
    // An input method's own Enter, and the Enter that picks from an open list, send nothing.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter") press(path);
    const found = typing(event, path) ?? pressing(event, path);
    if (found) meet(event, found, replayOf(event, path, () => path[0] ?? null));
  },
};

function typing(event: KeyboardEvent, path: HTMLElement[]): Gate | null {
  if (event.key !== "Enter" || event.altKey) return null;
  const found = composerFrom(path);
  const mod = event.ctrlKey || event.metaKey;
  const wanted = mod ? "mod-enter" : event.shiftKey ? null : "enter";
  const sends = wanted && found?.found.entry.keys?.includes(wanted);
  const picking = path[0]?.matches("[aria-activedescendant]:not([aria-activedescendant='']), [aria-expanded='true']");
  return sends && !picking ? found?.gate ?? null : null;
}

/** A native button turns the key into a click; one that is made of other elements acts on the key. */
function pressing(event: KeyboardEvent, path: HTMLElement[]): Gate | null {
  if (!["Enter", " "].includes(event.key) || path[0]?.matches("button, input, textarea, select, a[href], summary")) return null;
  if (path[0]?.isContentEditable) return null;
  return sending(path)?.gate ?? connectGate(path, site);
}

/** A field that belongs to a composer without being its text: the subject, the recipients. */
function beside([field]: HTMLElement[]): Composer | null {
  const root = ({ entry }: Found, element: Element): Element | null => closest(element, entry.root ?? []);
  const shared = ({ found }: Composer): boolean => field !== undefined && root(found, field) !== null && root(found, field) === root(found, found.editor);
  return [...composers.values()].find(shared) ?? null;
}

// ---- listening ----

const isRoot = (scope: unknown): scope is ShadowRoot => (scope as Node).nodeType === Node.DOCUMENT_FRAGMENT_NODE;

function hear(event: globalThis.Event): void {
  if (overlay.takes(event) || !state.active || !event.isTrusted || pending.has(event)) return;
  if (HANDS.includes(event.type)) looks = LOOKS;
  const run = on[event.type];
  if (!run && event.type !== "focusin") return;
  const closed = closedRoot(event);
  // Inside a closed root the event is judged by the root's own listeners, where its real target is to be seen.
  if (closed) return listen(closed);
  pending.add(event);
  event.composedPath().filter(isRoot).forEach(listen);
  try {
    run?.(event as never, pathOf(event));
  } catch {
    // Whatever breaks here, the person's action goes through.
  }
}

function listen(scope: Window | ShadowRoot): void {
  for (const type of [...ACTS, ...(scope === window ? QUIET : [])]) scope.addEventListener(type, hear, { capture: true });
  if (isRoot(scope)) watch.hook(scope);
}

/** A frame without an address of its own is part of the page around it, and that page's script looks after it. */
const isPart = (frame: Element | null): boolean =>
  frame?.tagName === "IFRAME" && (frame.hasAttribute("srcdoc") || !/^(?!about:|javascript:)./i.test(frame.getAttribute("src") ?? ""));

/** The window loses the focus to a frame: an editor may be in it. */
function enterFrame(): void {
  const frame = document.activeElement;
  const inner = isPart(frame) && (frame as HTMLIFrameElement).contentDocument?.defaultView;
  if (inner) listen(inner);
}

function start(): void {
  const all = (): void => { listen(window); watch.rehook(); };
  listen(window);
  watch.begin();
  // Firefox says which frame has the focus only after the event.
  addEventListener("blur", () => { enterFrame(); requestAnimationFrame(enterFrame); });
  addEventListener("pagehide", watch.suspend);
  document.addEventListener("visibilitychange", watch.suspend);
  // A page that writes itself anew takes its listeners away; only its outermost children say so.
  new MutationObserver(all).observe(document, { childList: true });
  begin(() => { overlay.refresh(); watch.refresh(); });
}

if (!isPart(window.frameElement)) start();

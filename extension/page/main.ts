// Starts in every covered page before the page itself, light: it finds what matters, and has the rest of us loaded once something does.
import { load, onPushed } from "../browser";
import { caught, mayHide, type Coming } from "./files";
import { closedRoot, closest, composerBehind, composerOf, connectAt, editable, isHere, pathOf, sendButton, type Found } from "./finder";
import { ownProfile } from "./profile";
import { replayOf } from "./replay";
import { readSites, site } from "./site";
import type * as Work from "./work";
import type { Composer, Target } from "./work";

type Worker = typeof Work;

const ACTS = "click keydown submit beforeinput input change pointerdown focusin paste drop compositionupdate".split(" ");
// What else happens inside the overlay and is nobody's business.
const ALL = [...ACTS, ..."mousedown mouseup pointerup auxclick dblclick contextmenu keypress keyup focus blur focusout copy cut".split(" ")];

// What of a video comes before its first frame.
const MEDIA = ["loadstart", "play"];

const composers = new Map<HTMLElement, Composer>();
const pending = new WeakSet<globalThis.Event>();

// ---- the rest of us ----

let work: Worker | null = null;
let coming: Promise<Worker> | null = null;

/** Brings the second file; rejects where it cannot come, as when the extension was removed under the page. */
function bring(): Promise<Worker> {
  readSites();
  coming ??= load("work.js").then((found) => (work = found as Worker)).finally(() => { if (!work) coming = null; });
  return coming;
}

/** Does something about what was found: at once when the rest of us is here, else once it is. */
function using(act: (it: Worker) => void): void {
  if (work) act(work);
  else bring().then(act).catch(() => undefined);
}

// An action waits for the rest of us no longer than it would for a verdict.
const LIMIT = 1500;
const waiting = new Set<object>();

/** Holds an action that came before the rest of us, once; where that does not come in time, it goes through. */
async function early(event: globalThis.Event, about: object, meet: (it: Worker, waited: number) => boolean, replay: () => void): Promise<void> {
  if (waiting.has(about)) return;
  waiting.add(about);
  const since = performance.now();
  const over = new Promise<null>((end) => setTimeout(end, LIMIT, null));
  const it = await Promise.race([bring().catch(() => null), over]);
  waiting.delete(about);
  it?.takes(event);
  if (!it || !holds(() => it.attends() && meet(it, performance.now() - since))) replay();
}

function holds(meet: () => boolean): boolean {
  try {
    return meet();
  } catch {
    return false;
  }
}

// ---- composers ----

/** Those that are still on the page. */
function present(): Composer[] {
  for (const editor of composers.keys()) if (!isHere(editor)) composers.delete(editor);
  return [...composers.values()];
}

function composer(found: Found): Composer {
  const { editor } = found;
  const known = composers.get(editor);
  if (known?.found.entry === found.entry) return known;
  const made: Composer = { found, due: false };
  composers.set(editor, made);
  return made;
}

/** The composer that an action on this path sends. */
function sending(path: readonly Element[]): Composer | null {
  const behind = composerBehind(path, site);
  if (behind) return composer(behind);
  for (const each of present()) {
    const button = sendButton(each.found);
    if (button && path.includes(button)) return each;
  }
  return null;
}

// ---- what a person does ----

// A page that was gone to by a press is there by then.
const SETTLED = 1500;
let looking = false;

/** Looks whether the person's own profile is on screen, a little after they pressed something. */
function profileSoon(): void {
  if (looking) return;
  looking = true;
  setTimeout(() => {
    looking = false;
    if (ownProfile()) using((it) => void it.readProfile());
  }, SETTLED);
}

/** Judges an action; the page does not see it when it is held. */
function meet(event: globalThis.Event, target: Target | null, replay: () => void): void {
  if (!target || (work && !work.meet(target, replay))) return;
  if (!work) void early(event, "found" in target ? target.found.editor : target.button, (it, waited) => it.meet(target, replay, waited), replay);
  stop(event);
}

function stop(event: globalThis.Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Pictures or films come into the page: chosen, dropped or pasted. True when the page must not hear of them yet. */
function catches(event: globalThis.Event, path: HTMLElement[]): boolean {
  const held = caught(event, path, (coming) => receives(event, coming));
  if (held) stop(event);
  return held;
}

function receives(event: globalThis.Event, coming: Coming): boolean {
  if (!mayHide(event, coming.files)) {
    using((it) => it.note(coming));
    return false;
  }
  if (work) return work.receive(coming);
  void early(event, coming, (it, waited) => it.receive(coming, waited), () => coming.give(coming.files));
  return true;
}

function composerFrom(path: readonly HTMLElement[]): Composer | null {
  // The editor itself is what most keys are for; only where it is not known does anybody ask the page about it.
  const known = composers.get(path[0] as HTMLElement);
  if (known) return known;
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
  change: catches,
  drop: catches,
  paste: catches,

  input(event: InputEvent, path) {
    if (catches(event, path)) return;
    const found = touched() ? composerFrom(path) ?? beside(path) : null;
    if (!found || !byHand()) return;
    found.due = false;
    using((it) => it.lookSoon(found));
  },

  // Editors that keep a model of their own take the words here and show them a little later, without an input event.
  beforeinput(_: InputEvent, path) {
    const found = touched() ? composerFrom(path) : null;
    if (!found || found.due || !byHand()) return;
    found.due = true;
    requestAnimationFrame(() => {
      if (found.due) using((it) => it.lookSoon(found));
      found.due = false;
    });
  },

  // The verdict is mostly here by the time that the finger comes up.
  pointerdown(_: PointerEvent, path) {
    const found = sending(path) ?? connectAt(path, site);
    if (found) using((it) => it.look(found));
    if (site.profile) profileSoon();
  },

  // Whoever goes into a composer will write in it.
  focusin(_: FocusEvent, path) {
    if (!work && composerFrom(path)) using(() => undefined);
  },

  click(event: MouseEvent, path) {
    press(path);
    const found = sending(path);
    meet(event, found ?? connectAt(path, site), replayOf(event, path, () => found && sendButton(found.found)));
  },

  submit(event: SubmitEvent, path) {
    const form = path[0] as HTMLFormElement;
    const found = present().find(({ found: { editor } }) => closest(editor, ["form"]) === form);
    if (found && pressedIn === form) meet(event, found, () => form.requestSubmit(event.submitter?.isConnected ? event.submitter : null));
  },

  keydown(event: KeyboardEvent, path) {
    // An input method's own Enter, and the Enter that picks from an open list, send nothing.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter") press(path);
    const found = typing(event, path) ?? pressing(event, path);
    if (found) meet(event, found, replayOf(event, path, () => path[0] ?? null));
  },
};

function typing(event: KeyboardEvent, path: HTMLElement[]): Composer | null {
  if (event.key !== "Enter" || event.altKey) return null;
  const found = composerFrom(path);
  const mod = event.ctrlKey || event.metaKey;
  const wanted = mod ? "mod-enter" : event.shiftKey ? null : "enter";
  // Of an editor that was only guessed the least is taken for granted.
  const sends = wanted && (found?.found.entry.keys?.includes(wanted) || (mod && found?.found.guessed));
  const picking = path[0]?.matches("[aria-activedescendant]:not([aria-activedescendant='']), [aria-expanded='true']");
  return sends && !picking ? found : null;
}

/** A native button turns the key into a click; one that is made of other elements acts on the key. */
function pressing(event: KeyboardEvent, path: HTMLElement[]): Target | null {
  if (!["Enter", " "].includes(event.key) || path[0]?.matches("button, input, textarea, select, a[href], summary")) return null;
  if (path[0]?.isContentEditable) return null;
  return sending(path) ?? connectAt(path, site);
}

/** A field that belongs to a composer without being its text: the subject, the recipients. */
function beside([field]: HTMLElement[]): Composer | null {
  const root = ({ entry }: Found, element: Element): Element | null => closest(element, entry.root ?? []);
  const shared = ({ found }: Composer): boolean => field !== undefined && root(found, field) !== null && root(found, field) === root(found, found.editor);
  return present().find(shared) ?? null;
}

// ---- listening ----

const isRoot = (scope: unknown): scope is ShadowRoot => (scope as Node).nodeType === Node.DOCUMENT_FRAGMENT_NODE;

function hear(event: globalThis.Event): void {
  if (work?.takes(event)) return;
  const run = on[event.type];
  if (!run && !HANDS.includes(event.type)) return;
  if (!event.isTrusted || pending.has(event) || (work && !work.attends())) return;
  if (HANDS.includes(event.type)) looks = LOOKS;
  try {
    if (within(event)) run?.(event as never, pathOf(event));
  } catch {
    // Whatever breaks here, the person's action goes through.
  }
}

/** Listens in the roots that an event comes through. Inside a closed one it is judged by the root's own listeners, where its real target
    is to be seen: then it is not for us here. */
function within(event: globalThis.Event): boolean {
  readSites();
  const path = event.composedPath();
  pending.add(event);
  // Where the person is writing already everything listens.
  if (composers.has(path[0] as HTMLElement)) return true;
  const closed = closedRoot(event);
  if (closed) {
    pending.delete(event);
    listen(closed);
    return false;
  }
  path.filter(isRoot).forEach(listen);
  return true;
}

/** A video is loaded or plays: whoever looks after videos looks after it from here on. */
function play(event: globalThis.Event): void {
  const video = event.composedPath()[0] as Element;
  if (!work && event.isTrusted && video.tagName === "VIDEO") using((it) => it.play(video));
}

function listen(scope: Window | ShadowRoot): void {
  for (const type of scope === window ? ALL : ACTS) scope.addEventListener(type, hear, true);
  for (const type of MEDIA) scope.addEventListener(type, play, true);
  if (isRoot(scope)) work?.hook(scope);
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

/** Something has to know at once how things stand: class mode, or the popup over this page. True once that is known. */
const wake = (): Promise<boolean> => bring().then((it) => it.told()).then(() => true, () => false);

function start(): void {
  const all = (): void => { listen(window); work?.rehook(); };
  listen(window);
  // Firefox says which frame has the focus only after the event.
  addEventListener("blur", () => { enterFrame(); requestAnimationFrame(enterFrame); });
  // A page that writes itself anew takes its listeners away; only its outermost children say so.
  new MutationObserver(all).observe(document, { childList: true });
  globalThis.beforehandWake = wake;
  if (globalThis.beforehandAwake) void wake();
  // A frame in a page that is not covered is reached in no other way.
  if (window !== top) onPushed((said) => { if ((said as { class_mode?: boolean }).class_mode) void wake(); });
}

if (!isPart(window.frameElement)) start();

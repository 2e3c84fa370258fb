// The second file: what is done about whatever the script in the page has found. Loaded into a page once something in it matters.
import { aroundDraft, draftAct, scopeOf, type Words } from "./act";
import * as attach from "./attach";
import { attends, begin, tell, told } from "./background";
import { connectGate } from "./connect";
import { textOf, writeIn } from "./draft";
import { isHere, sendButton, type Connects, type Found } from "./finder";
import type { Coming } from "./files";
import { Gate } from "./gate";
import { report } from "./health";
import * as overlay from "./overlay";
import { ownProfile } from "./profile";
import * as watch from "./watch";

/** A composer on the page; `due` while its editor has taken words that it does not show yet. */
export interface Composer { readonly found: Found; due: boolean }
/** What an action is about. */
export type Target = Composer | Connects;

// How long what stands around a draft is taken for what it was, while the person types.
const KEPT = 2000;

const gates = new WeakMap<Composer, Gate>();
const around = new WeakMap<Composer, { words: Words; until: number }>();
const known = new Set<Composer>(); // composers that were looked at, for what pictures belong to
const typed = new Set<Composer>(); // composers that were typed into since they were looked at

const isComposer = (target: Target): target is Composer => "found" in target;

const gateOf = (target: Target): Gate => (isComposer(target) ? composerGate(target) : connectGate(target));

function composerGate(composer: Composer): Gate {
  const { found } = composer;
  const { editor } = found;
  const gate = gates.get(composer) ?? new Gate({
    site: found.site.id,
    once: true,
    anchor: editor,
    avoid: () => sendButton(found),
    act: (fresh) => draftAct(found, textOf(found), aroundOf(composer, fresh)),
    unsettled: () => composer.due || attach.isBusy(),
    settled: ({ kind }) => kind === attach.KIND && carried(found).every(({ media, decided }) => decided || !media["exif"]),
    sent: () => goesOut(found, gate),
    cleaning: () => attach.cleaningOf(carried(found)),
    clean: () => { attach.cleanNext(carried(found)); return false; },
    write: (fix, text) => writeIn(found, text, fix),
  });
  gates.set(composer, gate);
  known.add(composer);
  return gate;
}

/** What was attached belongs to no draft any more, and a mail counts. */
function goesOut(found: Found, gate: Gate): void {
  attach.forget(carried(found));
  if (found.entry.moment === "email") void tell({ type: "sent", act: gate.about.act });
}

function aroundOf(composer: Composer, fresh: boolean): Words {
  const before = around.get(composer);
  if (before && !fresh && performance.now() < before.until) return before.words;
  const words = aroundDraft(composer.found, carried(composer.found));
  around.set(composer, { words, until: performance.now() + KEPT });
  return words;
}

// ---- pictures ----

/** The composers on the page that have a place of their own, and everything in it. */
const placed = (): { editor: HTMLElement; scope: Node }[] => {
  for (const one of known) if (!isHere(one.found.editor)) known.delete(one);
  return Array.from(known, ({ found }) => ({ editor: found.editor, scope: scopeOf(found) as Node }));
};

/** Pictures that the page was given for this draft; a mail has attachments, which are judged in another way. */
function carried(found: Found): attach.Given[] {
  if (found.entry.moment === "email") return [];
  const others = placed().map(({ scope }) => scope).filter((scope) => scope !== document);
  return attach.attached(scopeOf(found), (place) => others.some((scope) => scope.contains(place)), Boolean(found.entry.picture));
}

/** Where something is said about a picture that comes in there: by the draft that it is for, or by what is to be seen around it. */
function anchorFor(place: HTMLElement): HTMLElement {
  const all = placed();
  const own = all.find(({ scope }) => scope !== document && scope.contains(place)) ?? all.at(-1);
  let at: HTMLElement | null = own?.editor ?? place;
  while (at && !at.getClientRects().length) at = at.parentElement;
  return at ?? document.body;
}

/** Pictures come in; true when the page must not hear of them yet. They have waited so long already. */
export const receive = (coming: Coming, waited = 0): boolean => attach.wants(coming) && attach.receive(coming, anchorFor(coming.place), waited);

/** Pictures that need no looking at are the draft's all the same. */
export const note = attach.noteUnseen;

// ---- drafts ----

/** Asks about something at once. */
export function look(target: Target): void {
  if (isComposer(target)) report(target.found);
  gateOf(target).look();
}

/** Asks about a draft once the letter that was typed is on the screen; one look for all that were typed by then. */
export function lookSoon(composer: Composer): void {
  if (typed.size === 0) requestAnimationFrame(() => setTimeout(lookNow));
  typed.add(composer);
}

function lookNow(): void {
  const all = [...typed].filter(({ found }) => isHere(found.editor));
  typed.clear();
  for (const composer of all) {
    report(composer.found);
    composerGate(composer).look(false);
  }
}

/** Judges an action; true when the page must not see it. It has waited so long already. */
export const meet = (target: Target, replay: () => void, waited = 0): boolean => gateOf(target).meet(replay, waited);

let profile = "null"; // what was told of it last

/** Tells what the person's own profile says, where it is on screen and says something new. */
export async function readProfile(): Promise<void> {
  await told();
  const found = attends() ? ownProfile() : null;
  const said = JSON.stringify(found);
  if (!found || said === profile) return;
  profile = said;
  const { handle, bio } = found;
  void tell({ type: "profile", ...(handle ? { handle } : {}), bio });
}

/** A video plays that nobody was listening to yet. */
export function play(video: Element): void {
  const root = video.getRootNode();
  if (root instanceof ShadowRoot) watch.hook(root);
}

export { attends, told };
export const { takes } = overlay;
export const { hook, rehook } = watch;

addEventListener("pagehide", watch.suspend);
document.addEventListener("visibilitychange", watch.suspend);
watch.begin();
attach.onGiven(() => placed().length && known.forEach((composer) => composerGate(composer).look()));
begin(() => { attach.forgetPolicy(); overlay.refresh(); watch.refresh(); });

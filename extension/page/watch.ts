// Videos: in class mode a video that needs a word is held as it starts; at all times what was watched is told to the ledger.
import { shadowRoot } from "../browser";
import { attends, state, tell } from "./background";
import { closest, take } from "./finder";
import { Gate } from "./gate";
import type { Act } from "./message";
import { Ranges } from "./ranges";
import { generic, site } from "./site";

const EVENTS = "play playing timeupdate pause seeking ratechange ended emptied loadedmetadata".split(" ");
// A page's moving decoration: silent, looping and short.
const DECORATION = 10;
// So much watched is told at once, so that a crash loses no more.
const TELL_EVERY = 15;

interface Watch { key: string; id: string; gate: Gate; ranges: Ranges; released: boolean; waits: boolean }

const watches = new WeakMap<HTMLVideoElement, Watch>();
const hooked = new WeakSet<Node | Window>();
const live = new Set<HTMLVideoElement>();
let inClass = false;

/** Listens to the videos of this page. */
export function begin(): void {
  hook(window);
}

/** Media events do not leave a shadow root: whatever root comes to sight gets its own listeners. */
export function hook(scope: Window | ShadowRoot): void {
  if (hooked.has(scope)) return;
  hooked.add(scope);
  attach(scope);
}

function attach(scope: Window | ShadowRoot): void {
  for (const type of EVENTS) scope.addEventListener(type, heard, { capture: true, passive: true });
}

/** After a page has written itself anew its window has forgotten its listeners. */
export const rehook = (): void => attach(window);

/** Looks for videos that play and for shadow roots in a tree; only in class mode, where a video may have started by itself. */
function roots(tree: Document | ShadowRoot | Element): void {
  const own = tree.nodeType === Node.ELEMENT_NODE ? [tree as Element] : [];
  for (const element of [...own, ...tree.querySelectorAll("*")]) {
    if (element.tagName === "VIDEO") see(element as HTMLVideoElement, "playing");
    const root = shadowRoot(element);
    if (root) { hook(root); roots(root); }
  }
}

/** Ends what is being counted, as when the tab goes out of sight. */
export function suspend(): void {
  for (const video of live) report(video, true);
}

function heard(event: globalThis.Event): void {
  const video = event.composedPath()[0] as HTMLVideoElement;
  if (event.isTrusted && video.tagName === "VIDEO" && attends()) see(video, event.type);
}

function see(video: HTMLVideoElement, type: string): void {
  if (!state.active || video.srcObject) return;
  if (type === "emptied") return forget(video);
  if (!reviewable(video)) return report(video, true);
  const watch = known(video);
  const starts = !video.paused || (watch.waits && type === "loadedmetadata");
  if (state.class_mode && !watch.released && starts) hold(video, watch);
  count(video, watch, type);
}

/** Which video it is; null for previews, adverts and decoration. */
export function reviewable(video: HTMLVideoElement): { id: string } | null {
  const { ignore = [], advert = [] } = site.video ?? generic.video ?? {};
  return closest(video, [...ignore, ...advert]) || decoration(video) ? null : { id: identify(video) };
}

function decoration(video: HTMLVideoElement): boolean {
  return video.loop && video.muted && !video.controls && !(video.duration >= DECORATION);
}

// ---- which video ----

function idFrom(address: URL): string {
  for (const { query, after } of site.video?.id ?? []) {
    const found = query ? address.searchParams.get(query) : after && address.pathname.startsWith(after) ? address.pathname.slice(after.length).split("/")[0] : "";
    if (found) return found;
  }
  return "";
}

/** The site's own id where its address has one; else the file's address, or the page's where the file has none that lasts. */
function identify(video: HTMLVideoElement): string {
  const own = idFrom(new URL(location.href));
  if (own) return own;
  const source = video.currentSrc || video.src;
  return /^https?:/.test(source) ? source : location.href.split("#")[0] ?? "";
}

function known(video: HTMLVideoElement): Watch {
  const id = identify(video);
  // One element plays many videos: the file tells them apart where a site's address lags behind.
  const key = `${id} ${video.currentSrc}`;
  const before = watches.get(video);
  if (before?.key === key) return before;
  if (before) report(video, true);
  const gate = new Gate({ site: site.id, anchor: video, act: () => videoAct(video, id) });
  const watch = { key, id, gate, ranges: new Ranges(), released: false, waits: false };
  watches.set(video, watch);
  live.add(video);
  return watch;
}

function forget(video: HTMLVideoElement): void {
  report(video, true);
  watches.delete(video);
  live.delete(video);
}

const titleOf = (): string => take(site.video?.title, document) ?? document.title;

function videoAct(video: HTMLVideoElement, id: string): Act {
  const length = Number.isFinite(video.duration) ? { duration: video.duration } : { live: video.duration === Infinity };
  return { moment: "video", text: "", video: { id, title: titleOf(), class_mode: true, ...length } } as unknown as Act;
}

// ---- class mode ----

/** Pauses before a frame is seen, and plays again once it may. */
function hold(video: HTMLVideoElement, watch: Watch): void {
  // Its length belongs to the question; it comes with the metadata, and the video waits for it.
  const unknown = Number.isNaN(video.duration);
  if (unknown || watch.gate.meet(() => release(video, watch))) video.pause();
  else release(video, watch);
  watch.waits = unknown;
}

function release(video: HTMLVideoElement, watch: Watch): void {
  watch.released = true;
  if (!video.paused) return;
  // Where the browser wants a hand on the button, the person's own next press plays it.
  video.play().catch(() => undefined);
}

const added = new MutationObserver((records) => {
  for (const record of records) for (const node of record.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) roots(node as Element);
});

/** Class mode went on or off: every video is asked about afresh. */
export function refresh(): void {
  if (state.class_mode === inClass) return;
  inClass = state.class_mode;
  for (const video of live) {
    const watch = watches.get(video);
    if (watch) watch.released = false;
  }
  added.disconnect();
  if (!state.class_mode) return;
  roots(document);
  added.observe(document, { childList: true, subtree: true });
}

// ---- what was watched ----

function count(video: HTMLVideoElement, { ranges }: Watch, type: string): void {
  if (type === "seeking") ranges.close();
  const playing = !video.paused && !video.seeking && document.visibilityState === "visible";
  ranges.read({ at: video.currentTime, rate: video.playbackRate, wall: performance.now() / 1000, playing });
  if (!playing || ranges.waiting >= TELL_EVERY) report(video, false);
}

function report(video: HTMLVideoElement, end: boolean): void {
  const watch = watches.get(video);
  if (!watch) return;
  if (end) watch.ranges.close();
  const ranges = watch.ranges.take();
  if (!ranges.length) return;
  const duration = Number.isFinite(video.duration) ? { duration: video.duration } : {};
  void tell({ type: "watched", id: watch.id, title: titleOf(), url: location.href, ...duration, ranges });
}

// Puts the chip and the panel by the composer, without covering its send button, and keeps them there.

const GAP = 6;

interface Box { left: number; top: number; width: number; height: number }

/** Where an element is on the screen of this window, also when it lies in a frame of it. */
function boxOf(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  const frame = element.ownerDocument === document ? null : element.ownerDocument.defaultView?.frameElement;
  if (!frame) return { left, top, width, height };
  // A whole framed page is the composer: its frame is what a person sees.
  return boxOf(frame);
}

const apart = (a: Box, b: Box): boolean =>
  a.left + a.width <= b.left || b.left + b.width <= a.left || a.top + a.height <= b.top || b.top + b.height <= a.top;

/** The first place beside `anchor` that is on the screen and clear of `avoid`; the last one where none is. */
export function choose(size: { width: number; height: number }, anchor: Box, avoid: Box | null, screen: { width: number; height: number }): { left: number; top: number } {
  const right = anchor.left + anchor.width - size.width;
  const below = anchor.top + anchor.height + GAP;
  const spots = [[right, below], [right, anchor.top - size.height - GAP], [anchor.left, below], [anchor.left + anchor.width + GAP, anchor.top], [screen.width - size.width - GAP, screen.height - size.height - GAP]];
  const fits = ([left = 0, top = 0]: number[]): boolean => left >= 0 && top >= 0 && left + size.width <= screen.width
    && top + size.height <= screen.height && (!avoid || apart({ left, top, ...size }, avoid));
  const [left = 0, top = 0] = spots.find(fits) ?? spots.at(-1) ?? [];
  return { left: Math.max(0, left), top: Math.max(0, top) };
}

/** Puts `box` where it belongs now. */
export function place(box: HTMLElement, anchor: Element, avoid: Element | null): void {
  const { width, height } = box.getBoundingClientRect();
  const at = choose({ width, height }, boxOf(anchor), avoid && boxOf(avoid), { width: innerWidth, height: innerHeight });
  box.style.left = `${at.left}px`;
  box.style.top = `${at.top}px`;
}

/** Runs `settle` when the composer may have moved; gives what ends it. */
export function follow(anchor: Element, settle: () => void): () => void {
  let frame = 0;
  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(settle);
  };
  const sizes = new ResizeObserver(soon);
  sizes.observe(anchor);
  addEventListener("scroll", soon, { capture: true, passive: true });
  addEventListener("resize", soon);
  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    removeEventListener("scroll", soon, { capture: true });
    removeEventListener("resize", soon);
  };
}

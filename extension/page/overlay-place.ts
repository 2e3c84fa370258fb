// Puts the chip and the panel by the composer, without covering its send button, and keeps them there.

const GAP = 6;

interface Box { left: number; top: number; width: number; height: number }

/** What a person sees of an element: itself, or its frame, as a whole framed page is the composer. */
function seen(element: Element): Element {
  const frame = element.ownerDocument === document ? null : element.ownerDocument.defaultView?.frameElement;
  return frame ? seen(frame) : element;
}

/** Where an element is on the screen of this window, also when it lies in a frame of it. */
const boxOf = (element: Element): Box => seen(element).getBoundingClientRect();

const meet = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

/** The first place beside `anchor` that is on the screen and clear of `avoid`; the corner of the screen where none is. */
export function choose(size: { width: number; height: number }, anchor: Box, avoid: Box | null, screen: { width: number; height: number }): { left: number; top: number } {
  const right = anchor.left + anchor.width - size.width;
  const below = anchor.top + anchor.height + GAP;
  const corner = { left: screen.width - size.width - GAP, top: screen.height - size.height - GAP };
  const spots = [{ left: right, top: below }, { left: right, top: anchor.top - size.height - GAP }, { left: anchor.left, top: below }];
  const fits = (spot: typeof corner): boolean => spot.left >= 0 && spot.top >= 0 && spot.left <= corner.left && spot.top <= corner.top
    && !(avoid && meet({ ...spot, ...size }, avoid));
  return spots.find(fits) ?? { left: Math.max(0, corner.left), top: Math.max(0, corner.top) };
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
  sizes.observe(seen(anchor));
  addEventListener("scroll", soon, { capture: true, passive: true });
  addEventListener("resize", soon);
  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    removeEventListener("scroll", soon, { capture: true });
    removeEventListener("resize", soon);
  };
}

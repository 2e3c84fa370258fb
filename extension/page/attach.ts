// What becomes of pictures on their way into the page, which `files.ts` holds: they are looked at, the person decides, and what the page was
// given belongs to the draft that is sent next.
import { load } from "../browser";
import type { Words } from "./act";
import { check } from "./background";
import { isPicture, type Coming } from "./files";
import { Gate } from "./gate";
import type { Act } from "./message";
import * as overlay from "./overlay";
import type { Cleaning } from "./owner";
import type * as Pictures from "./pictures";
import { site } from "./site";

/** A picture that the page was given. */
export interface Given {
  media: Words;
  /** The page has shown it, as far as the site's file can tell. */
  seen: boolean;
  /** The person was asked about what hides in it. */
  decided: boolean;
  readonly place: Element;
  readonly path: string;
  readonly key: string;
}

/** The kind that is about what hides in pictures. */
export const KIND = "image-metadata";

// What a page may have been given for drafts that went out in a way of their own.
const MOST = 50;

const held = new Set<Coming>();
const again = new Set<string>(); // files that go in clean when they come again
let given: Given[] = [];
let asked: boolean | null = null; // whether the policy asks what hides in pictures, once that is known
let told = (): void => undefined;

const keyOf = ({ name, size, lastModified }: File): string => [name, size, lastModified].join("\n");

/** Calls `run` whenever the page has been given a picture. */
export const onGiven = (run: () => void): void => { told = run; };

/** Things stand differently: another policy may ask where this one does not. */
export const forgetPolicy = (): void => { asked = null; };

// ---- on the way in ----

/** Whether pictures wait to be given to the page. */
export const isBusy = (): boolean => held.size > 0;

/** Whether pictures are to be looked at before the page has them; where they need not they are the draft's all the same. */
export function wants(coming: Coming): boolean {
  if (asked !== false) return true;
  noteUnseen(coming);
  return false;
}

/** The page has these, and nobody has looked at them. */
export function noteUnseen(coming: Coming): void {
  note(coming, coming.files, null, false);
  requestAnimationFrame(told);
}

/** Looks at what came in, and has the person decide; true when that has to be waited for. It has waited so long already. */
export function receive(coming: Coming, anchor: HTMLElement, waited: number): boolean {
  const { files } = coming;
  const act = { moment: "image", text: "", media: files.map(({ name, size }) => ({ type: "image", name, size })) } as unknown as Act;
  const comesAgain = (file: File): boolean => again.has(keyOf(file));
  let found: Pictures.Found | null = null;
  let clean = false;
  const gate: Gate = new Gate({
    site: site.id, anchor, act: () => act,
    left: () => { held.delete(coming); coming.leave(); },
    check: async () => {
      const tools = (await load("pictures.js")) as typeof Pictures;
      found = await tools.judge(files.map((file) => ({ file, settled: comesAgain(file) })), check);
      ({ asked } = found);
      return found.judged;
    },
    cleaning: () => found && { ...found.cleaning, waits: gate.holds },
    clean: () => {
      if (!gate.holds) files.forEach((file) => again.add(keyOf(file)));
      return (clean = gate.holds);
    },
  });
  const give = (): void => {
    held.delete(coming);
    const out = files.map((file, at) => ((clean || comesAgain(file)) && found?.clean[at]) || file);
    note(coming, out, found, gate.decided);
    coming.give(out);
    if (found?.broken) overlay.unchecked(gate, "chip-broken");
    told();
  };
  held.add(coming);
  return gate.meet(give, waited);
}

/** The page has these now; a field says so twice. */
function note({ files, place }: Coming, out: File[], found: Pictures.Found | null, decided: boolean): void {
  for (const [at, file] of files.entries()) {
    const [key, now] = [keyOf(file), out[at] ?? file];
    const exif = now === file ? found?.exif[at] : undefined;
    given = given.filter((one) => one.place !== place || one.key !== key).slice(-MOST);
    given.push({ media: { type: kindOf(file), name: file.name, size: now.size, ...(exif ? { exif } : {}) }, seen: false, decided, place, path: location.pathname, key });
  }
}

const kindOf = (file: File): string => (isPicture(file) ? "image" : /^(image|video)(?=\/)/.exec(file.type)?.[0] ?? "file");

// ---- what the draft carries ----

/** Pictures that were given within `scope`, or on this page outside of every composer: `isApart` tells what lies in another one. Where the
    page `shows` what a draft has, these are its own only while they are shown: they may have been for something else. */
export const attached = (scope: ParentNode, isApart: (place: Element) => boolean, shows: boolean): Given[] => given.filter((one) => {
  if ((scope as Node).contains(one.place)) return true;
  if (one.path !== location.pathname || (one.place.isConnected && isApart(one.place))) return false;
  one.seen ||= shows;
  return true;
});

/** What can be done about pictures that the page has: when they come again they go in clean. */
export const cleaningOf = (carried: Given[]): Cleaning | null => (carried.some(({ media }) => media["exif"]) ? { tells: [], never: [], can: true, waits: false } : null);

/** When they come again they go in clean. */
export const cleanNext = (carried: Given[]): void => carried.forEach(({ key }) => again.add(key));

/** They went out with their draft. */
export const forget = (gone: Given[]): void => { given = given.filter((one) => !gone.includes(one)); };

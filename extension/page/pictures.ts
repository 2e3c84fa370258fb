// Looks at pictures for attach.ts: shows them to the background stretch by stretch as it asks, has the policy judge what hides in them, and
// makes the clean files. A file of its own, loaded when there is a picture.
import { ask } from "../browser";
import type { PictureAnswer, PictureAsked } from "../picture";
import type { Judged } from "./background";
import { isPicture } from "./files";
import type { Act } from "./message";
import type { Cleaning, Hidden } from "./owner";

// What is shown at first: the details of most pictures stand in it.
const FIRST = 1 << 16;
const TURNS = 400;
const CHUNK = 1 << 22;
const MARKS = 64;

function read<T>(blob: Blob, how: "readAsDataURL" | "readAsArrayBuffer"): Promise<T> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result as T);
    reader.onerror = fail;
    reader[how](blob);
  });
}

/** Bytes as a message carries them. */
const base64 = async (blob: Blob): Promise<string> => (await read<string>(blob, "readAsDataURL")).split(",")[1] ?? "";

/** Where markers stand from `from` on: 0xff before a byte that is none of 0, 0xd0 to 0xd7 and 0xff. */
async function scan(file: File, from: number): Promise<PictureAsked["scans"][number]> {
  const at: number[] = [];
  for (let start = from; start < file.size; start += CHUNK) {
    const bytes = new Uint8Array(await read<ArrayBuffer>(file.slice(start, start + CHUNK + 1), "readAsArrayBuffer"));
    for (let i = bytes.indexOf(0xff); i >= 0 && i < Math.min(CHUNK, bytes.length - 1); i = bytes.indexOf(0xff, i + 1)) {
      const next = bytes[i + 1] ?? 0;
      if (next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)) continue;
      at.push(start + i);
      if (at.length === MARKS) return { from, until: start + i + 1, at };
    }
  }
  return { from, until: file.size, at };
}

/** All there is to say of a file. */
async function look(file: File): Promise<PictureAnswer> {
  const parts: PictureAsked["parts"] = [[0, Math.min(file.size, FIRST)]];
  const scans: PictureAsked["scans"] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const bytes = await base64(new Blob(parts.map(([from, to]) => file.slice(from, to))));
    const answer = (await ask({ type: "picture", size: file.size, parts, scans, bytes } satisfies PictureAsked)) as PictureAnswer | undefined;
    if (answer?.type !== "picture") break;
    if (answer.need) parts.push(...answer.need);
    else if (answer.marks !== undefined) scans.push(await scan(file, answer.marks));
    else return answer;
  }
  throw new Error("no answer about a picture");
}

const looked = new WeakMap<File, Promise<PictureAnswer>>();

/** The same, once for each file: things may come to stand differently while it is judged, and it is asked about anew. */
function known(file: File): Promise<PictureAnswer> {
  const answer = looked.get(file) ?? look(file);
  looked.set(file, answer);
  return answer;
}

const KIND = "image-metadata";
const actOf = (media: unknown[]): Act => ({ moment: "image", text: "", media }) as Act;
const NOTHING: Judged = { verdict: { findings: [] }, marks: [] };

/** Whether the policy asks about hidden details at all: told by what it says to a picture that has some. */
async function isAsked(check: (act: Act) => Promise<Judged>): Promise<boolean> {
  const { verdict } = await check(actOf([{ type: "image", exif: { GPSLatitude: 1 } }]));
  return verdict.findings.some(({ kind }) => kind === KIND);
}

/** What was found in files, one entry for each. */
export interface Found {
  judged: Judged;
  /** Whether the policy asks about hidden details at all. */
  asked: boolean;
  /** The details, by name. */
  exif: (Record<string, string> | undefined)[];
  /** The files without them, as far as they can be taken out. */
  clean: File[];
  cleaning: Omit<Cleaning, "waits">;
  /** One is a picture that could not be read. */
  broken: boolean;
}

/** Files as they come: those that are settled go in clean, and need no judging. */
export type Asked = { file: File; settled: boolean };

/** What hides in each of the files, and what the policy says to it. */
export async function judge(all: Asked[], check: (act: Act) => Promise<Judged>): Promise<Found> {
  const files = all.map(({ file }) => file);
  const asked = await isAsked(check);
  const seen = await Promise.all(files.map((file) => (asked && isPicture(file) ? known(file) : null)));
  const exif = seen.map((one) => one?.exif);
  const media = all.map(({ file: { name, size }, settled }, at) => ({ type: "image", name, size, exif: settled && seen[at]?.pieces ? undefined : exif[at] }));
  const telling = media.filter((one) => one.exif);
  return {
    judged: telling.length ? onlyOurs(await check(actOf(telling))) : NOTHING,
    asked, exif, cleaning: cleaningOf(files, seen),
    clean: await Promise.all(files.map((file, at) => without(file, seen[at] ?? null))),
    broken: seen.some((one) => one !== null && ["damaged", "cut-short"].includes(one.refused)),
  };
}

const onlyOurs = ({ verdict, marks }: Judged): Judged => ({ verdict: { ...verdict, findings: verdict.findings.filter(({ kind }) => kind === KIND) }, marks });

// ---- what the person is told of it ----

const TELLS: [RegExp, Hidden][] = [
  [/latitude|longitude|gpsposition|location/i, "hides-place"],
  [/artist|author|creator|owner|by-line|copyright|regionname/i, "hides-names"],
  [/serialnumber/i, "hides-serial"],
  [/image$/i, "hides-preview"],
  [/./, "hides-words"],
];

/** What hides in a file, each sort once and in the order above. */
function sorts(exif: Record<string, string>): Hidden[] {
  const found = new Set(Object.keys(exif).map((name) => TELLS.find(([pattern]) => pattern.test(name))?.[1]));
  return TELLS.map(([, sort]) => sort).filter((sort) => found.has(sort));
}

function cleaningOf(files: File[], seen: (PictureAnswer | null)[]): Omit<Cleaning, "waits"> {
  const telling = files.flatMap(({ name }, at) => {
    const { exif, pieces } = seen[at] ?? {};
    return exif ? [{ name, hides: sorts(exif), can: Boolean(pieces) }] : [];
  });
  return { tells: telling, never: telling.filter(({ can }) => !can).map(({ name }) => name), can: telling.some(({ can }) => can) };
}

// ---- the clean files ----

const HEAD = 64;

/** The file without what hides in it, under its own name; one that nothing hides in stays as it is. */
async function without(file: File, seen: PictureAnswer | null): Promise<File> {
  const { exif, pieces } = seen ?? {};
  if (!exif || !pieces) return file;
  const whole = new Blob(pieces.map((piece) => ("keep" in piece ? file.slice(...piece.keep) : new Uint8Array(piece.put))));
  // Firefox tells what a picture is by the first stretch alone, however short.
  const head = await read<ArrayBuffer>(whole.slice(0, HEAD), "readAsArrayBuffer");
  return new File([head, whole.slice(HEAD)], file.name, { type: file.type, lastModified: file.lastModified });
}

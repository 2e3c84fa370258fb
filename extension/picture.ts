// Looks at a picture that somebody attaches, for the page script: the wasm that reads pictures is loaded when there is first one.
import init, { look } from "./beforehand_pictures.js";
import { ownUrl } from "./browser.js";
import { json } from "./wire.js";

/** What a page shows of a file: stretches of it, their bytes in one, and where it found the markers that it was asked to look for. */
export type PictureAsked = {
  type: "picture"; size: number; parts: [from: number, to: number][]; scans: { from: number; until: number; at: number[] }[]; bytes: string;
};

/** A stretch of the clean file: bytes of the file as it is, or others. */
export type Piece = { keep: [from: number, to: number] } | { put: number[] };

/** What must be seen first, or all there is to say: details by name, the clean file, or why there is none. */
export type PictureAnswer = {
  type: "picture"; need?: [from: number, to: number][]; marks?: number; exif?: Record<string, string>; pieces?: Piece[]; refused: string;
};

let ready: Promise<unknown> | undefined;

/** Whether a page asks for a picture to be looked at. */
export const isPicture = (message: unknown): message is PictureAsked => (message as { type?: unknown } | null)?.type === "picture";

/** Looks at a picture as far as it is shown; nothing of it is kept. */
export async function lookAt({ bytes, ...known }: PictureAsked): Promise<PictureAnswer> {
  ready ??= init({ module_or_path: ownUrl("beforehand_pictures_bg.wasm") }).catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  await ready;
  const answer = look(json(known), Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)));
  return { type: "picture", ...(JSON.parse(answer) as Omit<PictureAnswer, "type">) };
}

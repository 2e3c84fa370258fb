// Messages as JSON for the two wasm files: there a message's name is the key of the rest, on the wire it is the field `type`.
import { ask } from "./browser.js";

export type Keyed = Record<string, Record<string, unknown>>;

/** As JSON. Half a surrogate pair is no text: JSON would carry it as an escape that Rust rightly refuses. */
export const json = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) => (typeof each === "string" ? each.toWellFormed() : each));

/** A message as Rust reads it. */
export function keyed(message: unknown): Keyed {
  const { type, ...fields } = (message ?? {}) as { type?: unknown };
  return { [String(type)]: fields };
}

/** A message as it goes over the wire. */
export function typed(message: Keyed): Record<string, unknown> {
  const [[type, fields] = ["", {}]] = Object.entries(message);
  return { type, ...fields };
}

/** Asks the background as Rust writes it, and answers as it came over the wire. */
export async function askJson(message: string): Promise<string> {
  return json((await ask(typed(JSON.parse(message) as Keyed))) ?? {});
}

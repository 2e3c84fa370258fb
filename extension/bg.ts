// The background's start: listens at once, so that the message which woke it is not missed, and answers once the wasm is here.
import init, { answer, lookAgain, shortcut } from "./beforehand_extension.js";
import { onAsked, onManagedChange, onShortcut, onStart, onWake, ownUrl } from "./browser.js";

/** How long the school's settings may take; the background is told again when it is over. */
const LOADING_MS = 10_000;

let ready: Promise<unknown> | undefined;

/** Loads the wasm once; a failed load is tried again with the next message. */
function loaded(): Promise<unknown> {
  ready ??= init({ module_or_path: ownUrl("beforehand_extension_bg.wasm") }).catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

// Half a surrogate pair is no text: JSON would carry it as an escape that Rust rightly refuses.
const json = (value: unknown): string => JSON.stringify(value, (_key, each: unknown) => (typeof each === "string" ? each.toWellFormed() : each));

/** The name of what is asked becomes the key of the rest, which is how Rust reads it (see message.rs). */
function keyed(message: unknown): unknown {
  const { type, ...fields } = (message ?? {}) as { type?: unknown };
  return { [String(type)]: fields };
}

async function again(): Promise<void> {
  await loaded();
  await lookAgain();
}

onAsked(async (message, sender) => {
  await loaded();
  return JSON.parse(await answer(json(keyed(message)), json(sender))) as unknown;
});
onShortcut((name) => void loaded().then(() => shortcut(name)));
onManagedChange(() => void again());
onWake(() => void again());
onStart(() => {
  void again();
  setTimeout(() => void again(), LOADING_MS);
});

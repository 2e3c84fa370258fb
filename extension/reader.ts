// The worker that reads people's lists and school files. It is ended after each import, at any moment, and its memory with it.
import init, { addFile, keep, read, readFile } from "./beforehand_reader.js";

/** What its page asks: first with files to take, then a reading of them, what is kept of it, or a settings file. */
type Asked = { wasm?: WebAssembly.Module; files?: File[]; read?: string; keep?: Uint8Array | true; settings?: [kind: string, name: string, toml: string] };

let ready: Promise<unknown> | undefined;

async function answer({ wasm, files = [], read: asked, keep: present, settings }: Asked): Promise<void> {
  ready ??= init({ module_or_path: wasm ?? new URL("beforehand_reader_bg.wasm", location.href) });
  await ready;
  for (const file of files) addFile(file.name, new Uint8Array(await file.arrayBuffer()));
  if (settings) return postMessage(readFile(...settings));
  if (asked !== undefined) return postMessage(read(asked));
  if (present === undefined) return;
  const kept = keep(present === true ? undefined : present);
  postMessage(kept, { transfer: [kept.buffer] });
}

addEventListener("message", ({ data }) => {
  answer(data as Asked).catch((why: unknown) => postMessage({ trouble: String(why) }));
});

// Settings files for the background, which reads no TOML: the reader's wasm does, when a file is new, without a worker.
import init, { readFile } from "./beforehand_reader.js";
import { localGet, localSet, managedGet, ownUrl, ownVersion } from "./browser.js";
import { json } from "./wire.js";

/** A file and what was read from it, as managed.rs takes it. */
export type FileRead = { file: string; toml: string; json: string; wrong: string };

let ready: Promise<unknown> | undefined;

/** Reads a file of TOML. */
export async function readToml(kind: "school" | "policy", file: string, toml: string): Promise<FileRead> {
  ready ??= init({ module_or_path: ownUrl("beforehand_reader_bg.wasm") }).catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  await ready;
  return { file, toml, ...(JSON.parse(readFile(kind, file, toml)) as { json: string; wrong: string }) };
}

/** Where what was read of the school's files is kept: a background wakes many times a morning, they change once a year. What another
    version of the extension made of them is read anew. */
const KEPT = "managed-files";
type Kept = { version: string; files: Record<string, FileRead | undefined> };
const FILES = { policyFile: "policy", school: "school" } as const;

/** The school's settings as JSON, its files read. */
export async function readManaged(): Promise<string> {
  const managed = await managedGet();
  const kept = (await localGet([KEPT]))[KEPT] as Kept | undefined;
  const fresh: Kept = { version: ownVersion(), files: {} };
  for (const [name, kind] of Object.entries(FILES)) {
    const toml = managed[name];
    if (typeof toml !== "string" || !toml) continue;
    const known = kept?.version === fresh.version ? kept.files[name] : undefined;
    fresh.files[name] = known?.toml === toml ? known : await readToml(kind, name, toml);
  }
  if (json(fresh) !== json(kept)) await localSet({ [KEPT]: fresh });
  return json({ ...managed, ...fresh.files });
}

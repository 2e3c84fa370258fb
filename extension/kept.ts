// What the background keeps: reads all of it at the start, and carries out what each answer wants kept.
import { localClear, localGet, localRemove, localSet, now, sessionGet, sessionSet, wakeAt } from "./browser.js";
import { readManaged } from "./files.js";
import { json } from "./wire.js";
import { vaultClear, vaultOpen, vaultPut, vaultRemove, vaultSetAside } from "./vault.js";

/** One thing to do, as store.rs writes it; `text` is JSON, a key or a time. */
export type Write = {
  does: "keep" | "forget" | "set-aside" | "seal" | "unseal" | "seal-aside" | "session" | "wake" | "wipe";
  name: string;
  text: string;
};

/** Everything that is kept, for the wasm's `start`. A worker's start is a person's wait: all is read at the same time. */
export async function readAll(): Promise<string> {
  const [local, managed, started, sealed] = await Promise.all([localGet(null), readManaged(), sessionStart(), vaultOpen()]);
  return json({ local: Object.entries(local).map(([key, kept]) => [key, shaped(kept)]), managed, started, sealed });
}

/** Version and value of what stands under one key, whatever that is. */
function shaped(kept: unknown): { version: number | null; value: string | null } {
  const { version, value } = (kept ?? {}) as { version?: unknown; value?: unknown };
  const known = Number.isSafeInteger(version) && (version as number) >= 0;
  return { version: known ? (version as number) : null, value: value === undefined ? null : json(value) };
}

/** When this browser session began for us; a background that was killed and woken goes on with the same time. */
async function sessionStart(): Promise<number> {
  const { started } = await sessionGet(["started"]);
  if (typeof started === "number") return started;
  const fresh = now();
  await sessionSet({ started: fresh });
  return fresh;
}

const DO: Record<Write["does"], (name: string, text: string) => Promise<unknown>> = {
  keep: (name, text) => localSet({ [name]: JSON.parse(text) as unknown }),
  forget: (name) => localRemove([name]),
  "set-aside": async (name, aside) => {
    const kept = await localGet([name]);
    await localSet({ [aside]: kept[name] ?? null });
    await localRemove([name]);
  },
  seal: (name, text) => vaultPut(name, new TextEncoder().encode(text)),
  unseal: vaultRemove,
  "seal-aside": vaultSetAside,
  session: (name, text) => sessionSet({ [name]: JSON.parse(text) as unknown }),
  wake: (name, text) => wakeAt(name, Number(text)),
  wipe: async () => {
    await localClear();
    await vaultClear();
  },
};

/** Does them in their order; all is on the disk when this resolves. */
export async function carryOut(writes: Write[]): Promise<void> {
  for (const { does, name, text } of writes) await DO[does](name, text);
}

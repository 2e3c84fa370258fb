// What is kept sealed on this device: AES-GCM under a key that no script can export, key and sealed bytes in IndexedDB.

const DATABASE = "vault";
const SHELF = "things";
const KEY = "key";

/** The names of all that is sealed here for the background. */
const NAMES = ["device", "me", "marks", "journal", "roster"];

type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };

function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(SHELF);
  return promised(request);
}

/** One transaction of its own: WebCrypto may not be awaited inside one, it would commit under our feet. */
async function onShelf<T>(mode: IDBTransactionMode, run: (shelf: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(SHELF, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
    const result = await promised(run(transaction.objectStore(SHELF)));
    await done;
    return result;
  } finally {
    database.close();
  }
}

/** The device key, made on first use. `add` refuses a second key, so two pages starting at once agree on one. */
async function deviceKey(): Promise<CryptoKey> {
  const kept = await onShelf("readonly", (shelf) => shelf.get(KEY) as IDBRequest<CryptoKey | undefined>);
  if (kept) return kept;
  const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await onShelf("readwrite", (shelf) => shelf.add(fresh, KEY)).catch(() => undefined);
  return onShelf("readonly", (shelf) => shelf.get(KEY) as IDBRequest<CryptoKey>);
}

/** Keeps bytes under a name, sealed. */
export async function vaultPut(name: string, plain: Uint8Array<ArrayBuffer>): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) }, await deviceKey(), plain);
  await onShelf("readwrite", (shelf) => shelf.put({ iv, bytes } satisfies Sealed, name));
}

/** The bytes kept under a name, or undefined when there are none. Rejects when they cannot be opened. */
export async function vaultGet(name: string): Promise<Uint8Array | undefined> {
  const sealed = await onShelf("readonly", (shelf) => shelf.get(name) as IDBRequest<Sealed | undefined>);
  return sealed && opened(name, sealed, await deviceKey());
}

async function opened(name: string, { iv, bytes }: Sealed, key: CryptoKey): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) }, key, bytes));
}

/** The text kept under a name, or null when there is none. Rejects when it cannot be opened. */
export async function vaultText(name: string): Promise<string | null> {
  const bytes = await vaultGet(name);
  return bytes ? new TextDecoder().decode(bytes) : null;
}

/** All that is sealed, by name and in one go; null stands for what cannot be opened. */
export async function vaultOpen(): Promise<[string, string | null][]> {
  try {
    const database = await open();
    const shelf = database.transaction(SHELF, "readonly").objectStore(SHELF);
    const [key, ...things] = await Promise.all([KEY, ...NAMES].map((name) => promised(shelf.get(name) as IDBRequest<unknown>)));
    database.close();
    const there = NAMES.flatMap((name, at) => (things[at] === undefined ? [] : [[name, things[at] as Sealed] as const]));
    const text = (name: string, sealed: Sealed) => opened(name, sealed, key as CryptoKey).then((bytes) => new TextDecoder().decode(bytes));
    return await Promise.all(there.map(async ([name, sealed]) => [name, await text(name, sealed).catch(() => null)] as [string, string | null]));
  } catch {
    return NAMES.map((name) => [name, null]);
  }
}

/** Moves what is kept under a name aside, unopened. */
export async function vaultSetAside(name: string, aside: string): Promise<void> {
  const sealed = await onShelf("readonly", (shelf) => shelf.get(name));
  if (sealed !== undefined) await onShelf("readwrite", (shelf) => shelf.put(sealed, aside));
  await vaultRemove(name);
}

/** Forgets what is kept under a name. */
export async function vaultRemove(name: string): Promise<void> {
  await onShelf("readwrite", (shelf) => shelf.delete(name));
}

/** Forgets everything, the device key too. */
export async function vaultClear(): Promise<void> {
  await onShelf("readwrite", (shelf) => shelf.clear());
}

/** Random bytes fit for keys. */
export function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

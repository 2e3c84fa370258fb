// What the page loads when it is wanted: the screen for people's lists, and the worker that reads files; and the worker that keeps the page
// for use without a network. The reader is made of a script that came with the page, so that the page's own rules hold in it: it can open no connection either.
let reader, wasm, screen;

/** One rule for the addresses of both, under which there are no others. */
const rule = {
  createScriptURL: (which) => (which === "reader" ? URL.createObjectURL(new Blob([reader.script], { type: "text/javascript" })) : "sw.js"),
};
const own = self.trustedTypes?.createPolicy("own-worker", rule) ?? rule;

/** A wasm file out of the script that it travels in. */
export const unpacked = (packed) => {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};

/** What reads files: a script and a wasm, loaded once and ready for each worker. */
const readied = async () => {
  reader ??= await import("./reader.js");
  wasm ??= unpacked(reader.wasm).then((bytes) => WebAssembly.compile(bytes));
  return wasm;
};

/** A fresh worker that reads. */
export async function readerWorker() {
  const module = await readied();
  const worker = new Worker(own.createScriptURL("reader"), { type: "module" });
  worker.postMessage({ wasm: module });
  return worker;
}

/** Shows the screen for people's lists, once. */
export function showLists() {
  screen ??= Promise.all([import("./lists.js"), import("./screen.js")])
    .then(async ([{ default: start, show }, { default: packed }]) => { await start({ module_or_path: await unpacked(packed) }); show(); })
    // Whoever looks at it is about to open a file.
    .then(() => void readied().catch(() => {}))
    .catch((error) => { screen = undefined; throw error; });
  return screen;
}

/** Readies the offline copy. */
export async function keepOffline() {
  await navigator.serviceWorker?.register(own.createScriptURL("offline"));
}

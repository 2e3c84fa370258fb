// Starts the page: unpacks the engine, which travels inside a script so that no connection is ever needed, and readies the offline copy.
import start from "./page.js";
import packed from "./engine.js";

const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
const engine = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
await start({ module_or_path: await engine.arrayBuffer() });
const own = self.trustedTypes?.createPolicy("own-worker", { createScriptURL: () => "sw.js" });
await navigator.serviceWorker?.register(own ? own.createScriptURL("") : "sw.js");

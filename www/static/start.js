// Starts the page: unpacks the engine, which travels inside a script so that no connection is ever needed, and readies the offline copy.
import start from "./page.js";
import packed from "./engine.js";

const bytes = () => Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
const engine = async () => new Response(new Blob([bytes()]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
const sorry = () => Object.assign(document.querySelector("#trouble"), { hidden: false, textContent: "The checker could not start: this browser is too old for it, or blocks part of it. Try an up-to-date Chrome, Edge, Firefox or Safari." });
await engine().then((bytes) => start({ module_or_path: bytes })).catch(sorry);
const own = self.trustedTypes?.createPolicy("own-worker", { createScriptURL: () => "sw.js" });
await navigator.serviceWorker?.register(own ? own.createScriptURL("") : "sw.js").catch(() => {});

// Starts the page: unpacks the engine, which travels inside a script so that no connection is ever needed, and readies the offline copy.
import start from "./page.js";
import packed from "./engine.js";
import { keepOffline, unpacked } from "./door.js";

const sorry = () => Object.assign(document.querySelector("#trouble"), { hidden: false, textContent: "The checker could not start: this browser is too old for it, or blocks part of it. Try an up-to-date Chrome, Edge, Firefox or Safari." });
await Promise.resolve(packed).then(unpacked).then((bytes) => start({ module_or_path: bytes })).catch(sorry);
await keepOffline().catch(() => {});

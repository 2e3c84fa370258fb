// The start of the popup and of the options page: loads the wasm and runs the part that the document names.
import init, { options, popup } from "./beforehand_extension.js";

await init();
await (document.documentElement.dataset["view"] === "popup" ? popup() : options());

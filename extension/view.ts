// The start of the popup and of the options page: loads the wasm and runs the part that the document names.
import init, { options, popup } from "./beforehand_view.js";
import { ownUrl } from "./browser.js";

await init({ module_or_path: ownUrl("beforehand_view_bg.wasm") });
await (document.documentElement.dataset["view"] === "popup" ? popup() : options());

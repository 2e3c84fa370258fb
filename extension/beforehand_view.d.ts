// What the wasm of the popup and the options page exports, for view.ts; the module itself is made by the build.
export default function init(wasm: { module_or_path: string }): Promise<unknown>;
export function popup(): Promise<void>;
export function options(): Promise<void>;

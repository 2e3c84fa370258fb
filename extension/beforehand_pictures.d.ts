// What the wasm that reads pictures exports, for picture.ts; the module itself is made by the build. JSON in and out, beside the bytes shown.
export default function init(wasm: { module_or_path: string }): Promise<unknown>;
export function look(asked: string, bytes: Uint8Array): string;

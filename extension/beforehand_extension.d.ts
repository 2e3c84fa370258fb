// What the background's wasm exports, for bg.ts; the module itself is made by the build.
export default function init(wasm: { module_or_path: string }): Promise<unknown>;
export function answer(message: string, sender: string): Promise<string>;
export function lookAgain(): Promise<void>;
export function shortcut(name: string): Promise<void>;
export function checkLine(line: string, now: string, policy: string, school: string, sealedRoster: string): string;

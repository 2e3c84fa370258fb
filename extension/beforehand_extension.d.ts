// What the background's wasm exports, for bg.ts; the module itself is made by the build. All but `init` is JSON in and JSON out.
export default function init(wasm: { module_or_path: string }): Promise<unknown>;
export function start(stored: string): string;
export function answer(message: string, sender: string, known: string): string;
export function lookAgain(managed: string): string;
export function toggleClassMode(): string;
export function standing(): string;
export function checkLine(line: string, now: string, policy: string, school: string, sealedRoster: string): string;

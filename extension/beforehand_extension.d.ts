// What the wasm exports, for the scripts that load it; the module itself is made by the build.
export default function init(wasm: { module_or_path: string }): Promise<unknown>;
export function answer(message: string, sender: string): Promise<string>;
export function lookAgain(): Promise<void>;
export function shortcut(name: string): Promise<void>;
export function popup(): Promise<void>;
export function options(): Promise<void>;
export function checkLine(line: string, now: string, policy: string, school: string, roster: string): string;

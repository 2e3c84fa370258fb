// What the wasm that reads files exports, for reader.ts and files.ts; the module itself is made by the build.
export default function init(wasm: { module_or_path: string | URL | WebAssembly.Module }): Promise<unknown>;
export function addFile(name: string, bytes: Uint8Array): void;
export function read(asked: string): string;
export function keep(present?: Uint8Array): Uint8Array<ArrayBuffer>;
export function readFile(kind: string, file: string, toml: string): string;
export function sealedRoster(csv: string, now: string): string;

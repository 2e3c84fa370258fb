// Packs what was built: a zip for each browser with equal bytes from equal sources, its notices inside, and beside it the bill of materials.
//
//   node extension/build/package.mjs [--dist dist] [--out dist/packages]
import { zipSync } from "fflate";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { CRATES } from "./crates.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
// Zips know no time before, and no zone: every machine writes the same.
const MTIME = new Date(1980, 0, 1);

const { values } = parseArgs({ options: { dist: { type: "string", default: "dist" }, out: { type: "string", default: "dist/packages" } } });
const [dist, out] = [resolve(values.dist), resolve(values.out)];
const parts = materials();
mkdirSync(out, { recursive: true });
for (const browser of ["chrome", "firefox"]) pack(browser);
put(`beforehand-${version()}.cdx.json`, JSON.stringify(bill(parts), null, 2) + "\n");

function pack(browser) {
  const place = join(dist, browser);
  if (!existsSync(join(place, "manifest.json"))) fail(`there is no ${relative(ROOT, place)}: build the extension first (make dist)`);
  const files = { ...read(place), "notices.txt": Buffer.from(notices(parts)) };
  const sorted = Object.keys(files).sort().map((name) => [name, [files[name], { level: 9, mtime: MTIME, os: 3, attrs: 0o644 << 16 }]]);
  put(`beforehand-${browser}-${version()}.zip`, zipSync(Object.fromEntries(sorted)));
}

function read(place) {
  const names = readdirSync(place, { recursive: true }).map(String).filter((name) => statSync(join(place, name)).isFile());
  return Object.fromEntries(names.map((name) => [name.replaceAll("\\", "/"), readFileSync(join(place, name))]));
}

function put(name, bytes) {
  writeFileSync(join(out, name), bytes);
  console.log(`${createHash("sha256").update(bytes).digest("hex")}  ${join(relative(process.cwd(), out), name)}`);
}

function version() {
  return JSON.parse(readFileSync(join(dist, "chrome/manifest.json"), "utf8")).version;
}

/** Every crate of others that is in the wasm, as cargo resolves it for the browser. */
function materials() {
  const names = new Set(CRATES.flatMap((crate) => tree(crate)));
  const { packages } = JSON.parse(cargo("metadata", "--format-version", "1", "--offline", "--filter-platform", "wasm32-unknown-unknown"));
  const sums = checksums();
  return packages.filter((one) => one.source && names.has(`${one.name} v${one.version}`)).map((one) => ({
    name: one.name, version: one.version, license: one.license.replaceAll("/", " OR "), sum: sums.get(`${one.name} ${one.version}`), folder: dirname(one.manifest_path),
  })).sort((one, other) => (one.name + one.version < other.name + other.version ? -1 : 1));
}

function tree(crate) {
  const said = cargo("tree", "--offline", "-p", crate, "--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}");
  return said.split("\n").map((line) => line.replace(/ \(.*$/, "").trim()).filter(Boolean);
}

function cargo(...words) {
  const ran = spawnSync("cargo", words, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
  if (ran.status !== 0) fail(`cargo ${words[0]} failed:\n${ran.stderr}`);
  return ran.stdout;
}

function checksums() {
  const rows = readFileSync(join(ROOT, "Cargo.lock"), "utf8").split("[[package]]");
  const word = (row, key) => row.match(new RegExp(`^${key} = "(.*)"$`, "m"))?.[1];
  return new Map(rows.map((row) => [`${word(row, "name")} ${word(row, "version")}`, word(row, "checksum")]));
}

/** CycloneDX 1.5, without a time or a serial number: equal sources make an equal bill. */
function bill(parts) {
  const component = ({ name, version, license, sum }) => ({
    type: "library", name, version, purl: `pkg:cargo/${name}@${version}`, licenses: [{ expression: license }],
    ...(sum ? { hashes: [{ alg: "SHA-256", content: sum }] } : {}),
  });
  const own = { type: "application", name: "beforehand", version: version(), licenses: [{ expression: "MIT OR Apache-2.0" }] };
  return { bomFormat: "CycloneDX", specVersion: "1.5", version: 1, metadata: { component: own }, components: parts.map(component) };
}

/** What the licences of others ask to be passed on: each text once, with the crates that it belongs to. */
function notices(parts) {
  const texts = new Map();
  for (const { name, version, folder } of parts) {
    for (const file of readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice|unlicense)/i.test(file)).sort()) {
      const text = readFileSync(join(folder, file), "utf8").trim();
      texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`]);
    }
  }
  const rule = "-".repeat(80);
  const others = [...texts].map(([text, names]) => `${rule}\n${[...new Set(names)].join(", ")}\n${rule}\n\n${text}\n`);
  const list = parts.map(({ name, version, license }) => `${name} ${version}: ${license}`).join("\n");
  const data = readFileSync(join(ROOT, "crate/data/README.md"), "utf8").trim();
  return `Beforehand is under the MIT licence or the Apache licence 2.0, at your choice. It holds these works of others, and the Rust standard library (MIT OR Apache-2.0):\n\n${list}\n\n${rule}\nLists of names and words\n${rule}\n\n${data}\n\n${others.join("\n")}`;
}

function fail(why) {
  console.error(`package: ${why}`);
  process.exit(1);
}

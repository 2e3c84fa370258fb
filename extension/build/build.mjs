// Builds the loadable extension: dist/chrome and dist/firefox, from the wasm, the scripts, the pages and the site files' hosts.
//
//   node extension/build/build.mjs [--out dist] [--only chrome|firefox] [--hosts 'roundcube=http://127.0.0.1/*']... [--keep-wasm]
//
// --hosts gives a site file more addresses (a school's own webmail, a test server); it may be repeated, and takes several
// patterns with commas. --keep-wasm takes the wasm of the last build, for quick turns on scripts and pages.
import { build as bundle } from "esbuild";
import { parse } from "smol-toml";
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { CRATES } from "./crates.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const HERE = join(ROOT, "extension");
const WASM = join(ROOT, "target/extension-wasm");
// What our script in a page loads: the rest of it, and what looks at pictures.
const LOADED = ["work", "pictures"];
const BROWSERS = ["chrome", "firefox"];
// The Chromium of two years ago, and the oldest Firefox ESR that schools still run.
const TARGET = ["chrome130", "firefox140"];

const options = readOptions();
const sites = readSites(options.hosts);
if (!options.keepWasm || !CRATES.every((crate) => existsSync(join(WASM, `${crate.replaceAll("-", "_")}.js`)))) buildWasm();
for (const browser of options.browsers) await assemble(browser);

function readOptions() {
  const { values } = parseArgs({
    options: {
      out: { type: "string", default: "dist" },
      only: { type: "string" },
      hosts: { type: "string", multiple: true, default: [] },
      "keep-wasm": { type: "boolean", default: false },
    },
  });
  if (values.only && !BROWSERS.includes(values.only)) fail(`--only is ${BROWSERS.join(" or ")}, not "${values.only}"`);
  return {
    out: resolve(values.out),
    browsers: values.only ? [values.only] : BROWSERS,
    hosts: values.hosts,
    keepWasm: values["keep-wasm"],
  };
}

function readSites(extra) {
  const folder = join(HERE, "sites");
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".toml")).sort() : [];
  const found = files.map((file) => ({ id: basename(file, ".toml"), ...readToml(join(folder, file)) }));
  for (const option of extra) addHosts(found, option);
  return found;
}

function readToml(path) {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    fail(`${path}: ${error.message}`);
  }
}

function addHosts(found, option) {
  const [id, patterns] = option.split(/=(.*)/s);
  const site = found.find((each) => each.id === id);
  if (!site || !patterns) fail(`--hosts takes SITE=PATTERN, with SITE one of ${found.map((each) => each.id).join(", ")}; not "${option}"`);
  site.hosts = [...(site.hosts ?? []), ...patterns.split(",")];
}

function buildWasm() {
  for (const crate of CRATES) {
    const made = spawnSync("bash", [join(HERE, "build/wasm.sh"), crate, WASM], { stdio: "inherit" });
    if (made.status !== 0) fail("the wasm did not build; the reason stands above");
  }
}

// Assembled beside its place and moved there whole, so that a browser never loads half an extension.
async function assemble(browser) {
  const place = join(options.out, browser);
  mkdirSync(options.out, { recursive: true });
  const fresh = mkdtempSync(`${place}.`);
  cpSync(join(HERE, "static"), fresh, { recursive: true, filter: (path) => !path.endsWith(".svg") });
  cpSync(WASM, fresh, { recursive: true });
  await bundleOwnScripts(fresh);
  await bundlePageScripts(fresh);
  writeFileSync(join(fresh, "sites.js"), coveredHosts());
  for (const site of sites) writeSite(fresh, site);
  writeFileSync(join(fresh, "manifest.json"), `${JSON.stringify(manifestFor(browser), null, 2)}\n`);
  if (browser === "firefox") rmSync(join(fresh, "managed.json"), { force: true });
  chmodSync(fresh, 0o755);
  rmSync(place, { recursive: true, force: true });
  renameSync(fresh, place);
  console.log(`built ${place}`);
}

// Not bundled: the wasm glue imports browser.js and vault.js by name and must share them with these.
async function bundleOwnScripts(place) {
  await bundle({
    entryPoints: ["bg.ts", "files.ts", "kept.ts", "picture.ts", "wire.ts", "view.ts", "reader.ts", "browser.ts", "vault.ts"].map((name) => join(HERE, name)),
    outdir: place,
    format: "esm",
    target: TARGET,
    logLevel: "warning",
  });
}

// What every covered page carries, and what it loads once something in the page matters.
async function bundlePageScripts(place) {
  await bundlePageScript("page/main.ts", join(place, "page.js"), "iife");
  for (const name of LOADED) await bundlePageScript(`page/${name}.ts`, join(place, `${name}.js`), "esm");
}

async function bundlePageScript(entry, outfile, format) {
  await bundle({
    entryPoints: [join(HERE, entry)],
    outfile,
    bundle: true,
    minify: true,
    format,
    target: TARGET,
    charset: "utf8",
    logLevel: "warning",
  });
}

/** What the background goes by: the same patterns as in the manifest, each with its site file's id. */
function coveredHosts() {
  const lines = sites.flatMap((site) => (site.hosts ?? []).map((pattern) => `${site.id} ${pattern}`));
  const privacy = Object.fromEntries(sites.filter((site) => site.privacy).map((site) => [site.id, site.privacy]));
  return `export const coveredHosts = () => ${JSON.stringify(lines)};\nexport const privacyPage = (site) => (${JSON.stringify(privacy)})[site];\n`;
}

function manifestFor(browser) {
  const manifest = JSON.parse(readFileSync(join(HERE, "static/manifest.json"), "utf8"));
  manifest.version = readToml(join(ROOT, "Cargo.toml")).workspace.package.version;
  manifest.content_scripts = pageScripts();
  // The same hosts once more: Chromium runs nothing later, as class mode does, where only a content script is declared.
  manifest.host_permissions = [...new Set(manifest.content_scripts.flatMap(({ matches }) => matches))];
  manifest.web_accessible_resources = [loadable(manifest.content_scripts, browser)];
  if (browser === "firefox") {
    // Chromium's own keys: Firefox's store refuses the schema and warns about the others.
    delete manifest.storage;
    delete manifest.key;
    delete manifest.minimum_chrome_version;
  }
  return manifest;
}

// A page gets its own site's data and the generic finders', and no other site's.
function writeSite(place, { hosts, privacy: _, ...site }) {
  if (!hosts?.length) return;
  const { hosts: _none, ...generic } = sites.find((each) => each.id === "generic");
  // As a text: most pages never need it, and a text costs them a fifth of what an object costs; in single quotes, of which it has few.
  const text = JSON.stringify({ site, generic }).replace(/[\\'\u2028\u2029]/g, (sign) => `\\${sign}`);
  writeFileSync(join(place, `site-${site.id}.js`), `globalThis.beforehandSites='${text}';\n`);
}

function pageScripts() {
  const covered = sites.filter((site) => site.hosts?.length);
  const broad = covered.flatMap((site) => site.hosts).find((match) => match === "<all_urls>" || /^\S+:\/\/\*\//.test(match));
  if (broad) fail(`"${broad}" covers every site; a site file names its hosts`);
  if (covered.length === 0) fail("no site file names a host (extension/sites/*.toml, hosts = [...])");
  const everywhere = { run_at: "document_start", all_frames: true, match_about_blank: true, match_origin_as_fallback: true };
  return covered.map(({ id, hosts }) => ({ matches: [...new Set(hosts)], js: [`site-${id}.js`, "page.js"], ...everywhere }));
}

/** Our script in a covered page may load the rest of it. Chromium gives the file an address of its own for each start of the browser, Firefox
    for each installation: no page can ask for it, and so find out that we are there. */
function loadable(scripts, browser) {
  const origins = scripts.flatMap(({ matches }) => matches).map((match) => match.replace(/^([^/]+:\/\/[^/]+)\/.*$/, "$1/*"));
  return { resources: LOADED.map((name) => `${name}.js`), matches: [...new Set(origins)], ...(browser === "chrome" ? { use_dynamic_url: true } : {}) };
}

function fail(message) {
  console.error(`build: ${message}`);
  process.exit(2);
}

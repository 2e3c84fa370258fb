//! The house rules as tests: what a file opens with, how long it is, what it may not hold.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use syn::spanned::Spanned;
use syn::visit::Visit;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// Folders of what we ship.
const PRODUCT: &[&str] = &["crate", "extension", "www"];
/// Folders that are made, not written.
const MADE: &[&str] = &["node_modules", "target", "dist"];

/// A source file of ours.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn ends(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    /// Generated files say so in their first lines.
    fn is_generated(&self) -> bool {
        self.text.lines().take(2).any(|line| line.starts_with("// Do not edit: "))
    }

    fn is_test(&self) -> bool {
        self.path.starts_with("tests/") || self.path.contains(".test.")
    }

    /// The lines before the tests at the file's foot.
    fn product_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(at, line)| (at + 1, line)).take_while(|(_, line)| line.trim() != "#[cfg(test)]")
    }
}

/// Every file of the given folders, by path from the root.
fn sources(folders: &[&str]) -> Vec<Source> {
    fn walk(folder: &Path, into: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if entry.is_dir() && !MADE.contains(&name.as_str()) {
                walk(&entry, into);
            } else if entry.is_file() {
                into.push(entry);
            }
        }
    }
    let mut paths = Vec::new();
    for folder in folders {
        walk(&Path::new(ROOT).join(folder), &mut paths);
    }
    paths.sort();
    let read = |path: PathBuf| {
        Some(Source { path: path.strip_prefix(ROOT).ok()?.to_string_lossy().into_owned(), text: fs::read_to_string(&path).ok()? })
    };
    paths.into_iter().filter_map(read).collect()
}

#[track_caller]
fn none(what: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{what}:\n{}", faults.join("\n"));
}

#[test]
fn files_open_with_what_they_are() {
    let opens = |source: &Source| match source.path.rsplit('.').next() {
        Some("rs") => source.text.starts_with("//! "),
        Some("ts" | "mjs" | "js") => source.text.starts_with("// ") || source.text.starts_with("/// "),
        Some("sh" | "py") => source.text.lines().nth(1).is_some_and(|line| line.starts_with("# ") || line.starts_with("\"\"\"")),
        Some("toml") if !source.path.ends_with("Cargo.toml") => source.text.starts_with("# "),
        _ => true,
    };
    let faults: Vec<String> =
        sources(&["crate", "extension", "www", "tests"]).into_iter().filter(|source| !opens(source)).map(|source| source.path).collect();
    none("no opening sentence", &faults);
}

#[test]
fn files_are_short() {
    let long = |source: &Source| {
        source.ends(&[".rs", ".ts", ".mjs", ".js", ".sh", ".css"]) && !source.is_generated() && source.product_lines().count() > 400
    };
    let faults: Vec<String> = sources(&["crate", "extension", "www", "tests"])
        .into_iter()
        .filter(long)
        .map(|source| format!("{}: {} lines", source.path, source.product_lines().count()))
        .collect();
    none("longer than 400 lines", &faults);
}

/// Lengths of functions and places of bare `unwrap`, outside tests.
#[derive(Default)]
struct Rust {
    lengths: Vec<usize>,
    unwraps: Vec<usize>,
}

impl<'a> Visit<'a> for Rust {
    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        if !item.attrs.iter().any(|attribute| attribute.path().is_ident("cfg")) {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_block(&mut self, block: &'a syn::Block) {
        syn::visit::visit_block(self, block);
    }

    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        self.lengths.push(item.span().end().line + 1 - item.sig.span().start().line);
        syn::visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        self.lengths.push(item.span().end().line + 1 - item.sig.span().start().line);
        syn::visit::visit_impl_item_fn(self, item);
    }

    fn visit_expr_method_call(&mut self, call: &'a syn::ExprMethodCall) {
        if call.method == "unwrap" {
            self.unwraps.push(call.method.span().start().line);
        }
        syn::visit::visit_expr_method_call(self, call);
    }
}

#[test]
fn functions_are_short_and_nothing_unwraps() {
    let mut lengths = Vec::new();
    let mut faults = Vec::new();
    for source in sources(PRODUCT).iter().filter(|source| source.ends(&[".rs"])) {
        let file = syn::parse_file(&source.text).unwrap_or_else(|why| panic!("{}: {why}", source.path));
        let mut rust = Rust::default();
        rust.visit_file(&file);
        lengths.extend(rust.lengths);
        faults.extend(rust.unwraps.into_iter().map(|line| format!("{}:{line}", source.path)));
    }
    none("a bare unwrap", &faults);
    lengths.sort_unstable();
    let (median, tail) = (lengths[lengths.len() / 2], lengths[lengths.len() * 9 / 10]);
    assert!(lengths.len() > 200 && median <= 8 && tail <= 30, "functions: {}, median {median}, 90 % within {tail} lines", lengths.len());
}

/// Places of forbidden words in what we ship; comments are read past.
fn places(forbidden: &[&str], allowed: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources(PRODUCT).iter().filter(|source| {
        source.ends(&[".rs", ".ts", ".js", ".mjs", ".html"]) && !allowed.contains(&source.path.as_str()) && !source.is_test()
    }) {
        for (number, line) in source.product_lines() {
            let code = line.split("// ").next().unwrap_or_default().trim_start();
            let is_comment = code.starts_with("//") || code.starts_with('*') || code.starts_with("/*");
            if let Some(word) = forbidden.iter().find(|word| !is_comment && has(code, word)) {
                faults.push(format!("{}:{number}: {word}", source.path));
            }
        }
    }
    faults
}

/// Whether `code` holds `word` as a word of its own.
fn has(code: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '/' | '.');
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(is_part))
}

#[test]
fn one_door_to_the_browser() {
    none(
        "names the browser outside extension/browser.ts",
        &places(&["chrome.", "browser.runtime", "browser.storage", "globalThis.browser", "globalThis.chrome"], &["extension/browser.ts"]),
    );
}

#[test]
fn nothing_talks_to_the_network() {
    // The builders run on a developer's machine, and the service worker of the page serves its own files.
    let allowed = ["www/serve.mjs", "www/static/sw.js"];
    none(
        "network code",
        &places(
            &["fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "RTCPeerConnection", "std::net", "reqwest", "http.get"],
            &allowed,
        ),
    );
}

#[test]
fn page_text_never_becomes_html() {
    none(
        "text as HTML",
        &places(
            &[
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "document.write",
                "set_inner_html",
                "set_outer_html",
                "insert_adjacent_html",
                "createContextualFragment",
                "eval(",
            ],
            &[],
        ),
    );
}

#[test]
fn the_engine_knows_no_web() {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--no-default-features", "--edges", "normal", "--prefix", "none", "--format", "{p}"])
        .current_dir(ROOT)
        .output()
        .expect("cargo tree");
    let tree = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(tree.contains("jiff"), "cargo tree said: {tree}{}", String::from_utf8_lossy(&output.stderr));
    let web = ["wasm-bindgen", "web-sys", "js-sys", "gloo", "reqwest", "hyper", "tokio", "mio", "socket2"];
    let faults: Vec<String> = tree.lines().filter(|line| web.iter().any(|name| line.starts_with(name))).map(str::to_owned).collect();
    none("a web crate under the engine", &faults);
}

#[test]
fn every_site_has_its_page() {
    let sites: Vec<String> =
        sources(&["extension/sites"]).into_iter().filter(|source| source.ends(&[".toml"])).map(|source| source.path).collect();
    assert!(sites.len() >= 4, "{sites:?}");
    let page = |site: &String| site.replace("extension/sites/", "tests/pages/").replace(".toml", ".html");
    let faults: Vec<String> = sites.into_iter().filter(|site| !Path::new(ROOT).join(page(site)).is_file()).collect();
    none("a site without its saved page in tests/pages", &faults);
}

#[test]
fn messages_are_all_there_and_all_said() {
    let code: String = sources(&["crate/src"]).iter().map(|source| source.text.as_str()).collect();
    let asked: Vec<&str> = code.split("say(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let missing: Vec<String> = asked.iter().filter(|id| beforehand::words::find(id).is_none()).map(|id| (*id).to_owned()).collect();
    none("an id without its message in crate/words/en.toml", &missing);
    let unsaid: Vec<String> = beforehand::words::all("").map(|(id, _)| id.to_owned()).filter(|id| !asked.contains(&id.as_str())).collect();
    none("a message that nothing says", &unsaid);
}

#[test]
fn no_registry_is_named() {
    let hosts: Vec<String> = [
        ["registry.npmjs", "org"],
        ["static.crates", "io"],
        ["index.crates", "io"],
        ["deb.debian", "org"],
        ["pypi", "org"],
        ["static.rust-lang", "org"],
    ]
    .iter()
    .map(|host| host.join("."))
    .collect();
    let mut files = sources(&["crate", "extension", "www", "tests", ".ci"]);
    files.extend(
        ["Makefile", "README.md", "CHANGELOG.md", "Cargo.toml"]
            .iter()
            .filter_map(|name| Some(Source { path: (*name).to_owned(), text: fs::read_to_string(Path::new(ROOT).join(name)).ok()? })),
    );
    let faults: Vec<String> = files
        .iter()
        .filter(|source| hosts.iter().any(|host| source.text.contains(host.as_str())))
        .map(|source| source.path.clone())
        .collect();
    none("names a registry host", &faults);
}

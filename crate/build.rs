//! Finds kinds and policy packs: a file in `src/kinds` or `packs` is its own registration.

use std::collections::BTreeMap;
use std::{env, fs, io, path::Path};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

#[path = "src/hash.rs"]
mod hash;
#[path = "src/tagger/map.rs"]
#[allow(dead_code, reason = "the engine's half")]
mod map;

fn main() -> io::Result<()> {
    let crate_dir = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("crate");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("kinds.rs"), kinds(&crate_dir.join("src/kinds"))?)?;
    fs::write(Path::new(&out).join("folds.rs"), folds())?;
    fs::write(Path::new(&out).join("names.map"), names(&crate_dir.join("data"))?)?;
    fs::write(Path::new(&out).join("packs.rs"), packs(&crate_dir.join("packs"))?)?;
    fs::write(Path::new(&out).join("words.rs"), words(&crate_dir.join("words"))?)?;
    ["judgement.txt", "offence.txt", "phishing.txt", "sites.txt"]
        .iter()
        .try_for_each(|list| fs::write(Path::new(&out).join(list), rows(&crate_dir.join("data").join(list))?))
}

/// The rows of a list without its notes, which nobody is to download.
fn rows(file: &Path) -> io::Result<String> {
    println!("cargo::rerun-if-changed={}", file.display());
    let list = fs::read_to_string(file)?;
    Ok(list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect::<Vec<_>>().join("\n"))
}

/// The file stems in `folder` that end in `ending`, sorted; the build is told to watch the folder.
fn stems(folder: &Path, ending: &str) -> io::Result<Vec<String>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut stems = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        match name.strip_suffix(ending) {
            Some(stem) if stem != "mod" && !stem.contains('.') => stems.push(stem.to_owned()),
            _ => {}
        }
    }
    stems.sort();
    Ok(stems)
}

/// One `pub mod` a kind, the list of what they do, and the list of their proofs.
fn kinds(folder: &Path) -> io::Result<String> {
    let stems = stems(folder, ".rs")?;
    let mut code = String::new();
    for stem in &stems {
        let path = folder.join(format!("{stem}.rs"));
        code += &format!("#[path = {path:?}]\npub mod {stem};\n");
    }
    let list = |item: &str| -> String {
        stems.iter().map(|stem| format!("(\"{}\", {item}),", stem.replace('_', "-")).replace("KIND", stem)).collect()
    };
    code += &format!("pub(crate) static CHECKS: &[(&str, Check)] = &[{}];\n", list("KIND::check"));
    let names: String = stems.iter().map(|stem| format!("\"{}\",", stem.replace('_', "-"))).collect();
    code += &format!("/// The names of the kinds that are built.\npub static NAMES: &[&str] = &[{names}];\n");
    code += "/// Every kind with what it must flag and must let pass.\n";
    code += &format!("pub static PROOFS: &[(&str, Proof)] = &[{}];\n", list("KIND::PROOF"));
    Ok(code)
}

/// The built-in policy packs as JSON, which a background that wakes reads in a tenth of the time: whole, and what of them is checked.
///
/// A table in a pack keeps its keys in the alphabet's order; its lists stay as they are.
fn packs(folder: &Path) -> io::Result<String> {
    let (mut whole, mut checked) = (String::new(), String::new());
    for stem in stems(folder, ".toml")? {
        let path = folder.join(format!("{stem}.toml"));
        println!("cargo::rerun-if-changed={}", path.display());
        let wrong = |why: String| io::Error::other(format!("{}: {why}", path.display()));
        let mut pack: toml::Table = fs::read_to_string(&path)?.parse().map_err(|why: toml::de::Error| wrong(why.to_string()))?;
        let row = |rows: &mut String, pack: &toml::Table| -> io::Result<()> {
            let json = serde_json::to_string(pack).map_err(|why| wrong(why.to_string()))?;
            *rows += &format!("PackSource {{ id: {stem:?}, json: {json:?} }},\n");
            Ok(())
        };
        row(&mut whole, &pack)?;
        if let Some(clauses) = pack.get_mut("clause").and_then(toml::Value::as_array_mut) {
            clauses.retain(|clause| clause.get("does").and_then(toml::Value::as_str) == Some("check"));
        }
        row(&mut checked, &pack)?;
    }
    Ok(format!(
        "/// The policy packs that ship with the engine.\npub static BUILTIN: &[PackSource] = &[\n{whole}];\nstatic CHECKED: &[PackSource] = &[\n{checked}];\n"
    ))
}

/// The lists of names and words as one map: a row a word, its mark behind it (see `data/README.md`).
///
/// Forenames that are dictionary words too stand on a further list: the engine asks both, so that hardly
/// any word of the language is wrongly taken for a name.
fn names(folder: &Path) -> io::Result<Vec<u8>> {
    println!("cargo::rerun-if-changed={}", folder.join("../src/tagger/map.rs").display());
    let mut rows: BTreeMap<(u8, String), u8> = BTreeMap::new();
    for (list, stem) in ["forenames", "surnames", "words", "places"].into_iter().enumerate() {
        let path = folder.join(stem).with_extension("txt");
        println!("cargo::rerun-if-changed={}", path.display());
        let text = fs::read_to_string(&path)?;
        rows.extend(text.lines().map(|row| ((list as u8, row.trim_end_matches(['+', '*']).to_owned()), mark(row))));
    }
    let both = rows.keys().filter(|(list, word)| *list == 0 && rows.contains_key(&(2, word.clone())));
    let both: Vec<_> = both.map(|(_, word)| ((4, word.clone()), 1)).collect();
    rows.extend(both);
    let rows: Vec<(u8, u64, u8)> = rows.iter().map(|((list, word), &mark)| (*list, hash::hash(word.as_bytes()), mark)).collect();
    Ok(map::build(&rows))
}

fn mark(row: &str) -> u8 {
    match row.bytes().last() {
        Some(b'*') => 3,
        Some(b'+') => 2,
        _ => 1,
    }
}

/// Every message by id, from `words/en.toml` (`id = "text"`), sorted: one text, which is smaller than a table.
fn words(folder: &Path) -> io::Result<String> {
    let path = folder.join("en.toml");
    println!("cargo::rerun-if-changed={}", path.display());
    let text = fs::read_to_string(&path)?;
    let table: toml::Table = text.parse().map_err(|why| io::Error::other(format!("{}: {why}", path.display())))?;
    let mut rows: Vec<(String, String)> = Vec::new();
    for (group, lines) in &table {
        let lines = lines.as_table().ok_or_else(|| io::Error::other(format!("{}: [{group}] is not a table", path.display())))?;
        rows.extend(lines.iter().map(|(id, text)| (format!("{group}.{id}"), text.as_str().unwrap_or_default().to_owned())));
    }
    rows.sort();
    let rows: Vec<String> = rows.iter().map(|(id, text)| format!("{id}\t{text}")).collect();
    Ok(format!("const ENGLISH: &str = {:?};\n", rows.join("\0")))
}

/// What each letter folds to (NFKD without marks, in lower case), and which characters are marks.
///
/// Made here, because the library's own tables would be 50 KB (brotli) of the wasm for the few
/// thousand letters that differ. Composed CJK and Hangul, and the shapes that Arabic letters take in print, stay as they are. Places are written as
/// steps from the one before, which is 10 KB less than as they are.
fn folds() -> String {
    let elsewhere = |code: u32| (0x2e80..0xfb00).contains(&code) || (0xfb50..0xfe20).contains(&code) || (0xfe70..0xff00).contains(&code);
    let letters = (0x80..0x2_0000).filter(|code| !elsewhere(*code)).filter_map(char::from_u32).filter(|c| c.is_alphanumeric());
    let folded = |c: char| c.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect::<String>();
    let (mut steps, mut lengths, mut blob, mut last) = (Vec::new(), Vec::new(), String::new(), 0);
    for (c, fold) in letters.map(|c| (c, folded(c))).filter(|(c, fold)| c.to_lowercase().to_string() != *fold) {
        steps.extend(step(u32::from(c) - last));
        lengths.push(fold.len());
        last = u32::from(c);
        blob += &fold;
    }
    let (mut marks, mut last) = (Vec::new(), 0);
    for code in (0..0x11_0000).filter(|code| char::from_u32(*code).is_some_and(is_combining_mark)) {
        marks.extend(step(code - last));
        last = code;
    }
    format!(
        "static STEPS: &[u8] = &{steps:?};\nstatic LENGTHS: &[u8] = &{lengths:?};\nstatic MARKS: &[u8] = &{marks:?};\n#[allow(clippy::unicode_not_nfc)]\nstatic FOLDS: &str = {blob:?};\n"
    )
}

/// A number in as many bytes as it needs: seven bits each, the lowest first, the highest bit set where another follows.
fn step(mut number: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

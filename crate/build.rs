//! Finds kinds and policy packs: a file in `src/kinds` or `packs` is its own registration.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let crate_dir = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("crate");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("kinds.rs"), kinds(&crate_dir.join("src/kinds"))?)?;
    fs::write(Path::new(&out).join("packs.rs"), packs(&crate_dir.join("packs"))?)?;
    fs::write(Path::new(&out).join("words.rs"), words(&crate_dir.join("words"))?)
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
    code += "/// Every kind with what it must flag and must let pass.\n";
    code += &format!("pub static PROOFS: &[(&str, Proof)] = &[{}];\n", list("KIND::PROOF"));
    Ok(code)
}

/// The built-in policy packs, as the text of their files.
fn packs(folder: &Path) -> io::Result<String> {
    let mut code = String::from("/// The policy packs that ship with the engine.\npub static BUILTIN: &[PackSource] = &[\n");
    for stem in stems(folder, ".toml")? {
        let path = folder.join(format!("{stem}.toml"));
        println!("cargo::rerun-if-changed={}", path.display());
        code += &format!("PackSource {{ id: {stem:?}, toml: include_str!({path:?}) }},\n");
    }
    Ok(code + "];\n")
}

/// Every message by id, from `words/en.toml` (`id = "text"`), as a sorted table.
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
    let rows: String = rows.iter().map(|(id, text)| format!("({id:?}, {text:?}),\n")).collect();
    Ok(format!("static ENGLISH: &[(&str, &str)] = &[\n{rows}];\n"))
}

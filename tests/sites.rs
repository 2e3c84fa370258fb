//! Every site file reads as `extension/src/site.rs` says, and has a page in `tests/pages/` that proves it.

#[allow(dead_code)]
#[path = "../extension/src/site.rs"]
mod site;

use std::fs;
use std::path::{Path, PathBuf};

fn site_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("extension/sites");
    let files = fs::read_dir(folder).expect("the folder of site files").flatten().map(|file| file.path());
    let files: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|kind| kind == "toml")).collect();
    assert!(files.len() >= 5, "site files are missing: {files:?}");
    files
}

/// What a page must mark, so that each entry of its site file is seen to hit.
fn entries(site: &site::Site) -> Vec<String> {
    let composers = site.composer.iter().flat_map(|one| [format!("{}.editor", one.name), format!("{}.send", one.name)]);
    let connects = site.connect.iter().map(|one| format!("{}.button", one.name));
    composers.chain(connects).chain(site.video.iter().map(|_| "video".to_owned())).collect()
}

#[test]
fn every_site_file_reads_and_every_entry_stands_on_its_page() {
    for file in site_files() {
        let name = file.file_stem().expect("a site file has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).expect("a readable site file");
        let site = site::Site::parse(&format!("{name}.toml"), &text).unwrap_or_else(|error| panic!("{error}"));
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pages/{name}.html"));
        let page = fs::read_to_string(&page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
        for entry in entries(&site) {
            assert!(page.contains(&format!("data-expect=\"{entry}\"")), "tests/pages/{name}.html proves no {entry}");
        }
    }
}

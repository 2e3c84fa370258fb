//! Every site file reads as `extension/src/site.rs` says, and has a page in `tests/pages/` that proves it.

#[allow(dead_code)]
#[path = "../extension/src/site.rs"]
mod site;

use beforehand::kinds;
use beforehand::pack::Occasion;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn site_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("extension/sites");
    let files = fs::read_dir(folder).expect("the folder of site files").flatten().map(|file| file.path());
    let files: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|kind| kind == "toml")).collect();
    assert!(files.len() >= 16, "site files are missing: {files:?}");
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

#[test]
fn words_that_buttons_go_by_are_known() {
    let read = |file: &Path| {
        let text = fs::read_to_string(file).expect("a readable site file");
        site::Site::parse(&file.display().to_string(), &text).unwrap_or_else(|error| panic!("{error}"))
    };
    let files = site_files();
    let generic = files.iter().find(|file| file.ends_with("generic.toml")).expect("the generic file");
    let known = read(generic).words;
    assert!(known.values().flatten().all(|word| *word == word.to_lowercase()), "words are compared in lower case");
    for file in &files {
        let site = read(file);
        let unknown: Vec<&str> = site.words_used().into_iter().filter(|word| !known.contains_key(*word)).collect();
        assert!(unknown.is_empty(), "{} goes by words that generic.toml does not have: {unknown:?}", file.display());
    }
}

/// What acts of a moment are to a policy: the occasions that the engine makes of them.
fn occasions(moment: &str) -> &'static [Occasion] {
    use Occasion as O;
    match moment {
        "post" => &[O::Post, O::UploadImage],
        "comment" => &[O::Comment],
        "repost" => &[O::Repost],
        "profile" => &[O::Profile],
        "message" => &[O::Message],
        "connect" => &[O::Connect],
        "email" => &[O::Email, O::EmailExternal, O::EmailInternal, O::EmailToPupil, O::EmailReply, O::EmailForward],
        "video" => &[O::Play, O::PlayInClass, O::Review],
        "privacy" => &[O::SiteFirstVisit, O::Yearly],
        other => panic!("{other}: which occasions is that?"),
    }
}

/// The pages that say what is checked go by `kinds::WATCHED`: it must be what the site files can see, neither more nor less.
#[test]
fn what_is_said_to_be_watched_is_what_the_site_files_watch() {
    let mut seen = BTreeSet::new();
    for file in site_files() {
        let text = fs::read_to_string(&file).expect("a readable site file");
        let site = site::Site::parse(&file.display().to_string(), &text).unwrap_or_else(|error| panic!("{error}"));
        let moments = site.composer.iter().map(|one| format!("{:?}", one.moment).to_lowercase());
        let connects = site.connect.iter().map(|_| "connect".to_owned());
        let rest = site.video.iter().map(|_| "video".to_owned()).chain(site.privacy.iter().map(|_| "privacy".to_owned()));
        seen.extend(moments.chain(connects).chain(rest).flat_map(|moment| occasions(&moment)).map(|occasion| format!("{occasion:?}")));
    }
    assert_eq!(kinds::WATCHED.iter().map(|occasion| format!("{occasion:?}")).collect::<BTreeSet<_>>(), seen);
}

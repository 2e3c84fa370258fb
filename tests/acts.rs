//! Our own labelled acts beside the kinds: what is published about them holds.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "acts/score.rs"]
mod score;

/// The figures stand in the guide to the kinds between these lines.
const MARKS: [&str; 2] = ["<!-- figures -->\n", "<!-- end of figures -->\n"];

fn acts(half: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crate/src/kinds/acts");
    let files = fs::read_dir(folder).expect("the labelled acts are there").map(|file| file.expect("a file").path());
    let mut files: Vec<PathBuf> =
        files.filter(|file| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(half))).collect();
    files.sort();
    files
}

#[test]
fn the_published_figures_hold() {
    let [seen, unseen, oblique] = ["dev-", "test-", "oblique-"].map(|half| score::score(&acts(half)));
    let table = format!(
        "Acts that were not seen while the rules were written:\n\n{}\nActs that were:\n\n{}\nActs that tell it sideways, of which every second row was seen:\n\n{}",
        unseen.table(),
        seen.table(),
        oblique.table()
    );
    for scores in [&seen, &unseen, &oblique] {
        assert!(scores.all.precision() >= 0.95, "too much is found:\n{table}");
        assert!(scores.alarmed * 100 <= scores.innocent * 3, "too many innocent acts are alarmed:\n{table}");
    }
    // What is told as a little story, with no word of judgement in it, is beyond wordings: nothing gets worse there.
    let recall = [&unseen, &seen, &oblique].map(|scores| scores.all.recall());
    assert!(recall[0] >= 0.90 && recall[1] >= 0.95 && recall[2] >= 0.70, "too much is missed:\n{table}");
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("crate/src/kinds/README.md");
    let text = fs::read_to_string(&guide).expect("the guide to the kinds is there");
    let (before, rest) = text.split_once(MARKS[0]).expect("the guide has a place for the figures");
    let (shown, after) = rest.split_once(MARKS[1]).expect("the figures end");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&guide, [before, MARKS[0], &table, MARKS[1], after].concat()).expect("the guide can be written");
    } else {
        assert_eq!(shown, table, "the figures in {} are old: run UPDATE=1 cargo test --test acts", guide.display());
    }
}

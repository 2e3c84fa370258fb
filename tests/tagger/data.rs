//! Labelled texts: read from JSON lines whose spans are in code points.

use serde_json::Value;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

/// A text with the places (bytes) of its person names, and of what is not scored (handles, hashtags).
#[derive(Clone, Debug, Default)]
pub struct Sample {
    pub id: String,
    pub text: String,
    pub names: Vec<Range<usize>>,
    pub unscored: Vec<Range<usize>>,
}

/// Reads a file of samples.
pub fn read(path: &Path) -> Vec<Sample> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    text.lines().map(sample).collect()
}

fn sample(line: &str) -> Sample {
    let row: Value = serde_json::from_str(line).expect("a JSON line");
    let text = row["text"].as_str().unwrap_or_default().to_owned();
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let mut sample = Sample { id: row["id"].as_str().unwrap_or_default().to_owned(), text, ..Sample::default() };
    for span in row["spans"].as_array().into_iter().flatten() {
        let place = |key: &str| bytes[(span[key].as_u64().unwrap_or_default() as usize).min(bytes.len() - 1)];
        let range = place("start")..place("end");
        match span["label"].as_str() {
            Some("PERSON") if !sample.text[range.clone()].starts_with(['@', '#']) => sample.names.push(range),
            Some("HANDLE" | "HASHTAG" | "PERSON") => sample.unscored.push(range),
            _ => {}
        }
    }
    sample
}

fn rows(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("crate/data").join(name);
    std::fs::read_to_string(path).expect("a list")
}

/// The words of a list in `crate/data` with a mark (`' '` for none).
pub fn marked(name: &str, mark: char) -> Vec<String> {
    let wanted = |row: &&str| row.ends_with(mark) || (mark == ' ' && !row.ends_with(['+', '*']));
    rows(name).lines().filter(wanted).map(|row| row.trim_end_matches(['+', '*']).to_owned()).collect()
}

/// All words of a list in `crate/data`, without their marks.
pub fn list(name: &str) -> Vec<String> {
    rows(name).lines().map(|row| row.trim_end_matches(['+', '*']).to_owned()).collect()
}

/// The words that are also names, folded.
pub fn ambiguous(data_dir: &Path) -> BTreeSet<String> {
    let rows = std::fs::read_to_string(data_dir.join("names/ambiguous_names.tsv")).unwrap_or_default();
    rows.lines().skip(1).filter_map(|row| row.split('\t').next()).map(str::to_lowercase).collect()
}

/// Rows of our labels of VADER's tweets: `v12 Name;Name`, or `v12 -` for a text that is left out; texts without a row hold nobody.
pub fn labelled(texts: &Path, labels: &str) -> Vec<Sample> {
    let labels: std::collections::BTreeMap<&str, &str> = labels.lines().filter_map(|row| row.split_once(' ')).collect();
    let mut samples = read(texts);
    samples.retain_mut(|sample| {
        let Some(names) = labels.get(sample.id.replace("vader-", "v").as_str()) else { return true };
        for name in names.split(';') {
            sample.names.extend(sample.text.match_indices(name).map(|(at, _)| at..at + name.len()));
        }
        *names != "-"
    });
    samples
}

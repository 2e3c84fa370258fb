//! Labelled texts: read from JSON lines whose spans are in code points.

use serde_json::Value;
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

/// The words of a list in `crate/data`, without their marks.
pub fn list(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("crate/data").join(name);
    let text = std::fs::read_to_string(path).expect("a list");
    text.lines().map(|row| row.trim_end_matches(['+', '*']).to_owned()).collect()
}

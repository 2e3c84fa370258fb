//! Measures person names: `cargo run --release --example names -- FILE.jsonl… [--wrong]`, or the development sets without a file.
//!
//! A row is `{"text", "spans": [{"start", "end", "label"}]}` with code points; PERSON is scored by overlap, handles and hashtags are not.

#[path = "../tagger/mod.rs"]
mod tagger;

use beforehand::tagger::persons;
use beforehand::text::Text;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::PathBuf;
use std::time::Instant;
use tagger::{data, recipe, score};

fn main() {
    let (options, files): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let folder = recipe::data_dir();
    let dev = ["btc_f", "btc_g", "wnut17_dev", "presidio_synth"];
    let dev = || dev.iter().filter_map(|name| Some(folder.as_ref()?.join(format!("ner/{name}.jsonl"))));
    let files: Vec<PathBuf> = if files.is_empty() { dev().collect() } else { files.iter().map(PathBuf::from).collect() };
    let ambiguous = folder.as_deref().map(data::ambiguous).unwrap_or_default();
    for file in files {
        let mut samples = data::read(&file);
        if file.ends_with("presidio_synth.jsonl") {
            samples.retain(recipe::is_held_back);
        }
        measure(&file.display().to_string(), &samples, &ambiguous, options.iter().any(|option| option == "--wrong"));
    }
}

fn measure(file: &str, samples: &[data::Sample], ambiguous: &BTreeSet<String>, shown: bool) {
    let result = score::score(samples, &tag, &mut |sample, missed, wrong| {
        if shown && !(missed.is_empty() && wrong.is_empty()) {
            let words = |ranges: &[Range<usize>]| ranges.iter().map(|range| &sample.text[range.clone()]).collect::<Vec<_>>().join("; ");
            println!("missed [{}] wrong [{}]: {}", words(missed), words(wrong), sample.text.replace('\n', " "));
        }
    });
    let [found, uses, wrong, others] = score::homonyms(samples, ambiguous, &tag);
    println!("{file}: {} names", result.gold);
    println!(
        "  precision {:.3} recall {:.3} F1 {:.3}; {:.1} of 1,000 texts without a person marked",
        result.precision(),
        result.recall(),
        result.f1(),
        result.alarms()
    );
    println!("  words that are also names: {found} of {uses} found, {wrong} of {others} wrongly marked");
    let texts: Vec<Text> = samples.iter().map(|sample| Text::known(&sample.text)).collect();
    let bytes: usize = samples.iter().map(|sample| sample.text.len()).sum();
    let start = Instant::now();
    let names: usize = texts.iter().map(|text| persons(text).len()).sum();
    println!("  {names} marked at {:.0} MB/s of cut text", bytes as f64 / 1e6 / start.elapsed().as_secs_f64());
}

fn tag(raw: &str) -> Vec<Range<usize>> {
    let text = Text::known(raw);
    persons(&text).iter().map(|words| text.span(words)).collect()
}

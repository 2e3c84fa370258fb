//! The recipe of `tagger.bin`: which texts, how often, and how they count.

use super::data::{self, Sample};
use super::invent::{self, Names};
use super::{Chance, train};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Where the public sets are: `BEFOREHAND_DATA`, or `shared/data` beside the repository; nothing where there is none.
pub fn data_dir() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data");
    let known = std::env::var_os("BEFOREHAND_DATA").map(PathBuf::from);
    known.into_iter().chain([beside.into(), "/work/shared/data".into()]).find(|folder| folder.join("ner/wnut17_train.jsonl").is_file())
}

/// Trains the model that ships: the mean of several, each with other names in its texts.
pub fn model(data_dir: &Path, plan: &train::Plan) -> Vec<u8> {
    let names = Names::new(unlisted(data_dir));
    let ner = |name: &str| data::read(&data_dir.join("ner").join(name));
    let mut labelled = ner("wnut17_train.jsonl");
    labelled.extend(ner("presidio_synth.jsonl").into_iter().filter(|sample| !is_held_back(sample)));
    labelled.extend(data::labelled(&data_dir.join("posts/vader_tweets.jsonl"), include_str!("vader.txt")));
    let mut sum = vec![0.0; train::WEIGHTS];
    for seed in 0..MODELS {
        let mut chance = Chance(7 + seed);
        let mut samples = framed(&names, &mut chance);
        for sample in &labelled {
            varied(sample, &names, &mut chance, &mut samples);
        }
        train::train(&samples, plan, &mut sum);
    }
    for weight in &mut sum {
        *weight /= MODELS as f64;
    }
    train::quantised(&sum, plan.care)
}

/// A labelled text as it is, with other names, and typed in other ways.
fn varied(sample: &Sample, names: &Names, chance: &mut Chance, samples: &mut Vec<(Sample, f64)>) {
    for _ in 0..if sample.names.is_empty() { 0 } else { RENAMED } {
        samples.push((invent::renamed(sample, names, chance), 1.0));
    }
    if chance.percent(LOWER) {
        samples.push((invent::lower(sample), 1.0));
    }
    if chance.percent(UPPER) {
        samples.push((invent::upper(sample), 1.0));
    }
    samples.push((sample.clone(), 1.0));
}

/// How many models the mean is of.
const MODELS: u64 = 5;
/// How often a text with names stands in the training text with other names.
const RENAMED: usize = 1;
/// Of a hundred texts, how many stand there in lower case and in capitals too.
const LOWER: usize = 25;
const UPPER: usize = 4;
/// How often a frame is filled, and how much the result counts.
const FRAMES: usize = 40;
/// How often a sentence of ours without a name stands there.
const PLAIN: usize = 10;
const FRAME_WEIGHT: f64 = 0.3;

/// Our own sentences with names in them.
fn framed(names: &Names, chance: &mut Chance) -> Vec<(Sample, f64)> {
    let mut samples = Vec::new();
    for frame in include_str!("frames.txt").lines().filter(|line| !line.starts_with('#')) {
        for _ in 0..if frame.contains('{') { FRAMES } else { PLAIN } {
            let sample = names.filled(frame, chance);
            let typed = match chance.below(100) {
                0..12 => invent::lower(&sample),
                12..16 => invent::upper(&sample),
                _ => sample,
            };
            samples.push((typed, FRAME_WEIGHT));
        }
    }
    samples
}

/// One in five of the made texts is kept for development.
pub fn is_held_back(sample: &Sample) -> bool {
    sample.id.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte))) % 5 == 0
}

/// Forenames and surnames of the public lists that are too rare for the engine's.
fn unlisted(data_dir: &Path) -> [Vec<String>; 2] {
    let rare = |name: &str, known: &str| -> Vec<String> {
        let known: BTreeSet<String> = data::list(known).into_iter().collect();
        let words = std::fs::read_to_string(data_dir.join("names").join(name)).expect("names");
        let first = words.lines().skip(1).filter_map(|row| row.split('\t').next()).map(str::to_lowercase);
        first.filter(|word| word.len() > 3 && word.bytes().all(|b| b.is_ascii_lowercase()) && !known.contains(word)).take(6000).collect()
    };
    [rare("uk_forenames_by_decade.tsv", "forenames.txt"), rare("surnames_us_census2010_asian_share50.tsv", "surnames.txt")]
}

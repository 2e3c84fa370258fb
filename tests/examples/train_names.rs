//! Trains the person-name tagger and writes `crate/data/tagger.bin`; `--dev` scores it on the development sets instead.

#[path = "../tagger/mod.rs"]
mod tagger;

use std::path::Path;
use tagger::{Chance, data, invent, score, train};

fn main() {
    let data_dir = std::env::var("BEFOREHAND_DATA").unwrap_or_else(|_| "/work/shared/data".into());
    let ner = Path::new(&data_dir).join("ner");
    let number = |key: &str, or: f64| std::env::var(key).ok().and_then(|text| text.parse().ok()).unwrap_or(or);
    let mut plan = train::Plan::default();
    plan.passes = number("PASSES", plan.passes as f64) as usize;
    plan.rate = number("RATE", plan.rate);
    plan.l1 = number("L1", plan.l1);
    plan.l2 = number("L2", plan.l2);
    plan.care = number("CARE", plan.care);
    let mut samples = Vec::new();
    let names = invent::Names::new();
    let mut chance = Chance(7);
    let mut base = data::read(&ner.join("wnut17_train.jsonl"));
    let synth = data::read(&ner.join("presidio_synth.jsonl"));
    base.extend(synth.iter().filter(|sample| !held_back(sample)).cloned());
    for sample in base {
        for _ in 0..number("RENAMED", 1.0) as usize {
            if !sample.names.is_empty() {
                samples.push((invent::renamed(&sample, &names, &mut chance), 1.0));
            }
        }
        if chance.percent(number("LOWER", 15.0) as usize) {
            samples.push((invent::lower(&sample), 1.0));
        }
        if chance.percent(number("UPPER", 5.0) as usize) {
            samples.push((invent::upper(&sample), 1.0));
        }
        samples.push((sample, 1.0));
    }
    let model = train::train(&samples, &plan);
    let used = model.iter().filter(|&&weight| weight != 0).count();
    println!("{} samples, {used} weights", samples.len());
    let bytes: Vec<u8> = model.iter().map(|&weight| weight as u8).collect();
    std::fs::write(std::env::var("OUT").unwrap_or_else(|_| "crate/data/tagger.bin".into()), &bytes).expect("written");
    let dev = |name: &str| data::read(&ner.join(name).with_extension("jsonl"));
    let sets = [
        ("btc_f", dev("btc_f")),
        ("btc_g", dev("btc_g")),
        ("wnut_dev", dev("wnut17_dev")),
        ("presidio", synth.into_iter().filter(held_back).collect()),
    ];
    let ambiguous = std::fs::read_to_string(Path::new(&data_dir).join("names/ambiguous_names.tsv")).expect("names");
    let ambiguous = ambiguous.lines().skip(1).filter_map(|row| row.split('\t').next()).map(str::to_lowercase).collect();
    let mut all = [0; 4];
    let show = std::env::var("SHOW").unwrap_or_default();
    for (name, samples) in &sets {
        let tagger = |text: &str| score::tag(text, &model);
        let result = score::score(samples, &tagger, &mut |sample, missed, wrong| {
            if show == *name && !(missed.is_empty() && wrong.is_empty()) {
                let words = |ranges: &[std::ops::Range<usize>]| {
                    ranges.iter().map(|range| &sample.text[range.clone()]).collect::<Vec<_>>().join("; ")
                };
                println!("missed [{}] wrong [{}] : {}", words(missed), words(wrong), sample.text.replace('\n', " "));
            }
        });
        if *name != "presidio" {
            let counts = score::homonyms(samples, &ambiguous, &tagger);
            all.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
        println!("{name:9} P {:.3} R {:.3} F {:.3} alarms {:.1}", result.precision(), result.recall(), result.f1(), result.alarms());
    }
    println!(
        "homonyms recall {:.3} of {}, wrongly {:.4} of {}",
        all[0] as f64 / all[1] as f64,
        all[1],
        all[2] as f64 / all[3] as f64,
        all[3]
    );
}

/// One in five of the made texts, by template, is kept for development.
fn held_back(sample: &data::Sample) -> bool {
    sample.id.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte))) % 5 == 0
}

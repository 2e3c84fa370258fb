//! Judgements in a text: words and wordings that run somebody down, and praise that may be meant otherwise.

use crate::phrase::{Phrases, Words};
use crate::text::Text;
use std::ops::Range;
use std::sync::LazyLock;

/// How a judgement weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It runs down whom it is said of.
    Heavy,
    /// It does so when said outright: "they were awful".
    Slight,
    /// Praise, which a sign of sarcasm turns round.
    Praise,
}

/// A judgement in a text.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// Its words.
    pub words: Range<usize>,
    /// How it weighs.
    pub weight: Weight,
}

/// The judgements of `data/judgement.txt`.
static JUDGEMENTS: LazyLock<Phrases<Weight>> = LazyLock::new(|| {
    let lines: Vec<(Weight, String)> = include_str!("../../data/judgement.txt").lines().filter_map(line).collect();
    Phrases::new(lines.iter().map(|(weight, pattern)| (*weight, pattern.as_str())), &[])
});

/// `s useless, coward/s` as a pattern.
fn line(line: &str) -> Option<(Weight, String)> {
    let (head, words) = line.split_once('\t')?;
    let weight = match head {
        "s" => Weight::Heavy,
        "w" => Weight::Slight,
        _ => Weight::Praise,
    };
    let forms: Vec<String> = words.split(", ").flat_map(crate::offence::forms).collect();
    Some((weight, ["(", &forms.join("|"), ")"].concat()))
}

/// Every judgement in order, those of weight first where several stand.
pub fn find(text: &Text) -> Vec<Judgement> {
    let mocks = text.raw.bytes().any(|byte| byte == 0xf0);
    JUDGEMENTS
        .find(text)
        .into_iter()
        .map(|found| Judgement { words: found.words, weight: *found.tag })
        .filter(|judged| match judged.weight {
            Weight::Heavy => true,
            Weight::Slight => is_outright(text, judged.words.start),
            Weight::Praise => mocks,
        })
        .collect()
}

/// Whether a verb or a word of force stands before a slight judgement: "was awful", "absolutely dire".
fn is_outright(text: &Text, start: usize) -> bool {
    static FORCE: LazyLock<Words> = LazyLock::new(|| {
        Words::new("is|are|was|were|been|being|so|such|utterly|absolutely|totally|completely|really|truly|proper|just|bloody|fucking|very|pretty|beyond|too|always|so's|'re")
    });
    (start.saturating_sub(3)..start).any(|at| FORCE.has(text, at) || text.words[at].possessive)
}

//! Scores the tagger as `research/data.md` says: overlap of names, and texts without a person that are wrongly marked.

use super::data::Sample;
use beforehand::tagger::Model;
use beforehand::text::Text;
use std::collections::BTreeSet;
use std::ops::Range;

/// Counts over a set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    pub found: usize,
    pub gold: usize,
    pub right: usize,
    pub said: usize,
    pub nobody: usize,
    pub alarmed: usize,
}

impl Score {
    pub fn recall(&self) -> f64 {
        self.found as f64 / self.gold.max(1) as f64
    }

    pub fn precision(&self) -> f64 {
        self.right as f64 / self.said.max(1) as f64
    }

    pub fn f1(&self) -> f64 {
        2.0 * self.precision() * self.recall() / (self.precision() + self.recall()).max(1e-9)
    }

    /// Texts without a person that are marked, of each thousand.
    pub fn alarms(&self) -> f64 {
        1000.0 * self.alarmed as f64 / self.nobody.max(1) as f64
    }
}

/// The places (bytes) of the names that a model finds in a text.
pub fn tag(raw: &str, model: &Model) -> Vec<Range<usize>> {
    let text = Text::known(raw);
    model.persons(&text).iter().map(|words| text.span(words)).collect()
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Hears of a text what was missed in it and what was wrongly said.
pub type Hearer<'a> = &'a mut dyn FnMut(&Sample, &[Range<usize>], &[Range<usize>]);

/// Scores `tagger` on samples; `wrong` hears of each text with what was missed and what was wrongly said.
pub fn score(samples: &[Sample], tagger: &dyn Fn(&str) -> Vec<Range<usize>>, wrong: Hearer) -> Score {
    let mut score = Score::default();
    for sample in samples {
        let mut said = tagger(&sample.text);
        said.retain(|name| !sample.unscored.iter().any(|other| overlaps(name, other)));
        let missed: Vec<_> = sample.names.iter().filter(|name| !said.iter().any(|said| overlaps(name, said))).cloned().collect();
        let false_: Vec<_> = said.iter().filter(|said| !sample.names.iter().any(|name| overlaps(name, said))).cloned().collect();
        score.gold += sample.names.len();
        score.found += sample.names.len() - missed.len();
        score.said += said.len();
        score.right += said.len() - false_.len();
        score.nobody += usize::from(sample.names.is_empty());
        score.alarmed += usize::from(sample.names.is_empty() && !said.is_empty());
        wrong(sample, &missed, &false_);
    }
    score
}

/// Uses of words that are also names: (persons found, persons, others wrongly marked, others).
pub fn homonyms(samples: &[Sample], ambiguous: &BTreeSet<String>, tagger: &dyn Fn(&str) -> Vec<Range<usize>>) -> [usize; 4] {
    let mut counts = [0; 4];
    for sample in samples {
        let said = tagger(&sample.text);
        let text = Text::known(&sample.text);
        for at in (0..text.words.len()).filter(|&at| ambiguous.contains(text.fold(at))) {
            let place = text.span(&(at..at + 1));
            if sample.unscored.iter().any(|other| overlaps(&place, other)) {
                continue;
            }
            let person = usize::from(!sample.names.iter().any(|name| overlaps(name, &place)));
            counts[person * 2] += usize::from(said.iter().any(|said| overlaps(said, &place)));
            counts[person * 2 + 1] += 1;
        }
    }
    counts
}

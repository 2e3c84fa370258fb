//! Makes more training text: other names in labelled texts, and other ways of typing them.

use super::{Chance, data::Sample, data::list};
use std::ops::Range;

/// Names to put into texts.
pub struct Names {
    forenames: Vec<String>,
    surnames: Vec<String>,
}

impl Names {
    pub fn new() -> Self {
        Self { forenames: list("forenames.txt"), surnames: list("surnames.txt") }
    }

    /// A capitalised word for the place `at` of `of` in a name.
    fn word(&self, chance: &mut Chance, at: usize, of: usize) -> String {
        let forename = if of == 1 { chance.percent(65) } else { at + 1 < of };
        let list = if forename { &self.forenames } else { &self.surnames };
        capital(&list[chance.below(list.len())])
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The sample with other names in it.
pub fn renamed(sample: &Sample, names: &Names, chance: &mut Chance) -> Sample {
    replace(sample, |written| {
        let words: Vec<&str> = written.split(' ').collect();
        let new: Vec<String> = words
            .iter()
            .enumerate()
            .map(|(at, old)| {
                let plain = old.chars().all(char::is_alphabetic) && old.chars().count() > 1;
                let new = names.word(chance, at, words.len());
                match old {
                    _ if !plain => (*old).to_owned(),
                    _ if old.chars().all(char::is_lowercase) => new.to_lowercase(),
                    _ if old.chars().all(char::is_uppercase) => new.to_uppercase(),
                    _ => new,
                }
            })
            .collect();
        new.join(" ")
    })
}

/// The sample with its names put through `change`.
fn replace(sample: &Sample, mut change: impl FnMut(&str) -> String) -> Sample {
    rewrite(sample, |written, is_name| if is_name { change(written) } else { written.to_owned() })
}

/// The sample in lower case.
pub fn lower(sample: &Sample) -> Sample {
    rewrite(sample, |written, _| written.to_lowercase())
}

/// The sample in capitals.
pub fn upper(sample: &Sample) -> Sample {
    rewrite(sample, |written, _| written.to_uppercase())
}

/// Rebuilds a sample piece by piece.
fn rewrite(sample: &Sample, mut change: impl FnMut(&str, bool) -> String) -> Sample {
    let mut marks: Vec<(Range<usize>, bool)> =
        sample.names.iter().map(|range| (range.clone(), true)).chain(sample.unscored.iter().map(|range| (range.clone(), false))).collect();
    marks.sort_by_key(|(range, _)| range.start);
    let mut new = Sample { id: sample.id.clone(), ..Sample::default() };
    let mut at = 0;
    for (range, is_name) in marks {
        if range.start < at {
            continue;
        }
        new.text += &change(&sample.text[at..range.start], false);
        let start = new.text.len();
        new.text += &if is_name { change(&sample.text[range.clone()], true) } else { sample.text[range.clone()].to_owned() };
        let place = start..new.text.len();
        if is_name {
            new.names.push(place)
        } else {
            new.unscored.push(place)
        }
        at = range.end;
    }
    new.text += &change(&sample.text[at..], false);
    new
}

//! Makes more training text: other names in labelled texts, and other ways of typing them.

use super::{Chance, data::Sample, data::marked};
use std::collections::BTreeMap;
use std::ops::Range;

/// Names, places and other words to put into texts.
pub struct Names {
    /// Rare, common and ambiguous forenames.
    forenames: [Vec<String>; 3],
    surnames: [Vec<String>; 3],
    unlisted: [Vec<String>; 2],
    fillers: BTreeMap<&'static str, Vec<&'static str>>,
    places: [Vec<String>; 3],
    nouns: Vec<String>,
}

impl Names {
    /// `unlisted`: forenames and surnames that are on none of the engine's lists.
    pub fn new(unlisted: [Vec<String>; 2]) -> Self {
        let mut fillers: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (slot, words) in include_str!("fillers.txt").lines().filter_map(|line| line.split_once(": ")) {
            fillers.entry(slot).or_default().extend(words.split('|'));
        }
        let nouns = marked("words.txt", '+').into_iter().filter(|word| word.len() > 3).collect();
        let by_mark = |name: &str| [marked(name, ' '), marked(name, '+'), marked(name, '*')];
        Self {
            forenames: by_mark("forenames.txt"),
            surnames: by_mark("surnames.txt"),
            unlisted,
            fillers,
            places: by_mark("places.txt"),
            nouns,
        }
    }

    fn forename(&self, chance: &mut Chance) -> String {
        let list = match chance.below(100) {
            0..8 => &self.unlisted[0],
            8..30 => &self.forenames[0],
            30..78 => &self.forenames[1],
            _ => &self.forenames[2],
        };
        capital(&list[chance.below(list.len())])
    }

    fn surname(&self, chance: &mut Chance) -> String {
        let list = match chance.below(100) {
            0..12 => &self.unlisted[1],
            12..50 => &self.surnames[0],
            50..86 => &self.surnames[1],
            86..96 => &self.surnames[2],
            _ => &self.forenames[1],
        };
        capital(&list[chance.below(list.len())])
    }

    fn filler(&self, slot: &str, chance: &mut Chance) -> String {
        chance.pick(&self.fillers[slot]).to_owned()
    }

    /// A capitalised word for the place `at` of `of` in a name.
    fn word(&self, chance: &mut Chance, at: usize, of: usize) -> String {
        let forename = if of == 1 { chance.percent(65) } else { at + 1 < of };
        if forename { self.forename(chance) } else { self.surname(chance) }
    }

    /// What a slot of a frame becomes, and whether it is a name.
    fn slot(&self, slot: &str, chance: &mut Chance) -> (String, bool) {
        let other = |list: &[String], chance: &mut Chance| (capital(&list[chance.below(list.len())]), false);
        match slot {
            "F" => (self.forename(chance), true),
            "S" => (self.surname(chance), true),
            "N" if chance.percent(50) => (self.forename(chance), true),
            "X" if chance.percent(60) => (self.word(chance, 0, 1), true),
            "N" | "X" => (format!("{} {}", self.forename(chance), self.surname(chance)), true),
            "I" => (char::from(b'A' + chance.below(26) as u8).to_string(), true),
            "M" => {
                let words = 1 + usize::from(chance.percent(50));
                (self.word(chance, words - 1, words), false)
            }
            "A" | "B" | "T" => (self.filler(slot, chance), true),
            "R" | "G" | "V" => (self.filler(slot, chance), false),
            "Y" => (class(chance), false),
            "P" => other(&self.places[chance.below(2)], chance),
            "O" => other(&self.places[2], chance),
            _ => other(&self.nouns, chance),
        }
    }

    /// A frame with its slots filled; slots with only a space or a full stop between are one name.
    pub fn filled(&self, frame: &str, chance: &mut Chance) -> Sample {
        let mut sample = Sample::default();
        for (at, piece) in frame.split('{').enumerate() {
            let (slot, rest) = if at == 0 { ("", piece) } else { piece.split_once('}').expect("a closed slot") };
            if !slot.is_empty() {
                let (word, is_name) = self.slot(slot, chance);
                let start = sample.text.len();
                sample.text += &word;
                match sample
                    .names
                    .last_mut()
                    .filter(|last| is_name && matches!(&sample.text[last.end..start], " " | ". " | "." | "-" | " bin " | " van der "))
                {
                    Some(last) => last.end = sample.text.len(),
                    None if is_name => sample.names.push(start..sample.text.len()),
                    None => {}
                }
            }
            sample.text += rest;
        }
        sample
    }
}

/// A class or year group, as people type them.
fn class(chance: &mut Chance) -> String {
    let year = 7 + chance.below(6);
    let letter = char::from(b'A' + chance.below(26) as u8);
    match chance.below(8) {
        0..4 => format!("{year}{letter}"),
        4 => format!("{year}{}", letter.to_ascii_lowercase()),
        5 => format!("Year {year}"),
        6 => format!("Y{year}"),
        _ => format!("year {}", year - 6),
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
            new.names.push(place);
        } else {
            new.unscored.push(place);
        }
        at = range.end;
    }
    new.text += &change(&sample.text[at..], false);
    new
}

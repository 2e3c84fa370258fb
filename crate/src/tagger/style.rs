//! How the text around a word uses capitals: as usual, in a headline, throughout, or not at all.

use crate::text::{Gap, Text};
use std::ops::Range;

/// How a stretch of text uses capitals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Style {
    #[default]
    Normal,
    Headline,
    Shouted,
    Lower,
}

/// The use of capitals around a word, found out once for each stretch.
#[derive(Debug, Default)]
pub(super) struct Styles {
    sentence: Range<usize>,
    style: Style,
    block: Range<usize>,
    lower: bool,
}

impl Styles {
    /// The style of the sentence that holds a word, and whether the text around it begins sentences in lower case.
    pub(super) fn at(&mut self, text: &Text, at: usize) -> (Style, bool) {
        if !self.sentence.contains(&at) {
            let words = &text.words;
            let start =
                (at.saturating_sub(40).max(self.sentence.end.min(at))..=at).rev().find(|&at| words[at].gap == Gap::Break).unwrap_or(at);
            let end = (at + 1..words.len().min(at + 40)).find(|&at| words[at].gap == Gap::Break).unwrap_or(words.len().min(at + 40));
            self.sentence = start..end;
            self.style = style(text, start..end);
        }
        if !self.block.contains(&at) {
            let start = at - at % 64;
            self.block = start..(start + 64).min(text.words.len());
            self.lower = starts_lower(text, self.block.clone());
        }
        (self.style, self.lower)
    }
}

fn starts_lower(text: &Text, block: Range<usize>) -> bool {
    let (mut lower, mut upper) = (0, 0);
    for at in block {
        let word = &text.words[at];
        let first = text.fold(at).bytes().next().unwrap_or(0);
        let counts = (word.gap == Gap::Break || text.fold(at) == "i")
            && first.is_ascii_alphabetic()
            && &text.raw[word.start as usize..word.end as usize] != "http";
        lower += usize::from(counts && !word.capital);
        upper += usize::from(counts && word.capital);
    }
    lower > upper
}

/// Headlines have capitals nearly everywhere, shouting has nothing else.
fn style(text: &Text, words: Range<usize>) -> Style {
    let (mut long, mut capital, mut shouted) = (0, 0, 0);
    for at in words {
        let word = &text.words[at];
        let written = &text.raw[word.start as usize..word.end as usize];
        if written.len() < 4 || !written.as_bytes()[0].is_ascii_alphabetic() {
            continue;
        }
        long += 1;
        capital += usize::from(word.capital);
        shouted += usize::from(!written.bytes().any(|b| b.is_ascii_lowercase()));
    }
    if long >= 3 && shouted * 3 >= long * 2 {
        Style::Shouted
    } else if long >= 4 && capital * 3 >= long * 2 {
        Style::Headline
    } else if capital == 0 {
        Style::Lower
    } else {
        Style::Normal
    }
}

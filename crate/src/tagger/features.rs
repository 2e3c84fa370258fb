//! What the tagger sees: which words may be names, and the features of each.

use super::candidates::may_be;
use super::decode::SLOTS;
use super::style::Styles;
use super::words::Known;
use crate::facts::List;
use crate::text::{Gap, Text, hash};
use std::ops::Range;

/// Words side by side that may be names.
#[derive(Debug, Default)]
pub struct Run {
    /// The words.
    pub words: Range<usize>,
    /// What stands before each word: 0 nothing or a hyphen, 1 spaces (or an initial's full stop), 2 a comma or the like, 3 a break.
    pub gaps: Vec<u8>,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
enum Shape {
    #[default]
    None,
    Lower,
    Capital,
    Initial,
    Shouted,
    Mixed,
    Digits,
    Handle,
    Tag,
}

/// A word as the features see it.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    hash: u64,
    known: Known,
    shape: Shape,
    gap: u8,
}

impl Seen {
    fn of(text: &Text, at: usize) -> Self {
        if at >= text.words.len() {
            return Self { gap: 3, ..Self::default() };
        }
        Self { hash: text.hash(at), known: text.words[at].facts.known(), shape: shape(text, at), gap: gap(text, at) }
    }

    /// The lists in six bits.
    fn lists(&self) -> u64 {
        let known = &self.known;
        u64::from(known.forename | known.surname << 2 | known.word << 4 | known.place << 6)
    }

    /// The lists in four bits.
    fn brief(&self) -> u64 {
        let known = &self.known;
        let forename = u64::from(known.forename.min(1) + u8::from(known.forename == 3));
        forename
            | u64::from(known.surname > 0) << 2
            | u64::from(known.word > 1) << 3
            | u64::from(known.surname == 3) << 5
            | u64::from(known.place > 0) << 4
    }
}

/// The way a word is written, by its letters.
fn shape(text: &Text, at: usize) -> Shape {
    let written = text.written(&(at..at + 1));
    let mut letters = written.chars();
    let first = letters.next().unwrap_or(' ');
    if first == '@' {
        return Shape::Handle;
    }
    if first == '#' {
        return Shape::Tag;
    }
    // Nearly every word is small letters, and in small letters throughout.
    if written.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    let (mut upper, mut lower, mut digits) = (0, 0, 0);
    for c in written.chars() {
        match c {
            '0'..='9' => digits += 1,
            'a'..='z' => lower += 1,
            'A'..='Z' => upper += 1,
            _ if c.is_uppercase() => upper += 1,
            _ if c.is_alphabetic() => lower += 1,
            _ => {}
        }
    }
    match (upper, lower, digits) {
        (_, _, 1..) => Shape::Digits,
        (0, _, 0) => Shape::Lower,
        (1, 0, 0) => Shape::Initial,
        (_, 0, 0) => Shape::Shouted,
        (1, _, 0) if first.is_uppercase() => Shape::Capital,
        _ => Shape::Mixed,
    }
}

/// The gap before a word in four steps; an initial or a title keeps its full stop.
fn gap(text: &Text, at: usize) -> u8 {
    let gap = text.words[at].gap;
    if gap > Gap::Space && at > 0 {
        let before = &text.words[at - 1];
        let between = text.raw.get(before.end as usize..text.words[at].start as usize).unwrap_or_default();
        if between.trim_end() == "." && (before.end - before.start == 1 || text.on(at - 1, List::FormsOfAddress)) {
            return 1;
        }
    }
    gap as u8
}

/// Calls `take` with each run of words that may be names, after `add` with each of their features: the word's number in the run, the feature's slot.
pub fn runs<T>(text: &Text, state: &mut T, add: impl Fn(&mut T, usize, u16), take: impl Fn(&mut T, &Run)) {
    let mut run = Run::default();
    let mut around = Around::default();
    let mut at = 0;
    while at < text.words.len() {
        if !may_be(text, at) {
            at += 1;
            continue;
        }
        run.words = at..at;
        run.gaps.clear();
        while at < text.words.len() && at - run.words.start < 64 && (at == run.words.start || may_be(text, at)) {
            around.centre(text, at);
            run.gaps.push(around.window[2].gap);
            let node = at - run.words.start;
            of_word(text, at, &mut around, |slot| add(state, node, slot));
            at += 1;
        }
        run.words.end = at;
        take(state, &run);
    }
}

/// What stands around the word that is looked at.
#[derive(Debug, Default)]
struct Around {
    /// One past the word in the middle of the window, 0 at first.
    next: usize,
    window: [Seen; 5],
    styles: Styles,
}

impl Around {
    /// Moves the window so that a word is in its middle; words seen already are not looked up again.
    fn centre(&mut self, text: &Text, at: usize) {
        let known = if self.next == 0 { 0 } else { (self.next + 4).saturating_sub(at).min(5) };
        self.window.copy_within(5 - known.., 0);
        for place in known..5 {
            self.window[place] = (at + place).checked_sub(2).map_or(Seen { gap: 3, ..Seen::default() }, |at| Seen::of(text, at));
        }
        self.next = at + 1;
    }
}

/// The features of the word in the middle of the window.
fn of_word(text: &Text, at: usize, around: &mut Around, mut emit: impl FnMut(u16)) {
    let (style, lower) = around.styles.at(text, at);
    let [two_before, before, own, after, two_after] = &around.window;
    let mut add = |template: u64, value: u64| {
        let mixed = (value ^ template.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xd6e8_feb8_6659_fd93);
        emit((((mixed ^ (mixed >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93)) >> 49) as u16 & (SLOTS - 1) as u16);
    };
    let folded = text.fold(at).as_bytes();
    let word = &text.words[at];
    let form = own.shape as u64;
    let begins = u64::from(own.gap == 3);
    let cased = form | begins << 4;
    let style = style as u64 | u64::from(lower) << 2;
    add(1, cased | style << 5);
    add(2, own.hash);
    add(3, own.hash ^ (form + 1));
    add(4, before.hash);
    add(5, after.hash);
    add(6, two_before.hash ^ u64::from(before.gap));
    for length in 1..=4 {
        if folded.len() > length {
            add(8 + length as u64, hash(&folded[folded.len() - length..]));
        }
        if folded.len() > length && (2..4).contains(&length) {
            add(12 + length as u64, hash(&folded[..length]));
        }
    }
    add(20, own.lists());
    add(21, own.lists() | form << 8);
    add(22, own.lists() | cased << 8 | style << 14);
    add(23, before.lists() | (before.shape as u64) << 8 | u64::from(own.gap) << 12);
    add(25, own.lists() | before.brief() << 8 | (before.shape as u64) << 14 | u64::from(own.gap) << 18);
    add(26, own.lists() | after.brief() << 8 | (after.shape as u64) << 14 | u64::from(after.gap) << 18);
    add(27, before.brief() | own.brief() << 6 | after.brief() << 12 | form << 18);
    add(28, before.shape as u64 | form << 4 | (after.shape as u64) << 8 | u64::from(own.gap) << 12 | u64::from(after.gap) << 14);
    add(29, style | form << 4 | (folded.len().min(12) as u64) << 8);
    add(30, u64::from(word.possessive) | own.brief() << 1 | form << 8);
    add(31, before.hash ^ own.brief().wrapping_mul(0x1234_5677) ^ u64::from(own.gap));
    add(32, after.hash ^ own.brief().wrapping_mul(0x1234_5677) ^ u64::from(after.gap));
    let neighbour = |at: usize| {
        let folded = text.fold(at).as_bytes();
        hash(&folded[folded.len().saturating_sub(2)..])
    };
    add(34, if at > 0 { neighbour(at - 1) } else { 0 });
    let raw = text.raw.as_bytes();
    let left = (word.start as usize).checked_sub(1).map_or(b'^', |at| raw[at]);
    let left2 = (word.start as usize).checked_sub(2).map_or(b'^', |at| raw[at]);
    let right = raw.get(word.end as usize).copied().unwrap_or(b'$');
    let last = (at + 1..at + 6).take_while(|&at| text.words.get(at).is_some_and(|word| word.capital && word.gap <= Gap::Space)).last();
    if let Some(last) = last {
        add(39, text.hash(last));
        add(40, text.hash(last) ^ own.brief().wrapping_mul(0x1234_5677));
    }
    add(35, u64::from(left) | u64::from(if left == b' ' { left2 } else { 0 }) << 8);
    add(36, u64::from(right) | form << 8);
    add(37, two_before.brief() | before.brief() << 6 | own.brief() << 12 | (two_before.shape as u64) << 18);
    add(38, two_after.brief() | after.brief() << 6 | own.brief() << 12 | (two_after.shape as u64) << 18);
}

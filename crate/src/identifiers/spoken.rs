//! Telephone numbers and mail addresses told in words: "oh double seven …", "jo dot lee at gmail dot com".

use super::{Identifier, What};
use std::ops::Range;

/// What is told in words; a look at the text says that nearly none has any.
pub fn find(raw: &str) -> Vec<Identifier> {
    let mut found = Vec::new();
    if ["ouble", "seven"].iter().any(|word| raw.contains(word)) {
        found.extend(phone(raw).map(|place| Identifier { what: What::Phone, place }));
    }
    if raw.contains(" dot ") {
        found.extend(mail(raw).map(|place| Identifier { what: What::Email, place }));
    }
    found
}

/// The words of a text with their places, cut at whatever is neither letter nor digit.
fn words(raw: &str) -> impl Iterator<Item = (usize, &str)> {
    let cut = |word: &&str| !word.is_empty();
    raw.split(|c: char| !c.is_alphanumeric()).filter(cut).map(move |word| (word.as_ptr() as usize - raw.as_ptr() as usize, word))
}

/// The first run of figures and words for figures that makes a national number.
fn phone(raw: &str) -> Option<Range<usize>> {
    let mut run = Run::default();
    for (start, word) in words(raw).take(4_000) {
        let joined =
            run.place.end == 0 || raw.get(run.place.end..start).is_some_and(|between| between.len() < 4 && !between.contains('\n'));
        if !joined || !run.take(word) {
            if run.is_phone() {
                return Some(run.place);
            }
            run = Run::default();
            if !run.take(word) {
                continue;
            }
        }
        if run.place.end == 0 {
            run.place.start = start;
        }
        run.place.end = start + word.len();
    }
    run.is_phone().then_some(run.place)
}

/// Figures read so far.
#[derive(Default)]
struct Run {
    digits: Vec<u8>,
    /// How often the next figure stands, after "double".
    times: usize,
    /// How many of the words were words.
    spelled: usize,
    place: Range<usize>,
}

impl Run {
    /// Takes a word that is a figure, or says how many.
    fn take(&mut self, word: &str) -> bool {
        const FIGURES: [&str; 10] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        let word = word.to_ascii_lowercase();
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            self.digits.extend(word.bytes().map(|byte| byte - b'0').cycle().take(word.len() * self.times.max(1)));
            self.times = 0;
        } else if let Some(times) = ["double", "treble", "triple"].iter().position(|one| *one == word) {
            self.times = if times == 0 { 2 } else { 3 };
            self.spelled += 1;
        } else if word == "hundred" && !self.digits.is_empty() {
            self.digits.extend([0, 0]);
        } else {
            let nought = matches!(word.as_str(), "oh" | "o" | "nought" | "naught").then_some(0);
            let Some(figure) = nought.or_else(|| FIGURES.iter().position(|figure| *figure == word)) else { return false };
            self.digits.extend((0..self.times.max(1)).map(|_| figure as u8));
            self.times = 0;
            self.spelled += 1;
        }
        self.digits.len() < 16
    }

    fn is_phone(&self) -> bool {
        self.spelled > 1 && self.times == 0 && matches!(self.digits.len(), 10 | 11) && matches!(self.digits[..2], [0, 1..=3 | 7])
    }
}

/// "jo dot lee at gmail dot com".
fn mail(raw: &str) -> Option<Range<usize>> {
    let words: Vec<(usize, &str)> = words(raw).take(4_000).collect();
    let is = |at: usize, what: &str| words.get(at).is_some_and(|(_, word)| word.eq_ignore_ascii_case(what));
    let top = |at: usize| ["com", "co", "net", "org", "uk"].iter().any(|top| is(at, top));
    let at = (1..words.len()).find(|&at| is(at, "at") && is(at + 2, "dot") && top(at + 3))?;
    let mut first = at - 1;
    while first > 1 && ["dot", "underscore", "dash"].iter().any(|mark| is(first - 1, mark)) {
        first -= 2;
    }
    let last = if is(at + 4, "dot") && top(at + 5) { at + 5 } else { at + 3 };
    Some(words[first].0..words[last].0 + words[last].1.len())
}

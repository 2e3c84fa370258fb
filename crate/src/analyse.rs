//! The analysers under the kinds, for those who build on them and for measuring them.

use crate::disclaimer;
use crate::identifiers::{self, Identifier, What};
use crate::lexicon::Lexicon;
use crate::offence::{self, Category, Offence};
use crate::order;
use crate::tagger;
use crate::text::{self, Text};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Marked words, in UTF-16 code units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// What they are.
    pub what: String,
    /// First code unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// Person names of any kind, without a roster.
pub fn names(raw: &str) -> Vec<Span> {
    let text = Text::known(raw);
    spans(&text, "name", tagger::persons(&text))
}

/// "Views are my own", in any wording.
pub fn disclaimer(raw: &str) -> Vec<Span> {
    let text = Lexicon::default().read(raw);
    spans(&text, "disclaimer", disclaimer::find(&text))
}

/// Telephone numbers, postcodes, pupil numbers and the like, each with what it is.
pub fn identifiers(raw: &str) -> Vec<Span> {
    let mut found = identifiers::find(raw);
    let text = Lexicon::default().read(raw);
    let live = identifiers::live::find(&text).into_iter().map(|words| Identifier { what: What::Location, place: text.span(&words) });
    found.extend(live);
    order::by_key(&mut found, |found| found.place.start);
    let bytes: Vec<usize> = found.iter().flat_map(|found| [found.place.start, found.place.end]).collect();
    let units = text::utf16(raw, &bytes);
    let words = found.iter().map(|found| found.what.word().to_owned());
    words.zip(units.chunks_exact(2)).map(|(what, pair)| Span { what, start: pair[0], end: pair[1] }).collect()
}

/// Offensive words and remarks; the mildest are left out.
pub fn profanity(raw: &str) -> Vec<Span> {
    let text = Lexicon::default().read(raw);
    let shown = |one: &Offence| one.strength > 0 || one.category == Category::Insult;
    let found: Vec<Offence> = offence::find(&text).into_iter().filter(shown).collect();
    let bytes: Vec<usize> = found.iter().flat_map(|one| [one.place.start, one.place.end]).collect();
    let units = text::utf16(raw, &bytes);
    let spans = found.iter().zip(units.chunks_exact(2));
    spans.map(|(one, pair)| Span { what: one.category.name().to_owned(), start: pair[0], end: pair[1] }).collect()
}

/// Words as spans; overlapping ones are joined.
fn spans(text: &Text, what: &str, mut words: Vec<Range<usize>>) -> Vec<Span> {
    order::by_key(&mut words, |words| words.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for words in words {
        match joined.last_mut() {
            Some(last) if words.start < last.end => last.end = last.end.max(words.end),
            _ => joined.push(words),
        }
    }
    let bytes: Vec<usize> = joined.iter().map(|words| text.span(words)).flat_map(|span| [span.start, span.end]).collect();
    let units = text::utf16(text.raw, &bytes);
    units.chunks_exact(2).map(|pair| Span { what: what.to_owned(), start: pair[0], end: pair[1] }).collect()
}

//! Which words may be part of a name at all.

use super::words::Known;
use crate::facts::List;
use crate::text::{Gap, Text};

/// Whether a word may be part of a name.
pub(super) fn may_be(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let folded = text.fold(at);
    let first = folded.bytes().next().unwrap_or(b'#');
    if matches!(first, b'@' | b'#' | b'0'..=b'9' | b'_') {
        return false;
    }
    if word.capital {
        return !word.facts.on(List::FunctionWords) && !is_opener(text, at);
    }
    let Known { forename, surname, .. } = word.facts.known();
    if forename > 1 || (forename == 1 && !word.facts.on(List::Derived)) || surname == 3 {
        return true;
    }
    at > 0 && word.gap <= Gap::Space && may_follow(text, at, surname)
}

/// Whether a word ends as no name does, whatever the lists say: one word in 85 that is on none is taken for one.
pub(crate) fn is_derived(folded: &str) -> bool {
    ["ion", "ed", "ing", "ies", "ous", "ity", "ate", "ment", "ness", "ble", "ful", "ists", "ers"]
        .iter()
        .any(|ending| folded.ends_with(ending))
}

/// Whether a word has its capital for the sentence's sake: a common word, on no list of names, before a small letter.
fn is_opener(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let known = word.facts.known();
    word.gap == Gap::Break
        && !text.words.get(at + 1).is_some_and(|next| next.capital && next.gap <= Gap::Space)
        && word.facts.on(List::Common)
        && known.forename == 0
        && known.surname == 0
}

/// Whether a word in lower case may be a name for what stands before it.
fn may_follow(text: &Text, at: usize, surname: u8) -> bool {
    let capital = |at: usize| text.words.get(at).is_some_and(|word| word.capital);
    (surname > 0 && text.words[at - 1].facts.known().forename > 0)
        || (capital(at - 1) && capital(at + 1) && text.on(at, List::TaggerParticles))
        || text.on(at - 1, List::FormsOfAddress)
}

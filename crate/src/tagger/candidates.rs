//! Which words may be part of a name at all.

use super::words;
use crate::phrase::Words;
use crate::text::{Gap, Text};
use std::sync::LazyLock;

/// Forms of address before a name.
pub(super) fn is_title(text: &Text, at: usize) -> bool {
    static TITLES: LazyLock<Words> = LazyLock::new(|| Words::new("mr|mrs|ms|miss|mx|dr|prof|professor|sir|rev|revd|madame|lord|lady|dame"));
    TITLES.has(text, at)
}

/// Small words inside names.
fn is_particle(text: &Text, at: usize) -> bool {
    static PARTICLES: LazyLock<Words> = LazyLock::new(|| Words::new("de|van|von|der|den|bin|ibn|al|el|da|di|del|la|le|ap|ter|dos|du|o"));
    PARTICLES.has(text, at)
}

/// Whether a word may be part of a name.
pub(super) fn may_be(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let folded = text.fold(at);
    let first = folded.bytes().next().unwrap_or(b'#');
    if matches!(first, b'@' | b'#' | b'0'..=b'9' | b'_') {
        return false;
    }
    if word.capital {
        return !is_function_word(text, at) && !is_opener(text, at);
    }
    let (forename, surname) = (words::forename(word.hash), words::surname(word.hash));
    if forename > 1 || (forename == 1 && !is_derived(folded)) || surname == 3 {
        return true;
    }
    at > 0 && word.gap <= Gap::Space && may_follow(text, at, surname)
}

/// Endings of words that are no names, whatever the lists say: one word in 85 that is on none is taken for one.
fn is_derived(folded: &str) -> bool {
    ["ion", "ed", "ing", "ies", "ous", "ity", "ate", "ment", "ness", "ble", "ful", "ists", "ers"]
        .iter()
        .any(|ending| folded.ends_with(ending))
}

/// Whether a word has its capital for the sentence's sake: a common word, on no list of names, before a small letter.
fn is_opener(text: &Text, at: usize) -> bool {
    let hash = text.hash(at);
    text.words[at].gap == Gap::Break
        && !text.words.get(at + 1).is_some_and(|next| next.capital && next.gap <= Gap::Space)
        && words::common(hash)
        && words::forename(hash) == 0
        && words::surname(hash) == 0
}

/// Whether a word in lower case may be a name for what stands before it.
fn may_follow(text: &Text, at: usize, surname: u8) -> bool {
    let capital = |at: usize| text.words.get(at).is_some_and(|word| word.capital);
    (surname > 0 && words::forename(text.hash(at - 1)) > 0)
        || (capital(at - 1) && capital(at + 1) && is_particle(text, at))
        || is_title(text, at - 1)
}

/// Words that begin sentences and are in no name.
fn is_function_word(text: &Text, at: usize) -> bool {
    static FUNCTION_WORDS: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "i|i'm|i've|i'll|i'd|the|a|an|and|but|or|if|in|on|at|to|of|for|with|from|by|as|is|it|it's|this|that|these|those|there|here|we|you|he|she|they|my|your|our|his|her|their|its|what|when|where|who|why|how|not|no|so|do|don't|are|was|be|can|have|has|just|all|get|me|about|now|up|out",
        )
    });
    FUNCTION_WORDS.has(text, at)
}

//! What stands between two words of a name.

use crate::text::{Gap, Text};

/// How a word follows the one before it, from the closest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Join {
    /// A space, a hyphen, the dot of an initial or an address, or nothing.
    Near,
    /// A line's end, both words with capitals.
    Line,
    /// A quotation mark or bracket.
    Mark,
    /// A comma.
    Comma,
    /// Anything else, and the end of the text.
    Not,
}

/// How a word follows the one before it.
pub(super) fn join(text: &Text, at: usize) -> Join {
    let Some(word) = text.words.get(at).filter(|_| at > 0) else { return Join::Not };
    if word.gap <= Gap::Space {
        return Join::Near;
    }
    let before = &text.words[at - 1];
    let between = text.raw.get(before.end as usize..word.start as usize).unwrap_or_default();
    let marks = between.trim();
    let lines = between.bytes().filter(|byte| *byte == b'\n').count();
    match marks {
        "." if lines == 0 && (between == "." || text.fold(at - 1).chars().count() == 1) => Join::Near,
        // "Ivy\nde Souza": a particle has no capital.
        "" | ">" if lines == 1 && before.capital && (word.capital || text.words.get(at + 1).is_some_and(|next| next.capital)) => Join::Line,
        "," if lines == 0 => Join::Comma,
        _ if lines == 0 && !marks.is_empty() && marks.chars().all(|c| "\"'()[]“”‘’".contains(c)) => Join::Mark,
        _ => Join::Not,
    }
}

//! What single words are known to be: forenames, surnames, dictionary words, places and brands.

use super::map::Map;
use crate::text::{Text, hash};

static MAP: Map = Map(include_bytes!(concat!(env!("OUT_DIR"), "/names.map")));

/// What the lists say about a word; `0` is "not on it".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// A forename: 1 rare, 2 common, 3 also a word or a place.
    pub forename: u8,
    /// A surname: 1 rare, 2 common.
    pub surname: u8,
    /// A dictionary word: 1 seldom, 2 often, 3 most often used.
    pub word: u8,
    /// A place: 1 a town, 2 a country or region; 3 a month, people, faith, brand or club.
    pub place: u8,
}

impl Known {
    /// Looks a word of a text up.
    pub fn of(text: &Text, at: usize) -> Self {
        let hash = text.hash(at);
        Self { forename: forename(hash), surname: surname(hash), word: word(text.fold(at), hash), place: MAP.get(3, hash) }
    }
}

/// The mark of a word on the list of forenames, see [`Known::forename`].
pub fn forename(hash: u64) -> u8 {
    let mark = MAP.get(0, hash);
    // A dictionary word is a name only where the list of such names says so too.
    if mark > 0 && MAP.get(2, hash) > 0 && MAP.get(4, hash) == 0 { 0 } else { mark }
}

/// The mark of a word on the list of surnames.
pub fn surname(hash: u64) -> u8 {
    MAP.get(1, hash)
}

/// The dictionary mark of a word; inflected forms go by their stem.
fn word(folded: &str, whole: u64) -> u8 {
    let mark = MAP.get(2, whole);
    if mark > 0 || folded.len() < 5 {
        return mark;
    }
    let stems = ["s", "ed", "d", "ing", "ly", "er"].iter().filter_map(|ending| folded.strip_suffix(ending));
    stems.map(|stem| MAP.get(2, hash(stem.as_bytes())).min(2)).find(|&mark| mark > 0).unwrap_or(0)
}

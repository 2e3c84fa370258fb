//! What single words are known to be: forenames, surnames, dictionary words, places and brands.

use super::map::Map;
use crate::text::hash;

static MAP: Map = Map(include_bytes!(concat!(env!("OUT_DIR"), "/names.map")));

/// What the lists say about a word; `0` is "not on it".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// A forename: 1 rare, 2 common, 3 also a word or a place.
    pub forename: u8,
    /// A surname: 1 rare, 2 common, 3 of somebody whom everybody knows by it.
    pub surname: u8,
    /// A dictionary word: 1 seldom, 2 often, 3 most often used.
    pub word: u8,
    /// A place: 1 a town, 2 a country or region; 3 a month, people, faith, brand or club.
    pub place: u8,
}

impl Known {
    /// Looks a word up, by its folded form and that form's hash.
    pub fn of(folded: &str, hash: u64) -> Self {
        Self { forename: forename(hash), surname: MAP.get(1, hash), word: word(folded, hash), place: MAP.get(3, hash) }
    }
}

fn forename(hash: u64) -> u8 {
    let mark = MAP.get(0, hash);
    // A dictionary word is a name only where the list of such names says so too.
    if mark > 0 && MAP.get(2, hash) > 0 && MAP.get(4, hash) == 0 { 0 } else { mark }
}

/// Whether a word is, as it stands, among the often used words of the dictionary.
pub fn common(hash: u64) -> bool {
    MAP.get(2, hash) > 1
}

/// The dictionary mark of a word; inflected forms go by their stem.
fn word(folded: &str, whole: u64) -> u8 {
    const ENDINGS: [(&str, &[u8]); 11] = [
        ("s", b""),
        ("ies", b"y"),
        ("ed", b""),
        ("ed", b"e"),
        ("ied", b"y"),
        ("ing", b""),
        ("ing", b"e"),
        ("ly", b""),
        ("er", b""),
        ("er", b"e"),
        ("est", b""),
    ];
    let mark = MAP.get(2, whole);
    if mark > 0 || !(5..24).contains(&folded.len()) {
        return mark;
    }
    let stems = ENDINGS.iter().filter_map(|(ending, put)| {
        let mut stem = [0; 24];
        let kept = folded.strip_suffix(ending)?.as_bytes();
        stem[..kept.len()].copy_from_slice(kept);
        stem[kept.len()..kept.len() + put.len()].copy_from_slice(put);
        Some(MAP.get(2, hash(&stem[..kept.len() + put.len()])).min(2))
    });
    stems.into_iter().find(|&mark| mark > 0).unwrap_or(0)
}

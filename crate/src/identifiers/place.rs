//! Places: a house number with its street, coordinates, map links and what3words.

use super::around::{self, Word};
use super::{Identifier, What};
use std::ops::Range;

/// What streets are called, sorted.
const STREETS: &[&str] = &[
    "approach",
    "ave",
    "avenue",
    "boulevard",
    "bridge",
    "broadway",
    "chase",
    "circus",
    "cl",
    "close",
    "common",
    "copse",
    "cottages",
    "court",
    "cres",
    "crescent",
    "croft",
    "dale",
    "dell",
    "dene",
    "dr",
    "drive",
    "drove",
    "end",
    "esplanade",
    "estate",
    "field",
    "fields",
    "fold",
    "gardens",
    "gate",
    "gdns",
    "glade",
    "glen",
    "green",
    "grove",
    "hall",
    "heath",
    "heights",
    "hill",
    "hollow",
    "house",
    "lane",
    "lea",
    "ln",
    "lodge",
    "mead",
    "meadow",
    "meadows",
    "mews",
    "mount",
    "oaks",
    "orchard",
    "parade",
    "park",
    "passage",
    "path",
    "pl",
    "place",
    "promenade",
    "quay",
    "rd",
    "ridge",
    "rise",
    "road",
    "row",
    "sq",
    "square",
    "st",
    "street",
    "terrace",
    "vale",
    "view",
    "villas",
    "walk",
    "way",
    "wharf",
    "wood",
    "wynd",
    "yard",
];

/// Words after which a number counts something else.
const COUNTED: &[&str] = &[
    "year", "years", "yr", "y", "class", "room", "page", "pages", "chapter", "unit", "stage", "grade", "group", "set", "top", "ks", "key",
    "band", "lesson", "week", "term", "question", "bus", "route", "junction", "platform", "gate", "exit", "section", "figure",
];

/// "14 Elm Road", "Flat 2, 14a St John's Wood Road"; capitals, or small letters where someone "lives at" it.
pub fn address(raw: &str, token: &Range<usize>) -> Option<Identifier> {
    let written = &raw[token.clone()];
    let figures = around::digits(written);
    let lettered = written.len() - figures.len() <= 1;
    if figures.len() > 4 || figures.starts_with('0') || !lettered || raw[..token.start].ends_with(['£', '$', '€', '.', '-', '/']) {
        return None;
    }
    let lived = || around::follows(raw, token.start, 6, &["live", "lives", "living", "address", "house", "flat", "home", "mine"]);
    // Small letters behind a number are seldom a street, so the words before are asked first.
    let opens = raw[token.end..].trim_start_matches([',', ' ']).chars().next()?;
    if !(opens.is_uppercase() || opens.is_alphabetic() && lived()) {
        return None;
    }
    let end = street(raw, token.end)?;
    let street = &raw[token.end..end];
    let capital =
        street.split([' ', ',']).filter(|word| !word.is_empty()).all(|word| word.starts_with(|c: char| c.is_uppercase()) || is_small(word));
    let counted = || around::follows(raw, token.start, 1, COUNTED) && !lived();
    ((capital && !counted()) || (!capital && lived())).then_some(Identifier { what: What::Address, place: flat(raw, token.start)..end })
}

fn is_small(word: &str) -> bool {
    matches!(word, "of" | "the" | "upon" | "and" | "le" | "de" | "by" | "on" | "in")
}

/// Where the name of a street ends that follows a house number: one to four words and one for a street.
fn street(raw: &str, mut at: usize) -> Option<usize> {
    at += usize::from(raw[at..].starts_with(','));
    for count in 0..5 {
        let gap = around::spaces(&raw[at..], 2);
        let rest = &raw[at + gap..];
        let length = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '\u{2019}' | '-')).unwrap_or(rest.len()).min(24);
        let word = rest.get(..length).filter(|word| gap > 0 && !word.is_empty() && !word.starts_with(|c: char| c.is_ascii_digit()))?;
        at += gap + length;
        // "St" opens more names of streets than it closes.
        if count > 0 && is_street(word) && !goes_on(&raw[at..]) {
            return Some(at);
        }
        at += usize::from(count == 0 && word.eq_ignore_ascii_case("st") && raw[at..].starts_with('.'));
    }
    None
}

fn is_street(word: &str) -> bool {
    let lower = |byte: &u8| byte.to_ascii_lowercase();
    STREETS.binary_search_by(|street| street.bytes().cmp(word.as_bytes().iter().map(lower))).is_ok()
}

/// Whether another word for a street follows, as in "Park Road".
fn goes_on(rest: &str) -> bool {
    let next = rest.strip_prefix(' ').map_or("", |rest| &rest[..rest.bytes().take_while(u8::is_ascii_alphabetic).count()]);
    is_street(next)
}

/// "Flat 2, " before a house number belongs to it.
fn flat(raw: &str, at: usize) -> usize {
    let before = raw[..at].trim_end_matches([',', ' ']);
    let number = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).trim_end_matches(' ');
    let start = ["flat", "apartment", "apt"].iter().find_map(|word| {
        let start = number.len().checked_sub(word.len())?;
        number.get(start..).filter(|part| part.eq_ignore_ascii_case(word)).map(|_| start)
    });
    start.filter(|start| at - start < 24).unwrap_or(at)
}

/// `50.8123, -0.3812`: two decimals of a latitude and a longitude, with four places or more.
pub fn coordinates(raw: &str, token: &Range<usize>) -> Option<Identifier> {
    let start = token.start - usize::from(raw[..token.start].ends_with(['-', '+']));
    let north = decimal(raw, token.start, 90)?;
    let skipped = raw[north..].bytes().take(6).take_while(|byte| b" NS,".contains(byte) || !byte.is_ascii()).count();
    let sign = usize::from(raw.get(north + skipped..)?.starts_with(['-', '+']));
    let east = decimal(raw, north + skipped + sign, 180)?;
    let rest = raw[east..].trim_start_matches(['°', ' ']);
    let end = if rest.starts_with(['E', 'W']) { raw.len() - rest.len() + 1 } else { east };
    (skipped > 0).then_some(Identifier { what: What::Location, place: start..end })
}

/// Where a decimal ends that has four places or more and is at most `most`.
fn decimal(raw: &str, at: usize, most: u32) -> Option<usize> {
    let whole = around::digits(raw.get(at..)?);
    let places = around::digits(raw[at + whole.len()..].strip_prefix('.')?);
    let end = at + whole.len() + 1 + places.len();
    let shaped = (1..=3).contains(&whole.len()) && (4..=12).contains(&places.len());
    let value: u32 = whole.parse().ok().filter(|_| shaped)?;
    let beyond = value == most && places.bytes().any(|digit| digit != b'0');
    (value <= most && !beyond).then_some(end)
}

/// A link to a place on a map.
pub fn link(raw: &str, word: &Word) -> Option<Identifier> {
    let written = raw.get(word.start..word.end)?;
    let start = written.find("http").or_else(|| written.find("www.")).unwrap_or(0);
    let end = written.trim_end_matches(['.', ',', ')', '!', '?']).len();
    (start < end).then_some(Identifier { what: What::Location, place: word.start + start..word.start + end })
}

/// Whether a word is a link to a place on a map.
pub fn is_map(word: &str) -> bool {
    const MAPS: &[&str] =
        &["maps.app.goo.gl/", "goo.gl/maps/", "google.com/maps", "google.co.uk/maps", "maps.google.", "maps.apple.com/", "w3w.co/"];
    word.len() < 300 && word.contains('/') && MAPS.iter().any(|map| word.contains(map))
}

/// `///filled.count.soap`.
pub fn three_words(raw: &str, at: usize) -> Option<Identifier> {
    let rest = raw[at..].strip_prefix("///")?;
    let length = rest.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(rest.len());
    let words = rest[..length].trim_end_matches('.');
    let shaped =
        words.split('.').count() == 3 && words.split('.').all(|word| word.chars().count() >= 3 && word.chars().all(char::is_lowercase));
    shaped.then(|| Identifier { what: What::Location, place: at..at + 3 + words.len() })
}

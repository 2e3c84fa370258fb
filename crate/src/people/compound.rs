//! Names written in one word: handles, what stands before the `@` of an address, hashtags.

use super::{Named, is_address};
use crate::roster::{Person, Role, Roster, Way};
use crate::tagger::words;
use crate::text::{Text, hash};

/// The longest word that is looked into, in bytes.
const LONGEST: usize = 48;

/// What praises somebody in a hashtag.
const PRAISE: &[&str] = &["welldone", "congratulations", "congrats", "proudof", "goodluck", "bravo", "kudos", "gogirl", "starpupil"];

/// Whether a word may be a compound: a handle, a tag, or words joined by `_`.
pub(super) fn may_be(folded: &str) -> bool {
    folded.starts_with(['@', '#']) || folded.contains('_')
}

/// Whether a compound may name anybody, whatever stands around it.
pub(super) fn may_name(text: &Text, roster: &Roster, at: usize) -> bool {
    let bare = text.fold(at).trim_start_matches(['@', '#']);
    let letters: String = bare.chars().filter(|c| c.is_alphabetic()).collect();
    bare.len() > LONGEST
        || roster.called(Way::Handle, bare).next().is_some()
        || PRAISE.iter().any(|praise| letters.starts_with(praise))
        || !split(roster, &letters, |_| false).is_empty()
}

/// Whose name the one word at a place is.
pub(super) fn at<'r>(text: &Text, roster: &'r Roster, at: usize) -> Option<Named<'r>> {
    let word = text.fold(at);
    let address = is_address(text, at);
    // The domain of an address is nobody's handle.
    if !(address || may_be(word)) || word.len() > LONGEST || at > 0 && is_address(text, at - 1) {
        return None;
    }
    let named = |way: Way, people: Vec<&'r Person>| (!people.is_empty()).then_some(Named { words: at..at + 1, way, people });
    let bare = word.trim_start_matches(['@', '#']);
    // Whose mail address it is tells the mail; an address names the pupils it is of.
    let may = |person: &&Person| !address || person.is(Role::Pupil) || person.is(Role::Leaver);
    let named = |way: Way, mut people: Vec<&'r Person>| {
        people.retain(may);
        named(way, people)
    };
    let known = (!word.starts_with('#')).then(|| named(Way::Handle, roster.called(Way::Handle, bare).collect())).flatten();
    let letters: String = bare.chars().filter(|c| c.is_alphabetic()).collect();
    known.or_else(|| {
        let tag = word.starts_with('#');
        let plain = PRAISE.iter().find_map(|praise| letters.strip_prefix(praise)).filter(|_| tag);
        // "#BillRivers" is written as a name, "#billrivers" may be a bill.
        let capitals = text.written(&(at..at + 1)).chars().filter(|c| c.is_uppercase()).count();
        let loose = |word: &str| -> fn(&str) -> bool {
            match () {
                () if !tag => |_| false,
                () if capitals == 2 || word.len() < letters.len() => is_tagged,
                () => is_ordinary,
            }
        };
        let whole = |word: &str| named(Way::Handle, split(roster, word, loose(word)));
        whole(plain.unwrap_or(&letters)).or_else(|| whole(&letters)).or_else(|| named(Way::First, praised(roster, plain?)))
    })
}

/// Forename and surname with nothing between them, not both of them words.
fn split<'r>(roster: &'r Roster, word: &str, is_word: fn(&str) -> bool) -> Vec<&'r Person> {
    let mut people = Vec::new();
    for (at, _) in word.char_indices().skip(2) {
        let (one, other) = word.split_at(at);
        if other.len() < 2 || is_word(one) && is_word(other) {
            continue;
        }
        for (first, last) in [(one, other), (other, one)] {
            if let Some(last) = roster.last(last) {
                people.extend(roster.firsts(first).into_iter().flat_map(|first| roster.full(first, last)));
            }
        }
        if !people.is_empty() {
            break;
        }
    }
    people
}

/// The pupils with a forename that is nothing else.
fn praised<'r>(roster: &'r Roster, name: &str) -> Vec<&'r Person> {
    if is_ordinary(name) { Vec::new() } else { roster.called(Way::First, name).filter(|person| person.is(Role::Pupil)).collect() }
}

/// Words that tags are made of: #SummerLove, #MayDay.
fn is_tagged(word: &str) -> bool {
    matches!(
        word,
        "summer"
            | "autumn"
            | "winter"
            | "may"
            | "june"
            | "april"
            | "love"
            | "hope"
            | "will"
            | "mark"
            | "grace"
            | "faith"
            | "art"
            | "park"
            | "day"
            | "best"
            | "little"
    )
}

fn is_ordinary(word: &str) -> bool {
    let hash = hash(word.as_bytes());
    words::common(hash) || words::Known::of(word, hash).forename == 3
}

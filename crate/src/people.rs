//! Where a text names people of the roster, and who a name or handle belongs to.

use crate::order;
use crate::roster::{Person, Roster, SHORTEST_TYPO, Way, letters};
use crate::text::{Gap, Text};
use std::borrow::Cow;
use std::ops::Range;

/// The longest name that is looked for, in words.
const LONGEST: usize = 6;

/// A name of the roster that stands in a text.
#[derive(Clone, Debug)]
pub struct Named<'r> {
    /// Its words.
    pub words: Range<usize>,
    /// In which way it is written.
    pub way: Way,
    /// Everyone who is called so.
    pub people: Vec<&'r Person>,
}

/// Every roster name in a text that stands for a whole person: full, reversed, or initial and surname; the longest at each place.
pub fn full_names<'r>(text: &Text, roster: &'r Roster) -> Vec<Named<'r>> {
    let mut found: Vec<Named> = Vec::new();
    if roster.is_empty() {
        return found;
    }
    let mut at = 0;
    while at < text.words.len() {
        match full_name_at(text, roster, at) {
            Some(named) => {
                at = named.words.end;
                found.push(named);
            }
            None => at += 1,
        }
    }
    found
}

/// The longest roster name that starts at a word.
pub fn full_name_at<'r>(text: &Text, roster: &'r Roster, at: usize) -> Option<Named<'r>> {
    if !starts_here(text, roster, at) {
        return None;
    }
    let mut name = plain(text, at).into_owned();
    let mut longest = None;
    for end in at + 1..(at + LONGEST).min(text.words.len()) {
        let gap = text.words[end].gap;
        if gap == Gap::Break || text.words[end - 1].possessive {
            break;
        }
        name.push(' ');
        name.push_str(&plain(text, end));
        let ways: &[Way] = if gap == Gap::Comma { &[Way::Reversed] } else { &[Way::Full, Way::Reversed, Way::Initial] };
        for &way in ways {
            let people: Vec<&Person> = roster.called(way, &name).collect();
            if !people.is_empty() {
                longest = Some(Named { words: at..end + 1, way, people });
                break;
            }
        }
    }
    longest
}

/// Whether somebody's full name may begin with a word.
pub fn starts_here(text: &Text, roster: &Roster, at: usize) -> bool {
    roster.called(Way::Start, &plain(text, at)).next().is_some()
}

/// Two words that differ by one letter each, at most, from somebody's forename and surname: "Kathrine O'Neil".
///
/// The first letter must be right, and short words altogether; see [`SHORTEST_TYPO`]. Nothing is said of names that are right altogether: see [`full_name_at`].
pub fn mistyped_at<'r>(text: &Text, roster: &'r Roster, at: usize) -> Option<Named<'r>> {
    let end = text.words.get(at + 1).filter(|word| word.gap <= Gap::Space && !text.words[at].possessive).map(|_| at + 2)?;
    let last = plain(text, at + 1);
    let mut people = near(roster, &last, Way::Last, Way::NearLast);
    if people.is_empty() {
        return None;
    }
    let first = near(roster, &plain(text, at), Way::First, Way::NearFirst);
    people.retain(|person| first.iter().any(|other| std::ptr::eq(*other, *person)));
    (!people.is_empty()).then_some(Named { words: at..end, way: Way::Full, people })
}

/// Whether a word is somebody's surname, or one that is a letter away.
pub fn is_near_surname(text: &Text, roster: &Roster, at: usize) -> bool {
    !near(roster, &plain(text, at), Way::Last, Way::NearLast).is_empty()
}

/// Everyone with this name or one that is a letter away: changed, left out, added, or swapped with the next.
fn near<'r>(roster: &'r Roster, name: &str, exact: Way, way: Way) -> Vec<&'r Person> {
    let mut people: Vec<&Person> = roster.called(exact, name).collect();
    let length = name.chars().count();
    // No name that is longer is looked for: places are written with two figures.
    if !(SHORTEST_TYPO..99).contains(&length) {
        return people;
    }
    let long = length > SHORTEST_TYPO;
    for (place, (at, letter)) in name.char_indices().enumerate().skip(1) {
        let without = [&name[..at], &name[at + letter.len_utf8()..]];
        // Two letters that changed places; then a letter in the place of another, and one too many.
        people.extend(roster.mistyped(way, without, place - 1).chain(roster.mistyped(way, without, place + 1)));
        if long {
            people.extend(roster.mistyped(way, without, place).chain(roster.written(exact, without)));
        }
    }
    people.extend((1..=length).flat_map(|place| roster.mistyped(way, [name, ""], place)));
    order::by_key(&mut people, |person| std::ptr::from_ref(*person));
    people.dedup_by_key(|person| std::ptr::from_ref(*person));
    people
}

/// People of the roster with this forename (`Way::First`) or surname (`Way::Last`) at a word.
pub fn one_word<'r>(text: &Text, roster: &'r Roster, at: usize, way: Way) -> Vec<&'r Person> {
    roster.called(way, &plain(text, at)).collect()
}

/// Who a display name or handle of another person belongs to.
pub fn who<'r>(roster: &'r Roster, name: Option<&str>, handle: Option<&str>) -> Vec<&'r Person> {
    let handle = handle.map(|handle| handle.trim().trim_start_matches('@').to_lowercase());
    let by_handle = handle.iter().flat_map(|handle| roster.called(Way::Handle, handle));
    let mut people: Vec<&Person> = by_handle.collect();
    if people.is_empty() {
        people = name.map_or_else(Vec::new, |name| by_display_name(roster, name));
    }
    people
}

/// A display name is that of a person when its words are: decoration, middle names and a class behind it may differ.
fn by_display_name<'r>(roster: &'r Roster, name: &str) -> Vec<&'r Person> {
    let words = letters(name);
    let whole =
        |name: &str| -> Vec<&'r Person> { [Way::Full, Way::Reversed].into_iter().flat_map(|way| roster.called(way, name)).collect() };
    let people = whole(&words.join(" "));
    if !people.is_empty() || words.len() < 3 {
        return people;
    }
    let outer = whole(&format!("{} {}", words[0], words[words.len() - 1]));
    if !outer.is_empty() {
        return outer;
    }
    let text = Text::new(name);
    full_names(&text, roster).into_iter().next().map_or_else(Vec::new, |named| named.people)
}

/// A word as roster names are fingerprinted.
fn plain<'t>(text: &'t Text, at: usize) -> Cow<'t, str> {
    let fold = text.fold(at);
    if fold.bytes().any(|byte| matches!(byte, b'\'' | b'@' | b'#')) { fold.replace(['\'', '@', '#'], "").into() } else { fold.into() }
}

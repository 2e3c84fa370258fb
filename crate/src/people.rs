//! Where a text names people of the roster, and who a name or handle belongs to.

use crate::roster::{Person, Roster, Way, letters};
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
    let first = plain(text, at);
    roster.called(Way::Start, &first).next()?;
    let mut name = first.into_owned();
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
    if fold.contains(['\'', '@', '#']) { fold.replace(['\'', '@', '#'], "").into() } else { fold.into() }
}

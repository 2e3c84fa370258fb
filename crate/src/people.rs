//! Where a text names people of the roster, and who a name or handle belongs to.

mod compound;
mod joins;
mod written;

use crate::lexicon;
use crate::names;
use crate::roster::{Person, Role, Roster, Strangers, Way, letters};
use crate::table::Memo;
use crate::text::{Class, Gap, Text, Word};
use joins::Join;
use std::borrow::Cow;
use std::ops::Range;

pub use written::is_public;

/// The most words of a forename and of a surname, and the most middle names between them.
const FIRST: usize = 3;
const LAST: usize = 4;
const MIDDLE: usize = 2;

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

/// Every roster name in a text that names somebody by itself, left to right: full names as names are written, in tags and addresses too,
/// with a letter wrong, and handles. Bare forenames in a tag of praise (`#WellDoneJayden`) have `Way::First`.
pub fn named<'r>(text: &Text, roster: &'r Roster) -> Vec<Named<'r>> {
    let mut found: Vec<Named> = Vec::new();
    if roster.is_empty() {
        return found;
    }
    roster.with_strangers(|strangers| {
        let mut search = Search { text, roster, strangers };
        let mut at = 0;
        while at < text.words.len() {
            let name = search.at(at);
            at = name.as_ref().map_or(at + 1, |name| name.words.end);
            found.extend(name);
        }
    });
    found
}

/// A search for names.
struct Search<'s, 'r> {
    text: &'s Text<'s>,
    roster: &'r Roster,
    strangers: &'s mut Strangers,
}

impl<'r> Search<'_, 'r> {
    fn at(&mut self, at: usize) -> Option<Named<'r>> {
        let (text, roster) = (self.text, self.roster);
        let word = &text.words[at];
        let compound = compound::may_be(text.fold(at));
        let begins =
            || if compound { compound::may_name(text, roster, at) } else { names::is_title(text, at) || starts_here(text, roster, at) };
        let mut named = if !self.strangers.nobody.has(word.hash, || !begins()) || is_address(text, at) {
            self.written_at(at)?
        } else if !compound && word.capital && text.words.get(at + 1).is_some_and(|next| next.capital) {
            self.mistyped_at(at)?
        } else {
            return None;
        };
        // The rest of an address is the person's too.
        named.words.end += usize::from(is_address(text, named.words.end - 1));
        Some(named)
    }

    fn written_at(&mut self, at: usize) -> Option<Named<'r>> {
        let (text, roster) = (self.text, self.roster);
        if names::is_title(text, at) {
            return titled_at(text, roster, at);
        }
        let whole = || full_name_at(text, roster, at).filter(|named| written::is_name(text, named));
        let nothing = text.fold(at).starts_with(['@', '#']) || written::is_prose(text, at) || goes_on_in_prose(text, roster, at);
        let whole = if nothing { None } else { whole() };
        let named = whole.or_else(|| compound::at(text, roster, at)).or_else(|| self.mistyped_at(at))?;
        // Who is called like a pupil by another name, and is spoken of as one of public life, is that one: Muhammad Ali, the boxer.
        (named.way != Way::Alike || !is_public(text, &named.words)).then_some(named)
    }

    fn mistyped_at(&mut self, at: usize) -> Option<Named<'r>> {
        if written::may_be_mistyped(self.text, at) { mistyped_at(self.text, self.roster, at, &mut self.strangers.far) } else { None }
    }
}

/// Whether a word in small letters follows that no name begins with: nearly always so where the word before is somebody's name.
fn goes_on_in_prose(text: &Text, roster: &Roster, at: usize) -> bool {
    // Shorter ones may be half of a surname: "Katie O Neill", "ann mac donald".
    let prose = |word: &Word| !word.capital && text.fold(at + 1).len() > 3 && lexicon::forename(text, at + 1).is_none();
    text.words.get(at + 1).is_some_and(prose) && !starts_here(text, roster, at + 1)
}

/// "Mr Trembath", "Mrs. Helen Smith". Of the people with a surname those are meant whom titles are for.
fn titled_at<'r>(text: &Text, roster: &'r Roster, at: usize) -> Option<Named<'r>> {
    let next = text.words.get(at + 1).filter(|next| next.gap <= Gap::Space || names::is_dot(text, at))?;
    if let Some(named) = full_name_at(text, roster, at + 1).filter(|named| next.capital && written::is_name(text, named)) {
        return Some(Named { words: at..named.words.end, ..named });
    }
    let (end, mut people): (usize, Vec<&Person>) = forms(text, at + 1, LAST)
        .map(|(end, last)| (end, roster.called(Way::Last, &last).collect::<Vec<_>>()))
        .filter(|(_, people)| !people.is_empty())
        .last()?;
    let grown = |person: &Person| person.is(Role::Staff) || person.is(Role::Parent);
    if people.iter().any(|person| grown(person)) {
        people.retain(|person| grown(person));
    }
    Some(Named { words: at..end, way: Way::Last, people })
}

/// Whether a word is the last of what stands before the `@` of an address.
fn is_address(text: &Text, at: usize) -> bool {
    text.words.get(at + 1).is_some_and(|next| next.gap == Gap::Glue) && text.fold(at + 1).starts_with('@')
}

/// Every roster name in a text that stands for a whole person, however it is written; the longest at each place.
pub fn full_names<'r>(text: &Text, roster: &'r Roster) -> Vec<Named<'r>> {
    let mut found: Vec<Named> = Vec::new();
    let mut at = 0;
    while at < text.words.len() && !roster.is_empty() {
        let named = full_name_at(text, roster, at);
        at = named.as_ref().map_or(at + 1, |named| named.words.end);
        found.extend(named);
    }
    found
}

/// The longest roster name that starts at a word.
pub fn full_name_at<'r>(text: &Text, roster: &'r Roster, at: usize) -> Option<Named<'r>> {
    if joins::join(text, at + 1) == Join::Not || !starts_here(text, roster, at) {
        return None;
    }
    let mut longest: Option<Named> = None;
    let mut take = |end: usize, way: Way, people: Vec<&'r Person>| {
        if !people.is_empty() && longest.as_ref().is_none_or(|named| end > named.words.end) {
            longest = Some(Named { words: at..end, way, people });
        }
    };
    forename_first(text, roster, at, &mut take);
    surname_first(text, roster, at, &mut take);
    initial_first(text, roster, at, &mut take);
    longest
}

/// "Jordan Smith", "Jordan Lee Smith", "Jordan "Jordy" Smith".
fn forename_first<'r>(text: &Text, roster: &'r Roster, at: usize, take: &mut dyn FnMut(usize, Way, Vec<&'r Person>)) {
    for (end, first) in forms(text, at, FIRST) {
        let (own, alike): (Option<u64>, Vec<u64>) = (roster.first(&first), roster.alike(&first).collect());
        if own.is_none() && alike.is_empty() {
            continue;
        }
        for between in 0..=MIDDLE {
            let start = end + between;
            if between > 0 && !is_middle(text, start - 1) {
                break;
            }
            let join = joins::join(text, start);
            if !(join <= Join::Line || between > 0 && join == Join::Mark) {
                continue;
            }
            for (end, last) in forms(text, start, LAST).filter_map(|(end, last)| Some((end, roster.last(&last)?))) {
                take(end, Way::Full, own.into_iter().flat_map(|own| roster.full(own, last)).collect());
                take(end, Way::Alike, alike.iter().flat_map(|first| roster.full(*first, last)).collect());
            }
        }
    }
}

/// "Smith Jordan", "Smith, Jordan", "Smith, J".
fn surname_first<'r>(text: &Text, roster: &'r Roster, at: usize, take: &mut dyn FnMut(usize, Way, Vec<&'r Person>)) {
    for (end, last) in forms(text, at, LAST).filter_map(|(end, last)| Some((end, roster.last(&last)?))) {
        if !matches!(joins::join(text, end), Join::Near | Join::Comma) {
            continue;
        }
        for (end, first) in forms(text, end, FIRST) {
            let firsts = roster.firsts(&first);
            take(end, Way::Reversed, firsts.iter().flat_map(|first| roster.full(*first, last)).collect());
        }
        let letter = plain(text, end);
        if letter.chars().count() == 1 && text.words.get(end).is_some_and(|word| word.capital) {
            take(end + 1, Way::Initial, roster.initial(&letter, last).collect());
        }
    }
}

/// "J Smith", "J. M. Smith".
fn initial_first<'r>(text: &Text, roster: &'r Roster, at: usize, take: &mut dyn FnMut(usize, Way, Vec<&'r Person>)) {
    let letter = plain(text, at);
    let single = |at: usize| text.words.get(at).is_some_and(|word| word.capital) && plain(text, at).chars().count() == 1;
    if letter.len() > 4 || letter.chars().count() != 1 {
        return;
    }
    let mut start = at + 1;
    while start <= at + MIDDLE && single(start) && joins::join(text, start) == Join::Near {
        start += 1;
    }
    if joins::join(text, start) != Join::Near {
        return;
    }
    for (end, last) in forms(text, start, LAST).filter_map(|(end, last)| Some((end, roster.last(&last)?))) {
        take(end, Way::Initial, roster.initial(&letter, last).collect());
    }
}

/// The words from a place on written in one, one to `most` of them, and where each ends: "van", "vandyke".
fn forms<'t>(text: &'t Text, at: usize, most: usize) -> impl Iterator<Item = (usize, String)> + use<'t> {
    let mut name = String::new();
    let ends = (at..(at + most).min(text.words.len())).take_while(move |&end| {
        let fits = !text.fold(end).starts_with(['@', '#']);
        fits && (end == at || joins::join(text, end) == Join::Near && !text.words[end - 1].possessive)
    });
    ends.map(move |end| {
        name.push_str(&plain(text, end));
        (end + 1, name.clone())
    })
}

/// Whether a word may stand between forename and surname: a middle name, its initial, or what they are called in quotes or brackets.
fn is_middle(text: &Text, at: usize) -> bool {
    let Some(word) = text.words.get(at) else { return false };
    let initial = word.capital && plain(text, at).chars().count() == 1;
    let near = matches!(joins::join(text, at), Join::Near | Join::Line);
    let marked = joins::join(text, at) == Join::Mark && joins::join(text, at + 1) == Join::Mark;
    !text.words[at - 1].possessive && (marked || near && (initial || lexicon::forename(text, at).is_some()))
}

/// Whether somebody's full name may begin with a word.
pub fn starts_here(text: &Text, roster: &Roster, at: usize) -> bool {
    roster.starts(&plain(text, at))
}

/// Two words that differ by one letter each, at most, from somebody's forename and surname: "Kathrine O'Neil".
///
/// The first letter must be right, and short words altogether; see [`crate::roster::SHORTEST_TYPO`]. Nothing is said of names that are right altogether: see [`full_name_at`].
fn mistyped_at<'r>(text: &Text, roster: &'r Roster, at: usize, far: &mut Memo) -> Option<Named<'r>> {
    let glued = |at: usize| text.words.get(at).is_some_and(|word| word.gap == Gap::Glue);
    for (start, first) in forms(text, at, 1 + usize::from(glued(at + 1))) {
        if !matches!(joins::join(text, start), Join::Near | Join::Line) || text.words[start - 1].possessive {
            continue;
        }
        // A particle, or one of two names with a hyphen.
        let most = 1 + usize::from(!text.words[start].capital || glued(start + 1));
        for (end, last) in forms(text, start, most) {
            // The surname is the rarer one, and asked first.
            if end == start + 1 && far.has(text.words[start].hash, || roster.near(&last, Way::Last, Way::NearLast).is_empty()) {
                continue;
            }
            let lasts = roster.near(&last, Way::Last, Way::NearLast);
            let firsts = if lasts.is_empty() { Vec::new() } else { roster.near(&first, Way::First, Way::NearFirst) };
            let people: Vec<&Person> = lasts.iter().flat_map(|last| firsts.iter().flat_map(|first| roster.full(*first, *last))).collect();
            if !people.is_empty() {
                return Some(Named { words: at..end, way: Way::Full, people });
            }
        }
    }
    None
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
    let text = Text::known(name);
    let last = text.words.len();
    let whole = |found: &Named| found.words == (0..last) && found.way != Way::Initial;
    if let Some(named) = full_name_at(&text, roster, 0).filter(whole) {
        return named.people;
    }
    let words = letters(name);
    if let [first, .., family] = &words[..]
        && words.len() > 2
        && let Some(last) = roster.last(family)
    {
        let outer: Vec<&Person> = roster.firsts(first).into_iter().flat_map(|first| roster.full(first, last)).collect();
        if !outer.is_empty() {
            return outer;
        }
    }
    full_names(&text, roster).into_iter().find(|_| words.len() > 2).map_or_else(Vec::new, |named| named.people)
}

/// A word as roster names are fingerprinted.
fn plain<'t>(text: &'t Text, at: usize) -> Cow<'t, str> {
    let fold = text.fold(at);
    if fold.bytes().any(|byte| matches!(byte, b'\'' | b'@' | b'#')) { fold.replace(['\'', '@', '#'], "").into() } else { fold.into() }
}

impl Roster {
    /// Marks the school's own classes where their names could be a measure too: "amber day (9G)", "10X4 were great".
    pub(crate) fn mark_forms(&self, text: &mut Text) {
        for at in 0..if self.is_empty() { 0 } else { text.words.len() } {
            let figure = text.fold(at).starts_with(|c: char| c.is_ascii_digit());
            if figure && text.class(at, Class::Form).is_none() && self.has_form(text.hash(at)) && is_written_as_class(text, at) {
                text.mark(at, Class::Form, 1);
                text.mark(at, Class::Year, 1);
            }
        }
    }
}

/// With capitals, or in small letters in brackets.
fn is_written_as_class(text: &Text, at: usize) -> bool {
    text.written(&(at..at + 1)).contains(char::is_uppercase) || text.raw[..text.words[at].start as usize].ends_with('(')
}

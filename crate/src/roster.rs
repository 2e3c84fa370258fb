//! The roster: who is a pupil, leaver, parent or member of staff, kept only as keyed fingerprints.
//!
//! After reading, no name, birth date, address or handle is left: a name is met again only by
//! fingerprinting the words of a text with the same key. What is kept of a person is what the rules
//! need: role, form group, initials, the days on which they turn 18 and 19, the day they left.

mod columns;
mod read;
mod variants;

pub use read::{Import, Refused};
pub use variants::{SHORTEST_TYPO, Way, letters};

use crate::clock::Day;
use crate::json;
use crate::order;
use jiff::civil::Date;
use siphasher::sip::SipHasher13;

/// Who someone is to the school.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A current pupil or student.
    #[default]
    Pupil,
    /// A former pupil.
    Leaver,
    /// A member of staff, a governor or a trustee.
    Staff,
    /// A parent or carer.
    Parent,
}

json!(words Role { Pupil = "pupil", Leaver = "leaver", Staff = "staff", Parent = "parent" });

impl Role {
    /// The word that policy packs use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Pupil => "pupil",
            Self::Leaver => "leaver",
            Self::Staff => "staff",
            Self::Parent => "parent",
        }
    }
}

/// What is kept of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Who they are, as the file said; see [`Person::role_on`].
    role: Role,
    /// Form or registration group, for example `9B`.
    pub form: String,
    /// Initials, for example `JS`.
    pub initials: String,
    /// The days on which they turn 18 and 19.
    pub turns: Option<[Day; 2]>,
    /// The day they left or will leave.
    left: Option<Day>,
}

json!(Person, strict { role: Need, form: Need, initials: Need, turns: May, left: May });

impl Person {
    /// Who they are on a day: a pupil whose leaving date has come is a leaver.
    pub fn role_on(&self, day: Date) -> Role {
        match (self.role, self.left) {
            (Role::Pupil, Some(left)) if left <= day.into() => Role::Leaver,
            (role, _) => role,
        }
    }

    /// Initials and form group, for example `JS 9B`.
    pub fn label(&self) -> String {
        format!("{} {}", self.initials, self.form).trim().to_owned()
    }
}

/// People and the fingerprints of what they are called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    key: [u8; 16],
    people: Vec<Person>,
    index: Prints,
    /// A bit for some bits of each fingerprint: nearly every word of a text is nobody's name, and is told so at once.
    filter: Vec<u64>,
}

json!(Roster, strict { key: Need, people: Need, index: Need });

/// Fingerprints and whose they are, sorted.
///
/// Kept as one text of [`Prints::DIGITS`] characters each: a background that wakes reads two thousand people twenty times a morning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Prints(Vec<(u64, u32)>);

impl Prints {
    /// Six bits a character: eleven for the fingerprint, four for whose it is.
    const DIGITS: usize = 15;
    const OF_PRINT: usize = 11;

    fn digits(print: u64, person: u32) -> impl Iterator<Item = char> {
        let places = (0..Self::OF_PRINT).map(move |at| print >> (6 * at));
        let places = places.chain((0..Self::DIGITS - Self::OF_PRINT).map(move |at| u64::from(person) >> (6 * at)));
        // From `#` on, past the backslash, which JSON would write twice.
        places.map(|bits| (bits & 63) as u8 + b'#').map(|byte| char::from(byte + u8::from(byte >= b'\\')))
    }

    fn row(digits: &[u8]) -> (u64, u32) {
        let bits = |digit: &u8| u64::from(digit.wrapping_sub(b'#' + u8::from(*digit > b'\\')) & 63);
        let number = |digits: &[u8]| digits.iter().rev().fold(0, |number, digit| number << 6 | bits(digit));
        (number(&digits[..Self::OF_PRINT]), number(&digits[Self::OF_PRINT..]) as u32)
    }
}

impl json::Write for Prints {
    fn write(&self, to: &mut String) {
        let all: String = self.0.iter().flat_map(|(print, person)| Self::digits(*print, *person)).collect();
        json::text(to, &all);
    }
}

impl json::Read for Prints {
    fn read(&mut self, from: &mut json::Reader) -> Option<()> {
        let all = from.string("fingerprints")?;
        let rows = all.as_bytes().chunks_exact(Self::DIGITS);
        if !rows.remainder().is_empty() {
            return from.wrong("fingerprints that are cut short");
        }
        self.0 = rows.map(Self::row).collect();
        Some(())
    }
}

impl Roster {
    /// A roster of nobody.
    pub fn empty() -> Self {
        Self::default()
    }

    /// How many people it holds.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether it holds nobody.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The people called `name` in one of the ways names are written.
    ///
    /// `name` must be folded as [`letters`] folds it.
    pub fn called(&self, way: Way, name: &str) -> impl Iterator<Item = &Person> + use<'_> {
        self.written(way, [name, ""])
    }

    /// The people called by a name in two halves.
    pub(crate) fn written(&self, way: Way, name: [&str; 2]) -> impl Iterator<Item = &Person> + use<'_> {
        self.printed(fingerprint(&self.key, way, &name))
    }

    /// The people whose names are these two halves once the letter at a place is left out, see [`variants::gap`].
    pub(crate) fn mistyped(&self, way: Way, without: [&str; 2], place: usize) -> impl Iterator<Item = &Person> + use<'_> {
        let digits = [b' ', b'0' + (place / 10) as u8, b'0' + (place % 10) as u8];
        let place = str::from_utf8(&digits[if place < 10 { 2 } else { 1 }..]).unwrap_or_default();
        self.printed(fingerprint(&self.key, way, &[without[0], without[1], " ", place]))
    }

    fn printed(&self, print: u64) -> impl Iterator<Item = &Person> + use<'_> {
        let may = self.filter.get(place(print, self.filter.len())).is_some_and(|bits| bits & (1 << (print & 63)) != 0);
        let index = &self.index.0;
        let first = if may { index.partition_point(|(other, _)| *other < print) } else { index.len() };
        index[first..].iter().take_while(move |(other, _)| *other == print).filter_map(|(_, at)| self.people.get(*at as usize))
    }

    /// One roster of several; all must have been read with one key.
    #[must_use]
    pub fn join(rosters: impl IntoIterator<Item = Self>) -> Self {
        let mut joined = Self::empty();
        for roster in rosters.into_iter().filter(|roster| !roster.is_empty()) {
            let offset = joined.people.len() as u32;
            joined.key = roster.key;
            joined.people.extend(roster.people);
            joined.index.0.extend(roster.index.0.into_iter().map(|(print, at)| (print, at + offset)));
        }
        joined.settled()
    }

    /// With the index in order and its filter made.
    fn settled(mut self) -> Self {
        order::by_key(&mut self.index.0, |row| *row);
        self.filter = vec![0; (self.index.0.len() / 4).next_power_of_two()];
        let words = self.filter.len();
        for (print, _) in &self.index.0 {
            self.filter[place(*print, words)] |= 1 << (print & 63);
        }
        self
    }

    /// The roster as bytes, for sealing at rest; they hold no name.
    pub fn to_bytes(&self) -> Vec<u8> {
        json::written(self).into_bytes()
    }

    /// A roster from its bytes; `None` when they are not one.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let roster: Self = json::read(std::str::from_utf8(bytes).ok()?).ok()?;
        Some(roster.settled())
    }

    fn add(&mut self, person: Person, names: impl IntoIterator<Item = (Way, String)>) {
        let at = self.people.len() as u32;
        let mut prints: Vec<u64> = names.into_iter().map(|(way, name)| fingerprint(&self.key, way, &[&name])).collect();
        order::by_key(&mut prints, |print| *print);
        prints.dedup();
        self.people.push(person);
        self.index.0.extend(prints.into_iter().map(|print| (print, at)));
    }
}

/// The word of a filter of `words` words that holds a fingerprint's bit.
fn place(print: u64, words: usize) -> usize {
    (print >> 6) as usize & words.wrapping_sub(1)
}

/// A keyed fingerprint (`SipHash` 1-3) of a folded name, given in parts.
fn fingerprint(key: &[u8; 16], way: Way, name: &[&str]) -> u64 {
    let hasher = SipHasher13::new_with_key(key);
    // Nearly every name fits, and is hashed in one go.
    let mut bytes = [way as u8; 64];
    let length = name.iter().map(|part| part.len()).sum::<usize>() + 1;
    if length > bytes.len() {
        let parts = name.iter().map(|part| part.as_bytes());
        return hasher.hash(&[&[way as u8][..]].into_iter().chain(parts).collect::<Vec<_>>().concat());
    }
    let mut at = 1;
    for part in name {
        bytes[at..at + part.len()].copy_from_slice(part.as_bytes());
        at += part.len();
    }
    hasher.hash(&bytes[..length])
}

#[cfg(test)]
mod tests {
    use super::{Prints, Roster};

    proptest::proptest! {
        #[test]
        fn what_is_kept_is_read_again(rows in proptest::collection::vec((proptest::num::u64::ANY, 0..0x100_0000u32), 0..20)) {
            let kept = crate::json::written(&Prints(rows.clone()));
            proptest::prop_assert_eq!(kept.len(), rows.len() * Prints::DIGITS + 2);
            proptest::prop_assert_eq!(crate::json::read::<Prints>(&kept).map(|prints| prints.0), Ok(rows));
        }

        #[test]
        fn whatever_was_kept_is_answered(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..60), text in "\\PC*") {
            let _ = (Roster::from_bytes(&bytes), crate::json::read::<Prints>(&crate::json::written(&text)));
        }
    }
}

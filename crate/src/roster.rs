//! The roster: who is a pupil, leaver, parent or member of staff, kept only as keyed fingerprints.
//!
//! After reading, no name, birth date, address or handle is left: a name is met again only by
//! fingerprinting the words of a text with the same key. What is kept of a person is what the rules
//! need: role, form group, initials, the days on which they turn 18 and 19, the day they left.

mod alike;
mod asked;
mod columns;
mod dates;
mod index;
mod keeper;
mod names;
mod packed;
mod read;
mod rows;
mod table;

pub(crate) use asked::Strangers;
pub use columns::Column;
pub use names::{SHORTEST_TYPO, letters};
pub use read::{File, Import, Refused, Told};
pub use table::Choice;

use crate::clock::Day;
use crate::json;
use crate::order;
use asked::Asked;
use index::{Row, first, sort, starts};
use jiff::civil::Date;
use keeper::Keeper;
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

impl Person {
    /// Who they are on a day: a pupil whose leaving date has come is a leaver.
    pub fn role_on(&self, day: Date) -> Role {
        match (self.role, self.left) {
            (Role::Pupil, Some(left)) if left <= day.into() => Role::Leaver,
            (role, _) => role,
        }
    }

    /// Whether the file said that they are this.
    pub(crate) fn is(&self, role: Role) -> bool {
        self.role == role
    }

    /// Initials and form group, for example `JS 9B`.
    pub fn label(&self) -> String {
        format!("{} {}", self.initials, self.form).trim().to_owned()
    }
}

/// In which way a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Way {
    /// The first word of any form: a quick "could a name start here?".
    Start = 0,
    /// Forename and surname.
    Full = 1,
    /// Surname, then forename.
    Reversed = 2,
    /// Initial and surname.
    Initial = 3,
    /// Forename alone; naming only where a role or class stands by.
    First = 4,
    /// Surname alone; naming only behind a title.
    Last = 5,
    /// Handle, mail address or its local part.
    Handle = 6,
    /// A forename with one letter left out, and which: how a mistyped one is met.
    NearFirst = 7,
    /// A surname with one letter left out, and which.
    NearLast = 8,
    /// A forename that means the same as another, alone or with the surname: Kate is Katherine.
    Alike = 9,
}

/// People and the fingerprints of what they are called.
///
/// A person is found by the fingerprints of forename and surname together, of each, and of handles. What is true of a name whoever has
/// it (how it may be mistyped, what else it is called) is kept once for each name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    key: [u8; 16],
    people: Vec<Person>,
    /// Whose a fingerprint is, sorted.
    index: Vec<Row>,
    /// The fingerprints of names.
    names: Vec<u64>,
    /// Which of `names` a fingerprint leads to, sorted.
    leads: Vec<Row>,
    /// The hashes of the classes of its people that begin with a figure, in order.
    forms: Vec<u64>,
    /// A bit for some bits of each fingerprint: nearly every word of a text is nobody's name, and is told so at once.
    filter: Vec<u64>,
    /// Where the rows of `index` and of `leads` begin that begin with the same bits, see [`starts`].
    starts: [Vec<u32>; 2],
    /// What texts have asked already.
    asked: Asked,
}

/// So many people of one name are looked at; whoever has more of them is no school.
const MOST: usize = 1_000;

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

    /// The people with a forename, surname or handle (`Way::First`, `Way::Last`, `Way::Handle`).
    ///
    /// `name` must be folded as [`letters`] folds it, without spaces.
    pub fn called(&self, way: Way, name: &str) -> impl Iterator<Item = &Person> + use<'_> {
        self.people(self.print(way, name))
    }

    /// Whether the form of a name may begin with a word.
    pub(crate) fn starts(&self, word: &str) -> bool {
        self.numbers(&self.leads, &self.starts[1], self.print(Way::Start, word)).next().is_some()
    }

    /// The fingerprint of a surname that somebody has.
    pub(crate) fn last(&self, name: &str) -> Option<u64> {
        let print = self.print(Way::Last, name);
        self.people(print).next().map(|_| print)
    }

    /// The fingerprint of a forename that somebody has.
    pub(crate) fn first(&self, name: &str) -> Option<u64> {
        let print = self.print(Way::First, name);
        self.people(print).next().map(|_| print)
    }

    /// The fingerprints of the forenames that another one may mean: Kate is Katherine.
    pub(crate) fn alike(&self, name: &str) -> impl Iterator<Item = u64> + use<'_> {
        self.leading(self.print(Way::Alike, name))
    }

    /// The fingerprints of the forenames that a forename may mean, its own first.
    pub(crate) fn firsts(&self, name: &str) -> Vec<u64> {
        self.first(name).into_iter().chain(self.alike(name)).collect()
    }

    /// The people with this forename and surname, by their fingerprints.
    pub(crate) fn full(&self, first: u64, last: u64) -> impl Iterator<Item = &Person> + use<'_> {
        self.people(pair(&self.key, first, last))
    }

    /// The people whose forename begins with a letter, with a surname.
    pub(crate) fn initial(&self, letter: &str, last: u64) -> impl Iterator<Item = &Person> + use<'_> {
        self.people(pair(&self.key, self.print(Way::Initial, letter), last))
    }

    /// The fingerprints of the names that are a letter away (changed, left out, added, or swapped with the next), the name itself among
    /// them; the first letter must be right, and short names altogether, see [`SHORTEST_TYPO`].
    pub(crate) fn near(&self, name: &str, exact: Way, way: Way) -> Vec<u64> {
        let mut found: Vec<u64> = vec![self.print(exact, name)];
        let length = name.chars().count();
        if (SHORTEST_TYPO..=names::LONGEST_TYPO).contains(&length) {
            let long = length > SHORTEST_TYPO;
            for (place, (at, letter)) in name.char_indices().enumerate().skip(1) {
                let without = [&name[..at], &name[at + letter.len_utf8()..]];
                let mut gap = |place: usize| found.extend(self.leading(self.gap(way, without, place)));
                // Two letters that changed places; then a letter in the place of another, and one too many.
                gap(place - 1);
                gap(place + 1);
                if long {
                    gap(place);
                    found.push(fingerprint(&self.key, exact, &without));
                }
            }
            (1..=length).for_each(|place| found.extend(self.leading(self.gap(way, [name, ""], place))));
        }
        found.retain(|print| self.people(*print).next().is_some());
        order::by_key(&mut found, |print| *print);
        found.dedup();
        found
    }

    fn gap(&self, way: Way, without: [&str; 2], place: usize) -> u64 {
        let digits = [b' ', b'0' + (place / 10) as u8, b'0' + (place % 10) as u8];
        let place = str::from_utf8(&digits[if place < 10 { 2 } else { 1 }..]).unwrap_or_default();
        fingerprint(&self.key, way, &[without[0], without[1], " ", place])
    }

    fn print(&self, way: Way, name: &str) -> u64 {
        fingerprint(&self.key, way, &[name])
    }

    fn people(&self, print: u64) -> impl Iterator<Item = &Person> + use<'_> {
        self.numbers(&self.index, &self.starts[0], print).take(MOST).filter_map(|at| self.people.get(at as usize))
    }

    fn leading(&self, print: u64) -> impl Iterator<Item = u64> + use<'_> {
        self.numbers(&self.leads, &self.starts[1], print).take(MOST).filter_map(|at| self.names.get(at as usize)).copied()
    }

    fn numbers<'r>(&'r self, rows: &'r [Row], starts: &[u32], print: u64) -> impl Iterator<Item = u32> + use<'r> {
        let may = self.filter.get(place(print, self.filter.len())).is_some_and(|bits| bits & (1 << (print & 63)) != 0);
        let first = if may { first(rows, starts, print) } else { rows.len() };
        rows[first..].iter().take_while(move |(other, _)| *other == print).map(|(_, at)| *at)
    }

    /// One roster of several; all must have been read with one key.
    #[must_use]
    pub fn join(rosters: impl IntoIterator<Item = Self>) -> Self {
        let mut rosters = rosters.into_iter().filter(|roster| !roster.is_empty());
        let mut joined = rosters.next().unwrap_or_default();
        let Some(second) = rosters.next() else { return joined };
        for roster in [second].into_iter().chain(rosters) {
            let (people, names) = (joined.people.len() as u32, joined.names.len() as u32);
            joined.people.extend(roster.people);
            joined.names.extend(roster.names);
            joined.index.extend(roster.index.into_iter().map(|(print, at)| (print, at + people)));
            joined.leads.extend(roster.leads.into_iter().map(|(print, at)| (print, at + names)));
        }
        joined.settled()
    }

    /// Whether somebody is in a class, by the hash of its folded name.
    pub(crate) fn has_form(&self, form: u64) -> bool {
        self.forms.binary_search(&form).is_ok()
    }

    /// With the indexes in order, and all that is worked out of them.
    fn settled(mut self) -> Self {
        for rows in [&mut self.index, &mut self.leads] {
            sort(rows);
            rows.dedup();
        }
        self.ready()
    }

    /// With all that is worked out of indexes that are in order, as they were kept.
    fn ready(mut self) -> Self {
        let figure = |person: &&Person| person.form.starts_with(|c: char| c.is_ascii_digit());
        // As texts have it.
        let form = |person: &Person| crate::text::hash(person.form.to_ascii_lowercase().as_bytes());
        self.forms = self.people.iter().filter(figure).map(form).collect();
        order::by_key(&mut self.forms, |form| *form);
        self.forms.dedup();
        let rows = self.index.len() + self.leads.len();
        if rows == 0 {
            return self;
        }
        self.starts = [&self.index, &self.leads].map(|rows| starts(rows));
        self.asked = Asked::default();
        self.filter = vec![0; (rows / 8).next_power_of_two()];
        let words = self.filter.len();
        for (print, _) in self.index.iter().chain(&self.leads) {
            self.filter[place(*print, words)] |= 1 << (print & 63);
        }
        self
    }

    /// The roster as bytes, for sealing at rest; they hold no name.
    pub fn to_bytes(&self) -> Vec<u8> {
        json::written(&packed::Packed::of(self)).into_bytes()
    }

    /// A roster from its bytes; `None` when they are not one.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let packed: packed::Packed = json::read(std::str::from_utf8(bytes).ok()?).ok()?;
        Some(packed.opened()?.ready())
    }
}

/// The word of a filter of `words` words that holds a fingerprint's bit.
fn place(print: u64, words: usize) -> usize {
    (print >> 6) as usize & words.wrapping_sub(1)
}

/// So many bits of a fingerprint are kept: of a million words that nobody is called by, one in 300 million is taken for a name.
const BITS: u32 = 48;

/// A keyed fingerprint (`SipHash` 1-3) of a folded name, given in parts.
fn fingerprint(key: &[u8; 16], way: Way, name: &[&str]) -> u64 {
    let hasher = SipHasher13::new_with_key(key);
    // Nearly every name fits, and is hashed in one go.
    let mut bytes = [way as u8; 64];
    let length = name.iter().map(|part| part.len()).sum::<usize>() + 1;
    if length > bytes.len() {
        let parts = name.iter().map(|part| part.as_bytes());
        return hasher.hash(&[&[way as u8][..]].into_iter().chain(parts).collect::<Vec<_>>().concat()) >> (64 - BITS);
    }
    let mut at = 1;
    for part in name {
        bytes[at..at + part.len()].copy_from_slice(part.as_bytes());
        at += part.len();
    }
    hasher.hash(&bytes[..length]) >> (64 - BITS)
}

/// The fingerprint of a forename (or initial) and a surname together, from theirs.
fn pair(key: &[u8; 16], first: u64, last: u64) -> u64 {
    let mut bytes = [Way::Full as u8; 17];
    bytes[1..9].copy_from_slice(&first.to_le_bytes());
    bytes[9..].copy_from_slice(&last.to_le_bytes());
    SipHasher13::new_with_key(key).hash(&bytes) >> (64 - BITS)
}

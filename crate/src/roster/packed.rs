//! A roster as it is kept: figures of six bits a character, 12 characters a fingerprint, so that many people take little room
//! and are read at once when a background wakes.

use super::{BITS, Person, Role, Roster, Row};
use crate::clock::Day;
use crate::json;

/// What is kept.
#[derive(Debug, Default)]
pub(super) struct Packed {
    key: [u8; 16],
    /// Forms and initials, each once; of a person their place, from 1, is kept.
    words: Vec<String>,
    people: String,
    index: String,
    names: String,
    leads: String,
}

json!(Packed, strict { key: Need, words: Need, people: Need, index: Need, names: Need, leads: Need });

/// Characters of a fingerprint, a number, a day, and a word's place.
const PRINT: usize = BITS as usize / 6;
const NUMBER: usize = 4;
const DAY: usize = 5;
const WORD: usize = 4;

impl Packed {
    pub fn of(roster: &Roster) -> Self {
        let mut packed = Self { key: roster.key, ..Self::default() };
        let mut places = std::collections::BTreeMap::new();
        for person in &roster.people {
            let day = |day: Option<Day>| day.map_or(0, Day::number);
            put(&mut packed.people, person.role as u64, 1);
            for word in [&person.form, &person.initials] {
                let next = places.len() as u64 + 1;
                let at = *places.entry(word.clone()).or_insert_with(|| {
                    packed.words.push(word.clone());
                    next
                });
                put(&mut packed.people, at, WORD);
            }
            let turns = person.turns;
            for number in [day(turns.map(|turns| turns[0])), day(turns.map(|turns| turns[1])), day(person.left)] {
                put(&mut packed.people, number, DAY);
            }
        }
        packed.index = rows(&roster.index);
        packed.leads = rows(&roster.leads);
        roster.names.iter().for_each(|name| put(&mut packed.names, *name, PRINT));
        packed
    }

    /// The roster as it was kept, nothing worked out yet; `None` when something is cut short.
    pub fn opened(self) -> Option<Roster> {
        let person = |digits: &[u8]| {
            let mut at = 0;
            let mut next = |length: usize| {
                at += length;
                number(&digits[at - length..at])
            };
            let role = [Role::Pupil, Role::Leaver, Role::Staff, Role::Parent].get(next(1) as usize).copied().unwrap_or_default();
            let mut word = || self.words.get((next(WORD) as usize).wrapping_sub(1)).cloned().unwrap_or_default();
            let (form, initials) = (word(), word());
            let (turns, left) = (Day::of(next(DAY)).zip(Day::of(next(DAY))), Day::of(next(DAY)));
            Person { role, form, initials, turns: turns.map(|(one, other)| [one, other]), left }
        };
        let row = |digits: &[u8]| -> Row { (number(&digits[..PRINT]), number(&digits[PRINT..]) as u32) };
        Some(Roster {
            key: self.key,
            people: each(&self.people, 1 + 2 * WORD + 3 * DAY, person)?,
            index: each(&self.index, PRINT + NUMBER, row)?,
            names: each(&self.names, PRINT, number)?,
            leads: each(&self.leads, PRINT + NUMBER, row)?,
            ..Roster::default()
        })
    }
}

fn rows(rows: &[Row]) -> String {
    let mut all = String::with_capacity(rows.len() * (PRINT + NUMBER));
    for (print, at) in rows {
        put(&mut all, *print, PRINT);
        put(&mut all, u64::from(*at), NUMBER);
    }
    all
}

/// Writes a number in so many figures, the least first.
fn put(to: &mut String, mut number: u64, figures: usize) {
    let mut written = [b'#'; PRINT];
    for figure in &mut written[..figures] {
        // From `#` on, past the backslash, which JSON would write twice.
        let byte = (number & 63) as u8 + b'#';
        *figure = byte + u8::from(byte >= b'\\');
        number >>= 6;
    }
    to.push_str(str::from_utf8(&written[..figures]).unwrap_or_default());
}

fn number(figures: &[u8]) -> u64 {
    let bits = |digit: &u8| u64::from(digit.wrapping_sub(b'#' + u8::from(*digit > b'\\')) & 63);
    figures.iter().rev().fold(0, |number, digit| number << 6 | bits(digit))
}

fn each<T>(all: &str, length: usize, read: impl Fn(&[u8]) -> T) -> Option<Vec<T>> {
    let rows = all.as_bytes().chunks_exact(length);
    rows.remainder().is_empty().then(|| rows.map(read).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn numbers_are_read_again(one in 0..1_u64 << 48, other in 0..1_u64 << 24) {
            let mut kept = String::new();
            put(&mut kept, one, PRINT);
            put(&mut kept, other, NUMBER);
            proptest::prop_assert_eq!(kept.len(), PRINT + NUMBER);
            let found = each(&kept, 12, |digits| (number(&digits[..8]), number(&digits[8..])));
            proptest::prop_assert_eq!(found, Some(vec![(one, other)]));
        }

        #[test]
        fn whatever_was_kept_is_answered(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..60), text in "\\PC*") {
            let packed = Packed { people: text.clone(), index: text, ..Packed::default() };
            let _ = (Roster::from_bytes(&bytes), Roster::from_bytes(json::written(&packed).as_bytes()));
        }
    }
}

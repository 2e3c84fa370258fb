//! Offensive language in a text: what was said, about what, how strongly, and at whom.

mod aim;
mod contempt;
mod disguise;
mod innocent;
mod remarks;
mod terms;

pub use aim::Aim;
use aim::aimed;
pub(crate) use disguise::may_hide;
pub(crate) use innocent::is_quoted;
use std::ops::Range;
pub use terms::Category;
use terms::{Class, Reading, TERMS};

use crate::order;
use crate::text::Text;

/// Something offensive in a text.
#[derive(Clone, Debug)]
pub struct Offence {
    /// Its place in bytes.
    pub place: Range<usize>,
    /// What it is about.
    pub category: Category,
    /// From 1 (mild) to 4 (strongest).
    pub strength: u8,
    /// Whom it is aimed at.
    pub aim: Aim,
    /// Whether it is told of somebody, or objected to, and not said.
    pub told: bool,
}

/// Everything offensive, left to right, the gravest of those that overlap.
pub fn find(text: &Text) -> Vec<Offence> {
    let mut found: Vec<Offence> = TERMS.phrases.find(text).into_iter().filter_map(|term| read(text, &term.words, *term.tag)).collect();
    let hidden = disguise::seen_through(text).into_iter();
    found.extend(hidden.map(|(place, class)| Offence {
        place,
        category: class.category,
        strength: class.strength,
        aim: Aim::Nobody,
        told: false,
    }));
    found.extend(remarks::find(text));
    found.extend(contempt::find(text));
    let mut found = without_overlaps(found);
    innocent::note_telling(text, &mut found);
    found
}

/// A term in its context; none when it is innocent there.
fn read(text: &Text, words: &Range<usize>, class: Class) -> Option<Offence> {
    if innocent::is_innocent(text, words) {
        return None;
    }
    let seen = aimed(text, words, class.reading);
    let hits = matches!(seen.aim, Aim::You | Aim::Other);
    let counts = match class.reading {
        Reading::Always => class.category != Category::Insult || seen.aim != Aim::Author,
        Reading::Called | Reading::Said => hits,
        Reading::Despised => hits && seen.contempt,
    };
    counts.then(|| Offence { place: text.span(words), category: class.category, strength: class.strength, aim: seen.aim, told: seen.told })
}

/// Sorted, the stronger of two that overlap kept.
fn without_overlaps(mut found: Vec<Offence>) -> Vec<Offence> {
    order::by_key(&mut found, |one| (one.place.start, std::cmp::Reverse(one.strength), std::cmp::Reverse(one.place.end)));
    let mut kept: Vec<Offence> = Vec::with_capacity(found.len());
    for one in found {
        match kept.last_mut() {
            Some(last) if one.place.start < last.place.end => {
                if one.strength > last.strength {
                    *last = one;
                }
            }
            _ => kept.push(one),
        }
    }
    kept
}

//! Whether words that are somebody's name are meant as one: names are also words, and words meet by chance.

use super::{Named, joins};
use crate::facts::List;
use crate::names;
use crate::phrase::Words;
use crate::roster::Way;
use crate::tagger;
use crate::text::{Class, Gap, Text};
use joins::Join;
use std::ops::Range;
use std::sync::LazyLock;

/// Whether a roster name is written as a name: two ordinary words such as "grace will" are not, and an initial needs its capital.
pub(super) fn is_name(text: &Text, named: &Named) -> bool {
    let words = named.words.clone();
    let (first, last) = (words.start, words.end - 1);
    let capitals = text.words[first].capital && text.words[last].capital && !is_shouted(text, &words);
    let ordinary = words.clone().all(|at| is_ordinary(text, at));
    let comma = named.way == Way::Reversed && words.clone().skip(1).any(|at| text.words[at].gap == Gap::Comma);
    if super::is_address(text, last) || ordinary && is_beside_class(text, &words) {
        return true;
    }
    match named.way {
        Way::Initial => capitals && is_initial(text, &words) && !(ordinary_surname(text, &words) && is_headline(text, &words)),
        // "Will Grace come?" is no "Will, Grace" of a list.
        Way::Reversed if ordinary => {
            capitals && (comma || !is_headline(text, &words) && !words.clone().any(|at| text.on(at, List::Ordinary)))
        }
        _ if capitals => !(ordinary && is_headline(text, &words)),
        _ => !ordinary,
    }
}

/// Whether two ordinary words begin here, in small letters and with no class near: nobody's name, whoever is called so. Nearly
/// every word of a text that somebody is called by is told so at once.
pub(super) fn is_prose(text: &Text, at: usize) -> bool {
    let prose = |at: usize| text.words.get(at).is_some_and(|word| !word.capital) && is_ordinary(text, at);
    let class = Class::Year.bit() | Class::Form.bit();
    let near = at.saturating_sub(1)..(at + 4).min(text.words.len());
    prose(at) && prose(at + 1) && !near.into_iter().any(|at| text.classes(at) & class != 0 || text.fold(at).starts_with('@'))
}

/// Whether words may be somebody's name with a letter wrong: they have capitals, and of two one may be an ordinary word if the other
/// is in no dictionary ("Hope Okaafor").
pub(super) fn may_be_mistyped(text: &Text, at: usize) -> bool {
    let capital = |at: usize| {
        text.words.get(at).is_some_and(|word| word.capital && text.fold(at).len() > 2 && !text.fold(at).starts_with(['@', '#']))
    };
    let odd = |at: usize| text.words.get(at).is_some_and(|word| word.facts.known().word == 0) && !text.on(at, List::Ordinary);
    // A particle may stand between, as in "Jamsine van Dyke".
    let behind = if capital(at + 1) { at + 1 } else { at + 2 };
    let fits = |at: usize| !text.on(at, List::Ordinary);
    capital(at) && capital(behind) && (fits(at) && fits(behind) || odd(at) || odd(behind))
}

/// The letter of an initial: "A" at a sentence's start is a word unless a dot follows, and "I" before an ordinary one.
fn is_initial(text: &Text, words: &Range<usize>) -> bool {
    let (first, last) = (words.start, words.end - 1);
    let dot = text.raw.get(text.words[first].end as usize..).is_some_and(|rest| rest.starts_with('.'));
    let letter = match text.fold(first) {
        _ if dot => true,
        "a" => !text.starts_sentence(first),
        "i" => !ordinary_surname(text, words),
        _ => true,
    };
    letter && !matches!(text.fold(last), "i" | "a")
}

fn ordinary_surname(text: &Text, words: &Range<usize>) -> bool {
    words.clone().filter(|at| text.fold(*at).len() > 1).all(|at| is_ordinary(text, at))
}

/// A word that is also used for other things than a name.
fn is_ordinary(text: &Text, at: usize) -> bool {
    text.on(at, List::Common) || text.on(at, List::Ordinary)
}

/// Whether more words with capitals stand around, as in "Why Will Young People Vote".
fn is_headline(text: &Text, words: &Range<usize>) -> bool {
    let capital = |at: usize| text.words[at].capital && text.fold(at).len() > 1;
    let before = words.start.checked_sub(1).filter(|_| joins::join(text, words.start) == Join::Near);
    let before = before.is_some_and(|at| capital(at) && !text.starts_sentence(at) && !names::is_title(text, at));
    before || joins::join(text, words.end) == Join::Near && capital(words.end)
}

/// Whether a name and what stands beside it are all capitals, which then say nothing.
fn is_shouted(text: &Text, words: &Range<usize>) -> bool {
    let shouted = |at: usize| {
        let written = text.written(&(at..at + 1));
        written.chars().filter(|c| c.is_alphabetic()).count() > 1 && !written.contains(char::is_lowercase)
    };
    let around = [words.start.checked_sub(1), Some(words.end)].into_iter().flatten().filter(|at| *at < text.words.len());
    words.clone().all(shouted) && around.into_iter().any(shouted)
}

/// "grace brown in 9B", "9B grace brown", "grace brown (8B)": the class says that it is a name.
fn is_beside_class(text: &Text, words: &Range<usize>) -> bool {
    let class = |at: usize| text.class(at, Class::Year).is_some() || text.class(at, Class::Form).is_some();
    let behind = words.end + usize::from(matches!(text.fold(words.end), "in" | "of" | "from"));
    let near = |at: usize| text.words.get(at).is_some_and(|word| word.gap <= Gap::Comma);
    near(behind) && class(behind) || words.start > 0 && near(words.start) && class(words.start - 1)
}

/// Whether a full name is spoken of as one of public life, as that of a film's star; what a class stands beside is a pupil's.
pub fn is_public(text: &Text, words: &Range<usize>) -> bool {
    static FAME: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "film|films|movie|album|albums|concert|tour|gig|gigs|netflix|bbc|itv|mp|mps|president|minister|premier|hollywood|celebrity|actor|\
             actress|comedian|oscar|oscars|grammy|grammys|biography|autobiography|documentary|starring|presenter|novel|novels|podcast|senator|telly|tv|boxing|boxer|heavyweight|olympics",
        )
    });
    let mut around = (words.start.saturating_sub(6)..words.start).chain(words.end..(words.end + 6).min(text.words.len()));
    words.len() > 1 && !is_beside_class(text, words) && (tagger::is_public(text, words) || around.any(|at| FAME.has(text, at)))
}

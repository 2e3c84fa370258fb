//! Offensive words in disguise: masked (`f**k`), leet (`sh1t`), spaced (`f u c k`), drawn out (`fuuuck`) and inside other words (`#fuckthis`).

use super::terms::{Category, Class, TERMS, Terms};
use crate::facts::List;
use crate::text::{Gap, Text};
use std::ops::Range;

/// The longest token that is looked into, in bytes.
const LONGEST: usize = 32;
/// Words that are found inside others.
const INSIDE: &[&str] =
    &["fuck", "cunt", "bastard", "bollock", "wanker", "arsehole", "asshole", "dickhead", "nigger", "motherf", "bullshit", "faggot"];
/// Words that are found inside hashtags, where words run together.
const IN_TAGS: &[&str] =
    &["shit", "bitch", "slut", "whore", "wank", "twat", "retard", "bollox", "prick", "idiot", "moron", "libtard", "scum"];
/// Innocent words that hold one of them.
const INNOCENT: &[&str] = &[
    "scunthorpe",
    "snigger",
    "saltwat",
    "meltwat",
    "swank",
    "retardant",
    "retardation",
    "shitake",
    "moronga",
    "scumble",
    "atwat",
    "twater",
];

/// Every disguised term: its place in bytes and what it is.
pub fn seen_through(text: &Text) -> Vec<(Range<usize>, Class)> {
    let terms = &*TERMS;
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.words.len() {
        let run = spaced(text, at);
        if run > 2 {
            found.extend(joined(text, at..at + run, terms));
        } else if let Some(class) = text.on(at, List::Disguises).then(|| within(text.fold(at), terms)).flatten() {
            found.push((text.span(&(at..at + 1)), class));
        } else if let Some(token) = token(text, at) {
            found.extend(unmask(&text.raw[token.clone()], terms).map(|(class, length)| (token.start..token.start + length, class)));
        }
        at += if run > 2 { run } else { 1 };
    }
    found
}

/// How many words of one letter follow each other from here on.
fn spaced(text: &Text, at: usize) -> usize {
    let alone = |word: usize| text.fold(word).len() == 1 && (word == at || text.words[word].gap < Gap::Break);
    (at..text.words.len().min(at + LONGEST)).take_while(|word| alone(*word)).count()
}

/// `f u c k`: single letters that make a term together.
fn joined(text: &Text, words: Range<usize>, terms: &Terms) -> Option<(Range<usize>, Class)> {
    let letters: String = words.clone().map(|at| text.fold(at)).collect();
    (0..=words.len() - 3).find_map(|skip| {
        let class = terms.word(&letters[skip..]).filter(|class| class.strength > 1)?;
        (letters.len() - skip > 3).then(|| (text.span(&(words.start + skip..words.end)), class))
    })
}

/// What a single word hides: drawn-out letters, figures for letters, or a term inside.
fn within(word: &str, terms: &Terms) -> Option<Class> {
    let bytes = word.as_bytes();
    // What is written plainly has been read in its context already.
    if bytes.len() < 4 || bytes.len() > 80 || bytes[0] == b'@' || terms.word(word).is_some() {
        return None;
    }
    let drawn = bytes.windows(3).any(|three| three[0] == three[1] && three[1] == three[2]);
    if drawn {
        let found = [2, 1].iter().find_map(|most| terms.word(&shorten(word, *most)));
        if found.is_some() {
            return found;
        }
    }
    let figures = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    if figures > 0 {
        let letters = bytes.len() - figures;
        return if letters > 1 { b"il".iter().find_map(|one| terms.word(&spelled(word, *one))) } else { None };
    }
    inside(word, drawn)
}

/// A term inside a longer word or a hashtag.
fn inside(word: &str, drawn: bool) -> Option<Class> {
    let has = |parts: &[&str]| parts.iter().any(|part| word.contains(part));
    let tag = word.starts_with('#');
    if !tag && (word.len() < 6 || !may_hold(word.as_bytes()) && !drawn) {
        return None;
    }
    let parts = INSIDE.iter().chain(if tag { IN_TAGS } else { &[] });
    let part = parts.filter(|part| word.contains(**part)).max_by_key(|part| part.len())?;
    if has(INNOCENT) {
        return None;
    }
    TERMS.word(part).or_else(|| TERMS.word("motherfucker"))
}

/// Whether a word may hide a term at all: by a look at its letters.
pub fn may_hide(word: &str) -> bool {
    let bytes = word.as_bytes();
    (4..=80).contains(&word.len())
        && bytes[0] != b'@'
        && (bytes[0] == b'#'
            || bytes.iter().any(u8::is_ascii_digit)
            || bytes.windows(3).any(|three| three[0] == three[1] && three[1] == three[2])
            || word.len() > 5 && may_hold(word.as_bytes()) && INSIDE.iter().any(|part| word.contains(part)))
}

/// Whether a word has one of the pairs of letters that every part of [`INSIDE`] has.
fn may_hold(word: &[u8]) -> bool {
    word.windows(2).any(|two| matches!(two, b"uc" | b"un" | b"st" | b"ll" | b"ke" | b"eh" | b"sh" | b"kh" | b"gg" | b"rf" | b"ho"))
}

/// A word with no letter more than `most` times in a row.
fn shorten(word: &str, most: usize) -> String {
    let mut short = String::with_capacity(word.len());
    let mut run = 0;
    for c in word.chars() {
        run = if short.ends_with(c) { run + 1 } else { 1 };
        if run <= most {
            short.push(c);
        }
    }
    short
}

/// A word with letters for its figures.
fn spelled(word: &str, one: u8) -> String {
    word.bytes().map(|byte| char::from(letter(byte, one))).collect()
}

/// The letter that a figure or sign stands for.
fn letter(byte: u8, one: u8) -> u8 {
    match byte {
        b'0' => b'o',
        b'1' | b'!' => one,
        b'3' => b'e',
        b'4' | b'@' => b'a',
        b'5' | b'$' => b's',
        b'7' => b't',
        b'9' => b'g',
        _ => byte.to_ascii_lowercase(),
    }
}

/// The bytes from a word on that are written without a space, where a mask stands among them.
fn token(text: &Text, at: usize) -> Option<Range<usize>> {
    let word = &text.words[at];
    let raw = text.raw.as_bytes();
    let (start, end) = (word.start as usize, word.end as usize);
    let before = start.checked_sub(1).map_or(b' ', |at| raw[at]);
    let led = before == b'$' || raw[start] == b'@';
    if !led && !raw.get(end).is_some_and(|byte| is_mask(*byte)) {
        return None;
    }
    if !led && (before.is_ascii_alphanumeric() || is_mask(before) && before != b'*' && before != b'#') {
        return None;
    }
    let start = start - usize::from(before == b'$');
    let length = raw[start..].iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric() || is_mask(**byte)).count();
    let end = (start..=start + length).rev().find(|end| text.raw.is_char_boundary(*end))?;
    Some(start..end)
}

/// Bytes that hide a letter or stand for one; dashes and bullets come as three bytes.
fn is_mask(byte: u8) -> bool {
    matches!(byte, b'*' | b'@' | b'$' | b'!' | b'#' | b'%' | b'-' | b'_' | 0xe2 | 0x80 | 0x93..=0x95 | 0xa2)
}

/// The term that a token hides, and how many bytes of it belong to it.
fn unmask(token: &str, terms: &Terms) -> Option<(Class, usize)> {
    let token = token.trim_end_matches(['!', '@', '#', '$']);
    let signs: Vec<u8> = token.chars().map(|c| if c.is_ascii() { c as u8 } else { b'*' }).collect();
    let first = letter(*signs.first()?, b'i');
    let shown = signs.iter().filter(|sign| letter(**sign, b'i').is_ascii_lowercase()).count();
    let letters = signs.iter().filter(|sign| sign.is_ascii_alphabetic()).count();
    let hidden = signs.len() - shown;
    let leet = signs.iter().any(|sign| matches!(sign, b'@' | b'$' | b'!'));
    let hints = (hidden > 0 && shown > 1) || (hidden > 2 && b"fcsbwt".contains(&first)) || (hidden == 0 && leet);
    if !hints || letters == 0 || signs.contains(&b'-') && !token.contains("--") || signs.starts_with(b"a*") && shown < 3 {
        return None;
    }
    let from = terms.masked.partition_point(|(form, _)| form.as_bytes()[0] < first);
    let same = terms.masked[from..].iter().take_while(|(form, _)| form.as_bytes()[0] == first);
    let fitting = same.filter(|(form, class)| (shown > 1 || class.strength > 1) && fits(&signs, form.as_bytes()));
    // As many letters as masks is likelier, and so is plain swearing.
    let rank = |form: &str, class: &Class| (form.len() == signs.len(), class.category == Category::Profanity, class.strength);
    fitting.max_by_key(|(form, class)| rank(form, class)).map(|(_, class)| (*class, token.len()))
}

/// Whether signs spell a form: a run of masks stands for about as many letters, the others for themselves.
fn fits(signs: &[u8], form: &[u8]) -> bool {
    let Some((sign, rest)) = signs.split_first() else { return form.is_empty() };
    if matches!(sign, b'*' | b'#' | b'%' | b'-' | b'_') {
        let run = signs.iter().take_while(|sign| matches!(sign, b'*' | b'#' | b'%' | b'-' | b'_')).count();
        return (run..=run + 1).any(|hidden| hidden <= form.len() && fits(&signs[run..], &form[hidden..]));
    }
    let one = |one: u8| form.first() == Some(&letter(*sign, one));
    (one(b'i') || one(b'l')) && fits(rest, &form[1..])
}

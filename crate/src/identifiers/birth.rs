//! Dates of birth: a whole date, in figures or words, where "born", "DOB" or "date of birth" says what it is.

use super::around;
use super::{Identifier, What};
use std::ops::Range;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A date that begins at a token of digits, or whose month stands before it, with the words for a birth beside it.
pub fn in_figures(raw: &str, token: &Range<usize>) -> Option<Identifier> {
    let place = date(raw, token.start)?;
    (is_birth_before(raw, place.start) || is_birth_after(raw, place.end)).then_some(Identifier { what: What::BirthDate, place })
}

/// Whether the words before a date announce a birth.
fn is_birth_before(raw: &str, at: usize) -> bool {
    let before = around::before(raw, at, 48);
    let clause = before.rsplit([';', '!', '?', '|']).next().unwrap_or_default();
    let words: Vec<&str> = clause.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(7).collect();
    let birthday = words.iter().take(4).position(|word| *word == "birthday");
    words.iter().any(|word| matches!(*word, "dob" | "born" | "birth" | "birthdate"))
        || words.starts_with(&["b", "o", "d"])
        || birthday.is_some_and(|at| words[..at].iter().all(|word| matches!(*word, "is" | "was" | "on" | "the" | "date")))
}

/// `03/05/2012 (DOB)`.
fn is_birth_after(raw: &str, at: usize) -> bool {
    let rest = raw[at..].trim_start_matches([' ', '(', '[', ',', '-']);
    ["dob", "date of birth", "d.o.b"].iter().any(|word| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
}

/// The bytes of a whole date around the digits at `at`.
fn date(raw: &str, at: usize) -> Option<Range<usize>> {
    let first = around::digits(&raw[at..]);
    let number = first.parse::<u32>().ok()?;
    let rest = at + first.len();
    match first.len() {
        4 => year_first(raw, number, rest).map(|end| at..end),
        8 => (is_day(number / 1_000_000) && is_month(number / 10_000 % 100) && is_year(number % 10_000)).then_some(at..rest),
        1 | 2 if is_day(number) => day_first(raw, rest).map(|end| at..end).or_else(|| month_before(raw, at, rest)),
        _ => None,
    }
}

fn is_day(number: u32) -> bool {
    (1..=31).contains(&number)
}

fn is_month(number: u32) -> bool {
    (1..=12).contains(&number)
}

/// A year in which someone alive was born.
fn is_year(number: u32) -> bool {
    (1915..=2035).contains(&number)
}

/// `2012-05-03`.
fn year_first(raw: &str, year: u32, at: usize) -> Option<usize> {
    let mark = raw[at..].chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let (month, at) = small(raw, at + 1)?;
    let rest = raw[at..].strip_prefix(mark)?;
    let (day, end) = small(raw, raw.len() - rest.len())?;
    (is_year(year) && is_month(month) && is_day(day)).then_some(end)
}

/// One or two digits, and where they end.
fn small(raw: &str, at: usize) -> Option<(u32, usize)> {
    let digits = around::digits(&raw[at..]);
    let end = at + digits.len();
    ((1..=2).contains(&digits.len())).then(|| digits.parse().ok().map(|number| (number, end)))?
}

/// What follows the day: `/05/2012`, `.5.12`, `-May-2012`, `rd of May 2012`.
fn day_first(raw: &str, at: usize) -> Option<usize> {
    let mark = raw[at..].chars().next()?;
    let numeric = matches!(mark, '-' | '/' | '.' | ' ').then(|| small(raw, at + 1)).flatten().filter(|(month, _)| is_month(*month));
    if let Some((_, next)) = numeric {
        let rest = raw[next..].strip_prefix(mark)?;
        return year(raw, raw.len() - rest.len());
    }
    let rest = raw[at..].trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let suffix = &raw[at..raw.len() - rest];
    let at = if matches!(suffix.to_ascii_lowercase().as_str(), "st" | "nd" | "rd" | "th") { raw.len() - rest } else { at };
    let at = past(raw, at, &["of"]);
    year(raw, past_punctuation(raw, month(raw, at)?))
}

/// `May 3rd, 2012`: the month before the day.
fn month_before(raw: &str, at: usize, rest: usize) -> Option<Range<usize>> {
    let before = raw[..at].trim_end_matches(' ');
    let start = before.len() - before.bytes().rev().take(9).take_while(u8::is_ascii_alphabetic).count();
    (month(raw, start)? == before.len()).then_some(())?;
    let suffix = raw[rest..].bytes().take(2).take_while(u8::is_ascii_alphabetic).count();
    Some(start..year(raw, past_punctuation(raw, rest + suffix))?)
}

/// The end of a month's name at `at`.
fn month(raw: &str, at: usize) -> Option<usize> {
    const WHOLE: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    let word = &raw[at..at + raw[at..].bytes().take(10).take_while(u8::is_ascii_alphabetic).count()];
    let start = word.get(..3)?;
    let place = MONTHS.iter().position(|month| month.eq_ignore_ascii_case(start))?;
    let known = word.len() == 3 || word.eq_ignore_ascii_case(WHOLE[place]) || word.eq_ignore_ascii_case("sept");
    known.then_some(at + word.len())
}

/// The end of a year of four digits, or of two with a possible apostrophe.
fn year(raw: &str, at: usize) -> Option<usize> {
    let at = at + usize::from(raw[at..].starts_with('\''));
    let digits = around::digits(&raw[at..]);
    let number = digits.parse().ok()?;
    let end = at + digits.len();
    let whole = !raw[end..].starts_with(|c: char| c.is_alphanumeric());
    (whole && (digits.len() == 2 || (digits.len() == 4 && is_year(number)))).then_some(end)
}

/// Past spaces and a word of `words`, if it comes.
fn past(raw: &str, at: usize, words: &[&str]) -> usize {
    let at = past_punctuation(raw, at);
    let length = raw[at..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let known = words.iter().any(|word| raw[at..at + length].eq_ignore_ascii_case(word));
    if known { past_punctuation(raw, at + length) } else { at }
}

/// Past spaces, commas, full stops and hyphens.
fn past_punctuation(raw: &str, at: usize) -> usize {
    at + raw.as_bytes()[at..].iter().take(3).take_while(|byte| matches!(byte, b' ' | b',' | b'.' | b'-')).count()
}

const DAYS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// "born on the third of May 2012", "date of birth: twenty-first March two thousand and nine"; `at` is the `b`.
pub fn in_words(raw: &str, at: usize) -> Option<Identifier> {
    let bytes = raw.as_bytes();
    let length = ["birth", "born"]
        .iter()
        .find(|word| bytes[at..].get(..word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes())))?
        .len();
    let inside = at > 0 && bytes[at - 1].is_ascii_alphanumeric() || bytes.get(at + length).is_some_and(u8::is_ascii_alphanumeric);
    if inside {
        return None;
    }
    let mut here = at + length;
    for _ in 0..4 {
        here += raw.as_bytes()[here..].iter().take(3).take_while(|byte| matches!(byte, b' ' | b',' | b':' | b'-')).count();
        if let Some(end) = worded(raw, here) {
            return Some(Identifier { what: What::BirthDate, place: here..end });
        }
        here += bytes[here..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    }
    None
}

/// "third of May 2012", "twenty-first March two thousand and nine".
fn worded(raw: &str, at: usize) -> Option<usize> {
    let tens = past(raw, at, &["twenty", "thirty"]);
    let length = raw[tens..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let day = raw[tens..tens + length].to_ascii_lowercase();
    (DAYS.contains(&day.as_str()) || day == "thirtieth").then_some(())?;
    let month = month(raw, past(raw, tens + length, &["of"]))?;
    let next = past_punctuation(raw, month);
    year(raw, next).or_else(|| worded_year(raw, next))
}

/// "two thousand and nine", "nineteen ninety-eight", "twenty twelve".
fn worded_year(raw: &str, at: usize) -> Option<usize> {
    const SMALL: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen \
                         twenty thirty forty fifty sixty seventy eighty ninety thousand and";
    let (mut end, mut count, mut here) = (at, 0, at);
    while count < 5 {
        let length = raw[here..].bytes().take_while(u8::is_ascii_alphabetic).count();
        let word = raw[here..here + length].to_ascii_lowercase();
        if word.is_empty() || !SMALL.split(' ').any(|known| known == word) {
            break;
        }
        (end, count) = (here + length, count + 1);
        here = past_punctuation(raw, end);
    }
    (count >= 2).then_some(end)
}

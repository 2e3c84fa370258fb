//! Telephone numbers: of the United Kingdom in every grouping, international ones with `+` or `00`, and others beside "call" or "my number is".

use super::around::{self, Groups};
use super::{Identifier, What};
use std::ops::Range;

/// The telephone number that the groups begin with.
pub fn find(raw: &str, groups: &Groups) -> Option<Identifier> {
    let opening = opening(raw, groups.start);
    let from = groups.start - opening.len();
    let fits = |count: usize, end: usize| {
        let digits = groups.digits(count);
        if opening.contains('+') || digits.starts_with(&[0, 0]) {
            is_international(digits)
        } else {
            is_british(digits) && is_grouped(groups, end) || is_american(groups, digits, end)
        }
    };
    let whole = |end: usize| Some(with_extension(raw, end)).filter(|&end| around::is_free(raw, &(from..end)));
    let end =
        groups.cuts().rev().find_map(|(count, end)| fits(count, end).then(|| whole(end))?).or_else(|| by_context(raw, groups, from))?;
    // An opening bracket belongs to the number only if it is closed in it.
    let closed = raw[groups.start..end].contains(')');
    let start = groups.start - if closed { opening.len() } else { opening.trim_start_matches('(').len() };
    Some(Identifier { what: What::Phone, place: start..end })
}

/// `+`, `(` or both before the first digit.
fn opening(raw: &str, at: usize) -> &str {
    let before = &raw[..at];
    let start = before.trim_end_matches('(');
    let start = start.strip_suffix('+').filter(|rest| !rest.ends_with(|c: char| c.is_alphanumeric())).unwrap_or(start);
    let bracket = if start.len() < at && raw[start.len()..].starts_with('+') { start.strip_suffix('(').unwrap_or(start) } else { start };
    raw.get(bracket.len().max(at.saturating_sub(3))..at).unwrap_or_default()
}

/// A national number of the United Kingdom with its leading 0 (Ofcom, National Telephone Numbering Plan).
fn is_british(digits: &[u8]) -> bool {
    let [0, rest @ ..] = digits else { return false };
    match rest {
        [1, area @ ..] => is_area(area) && matches!(rest.len(), 9 | 10),
        [2, 0 | 3 | 4 | 8 | 9, ..] | [3 | 7 | 9, ..] | [5, 5 | 6, ..] | [8, 2..=4 | 7, ..] => rest.len() == 10,
        [8, 0, ..] => matches!(rest.len(), 9 | 10),
        [5, 0, 0, ..] => rest.len() == 9,
        _ => false,
    }
}

/// What may follow 01: 011x and 01x1 for cities, other areas from 012.
fn is_area(area: &[u8]) -> bool {
    match area {
        [0, ..] => false,
        [1, third, ..] => (3..=8).contains(third),
        _ => true,
    }
}

/// Whether groups are those of a telephone number rather than of a date, a sum or a list of small numbers.
fn is_grouped(groups: &Groups, end: usize) -> bool {
    let mut shape = groups.shape(end);
    let first = shape.next().map_or(0, |(length, _)| length);
    let count = groups.cuts().find(|cut| cut.1 == end).map_or(0, |cut| cut.0);
    let spaced = shape.clone().all(|(_, mark)| matches!(mark, b' ' | b'('));
    let single = first == 1 && shape.clone().all(|(length, _)| length == 1);
    let short = count == 10 && first < 4;
    single || (first >= 2 && !short && (spaced || first >= 3) && shape.all(|(length, _)| length >= 2))
}

/// Digits behind `+` or `00`: a country and a number of the right length.
fn is_international(digits: &[u8]) -> bool {
    let bare = digits.strip_prefix(&[0, 0]);
    let digits = bare.unwrap_or(digits);
    match digits {
        [4, 4, rest @ ..] => is_british(&with_zero(rest)),
        [1, area, _, _, exchange, ..] => digits.len() == 11 && *area > 1 && *exchange > 1,
        [7, ..] => digits.len() == 11,
        [1..=9, ..] => (if bare.is_some() { 9 } else { 8 }..=15).contains(&digits.len()),
        _ => false,
    }
}

/// A national number with one leading 0, whether it was written `+44 (0)20` or `+44 20`.
fn with_zero(rest: &[u8]) -> Vec<u8> {
    let mut digits = vec![0];
    digits.extend(rest.strip_prefix(&[0]).unwrap_or(rest));
    digits
}

/// `(415) 555-0132`, `415-555-0132`, `1-415-555-0132`: brackets or one mark tell it from other numbers.
fn is_american(groups: &Groups, digits: &[u8], end: usize) -> bool {
    let local = &digits[digits.len().saturating_sub(10)..];
    let [area, _, _, exchange, ..] = local else { return false };
    let mut shape = groups.shape(end).skip(usize::from(digits.len() > 10)).skip(1);
    let marks = [shape.next().map_or(0, |(_, mark)| mark), shape.next().map_or(0, |(_, mark)| mark)];
    let marked = matches!(marks, [b'(', b'-' | b' ' | b'.'] | [b'-', b'-'] | [b'.', b'.']);
    let grouped = groups.is_shaped(end, &[3, 3, 4]) || [1, 2, 3].iter().any(|&country| groups.is_shaped(end, &[country, 3, 3, 4]));
    marked && grouped && *area > 1 && *exchange > 1
}

/// Any other number of 7 to 13 digits behind "call", "phone:" or "my number is".
fn by_context(raw: &str, groups: &Groups, from: usize) -> Option<usize> {
    let (_, end) = groups.cuts().rev().find(|&(count, end)| (7..=13).contains(&count) && around::is_free(raw, &(from..end)))?;
    is_announced(raw, from).then_some(end)
}

/// Whether the words just before a number say that it is a telephone's.
fn is_announced(raw: &str, at: usize) -> bool {
    const TELEPHONE: &[&str] =
        &["tel", "telephone", "phone", "mobile", "mob", "cell", "fax", "whatsapp", "call", "ring", "text", "landline"];
    const OTHERS: &[&str] = &[
        "account",
        "acc",
        "order",
        "reference",
        "ref",
        "case",
        "invoice",
        "serial",
        "card",
        "policy",
        "booking",
        "candidate",
        "student",
        "pupil",
        "exam",
        "tracking",
        "registration",
        "roll",
        "model",
        "part",
        "version",
        "learner",
        "passport",
        "nhs",
        "ticket",
        "centre",
        "asset",
    ];
    const SMALL: &[&str] =
        &["me", "us", "him", "her", "them", "on", "at", "is", "was", "no", "my", "the", "or", "home", "work", "to", "now"];
    // In a list of numbers nothing is announced.
    if raw[..at].trim_end_matches([' ', ':', '.', '-', '=', '(']).ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let before = around::before(raw, at, 40);
    let mut words = before.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).skip_while(|word| SMALL.contains(word));
    match words.next() {
        Some("number" | "numbers" | "num" | "s") => !words.take(2).any(|word| OTHERS.contains(&word)),
        Some(word) => TELEPHONE.contains(&word),
        None => false,
    }
}

/// `x 456`, `ext. 456`, `extension 456`, `#456` behind a number.
fn with_extension(raw: &str, end: usize) -> usize {
    let rest = &raw[end..];
    let mut at = rest.len() - rest.trim_start_matches([' ', '\u{a0}', ',', ';', '(']).len();
    let marked = ["extension", "extn", "ext", "x", "#"]
        .iter()
        .find(|mark| rest.get(at..at + mark.len()).is_some_and(|part| part.eq_ignore_ascii_case(mark)));
    let Some(mark) = marked.filter(|_| at <= 6) else { return end };
    at += mark.len();
    at += rest[at..].len() - rest[at..].trim_start_matches([' ', '.', ':']).len();
    let digits = around::digits(&rest[at..]).len();
    let bracket = usize::from(rest[..at].contains('(') && rest[at + digits..].starts_with(')'));
    let place: Range<usize> = end + at..end + at + digits;
    let whole = (1..=7).contains(&digits) && !raw[place.end..].starts_with(|c: char| c.is_alphanumeric());
    if whole { place.end + bracket } else { end }
}

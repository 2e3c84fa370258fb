//! Numbers of people: UPN, National Insurance, NHS, driving licence, passport; and mail addresses.

use super::around::{self, Groups};
use super::{Identifier, What};
use std::ops::Range;

fn found(raw: &str, what: What, place: Range<usize>) -> Option<Identifier> {
    around::is_free(raw, &place).then_some(Identifier { what, place })
}

/// A unique pupil number: check letter, 11 digits, and a digit or letter (Government Data Standards Catalogue, UPN 2.0).
pub fn upn(raw: &str, token: &Range<usize>) -> Option<Identifier> {
    const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";
    if token.len() != 13 {
        return None;
    }
    let upper = raw[token.clone()].to_ascii_uppercase();
    let (check, body) = upper.as_bytes().split_first()?;
    let value = |byte: u8| LETTERS.iter().position(|letter| *letter == byte);
    let digit = |byte: u8| byte.is_ascii_digit().then(|| usize::from(byte - b'0'));
    let mut sum = 0;
    for (i, &byte) in body.iter().enumerate() {
        let worth = if i == 11 { digit(byte).or_else(|| value(byte))? } else { digit(byte)? };
        sum += (i + 2) * worth;
    }
    let said = || around::follows(raw, token.start, 3, &["upn", "upns"]);
    (value(*check)? == sum % 23 || said()).then(|| found(raw, What::Upn, token.clone()))?
}

/// A National Insurance number: two letters, six digits in pairs or together, and a letter A to D.
pub fn nino(raw: &str, token: &Range<usize>) -> Option<Identifier> {
    let letters = raw[..token.start].len();
    let start = if raw[token.clone()].starts_with(|c: char| c.is_ascii_alphabetic()) {
        token.start
    } else {
        let gap = raw[..letters].ends_with([' ', '-']);
        letters.checked_sub(if gap { 3 } else { 2 })?
    };
    let mut plain = [0; 9];
    let end = unspaced(raw, start, &mut plain)?;
    let [one, two, digits @ .., last] = plain;
    let free = |byte: u8| byte.is_ascii_uppercase() && !b"DFIQUV".contains(&byte);
    // QQ is what forms and letters show in a real one's place.
    let shown = one == b'Q' && two == b'Q' && around::follows(raw, start, 4, &["ni", "nino", "insurance"]);
    let unused = [b"BG", b"GB", b"KN", b"NK", b"NT", b"TN", b"ZZ"].contains(&&[one, two]);
    let prefix = shown || (free(one) && free(two) && two != b'O' && !unused);
    let valid = prefix && digits.iter().all(u8::is_ascii_digit) && (b'A'..=b'D').contains(&last);
    valid.then(|| found(raw, What::Nino, start..end))?
}

/// Nine letters and digits from `start`, in capitals, with at most one space or hyphen between; returns where they end.
fn unspaced(raw: &str, start: usize, plain: &mut [u8; 9]) -> Option<usize> {
    let bytes = raw.as_bytes();
    let mut at = start;
    for (i, place) in plain.iter_mut().enumerate() {
        if i > 0 && matches!(bytes.get(at), Some(b' ' | b'-')) {
            at += 1;
        }
        *place = bytes.get(at).filter(|byte| byte.is_ascii_alphanumeric())?.to_ascii_uppercase();
        at += 1;
    }
    Some(at)
}

/// An NHS number: ten digits whose last checks the others (modulo 11), in groups of 3, 3 and 4 or behind "NHS".
pub fn nhs(raw: &str, groups: &Groups) -> Option<Identifier> {
    let (_, end) = groups.cuts().find(|cut| cut.0 == 10)?;
    let digits = groups.digits(10);
    let sum: usize = digits[..9].iter().zip((2..=10).rev()).map(|(digit, weight)| usize::from(*digit) * weight).sum();
    let valid = (11 - sum % 11) % 11 == usize::from(digits[9]) && digits.iter().any(|digit| *digit != digits[0]);
    let place = groups.start..end;
    let sure = groups.is_shaped(end, &[3, 3, 4]) || around::is_all(raw, &place) || around::follows(raw, place.start, 5, &["nhs"]);
    (valid && sure).then(|| found(raw, What::Nhs, place))?
}

/// A driving licence of Great Britain: five letters of the surname, six digits of the birth date, initials and checks.
pub fn licence(raw: &str, token: &Range<usize>) -> Option<Identifier> {
    let bytes = raw.get(token.clone()).filter(|written| written.len() == 16)?.as_bytes();
    let is = |range: Range<usize>, test: fn(&u8) -> bool| bytes[range].iter().all(test);
    let name = bytes[..5].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    // Asked only once they are known to be digits; women have 5 added to the month's first.
    let digit = |at: usize| bytes[at] - b'0';
    let dated = || (1..=12).contains(&(digit(6) % 5 * 10 + digit(7))) && (1..=31).contains(&(digit(8) * 10 + digit(9)));
    let shaped = name > 0 && bytes[name..5].iter().all(|byte| *byte == b'9') && is(5..11, u8::is_ascii_digit);
    let ends = bytes[11].is_ascii_alphabetic() && is(12..13, u8::is_ascii_alphanumeric) && is(14..16, u8::is_ascii_alphanumeric);
    (shaped && ends && bytes[13].is_ascii_alphanumeric() && dated()).then(|| found(raw, What::Licence, token.clone()))?
}

/// A passport number behind "passport": two letters and seven digits, or nine digits.
pub fn passport(raw: &str, token: &Range<usize>) -> Option<Identifier> {
    let bytes = raw.get(token.clone()).filter(|written| written.len() == 9)?.as_bytes();
    let shaped = bytes[2..].iter().all(u8::is_ascii_digit)
        && (bytes[..2].iter().all(u8::is_ascii_digit) || bytes[..2].iter().all(u8::is_ascii_alphabetic));
    (shaped && around::follows(raw, token.start, 6, &["passport", "passports"])).then(|| found(raw, What::Passport, token.clone()))?
}

/// The mail address around an `@`; it begins no earlier than `from`.
pub fn email(raw: &str, at: usize, from: usize) -> Option<Identifier> {
    const LONGEST: usize = 64;
    let local = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-'".contains(byte);
    let bytes = raw.as_bytes();
    let first = from.max(at.saturating_sub(LONGEST));
    let start = bytes[first..at].iter().rposition(|byte| !local(byte)).map_or(first, |before| first + before + 1);
    let start = start + bytes[start..at].iter().position(u8::is_ascii_alphanumeric)?;
    let host = bytes[at + 1..].iter().take(255).take_while(|byte| byte.is_ascii_alphanumeric() || b".-".contains(byte)).count();
    let host = raw[at + 1..at + 1 + host].trim_end_matches(['.', '-']);
    let (name, top) = host.rsplit_once('.')?;
    let valid = !name.is_empty() && !name.starts_with(['.', '-']) && !host.contains("..") && is_top(top) && bytes[at - 1] != b'.';
    valid.then(|| Identifier { what: What::Email, place: start..at + 1 + host.len() })
}

/// A top-level domain: letters, or the code of letters outside ASCII.
fn is_top(top: &str) -> bool {
    let letters = top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_alphabetic());
    letters || top.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--")) && top.len() > 4
}

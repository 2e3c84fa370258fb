//! Bank details: cards that pass their check, IBANs, and sort codes and accounts beside the words for them.

use super::around::{self, Groups};
use super::{Identifier, What};
use std::ops::Range;

/// Words that announce bank details.
const BANK: &[&str] = &["sort", "sortcode", "bank", "account", "acc", "acct", "a", "bacs", "iban", "payee", "s"];

fn found(raw: &str, what: What, place: Range<usize>) -> Option<Identifier> {
    around::is_free(raw, &place).then_some(Identifier { what, place })
}

/// `12-34-56` or eight digits, behind words for them.
pub fn sort_code_or_account(raw: &str, groups: &Groups) -> Option<Identifier> {
    let (_, end) = groups.cuts().find(|cut| matches!(cut.0, 6 | 8))?;
    let start = groups.start;
    if groups.is_shaped(end, &[2, 2, 2]) || groups.is_shaped(end, &[6]) {
        let near: &[&str] = if groups.is_shaped(end, &[6]) { &["sort", "sortcode"] } else { BANK };
        return around::follows(raw, start, 4, near).then(|| found(raw, What::SortCode, start..end))?;
    }
    (groups.is_shaped(end, &[8]) && is_account(raw, start)).then(|| found(raw, What::Account, start..end))?
}

/// Whether "account" stands before, or a sort code.
fn is_account(raw: &str, at: usize) -> bool {
    let sorted = around::follows(raw, at, 9, &["sort", "sortcode", "bank", "bacs"]);
    let named = around::follows(raw, at, 3, &["account", "acc", "acct"]) || around::before(raw, at, 12).contains("a/c");
    named || sorted
}

/// A payment card: the issuers' first digits and lengths, and the check digit (Luhn).
pub fn card(raw: &str, groups: &Groups) -> Option<Identifier> {
    let (count, end) = groups.cuts().find(|cut| (13..=19).contains(&cut.0))?;
    let digits = groups.digits(count);
    let (issued, grouped) = match (digits, count) {
        ([3, 4 | 7, ..], 15) => (true, groups.is_shaped(end, &[4, 6, 5])),
        ([4, ..] | [5, 1..=5, ..] | [6, 0 | 2..=5, ..] | [2, 2..=7, ..], 16) => (true, groups.is_shaped(end, &[4, 4, 4, 4])),
        ([3, 0 | 6 | 8, ..], 14) => (true, groups.is_shaped(end, &[4, 6, 4])),
        ([4, ..], 13 | 19) | ([6, ..], 19) | ([5, 0 | 6..=8, ..] | [6, ..], 16) => (true, false),
        _ => (false, false),
    };
    let whole = groups.is_shaped(end, &[count]);
    let said = || around::follows(raw, groups.start, 6, &["card", "visa", "mastercard", "amex", "debit", "credit"]);
    let sure = grouped || (whole && (count == 16 || said()));
    (issued && sure && luhn(digits)).then(|| found(raw, What::Card, groups.start..end))?
}

/// Every second digit from the right doubled, its digits added: the sum ends in 0.
fn luhn(digits: &[u8]) -> bool {
    let doubled = |digit: u8| if digit > 4 { 2 * digit - 9 } else { 2 * digit };
    let sum: u32 = digits.iter().rev().enumerate().map(|(i, &digit)| u32::from(if i % 2 == 1 { doubled(digit) } else { digit })).sum();
    sum.is_multiple_of(10)
}

/// An IBAN: country, check digits, and letters and digits that leave 1 modulo 97 (ISO 13616).
pub fn iban(raw: &str, token: &Range<usize>) -> Option<Identifier> {
    let start = raw.get(token.start..token.start + 4)?.as_bytes();
    if !start[..2].iter().all(u8::is_ascii_uppercase) || !start[2..].iter().all(u8::is_ascii_digit) {
        return None;
    }
    let (mut at, mut plain) = (token.start, Vec::new());
    let bytes = raw.as_bytes();
    while plain.len() < 34 {
        if plain.len() % 4 == 0 && bytes.get(at) == Some(&b' ') && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric) {
            at += 1;
        }
        let Some(byte) = bytes.get(at).filter(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()) else { break };
        plain.push(*byte);
        at += 1;
    }
    let rotated = plain.iter().skip(4).chain(plain.iter().take(4));
    let rest = rotated.fold(0_u32, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte - b'A') + 10) % 97,
    });
    (plain.len() >= 15 && rest == 1).then(|| found(raw, What::Account, token.start..at))?
}

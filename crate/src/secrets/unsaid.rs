//! Passwords that stand without a word for them: behind a login name and a stroke, or such as nobody writes otherwise.

use super::{cleaned, is_mixed};
use crate::identifiers::around;
use crate::phrase::Words;
use crate::text::Text;
use std::ops::Range;
use std::sync::LazyLock;

/// The bytes of such a password.
pub fn find(text: &Text) -> Option<Range<usize>> {
    pair(text.raw).or_else(|| blatant(text))
}

/// `a.khan / Sunflower_1990`: a login name and a password with nothing said.
pub fn pair(raw: &str) -> Option<Range<usize>> {
    let (at, _) = raw.match_indices(" / ").take(8).find(|&(at, _)| {
        let left = raw[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        let (right, _) = cleaned(raw[at + 3..].split(char::is_whitespace).next().unwrap_or_default());
        let name = left.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._@-".contains(&byte));
        let kinds = [u8::is_ascii_lowercase, u8::is_ascii_uppercase, u8::is_ascii_digit];
        name && left.len() >= 4 && right.len() >= 8 && kinds.iter().all(|kind| right.bytes().any(|byte| kind(&byte)))
    })?;
    let (right, offset) = cleaned(raw[at + 3..].split(char::is_whitespace).next()?);
    let start = raw[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1);
    Some(start..at + 3 + offset + right.len())
}

/// A token that nobody writes but as a password (`Pythagoras#3`), beside words of logging in.
fn blatant(text: &Text) -> Option<Range<usize>> {
    let first = (0..text.words.len()).find(|&at| ACCESS.has(text, at))?;
    let near = text.words[first.saturating_sub(12)].start as usize..text.words[(first + 24).min(text.words.len() - 1)].end as usize;
    let mut at = near.start;
    let advised = |at: usize| around::follows(text.raw, at, 4, &["like", "example", "such", "eg", "not", "never", "than"]);
    for token in text.raw[near].split(char::is_whitespace) {
        let (clean, offset) = cleaned(token);
        let kinds = [u8::is_ascii_lowercase, u8::is_ascii_uppercase, u8::is_ascii_digit];
        let mixed = kinds.iter().all(|kind| clean.bytes().any(|byte| kind(&byte)));
        let inner = clean.bytes().any(|byte| b"#$%&*!_^+".contains(&byte))
            || clean
                .as_bytes()
                .windows(3)
                .any(|three| three[1].is_ascii_digit() && three[0].is_ascii_alphabetic() && three[2].is_ascii_lowercase());
        if mixed && inner && is_mixed(clean) && clean.len() >= 8 && !token.starts_with(['#', '@']) && !advised(at) {
            return Some(at + offset..at + offset + clean.len());
        }
        at += token.len() + text.raw[at + token.len()..].chars().next().map_or(0, char::len_utf8);
    }
    None
}

/// Words of getting into a system.
static ACCESS: LazyLock<Words> =
    LazyLock::new(|| Words::new("log|logon|login|logged|logging|portal|username|password|credentials|sign|signed|reset"));

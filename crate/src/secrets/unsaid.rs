//! Passwords that stand without a word for them: behind a login name and a stroke, or such as nobody writes otherwise.

use super::{SOCIAL, cleaned, is_mixed};
use crate::identifiers::around;
use crate::phrase::Words;
use crate::text::Text;
use std::ops::Range;
use std::sync::LazyLock;

/// The bytes of such a password.
pub fn find(text: &Text) -> Option<Range<usize>> {
    pair(text.raw).or_else(|| blatant(text)).or_else(|| named(text))
}

/// `a.khan / Sunflower_1990`, "a.khan and Sunflower22": a login name and a password with nothing said.
pub fn pair(raw: &str) -> Option<Range<usize>> {
    struck(raw).or_else(|| linked(raw))
}

/// "its a.khan and Sunflower22": a name with a dot, and no more than a link between it and a word with figures.
fn linked(raw: &str) -> Option<Range<usize>> {
    const LINKS: &[&str] = &["and", "then", "with", "pass", "pw", "plus", "&", "+", "-", ",", "/"];
    let mut name: Option<(usize, usize)> = None;
    let mut at = 0;
    for token in raw.split(char::is_whitespace).take(4_000) {
        let behind = at + token.len();
        let next = behind + raw[behind..].chars().next().map_or(0, char::len_utf8);
        let begins = std::mem::replace(&mut at, next);
        // Nearly every word of a mail is no name with a dot, and behind none.
        if name.is_none() && !token.as_bytes().contains(&b'.') {
            continue;
        }
        let (clean, offset) = cleaned(token);
        let start = begins + offset;
        if let Some((from, ahead)) = name {
            if is_word_with_figures(&clean.replace('-', "")) {
                return Some(from..start + clean.len());
            }
            name = (ahead > 0 && (clean.is_empty() || LINKS.contains(&clean))).then_some((from, ahead - 1));
        }
        let dotted = clean.split_once('.').is_some_and(|(one, other)| {
            !one.is_empty()
                && other.len() > 2
                && clean.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'.')
                && !other.ends_with("uk")
        });
        if dotted && !matches!(clean.rsplit('.').next(), Some("com" | "org" | "net" | "example" | "pdf" | "docx" | "html")) {
            name = Some((start, 2));
        }
    }
    None
}

/// `gooseberry41`, `Linocut4ever`: what people make of a word when letters and figures are asked for.
fn is_word_with_figures(clean: &str) -> bool {
    const COUNTED: &[&str] = &[
        "year", "class", "form", "room", "windows", "covid", "office", "level", "group", "ipad", "iphone", "version", "team", "unit",
        "week", "page", "stage", "period", "lesson", "chapter", "grade", "block",
    ];
    let letters = clean.bytes().take_while(u8::is_ascii_alphabetic).count();
    let figures = clean[letters..].bytes().take_while(u8::is_ascii_digit).count();
    let rest = clean[letters + figures..].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'!');
    letters >= 4
        && (1..=4).contains(&figures)
        && clean.len() >= 6
        && rest
        && !COUNTED.contains(&clean[..letters].to_ascii_lowercase().as_str())
}

/// "Use my login. mhughes. Then gooseberry41": such a word soon behind a word for logging in.
fn named(text: &Text) -> Option<Range<usize>> {
    static DOOR: LazyLock<Words> =
        LazyLock::new(|| Words::new("login|logins|logon|username|password|passwords|credentials|passcode|pword"));
    let first = (0..text.words.len()).find(|&at| DOOR.has(text, at))?;
    if (first..(first + 12).min(text.words.len())).any(|at| SOCIAL.has(text, at)) {
        return None;
    }
    let advised =
        |at: usize| around::follows(text.raw, at, 4, &["like", "example", "such", "eg", "not", "never", "than", "course", "quiz"]);
    (first + 1..(first + 12).min(text.words.len())).find_map(|at| {
        let word = &text.words[at];
        let (start, end) = (word.start as usize, word.end as usize);
        let stands = !text.raw[..start].ends_with(['#', '@', '/', '.', '-']) && !text.raw[end..].starts_with(['@', '-', '/']);
        (stands && is_word_with_figures(&text.raw[start..end]) && !advised(start)).then_some(start..end)
    })
}

/// "The office uses Welcome123 to get in the booking system": such a word beside words of getting in, whatever it is called.
pub fn entered(text: &Text) -> Option<Range<usize>> {
    static VERBS: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "get|gets|getting|got|log|logs|logged|logging|sign|let|lets|put|type|types|typing|typed|enter|enters|entered|unlock|unlocks|accepts|putting|access|key",
        )
    });
    static DOORS: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "in|into|on|onto|system|site|website|portal|laptop|laptops|ipad|account|wifi|computer|computers|drive|printer|copier|tablet|till|network|fi|asks",
        )
    });
    static SOLD: LazyLock<Words> =
        LazyLock::new(|| Words::new("code|discount|off|promo|voucher|follow|insta|hashtag|tagged|like|such|example|never|not|don't|quiz"));
    let figures = |at: usize| matches!(text.fold(at).as_bytes(), [b'a'..=b'z', .., b'0'..=b'9']);
    let at = (0..text.words.len()).find(|&at| {
        let place = text.words[at].start as usize..text.words[at].end as usize;
        figures(at)
            && is_word_with_figures(&text.raw[place.clone()])
            // "MyMaths2026", "the Euro24", "Glasto2025".
            && !text.fold(at).get(text.fold(at).len() - 4..).is_some_and(|year| year.starts_with("20"))
            && !text.raw[place.start + 1..place.end].bytes().any(|byte| byte.is_ascii_uppercase())
            && !matches!(text.fold(at.wrapping_sub(1)), "the" | "a" | "our" | "for" | "since")
            && !text.raw[..place.start].ends_with(['#', '@', '/', '.', '-'])
            && !text.raw[place.end..].starts_with(['@', '-', '/', '.'])
    })?;
    let near = at.saturating_sub(12)..at + 12;
    let has = |set: &Words| near.clone().any(|word| set.has(text, word));
    (has(&VERBS) && has(&DOORS) && !has(&SOLD)).then(|| text.span(&(at..at + 1)))
}

/// A login name and a password about a stroke.
fn struck(raw: &str) -> Option<Range<usize>> {
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

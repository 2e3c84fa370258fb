//! Where a mail body names an earlier mail: rules, blocks of `From:` and `To:`, lines such as "On Monday, Pat wrote:".

use super::address::address;
use super::attribution::attribution;
use super::header_names::KEYS;
use super::quote::{Line, is_dated, is_timed, lines};
use super::rule::rule;

/// Lines that one introduction may take; no client writes longer ones, and hostile mail stays cheap.
const MOST_LINES: usize = 200;

/// What a header line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    From = 1,
    Date = 2,
    To = 4,
    Copy = 8,
    Subject = 16,
    Other = 32,
}

/// Lines that introduce a quoted mail.
#[derive(Clone, Copy, Debug)]
pub struct Introduction {
    /// How many.
    pub lines: usize,
    /// Whether they are a rule alone, which says nothing of the sender yet.
    pub rule: bool,
}

/// The introduction of a quoted mail that begins at `at`.
pub fn introduction(lines: &[Line], at: usize) -> Option<Introduction> {
    lines.get(at).filter(|line| !line.text.is_empty())?;
    let of = |lines: usize, rule: bool| Introduction { lines, rule };
    rule(lines, at)
        .map(|taken| of(taken, true))
        .or_else(|| block(lines, at).or_else(|| notes(lines, at)).or_else(|| attribution(lines, at)).map(|taken| of(taken, false)))
}

/// The address of whoever wrote the mail that some lines introduce, in lower case; empty where they say a name alone, or nothing.
pub fn sender(introduction: &str) -> String {
    let lines = lines(introduction);
    let mut headers = lines.iter().filter_map(key).peekable();
    let said =
        if headers.peek().is_none() { Some(introduction) } else { headers.find(|(key, _)| *key == Key::From).map(|(_, value)| value) };
    let address = said.map(address).unwrap_or_default();
    if address.contains('@') && !address.contains(' ') { address } else { String::new() }
}

/// What a line of the form `Name: value` names, and its value.
fn key<'a>(line: &Line<'a>) -> Option<(Key, &'a str)> {
    let text = line.text.trim_start_matches(['*', ':', '_', '"', ' ']);
    let colon = text.char_indices().take(24).find(|(_, c)| matches!(c, ':' | '：'))?;
    let name = text[..colon.0].trim_end_matches(['*', '_', ' ', '\u{a0}']);
    let value = text[colon.0 + colon.1.len_utf8()..].trim_start_matches('*').trim();
    let name = name.to_lowercase();
    let found = KEYS.binary_search_by(|(known, _)| (*known).cmp(name.as_str())).ok()?;
    Some((KEYS[found].1, value))
}

/// Lines of the block of headers that begins at `at`.
fn block(lines: &[Line], at: usize) -> Option<usize> {
    key(&lines[at])?;
    let headers = headers(lines, at);
    headers.is_mail().then_some(headers.taken)
}

/// A run of header lines.
struct Headers {
    seen: u8,
    taken: usize,
    dated: bool,
}

impl Headers {
    /// Enough of them to be a mail's: who and when or about what.
    fn is_mail(&self) -> bool {
        let has = |key: Key| self.seen & key as u8 > 0;
        let others = [Key::Date, Key::To, Key::Copy, Key::Subject].into_iter().filter(|&key| has(key)).count();
        (has(Key::From) && (others >= 2 || (others == 1 && self.dated)))
            || (has(Key::To) && has(Key::Subject) && (others >= 3 || self.dated))
    }
}

/// The run of header lines from `at`, folded lines and up to two blank ones between them included.
fn headers(lines: &[Line], at: usize) -> Headers {
    let mut found = Headers { seen: 0, taken: 0, dated: false };
    let (mut last, mut blank, mut folded) = (Key::Other, 0, 0);
    for (i, line) in lines[at..].iter().take(MOST_LINES).enumerate() {
        if line.text.is_empty() {
            blank += 1;
            if blank > 3 {
                break;
            }
        } else if let Some((key, value)) = key(line) {
            if found.seen & key as u8 > 0 && key != Key::Other {
                break;
            }
            found.seen |= if key == Key::From && is_hour(value) { 0 } else { key as u8 };
            found.dated |= matches!(key, Key::From | Key::Date) && is_dated(value);
            found.taken = i + 1;
            (last, blank, folded) = (key, 0, 0);
        } else if blank == 0 && (has_address(line) || folded < 2) || is_aside(line) {
            let address = has_address(line);
            folded += usize::from(!address);
            if address && matches!(last, Key::To | Key::Copy) {
                found.taken = i + 1;
            }
        } else {
            break;
        }
    }
    found
}

/// "From: 7pm" is an event's beginning.
fn is_hour(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_digit()) && !value.contains('@')
}

/// Whether a line goes on with a list of addresses.
fn has_address(line: &Line) -> bool {
    line.text.contains(['@', ';']) || line.text.ends_with(',') || line.text.contains('/') && line.text.contains(',')
}

/// What Notes puts between name and recipients.
fn is_aside(line: &Line) -> bool {
    let starts = |opening: &str| line.text.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening));
    starts("please respond to") || starts("sent by") || starts("extern")
}

/// Notes: a name and a date, each on a line or both on one, above `To:`, `cc:` and `Subject:`.
fn notes(lines: &[Line], at: usize) -> Option<usize> {
    let line = &lines[at];
    let folded = at > 0 && line.text.len() < 24 && !lines[at - 1].text.is_empty();
    if line.text.len() > 160 || !(is_timed(line.text) || folded && is_timed(&[lines[at - 1].text, line.text].join(" "))) {
        return None;
    }
    let mut below = at + 1;
    while below < lines.len() && below < at + 6 && (lines[below].is_blank() || is_aside(&lines[below])) {
        below += 1;
    }
    if below < lines.len() && key(&lines[below]).is_none() {
        return bare_names(lines, below).map(|end| end - at);
    }
    let headers = headers(lines, below);
    let needed = Key::To as u8 | Key::Copy as u8 | Key::Subject as u8;
    ((headers.seen & needed).count_ones() >= 2).then_some(below + headers.taken - at)
}

/// `To`, `cc` and `Subject` each on a line of its own, as newer Notes writes them; where they end.
fn bare_names(lines: &[Line], at: usize) -> Option<usize> {
    let mut found = 0;
    let mut end = at;
    for (i, line) in lines[at..].iter().take(24).enumerate() {
        if matches!(line.text, "To" | "cc" | "Cc" | "bcc" | "Subject") {
            found += 1;
            end = at + i + 2;
        }
        if line.text == "Subject" {
            break;
        }
    }
    (lines[at].text == "To" && found >= 2).then_some(end.min(lines.len()))
}

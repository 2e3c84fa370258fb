//! What stands around a number: its letters, the word it is in, and the words before it.

use std::ops::Range;

/// A run of characters without a space.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// First byte.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// A web address, hashtag or handle, whose digits are nobody's number.
    pub is_link: bool,
    /// A link to a place on a map.
    pub is_map: bool,
}

impl Word {
    /// The word around `at`; it begins no earlier than `from`.
    pub fn around(raw: &str, at: usize, from: usize) -> Self {
        let bytes = raw.as_bytes();
        let space = |byte: &u8| byte.is_ascii_whitespace();
        let start = bytes[from..at].iter().rposition(space).map_or(from, |before| from + before + 1);
        let end = bytes[at..].iter().position(space).map_or(bytes.len(), |after| at + after);
        let is_map = raw.get(start..end).is_some_and(super::place::is_map);
        let word = &bytes[start..end];
        let is_link =
            word.starts_with(b"#") || word.starts_with(b"@") || word.starts_with(b"www.") || word.windows(3).any(|part| part == b"://");
        Self { start, end, is_link, is_map }
    }

    /// Whether a place is inside.
    pub fn holds(&self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }
}

/// The letters and digits around `at`, no earlier than `from`; at most 40 to each side.
pub fn token(raw: &str, at: usize, from: usize) -> Range<usize> {
    let bytes = raw.as_bytes();
    let first = from.max(at.saturating_sub(40));
    let start = bytes[first..at].iter().rposition(|byte| !byte.is_ascii_alphanumeric()).map_or(first, |before| first + before + 1);
    let last = bytes.len().min(at + 40);
    let end = bytes[at..last].iter().position(|byte| !byte.is_ascii_alphanumeric()).map_or(last, |after| at + after);
    start..end
}

/// Whether a place is free of letters, digits and marks that would join it to something longer.
pub fn is_free(raw: &str, place: &Range<usize>) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '_' | '@' | '#' | '£' | '$' | '€');
    let bytes = raw.as_bytes();
    let before = raw[..place.start].chars().next_back();
    let two_before = place.start.checked_sub(2).is_some_and(|at| bytes[at].is_ascii_digit());
    let glued_before = matches!(before, Some('-' | '.' | ',' | ':')) && two_before;
    let mut after = raw[place.end..].chars();
    let next = after.next();
    let glued_after = matches!(next, Some('-' | '.' | ',' | ':')) && after.next().is_some_and(|c| c.is_ascii_digit());
    !(before.is_some_and(joins) || next.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '@' | '%')) || glued_before || glued_after)
}

/// Up to `most` bytes before `at`, in lower case.
pub fn before(raw: &str, at: usize, most: usize) -> String {
    let mut start = at.saturating_sub(most);
    while !raw.is_char_boundary(start) {
        start += 1;
    }
    raw[start..at].to_ascii_lowercase()
}

/// Whether one of `words` stands among the last `near` words before `at`, in the same line or the one above.
pub fn follows(raw: &str, at: usize, near: usize, words: &[&str]) -> bool {
    let before = before(raw, at, 64);
    before.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(near).any(|word| words.contains(&word))
}

/// Whether nothing but this stands in the text.
pub fn is_all(raw: &str, place: &Range<usize>) -> bool {
    raw[..place.start].trim().is_empty() && raw[place.end..].trim().is_empty()
}

/// The bytes of spaces, plain or unbreakable, that `rest` begins with; at most `most` of them.
pub fn spaces(rest: &str, most: usize) -> usize {
    rest.chars().take(most).take_while(|c| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\t')).map(char::len_utf8).sum()
}

/// The digits that `rest` begins with.
pub fn digits(rest: &str) -> &str {
    &rest[..rest.bytes().take_while(u8::is_ascii_digit).count()]
}

/// Digits and groups that a telephone or card number may have, and some more.
const MOST_DIGITS: usize = 24;
const MOST_GROUPS: usize = 12;

/// Groups of digits with separators between, in fixed places so that a text full of digits costs no memory.
#[derive(Clone, Copy, Debug, Default)]
pub struct Groups {
    digits: [u8; MOST_DIGITS],
    cuts: [(u8, usize); MOST_GROUPS],
    marks: [u8; MOST_GROUPS],
    length: usize,
    /// First byte of the first group.
    pub start: usize,
}

impl Groups {
    /// How many digits, and one past the last byte, for each number of groups.
    pub fn cuts(&self) -> impl DoubleEndedIterator<Item = (usize, usize)> + '_ {
        self.cuts[..self.length].iter().map(|&(count, end)| (usize::from(count), end))
    }

    /// The first `count` digits, each 0 to 9.
    pub fn digits(&self, count: usize) -> &[u8] {
        &self.digits[..count.min(MOST_DIGITS)]
    }

    /// The lengths of the groups up to `end`, and what stands before each but the first (` `, `(`, `-`, `.` or `/`).
    pub fn shape(&self, end: usize) -> impl Iterator<Item = (usize, u8)> + Clone + '_ {
        let mut before = 0;
        (0..self.length).take_while(move |&i| self.cuts[i].1 <= end).map(move |i| {
            let count = usize::from(self.cuts[i].0);
            let length = count - before;
            before = count;
            (length, self.marks[i])
        })
    }

    /// Whether the groups up to `end` have exactly these lengths.
    pub fn is_shaped(&self, end: usize, lengths: &[usize]) -> bool {
        self.shape(end).map(|(length, _)| length).eq(lengths.iter().copied())
    }
}

/// The groups of digits from `at`, with the separators that numbers are written with.
pub fn groups(raw: &str, at: usize) -> Groups {
    let mut groups = Groups { start: at, ..Groups::default() };
    let (mut here, mut count, mut mark) = (at, 0, 0);
    // Only what begins with 0, or with a long group, has many groups.
    let most = if raw.as_bytes()[at] == b'0' || digits(&raw[at..]).len() > 2 || raw[..at].ends_with(['+', '(']) { MOST_GROUPS } else { 6 };
    while groups.length < most {
        let run = digits(&raw[here..]);
        if run.is_empty() || count + run.len() > MOST_DIGITS {
            break;
        }
        run.bytes().zip(&mut groups.digits[count..]).for_each(|(digit, place)| *place = digit - b'0');
        count += run.len();
        here += run.len();
        groups.cuts[groups.length] = (count as u8, here);
        groups.marks[groups.length] = mark;
        groups.length += 1;
        let Some((length, kind)) = separator(&raw[here..]) else { break };
        mark = kind;
        here += length;
    }
    groups
}

/// A separator between groups of digits: its bytes and what it is.
fn separator(rest: &str) -> Option<(usize, u8)> {
    // Most often a space and a letter, or a stop and a space.
    if let [b' ' | b'.' | b',', next, ..] = rest.as_bytes()
        && next.is_ascii_alphabetic()
    {
        return None;
    }
    let mut length = 0;
    let mut kind = 0;
    for c in rest.chars().take(5) {
        let this = match c {
            ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => b' ',
            '(' | ')' => b'(',
            '-' | '\u{2010}'..='\u{2013}' => b'-',
            '.' => b'.',
            '/' => b'/',
            _ => break,
        };
        // One mark, with spaces or brackets about it.
        if !matches!(this, b' ' | b'(') && !matches!(kind, 0 | b' ' | b'(') {
            return None;
        }
        if kind == 0 || this != b' ' {
            kind = this;
        }
        length += c.len_utf8();
    }
    (length > 0 && rest[length..].starts_with(|c: char| c.is_ascii_digit())).then_some((length, kind))
}

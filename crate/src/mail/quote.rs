//! The lines of a mail body, each with its place, its depth of quoting and its words without the marks of quoting.

/// One line.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// First byte in the body.
    pub start: usize,
    /// The line as it stands, without the break.
    pub raw: &'a str,
    /// How many `>` it begins with.
    pub depth: usize,
    /// The line without marks of quoting, trimmed.
    pub text: &'a str,
}

impl Line<'_> {
    /// Whether nothing but marks of quoting, rules and frames stands on the line.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
            || self.text.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '_' | '=' | '|' | '>' | '+' | '*' | '\u{a0}'))
    }
}

/// The lines of a body.
pub fn lines(body: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    body.split_inclusive('\n')
        .map(|whole| {
            let raw = whole.trim_end_matches(['\r', '\n']);
            let (depth, text) = unquoted(raw);
            let line = Line { start, raw, depth, text };
            start += whole.len();
            line
        })
        .collect()
}

/// How deep a line is quoted, and the rest of it. A frame (`|`) and the colon of old list programs are no depth.
fn unquoted(raw: &str) -> (usize, &str) {
    let mut text = raw.trim();
    // GroupWise names a sender between marks of quoting.
    if text.len() > 12 && text.starts_with(">>> ") && text.ends_with(" >>>") {
        return (0, text.trim_matches(['>', ' ']));
    }
    let mut depth = 0;
    while let Some(rest) = text.strip_prefix('>') {
        depth += 1;
        text = rest.trim_start();
    }
    // Mailboxes write `>From` for a line of the text that begins with "From".
    if depth == 1 && raw.starts_with(">From ") && !text.ends_with(':') {
        return (0, text);
    }
    (depth, bare(text))
}

/// A line without the frames of old clients and what quoted-printable leaves behind.
fn bare(mut text: &str) -> &str {
    let plain = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic() || b".,:;!?()<>".contains(byte));
    if plain(text.as_bytes().first()) && plain(text.as_bytes().last()) {
        return text;
    }
    loop {
        let before = text;
        text = text.trim_matches(['|', '\u{a0}', '\u{200b}', '\u{200e}', '\u{feff}', ' ', '\t']);
        for residue in ["=20", "=09"] {
            text = text.strip_prefix(residue).unwrap_or(text);
            text = text.strip_suffix(residue).unwrap_or(text);
        }
        if text.len() == before.len() {
            return text;
        }
    }
}

/// Whether a text holds a day: digits with a year, a month's name or slashes about them.
pub fn is_dated(text: &str) -> bool {
    let mut numbers = 0;
    for (at, _) in text.match_indices(|c: char| c.is_ascii_digit()) {
        let before = at == 0 || !text.as_bytes()[at - 1].is_ascii_alphanumeric();
        numbers += usize::from(before);
        if numbers >= 2 {
            return true;
        }
    }
    false
}

/// Whether a line holds a day in figures and a time, as `05/11/2001 03:12 PM` does.
pub fn is_timed(line: &str) -> bool {
    let bytes = line.as_bytes();
    let Some(colon) = bytes.iter().position(|&b| b == b':') else { return false };
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let timed = bytes.iter().enumerate().skip(colon).any(|(at, &b)| b == b':' && at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2));
    timed && bytes.windows(3).any(|three| three[0].is_ascii_digit() && matches!(three[1], b'/' | b'.' | b'-') && three[2].is_ascii_digit())
}

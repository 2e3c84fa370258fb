//! Reads JSON over a thing, and says what is wrong in the words that serde's readers have taught people.

use super::{Mode, Part, Read, name};
use std::borrow::Cow;

/// What is wrong with some JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The byte at which it is.
    pub at: usize,
    /// Its line, from 1.
    pub line: usize,
    /// What it is.
    pub message: String,
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} at line {}", self.message, self.line)
    }
}

impl std::error::Error for Wrong {}

/// Some JSON and how far it has been read.
#[derive(Debug)]
pub struct Reader<'t> {
    text: &'t str,
    at: usize,
    wrong: Option<Wrong>,
}

/// Reads a thing.
pub fn read<T: Read + Default>(text: &str) -> Result<T, Wrong> {
    let mut thing = T::default();
    over(text, &mut thing).map(|()| thing)
}

fn over(text: &str, thing: &mut dyn Read) -> Result<(), Wrong> {
    let mut reader = Reader { text, at: 0, wrong: None };
    let done =
        thing.read(&mut reader).and_then(|()| if reader.peek() == 0 { Some(()) } else { reader.fail(reader.at, "trailing characters") });
    done.ok_or_else(|| reader.wrong.unwrap_or(Wrong { at: 0, line: 1, message: String::new() }))
}

/// What is done with each name of a map, which stands at a byte.
pub type Each<'f, 't> = &'f mut dyn FnMut(&mut Reader<'t>, Cow<'t, str>, usize) -> Option<()>;

impl<'t> Reader<'t> {
    /// The next byte that is no space; 0 at the end.
    pub fn peek(&mut self) -> u8 {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r')).count();
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// Steps past a byte if it stands next.
    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == byte && self.at < self.text.len();
        self.at += usize::from(found);
        found
    }

    fn need(&mut self, byte: u8) -> Option<()> {
        if self.take(byte) { Some(()) } else { self.fail(self.at, &format!("expected `{}`", char::from(byte))) }
    }

    /// Notes what is wrong.
    pub fn fail<T>(&mut self, at: usize, message: &str) -> Option<T> {
        let line = self.text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        self.wrong = Some(Wrong { at, line, message: message.to_owned() });
        None
    }

    /// Notes that what has just been read is not right.
    pub fn wrong<T>(&mut self, message: &str) -> Option<T> {
        self.fail(self.at.saturating_sub(1), message)
    }

    /// Notes that something else stands here than was expected.
    pub fn unexpected<T>(&mut self, expected: &str) -> Option<T> {
        let at = self.at;
        let found = match self.peek() {
            0 => return self.fail(at, "EOF while parsing a value"),
            b'"' => format!("string {:?}", self.string("")?),
            b'{' => "map".to_owned(),
            b'[' => "sequence".to_owned(),
            b't' | b'f' => format!("boolean `{}`", self.text[self.at..].starts_with('t')),
            b'n' => "null".to_owned(),
            _ => {
                let number = self.number("")?;
                let kind = if is_whole(number) { "integer" } else { "floating point" };
                format!("{kind} `{number}`")
            }
        };
        self.fail(at, &format!("invalid type: {found}, expected {expected}"))
    }

    /// The names and values of a map, each handed on.
    pub fn map(&mut self, expected: &str, each: Each<'_, 't>) -> Option<()> {
        if self.peek() != b'{' {
            return self.unexpected(expected);
        }
        self.at += 1;
        let mut first = true;
        while !self.take(b'}') {
            if !first {
                self.need(b',')?;
            }
            first = false;
            self.peek();
            let at = self.at;
            let name = self.string("a string")?;
            self.need(b':')?;
            each(self, name, at)?;
        }
        Some(())
    }

    /// The values of a list, each handed on.
    pub fn list(&mut self, expected: &str, each: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        if self.peek() != b'[' {
            return self.unexpected(expected);
        }
        self.at += 1;
        let mut first = true;
        while !self.take(b']') {
            if !first {
                self.need(b',')?;
            }
            first = false;
            each(self)?;
        }
        Some(())
    }

    /// A list of exactly these.
    pub fn tuple(&mut self, parts: &mut [&mut dyn Read]) -> Option<()> {
        self.peek();
        let (start, length) = (self.at, parts.len());
        let mut next = 0;
        self.list("a list", &mut |from| {
            let Some(part) = parts.get_mut(next) else { return from.fail(start, &format!("invalid length, expected {length}")) };
            next += 1;
            part.read(from)
        })?;
        if next == length { Some(()) } else { self.fail(start, &format!("invalid length {next}, expected {length}")) }
    }

    /// A map with these parts; `strict` refuses others.
    pub fn fields(&mut self, strict: bool, parts: &[Part], into: &mut [&mut dyn Read]) -> Option<()> {
        let mut seen: u64 = 0;
        self.map("a map", &mut |from, key, at| {
            let Some(known) = parts.iter().position(|part| name(part) == key) else {
                return if strict { from.unknown("field", &key, at, &mut parts.iter().map(name)) } else { from.skip() };
            };
            if seen & (1 << known) != 0 {
                return from.fail(at, &format!("duplicate field `{key}`"));
            }
            seen |= 1 << known;
            into[known].read(from)
        })?;
        let missing = parts.iter().enumerate().find(|(at, part)| part.1 == Mode::Need && seen & (1 << at) == 0);
        match missing {
            Some((_, part)) => self.fail(self.at - 1, &format!("missing field `{}`", name(part))),
            None => Some(()),
        }
    }

    /// Which of these words stands here.
    pub fn word(&mut self, words: &'static [&'static str]) -> Option<usize> {
        self.peek();
        let at = self.at;
        let word = self.string("a string")?;
        let known = words.iter().position(|known| *known == word);
        known.or_else(|| self.unknown("variant", &word, at, &mut words.iter().copied()))
    }

    /// A map of one, which has one of these names and whose value is handed on.
    pub fn variant(&mut self, names: &'static [&'static str], read: &mut dyn FnMut(&mut Self, &'static str) -> Option<()>) -> Option<()> {
        let mut done = false;
        self.map("a map", &mut |from, key, at| match names.iter().find(|known| **known == key) {
            Some(_) if done => from.fail(at, "expected one name alone"),
            Some(known) => {
                done = true;
                read(from, known)
            }
            None => from.unknown("variant", &key, at, &mut names.iter().copied()),
        })?;
        if done { Some(()) } else { self.wrong("expected a name") }
    }

    fn unknown<T>(&mut self, what: &str, found: &str, at: usize, known: &mut dyn Iterator<Item = &'static str>) -> Option<T> {
        let known: Vec<String> = known.map(|name| format!("`{name}`")).collect();
        let known = match known.as_slice() {
            [] => format!("there are no {what}s"),
            [one] => format!("expected {one}"),
            [one, other] => format!("expected {one} or {other}"),
            more => format!("expected one of {}", more.join(", ")),
        };
        self.fail(at, &format!("unknown {what} `{found}`, {known}"))
    }

    /// Steps past a literal such as `null` if it stands next.
    pub fn literal(&mut self, word: &str) -> bool {
        self.peek();
        let found = self.text[self.at..].starts_with(word);
        self.at += if found { word.len() } else { 0 };
        found
    }

    /// A number as it is written.
    pub fn number(&mut self, expected: &str) -> Option<&'t str> {
        if !matches!(self.peek(), b'-' | b'0'..=b'9') {
            return if expected.is_empty() { self.fail(self.at, "expected value") } else { self.unexpected(expected) };
        }
        let rest = &self.text[self.at..];
        let end = rest.find(|c: char| !matches!(c, '-' | '+' | '.' | 'e' | 'E' | '0'..='9')).unwrap_or(rest.len());
        if !is_number(&rest[..end]) {
            return self.fail(self.at, "invalid number");
        }
        self.at += end;
        Some(&rest[..end])
    }

    /// A whole number in these bounds, in two's complement.
    pub fn integer(&mut self, least: i64, most: u64, expected: &str) -> Option<u64> {
        self.peek();
        let at = self.at;
        let number = self.number(expected)?;
        let value = if number.starts_with('-') {
            number.parse().ok().filter(|value: &i64| *value >= least).map(i64::cast_unsigned)
        } else {
            number.parse().ok().filter(|value: &u64| *value <= most)
        };
        let (kind, what) = if is_whole(number) { ("value", "integer") } else { ("type", "floating point") };
        value.or_else(|| self.fail(at, &format!("invalid {kind}: {what} `{number}`, expected {expected}")))
    }

    /// A text.
    pub fn string(&mut self, expected: &str) -> Option<Cow<'t, str>> {
        if self.peek() != b'"' {
            return self.unexpected(expected);
        }
        self.at += 1;
        let start = self.at;
        let (mut from, mut unescaped) = (start, String::new());
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            let Some(step) = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f)) else {
                return self.fail(self.text.len(), "EOF while parsing a string");
            };
            self.at += step;
            let plain = &self.text[from..self.at];
            match rest[step] {
                b'"' if from == start => {
                    self.at += 1;
                    return Some(Cow::Borrowed(plain));
                }
                b'\\' => unescaped.push_str(plain),
                b'"' => {
                    self.at += 1;
                    return Some(Cow::Owned(unescaped + plain));
                }
                _ => return self.fail(self.at, "control character within a text"),
            }
            unescaped.push(self.escape()?);
            from = self.at;
        }
    }

    /// One character written with a backslash.
    fn escape(&mut self) -> Option<char> {
        let at = self.at;
        let Some(escaped) = self.text.as_bytes().get(at + 1) else { return self.fail(at, "EOF while parsing a string") };
        self.at += 2;
        Some(match escaped {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => return self.code(at),
            known @ (b'"' | b'\\' | b'/') => char::from(*known),
            _ => return self.fail(at, "invalid escape"),
        })
    }

    /// What stands behind `\u`: a code point, or the first half of a pair with the other behind it.
    fn code(&mut self, at: usize) -> Option<char> {
        let mut code = self.hex();
        if let Some(high @ 0xd800..=0xdbff) = code {
            if !self.text[self.at..].starts_with("\\u") {
                return self.fail(at, "unexpected end of hex escape");
            }
            self.at += 2;
            let low = self.hex().filter(|low| (0xdc00..=0xdfff).contains(low));
            code = low.map(|low| 0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00));
        }
        code.and_then(char::from_u32).or_else(|| self.fail(at, "invalid unicode code point"))
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }

    /// Steps past a value, whatever it is; deep ones take no more room than flat ones.
    pub fn skip(&mut self) -> Option<()> {
        let mut open: usize = 0;
        loop {
            match self.peek() {
                b'"' => drop(self.string("")?),
                b'{' | b'[' => {
                    open += 1;
                    self.at += 1;
                    continue;
                }
                b'}' | b']' if open > 0 => {
                    open -= 1;
                    self.at += 1;
                }
                b',' | b':' if open > 0 => {
                    self.at += 1;
                    continue;
                }
                _ if self.literal("true") || self.literal("false") || self.literal("null") => {}
                _ => drop(self.number("")?),
            }
            if open == 0 {
                return Some(());
            }
        }
    }

    /// Steps past a value and gives it as it stands.
    pub fn raw(&mut self) -> Option<&'t str> {
        self.peek();
        let start = self.at;
        self.skip()?;
        Some(&self.text[start..self.at])
    }
}

fn is_whole(number: &str) -> bool {
    !number.contains(['.', 'e', 'E'])
}

/// Whether this is a number by JSON's own grammar.
fn is_number(written: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (number, power) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    digits(whole)
        && (whole.len() == 1 || !whole.starts_with('0'))
        && digits(part)
        && digits(power.strip_prefix(['+', '-']).unwrap_or(power))
}

//! A text cut into words once, each with its place; places are bytes here and UTF-16 in verdicts.

use crate::facts::{Facts, Kept, List};
pub(crate) use crate::fold::{fold_into, is_apostrophe, is_ignorable, is_mark};
pub use crate::hash::hash;
use crate::order;
use std::cell::RefCell;
use std::ops::Range;

/// A word, number, hashtag or handle, with its place in the text.
#[derive(Clone, Debug)]
pub struct Word {
    /// First byte in the text.
    pub start: u32,
    /// One past the last byte, a possessive `'s` left out.
    pub end: u32,
    /// Its folded form in [`Text::folded`].
    fold: Range<u32>,
    /// The hash of its folded form, as [`hash`] makes it: words are compared by it.
    pub hash: u64,
    /// What is known of it whatever stands around it; nothing before [`Text::known`] has looked.
    pub facts: Facts,
    /// What stands between the word before and this one.
    pub gap: Gap,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether a possessive `'s` follows.
    pub possessive: bool,
    /// The classes that begin here, a bit each; see [`Text::class`].
    pub(crate) classes: u8,
}

/// What the lexicon knows of the words of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    /// A name of the school or trust, its handle or hashtag.
    Own,
    /// Its handle or hashtag.
    Tag,
    /// Any school: [`Class::Own`] or a capitalised "… School".
    School,
    /// A year group or class.
    Year,
    /// A class such as `9B`.
    Form,
    /// A sum of money such as `£40`, `52k` or `20 quid`.
    Money,
}

impl Class {
    /// The class that patterns write as `<name>`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "own" => Some(Self::Own),
            "tag" => Some(Self::Tag),
            "school" => Some(Self::School),
            "year" => Some(Self::Year),
            "form" => Some(Self::Form),
            "money" => Some(Self::Money),
            _ => None,
        }
    }

    /// Its bit among those of a word.
    pub(crate) fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What stands before a word, from the weakest; matching never crosses [`Gap::Break`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// A hyphen, slash or nothing: the words are one to the eye.
    Glue,
    /// Spaces.
    Space,
    /// A comma, bracket, quote or dash.
    Comma,
    /// The end of a sentence, a line, or the text's start.
    Break,
}

/// A text and its words.
#[derive(Debug)]
pub struct Text<'a> {
    /// The text itself.
    pub raw: &'a str,
    /// Its words in order.
    pub words: Vec<Word>,
    folded: String,
    /// Classes that cover several words: the first word, the class, how many; in order of the first.
    long: Vec<(u32, Class, u32)>,
}

impl<'a> Text<'a> {
    /// Cuts a text into words; any text will do.
    pub fn new(raw: &'a str) -> Self {
        let words = Vec::with_capacity(raw.len() / 5 + 1);
        let mut text = Self { raw, words, folded: raw.to_ascii_lowercase(), long: Vec::new() };
        let mut cutter = Cutter { gap: Gap::Break, at: 0 };
        while cutter.at < raw.len() {
            cutter.step(&mut text);
        }
        text
    }

    /// As [`Text::new`], and notes what is known of each word: only what looks for names and the like asks that.
    pub fn known(raw: &'a str) -> Self {
        let mut text = Self::new(raw);
        KEPT.with_borrow_mut(|kept| {
            for word in &mut text.words {
                word.facts = kept.facts(&text.folded[word.fold.start as usize..word.fold.end as usize], word.hash);
            }
        });
        text
    }

    /// A word's folded form: lower case, accents and ignorable characters dropped, apostrophes straight.
    pub fn fold(&self, word: usize) -> &str {
        self.words.get(word).map_or("", |word| &self.folded[word.fold.start as usize..word.fold.end as usize])
    }

    /// The place of the words `first..last` (one past the last) in bytes.
    pub fn span(&self, words: &Range<usize>) -> Range<usize> {
        match (self.words.get(words.start), words.end.checked_sub(1).and_then(|last| self.words.get(last))) {
            (Some(first), Some(last)) => first.start as usize..(last.end as usize).max(first.start as usize),
            _ => 0..0,
        }
    }

    /// The words as they were written.
    pub fn written(&self, words: &Range<usize>) -> &'a str {
        self.raw.get(self.span(words)).unwrap_or_default()
    }

    /// The hash of a word's folded form; 0 where there is no word.
    pub fn hash(&self, word: usize) -> u64 {
        self.words.get(word).map_or(0, |word| word.hash)
    }

    /// How many words belong to a class that begins at this word, if it does.
    pub fn class(&self, word: usize, class: Class) -> Option<usize> {
        if self.classes(word) & class.bit() == 0 {
            return None;
        }
        let first = self.long.partition_point(|(at, _, _)| (*at as usize) < word);
        let mut here = self.long[first..].iter().take_while(|(at, _, _)| *at as usize == word);
        Some(here.find(|(_, other, _)| *other == class).map_or(1, |(_, _, length)| *length as usize))
    }

    /// Whether a word is on a list.
    pub fn on(&self, word: usize, list: List) -> bool {
        self.words.get(word).is_some_and(|word| word.facts.on(list))
    }

    /// Every class that begins at a word, as bits.
    pub(crate) fn classes(&self, word: usize) -> u8 {
        self.words.get(word).map_or(0, |word| word.classes)
    }

    /// Notes that a class of `length` words begins at a word; words must be marked in order.
    pub(crate) fn mark(&mut self, word: usize, class: Class, length: usize) {
        self.words[word].classes |= class.bit();
        if length > 1 {
            self.long.push((word as u32, class, length as u32));
        }
    }

    /// Whether a sentence starts at this word.
    pub fn starts_sentence(&self, word: usize) -> bool {
        self.words.get(word).is_none_or(|word| word.gap == Gap::Break)
    }
}

thread_local! {
    /// Facts of words are the same in every text.
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// Where the cutting stands.
struct Cutter {
    gap: Gap,
    at: usize,
}

impl Cutter {
    /// Takes one word or one character that is none; plain ASCII, nearly all there is, the short way.
    fn step(&mut self, text: &mut Text) {
        let bytes = text.raw.as_bytes();
        match bytes[self.at] {
            b' ' => {
                self.gap = self.gap.max(Gap::Space);
                self.at += 1;
            }
            first if first.is_ascii_alphanumeric() => {
                let length = bytes[self.at..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
                match bytes.get(self.at + length) {
                    Some(b'\'' | b'`' | 0x80..) => self.any(text),
                    _ => self.word(text, length, length),
                }
            }
            _ => self.any(text),
        }
    }

    fn word(&mut self, text: &mut Text, length: usize, full: usize) {
        text.push(self.at, length, self.gap, full > length);
        self.at += full;
        self.gap = Gap::Glue;
    }

    /// Takes a word of any script, or one character that is none.
    fn any(&mut self, text: &mut Text) {
        let rest = &text.raw[self.at..];
        let Some(first) = rest.chars().next() else { return };
        if is_word(first) || (matches!(first, '@' | '#') && rest[1..].starts_with(is_word)) {
            let (length, full) = word_length(rest);
            self.word(text, length, full);
        } else {
            self.gap = self.gap.max(gap_of(first, &rest[first.len_utf8()..], self.gap));
            self.at += first.len_utf8();
        }
    }
}

impl Text<'_> {
    fn push(&mut self, at: usize, length: usize, gap: Gap, possessive: bool) {
        let written = &self.raw[at..at + length];
        // What is plain stands in the folded text where it stands in the text; the rest goes behind it.
        let mut fold = at..at + length;
        if !written.is_ascii() {
            fold.start = self.folded.len();
            fold_into(written, &mut self.folded);
            fold.end = self.folded.len();
        }
        let first = written.as_bytes()[0];
        let capital = if first.is_ascii_alphanumeric() {
            first.is_ascii_uppercase()
        } else {
            written.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
        };
        let folded = &self.folded[fold.clone()];
        let hash = hash(folded.as_bytes());
        self.words.push(Word {
            start: at as u32,
            end: (at + length) as u32,
            fold: fold.start as u32..fold.end as u32,
            hash,
            facts: Facts::default(),
            gap,
            capital,
            possessive,
            classes: 0,
        });
    }
}

/// Bytes of the word that `rest` begins with, and the same with a possessive ending.
fn word_length(rest: &str) -> (usize, usize) {
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let mut end = first;
    let handle = rest.starts_with(['@', '#']);
    let mut characters = rest[first..].char_indices().map(|(at, c)| (at + first, c)).peekable();
    while let Some((at, c)) = characters.next() {
        let joins = is_apostrophe(c) || (handle && matches!(c, '_' | '.'));
        let inside = is_word(c) || (joins && characters.peek().is_some_and(|&(_, next)| next.is_alphanumeric()));
        if !inside {
            break;
        }
        end = at + c.len_utf8();
    }
    (end - possessive_length(&rest[..end]), end)
}

/// Bytes of a closing `'s` (or `s'` apostrophes, which the cutter leaves outside by itself).
fn possessive_length(word: &str) -> usize {
    let mut back = word.char_indices().rev();
    match (back.next(), back.next()) {
        (Some((_, 's' | 'S')), Some((at, c))) if is_apostrophe(c) && at > 0 => word.len() - at,
        _ => 0,
    }
}

/// Letters, digits and what is invisible inside a word.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_ignorable(c) || is_mark(c)
}

/// What a character between words makes of the gap. A full stop ends a sentence only before space, so that `7.30` and `e.g` hold together.
fn gap_of(c: char, rest: &str, so_far: Gap) -> Gap {
    let before_space = rest.starts_with(|c: char| c.is_whitespace()) || rest.is_empty();
    match c {
        '\n' | '\r' | '!' | '?' | '…' | ';' | '|' | '•' | '>' | '\u{2028}' | '\u{2029}' => Gap::Break,
        '.' | ':' => {
            if before_space {
                Gap::Break
            } else {
                Gap::Comma
            }
        }
        '-' | '\u{2010}' | '\u{2011}' | '/' | '&' | '\'' | '\u{2019}' if so_far == Gap::Glue && !before_space => Gap::Glue,
        _ if c.is_whitespace() => Gap::Space,
        ',' | '(' | ')' | '"' | '\'' | '“' | '”' | '‘' | '’' | '–' | '—' | '-' | '[' | ']' => Gap::Comma,
        '*' | '_' | '~' => Gap::Glue,
        _ => Gap::Space,
    }
}

/// Turns bytes of `text` into UTF-16 code units: one pass over the text for any number of places.
pub fn utf16(text: &str, bytes: &[usize]) -> Vec<u32> {
    let mut places: Vec<usize> = (0..bytes.len()).collect();
    order::by_key(&mut places, |&i| bytes[i]);
    let mut units = vec![0; bytes.len()];
    let (mut at, mut count) = (0, 0);
    for i in places {
        let to = bytes[i].min(text.len());
        count += text.get(at..to).map_or(0, |part| part.encode_utf16().count()) as u32;
        at = to;
        units[i] = count;
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, words: &str) {
        let text = Text::new(raw);
        let found: Vec<String> = (0..text.words.len())
            .map(|i| {
                let mark = match text.words[i].gap {
                    Gap::Glue => "~",
                    Gap::Space => "",
                    Gap::Comma => ",",
                    Gap::Break => "/",
                };
                format!("{mark}{}", text.fold(i))
            })
            .collect();
        assert_eq!(found.join(" "), words, "{raw:?}");
    }

    #[test]
    fn words() {
        check("Proud to teach Year 9", "/proud to teach year 9");
        check("Jordan's, Zoë-Mae O’Neill", "/jordan ,zoe ~mae o'neill");
        check("I'm here. You're not!", "/i'm here /you're not");
        check("#WellDone @larkfield_ad", "/#welldone @larkfield_ad");
        check("7.30 e.g. this", "/7 ,30 e ,g /this");
        check("Jor\u{200b}dan \u{1f600} x", "/jordan x");
        check("a\nb\r\nc", "/a /b /c");
        check("", "");
        check("'", "");
        check("@ # '' 's", "/s");
        check("9B/9C", "/9b ~9c");
        check("Jo\u{308}rg 𝐉𝐨𝐫𝐝𝐚𝐧 Ｊｏ Łódź Straße Ærø ﬁn й и\u{306}", "/jorg jordan jo lodz strasse aero fin и и");
    }

    #[test]
    fn places_in_utf16() {
        let text = "a😀b é c";
        let bytes = [0, 1, 5, 6, 7, 9, 10, 400];
        assert_eq!(utf16(text, &bytes), [0, 1, 3, 4, 5, 6, 7, 8]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_cut(raw in "\\PC*") {
            let text = Text::new(&raw);
            let mut last = 0;
            for (i, word) in text.words.iter().enumerate() {
                proptest::prop_assert!(word.start as usize >= last && word.end > word.start);
                proptest::prop_assert!(raw.get(text.span(&(i..i + 1))).is_some());
                last = word.end as usize;
            }
        }
    }
}

//! Phrases: small patterns over words, such as `(i|we) teach ..2 at <school>`, matched in linear time.
//!
//! A pattern is words separated by spaces. `(a|b c)` is a choice, `x?` may be left out, `..3` stands for
//! up to three words, `<name>` is a [`Class`] that the lexicon has marked, and `$name` is replaced by a
//! macro's text. Matching never crosses the end of a sentence.

mod compile;

use crate::order;
use crate::text::{Gap, Text, hash};
use compile::{END, Starts, Step};
use std::ops::Range;

/// Steps that one attempt may take, and that a text may take per word (and at least): keeps hostile texts linear.
const MOST_STEPS: u32 = 1_500;
const STEPS_PER_WORD: usize = 16;
const LEAST_STEPS: usize = 50_000;

/// A set of patterns, each with a tag that says what a match means.
#[derive(Debug)]
pub struct Phrases<T> {
    tags: Vec<T>,
    steps: Vec<Step>,
    starts: Starts,
}

/// A match: the words it covers and its pattern's tag.
#[derive(Clone, Debug)]
pub struct Match<'t, T> {
    /// The words covered.
    pub words: Range<usize>,
    /// The pattern's tag.
    pub tag: &'t T,
}

impl<T> Phrases<T> {
    /// Compiles patterns; `macros` are `(name, text)` for `$name`.
    pub fn new<'p>(rows: impl IntoIterator<Item = (T, &'p str)>, macros: &[(&str, &str)]) -> Self {
        let (tags, patterns): (Vec<T>, Vec<&str>) = rows.into_iter().unzip();
        let (steps, starts) = compile::patterns(&patterns, macros);
        Self { tags, steps, starts }
    }

    /// Every match in the text, at most one (the longest) for a pattern and a starting word.
    pub fn find<'t>(&'t self, text: &Text) -> Vec<Match<'t, T>> {
        self.within(text, 0..text.words.len())
    }

    /// Every match that starts at one of these words.
    pub fn within<'t>(&'t self, text: &Text, words: Range<usize>) -> Vec<Match<'t, T>> {
        let mut found = Vec::new();
        let mut left = LEAST_STEPS + STEPS_PER_WORD * words.len();
        for at in words {
            if self.starts.may(text, at) && left > 0 {
                self.matches(text, at, None, &mut left, |found_one| {
                    found.push(found_one);
                    false
                });
            }
        }
        found
    }

    /// Whether any pattern matches anywhere.
    pub fn is_in(&self, text: &Text) -> bool {
        let mut left = LEAST_STEPS + STEPS_PER_WORD * text.words.len();
        (0..text.words.len()).any(|at| left > 0 && self.starts.may(text, at) && self.matches(text, at, None, &mut left, |_| true))
    }

    /// The matches that start at a word.
    pub fn at<'t>(&'t self, text: &Text, at: usize) -> Vec<Match<'t, T>> {
        self.within(text, at..at + 1)
    }

    /// The first pattern with a match that ends just before word `end`, starting at most `most` words earlier.
    pub fn before<'t>(&'t self, text: &Text, end: usize, most: usize) -> Option<Match<'t, T>> {
        let mut left = LEAST_STEPS;
        let mut first = None;
        (end.saturating_sub(most)..end).find(|&at| {
            self.starts.may(text, at)
                && self.matches(text, at, Some(end), &mut left, |found| {
                    first = Some(found);
                    true
                })
        });
        first
    }

    /// Tells each pattern's longest match at a word, until told that it is enough; whether it was.
    fn matches<'t>(
        &'t self,
        text: &Text,
        begin: usize,
        until: Option<usize>,
        left: &mut usize,
        mut tell: impl FnMut(Match<'t, T>) -> bool,
    ) -> bool {
        for (row, step) in self.starts.at(text, begin) {
            let mut matcher = Matcher { steps: &self.steps, text, taken: 0, begin, until };
            let end = matcher.longest(step, begin).filter(|&end| end > begin);
            *left = left.saturating_sub(matcher.taken as usize);
            if let Some(end) = end
                && tell(Match { words: begin..end, tag: &self.tags[row as usize] })
            {
                return true;
            }
        }
        false
    }
}

/// One attempt at one word.
struct Matcher<'a> {
    steps: &'a [Step],
    text: &'a Text<'a>,
    taken: u32,
    begin: usize,
    /// Where the match must end, if that is settled.
    until: Option<usize>,
}

impl Matcher<'_> {
    /// The furthest end of the steps from `step` on, from word `at`.
    fn longest(&mut self, step: u32, at: usize) -> Option<usize> {
        self.taken += 1;
        if self.taken > MOST_STEPS {
            return None;
        }
        if step == END {
            return self.until.is_none_or(|until| until == at).then_some(at);
        }
        let steps = self.steps;
        match &steps[step as usize] {
            Step::Word(word, next) => {
                if self.open(at) && self.text.words[at].hash == *word {
                    self.longest(*next, at + 1)
                } else {
                    None
                }
            }
            Step::Class(class, next) => {
                let length = if self.open(at) { self.text.class(at, *class)? } else { return None };
                self.longest(*next, at + length)
            }
            Step::Gap(most, next) => self.gap(usize::from(*most), *next, at),
            Step::Fork(fork) => {
                let word = if self.open(at) { self.text.words[at].hash } else { 0 };
                let by_word = fork.words.binary_search_by_key(&word, |(word, _)| *word).ok().map(|found| fork.words[found].1);
                let mut best = by_word.and_then(|next| self.longest(next, at + 1));
                for &next in &fork.others {
                    best = best.max(self.longest(next, at));
                }
                best
            }
        }
    }

    fn gap(&mut self, most: usize, next: u32, at: usize) -> Option<usize> {
        let mut best = None;
        for skipped in 0..=most {
            best = best.max(self.longest(next, at + skipped));
            if !self.open(at + skipped) {
                break;
            }
        }
        best
    }

    /// Whether a word stands at `at` in the same sentence.
    fn open(&self, at: usize) -> bool {
        self.text.words.get(at).is_some_and(|word| at == self.begin || word.gap != Gap::Break)
    }
}

/// A set of folded words, asked by hash: for lists that stand on a text's every word.
#[derive(Debug)]
pub struct Words(Vec<u64>);

impl Words {
    /// The words of a list parted by `|`.
    pub fn new(list: &str) -> Self {
        let mut hashes: Vec<u64> =
            list.split('|').map(str::trim).map(|word| hash(word.strip_suffix("'s").unwrap_or(word).as_bytes())).collect();
        order::by_key(&mut hashes, |hash| *hash);
        Self(hashes)
    }

    /// Whether a word of a text is one of them.
    pub fn has(&self, text: &Text, at: usize) -> bool {
        self.0.binary_search(&text.hash(at)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[track_caller]
    fn check(pattern: &'static str, raw: &str, expected: &str) {
        let phrases = Phrases::new([((), pattern)], &[("role", "teacher|head of year")]);
        let text = Lexicon::default().read(raw);
        let found: Vec<&str> = phrases.find(&text).iter().map(|found| text.written(&found.words)).collect();
        assert_eq!(found.join(";"), expected, "{pattern:?} on {raw:?}");
    }

    #[test]
    fn patterns() {
        check("i teach", "I teach and I teach.", "I teach;I teach");
        check("i teach", "I. Teach", "");
        check("i teach <year>", "I teach Year 9 now", "I teach Year 9");
        check("my (own|personal)? views", "my views, my own views", "my views;my own views");
        check("i'm a ..2 $role", "I'm a very proud head of year", "I'm a very proud head of year");
        check("i'm a ..2 $role", "I'm a very very proud teacher", "");
        check("(a|a b) c", "a b c", "a b c");
        check("(really)? (a|b)", "really b", "really b;b");
        check("(<form>|two) (pupils|kids)?", "9B kids two 9b", "9B kids;two;9b");
        check("..1 <form>", "ah 9B", "ah 9B;9B");
    }

    #[test]
    fn hostile_texts_stay_linear() {
        let phrases = Phrases::new([((), "a ..9 a ..9 a ..9 a ..9 a ..9 b")], &[]);
        let raw = "a ".repeat(20_000);
        let begun = std::time::Instant::now();
        assert!(phrases.find(&Text::new(&raw)).is_empty());
        assert!(begun.elapsed().as_secs() < 2);
        // What is spent on the hostile part is not missing elsewhere for a text of ordinary length.
        assert_eq!(phrases.find(&Text::new(&format!("{} a a a a a b", "x ".repeat(1_000)))).len(), 1);
    }
}

//! Phrases: small patterns over words, such as `(i|we) teach ..2 at <school>`, matched in linear time.
//!
//! A pattern is words separated by spaces. `(a|b c)` is a choice, `x?` may be left out, `..3` stands for
//! up to three words, `<name>` is a [`Class`] that the lexicon has marked, and `$name` is replaced by a
//! macro's text. Matching never crosses the end of a sentence.

mod compile;
mod read;
mod starts;

use crate::table::Table;
use crate::text::{Gap, Text, Word, hash};
use compile::{ANY, END, Fork, Graph, Step, bit};
use read::{Macros, options};
use starts::{Heads, Starts};
use std::ops::Range;
use std::sync::OnceLock;

/// Steps that one attempt may take, and that a text may take per word (and at least): keeps hostile texts linear.
const MOST_STEPS: u32 = 1_500;
const STEPS_PER_WORD: usize = 16;
const LEAST_STEPS: usize = 50_000;

/// A set of patterns, each with a tag that says what a match means.
#[derive(Debug)]
pub struct Phrases<T> {
    tags: Vec<T>,
    patterns: Patterns,
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
        Self { tags, patterns: Patterns::new(&patterns, macros) }
    }

    /// Every match in the text, at most one (the longest) for a pattern and a starting word.
    pub fn find<'t>(&'t self, text: &Text) -> Vec<Match<'t, T>> {
        self.within(text, 0..text.words.len())
    }

    /// Every match that starts at one of these words.
    pub fn within<'t>(&'t self, text: &Text, words: Range<usize>) -> Vec<Match<'t, T>> {
        self.tagged(self.patterns.matches(text, words, None, usize::MAX))
    }

    /// Whether any pattern matches anywhere.
    pub fn is_in(&self, text: &Text) -> bool {
        !self.patterns.matches(text, 0..text.words.len(), None, 1).is_empty()
    }

    /// The matches that start at a word.
    pub fn at<'t>(&'t self, text: &Text, at: usize) -> Vec<Match<'t, T>> {
        self.within(text, at..at + 1)
    }

    /// The first pattern with a match that ends just before word `end`, starting at most `most` words earlier.
    pub fn before<'t>(&'t self, text: &Text, end: usize, most: usize) -> Option<Match<'t, T>> {
        self.tagged(self.patterns.matches(text, end.saturating_sub(most)..end, Some(end), 1)).pop()
    }

    fn tagged(&self, found: Vec<(Range<usize>, u16)>) -> Vec<Match<'_, T>> {
        found.into_iter().map(|(words, row)| Match { words, tag: &self.tags[row as usize] }).collect()
    }
}

/// The patterns themselves, one code for all sets.
///
/// A set is read only so far as to know what its patterns start with; each becomes steps when a text first has such a word.
#[derive(Debug)]
struct Patterns {
    parts: Vec<Part>,
    macros: Macros,
    starts: Starts,
}

/// A pattern, or one option of a pattern that is a long choice.
#[derive(Debug)]
struct Part {
    row: u16,
    source: Box<str>,
    graph: OnceLock<Graph>,
}

impl Patterns {
    fn new(patterns: &[&str], macros: &[(&str, &str)]) -> Self {
        let macros = Macros::new(macros);
        let mut set = Self { parts: Vec::new(), macros, starts: Starts::default() };
        let mut heads = Heads::default();
        for (row, pattern) in (0..).zip(patterns) {
            set.add(row, pattern, &mut heads);
        }
        set.starts = Starts::of(heads);
        if cfg!(debug_assertions) {
            // A pattern that cannot be read is found by the first test.
            (0..).zip(&set.parts).for_each(|(part, _)| _ = set.graph(part));
        }
        set
    }

    /// Adds a pattern, of a long choice each option by itself.
    fn add(&mut self, row: u16, pattern: &str, heads: &mut Heads) {
        // Whatever may start with a class or with nothing is tried as one.
        let options = options(pattern).filter(|_| self.macros.first(pattern).is_words());
        for source in options.unwrap_or_else(|| vec![pattern]) {
            heads.add(self.parts.len() as u16, &self.macros.first(source));
            self.parts.push(Part { row, source: source.into(), graph: OnceLock::new() });
        }
    }

    fn graph(&self, part: u16) -> &Graph {
        let Part { source, graph, .. } = &self.parts[part as usize];
        graph.get_or_init(|| Graph::of(&self.macros.pattern(source)))
    }

    /// The matches, the first `most` of them, that start at these words and end where they must: their words and pattern.
    fn matches(&self, text: &Text, words: Range<usize>, until: Option<usize>, most: usize) -> Vec<(Range<usize>, u16)> {
        let mut found = Vec::new();
        let words = words.start.min(text.words.len())..words.end.min(text.words.len());
        let mut left = LEAST_STEPS + STEPS_PER_WORD * words.len();
        for (at, word) in words.clone().zip(&text.words[words]) {
            if self.starts.may(word) && left > 0 {
                let taken = self.at(text, at, until, &mut found);
                left = left.saturating_sub(taken as usize);
                if found.len() >= most {
                    break;
                }
            }
        }
        found.truncate(most);
        found
    }

    /// Adds each pattern's longest match at a word; how many steps that took.
    fn at(&self, text: &Text, begin: usize, until: Option<usize>, found: &mut Vec<(Range<usize>, u16)>) -> u32 {
        let mut taken = 0;
        let own = Some(&text.words[begin]);
        let next = text.words.get(begin + 1).filter(|next| next.gap != Gap::Break);
        self.starts.at(&text.words[begin], &|part| self.graph(part), |way| {
            if !fits(way.mask, if way.taken == 0 { own } else { next }) {
                return;
            }
            let mut matcher = Matcher { graph: self.graph(way.part), text, taken: 0, begin, until };
            let end = matcher.longest(way.step, begin + way.taken as usize).filter(|end| *end > begin);
            taken += matcher.taken;
            let Some(end) = end else { return };
            let row = self.parts[way.part as usize].row;
            match found.last_mut() {
                Some((words, other)) if *other == row && words.start == begin => words.end = words.end.max(end),
                _ => found.push((begin..end, row)),
            }
        });
        taken
    }
}

/// Whether a step with this mask may go on from a word, or from none.
fn fits(mask: u64, word: Option<&Word>) -> bool {
    mask == ANY || word.is_some_and(|word| mask & bit(word.hash) != 0 || word.classes != 0)
}

/// One attempt at one word.
struct Matcher<'a> {
    graph: &'a Graph,
    text: &'a Text<'a>,
    taken: u32,
    begin: usize,
    /// Where the match must end, if that is settled.
    until: Option<usize>,
}

impl Matcher<'_> {
    /// The furthest end of the steps from `step` on, from word `at`.
    fn longest(&mut self, mut step: u32, mut at: usize) -> Option<usize> {
        loop {
            self.taken += 1;
            if self.taken > MOST_STEPS {
                return None;
            }
            if step == END {
                return self.until.is_none_or(|until| until == at).then_some(at);
            }
            match self.graph.steps[step as usize] {
                Step::Word(word, next) => {
                    if self.hash(at) != word {
                        return None;
                    }
                    (step, at) = (next, at + 1);
                }
                Step::Class(class, next) => {
                    let length = if self.open(at) { self.text.class(at, class)? } else { return None };
                    (step, at) = (next, at + length);
                }
                Step::Gap(most, next) => return self.gap(usize::from(most), next, at),
                Step::Fork(fork) => return self.fork(&fork, at),
            }
        }
    }

    fn fork(&mut self, fork: &Fork, at: usize) -> Option<usize> {
        let word = self.hash(at);
        let mut best = None;
        if word != 0 {
            if let Some(next) = self.graph.single(fork, word) {
                best = self.onward(next, at + 1);
            }
            if let Some(next) = self.graph.longer(fork, word) {
                best = best.max(self.onward(next, at + 1));
            }
        }
        for &next in self.graph.staying(fork) {
            best = best.max(self.onward(next, at));
        }
        best
    }

    fn gap(&mut self, most: usize, next: u32, at: usize) -> Option<usize> {
        let mut best = None;
        for skipped in 0..=most {
            best = best.max(self.onward(next, at + skipped));
            if !self.open(at + skipped) {
                break;
            }
        }
        best
    }

    /// As [`Self::longest`], after a look at the word whether it can be taken at all.
    fn onward(&mut self, step: u32, at: usize) -> Option<usize> {
        if fits(self.graph.mask(step), self.word(at)) { self.longest(step, at) } else { None }
    }

    /// The hash of the word at `at`; 0 where the sentence has ended.
    fn hash(&self, at: usize) -> u64 {
        self.word(at).map_or(0, |word| word.hash)
    }

    /// The word at `at`, in the same sentence.
    fn word(&self, at: usize) -> Option<&Word> {
        self.text.words.get(at).filter(|word| at == self.begin || word.gap != Gap::Break)
    }

    /// Whether a word stands at `at` in the same sentence.
    fn open(&self, at: usize) -> bool {
        self.word(at).is_some()
    }
}

/// A set of folded words, asked by hash: for lists that stand on a text's every word.
#[derive(Debug)]
pub struct Words(Table);

impl Words {
    /// The words of a list parted by `|`.
    pub fn new(list: &str) -> Self {
        Self::of(list.split('|'))
    }

    /// These words.
    pub fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let word = |word: &str| (hash(word.strip_suffix("'s").unwrap_or(word).as_bytes()), 0);
        Self(Table::new(&words.map(str::trim).map(word).collect::<Vec<_>>()))
    }

    /// Whether a word of a text is one of them.
    pub fn has(&self, text: &Text, at: usize) -> bool {
        self.0.get(text.hash(at)).is_some()
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
        // Of a long choice, too, the longest option counts.
        check("(a|b|c|d|e|f|a b|a (b|c) d|g)", "a b d a b e g", "a b d;b;d;a b;b;e;g");
        check("a|b|c|d|e|f|g|(a|b) c", "a c d", "a c;c;d");
        check("(a|b|c|d) (e|f|g|h|i)", "a c i", "c i");
        check("(a|b|c|d|e|f|g|x? h)", "x h a", "x h;h;a");
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

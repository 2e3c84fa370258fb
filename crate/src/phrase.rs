//! Phrases: small patterns over words, such as `(i|we) teach ..2 at <school>`, matched in linear time.
//!
//! A pattern is words separated by spaces. `(a|b c)` is a choice, `x?` may be left out, `..3` stands for
//! up to three words, `<name>` is a class that the caller resolves, and `$name` is replaced by a
//! macro's text. Matching never crosses the end of a sentence.

use crate::text::{Gap, Text};
use std::collections::HashMap;
use std::ops::Range;

/// Steps that one attempt may take: keeps hostile texts linear.
const MOST_STEPS: u32 = 2_000;

/// Resolves `<class>` at a word: how many words belong to it, if any.
pub type Class<'a> = &'a dyn Fn(&str, &Text, usize) -> Option<usize>;

/// A set of patterns, each with a tag that says what a match means.
#[derive(Debug)]
pub struct Phrases<T> {
    rows: Vec<(T, Vec<Node>)>,
    by_word: HashMap<String, Vec<usize>>,
    anywhere: Vec<usize>,
}

#[derive(Clone, Debug)]
enum Node {
    Word(String),
    Class(String),
    Gap(usize),
    Choice(Vec<Vec<Node>>, bool),
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
    pub fn new(rows: impl IntoIterator<Item = (T, &'static str)>, macros: &[(&str, &str)]) -> Self {
        let rows: Vec<(T, Vec<Node>)> = rows.into_iter().map(|(tag, pattern)| (tag, compile(pattern, macros))).collect();
        let mut set = Self { rows, by_word: HashMap::new(), anywhere: Vec::new() };
        for row in 0..set.rows.len() {
            match first_words(&set.rows[row].1) {
                Some(words) => words.into_iter().for_each(|word| set.by_word.entry(word).or_default().push(row)),
                None => set.anywhere.push(row),
            }
        }
        set
    }

    /// Every match in the text, at most one (the longest) for a pattern and a starting word.
    pub fn find<'t>(&'t self, text: &Text, class: Class) -> Vec<Match<'t, T>> {
        (0..text.words.len()).flat_map(|at| self.at(text, at, class)).collect()
    }

    /// The matches that start at a word.
    pub fn at<'t>(&'t self, text: &Text, at: usize, class: Class) -> Vec<Match<'t, T>> {
        let rows = self.by_word.get(text.fold(at)).into_iter().flatten().chain(&self.anywhere);
        rows.filter_map(|&row| {
            let (tag, nodes) = &self.rows[row];
            let mut matcher = Matcher { text, class, steps: 0, begin: at, until: None };
            let end = matcher.longest(nodes, &[], at)?;
            (end > at).then_some(Match { words: at..end, tag })
        })
        .collect()
    }

    /// The first pattern with a match that ends just before word `end`, starting at most `most` words earlier.
    pub fn before<'t>(&'t self, text: &Text, end: usize, most: usize, class: Class) -> Option<Match<'t, T>> {
        (end.saturating_sub(most)..end).find_map(|at| {
            let rows = self.by_word.get(text.fold(at)).into_iter().flatten().chain(&self.anywhere);
            rows.copied().find_map(|row| {
                let (tag, nodes) = &self.rows[row];
                let mut matcher = Matcher { text, class, steps: 0, begin: at, until: Some(end) };
                matcher.longest(nodes, &[], at).map(|end| Match { words: at..end, tag })
            })
        })
    }
}

/// Turns a pattern's text into nodes.
fn compile(pattern: &str, macros: &[(&str, &str)]) -> Vec<Node> {
    let mut text = pattern.to_owned();
    // Macros may name macros; a few rounds are enough and end even if one names itself.
    for _ in 0..4 {
        for (name, body) in macros {
            text = text.replace(&format!("${name}"), &format!("({body})"));
        }
    }
    let spaced = text.replace('(', " ( ").replace(")?", " )? ").replace(')', " ) ").replace(" ) ?", " )? ").replace('|', " | ");
    let mut tokens = spaced.split_whitespace().peekable();
    sequence(&mut tokens)
}

type Tokens<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

/// Nodes up to `|`, `)` or the end.
fn sequence(tokens: &mut Tokens) -> Vec<Node> {
    let mut nodes = Vec::new();
    while let Some(&token) = tokens.peek() {
        if matches!(token, "|" | ")" | ")?") {
            break;
        }
        tokens.next();
        nodes.push(node(token, tokens));
    }
    nodes
}

/// One node, beginning with `token`.
fn node(token: &str, tokens: &mut Tokens) -> Node {
    if token == "(" {
        return choice(tokens);
    }
    if let Some(most) = token.strip_prefix("..") {
        return Node::Gap(most.parse().unwrap_or(1));
    }
    let (token, optional) = token.strip_suffix('?').map_or((token, false), |token| (token, true));
    let one = match token.strip_prefix('<').and_then(|token| token.strip_suffix('>')) {
        Some(class) => Node::Class(class.to_owned()),
        None => Node::Word(token.to_owned()),
    };
    if optional { Node::Choice(vec![vec![one]], true) } else { one }
}

/// A choice, after its opening bracket.
fn choice(tokens: &mut Tokens) -> Node {
    let mut options = vec![sequence(tokens)];
    loop {
        match tokens.next() {
            Some("|") => options.push(sequence(tokens)),
            Some(")?") => return Node::Choice(options, true),
            _ => return Node::Choice(options, false),
        }
    }
}

/// The words a match can start with; `None` when it may start with any.
fn first_words(nodes: &[Node]) -> Option<Vec<String>> {
    match nodes.split_first()? {
        (Node::Word(word), _) => Some(vec![word.clone()]),
        (Node::Class(_) | Node::Gap(_), _) => None,
        (Node::Choice(options, optional), rest) => {
            let mut words = Vec::new();
            for option in options {
                let joined: Vec<Node> = option.iter().chain(rest).cloned().collect();
                words.extend(first_words(&joined)?);
            }
            if *optional {
                words.extend(first_words(rest)?);
            }
            words.sort();
            words.dedup();
            Some(words)
        }
    }
}

struct Matcher<'a> {
    text: &'a Text<'a>,
    class: Class<'a>,
    steps: u32,
    begin: usize,
    /// Where the match must end, if that is settled.
    until: Option<usize>,
}

impl Matcher<'_> {
    /// The furthest end of `nodes` followed by `then`, from word `at`.
    fn longest(&mut self, nodes: &[Node], then: &[&[Node]], at: usize) -> Option<usize> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return None;
        }
        let Some((node, rest)) = nodes.split_first() else {
            return match then.split_last() {
                Some((nodes, then)) => self.longest(nodes, then, at),
                None => self.until.is_none_or(|until| until == at).then_some(at),
            };
        };
        match node {
            Node::Word(word) => (self.open(at) && self.text.fold(at) == word).then_some(()).and_then(|()| self.longest(rest, then, at + 1)),
            Node::Class(class) => {
                let length = if self.open(at) { (self.class)(class, self.text, at)? } else { return None };
                self.longest(rest, then, at + length)
            }
            Node::Gap(most) => self.gap(*most, rest, then, at),
            Node::Choice(options, optional) => self.choice(options, *optional, rest, then, at),
        }
    }

    fn gap(&mut self, most: usize, rest: &[Node], then: &[&[Node]], at: usize) -> Option<usize> {
        let mut best = None;
        for skipped in 0..=most {
            best = best.max(self.longest(rest, then, at + skipped));
            if !self.open(at + skipped) {
                break;
            }
        }
        best
    }

    fn choice(&mut self, options: &[Vec<Node>], optional: bool, rest: &[Node], then: &[&[Node]], at: usize) -> Option<usize> {
        let mut after = then.to_vec();
        after.push(rest);
        let mut best = if optional { self.longest(rest, then, at) } else { None };
        for option in options {
            best = best.max(self.longest(option, &after, at));
        }
        best
    }

    /// Whether a word stands at `at` in the same sentence.
    fn open(&self, at: usize) -> bool {
        self.text.words.get(at).is_some_and(|word| at == self.begin || word.gap != Gap::Break)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &'static str, raw: &str, expected: &str) {
        let phrases = Phrases::new([((), pattern)], &[("role", "teacher|head of year")]);
        let text = Text::new(raw);
        let class = |name: &str, text: &Text, at: usize| (name == "num" && text.fold(at).parse::<u32>().is_ok()).then_some(1);
        let found: Vec<&str> = phrases.find(&text, &class).iter().map(|found| text.written(&found.words)).collect();
        assert_eq!(found.join(";"), expected, "{pattern:?} on {raw:?}");
    }

    #[test]
    fn patterns() {
        check("i teach", "I teach and I teach.", "I teach;I teach");
        check("i teach", "I. Teach", "");
        check("i teach year <num>", "I teach Year 9 now", "I teach Year 9");
        check("my (own|personal)? views", "my views, my own views", "my views;my own views");
        check("i'm a ..2 $role", "I'm a very proud head of year", "I'm a very proud head of year");
        check("i'm a ..2 $role", "I'm a very very proud teacher", "");
        check("(a|a b) c", "a b c", "a b c");
        check("(really)? (a|b)", "really b", "really b;b");
        check("<num> (pupils|kids)?", "9 kids", "9 kids");
    }

    #[test]
    fn hostile_texts_stay_linear() {
        let phrases = Phrases::new([((), "a ..9 a ..9 a ..9 a ..9 a ..9 b")], &[]);
        let raw = "a ".repeat(20_000);
        assert!(phrases.find(&Text::new(&raw), &|_, _, _| None).is_empty());
    }
}

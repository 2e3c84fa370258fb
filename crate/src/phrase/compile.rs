//! Patterns become steps: a small graph in which a choice is looked up by the word it starts with.

use crate::order;
use crate::text::{Class, Text, hash};
use std::collections::HashMap;
use std::rc::Rc;

/// The step that ends a match.
pub const END: u32 = u32::MAX;

/// One step of a pattern, with the step that follows.
#[derive(Debug)]
pub enum Step {
    /// A word, by hash.
    Word(u64, u32),
    /// A class.
    Class(Class, u32),
    /// Up to so many words of any kind.
    Gap(u8, u32),
    /// A choice.
    Fork(Fork),
}

/// A choice: the options by their first word, which is taken, and those that start otherwise.
#[derive(Debug, Default)]
pub struct Fork {
    /// Sorted by hash.
    pub words: Vec<(u64, u32)>,
    /// Steps tried at the same word.
    pub others: Vec<u32>,
}

/// A pattern as read.
#[derive(Clone, Debug)]
enum Node {
    Word(u64),
    /// None when no class has the name: such a node is never met.
    Class(Option<Class>),
    Gap(u8),
    Choice(Rc<Vec<Vec<Node>>>, bool),
}

/// The steps of patterns, and where each starts.
pub fn patterns(patterns: &[&str], macros: &[(&str, &str)]) -> (Vec<Step>, Starts) {
    let mut reader = Reader { macros, read: HashMap::new(), depth: 0 };
    let mut steps = Vec::new();
    let firsts: Vec<u32> = patterns.iter().map(|pattern| lower(&reader.pattern(pattern), END, &mut steps)).collect();
    let starts = Starts::of(&firsts, &steps);
    (steps, starts)
}

/// Reads patterns; a macro is read once, when first called.
struct Reader<'m> {
    macros: &'m [(&'m str, &'m str)],
    read: HashMap<&'m str, Rc<Vec<Vec<Node>>>>,
    /// How deep macros stand in macros; one that names itself ends.
    depth: u8,
}

impl Reader<'_> {
    fn pattern(&mut self, pattern: &str) -> Vec<Node> {
        let mut options = self.options(&mut Tokens(pattern)).0;
        if options.len() == 1 { options.remove(0) } else { vec![Node::Choice(Rc::new(options), false)] }
    }

    /// The options up to a closing bracket or the end, and whether all may be left out.
    fn options(&mut self, tokens: &mut Tokens) -> (Vec<Vec<Node>>, bool) {
        let mut options = vec![Vec::new()];
        while let Some(token) = tokens.next() {
            let node = match token {
                ")" => return (options, false),
                ")?" => return (options, true),
                "|" => {
                    options.push(Vec::new());
                    continue;
                }
                "(" => {
                    let (inner, optional) = self.options(tokens);
                    Node::Choice(Rc::new(inner), optional)
                }
                _ => self.node(token),
            };
            options.last_mut().expect("there is one from the start").push(node);
        }
        (options, false)
    }

    /// A node of one token.
    fn node(&mut self, token: &str) -> Node {
        if let Some(most) = token.strip_prefix("..") {
            return Node::Gap(most.parse().unwrap_or(1));
        }
        let (token, optional) = token.strip_suffix('?').map_or((token, false), |token| (token, true));
        if let Some(options) = token.strip_prefix('$').and_then(|name| self.called(name)) {
            return Node::Choice(options, optional);
        }
        // A pattern that calls what is not there would silently never match.
        debug_assert!(!token.starts_with('$'), "no macro is called {token}");
        let one = match token.strip_prefix('<').and_then(|token| token.strip_suffix('>')) {
            Some(class) => Node::Class(Class::named(class)),
            // A text's words stand without their possessive ending.
            None => Node::Word(hash(token.strip_suffix("'s").unwrap_or(token).as_bytes())),
        };
        if optional { Node::Choice(Rc::new(vec![vec![one]]), true) } else { one }
    }

    /// The options of a macro.
    fn called(&mut self, name: &str) -> Option<Rc<Vec<Vec<Node>>>> {
        if let Some(options) = self.read.get(name) {
            return Some(Rc::clone(options));
        }
        let (name, body) = self.macros.iter().find(|(other, _)| *other == name).filter(|_| self.depth < 4)?;
        self.depth += 1;
        let options = vec![self.pattern(body)];
        self.depth -= 1;
        // A body that is one choice is that choice.
        let options = match &options[0][..] {
            [Node::Choice(inner, false)] => Rc::clone(inner),
            _ => Rc::new(options),
        };
        self.read.insert(name, Rc::clone(&options));
        Some(options)
    }
}

/// Words, brackets and bars of a pattern.
struct Tokens<'a>(&'a str);

impl<'a> Iterator for Tokens<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let text = self.0.trim_start();
        let length = match text.as_bytes().first()? {
            b')' if text[1..].starts_with('?') => 2,
            b'(' | b')' | b'|' => 1,
            _ => text.find(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '|')).unwrap_or(text.len()),
        };
        let (token, rest) = text.split_at(length);
        self.0 = rest;
        Some(token)
    }
}

/// Adds the steps of `nodes` that lead on to `next`; where they start.
fn lower(nodes: &[Node], next: u32, steps: &mut Vec<Step>) -> u32 {
    nodes.iter().rev().fold(next, |next, node| {
        let step = match node {
            Node::Word(word) => Step::Word(*word, next),
            Node::Class(Some(class)) => Step::Class(*class, next),
            Node::Class(None) => {
                debug_assert!(false, "a pattern names a class that is not there");
                Step::Fork(Fork::default())
            }
            Node::Gap(most) => Step::Gap(*most, next),
            Node::Choice(options, optional) => {
                let options: Vec<&[Node]> = options.iter().map(Vec::as_slice).collect();
                Step::Fork(fork(&options, *optional, next, steps))
            }
        };
        steps.push(step);
        steps.len() as u32 - 1
    })
}

/// A choice, its options gathered by their first word.
fn fork(options: &[&[Node]], optional: bool, next: u32, steps: &mut Vec<Step>) -> Fork {
    let mut fork = Fork::default();
    let mut by_word: Vec<(u64, &[Node])> = Vec::new();
    for option in options {
        match option.split_first() {
            Some((Node::Word(word), rest)) => by_word.push((*word, rest)),
            Some(_) => fork.others.push(lower(option, next, steps)),
            None => fork.others.push(next),
        }
    }
    if optional {
        fork.others.push(next);
    }
    order::by_key(&mut by_word, |(word, _)| *word);
    for group in by_word.chunk_by(|one, other| one.0 == other.0) {
        let rests: Vec<&[Node]> = group.iter().map(|(_, rest)| *rest).collect();
        let step = if let [rest] = rests[..] {
            lower(rest, next, steps)
        } else {
            let inner = self::fork(&rests, false, next, steps);
            steps.push(Step::Fork(inner));
            steps.len() as u32 - 1
        };
        fork.words.push((group[0].0, step));
    }
    fork
}

/// Where patterns can start: asked for every word of a text, so a miss must cost next to nothing.
#[derive(Debug)]
pub struct Starts {
    /// A bit for some of the bits of each word's hash.
    filter: Vec<u64>,
    /// The classes that some pattern starts with, as bits.
    classes: u8,
    /// Patterns that start with one of these words only: hash, row, step; sorted by hash.
    by_word: Vec<(u64, u32, u32)>,
    /// The others.
    mixed: Vec<Mixed>,
    /// Whether one of them may start anywhere.
    anywhere: bool,
}

/// A pattern that may start with a class, or with anything.
#[derive(Debug)]
struct Mixed {
    first: First,
    row: u32,
    step: u32,
}

/// What a pattern can start with.
#[derive(Debug, Default)]
struct First {
    /// Sorted.
    words: Vec<u64>,
    classes: u8,
    anything: bool,
}

impl First {
    fn gather(&mut self, step: u32, steps: &[Step]) {
        match steps.get(step as usize) {
            None => {}
            Some(Step::Word(word, _)) => self.words.push(*word),
            Some(Step::Class(class, _)) => self.classes |= class.bit(),
            Some(Step::Gap(..)) => self.anything = true,
            Some(Step::Fork(fork)) => {
                self.words.extend(fork.words.iter().map(|(word, _)| *word));
                fork.others.iter().for_each(|other| self.gather(*other, steps));
            }
        }
    }
}

impl Starts {
    fn of(firsts: &[u32], steps: &[Step]) -> Self {
        let mut starts = Self { filter: Vec::new(), classes: 0, by_word: Vec::new(), mixed: Vec::new(), anywhere: false };
        let mut all: Vec<u64> = Vec::new();
        for (row, &step) in firsts.iter().enumerate() {
            let mut first = First::default();
            first.gather(step, steps);
            order::by_key(&mut first.words, |word| *word);
            first.words.dedup();
            all.extend(&first.words);
            starts.classes |= first.classes;
            starts.anywhere |= first.anything;
            let row = row as u32;
            if first.classes == 0 && !first.anything {
                starts.by_word.extend(first.words.iter().map(|word| (*word, row, step)));
            } else {
                starts.mixed.push(Mixed { first, row, step });
            }
        }
        order::by_key(&mut starts.by_word, |row| *row);
        starts.filter = vec![0; (all.len() / 4).next_power_of_two()];
        for word in all {
            let (at, bit) = starts.bit(word);
            starts.filter[at] |= bit;
        }
        starts
    }

    fn bit(&self, word: u64) -> (usize, u64) {
        ((word >> 6) as usize & (self.filter.len() - 1), 1 << (word & 63))
    }

    /// Whether a pattern may start at a word; rarely yes where none does.
    pub fn may(&self, text: &Text, at: usize) -> bool {
        let (place, bit) = self.bit(text.hash(at));
        self.anywhere || self.filter[place] & bit != 0 || text.classes(at) & self.classes != 0
    }

    /// The patterns that start at a word: row and first step.
    pub fn at(&self, text: &Text, at: usize) -> impl Iterator<Item = (u32, u32)> {
        let (word, classes) = (text.hash(at), text.classes(at));
        let first = self.by_word.partition_point(|(other, _, _)| *other < word);
        let by_word = self.by_word[first..].iter().take_while(move |(other, _, _)| *other == word).map(|(_, row, step)| (*row, *step));
        let starts = move |mixed: &&Mixed| {
            mixed.first.anything || mixed.first.classes & classes != 0 || mixed.first.words.binary_search(&word).is_ok()
        };
        by_word.chain(self.mixed.iter().filter(starts).map(|mixed| (mixed.row, mixed.step)))
    }
}

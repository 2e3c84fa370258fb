//! Patterns as they are written become nodes, and, before that, no more than what they can start with.

use super::compile::Words;
use crate::text::{Class, hash};
use std::sync::{Arc, OnceLock};

/// A pattern as read.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Word(u64),
    /// None when no class has the name: such a node is never met.
    Class(Option<Class>),
    Gap(u8),
    /// And whether it may be left out.
    Choice(Arc<Options>, bool),
}

/// The options of a choice.
#[derive(Debug, Default)]
pub(super) struct Options {
    /// Those of a single word: nearly all.
    pub(super) words: Vec<u64>,
    /// The others.
    pub(super) longer: Vec<Vec<Node>>,
    /// The table of the single words: macros are called more than once.
    pub(super) table: Option<Arc<Words>>,
}

impl Options {
    /// Adds an option and leaves its list empty.
    fn add(&mut self, option: &mut Vec<Node>) {
        if let [Node::Word(word)] = option[..] {
            self.words.push(word);
            option.clear();
        } else {
            self.longer.push(std::mem::take(option));
        }
    }

    /// With the table of its words.
    fn closed(mut self) -> Self {
        let rows: Vec<(u64, u32)> = self.words.iter().map(|word| (*word, 0)).collect();
        self.table = (!rows.is_empty()).then(|| Arc::new(Words::new(&rows)));
        self
    }
}

/// What patterns may call; a macro is read once, when first called.
#[derive(Debug)]
pub(super) struct Macros(Vec<Macro>);

#[derive(Debug)]
struct Macro {
    name: Box<str>,
    text: Box<str>,
    options: OnceLock<Arc<Options>>,
    first: OnceLock<First>,
}

/// How deep macros may stand in macros; one that names itself ends.
const DEEPEST: u8 = 4;

impl Macros {
    /// Macros by name and text.
    pub(super) fn new(macros: &[(&str, &str)]) -> Self {
        let one = |(name, text): &(&str, &str)| Macro {
            name: (*name).into(),
            text: (*text).into(),
            options: OnceLock::new(),
            first: OnceLock::new(),
        };
        Self(macros.iter().map(one).collect())
    }

    fn called(&self, name: &str) -> Option<&Macro> {
        self.0.iter().find(|one| &*one.name == name)
    }

    /// The nodes of a pattern.
    pub(super) fn pattern(&self, pattern: &str) -> Vec<Node> {
        Reader { macros: self, depth: 0 }.pattern(pattern)
    }

    /// What a pattern can start with.
    pub(super) fn first(&self, pattern: &str) -> First {
        Reader { macros: self, depth: 0 }.firsts(pattern)
    }
}

/// A choice of so many options is worth taking apart.
const LONG_CHOICE: usize = 8;

/// The options of a pattern that is one long choice, in brackets or without.
pub(super) fn options(pattern: &str) -> Option<Vec<&str>> {
    let inner = pattern.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(pattern);
    let (mut options, mut from, mut depth) = (Vec::new(), 0, 0_i32);
    for (at, byte) in inner.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            b'|' if depth == 0 => {
                options.push(&inner[from..at]);
                from = at + 1;
            }
            _ => {}
        }
        if depth < 0 {
            // The first bracket is not the partner of the last: "(a|b) (c|d)".
            return None;
        }
    }
    options.push(&inner[from..]);
    (options.len() >= LONG_CHOICE).then_some(options)
}

/// What a pattern can start with.
#[derive(Clone, Debug, Default)]
pub(super) struct First {
    pub(super) words: Vec<u64>,
    pub(super) classes: u8,
    pub(super) anything: bool,
    /// Whether all of it may be left out.
    open: bool,
}

impl First {
    /// Whether it starts with words alone.
    pub(super) fn is_words(&self) -> bool {
        self.classes == 0 && !self.anything && !self.open
    }
}

/// Reads patterns.
struct Reader<'m> {
    macros: &'m Macros,
    depth: u8,
}

impl Reader<'_> {
    fn pattern(&self, pattern: &str) -> Vec<Node> {
        let mut options = self.options(&mut Tokens(pattern)).0;
        match (&options.words[..], options.longer.len()) {
            ([word], 0) => vec![Node::Word(*word)],
            ([], 1) => options.longer.remove(0),
            _ => vec![Node::Choice(Arc::new(options), false)],
        }
    }

    /// The options up to a closing bracket or the end, and whether all may be left out.
    fn options(&self, tokens: &mut Tokens) -> (Options, bool) {
        let mut options = Options::default();
        let mut option = Vec::new();
        loop {
            let token = tokens.next();
            match token {
                None | Some("|" | ")" | ")?") => options.add(&mut option),
                Some("(") => {
                    let (inner, optional) = self.options(tokens);
                    option.push(Node::Choice(Arc::new(inner), optional));
                }
                Some(token) => option.push(self.node(token)),
            }
            if matches!(token, None | Some(")" | ")?")) {
                return (options.closed(), token == Some(")?"));
            }
        }
    }

    /// A node of one token.
    fn node(&self, token: &str) -> Node {
        if let Some(most) = token.strip_prefix("..") {
            return Node::Gap(most.parse().unwrap_or(1));
        }
        let (token, optional) = token.strip_suffix('?').map_or((token, false), |token| (token, true));
        if let Some(options) = token.strip_prefix('$').and_then(|name| self.called(name)) {
            return Node::Choice(options, optional);
        }
        // A pattern that calls what is not there would silently never match.
        debug_assert!(!token.starts_with('$'), "no macro is called {token}");
        let one = single(token);
        if !optional {
            return one;
        }
        let mut options = Options::default();
        options.add(&mut vec![one]);
        Node::Choice(Arc::new(options.closed()), true)
    }

    /// The options of a macro.
    fn called(&self, name: &str) -> Option<Arc<Options>> {
        let called = self.macros.called(name)?;
        if called.options.get().is_none() && self.depth < DEEPEST {
            let options = Reader { depth: self.depth + 1, ..*self }.options(&mut Tokens(&called.text)).0;
            // A body that is one choice is that choice.
            let only = if options.words.is_empty() && options.longer.len() == 1 { &options.longer[0][..] } else { &[] };
            let _ = called.options.set(match only {
                [Node::Choice(inner, false)] => Arc::clone(inner),
                _ => Arc::new(options),
            });
        }
        called.options.get().cloned()
    }

    /// What a pattern or macro can start with.
    fn firsts(&self, pattern: &str) -> First {
        let mut first = First::default();
        first.open = self.first(&mut Tokens(pattern), &mut first).0;
        first
    }

    /// Gathers what the options up to a closing bracket or the end can start with; whether one of them may be left out, and whether the
    /// bracket says so of all.
    fn first(&self, tokens: &mut Tokens, first: &mut First) -> (bool, bool) {
        let (mut open, mut any) = (true, false);
        loop {
            let token = if open { tokens.next() } else { tokens.skip() };
            match token {
                None | Some("|" | ")" | ")?") => {
                    any |= open;
                    open = true;
                }
                Some("(") => {
                    let (inner, optional) = self.first(tokens, first);
                    open = inner || optional;
                }
                Some(token) => open = self.first_of(token, first),
            }
            if matches!(token, None | Some(")" | ")?")) {
                return (any, token == Some(")?"));
            }
        }
    }

    /// Adds what a token can start with; whether it may be left out.
    fn first_of(&self, token: &str, first: &mut First) -> bool {
        if token.starts_with("..") {
            first.anything = true;
            return false;
        }
        let (token, optional) = token.strip_suffix('?').map_or((token, false), |token| (token, true));
        if let Some(called) = token.strip_prefix('$').and_then(|name| self.macros.called(name)) {
            return self.first_of_macro(called, first) || optional;
        }
        match single(token) {
            Node::Word(word) => first.words.push(word),
            Node::Class(Some(class)) => first.classes |= class.bit(),
            _ => {}
        }
        optional
    }

    fn first_of_macro(&self, called: &Macro, first: &mut First) -> bool {
        if called.first.get().is_none() && self.depth < DEEPEST {
            let _ = called.first.set(Reader { depth: self.depth + 1, ..*self }.firsts(&called.text));
        }
        let Some(own) = called.first.get() else { return false };
        first.words.extend(&own.words);
        first.classes |= own.classes;
        first.anything |= own.anything;
        own.open
    }
}

/// A word or class.
fn single(token: &str) -> Node {
    match token.strip_prefix('<').and_then(|token| token.strip_suffix('>')) {
        Some(class) => Node::Class(Class::named(class)),
        // A text's words stand without their possessive ending.
        None => Node::Word(hash(token.strip_suffix("'s").unwrap_or(token).as_bytes())),
    }
}

/// Words, brackets and bars of a pattern.
struct Tokens<'a>(&'a str);

impl<'a> Iterator for Tokens<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let text = self.0.trim_ascii_start();
        let bytes = text.as_bytes();
        let length = match bytes.first()? {
            b')' if bytes.get(1) == Some(&b'?') => 2,
            b'(' | b')' | b'|' => 1,
            _ => bytes.iter().position(|byte| matches!(byte, b' ' | b'\n' | b'(' | b')' | b'|')).unwrap_or(bytes.len()),
        };
        let (token, rest) = text.split_at(length);
        self.0 = rest;
        Some(token)
    }
}

impl<'a> Tokens<'a> {
    /// The bar or closing bracket that ends the option that has begun.
    fn skip(&mut self) -> Option<&'a str> {
        let mut depth = 0_usize;
        let bytes = self.0.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            match byte {
                b'(' => depth += 1,
                b')' if depth > 0 => depth -= 1,
                b')' | b'|' if depth == 0 => {
                    self.0 = &self.0[at..];
                    return self.next();
                }
                _ => {}
            }
        }
        self.0 = "";
        None
    }
}

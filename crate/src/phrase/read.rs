//! Patterns as they are written become nodes.

use crate::text::{Class, hash};
use std::cell::Cell;
use std::rc::Rc;

/// A pattern as read.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Word(u64),
    /// None when no class has the name: such a node is never met.
    Class(Option<Class>),
    Gap(u8),
    /// And whether it may be left out.
    Choice(Rc<Options>, bool),
}

/// The options of a choice.
#[derive(Debug, Default)]
pub(super) struct Options {
    /// Those of a single word: nearly all.
    pub(super) words: Vec<u64>,
    /// The others.
    pub(super) longer: Vec<Vec<Node>>,
    /// The table of the single words, once it has been made: macros are called more than once.
    pub(super) table: Cell<Option<u32>>,
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
}

/// Reads patterns; a macro is read once, when first called.
pub(super) struct Reader<'m> {
    macros: &'m [(&'m str, &'m str)],
    /// Their options, those that have been called.
    read: Vec<Option<Rc<Options>>>,
    /// How deep macros stand in macros; one that names itself ends.
    depth: u8,
}

impl<'m> Reader<'m> {
    /// For patterns that may call these macros.
    pub(super) fn new(macros: &'m [(&'m str, &'m str)]) -> Self {
        Self { macros, read: vec![None; macros.len()], depth: 0 }
    }

    /// The nodes of a pattern.
    pub(super) fn pattern(&mut self, pattern: &str) -> Vec<Node> {
        let mut options = self.options(&mut Tokens(pattern)).0;
        match (&options.words[..], options.longer.len()) {
            ([word], 0) => vec![Node::Word(*word)],
            ([], 1) => options.longer.remove(0),
            _ => vec![Node::Choice(Rc::new(options), false)],
        }
    }

    /// The options up to a closing bracket or the end, and whether all may be left out.
    fn options(&mut self, tokens: &mut Tokens) -> (Options, bool) {
        let mut options = Options::default();
        let mut option = Vec::new();
        loop {
            let token = tokens.next();
            match token {
                None | Some("|" | ")" | ")?") => options.add(&mut option),
                Some("(") => {
                    let (inner, optional) = self.options(tokens);
                    option.push(Node::Choice(Rc::new(inner), optional));
                }
                Some(token) => option.push(self.node(token)),
            }
            if matches!(token, None | Some(")" | ")?")) {
                return (options, token == Some(")?"));
            }
        }
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
        if !optional {
            return one;
        }
        let mut options = Options::default();
        options.add(&mut vec![one]);
        Node::Choice(Rc::new(options), true)
    }

    /// The options of a macro.
    fn called(&mut self, name: &str) -> Option<Rc<Options>> {
        let at = self.macros.iter().position(|(other, _)| *other == name)?;
        if self.read[at].is_none() && self.depth < 4 {
            self.depth += 1;
            let options = self.options(&mut Tokens(self.macros[at].1)).0;
            self.depth -= 1;
            // A body that is one choice is that choice.
            let only = if options.words.is_empty() && options.longer.len() == 1 { &options.longer[0][..] } else { &[] };
            self.read[at] = Some(match only {
                [Node::Choice(inner, false)] => Rc::clone(inner),
                _ => Rc::new(options),
            });
        }
        self.read[at].clone()
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

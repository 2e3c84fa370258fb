//! Patterns as they are written become nodes.

use crate::text::{Class, hash};
use std::collections::HashMap;
use std::rc::Rc;

/// A pattern as read.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Word(u64),
    /// None when no class has the name: such a node is never met.
    Class(Option<Class>),
    Gap(u8),
    Choice(Rc<Vec<Vec<Node>>>, bool),
}

/// Reads patterns; a macro is read once, when first called.
pub(super) struct Reader<'m> {
    macros: &'m [(&'m str, &'m str)],
    read: HashMap<&'m str, Rc<Vec<Vec<Node>>>>,
    /// How deep macros stand in macros; one that names itself ends.
    depth: u8,
}

impl<'m> Reader<'m> {
    /// For patterns that may call these macros.
    pub(super) fn new(macros: &'m [(&'m str, &'m str)]) -> Self {
        Self { macros, read: HashMap::new(), depth: 0 }
    }

    /// The nodes of a pattern.
    pub(super) fn pattern(&mut self, pattern: &str) -> Vec<Node> {
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

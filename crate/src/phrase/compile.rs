//! A pattern becomes steps: a small graph in which a choice is looked up by the word it starts with.

use super::read::Node;
use crate::order;
use crate::table::Table;
use crate::text::Class;
use std::sync::Arc;

/// The step that ends a match.
pub const END: u32 = u32::MAX;
/// No table.
const NONE: u32 = u32::MAX;

/// One step of a pattern, with the step that follows.
#[derive(Clone, Copy, Debug)]
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

/// A choice: options of a single word, options by their first word, which is taken, and those that start otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Fork {
    /// The table of single words.
    single: u32,
    /// What follows each of them.
    next: u32,
    /// The table that leads from first words to steps.
    words: u32,
    /// Which of [`Graph::others`] are tried at the same word.
    others: (u32, u32),
}

/// A table of words, and their bits.
#[derive(Debug)]
pub struct Words {
    table: Table,
    mask: u64,
}

impl Words {
    pub(super) fn new(rows: &[(u64, u32)]) -> Self {
        Self { table: Table::new(rows), mask: rows.iter().fold(0, |all, (word, _)| all | bit(*word)) }
    }
}

/// The steps of a pattern.
#[derive(Debug, Default)]
pub struct Graph {
    /// Where it begins.
    pub entry: u32,
    /// The steps.
    pub steps: Vec<Step>,
    /// For each step a bit for every word it may take, see [`bit`]; all of them where it may go on without.
    masks: Vec<u64>,
    tables: Vec<Arc<Words>>,
    others: Vec<u32>,
}

impl Graph {
    /// The steps of a pattern's nodes.
    pub(super) fn of(nodes: &[Node]) -> Self {
        let mut graph = Self::default();
        graph.entry = graph.lower(nodes, END);
        graph
    }

    /// Where a choice of single words leads when a word is taken.
    pub fn single(&self, fork: &Fork, word: u64) -> Option<u32> {
        self.tables.get(fork.single as usize)?.table.get(word).map(|_| fork.next)
    }

    /// Where options of several words lead when their first is taken.
    pub fn longer(&self, fork: &Fork, word: u64) -> Option<u32> {
        self.tables.get(fork.words as usize)?.table.get(word)
    }

    /// Where a choice leads without taking a word.
    pub fn staying(&self, fork: &Fork) -> &[u32] {
        &self.others[fork.others.0 as usize..fork.others.1 as usize]
    }

    /// The bits of the words that a step may take.
    pub fn mask(&self, step: u32) -> u64 {
        self.masks.get(step as usize).copied().unwrap_or(ANY)
    }
}

/// The mask of a step that may go on without a word.
pub const ANY: u64 = !0;

/// A word's bit in a mask.
pub fn bit(word: u64) -> u64 {
    1 << (word >> 12 & 63)
}

/// Building.
impl Graph {
    /// Adds the steps of `nodes` that lead on to `next`; where they start.
    fn lower(&mut self, nodes: &[Node], next: u32) -> u32 {
        nodes.iter().rev().fold(next, |next, node| {
            let step = match node {
                Node::Word(word) => Step::Word(*word, next),
                Node::Class(Some(class)) => Step::Class(*class, next),
                Node::Class(None) => {
                    debug_assert!(false, "a pattern names a class that is not there");
                    self.fork(NONE, &[], false, next)
                }
                Node::Gap(most) => Step::Gap(*most, next),
                Node::Choice(options, optional) => {
                    let longer: Vec<&[Node]> = options.longer.iter().map(Vec::as_slice).collect();
                    let words = self.table(options.table.clone());
                    self.fork(words, &longer, *optional, next)
                }
            };
            self.push(step)
        })
    }

    fn push(&mut self, step: Step) -> u32 {
        let mask = match step {
            Step::Word(word, _) => bit(word),
            // Words with classes are let through by themselves.
            Step::Class(..) => 0,
            Step::Gap(..) => ANY,
            Step::Fork(fork) => {
                let words =
                    [fork.single, fork.words].into_iter().map(|table| self.tables.get(table as usize).map_or(0, |words| words.mask));
                words.chain(self.staying(&fork).iter().map(|step| self.mask(*step))).fold(0, |all, mask| all | mask)
            }
        };
        self.masks.push(mask);
        self.steps.push(step);
        self.steps.len() as u32 - 1
    }

    fn table(&mut self, words: Option<Arc<Words>>) -> u32 {
        let Some(words) = words else { return NONE };
        self.tables.push(words);
        self.tables.len() as u32 - 1
    }

    /// A choice of the words of a table and of longer options, which are gathered by their first word.
    fn fork(&mut self, single: u32, options: &[&[Node]], optional: bool, next: u32) -> Step {
        let mut others = Vec::new();
        let mut longer: Vec<(u64, &[Node])> = Vec::new();
        for option in options {
            match option {
                [Node::Word(word), rest @ ..] => longer.push((*word, rest)),
                [] => others.push(next),
                _ => others.push(self.lower(option, next)),
            }
        }
        if optional {
            others.push(next);
        }
        let words = self.by_first(longer, next);
        let from = self.others.len() as u32;
        self.others.extend(others);
        Step::Fork(Fork { single, next, words, others: (from, self.others.len() as u32) })
    }

    /// The table of options of several words, by the first.
    fn by_first(&mut self, mut options: Vec<(u64, &[Node])>, next: u32) -> u32 {
        order::by_key(&mut options, |(word, _)| *word);
        let groups = options.chunk_by(|one, other| one.0 == other.0);
        let rows: Vec<(u64, u32)> = groups
            .map(|group| {
                let rests: Vec<&[Node]> = group.iter().map(|(_, rest)| *rest).collect();
                let step = if let [rest] = rests[..] {
                    self.lower(rest, next)
                } else {
                    let inner = self.fork(NONE, &rests, false, next);
                    self.push(inner)
                };
                (group[0].0, step)
            })
            .collect();
        self.table((!rows.is_empty()).then(|| Arc::new(Words::new(&rows))))
    }
}

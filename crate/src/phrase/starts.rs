//! Where patterns can start: asked for every word of a text.

use super::compile::{END, Graph, Step, bit};
use super::read::Node;
use crate::table::Table;
use crate::text::{Class, Word};

/// What a pattern can start with, and its first step.
#[derive(Debug, Default)]
pub(super) struct First {
    step: u32,
    words: Vec<u64>,
    classes: u8,
    anything: bool,
}

impl First {
    /// What these nodes, which begin at a step, can start with.
    pub(super) fn of(nodes: &[Node], step: u32) -> Self {
        let mut first = Self { step, ..Self::default() };
        first.gather(nodes);
        first
    }

    /// Gathers what nodes can start with; whether they may all be left out.
    fn gather(&mut self, nodes: &[Node]) -> bool {
        nodes.iter().all(|node| match node {
            Node::Word(word) => {
                self.words.push(*word);
                false
            }
            Node::Class(class) => {
                self.classes |= class.map_or(0, Class::bit);
                false
            }
            Node::Gap(_) => {
                self.anything = true;
                false
            }
            Node::Choice(options, optional) => {
                self.words.extend(&options.words);
                options.longer.iter().fold(*optional, |open, option| self.gather(option) || open)
            }
        })
    }
}

/// A way into a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// The pattern's number.
    pub row: u16,
    /// After how many words
    pub taken: u16,
    /// the step is entered,
    pub step: u32,
    /// and the bits of the words that it may take, see [`Graph::mask`].
    pub mask: u64,
}

impl Way {
    fn new(row: u16, taken: u16, step: u32, graph: &Graph) -> Self {
        Self { row, taken, step, mask: graph.mask(step) }
    }
}

/// Where patterns can start: asked for every word of a text, so a miss must cost next to nothing.
#[derive(Debug)]
pub struct Starts {
    /// A bit for some of the bits of each word's hash.
    filter: Vec<u64>,
    /// Where the patterns that start with a word stand in `ways`.
    groups: Table,
    /// Sorted by pattern, one group after the other, each ended by [`Starts::LAST`].
    ways: Vec<Way>,
    /// The patterns that may start with classes, and those classes, as bits.
    by_class: Vec<(u8, Way)>,
    classes: u8,
    /// The patterns that may start with anything.
    anywhere: Vec<Way>,
}

impl Starts {
    const LAST: Way = Way { row: u16::MAX, taken: 0, step: END, mask: 0 };

    /// The starts of patterns.
    pub(super) fn of(firsts: Vec<First>, graph: &Graph) -> Self {
        let mut by_word: Vec<(u64, Way)> = Vec::new();
        let (mut by_class, mut anywhere) = (Vec::new(), Vec::new());
        for (row, first) in (0..).zip(firsts) {
            let way = Way::new(row, 0, first.step, graph);
            if first.anything {
                anywhere.push(way);
                continue;
            }
            for word in first.words {
                taken(graph, word, way, &mut |way| by_word.push((word, way)));
            }
            by_class.extend((first.classes != 0).then_some((first.classes, way)));
        }
        let classes = by_class.iter().fold(0, |all, (classes, _)| all | classes);
        let (groups, ways) = Groups::of(&by_word);
        let mut starts = Self { filter: vec![0; (by_word.len() / 4).next_power_of_two()], groups, ways, by_class, classes, anywhere };
        for (word, _) in by_word {
            let (at, bit) = starts.bit(word);
            starts.filter[at] |= bit;
        }
        starts
    }

    fn bit(&self, word: u64) -> (usize, u64) {
        ((word >> 6) as usize & (self.filter.len() - 1), 1 << (word & 63))
    }

    /// Whether a pattern may start at a word; rarely yes where none does.
    pub fn may(&self, word: &Word) -> bool {
        let (place, bit) = self.bit(word.hash);
        self.filter[place] & bit != 0 || word.classes & self.classes != 0 || !self.anywhere.is_empty()
    }

    /// Tells the ways into the patterns that start at a word; those into one pattern follow each other.
    pub fn at(&self, word: &Word, mut tell: impl FnMut(Way)) {
        let classes = word.classes & self.classes;
        let by_class: &[(u8, Way)] = if classes == 0 { &[] } else { &self.by_class };
        let by_class = || by_class.iter().filter(|(own, _)| own & classes != 0).map(|(_, way)| *way);
        if let Some(first) = self.groups.get(word.hash) {
            for way in self.ways[first as usize..].iter().take_while(|way| way.row != Self::LAST.row) {
                // Entered by the class, a pattern tries the word as well.
                if classes == 0 || !by_class().any(|other| other.row == way.row) {
                    tell(*way);
                }
            }
        }
        by_class().for_each(&mut tell);
        self.anywhere.iter().copied().for_each(tell);
    }
}

/// Tells the ways on from a step once a word is taken there.
fn taken(graph: &Graph, word: u64, way: Way, tell: &mut impl FnMut(Way)) {
    match graph.steps.get(way.step as usize) {
        Some(Step::Word(own, next)) if *own == word => tell(Way::new(way.row, 1, *next, graph)),
        Some(Step::Fork(fork)) => {
            for step in [graph.single(fork, word), graph.longer(fork, word)].into_iter().flatten() {
                tell(Way::new(way.row, 1, step, graph));
            }
            // A choice of hundreds has dozens that begin with a choice of their own: the mask tells which are worth a look.
            let may = |step: &&u32| graph.mask(**step) & bit(word) != 0;
            for &step in graph.staying(fork).iter().filter(may) {
                taken(graph, word, Way::new(way.row, way.taken, step, graph), tell);
            }
        }
        _ => {}
    }
}

/// Ways gathered by word, each word's in a chain: in one pass, since every set is compiled when a background wakes.
struct Groups {
    words: Table,
    /// For each word its first link, the first of its last pattern, and the last.
    chains: Vec<[u32; 3]>,
    links: Vec<(Way, u32)>,
}

impl Groups {
    /// The table that leads to each word's ways, and all ways, one group behind the other.
    fn of(by_word: &[(u64, Way)]) -> (Table, Vec<Way>) {
        let words = Table::with_room(by_word.len());
        let mut groups = Self { words, chains: Vec::new(), links: Vec::with_capacity(by_word.len()) };
        for (word, way) in by_word {
            groups.add(*word, *way);
        }
        groups.flat()
    }

    /// Adds a way at its word's end; ways come in the order of their patterns.
    fn add(&mut self, word: u64, way: Way) {
        let new = self.links.len() as u32;
        let group = self.words.insert(word, self.chains.len() as u32) as usize;
        let Some([_, pattern, last]) = self.chains.get_mut(group) else {
            self.chains.push([new; 3]);
            self.links.push((way, u32::MAX));
            return;
        };
        if self.links[*pattern as usize].0.row != way.row {
            *pattern = new;
        } else if chain(&self.links, *pattern).any(|other| other == way) {
            return;
        }
        self.links[*last as usize].1 = new;
        *last = new;
        self.links.push((way, u32::MAX));
    }

    fn flat(mut self) -> (Table, Vec<Way>) {
        let mut ways = Vec::with_capacity(self.links.len() + self.chains.len());
        let mut begins = Vec::with_capacity(self.chains.len());
        for [first, ..] in &self.chains {
            begins.push(ways.len() as u32);
            ways.extend(chain(&self.links, *first));
            ways.push(Starts::LAST);
        }
        self.words.renumber(&begins);
        (self.words, ways)
    }
}

/// The ways of a chain from a link on.
fn chain(links: &[(Way, u32)], first: u32) -> impl Iterator<Item = Way> {
    std::iter::successors(links.get(first as usize), |(_, next)| links.get(*next as usize)).map(|(way, _)| *way)
}

//! Where patterns can start: asked for every word of a text.

use super::compile::{Graph, Step, bit};
use super::read::First;
use crate::table::Table;
use crate::text::Word;
use std::sync::OnceLock;

/// A way into a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// The pattern's number.
    pub part: u16,
    /// After how many words
    pub taken: u16,
    /// the step is entered,
    pub step: u32,
    /// and the bits of the words that it may take, see [`Graph::mask`].
    pub mask: u64,
}

impl Way {
    fn new(part: u16, taken: u16, step: u32, graph: &Graph) -> Self {
        Self { part, taken, step, mask: graph.mask(step) }
    }

    /// The way in at a pattern's beginning.
    fn in_front(part: u16, graph: &Graph) -> Self {
        Self::new(part, 0, graph.entry, graph)
    }
}

/// What each pattern starts with, in their order.
#[derive(Debug, Default)]
pub(super) struct Heads {
    by_word: Vec<(u64, u16)>,
    by_class: Vec<(u8, u16)>,
    anywhere: Vec<u16>,
}

impl Heads {
    /// Adds the next pattern.
    pub(super) fn add(&mut self, part: u16, first: &First) {
        if first.anything {
            self.anywhere.push(part);
        } else {
            self.by_word.extend(first.words.iter().map(|word| (*word, part)));
            self.by_class.extend((first.classes != 0).then_some((first.classes, part)));
        }
    }
}

/// Where patterns can start: asked for every word of a text, so a miss must cost next to nothing.
#[derive(Debug, Default)]
pub struct Starts {
    /// A bit for some of the bits of each word's hash.
    filter: Vec<u64>,
    /// The number of each word that patterns start with.
    groups: Table,
    /// Of each such word the patterns, sorted, from the first to before the last.
    parts: Vec<u16>,
    spans: Vec<(u32, u32)>,
    /// The ways into them, once the word has been met: most never are.
    ways: Vec<OnceLock<Vec<Way>>>,
    /// The patterns that may start with classes, and those classes, as bits.
    by_class: Vec<(u8, u16)>,
    classes: u8,
    /// The patterns that may start with anything.
    anywhere: Vec<u16>,
}

impl Starts {
    /// The starts of patterns.
    pub(super) fn of(Heads { by_word, by_class, anywhere }: Heads) -> Self {
        let classes = by_class.iter().fold(0, |all, (classes, _)| all | classes);
        let mut filter = vec![0; (by_word.len() / 4).next_power_of_two()];
        let mut groups = Groups { words: Table::with_room(by_word.len()), chains: Vec::new(), links: Vec::with_capacity(by_word.len()) };
        for (word, part) in by_word {
            let (at, bit) = place(word, filter.len());
            filter[at] |= bit;
            groups.add(word, part);
        }
        let (groups, parts, spans) = groups.flat();
        let ways = spans.iter().map(|_| OnceLock::new()).collect();
        Self { filter, groups, parts, spans, ways, by_class, classes, anywhere }
    }

    /// Whether a pattern may start at a word; rarely yes where none does.
    pub fn may(&self, word: &Word) -> bool {
        let (place, bit) = place(word.hash, self.filter.len());
        self.filter[place] & bit != 0 || word.classes & self.classes != 0 || !self.anywhere.is_empty()
    }

    /// Tells the ways into the patterns that start at a word; those into one pattern follow each other.
    pub fn at<'g>(&self, word: &Word, graph: &impl Fn(u16) -> &'g Graph, mut tell: impl FnMut(Way)) {
        let classes = word.classes & self.classes;
        let by_class: &[(u8, u16)] = if classes == 0 { &[] } else { &self.by_class };
        let by_class = || by_class.iter().filter(|(own, _)| own & classes != 0).map(|(_, part)| *part);
        for way in self.groups.get(word.hash).into_iter().flat_map(|group| self.ways(group as usize, word.hash, graph)) {
            // Entered by the class, a pattern tries the word as well.
            if classes == 0 || !by_class().any(|other| other == way.part) {
                tell(*way);
            }
        }
        for part in by_class().chain(self.anywhere.iter().copied()) {
            tell(Way::in_front(part, graph(part)));
        }
    }

    /// The ways into the patterns of a word.
    fn ways<'g>(&self, group: usize, word: u64, graph: &impl Fn(u16) -> &'g Graph) -> &[Way] {
        self.ways[group].get_or_init(|| {
            let (first, last) = self.spans[group];
            let mut ways = Vec::new();
            for &part in &self.parts[first as usize..last as usize] {
                let (graph, from) = (graph(part), ways.len());
                taken(graph, word, Way::in_front(part, graph), &mut |way| {
                    if !ways[from..].contains(&way) {
                        ways.push(way);
                    }
                });
            }
            ways
        })
    }
}

/// A word's place in a filter of so many words, and its bit there.
fn place(word: u64, words: usize) -> (usize, u64) {
    ((word >> 6) as usize & (words - 1), 1 << (word & 63))
}

/// Tells the ways on from a step once a word is taken there.
fn taken(graph: &Graph, word: u64, way: Way, tell: &mut impl FnMut(Way)) {
    match graph.steps.get(way.step as usize) {
        Some(Step::Word(own, next)) if *own == word => tell(Way::new(way.part, 1, *next, graph)),
        Some(Step::Fork(fork)) => {
            for step in [graph.single(fork, word), graph.longer(fork, word)].into_iter().flatten() {
                tell(Way::new(way.part, 1, step, graph));
            }
            // A choice of hundreds has dozens that begin with a choice of their own: the mask tells which are worth a look.
            let may = |step: &&u32| graph.mask(**step) & bit(word) != 0;
            for &step in graph.staying(fork).iter().filter(may) {
                taken(graph, word, Way::new(way.part, way.taken, step, graph), tell);
            }
        }
        _ => {}
    }
}

/// Patterns gathered by word, each word's in a chain: in one pass, since every set is read when a background wakes.
struct Groups {
    words: Table,
    /// For each word its first link and the last.
    chains: Vec<[u32; 2]>,
    links: Vec<(u16, u32)>,
}

impl Groups {
    /// Adds a pattern at its word's end; they come in order.
    fn add(&mut self, word: u64, part: u16) {
        let new = self.links.len() as u32;
        let group = self.words.insert(word, self.chains.len() as u32) as usize;
        match self.chains.get_mut(group) {
            None => self.chains.push([new; 2]),
            Some([_, last]) if self.links[*last as usize].0 == part => return,
            Some([_, last]) => {
                self.links[*last as usize].1 = new;
                *last = new;
            }
        }
        self.links.push((part, u32::MAX));
    }

    /// The number of each word, and the patterns of each from one place to before another.
    fn flat(self) -> (Table, Vec<u16>, Vec<(u32, u32)>) {
        let mut parts = Vec::with_capacity(self.links.len());
        let mut spans = Vec::with_capacity(self.chains.len());
        for [first, _] in &self.chains {
            let from = parts.len() as u32;
            let chain = std::iter::successors(self.links.get(*first as usize), |(_, next)| self.links.get(*next as usize));
            parts.extend(chain.map(|(part, _)| *part));
            spans.push((from, parts.len() as u32));
        }
        (self.words, parts, spans)
    }
}

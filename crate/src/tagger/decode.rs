//! The chain: weights, and the best labels of a run.

use super::features::{Run, runs};
use crate::text::Text;
use std::ops::Range;
use std::sync::LazyLock;

/// Labels of a word: outside, first of a name, further in a name.
pub const LABELS: usize = 3;
/// Weight slots that features are hashed into.
pub const SLOTS: usize = 1 << 15;
/// Step weights: for each gap between two words, from each label to each.
pub const STEPS: usize = 4 * LABELS * LABELS;

/// Weights, in twelfths, of steps and then of each slot for "first" and "further".
#[derive(Debug)]
pub struct Model {
    steps: Vec<i32>,
    slots: Vec<[i8; 2]>,
}

impl Model {
    /// The model that ships.
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Model> = LazyLock::new(|| Model::new(include_bytes!("../../data/tagger.bin")));
        &SHIPPED
    }

    /// Reads `tagger.bin`: the steps, every slot's "first", every slot's "further".
    pub fn new(bytes: &[u8]) -> Self {
        let weight = |at: usize| bytes.get(at).map_or(0, |&byte| byte as i8);
        Self {
            steps: (0..STEPS).map(|at| i32::from(weight(at))).collect(),
            slots: (0..SLOTS).map(|slot| [weight(STEPS + slot), weight(STEPS + SLOTS + slot)]).collect(),
        }
    }

    fn step(&self, gap: u8, from: usize, to: usize) -> i32 {
        self.steps[(usize::from(gap) * LABELS + from) * LABELS + to]
    }

    /// Every person name of a text.
    pub fn persons(&self, text: &Text) -> Vec<Range<usize>> {
        let mut found: (Vec<[i32; 2]>, Vec<Range<usize>>) = Default::default();
        let add = |found: &mut (Vec<[i32; 2]>, _), node: usize, slot: u16| {
            if found.0.len() == node {
                found.0.push([0; 2]);
            }
            let [first, further] = self.slots[usize::from(slot)];
            found.0[node][0] += i32::from(first);
            found.0[node][1] += i32::from(further);
        };
        runs(text, &mut found, add, |(scores, names), run| {
            self.best(run, scores, names);
            scores.clear();
        });
        found.1
    }

    /// Finds the best labels of a run and adds the names in it.
    fn best(&self, run: &Run, scores: &[[i32; 2]], names: &mut Vec<Range<usize>>) {
        const NEVER: i32 = i32::MIN / 2;
        let mut score = [0, NEVER, NEVER];
        let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
        for (own, gap) in scores.iter().zip(&run.gaps) {
            let mut next = [NEVER; LABELS];
            let mut from = [0; LABELS];
            for (to, own) in [0, own[0], own[1]].into_iter().enumerate() {
                for (before, so_far) in score.into_iter().enumerate() {
                    let total = so_far + own + self.step(*gap, before, to);
                    if !(before == 0 && to == 2) && total > next[to] {
                        (next[to], from[to]) = (total, before as u8);
                    }
                }
            }
            score = next;
            back.push(from);
        }
        let last = (0..LABELS).rev().max_by_key(|&label| score[label]).unwrap_or(0);
        read_back(run.words.start, &back, last, names);
    }
}

/// Adds the names that the steps back from the last label tell.
fn read_back(start: usize, back: &[[u8; LABELS]], mut label: usize, names: &mut Vec<Range<usize>>) {
    let first = names.len();
    let mut end = None;
    for (node, from) in back.iter().enumerate().rev() {
        let word = start + node;
        if label > 0 {
            end.get_or_insert(word + 1);
        }
        if label == 1 {
            names.push(word..end.take().unwrap_or(word + 1));
        }
        label = usize::from(from[label]);
    }
    names[first..].reverse();
}

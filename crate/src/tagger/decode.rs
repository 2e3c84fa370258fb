//! The chain: weights, and the best labels of a run.

use super::features::Run;
use std::ops::Range;

/// Labels of a word: outside, first of a name, further in a name.
pub const LABELS: usize = 3;
/// Weight slots that features are hashed into.
pub const SLOTS: usize = 1 << 14;
/// Step weights: for each gap between two words, from each label to each.
pub const STEPS: usize = 4 * LABELS * LABELS;

/// Weights in sixteenths: of steps, then of each slot for "first", then of each slot for "further".
#[derive(Clone, Copy)]
pub struct Model<'a>(pub &'a [i8]);

/// The weights that ship.
pub static MODEL: std::sync::LazyLock<Vec<i8>> =
    std::sync::LazyLock::new(|| include_bytes!("../../data/tagger.bin").iter().map(|&byte| byte as i8).collect());

/// Finds the best labels of a run and adds the names in it.
pub fn best(run: &Run, model: &[i8], names: &mut Vec<Range<usize>>) {
    const NEVER: i32 = i32::MIN / 2;
    let weight = |at: usize| i32::from(model.get(at).copied().unwrap_or(0));
    let mut score = [0, NEVER, NEVER];
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(run.words.len());
    for (node, gap) in run.gaps.iter().enumerate() {
        let mut own = [0; LABELS];
        for &slot in run.features_of(node) {
            own[1] += weight(STEPS + slot as usize);
            own[2] += weight(STEPS + SLOTS + slot as usize);
        }
        let mut next = [NEVER; LABELS];
        let mut from = [0; LABELS];
        for (to, own) in own.into_iter().enumerate() {
            for (before, so_far) in score.into_iter().enumerate() {
                let total = so_far + own + weight((usize::from(*gap) * LABELS + before) * LABELS + to);
                if !(before == 0 && to == 2) && total > next[to] {
                    (next[to], from[to]) = (total, before as u8);
                }
            }
        }
        score = next;
        back.push(from);
    }
    let mut label = (0..LABELS).rev().max_by_key(|&label| score[label]).unwrap_or(0);
    let first = names.len();
    let mut end = None;
    for (node, from) in back.iter().enumerate().rev() {
        let word = run.words.start + node;
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

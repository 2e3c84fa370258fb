//! A linear-chain conditional random field, trained by FTRL with an L1 penalty so that most weights stay zero.

use super::{Chance, data::Sample};
use beforehand::tagger::{LABELS, SLOTS, STEPS, runs};
use beforehand::text::Text;
use std::ops::Range;

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub passes: usize,
    pub rate: f64,
    pub l1: f64,
    pub l2: f64,
    /// Added to the score of "outside" once trained: more is more careful.
    pub care: f64,
}

impl Default for Plan {
    fn default() -> Self {
        Self { passes: 10, rate: 0.05, l1: 5.0, l2: 1.0, care: -0.2 }
    }
}

/// Weights are kept in steps of one twelfth: finer ones find no more names, and are longer to download.
const SCALE: f64 = 12.0;
pub const WEIGHTS: usize = STEPS + 2 * SLOTS;

/// A run of words with its gold labels.
struct Chain {
    features: Vec<Vec<u16>>,
    gaps: Vec<u8>,
    labels: Vec<usize>,
    weight: f64,
}

/// Trains on samples with their weights; adds the weights of all features to `sum`.
pub fn train(samples: &[(Sample, f64)], plan: &Plan, sum: &mut [f64]) {
    let mut chains: Vec<Chain> = samples.iter().flat_map(|(sample, weight)| chains_of(sample, *weight)).collect();
    let mut learner = Learner::new(*plan);
    let mut chance = Chance(42);
    for pass in 0..plan.passes {
        chance.shuffle(&mut chains);
        for (number, chain) in chains.iter().enumerate() {
            learner.learn(chain);
            // What the last passes end with differs by chance: their mean is steadier.
            if pass + 1 == plan.passes && (number + 1) % (chains.len() / 4).max(1) == 0 {
                sum.iter_mut().enumerate().for_each(|(at, sum)| *sum += learner.weight(at) / 4.0);
            }
        }
    }
}

fn chains_of(sample: &Sample, weight: f64) -> Vec<Chain> {
    let text = Text::known(&sample.text);
    let add = |(features, _): &mut (Vec<Vec<u16>>, Vec<Chain>), node: usize, slot: u16| {
        features.resize(node + 1, Vec::new());
        features[node].push(slot);
    };
    let mut state = (Vec::new(), Vec::new());
    runs(&text, &mut state, add, |(features, chains), run| {
        let features = std::mem::take(features);
        let place = text.span(&run.words);
        if sample.unscored.iter().any(|other| place.start < other.end && other.start < place.end) {
            return;
        }
        let label = |at: usize| {
            let place = text.span(&(at..at + 1));
            let name = sample.names.iter().find(|name| name.start < place.end && place.start < name.end);
            name.map_or(0, |name| if begins(&text, at, name, run.words.start) { 1 } else { 2 })
        };
        chains.push(Chain { features, gaps: run.gaps.clone(), labels: run.words.clone().map(label).collect(), weight });
    });
    state.1
}

/// Whether a word is the first of a name inside its run.
fn begins(text: &Text, at: usize, name: &Range<usize>, run: usize) -> bool {
    at == run || text.words[at - 1].end as usize <= name.start
}

struct Learner {
    plan: Plan,
    z: Vec<f64>,
    n: Vec<f64>,
}

type Labels = [f64; LABELS];

impl Learner {
    fn new(plan: Plan) -> Self {
        Self { plan, z: vec![0.0; WEIGHTS], n: vec![0.0; WEIGHTS] }
    }

    fn weight(&self, at: usize) -> f64 {
        let z = self.z[at];
        let l1 = if at < STEPS { 0.0 } else { self.plan.l1 };
        if z.abs() <= l1 { 0.0 } else { -(z - l1.copysign(z)) / ((1.0 + self.n[at].sqrt()) / self.plan.rate + self.plan.l2) }
    }

    fn push(&mut self, at: usize, gradient: f64) {
        let weight = self.weight(at);
        let sigma = ((self.n[at] + gradient * gradient).sqrt() - self.n[at].sqrt()) / self.plan.rate;
        self.z[at] += gradient - sigma * weight;
        self.n[at] += gradient * gradient;
    }

    fn learn(&mut self, chain: &Chain) {
        let own: Vec<Labels> = chain
            .features
            .iter()
            .map(|slots| {
                let sum = |base: usize| slots.iter().map(|&slot| self.weight(base + slot as usize)).sum();
                [0.0, sum(STEPS), sum(STEPS + SLOTS)]
            })
            .collect();
        let steps: Vec<[Labels; LABELS]> = chain
            .gaps
            .iter()
            .map(|&gap| std::array::from_fn(|from| std::array::from_fn(|to| self.weight((gap as usize * LABELS + from) * LABELS + to))))
            .collect();
        let (nodes, edges) = marginals(&own, &steps);
        let mut before = 0;
        for (node, &gold) in chain.labels.iter().enumerate() {
            for (label, base) in [(1, STEPS), (2, STEPS + SLOTS)] {
                let gradient = (nodes[node][label] - f64::from(u8::from(gold == label))) * chain.weight;
                if gradient.abs() > 1e-4 {
                    for &slot in &chain.features[node] {
                        self.push(base + slot as usize, gradient);
                    }
                }
            }
            for (from, row) in edges[node].iter().enumerate() {
                for (to, chance) in row.iter().enumerate() {
                    let gradient = (chance - f64::from(u8::from(from == before && to == gold))) * chain.weight;
                    self.push((chain.gaps[node] as usize * LABELS + from) * LABELS + to, gradient);
                }
            }
            before = gold;
        }
    }
}

/// Weights in whole steps; those that would be rounded to half a step or less stay away.
pub fn quantised(weights: &[f64], care: f64) -> Vec<u8> {
    let care = |at: usize| if at < STEPS && at.is_multiple_of(LABELS) { care } else { 0.0 };
    weights.iter().enumerate().map(|(at, weight)| ((weight + care(at)) * SCALE).round().clamp(-127.0, 127.0) as i8 as u8).collect()
}

/// Chances of each label at each word, and of each step into it.
fn marginals(own: &[Labels], steps: &[[Labels; LABELS]]) -> (Vec<Labels>, Vec<[Labels; LABELS]>) {
    let count = own.len();
    let factor = |node: usize, from: usize, to: usize| if from == 0 && to == 2 { 0.0 } else { exp(steps[node][from][to] + own[node][to]) };
    let mut ahead: Vec<Labels> = Vec::with_capacity(count + 1);
    ahead.push([1.0, 0.0, 0.0]);
    for node in 0..count {
        let mut next: Labels = std::array::from_fn(|to| (0..LABELS).map(|from| ahead[node][from] * factor(node, from, to)).sum());
        let total: f64 = next.iter().sum();
        for value in &mut next {
            *value /= total;
        }
        ahead.push(next);
    }
    let mut behind: Labels = [1.0; LABELS];
    let mut nodes = vec![[0.0; LABELS]; count];
    let mut edges = vec![[[0.0; LABELS]; LABELS]; count];
    for node in (0..count).rev() {
        let joint: [Labels; LABELS] =
            std::array::from_fn(|from| std::array::from_fn(|to| ahead[node][from] * factor(node, from, to) * behind[to]));
        let total: f64 = joint.iter().flatten().sum();
        edges[node] = joint.map(|row| row.map(|value| value / total));
        nodes[node] = std::array::from_fn(|to| (0..LABELS).map(|from| edges[node][from][to]).sum());
        let back: Labels = std::array::from_fn(|from| (0..LABELS).map(|to| factor(node, from, to) * behind[to]).sum());
        let total: f64 = back.iter().sum();
        behind = back.map(|value| value / total);
    }
    (nodes, edges)
}

/// `e` to a power, the same on every machine.
fn exp(x: f64) -> f64 {
    let x = x.clamp(-60.0, 60.0);
    let whole = (x * std::f64::consts::LOG2_E).round();
    let rest = x - whole * std::f64::consts::LN_2;
    let mut term = 1.0;
    let mut sum = 1.0;
    for n in 1..14 {
        term *= rest / f64::from(n);
        sum += term;
    }
    sum * f64::from_bits(((1023 + whole as i64) as u64) << 52)
}

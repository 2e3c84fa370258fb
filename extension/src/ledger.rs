//! What was watched of one video: which seconds, at which speed, kept as a union so that no second counts twice.

use beforehand::act::Watched;
use beforehand::{json, order};

/// Seconds; anything longer is no video but a mistake.
const LONGEST: f64 = 48.0 * 3600.0;
/// Ranges of one video; a sane player makes a few dozen.
const MOST: usize = 2000;

/// One video's entry in the ledger.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Its title, for the review ledger that the person may print.
    pub title: String,
    /// Its page.
    pub url: String,
    /// Its length in seconds, when known.
    pub duration: Option<f64>,
    /// `[from, to, rate]`, in order, without overlap: the slowest viewing of each second.
    pub ranges: Vec<[f64; 3]>,
    /// When it was last watched, milliseconds since 1970.
    pub at: u64,
}

json!(Entry, lax { title: May, url: May, duration: May, ranges: May, at: May });

impl Entry {
    /// Adds what was watched now. Ranges that make no sense are left out.
    pub fn add(&mut self, ranges: &[[f64; 3]]) {
        let fresh = ranges.iter().filter(|range| is_sound(range)).take(MOST).copied();
        self.ranges.extend(fresh);
        self.ranges = union(std::mem::take(&mut self.ranges));
    }

    /// Drops what a damaged store may hold; true when something was dropped.
    pub fn repair(&mut self) -> bool {
        let before = self.ranges.len();
        self.ranges.retain(is_sound);
        let dropped = self.ranges.len() < before;
        self.ranges = union(std::mem::take(&mut self.ranges));
        dropped
    }

    /// The ranges as the engine reads them.
    pub fn watched(&self) -> impl Iterator<Item = Watched> {
        self.ranges.iter().map(|[from, to, rate]| Watched::AtRate(*from, *to, *rate))
    }
}

fn is_sound([from, to, rate]: &[f64; 3]) -> bool {
    from.is_finite() && rate.is_finite() && *from >= 0.0 && to > from && *to <= LONGEST && *rate > 0.0 && *rate <= 16.0
}

/// Every second at the slowest speed at which it was ever watched; neighbours of one speed are joined.
fn union(ranges: Vec<[f64; 3]>) -> Vec<[f64; 3]> {
    let mut edges: Vec<f64> = ranges.iter().flat_map(|[from, to, _]| [*from, *to]).collect();
    order::by(&mut edges, f64::total_cmp);
    edges.dedup();
    let mut sorted = ranges;
    order::by(&mut sorted, |a, b| a[0].total_cmp(&b[0]));
    let mut joined: Vec<[f64; 3]> = Vec::new();
    let mut open: Vec<[f64; 3]> = Vec::new();
    let mut next = sorted.into_iter().peekable();
    for pair in edges.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        open.retain(|range| range[1] > from);
        while let Some(range) = next.next_if(|range| range[0] <= from) {
            open.push(range);
        }
        let slowest = open.iter().map(|range| range[2]).min_by(f64::total_cmp);
        if let Some(rate) = slowest {
            append(&mut joined, [from, to, rate]);
        }
    }
    joined.truncate(MOST);
    joined
}

#[expect(clippy::float_cmp, reason = "edges and speeds are copied, never computed, so equal means the same")]
fn append(joined: &mut Vec<[f64; 3]>, range: [f64; 3]) {
    match joined.last_mut() {
        Some(last) if last[1] == range[0] && last[2] == range[2] => last[1] = range[1],
        _ => joined.push(range),
    }
}

#[cfg(test)]
mod tests {
    use super::Entry;

    fn check(watched: &[[f64; 3]], expected: &[[f64; 3]]) {
        let mut entry = Entry::default();
        for range in watched {
            entry.add(&[*range]);
        }
        assert_eq!(entry.ranges, expected, "one by one: {watched:?}");
        let mut at_once = Entry::default();
        at_once.add(watched);
        assert_eq!(at_once.ranges, expected, "at once: {watched:?}");
    }

    #[test]
    fn watched_ranges_become_a_union() {
        check(&[], &[]);
        check(&[[0.0, 10.0, 1.0]], &[[0.0, 10.0, 1.0]]);
        check(&[[0.0, 10.0, 1.0], [10.0, 20.0, 1.0]], &[[0.0, 20.0, 1.0]]);
        check(&[[0.0, 10.0, 1.0], [5.0, 20.0, 1.0]], &[[0.0, 20.0, 1.0]]);
        check(&[[5.0, 20.0, 1.0], [0.0, 30.0, 1.0]], &[[0.0, 30.0, 1.0]]);
        check(&[[0.0, 10.0, 1.0], [13.0, 20.0, 1.0]], &[[0.0, 10.0, 1.0], [13.0, 20.0, 1.0]]);
        // Each second counts at the slowest speed at which it was seen, whichever came first.
        check(&[[0.0, 20.0, 4.0], [5.0, 10.0, 1.0]], &[[0.0, 5.0, 4.0], [5.0, 10.0, 1.0], [10.0, 20.0, 4.0]]);
        check(&[[5.0, 10.0, 1.0], [0.0, 20.0, 4.0]], &[[0.0, 5.0, 4.0], [5.0, 10.0, 1.0], [10.0, 20.0, 4.0]]);
        check(&[[0.0, 20.0, 4.0], [0.0, 20.0, 2.0]], &[[0.0, 20.0, 2.0]]);
        // Nonsense from a page or a damaged store.
        check(&[[5.0, 5.0, 1.0], [7.0, 3.0, 1.0], [-1.0, 2.0, 1.0], [0.0, f64::NAN, 1.0], [0.0, 9.0, 0.0], [0.0, f64::INFINITY, 1.0]], &[]);
    }

    #[test]
    fn a_damaged_entry_keeps_its_sound_ranges() {
        let mut entry = Entry { ranges: vec![[0.0, 10.0, 1.0], [9.0, -4.0, 1.0]], ..Entry::default() };
        assert!(entry.repair(), "something was dropped");
        assert_eq!(entry.ranges, [[0.0, 10.0, 1.0]]);
        assert!(!entry.repair(), "nothing is left to drop");
    }
}

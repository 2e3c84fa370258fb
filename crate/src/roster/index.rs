//! The rows of a roster's indexes: put in order, and found by the bits that they begin with.

use super::BITS;

/// A fingerprint and the number of a person or name.
pub(super) type Row = (u64, u32);

/// Where the rows of a fingerprint begin, among those that begin with the same bits.
pub(super) fn first(rows: &[Row], starts: &[u32], print: u64) -> usize {
    let at = bucket(print, starts.len());
    let (from, to) = (starts[at] as usize, starts[at + 1] as usize);
    from + rows[from..to].partition_point(|(other, _)| *other < print)
}

/// Which of the places in `starts` is a fingerprint's; there is one more, for the end.
fn bucket(print: u64, starts: usize) -> usize {
    (print >> (BITS - starts.ilog2())) as usize
}

/// Where the rows of each bucket begin, about eight to a bucket, and where the last end; the rows are in order.
pub(super) fn starts(rows: &[Row]) -> Vec<u32> {
    let buckets = (rows.len() / 8 + 2).next_power_of_two();
    let mut starts = vec![0; buckets + 1];
    for (print, _) in rows {
        starts[bucket(*print, buckets + 1) + 1] += 1;
    }
    let mut all = 0;
    for start in &mut starts {
        all += *start;
        *start = all;
    }
    starts
}

/// Sorts rows by their fingerprints, stably, in steps that grow with their number alone: there may be millions.
pub(super) fn sort(rows: &mut Vec<Row>) {
    if rows.is_sorted_by_key(|(print, _)| *print) {
        return;
    }
    let mut spare = vec![(0, 0); rows.len()];
    for shift in (0..BITS).step_by(8) {
        let digit = |row: &Row| (row.0 >> shift) as usize & 255;
        let mut places = [0; 256];
        for row in rows.iter() {
            places[digit(row)] += 1;
        }
        let mut next = 0;
        for place in &mut places {
            next += std::mem::replace(place, next);
        }
        for row in rows.iter() {
            spare[places[digit(row)]] = *row;
            places[digit(row)] += 1;
        }
        std::mem::swap(rows, &mut spare);
    }
}

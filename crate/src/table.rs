//! A small hash table of words: built once, asked for every word of a text.

/// Numbers by the hash of a word.
///
/// Open addressing, at most half full: most words of a text are in no table, and meet an empty slot at once.
#[derive(Debug)]
pub struct Table {
    /// The upper half of a hash, odd so that 0 is free, and the number. Two words are taken for each other with probability 2⁻³¹ a slot met.
    slots: Vec<(u32, u32)>,
}

impl Table {
    /// The table of these rows; of two rows with one hash the first counts.
    pub fn new(rows: &[(u64, u32)]) -> Self {
        let mut table = Self::with_room(rows.len());
        for &(hash, number) in rows {
            table.insert(hash, number);
        }
        table
    }

    /// An empty table for up to so many words.
    pub fn with_room(words: usize) -> Self {
        Self { slots: vec![(0, 0); (words * 2).next_power_of_two()] }
    }

    /// Gives a word a number where it has none; the number it has then.
    pub fn insert(&mut self, hash: u64, number: u32) -> u32 {
        let at = self.slot(hash);
        let slot = &mut self.slots[at];
        if slot.0 == 0 {
            *slot = (key(hash), number);
        }
        slot.1
    }

    /// Gives each word the number at the place of its own.
    pub fn renumber(&mut self, numbers: &[u32]) {
        for slot in self.slots.iter_mut().filter(|slot| slot.0 != 0) {
            slot.1 = numbers.get(slot.1 as usize).copied().unwrap_or(slot.1);
        }
    }

    /// A word's number, where it has one.
    pub fn get(&self, hash: u64) -> Option<u32> {
        let (found, number) = self.slots[self.slot(hash)];
        (found != 0).then_some(number)
    }

    /// The slot that holds a hash, or the empty one where it would stand.
    fn slot(&self, hash: u64) -> usize {
        let (key, mask) = (key(hash), self.slots.len() - 1);
        let mut at = hash as usize & mask;
        while self.slots[at].0 != key && self.slots[at].0 != 0 {
            at = (at + 1) & mask;
        }
        at
    }
}

fn key(hash: u64) -> u32 {
    (hash >> 32) as u32 | 1
}

/// Answers to a question about words, kept for when a word comes again: few words make up most of a text.
#[derive(Debug)]
pub struct Memo {
    /// For the words of one slot the last one's hash, its lowest bit the answer.
    slots: Vec<u64>,
}

impl Memo {
    /// Room for the answers that a text of so many words asks for.
    pub fn of(words: usize) -> Self {
        Self { slots: vec![0; words.next_power_of_two().clamp(64, 8_192)] }
    }

    /// The answer for a word; asked where it is not kept.
    pub fn has(&mut self, hash: u64, ask: impl FnOnce() -> bool) -> bool {
        let place = (hash >> 32) as usize & (self.slots.len() - 1);
        let slot = &mut self.slots[place];
        if *slot | 1 != hash | 1 {
            *slot = hash & !1 | u64::from(ask());
        }
        *slot & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::hash;
    use std::collections::HashMap;

    proptest::proptest! {
        #[test]
        fn as_the_library_finds(words in proptest::collection::vec("[a-d]{0,3}", 0..60), asked in "[a-d]{0,3}") {
            let rows: Vec<(u64, u32)> = words.iter().zip(0..).map(|(word, number)| (hash(word.as_bytes()), number)).collect();
            let theirs: HashMap<u64, u32> = rows.iter().rev().copied().collect();
            let ours = Table::new(&rows);
            for word in words.iter().chain([&asked]) {
                let hash = hash(word.as_bytes());
                proptest::prop_assert_eq!(ours.get(hash), theirs.get(&hash).copied());
            }
        }
    }
}

//! A small hash table of words: built once, asked for every word of a text.

/// Numbers by the hash of a word.
///
/// Open addressing, at most half full: most words of a text are in no table, and meet an empty slot at once.
#[derive(Debug, Default)]
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

/// Words of which something holds, kept for when they come again: few words make up most of what is written.
#[derive(Debug)]
pub struct Memo {
    /// The hash of the last word of each slot.
    slots: Vec<u64>,
}

impl Default for Memo {
    fn default() -> Self {
        Self { slots: vec![0; Self::SLOTS] }
    }
}

impl Memo {
    const SLOTS: usize = 8_192;

    /// Whether it holds for a word; asked where it is not known to.
    pub fn has(&mut self, hash: u64, ask: impl FnOnce() -> bool) -> bool {
        let slot = &mut self.slots[(hash >> 32) as usize % Self::SLOTS];
        if *slot == hash {
            return true;
        }
        let holds = ask();
        if holds {
            *slot = hash;
        }
        holds
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

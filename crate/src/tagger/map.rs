//! A small read-only map from words to one of three marks: a filter in a byte a word, built by the build script.
//!
//! An xor filter with a payload: six bits check the word, two are its mark. A word on no list is taken
//! for one with probability 1/85.

/// The map's cells, a third of them for each of three hashes.
#[derive(Clone, Copy)]
pub struct Map<'a>(pub &'a [u8]);

impl Map<'_> {
    /// The mark of a word by its hash on one list, `0` where it has none.
    pub fn get(self, list: u8, hash: u64) -> u8 {
        let key = key(list, hash);
        let cells = places(key, self.0.len() / 3);
        let value = cells.iter().fold(check(key), |value, &at| value ^ self.0.get(at).copied().unwrap_or(0));
        if value >> 2 == 0 { value & 3 } else { 0 }
    }
}

/// One key for a list and a word.
fn key(list: u8, hash: u64) -> u64 {
    let key = (hash ^ (u64::from(list)).wrapping_mul(0x2545_f491_4f6c_dd1d)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    key ^ (key >> 32)
}

/// The six bits that check a key, above the place of the mark.
fn check(key: u64) -> u8 {
    (key as u8) & 0xfc
}

/// A cell in each third.
fn places(key: u64, third: usize) -> [usize; 3] {
    // In 64 bits everywhere: the wasm's own size is 32, and must look in the same cells.
    let place = |bits: u64| (((bits & 0xff_ffff) * third as u64) >> 24) as usize;
    [place(key >> 8), third + place(key >> 24), 2 * third + place(key >> 40)]
}

/// Builds the cells for `(list, hash, mark)` rows with no key twice; grows them until they can be filled.
#[allow(dead_code, reason = "the build script's half")]
pub fn build(rows: &[(u8, u64, u8)]) -> Vec<u8> {
    let mut third = rows.len() * 41 / 100 + 8;
    loop {
        if let Some(order) = peel(rows, third) {
            return fill(rows, &order, third);
        }
        third += third / 100 + 1;
    }
}

/// The order in which each row has a cell to itself, or nothing where there is none.
fn peel(rows: &[(u8, u64, u8)], third: usize) -> Option<Vec<(usize, usize)>> {
    let keys: Vec<[usize; 3]> = rows.iter().map(|row| places(key(row.0, row.1), third)).collect();
    let mut users: Vec<(u32, usize)> = vec![(0, 0); third * 3];
    for (row, cells) in keys.iter().enumerate() {
        for &cell in cells {
            users[cell] = (users[cell].0 + 1, users[cell].1 ^ row);
        }
    }
    let mut alone: Vec<usize> = (0..users.len()).filter(|&cell| users[cell].0 == 1).collect();
    let mut order = Vec::with_capacity(rows.len());
    while let Some(cell) = alone.pop() {
        if users[cell].0 != 1 {
            continue;
        }
        let row = users[cell].1;
        order.push((row, cell));
        for other in keys[row] {
            users[other] = (users[other].0 - 1, users[other].1 ^ row);
            if users[other].0 == 1 {
                alone.push(other);
            }
        }
    }
    (order.len() == rows.len()).then_some(order)
}

fn fill(rows: &[(u8, u64, u8)], order: &[(usize, usize)], third: usize) -> Vec<u8> {
    let mut cells = vec![0; third * 3];
    for &(row, own) in order.iter().rev() {
        let (list, hash, mark) = rows[row];
        let key = key(list, hash);
        cells[own] = places(key, third).iter().filter(|&&cell| cell != own).fold(check(key) | mark, |value, &cell| value ^ cells[cell]);
    }
    cells
}

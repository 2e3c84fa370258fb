//! The hash of folded words, shared with the build script.

/// The hash by which folded words are compared: two words of a text and a pattern that differ and share it are not to be met by chance.
pub fn hash(folded: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let (chunks, rest) = folded.as_chunks::<8>();
    let mut state = folded.len() as u64;
    for chunk in chunks {
        state = (state.rotate_left(23) ^ u64::from_le_bytes(*chunk)).wrapping_mul(FACTOR);
    }
    state = (state.rotate_left(23) ^ last(rest)).wrapping_mul(FACTOR);
    state = (state ^ state >> 32).wrapping_mul(FACTOR);
    state ^ state >> 29
}

/// Up to seven bytes as a number, the first the lowest; four and more are read as two pieces that overlap.
fn last(rest: &[u8]) -> u64 {
    if let (Some(low), Some(high)) = (rest.first_chunk(), rest.last_chunk()) {
        return u64::from(u32::from_le_bytes(*low)) | u64::from(u32::from_le_bytes(*high)) << (8 * (rest.len() - 4));
    }
    rest.iter().rev().fold(0, |last, byte| last << 8 | u64::from(*byte))
}

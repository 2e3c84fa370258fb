//! Person names in any text, without a roster: a small linear-chain tagger over the words that may be names.
//!
//! Only words with a capital, or known as names, are looked at. Each run of them is labelled by the
//! best path through a chain whose weights `cargo run --example train_names` makes (`data/tagger.bin`).

mod candidates;
mod decode;
mod features;
mod figures;
pub mod map;
mod style;
pub mod words;

use crate::text::Text;
pub(crate) use candidates::is_derived;
pub use decode::{LABELS, Model, SLOTS, STEPS};
pub use features::{Run, runs};
pub use figures::is_public;
use std::ops::Range;

/// Every person name, as ranges of words from left to right; a title (`Mr`, `Dr`) is not part of it, initials are.
///
/// Hashtags and handles are never names here. Linear in the text's length.
pub fn persons(text: &Text) -> Vec<Range<usize>> {
    Model::shipped().persons(text)
}

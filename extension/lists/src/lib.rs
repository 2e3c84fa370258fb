//! The screen for people's lists: choose files, see what was found in them, correct it, and only then keep it or leave it.
//!
//! The options page keeps lists sealed on the device, the checker page for as long as its tab is open: where they differ they say so as
//! [`Host`]. [`screen`] goes from one step to the next, [`parts`] makes its elements, [`preview`] and [`columns`] show what was found,
//! and [`reader`] is the door to the worker, which alone sees names.

mod columns;
mod dom;
mod parts;
mod preview;
mod reader;
mod screen;
mod words;

pub use reader::settings;
pub use screen::{Host, Screen, Words};

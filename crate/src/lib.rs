//! Beforehand's engine: an act goes in, a verdict comes out; pure, offline, and it cannot fail.
//!
//! Modules stand in the order the data flows:
//! [`act`] (what is about to happen) → [`text`] and [`phrase`] (its words, with their places) →
//! [`school`] and [`roster`] (whose school, which people) → [`pack`] (what the policy asks) →
//! [`kinds`] (the checks) → [`engine`] (the one loop) → [`verdict`] (what is said).

pub mod act;
pub mod analyse;
pub mod appeal;
pub mod clock;
pub mod disclaimer;
pub mod domain;
pub mod employment;
pub mod engine;
pub mod facts;
pub mod file;
mod fold;
mod guess;
pub mod hash;
pub mod identifiers;
pub mod json;
pub mod kinds;
pub mod lexicon;
pub mod mail;
pub mod matters;
pub mod names;
pub mod offence;
pub mod order;
pub mod pack;
pub mod people;
pub mod phishing;
pub mod phrase;
pub mod picture;
pub mod private;
pub mod pupils;
pub mod reading;
pub mod recipients;
pub mod roster;
pub mod school;
pub mod secrets;
mod sites;
pub mod slight;
pub mod table;
pub mod tagger;
pub mod text;
pub mod topics;
pub mod verdict;
pub mod voice;
pub mod words;

pub use act::{Act, Moment};
pub use engine::{Context, check};
pub use pack::Pack;
pub use roster::Roster;
pub use school::School;
pub use verdict::{Finding, Fix, Severity, Verdict};

//! The popup and the options page, on top of the messages that the background answers; the engine is there and not here.
//!
//! Two things are read here and not there: people's lists, so that they leave the page as fingerprints only ([`options_people`]),
//! and the school file, so that a form can stand over it ([`options_school`]).

mod browser;
mod dom;
mod options;
mod options_people;
mod options_school;
mod popup;

use beforehand::{Roster, clock};
use wasm_bindgen::prelude::wasm_bindgen;

/// Runs the popup.
#[wasm_bindgen]
pub async fn popup() {
    popup::start().await;
}

/// Runs the options page.
#[wasm_bindgen]
pub async fn options() {
    options::start().await;
}

/// A list of people as it is sealed, under a key of zeros: what the parity test gives the background's `checkLine`.
#[wasm_bindgen(js_name = sealedRoster)]
pub fn sealed_roster(csv: &str, now: &str) -> String {
    let today = clock::local(clock::parse(now).unwrap_or_default()).date();
    String::from_utf8(Roster::read("roster.csv", csv.as_bytes(), [0; 16], today).roster.to_bytes()).unwrap_or_default()
}

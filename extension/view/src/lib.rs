//! The popup and the options page, on top of the messages that the background answers; the engine is there and not here.
//!
//! Three things are read here and not there: people's lists, so that they leave the page as fingerprints only ([`options_people`]);
//! the school file, so that a form can stand over it ([`options_school`]); and for the background its settings files, since TOML would
//! be 15 KB (brotli) of the wasm that every message wakes ([`read_file`]).

mod browser;
mod dom;
mod options;
mod options_decided;
mod options_people;
mod options_school;
mod popup;

use beforehand::{Pack, Roster, School, clock, json};
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

/// What a settings file says, for the background.
#[derive(Default)]
struct FileRead {
    /// As JSON; empty where it could not be read.
    json: String,
    /// Why not, with file, line and column.
    wrong: String,
}

json!(write FileRead { json: Need, wrong: Need });

/// Reads a file of TOML (`school` or `policy`), as JSON.
#[wasm_bindgen(js_name = readFile)]
pub fn read_file(kind: &str, name: &str, toml: &str) -> String {
    let read = match kind {
        "school" => School::parse(name, toml).map(|school| json::written(&school)),
        _ => Pack::parse(name, toml).map(|pack| json::written(&pack)),
    };
    json::written(&match read {
        Ok(json) => FileRead { json, ..FileRead::default() },
        Err(why) => FileRead { wrong: why.to_string(), ..FileRead::default() },
    })
}

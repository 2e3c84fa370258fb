//! The extension's background: a message comes in, an answer goes out.
//!
//! A message travels: `beforehand_shared::message` (what crosses) → [`covered`] (from where) →
//! [`background`] (who may ask, and the answer) → [`settings`] with [`managed`], [`marks`], [`ledger`], [`journal`],
//! [`roster`] (what is known) → [`change`] and [`checking`] (what is done) → [`store`] (what is kept).
//! The popup and the options page are a crate of their own on top of the same messages.

mod background;
mod change;
mod checking;
mod covered;
mod journal;
mod ledger;
mod line;
mod managed;
mod marks;
mod roster;
mod settings;
mod store;
mod words;

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Answers one message, both as JSON.
#[wasm_bindgen]
pub async fn answer(message: String, sender: String) -> String {
    let answer = background::answer(&message, &sender).await;
    serde_json::to_string(&answer).unwrap_or_default()
}

/// Looks again at the school's settings and the clock, and tells all pages.
#[wasm_bindgen(js_name = lookAgain)]
pub async fn look_again() -> Result<(), JsValue> {
    background::look_again().await.map_err(|why| JsValue::from_str(&why.to_string()))
}

/// A keyboard shortcut of the manifest.
#[wasm_bindgen]
pub async fn shortcut(name: String) -> Result<(), JsValue> {
    if name != "class-mode" {
        return Ok(());
    }
    background::toggle_class_mode().await.map_err(|why| JsValue::from_str(&why.to_string()))
}

/// Checks one line of JSON as the command line does; the parity test compares the two.
#[wasm_bindgen(js_name = checkLine)]
pub fn check_line(line: &str, now: &str, policy: &str, school: &str, roster: &str) -> String {
    line::check_line(line, now, policy, school, roster)
}

//! The browser extension: one wasm file for the background, the popup and the options page.
//!
//! A message travels: [`message`] (what crosses) → [`covered`] (from where) →
//! [`background`] (who may ask, and the answer) → [`settings`] with [`managed`], [`marks`], [`ledger`], [`journal`],
//! [`roster`] (what is known) → [`change`] and [`checking`] (what is done) → [`store`] and [`browser`] (what is kept).
//! [`popup`] and [`options`] are pages on top of the same messages.

mod background;
mod browser;
mod change;
mod checking;
mod covered;
mod dom;
mod error;
mod journal;
mod json;
mod ledger;
mod line;
mod managed;
mod marks;
mod message;
mod options;
mod options_people;
mod options_school;
mod popup;
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

/// Checks one line of JSON as the command line does; the parity test compares the two.
#[wasm_bindgen(js_name = checkLine)]
pub fn check_line(line: &str, now: &str, policy: &str, school: &str, roster: &str) -> String {
    line::check_line(line, now, policy, school, roster)
}

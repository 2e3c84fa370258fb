//! The popup and the options page, on top of the messages that the background answers; the engine is there and not here.
//!
//! Files are read by the reader's wasm, people's lists in a worker of its own ([`options_people`]); here only the school file, so that a
//! form can stand over it ([`options_school`]).

mod browser;
mod dom;
mod options;
mod options_accounts;
mod options_decided;
mod options_people;
mod options_school;
mod popup;
mod popup_site;

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

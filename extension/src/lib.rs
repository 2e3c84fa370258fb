//! The extension's background: a message comes in, an answer goes out.
//!
//! A message travels: `beforehand_shared::message` (what crosses) → [`covered`] (from where) →
//! [`background`] (who may ask, and the answer) → [`settings`] with [`managed`], [`marks`], [`ledger`], [`journal`],
//! [`roster`], [`exchanges`] (what is known) → [`change`] and [`checking`] (what is done) → [`store`] (what is to be kept).
//! Nothing here waits for anything: `bg.ts` reads what a message needs, calls, and carries out what comes back.
//! The popup and the options page are a crate of their own on top of the same messages.

mod accounts;
mod background;
mod browser;
mod change;
mod checking;
mod covered;
mod exchanges;
mod journal;
mod ledger;
mod line;
mod managed;
mod marks;
mod roster;
mod settings;
mod store;

use background::Outcome;
use beforehand::json;
use beforehand_shared::error::Error;
use beforehand_shared::message::FromBackground;
use settings::Settings;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static SETTINGS: RefCell<Settings> = RefCell::default();
}

fn run(act: impl FnOnce(&mut Settings) -> Result<FromBackground, Error>) -> String {
    SETTINGS.with_borrow_mut(|settings| {
        let answer = act(settings);
        let outcome: Outcome = background::outcome(settings, answer);
        json::written(&outcome)
    })
}

/// Takes up what is kept on this device; all else comes after it.
#[wasm_bindgen]
pub fn start(stored: &str) -> String {
    run(|settings| {
        *settings = Settings::new(json::read(stored).map_err(|why| Error::Browser(why.to_string()))?);
        Ok(FromBackground::Done {})
    })
}

/// Answers one message, as JSON like all else here; `known` is what was looked up for it.
#[wasm_bindgen]
pub fn answer(message: &str, sender: &str, known: &str) -> String {
    run(|settings| background::answer(settings, message, sender, known))
}

/// Looks again at the school's settings and the clock, and tells all pages.
#[wasm_bindgen(js_name = lookAgain)]
pub fn look_again(managed: &str) -> String {
    run(|settings| Ok(background::look_again(settings, managed)))
}

/// The keyboard shortcut for class mode.
#[wasm_bindgen(js_name = toggleClassMode)]
pub fn toggle_class_mode() -> String {
    run(|settings| Ok(background::toggle_class_mode(settings)))
}

/// How things stand, as it is said to pages.
#[wasm_bindgen]
pub fn standing() -> String {
    SETTINGS.with_borrow(|settings| json::written(&background::standing(settings)))
}

/// Checks one line of JSON as the command line does; the parity test compares the two.
#[wasm_bindgen(js_name = checkLine)]
pub fn check_line(line: &str, now: &str, policy: &str, school: &str, roster: &str) -> String {
    line::check_line(line, now, policy, school, roster)
}

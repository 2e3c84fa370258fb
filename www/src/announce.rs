//! What a screen reader is told: only what is new, and only when the typing rests.

use crate::page;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;

/// How long the typing must rest.
const REST_MS: u32 = 1_000;

thread_local! {
    static TOLD: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static WAITING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Tells what is new among the findings, once the typing rests.
pub fn later(findings: Vec<String>) {
    WAITING.with_borrow_mut(|waiting| *waiting = Some(Timeout::new(REST_MS, move || tell(findings))));
}

/// Tells something now.
pub fn at_once(words: &str) {
    page::say("live", words);
}

fn tell(findings: Vec<String>) {
    TOLD.with_borrow_mut(|told| {
        if let Some(words) = news(told, &findings) {
            page::say("live", &words);
        }
        *told = findings;
    });
}

/// What is worth saying, if anything.
fn news(told: &[String], findings: &[String]) -> Option<String> {
    let new: Vec<&str> = findings.iter().filter(|finding| !told.contains(finding)).map(String::as_str).collect();
    match (new.is_empty(), findings.is_empty(), told.is_empty()) {
        (false, ..) => Some(new.join(" ")),
        (true, true, false) => Some("No findings now.".to_owned()),
        _ => None,
    }
}

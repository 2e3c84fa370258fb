//! Lists of people in use in this tab. The screen for them is a wasm of its own (`www/lists`), loaded when its part of the page is opened.

use crate::app::{self, Shared};
use crate::{page, words};
use beforehand::Roster;
use beforehand_shared::error::Error;
use std::cell::OnceCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;
use web_sys::Worker;

/// The bindings of `door.js`.
mod raw {
    use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

    #[wasm_bindgen(raw_module = "./door.js")]
    extern "C" {
        #[wasm_bindgen(catch, js_name = readerWorker)]
        pub async fn reader_worker() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = showLists)]
        pub async fn show_lists() -> Result<JsValue, JsValue>;
    }
}

thread_local! {
    static APP: OnceCell<Shared> = const { OnceCell::new() };
}

/// Shows the screen when its part is first opened.
pub fn begin(app: &Shared) {
    APP.with(|own| own.get_or_init(|| app.clone()).clone());
    page::on("about-people", "toggle", |_| {
        spawn_local(async {
            if raw::show_lists().await.is_err() {
                page::trouble("Lists of people cannot be read here: this browser is too old for it, or blocks part of it.");
            }
        });
    });
}

/// A fresh worker that reads files.
pub async fn reader() -> Result<Worker, Error> {
    Ok(raw::reader_worker().await?.unchecked_into())
}

/// The lists in use, for the screen; nothing when there are none.
#[wasm_bindgen(js_name = listsInUse)]
pub fn lists_in_use() -> Option<Vec<u8>> {
    let bytes = |app: &Shared| Some(app.roster.borrow()).filter(|roster| !roster.is_empty()).map(|roster| roster.to_bytes());
    APP.with(|app| app.get().and_then(bytes))
}

/// Takes the screen's lists into use, or none; false when they are no lists.
#[wasm_bindgen(js_name = useLists)]
pub fn use_lists(lists: Option<Vec<u8>>) -> bool {
    let Some(roster) = lists.map_or(Some(Roster::empty()), |bytes| Roster::from_bytes(&bytes)) else { return false };
    APP.with(|app| app.get().map(|app| take(app, roster))).is_some()
}

fn take(app: &Shared, roster: Roster) {
    let people = roster.len();
    let said = if people == 0 { String::new() } else { format!("{}, in this tab only", words::count(people, "person", "people")) };
    app.roster.replace(roster);
    page::say("people-state", &said);
    app::recheck(app);
}

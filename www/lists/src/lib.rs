//! Lists of people in the checker page: in use as long as its tab is open, and handed to the page as fingerprints.

use beforehand_lists::{Host, Screen, Words};
use beforehand_shared::error::Error;
use beforehand_shared::message::RosterNote;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Window, Worker};

/// The page's own exports, and those of `door.js`.
mod raw {
    use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

    #[wasm_bindgen(raw_module = "./page.js")]
    extern "C" {
        /// The lists in use; nothing when there are none.
        #[wasm_bindgen(js_name = listsInUse)]
        pub fn lists_in_use() -> Option<js_sys::Uint8Array>;
        /// Takes lists into use; false when they are none.
        #[wasm_bindgen(js_name = useLists)]
        pub fn use_lists(lists: Option<js_sys::Uint8Array>) -> bool;
    }

    #[wasm_bindgen(raw_module = "./door.js")]
    extern "C" {
        #[wasm_bindgen(catch, js_name = readerWorker)]
        pub async fn reader_worker() -> Result<JsValue, JsValue>;
    }
}

/// Shows the screen, once.
#[wasm_bindgen]
pub fn show() {
    let Some(window) = web_sys::window() else { return };
    if let Some(into) = window.document().and_then(|document| document.get_element_by_id("lists")) {
        Screen::of(Tab { key: fresh_key(&window) }, &into);
    }
}

/// A key for this tab alone; it is never written down.
fn fresh_key(window: &Window) -> [u8; 16] {
    let mut key = [0; 16];
    if let Ok(crypto) = window.crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut key);
    }
    key
}

/// Lists that are in use as long as the tab is open.
struct Tab {
    key: [u8; 16],
}

impl Host for Tab {
    const DATED: bool = false;

    fn words(&self) -> Words {
        Words {
            choose: "Lists of pupils, leavers, staff or parents (CSV)",
            keep: "Use in this tab",
            lasts: "In this tab only: gone when you close it.",
            wipe: "Forget the lists",
        }
    }

    async fn worker(&self) -> Result<Worker, Error> {
        Ok(raw::reader_worker().await?.unchecked_into())
    }

    async fn key(&self) -> Result<[u8; 16], Error> {
        Ok(self.key)
    }

    async fn present(&self) -> Result<Option<Uint8Array>, Error> {
        Ok(raw::lists_in_use())
    }

    async fn keep(&self, lists: Uint8Array, _note: RosterNote) -> Result<(), Error> {
        let strange = || Error::Person("The lists could not be taken into use. Please tell whoever gave you this page.".to_owned());
        raw::use_lists(Some(lists)).then_some(()).ok_or_else(strange)
    }

    async fn keep_until(&self, _day: String) -> Result<(), Error> {
        Ok(())
    }

    async fn wipe(&self) -> Result<(), Error> {
        raw::use_lists(None);
        Ok(())
    }
}

//! Says when the page is kept for use without a network.

use crate::page;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Waits for the service worker, which `start.js` registers.
pub fn begin() {
    let workers = page::window().navigator().service_worker();
    spawn_local(async move {
        let Ok(ready) = workers.ready() else { return };
        if JsFuture::from(ready).await.is_ok() {
            page::say("offline", "It is kept in this browser now and works without a network.");
        }
    });
}

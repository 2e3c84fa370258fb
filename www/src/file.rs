//! Reads a file that the person picks, into this tab's memory only.

use crate::page;
use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;

/// Gives the picked file's name and bytes to `act`, and lets go of the file.
pub fn take<F: Future<Output = ()>>(input: &HtmlInputElement, act: impl FnOnce(String, Vec<u8>) -> F + 'static) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    let input = input.clone();
    spawn_local(async move {
        match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => act(file.name(), Uint8Array::new(&buffer).to_vec()).await,
            Err(_) => {
                page::trouble(&format!("{} could not be read. If it is open elsewhere, close it there and pick it again.", file.name()));
            }
        }
        input.set_value("");
    });
}

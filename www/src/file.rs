//! Reads files that the person picks, into this tab's memory only.

use crate::page;
use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};

/// Reads every picked file, in order, and lets go of them.
pub fn read_all(input: &HtmlInputElement, mut each: impl FnMut(&str, &[u8]) + 'static) {
    let picked: Vec<File> = input.files().map_or_else(Vec::new, |files| (0..files.length()).filter_map(|at| files.get(at)).collect());
    let input = input.clone();
    spawn_local(async move {
        for file in picked {
            match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => each(&file.name(), &Uint8Array::new(&buffer).to_vec()),
                Err(_) => {
                    page::trouble(&format!(
                        "{} could not be read. If it is open elsewhere, close it there and pick it again.",
                        file.name()
                    ));
                }
            }
        }
        input.set_value("");
    });
}

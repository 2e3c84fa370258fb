//! What the background asks of `browser.ts` at once; whatever takes time is done by `bg.ts` around it.

mod raw {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(raw_module = "./browser.js")]
    extern "C" {
        /// Our own id, as a sender carries it.
        #[wasm_bindgen(js_name = ownId)]
        pub fn own_id() -> String;
        /// The address of one of our own files.
        #[wasm_bindgen(js_name = ownUrl)]
        pub fn own_url(path: &str) -> String;
        /// The language of the browser's own menus.
        #[wasm_bindgen]
        pub fn language() -> String;
        #[wasm_bindgen]
        pub fn now() -> f64;
    }

    #[wasm_bindgen(raw_module = "./sites.js")]
    extern "C" {
        /// Lines of a site file's id and a pattern that it covers.
        #[wasm_bindgen(js_name = coveredHosts)]
        pub fn covered_hosts() -> Vec<String>;
    }

    #[wasm_bindgen(raw_module = "./vault.js")]
    extern "C" {
        /// Random bytes fit for keys.
        #[wasm_bindgen(js_name = randomBytes)]
        pub fn random_bytes(count: u32) -> Vec<u8>;
    }
}

pub use raw::{covered_hosts, language, own_id, own_url, random_bytes};

/// Milliseconds since 1970.
pub fn now() -> u64 {
    raw::now() as u64
}

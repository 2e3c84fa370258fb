//! The Rust side of `browser.ts` and `vault.ts` for our own pages: messages as their own types instead of bare `JsValue`s.

use beforehand::json;
use beforehand_shared::error::Error;
use beforehand_shared::message::{ToBackground, View};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

/// The bindings themselves; everything else calls the functions below.
mod raw {
    use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

    #[wasm_bindgen(raw_module = "./browser.js")]
    extern "C" {
        #[wasm_bindgen(catch, js_name = frontTab)]
        pub async fn front_tab() -> Result<JsValue, JsValue>;
        /// The version in the manifest.
        #[wasm_bindgen(js_name = ownVersion)]
        pub fn own_version() -> String;
        #[wasm_bindgen(catch, js_name = openOptions)]
        pub async fn open_options(part: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_name = onPushed)]
        pub fn on_pushed(hear: &JsValue);
    }

    #[wasm_bindgen(raw_module = "./sites.js")]
    extern "C" {
        /// The address of a site's own privacy settings, or its path; undefined where it is no social site.
        #[wasm_bindgen(js_name = privacyPage)]
        pub fn privacy_page(site: &str) -> Option<String>;
    }

    #[wasm_bindgen(raw_module = "./wire.js")]
    extern "C" {
        #[wasm_bindgen(catch, js_name = askJson)]
        pub async fn ask(message: &str) -> Result<JsValue, JsValue>;
    }

    #[wasm_bindgen(raw_module = "./vault.js")]
    extern "C" {
        #[wasm_bindgen(catch, js_name = vaultGet)]
        pub async fn vault_get(name: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = vaultPut)]
        pub async fn vault_put(name: &str, plain: &js_sys::Uint8Array) -> Result<JsValue, JsValue>;
    }
}

pub use raw::own_version;

/// The kind of an answer, and what is wrong where something is.
#[derive(Default)]
struct Head {
    kind: String,
    message: String,
}

json!(Head, lax { kind: May = "type", message: May });

/// Asks the background, from the popup or the options page, which hear either a view or what is wrong.
pub async fn ask(message: &ToBackground) -> Result<View, Error> {
    let answer = raw::ask(&json::written(message)).await?.as_string().unwrap_or_default();
    let strange = |why: json::Wrong| Error::Browser(format!("the background's answer could not be read ({why})"));
    let head: Head = json::read(&answer).map_err(strange)?;
    if head.kind == "error" {
        return Err(Error::Person(head.message));
    }
    json::read(&answer).map_err(strange)
}

/// Whether a message is of a kind.
pub fn is_of(message: &JsValue, kind: &str) -> bool {
    js_sys::Reflect::get(message, &JsValue::from_str("type")).is_ok_and(|said| said.as_string().as_deref() == Some(kind))
}

/// Runs `hear` for whatever the background pushes.
pub fn on_pushed(hear: &JsValue) {
    raw::on_pushed(hear);
}

/// The tab in front of the person.
pub async fn front_tab() -> Option<i32> {
    raw::front_tab().await.ok()?.as_f64().map(|id| id as i32)
}

/// Whether a site is one where people show themselves, and where its own privacy settings stand.
pub fn privacy_page(site: &str, host: &str) -> Option<String> {
    raw::privacy_page(site).map(|page| if page.starts_with('/') { format!("https://{host}{page}") } else { page })
}

/// Opens the options page, or the part of it with an id.
pub async fn open_options(part: &str) -> Result<(), Error> {
    raw::open_options(part).await?;
    Ok(())
}

/// Opens what is sealed under a name; `None` when there is nothing.
pub async fn vault_get(name: &str) -> Result<Option<Uint8Array>, Error> {
    let found = raw::vault_get(name).await?;
    Ok((!found.is_undefined()).then(|| Uint8Array::new(&found)))
}

/// Seals bytes under a name.
pub async fn vault_put(name: &str, plain: &Uint8Array) -> Result<(), Error> {
    raw::vault_put(name, plain).await?;
    Ok(())
}

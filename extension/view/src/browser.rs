//! The Rust side of `browser.ts` and `vault.ts` for our own pages: messages as serde values instead of bare `JsValue`s.

use beforehand_shared::error::Error;
use beforehand_shared::json;
use beforehand_shared::message::{ToBackground, View};
use js_sys::JSON;
use serde::Serialize;
use serde_json::Value;
use wasm_bindgen::JsValue;

/// The bindings themselves; everything else calls the functions below.
mod raw {
    use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

    #[wasm_bindgen(raw_module = "./browser.js")]
    extern "C" {
        #[wasm_bindgen(catch)]
        pub async fn ask(message: &JsValue) -> Result<JsValue, JsValue>;
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

    #[wasm_bindgen(raw_module = "./vault.js")]
    extern "C" {
        #[wasm_bindgen(catch, js_name = vaultGet)]
        pub async fn vault_get(name: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = vaultPut)]
        pub async fn vault_put(name: &str, plain: Vec<u8>) -> Result<JsValue, JsValue>;
    }
}

pub use raw::own_version;

fn to_js(value: &impl Serialize) -> Result<JsValue, Error> {
    let json = serde_json::to_string(value).map_err(|why| Error::Browser(why.to_string()))?;
    Ok(JSON::parse(&json)?)
}

/// A JavaScript value as JSON; what JSON cannot carry (functions, undefined) is null.
pub fn from_js(value: &JsValue) -> Value {
    let json = JSON::stringify(value).ok().and_then(|json| json.as_string());
    json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or(Value::Null)
}

/// Asks the background, from the popup or the options page, which hear either a view or what is wrong.
pub async fn ask(message: &ToBackground) -> Result<View, Error> {
    let mut answer = from_js(&raw::ask(&to_js(&tagged(message))?).await?);
    if answer["type"] == "error" {
        return Err(Error::Person(answer["message"].as_str().unwrap_or_default().to_owned()));
    }
    if let Some(fields) = answer.as_object_mut() {
        fields.remove("type");
    }
    json::read(&answer.to_string()).map_err(|why| Error::Browser(format!("the background's answer could not be read ({why})")))
}

/// The variant's name as the field `type`, as it goes over the wire.
fn tagged(message: &ToBackground) -> Value {
    let Ok(Value::Object(variant)) = serde_json::to_value(message) else { return Value::Null };
    let Some((name, Value::Object(mut fields))) = variant.into_iter().next() else { return Value::Null };
    fields.insert("type".to_owned(), name.into());
    Value::Object(fields)
}

/// Runs `hear` for whatever the background pushes.
pub fn on_pushed(hear: &JsValue) {
    raw::on_pushed(hear);
}

/// The tab in front of the person.
pub async fn front_tab() -> Option<i32> {
    raw::front_tab().await.ok()?.as_f64().map(|id| id as i32)
}

/// Opens the options page, or the part of it with an id.
pub async fn open_options(part: &str) -> Result<(), Error> {
    raw::open_options(part).await?;
    Ok(())
}

/// Opens what is sealed under a name; `None` when there is nothing.
pub async fn vault_get(name: &str) -> Result<Option<Vec<u8>>, Error> {
    let found = raw::vault_get(name).await?;
    Ok((!found.is_undefined()).then(|| js_sys::Uint8Array::new(&found).to_vec()))
}

/// Seals bytes under a name.
pub async fn vault_put(name: &str, plain: Vec<u8>) -> Result<(), Error> {
    raw::vault_put(name, plain).await?;
    Ok(())
}

/// Milliseconds since 1970.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

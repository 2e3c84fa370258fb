//! The Rust side of `browser.ts` and `vault.ts`: storage and messages as serde values instead of bare `JsValue`s.

use crate::error::Error;
use crate::json;
use crate::message::{ToBackground, View};
use js_sys::JSON;
use serde::Serialize;
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;

/// The bindings themselves; everything else calls the functions below.
mod raw {
    use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

    #[wasm_bindgen(raw_module = "./browser.js")]
    extern "C" {
        #[wasm_bindgen(catch)]
        pub async fn ask(message: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn push(message: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn presence(tab: i32, message: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = frontTab)]
        pub async fn front_tab() -> Result<JsValue, JsValue>;
        /// Our own id, as a sender carries it.
        #[wasm_bindgen(js_name = ownId)]
        pub fn own_id() -> String;
        /// The address of one of our own files.
        #[wasm_bindgen(js_name = ownUrl)]
        pub fn own_url(path: &str) -> String;
        /// The version in the manifest.
        #[wasm_bindgen(js_name = ownVersion)]
        pub fn own_version() -> String;
        /// The language of the browser's own menus.
        #[wasm_bindgen]
        pub fn language() -> String;
        #[wasm_bindgen(catch, js_name = openOptions)]
        pub async fn open_options(part: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = localGet)]
        pub async fn local_get(keys: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = localSet)]
        pub async fn local_set(items: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = localRemove)]
        pub async fn local_remove(keys: Vec<String>) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = sessionGet)]
        pub async fn session_get(keys: Vec<String>) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = sessionSet)]
        pub async fn session_set(items: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = managedGet)]
        pub async fn managed_get() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch)]
        pub async fn badge(text: &str, color: &str, title: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = wakeAt)]
        pub async fn wake_at(name: &str, when: f64) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(js_name = onPushed)]
        pub fn on_pushed(hear: &JsValue);
    }

    #[wasm_bindgen(raw_module = "./sites.js")]
    extern "C" {
        /// Lines of a site file's id and a pattern that it covers.
        #[wasm_bindgen(js_name = coveredHosts)]
        pub fn covered_hosts() -> Vec<String>;
    }

    #[wasm_bindgen(raw_module = "./vault.js")]
    extern "C" {
        #[wasm_bindgen(catch, js_name = vaultGet)]
        pub async fn vault_get(name: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = vaultPut)]
        pub async fn vault_put(name: &str, plain: Vec<u8>) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = vaultSetAside)]
        pub async fn vault_set_aside(name: &str, aside: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_name = vaultRemove)]
        pub async fn vault_remove(name: &str) -> Result<JsValue, JsValue>;
        /// Random bytes fit for keys.
        #[wasm_bindgen(js_name = randomBytes)]
        pub fn random_bytes(count: u32) -> Vec<u8>;
        #[wasm_bindgen(catch, js_name = vaultClear)]
        pub async fn vault_clear() -> Result<JsValue, JsValue>;
    }
}

pub use raw::{covered_hosts, language, own_id, own_url, own_version, random_bytes};

fn to_js(value: &impl Serialize) -> Result<JsValue, Error> {
    let json = serde_json::to_string(value).map_err(|why| Error::Browser(why.to_string()))?;
    Ok(JSON::parse(&json)?)
}

/// A JavaScript value as JSON; what JSON cannot carry (functions, undefined) is null.
pub fn from_js(value: &JsValue) -> Value {
    let json = JSON::stringify(value).ok().and_then(|json| json.as_string());
    json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or(Value::Null)
}

fn object(value: &JsValue) -> Map<String, Value> {
    match from_js(value) {
        Value::Object(map) => map,
        _ => Map::new(),
    }
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
    json::read(&answer).map_err(|why| Error::Browser(format!("the background's answer could not be read ({why})")))
}

/// The variant's name as the field `type`, as it goes over the wire.
fn tagged(message: &ToBackground) -> Value {
    let Ok(Value::Object(variant)) = serde_json::to_value(message) else { return Value::Null };
    let Some((name, Value::Object(mut fields))) = variant.into_iter().next() else { return Value::Null };
    fields.insert("type".to_owned(), name.into());
    Value::Object(fields)
}

/// Tells all pages, without waiting for them: a page that hangs must not hold up the others.
pub fn push(message: &impl Serialize) -> Result<(), Error> {
    let message = to_js(message)?;
    wasm_bindgen_futures::spawn_local(async move {
        // A page that cannot be told asks again with its next check.
        let _ = raw::push(&message).await;
    });
    Ok(())
}

/// Runs `hear` for whatever the background pushes.
pub fn on_pushed(hear: &JsValue) {
    raw::on_pushed(hear);
}

/// Whether our script is in a tab: `page`, `frame` or empty.
pub async fn presence(tab: i32, message: &impl Serialize) -> Result<String, Error> {
    Ok(raw::presence(tab, &to_js(message)?).await?.as_string().unwrap_or_default())
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

/// Everything kept on this device under `keys`, or all of it.
pub async fn local_get(keys: Option<&[String]>) -> Result<Map<String, Value>, Error> {
    let keys = keys.map_or(Ok(JsValue::NULL), |keys| to_js(&keys))?;
    Ok(object(&raw::local_get(&keys).await?))
}

/// Keeps values on this device.
pub async fn local_set(items: &Map<String, Value>) -> Result<(), Error> {
    raw::local_set(&to_js(items)?).await?;
    Ok(())
}

/// Forgets keys on this device.
pub async fn local_remove(keys: Vec<String>) -> Result<(), Error> {
    raw::local_remove(keys).await?;
    Ok(())
}

/// One value kept until the browser closes.
pub async fn session_get(key: &str) -> Result<Value, Error> {
    let mut found = object(&raw::session_get(vec![key.to_owned()]).await?);
    Ok(found.remove(key).unwrap_or(Value::Null))
}

/// Keeps one value until the browser closes.
pub async fn session_set(key: &str, value: Value) -> Result<(), Error> {
    raw::session_set(&to_js(&Map::from_iter([(key.to_owned(), value)]))?).await?;
    Ok(())
}

/// What the school set by policy; empty when nothing is set, or not yet.
pub async fn managed_get() -> Result<Map<String, Value>, Error> {
    Ok(object(&raw::managed_get().await?))
}

/// The toolbar icon's badge and tooltip.
pub async fn badge(text: &str, color: &str, title: &str) -> Result<(), Error> {
    raw::badge(text, color, title).await?;
    Ok(())
}

/// Wakes the background at a time in milliseconds; 0 takes the wake-up back.
pub async fn wake_at(name: &str, when: u64) -> Result<(), Error> {
    raw::wake_at(name, when as f64).await?;
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

/// Moves what is sealed under a name aside, unopened.
pub async fn vault_set_aside(name: &str, aside: &str) -> Result<(), Error> {
    raw::vault_set_aside(name, aside).await?;
    Ok(())
}

/// Forgets what is sealed under a name.
pub async fn vault_remove(name: &str) -> Result<(), Error> {
    raw::vault_remove(name).await?;
    Ok(())
}

/// Forgets everything sealed, and the device key.
pub async fn vault_clear() -> Result<(), Error> {
    raw::vault_clear().await?;
    Ok(())
}

/// Milliseconds since 1970.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

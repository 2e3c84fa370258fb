//! The one way JSON becomes a thing: each other way would be compiled anew for every type, 7 KB (brotli) of the wasm in all.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads a thing out of a JSON value; else why not, in words.
pub fn read<T: DeserializeOwned>(value: &Value) -> Result<T, String> {
    serde_json::from_str(&value.to_string()).map_err(|why| {
        let said = why.to_string();
        // Where in our own writing of the value is of no use to anybody.
        said.split(" at line ").next().unwrap_or_default().to_owned()
    })
}

/// Reads a thing out of bytes of JSON.
pub fn of_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_str(std::str::from_utf8(bytes).ok()?).ok()
}

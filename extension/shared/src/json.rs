//! The one way JSON becomes a thing and back: each other way would be compiled anew for every type, 7 KB (brotli) of the wasm in all.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads a thing out of JSON; else why not, in words.
pub fn read<T: DeserializeOwned>(json: &str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|why| {
        let said = why.to_string();
        // Where in our own writing of the value is of no use to anybody.
        said.split(" at line ").next().unwrap_or_default().to_owned()
    })
}

/// A thing as JSON; no thing of ours has a part that JSON cannot carry.
pub fn written(thing: &impl Serialize) -> String {
    serde_json::to_string(thing).unwrap_or_default()
}

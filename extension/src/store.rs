//! What is kept on this device: one storage key per thing, each with its version; what cannot be read is set aside, not lost.

use beforehand_shared::error::Error;
use beforehand_shared::{browser, json};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// The one version there is so far; a change of a thing's shape raises it and teaches [`read`] the older one.
const VERSION: u64 = 1;
/// Keys that begin so hold what could not be read.
const ASIDE: &str = "set-aside.";

/// What reading one key came to.
#[derive(Debug, PartialEq)]
pub enum Read<T> {
    /// Nothing is kept.
    Nothing,
    /// The thing.
    Found(T),
    /// Something is kept that is not the thing, and why.
    Unreadable(String),
}

/// Reads one thing out of what storage gave.
pub fn read<T: DeserializeOwned>(all: &Map<String, Value>, key: &str) -> Read<T> {
    let Some(kept) = all.get(key) else { return Read::Nothing };
    let version = kept.get("version").and_then(Value::as_u64);
    match (version, kept.get("value")) {
        (Some(VERSION), Some(value)) => match json::read(value) {
            Ok(thing) => Read::Found(thing),
            Err(why) => Read::Unreadable(why),
        },
        (Some(newer), _) if newer > VERSION => Read::Unreadable(format!("it was written by a newer version ({newer})")),
        _ => Read::Unreadable("it has no version".to_owned()),
    }
}

/// Keeps a thing. It is on the disk when this returns.
pub async fn write(key: &str, thing: &impl Serialize) -> Result<(), Error> {
    let kept = json!({ "version": VERSION, "value": thing });
    browser::local_set(&Map::from_iter([(key.to_owned(), kept)])).await
}

/// Moves what could not be read to another key and returns that key.
pub async fn set_aside(all: &Map<String, Value>, key: &str) -> Result<String, Error> {
    let aside = aside_key(key);
    let kept = all.get(key).cloned().unwrap_or(Value::Null);
    browser::local_set(&Map::from_iter([(aside.clone(), kept)])).await?;
    browser::local_remove(vec![key.to_owned()]).await?;
    Ok(aside)
}

/// Where an unreadable thing goes.
pub fn aside_key(key: &str) -> String {
    format!("{ASIDE}{key}.{}", browser::now())
}

/// Forgets every key that begins with `prefix`.
pub async fn forget(prefix: &str) -> Result<(), Error> {
    let all = browser::local_get(None).await?;
    browser::local_remove(all.keys().filter(|key| key.starts_with(prefix)).cloned().collect()).await
}

/// How many keys begin with `prefix`.
pub async fn count(prefix: &str) -> Result<usize, Error> {
    let all = browser::local_get(None).await?;
    Ok(all.keys().filter(|key| key.starts_with(prefix)).count())
}

#[cfg(test)]
mod tests {
    use super::{Read, read};
    use serde_json::{Map, Value, json};

    fn check(kept: Value, expected: Option<&str>, unreadable: bool) {
        let all = Map::from_iter([("policy".to_owned(), kept.clone())]);
        match read::<String>(&all, "policy") {
            Read::Found(found) => assert_eq!(Some(found.as_str()), expected, "{kept}"),
            Read::Unreadable(why) => assert!(unreadable && !why.is_empty(), "{kept}: {why}"),
            Read::Nothing => panic!("{kept}: something is kept"),
        }
    }

    #[test]
    fn every_shape_is_read_or_named_unreadable() {
        check(json!({"version": 1, "value": "durrington"}), Some("durrington"), false);
        check(json!({"version": 1, "value": 5}), None, true);
        check(json!({"version": 1}), None, true);
        check(json!({"version": 2, "value": "durrington"}), None, true);
        check(json!({"value": "durrington"}), None, true);
        check(json!("durrington"), None, true);
        check(json!(null), None, true);
        assert_eq!(read::<String>(&Map::new(), "policy"), Read::Nothing);
    }
}

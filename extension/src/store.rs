//! What is kept on this device, one storage key per thing, each with its version: read from what `kept.ts` gives, written as what it is to do.

use beforehand::json;

/// The one version there is so far; a change of a thing's shape raises it and teaches [`read`] the older one.
const VERSION: u64 = 1;

/// One key of storage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    version: Option<u64>,
    /// The thing, as JSON.
    value: Option<String>,
}

json!(Kept, lax { version: May, value: May });

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

/// One thing for `kept.ts` to do, before the answer that it comes with is given.
#[derive(Clone, Debug, PartialEq)]
pub struct Write {
    does: &'static str,
    name: String,
    text: String,
}

json!(write Write { does: Need, name: Need, text: Need });

impl Kept {
    /// A thing as it is kept from now on.
    pub fn new(thing: &dyn json::Write) -> Self {
        Self { version: Some(VERSION), value: Some(json::written(thing)) }
    }

    /// Keeps it under a key.
    pub fn write(&self, key: &str) -> Write {
        let value = self.value.as_deref().unwrap_or("null");
        Write::new("keep", key, format!("{{\"version\":{VERSION},\"value\":{value}}}"))
    }
}

impl Write {
    fn new(does: &'static str, name: &str, text: String) -> Self {
        Self { does, name: name.to_owned(), text }
    }

    /// Keeps a thing.
    pub fn keep(key: &str, thing: &dyn json::Write) -> Self {
        Kept::new(thing).write(key)
    }

    /// Forgets a thing.
    pub fn forget(key: &str) -> Self {
        Self::new("forget", key, String::new())
    }

    /// Moves what could not be read to another key.
    pub fn set_aside(key: &str, aside: &str) -> Self {
        Self::new("set-aside", key, aside.to_owned())
    }

    /// Seals a thing.
    pub fn seal(name: &str, thing: &dyn json::Write) -> Self {
        Self::new("seal", name, json::written(thing))
    }

    /// Forgets what is sealed under a name.
    pub fn unseal(name: &str) -> Self {
        Self::new("unseal", name, String::new())
    }

    /// Moves what is sealed under a name aside, unopened.
    pub fn seal_aside(name: &str, aside: &str) -> Self {
        Self::new("seal-aside", name, aside.to_owned())
    }

    /// Keeps a thing until the browser closes.
    pub fn session(key: &str, thing: &dyn json::Write) -> Self {
        Self::new("session", key, json::written(thing))
    }

    /// Wakes the background at a time in milliseconds; 0 takes the wake-up back.
    pub fn wake(name: &str, at: u64) -> Self {
        Self::new("wake", name, at.to_string())
    }

    /// Forgets everything on this device, sealed or not, and the device key.
    pub fn wipe() -> Self {
        Self::new("wipe", "", String::new())
    }
}

/// Reads one thing.
pub fn read<T: json::Read + Default>(kept: Option<&Kept>) -> Read<T> {
    let Some(kept) = kept else { return Read::Nothing };
    match (kept.version, &kept.value) {
        (Some(VERSION), Some(value)) => match json::read(value) {
            Ok(thing) => Read::Found(thing),
            Err(why) => Read::Unreadable(why.message),
        },
        (Some(newer), _) if newer > VERSION => Read::Unreadable(format!("it was written by a newer version ({newer})")),
        _ => Read::Unreadable("it has no version".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Kept, Read, Write, read};

    fn check(version: Option<u64>, value: Option<&str>, expected: Option<&str>) {
        let kept = Kept { version, value: value.map(str::to_owned) };
        match read::<String>(Some(&kept)) {
            Read::Found(found) => assert_eq!(Some(found.as_str()), expected, "{kept:?}"),
            Read::Unreadable(why) => assert!(expected.is_none() && !why.is_empty(), "{kept:?}: {why}"),
            Read::Nothing => panic!("{kept:?}: something is kept"),
        }
    }

    #[test]
    fn every_shape_is_read_or_named_unreadable() {
        check(Some(1), Some("\"durrington\""), Some("durrington"));
        check(Some(1), Some("5"), None);
        check(Some(1), None, None);
        check(Some(2), Some("\"durrington\""), None);
        check(None, Some("\"durrington\""), None);
        check(None, None, None);
        assert_eq!(read::<String>(None), Read::Nothing);
    }

    #[test]
    fn what_is_kept_carries_its_version() {
        assert_eq!(Write::keep("policy", &"durrington").text, r#"{"version":1,"value":"durrington"}"#);
    }
}

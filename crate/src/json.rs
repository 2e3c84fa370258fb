//! JSON in and out by the same few functions for every type: what a type adds is a table of its parts.
//!
//! A general library compiles a reader anew for every type, which was a seventh of the wasm (60 KB, brotli, measured).

mod read;
mod values;
mod write;

pub use read::{Reader, Wrong, read};
pub use values::Raw;
pub use write::{text, variant, write_fields, write_variant, written};

/// A thing that can be read over its default.
pub trait Read {
    /// Reads what stands next; `None` when it cannot be, and the reader knows why.
    fn read(&mut self, from: &mut Reader) -> Option<()>;
}

/// A thing that can be written.
pub trait Write {
    /// Writes it at the end.
    fn write(&self, to: &mut String);

    /// Whether it says nothing, so that it may be left out.
    fn is_absent(&self) -> bool {
        false
    }
}

/// What becomes of a part that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// It must be there.
    Need,
    /// It is its default.
    May,
    /// The same, and it is not written when it says nothing.
    Skip,
}

/// A part of a type: its name and its mode.
pub type Part = (&'static str, Mode);

/// The name of a part as it is written.
pub(crate) fn name(part: &Part) -> &'static str {
    part.0.strip_prefix("r#").unwrap_or(part.0)
}

/// Says how a struct is read and written: `json!(Name, strict { field: Need, field: May = "its name in JSON", .. })`.
/// A `strict` type refuses fields that it does not know, a `lax` one reads past them.
#[macro_export]
macro_rules! json {
    ($type:ty, $manner:ident { $($field:ident : $mode:ident $(= $name:literal)?),* $(,)? }) => {
        impl $crate::json::Read for $type {
            fn read(&mut self, from: &mut $crate::json::Reader) -> Option<()> {
                from.fields($crate::json!(@$manner), &[$($crate::json!(@part $field $mode $($name)?)),*], &mut [$(&mut self.$field),*])
            }
        }
        $crate::json!(write $type { $($field : $mode $(= $name)?),* });
    };
    (write $type:ty { $($field:ident : $mode:ident $(= $name:literal)?),* $(,)? }) => {
        impl $crate::json::Write for $type {
            fn write(&self, to: &mut String) {
                $crate::json::write_fields(to, &[$($crate::json!(@part $field $mode $($name)?)),*], &[$(&self.$field),*]);
            }
        }
    };
    (words $type:ty { $($variant:ident = $name:literal),* $(,)? }) => {
        impl $crate::json::Read for $type {
            fn read(&mut self, from: &mut $crate::json::Reader) -> Option<()> {
                *self = [$(Self::$variant),*][from.word(&[$($name),*])?];
                Some(())
            }
        }
        impl $crate::json::Write for $type {
            fn write(&self, to: &mut String) {
                let name = match self { $(Self::$variant => $name),* };
                $crate::json::text(to, name);
            }

            fn is_absent(&self) -> bool {
                *self == Self::default()
            }
        }
    };
    (@strict) => { true };
    (@lax) => { false };
    (@part $field:ident $mode:ident) => { (stringify!($field), $crate::json::Mode::$mode) };
    (@part $field:ident $mode:ident $name:literal) => { ($name, $crate::json::Mode::$mode) };
}

#[cfg(test)]
mod tests {
    use super::{Raw, Read, read, written};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[derive(Clone, Debug, Default, PartialEq)]
    struct Thing {
        name: String,
        count: Option<u8>,
        inner: Vec<Thing>,
        r#where: (f64, i32),
        rest: Raw,
    }

    json!(Thing, strict { name: Need, count: Skip, inner: Skip, r#where: May, rest: Skip = "the-rest" });

    #[track_caller]
    fn check(json: &str, expected: &str) {
        let found = read::<Thing>(json).map_or_else(|why| why.to_string(), |thing| written(&thing));
        assert_eq!(found, expected, "{json}");
    }

    #[test]
    fn what_is_read_and_what_is_refused() {
        check(r#" { "name" : "a\n\u00e9\ud83d\ude00\/" } "#, r#"{"name":"a\né😀/","where":[0,0]}"#);
        check(r#"{"name":"","where":[-1.25e2,-3],"count":255}"#, r#"{"name":"","count":255,"where":[-125,-3]}"#);
        check(r#"{"the-rest":{"a":[1,{"b":null}]},"name":"x"}"#, r#"{"name":"x","where":[0,0],"the-rest":{"a":[1,{"b":null}]}}"#);
        check(
            r#"{"inner":[{"name":"y","where":[0.0005,1]}],"name":"x","count":null}"#,
            r#"{"name":"x","inner":[{"name":"y","where":[0.001,1]}],"where":[0,0]}"#,
        );
        check("{}", "missing field `name` at line 1");
        check(r#"{"name":"a","name":"b"}"#, "duplicate field `name` at line 1");
        check(r#"{"name":"a","nmae":1}"#, "unknown field `nmae`, expected one of `name`, `count`, `inner`, `where`, `the-rest` at line 1");
        check(r#"{"name":5}"#, "invalid type: integer `5`, expected a string at line 1");
        check(r#"{"name":[1]}"#, "invalid type: sequence, expected a string at line 1");
        check(r#"{"count":256}"#, "invalid value: integer `256`, expected u8 at line 1");
        check(r#"{"count":1.5}"#, "invalid type: floating point `1.5`, expected u8 at line 1");
        check(r#"{"count":"1"}"#, "invalid type: string \"1\", expected u8 at line 1");
        check(r#"{"count":01}"#, "invalid number at line 1");
        check(r#"{"name":"a"} x"#, "trailing characters at line 1");
        check(r#"{"where":[1]}"#, "invalid length 1, expected 2 at line 1");
        check(r#"{"where":[1,2,3]}"#, "invalid length, expected 2 at line 1");
        check(r#"{"name":"\ud800"}"#, "unexpected end of hex escape at line 1");
        check(r#"{"name":"\ud800\u0041"}"#, "invalid unicode code point at line 1");
        check(r#"{"name":"\x"}"#, "invalid escape at line 1");
        check("{\"name\":\n\n5}", "invalid type: integer `5`, expected a string at line 3");
        for short in [
            "",
            "{",
            r#"{"name"#,
            r#"{"name":"a\"#,
            r#"{"name":"\u12"#,
            r#"{"name":"a""#,
            r#"{"inner":["#,
            r#"{"the-rest":{"a":[1"#,
            r#"{"name":tru"#,
        ] {
            assert!(read::<Thing>(short).is_err(), "{short}");
        }
    }

    #[test]
    fn deep_and_long_ones_are_read() {
        let deep = format!("{{\"name\":\"x\",\"the-rest\":{{\"a\":{}{}}}}}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(read::<Thing>(&deep).is_ok());
        assert!(read::<Thing>(&deep.replace(']', "")).is_err());
    }

    /// Reads as serde does: the same is taken, and for the same.
    fn as_serde<T: Read + Default + PartialEq + std::fmt::Debug + serde::de::DeserializeOwned>(json: &str) -> Result<(), TestCaseError> {
        prop_assert_eq!(read::<T>(json).ok(), serde_json::from_str::<T>(json).ok(), "{:?}", json);
        Ok(())
    }

    proptest! {
        #[test]
        fn texts_are_written_and_read_as_serde_does(text in any::<String>(), number in any::<u64>(), whole in any::<i32>()) {
            let json = serde_json::to_string(&text).expect("a text is JSON");
            prop_assert_eq!(&written(&text), &json);
            prop_assert_eq!(read::<String>(&json).ok(), Some(text));
            prop_assert_eq!(read::<(u64, i32)>(&format!("[{number},{whole}]")).ok(), Some((number, whole)));
        }

        #[test]
        fn what_is_no_json_is_refused_as_serde_does(json in r#"(\[|\]|\{|\}|"|,|:|a|\\n|\\u00|\\ud8|41|-|0|1|true|false|null| |é){0,14}"#) {
            as_serde::<Vec<String>>(&json)?;
            as_serde::<BTreeMap<String, Option<bool>>>(&json)?;
            as_serde::<Option<Vec<u32>>>(&json)?;
            as_serde::<Vec<i32>>(&json)?;
        }

        #[test]
        fn numbers_are_read_as_serde_does(json in "-?(0|[1-9][0-9]{0,5})(\\.[0-9]{1,6})?([eE][+-]?[0-9])?") {
            as_serde::<f64>(&json)?;
        }

        #[test]
        fn whatever_is_given_is_answered(json in any::<String>(), more in r#"[\[\]{}",:\\u0-9a-f .e+-]{0,40}"#) {
            let _ = (read::<Thing>(&json), read::<Thing>(&more), read::<crate::Act>(&more), read::<crate::Pack>(&json));
        }
    }
}

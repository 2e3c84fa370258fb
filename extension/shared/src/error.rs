//! What can go wrong at the edges of the extension, said in words for the person.

use beforehand::pack::FileError;
use std::fmt;
use wasm_bindgen::{JsCast, JsValue};

/// Something that was not done, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The browser refused or failed.
    Browser(String),
    /// A message that we do not answer, and why.
    Refused(String),
    /// A policy or school file that cannot be used: file, line and column.
    File(FileError),
    /// The person must choose or do something else.
    Person(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Browser(why) => write!(f, "The browser did not do what was asked: {why}"),
            Self::Refused(why) => write!(f, "This message is not answered: {why}"),
            Self::File(why) => write!(f, "{why}"),
            Self::Person(why) => write!(f, "{why}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<FileError> for Error {
    fn from(why: FileError) -> Self {
        Self::File(why)
    }
}

impl From<JsValue> for Error {
    fn from(why: JsValue) -> Self {
        let said = why.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        Self::Browser(said.or_else(|| why.as_string()).unwrap_or_else(|| format!("{why:?}")))
    }
}

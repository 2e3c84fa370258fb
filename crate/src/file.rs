//! Reads a TOML file into a typed value, with the line and column of whatever is wrong.
//!
//! The file is read with `toml`, turned into JSON that remembers where each part came from, and from
//! there into the type: our own code for JSON is in the wasm anyway, serde's for TOML would be another
//! 60 KB of it (brotli, measured).

use crate::json;
use crate::json::Read;
use toml::de::{DeTable, DeValue};

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// The file.
    pub file: String,
    /// Line from 1; 0 when it is about the file as a whole.
    pub line: usize,
    /// Column from 1, in characters.
    pub column: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl std::fmt::Display for FileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.message),
            line => write!(f, "{}:{line}:{}: {}", self.file, self.column, self.message),
        }
    }
}

impl std::error::Error for FileError {}

/// Reads `toml` as a `T`; `file` is named in errors.
pub fn read<T: Read + Default>(file: &str, toml: &str) -> Result<T, FileError> {
    let error = |at: Option<usize>, message: &str| {
        let (line, column) = at.map_or((0, 0), |at| place(toml, at));
        FileError { file: file.to_owned(), line, column, message: message.trim().replace('\n', " ") }
    };
    let table = DeTable::parse(toml).map_err(|why| error(why.span().map(|span| span.start), why.message()))?;
    let mut json = Json::default();
    json.table(table.get_ref());
    json::read(&json.text).map_err(|why| error(json.origin(why.at), &why.message))
}

/// JSON on one line, and the byte of the TOML that each key and value came from.
#[derive(Default)]
struct Json {
    text: String,
    origins: Vec<(usize, usize)>,
}

impl Json {
    fn table(&mut self, table: &DeTable) {
        self.text.push('{');
        for (at, (key, value)) in table.iter().enumerate() {
            self.comma(at);
            self.from(key.span().start);
            self.string(key.get_ref());
            self.text.push(':');
            self.from(value.span().start);
            self.value(value.get_ref());
        }
        self.text.push('}');
    }

    fn value(&mut self, value: &DeValue) {
        match value {
            DeValue::String(text) => self.string(text),
            DeValue::Integer(number) if number.radix() == 10 => self.text.push_str(&number.as_str().replace(['_', '+'], "")),
            DeValue::Integer(number) => {
                self.text.push_str(&i64::from_str_radix(number.as_str(), number.radix()).unwrap_or_default().to_string());
            }
            // Infinities and NaN have no JSON; no file of ours has a number that may be one.
            DeValue::Float(number) if number.as_str().contains('n') => self.text.push_str("null"),
            DeValue::Float(number) => self.text.push_str(&number.as_str().replace(['_', '+'], "")),
            DeValue::Boolean(yes) => self.text.push_str(if *yes { "true" } else { "false" }),
            DeValue::Datetime(time) => self.string(&time.to_string()),
            DeValue::Array(values) => {
                self.text.push('[');
                for (at, value) in values.iter().enumerate() {
                    self.comma(at);
                    self.from(value.span().start);
                    self.value(value.get_ref());
                }
                self.text.push(']');
            }
            DeValue::Table(table) => self.table(table),
        }
    }

    fn comma(&mut self, at: usize) {
        if at > 0 {
            self.text.push(',');
        }
    }

    fn string(&mut self, text: &str) {
        json::text(&mut self.text, text);
    }

    fn from(&mut self, toml: usize) {
        self.origins.push((self.text.len(), toml));
    }

    /// The TOML byte of what stands at a byte of the JSON, or last before it.
    fn origin(&self, at: usize) -> Option<usize> {
        let after = self.origins.partition_point(|(json, _)| *json <= at);
        self.origins.get(after.checked_sub(1)?).map(|(_, toml)| *toml)
    }
}

/// Line and column, from 1, of a byte of `text`.
fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Default, PartialEq)]
    struct Sample {
        name: String,
        many: Vec<Inner>,
    }

    json!(Sample, strict { name: Need, many: May });

    #[derive(Debug, Default, PartialEq)]
    struct Inner {
        count: u8,
        yes: bool,
    }

    json!(Inner, strict { count: Need, yes: May });

    #[track_caller]
    fn check(toml: &str, expected: &str) {
        let found =
            read::<Sample>("a.toml", toml).map_or_else(|why| why.to_string(), |sample| format!("{} {:?}", sample.name, sample.many));
        assert_eq!(found, expected, "{toml:?}");
    }

    #[test]
    fn values_and_errors() {
        check(
            "name = 'é\"\\n'\nmany = [{ count = 1_0, yes = true }, { count = 0x0f }]",
            "é\"\\n [Inner { count: 10, yes: true }, Inner { count: 15, yes: false }]",
        );
        check("name = 'a'\nmany = [{ count = 1 }, { count = 300 }]", "a.toml:2:34: invalid value: integer `300`, expected u8");
        check("name = 'a'\nmore = 1", "a.toml:2:1: unknown field `more`, expected `name` or `many`");
        check("name = 3", "a.toml:1:8: invalid type: integer `3`, expected a string");
        check("name = 'a'\n\n[[many]]\nyes = true", "a.toml:4:7: missing field `count`");
        check("name = 'a", "a.toml:1:10: invalid literal string, expected `'`");
        check("name = 2020-01-01", "2020-01-01 []");
        check("", "a.toml: missing field `name`");
        check("name = 'a'\nname = 'b'", "a.toml:2:1: duplicate key");
    }
}

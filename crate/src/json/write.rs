//! Writes JSON, as short as it can be.

use super::{Mode, Part, Write, name};

/// A thing as JSON.
pub fn written(thing: &dyn Write) -> String {
    let mut to = String::new();
    thing.write(&mut to);
    to
}

/// Writes a map of parts.
pub fn write_fields(to: &mut String, parts: &[Part], values: &[&dyn Write]) {
    to.push('{');
    for (part, value) in parts.iter().zip(values).filter(|(part, value)| part.1 != Mode::Skip || !value.is_absent()) {
        let before = to.len();
        if !to.ends_with('{') {
            to.push(',');
        }
        text(to, name(part));
        to.push(':');
        let from = to.len();
        value.write(to);
        // A thing all of whose parts were left out.
        if part.1 == Mode::Skip && &to[from..] == "{}" {
            to.truncate(before);
        }
    }
    to.push('}');
}

/// Writes a map of one, named for what kind of thing it is.
pub fn variant(to: &mut String, name: &'static str, value: &dyn Write) {
    write_fields(to, &[(name, Mode::May)], &[value]);
}

/// The same, where the thing has its parts here.
pub fn write_variant(to: &mut String, name: &'static str, parts: &[Part], values: &[&dyn Write]) {
    to.push('{');
    text(to, name);
    to.push(':');
    write_fields(to, parts, values);
    to.push('}');
}

/// Writes a list.
pub(super) fn list(to: &mut String, values: &mut dyn Iterator<Item = &dyn Write>) {
    to.push('[');
    for (at, value) in values.enumerate() {
        if at > 0 {
            to.push(',');
        }
        value.write(to);
    }
    to.push(']');
}

/// Writes a text.
pub fn text(to: &mut String, text: &str) {
    to.push('"');
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'"' | b'\\' | 0..=0x1f)) {
        to.push_str(&text[from..at]);
        from = at + 1;
        match byte {
            b'\n' => to.push_str("\\n"),
            b'\t' => to.push_str("\\t"),
            b'\r' => to.push_str("\\r"),
            8 => to.push_str("\\b"),
            12 => to.push_str("\\f"),
            b'"' | b'\\' => to.extend(['\\', char::from(byte)]),
            _ => {
                to.push_str("\\u00");
                to.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)])));
            }
        }
    }
    to.push_str(&text[from..]);
    to.push('"');
}

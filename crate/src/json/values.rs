//! The plain values that the parts of a type are made of.

use super::{Read, Reader, Write, text, write};
use std::collections::{BTreeMap, BTreeSet};

/// Powers of ten that a number of the machine holds exactly.
const EXACT: i32 = 22;

impl Read for String {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        *self = from.string("a string")?.into_owned();
        Some(())
    }
}

impl Write for String {
    fn write(&self, to: &mut String) {
        text(to, self);
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl Write for &str {
    fn write(&self, to: &mut String) {
        text(to, self);
    }
}

impl Read for bool {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        *self = from.literal("true");
        if *self || from.literal("false") { Some(()) } else { from.unexpected("a boolean") }
    }
}

impl Write for bool {
    fn write(&self, to: &mut String) {
        to.push_str(if *self { "true" } else { "false" });
    }

    fn is_absent(&self) -> bool {
        !self
    }
}

macro_rules! whole {
    ($($type:ident),*) => { $(
        impl Read for $type {
            fn read(&mut self, from: &mut Reader) -> Option<()> {
                #[allow(clippy::cast_lossless, clippy::unnecessary_cast, reason = "one text for all widths")]
                let value = from.integer($type::MIN as i64, $type::MAX as u64, stringify!($type))? as $type;
                *self = value;
                Some(())
            }
        }

        impl Write for $type {
            fn write(&self, to: &mut String) {
                to.push_str(&self.to_string());
            }

            fn is_absent(&self) -> bool {
                *self == 0
            }
        }
    )* };
}

whole!(u8, u32, u64, usize, i32, i64);

impl Read for f64 {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        *self = decimal(from.number("f64")?);
        Some(())
    }
}

/// A number, rightly rounded when it has no more than 15 digits; all of ours are seconds.
fn decimal(written: &str) -> f64 {
    let (number, power) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
    let (mut value, mut places) = (0.0, 0);
    let mut behind = false;
    for byte in number.bytes() {
        match byte {
            b'.' => behind = true,
            b'0'..=b'9' => {
                value = value * 10.0 + f64::from(byte - b'0');
                places += i32::from(behind);
            }
            _ => {}
        }
    }
    let power = power.trim_start_matches('+').parse::<i32>().unwrap_or(0).clamp(-400, 400) - places;
    let scaled = (0..power.abs() / EXACT).fold(value, |value, _| scale(value, power.signum() * EXACT));
    let scaled = scale(scaled, power % EXACT);
    if written.starts_with('-') { -scaled } else { scaled }
}

/// Times ten to a power of at most [`EXACT`].
fn scale(value: f64, power: i32) -> f64 {
    let factor = (0..power.abs()).fold(1.0, |factor, _| factor * 10.0);
    if power < 0 { value / factor } else { value * factor }
}

impl Write for f64 {
    /// To the thousandth: all of ours are seconds.
    fn write(&self, to: &mut String) {
        if !self.is_finite() {
            return to.push_str("null");
        }
        let thousandths = (self.abs() * 1000.0 + 0.5) as u64;
        let sign = if *self < 0.0 && thousandths > 0 { "-" } else { "" };
        let written = format!("{sign}{}.{:03}", thousandths / 1000, thousandths % 1000);
        to.push_str(written.trim_end_matches('0').trim_end_matches('.'));
    }

    fn is_absent(&self) -> bool {
        *self == 0.0
    }
}

impl<T: Read + Default> Read for Option<T> {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        *self = None;
        if from.literal("null") { Some(()) } else { self.insert(T::default()).read(from) }
    }
}

impl<T: Write> Write for Option<T> {
    fn write(&self, to: &mut String) {
        match self {
            Some(value) => value.write(to),
            None => to.push_str("null"),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Read> Read for Box<T> {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        (**self).read(from)
    }
}

impl<T: Write> Write for Box<T> {
    fn write(&self, to: &mut String) {
        (**self).write(to);
    }
}

impl<T: Read + Default> Read for Vec<T> {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        from.list("a sequence", &mut |from| {
            let mut value = T::default();
            value.read(from)?;
            self.push(value);
            Some(())
        })
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self, to: &mut String) {
        write::list(to, &mut self.iter().map(|value| value as &dyn Write));
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Read, const N: usize> Read for [T; N] {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        from.tuple(&mut self.each_mut().map(|part| part as &mut dyn Read))
    }
}

impl<T: Write, const N: usize> Write for [T; N] {
    fn write(&self, to: &mut String) {
        write::list(to, &mut self.iter().map(|value| value as &dyn Write));
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        from.tuple(&mut [&mut self.0, &mut self.1])
    }
}

impl<A: Write, B: Write> Write for (A, B) {
    fn write(&self, to: &mut String) {
        let parts: [&dyn Write; 2] = [&self.0, &self.1];
        write::list(to, &mut parts.into_iter());
    }
}

impl<T: Read + Default> Read for BTreeMap<String, T> {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        from.map("a map", &mut |from, name, _| {
            let mut value = T::default();
            value.read(from)?;
            self.insert(name.into_owned(), value);
            Some(())
        })
    }
}

impl<T: Write> Write for BTreeMap<String, T> {
    fn write(&self, to: &mut String) {
        to.push('{');
        for (at, (name, value)) in self.iter().enumerate() {
            if at > 0 {
                to.push(',');
            }
            text(to, name);
            to.push(':');
            value.write(to);
        }
        to.push('}');
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl Read for BTreeSet<String> {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        from.list("a sequence", &mut |from| {
            let value = from.string("a string")?.into_owned();
            self.insert(value);
            Some(())
        })
    }
}

impl Write for BTreeSet<String> {
    fn write(&self, to: &mut String) {
        write::list(to, &mut self.iter().map(|value| value as &dyn Write));
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// A map of whatever, kept as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Raw(String);

impl Raw {
    /// As it stands; nothing where there is none.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl Read for Raw {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        if from.peek() != b'{' {
            return from.unexpected("a map");
        }
        from.raw()?.clone_into(&mut self.0);
        Some(())
    }
}

impl Write for Raw {
    fn write(&self, to: &mut String) {
        to.push_str(if self.0.is_empty() { "{}" } else { &self.0 });
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

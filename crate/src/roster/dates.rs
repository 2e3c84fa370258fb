//! Dates of a roster file: whether days or months come first is told by the column, never guessed.

use crate::clock::{self, DateError};
use jiff::civil::Date;

/// What the dates of one column tell of their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Order {
    /// Dates that can only be read with the day first, as `15/08/2010`.
    days_first: u32,
    /// Dates that can only be read with the month first, as `12/19/1997`.
    months_first: u32,
}

/// How a column's dates with slashes are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// Days come first, and many dates show it.
    Days,
    /// Months come first, and many dates show it.
    Months,
    /// Nothing shows it: `DD/MM/YYYY` is the form that the contract names.
    AsWritten,
    /// Both are met: a date that reads both ways is nobody's birthday.
    Mixed,
}

impl Order {
    /// As many times more of one order than of the other make that other a slip of the pen.
    const MANY: u32 = 20;
    /// So many dates with the month first are no slip.
    const SOME: u32 = 3;

    /// Takes note of a date.
    pub fn note(&mut self, written: &str) {
        if let Some((first, second)) = pair(written) {
            self.days_first += u32::from(first > 12 && second <= 12);
            self.months_first += u32::from(first <= 12 && second > 12);
        }
    }

    /// What another column of the same file tells counts where this one tells nothing.
    pub fn or(self, other: Self) -> Self {
        // Months first elsewhere make this column doubtful, not certain.
        let doubt = Self { days_first: 0, months_first: u32::from(other.months_first > 0) };
        if self == Self::default() { doubt } else { self }
    }

    fn reading(self) -> Reading {
        match (self.days_first, self.months_first) {
            (0, 0) => Reading::AsWritten,
            (days, months) if days >= Self::MANY.saturating_mul(months) => Reading::Days,
            (days, months) if months >= Self::SOME && months >= Self::MANY.saturating_mul(days) => Reading::Months,
            _ => Reading::Mixed,
        }
    }

    /// The day that a date of this column means, or why it cannot be told.
    pub fn date(self, what: &str, written: &str) -> Result<Date, String> {
        let reading = self.reading();
        let twice = pair(written).is_some_and(|(first, second)| first <= 12 && second <= 12 && first != second);
        let padded = written.as_bytes().get(2) == Some(&b'/') && written.as_bytes().get(5) == Some(&b'/');
        if twice && (reading == Reading::Mixed || reading == Reading::AsWritten && !padded) {
            let why = if reading == Reading::Mixed {
                "because the file also has months before days"
            } else {
                "and no other date of its column tells which"
            };
            return Err(format!("the {what} {written:?} could be read in two ways, {why}; write it as YYYY-MM-DD"));
        }
        let turned = (reading == Reading::Months).then(|| turned(written)).flatten();
        clock::date(turned.as_deref().unwrap_or(&tidy(written))).map_err(|why| match why {
            DateError::Unknown => format!("the {what} {written:?} is not a date; write it as DD/MM/YYYY or YYYY-MM-DD"),
            DateError::Impossible if reading == Reading::Months => {
                format!("the {what} {written:?} is not a day that exists; months come before days in its column")
            }
            DateError::Impossible => format!("the {what} {written:?} is not a day that exists; days come before months"),
            DateError::ShortYear => format!("the {what} {written:?} has a year of two digits; write all four"),
        })
    }
}

/// `14 March 2012` as `14-March-2012`.
fn tidy(written: &str) -> String {
    let words: Vec<&str> = written.split_whitespace().collect();
    match words[..] {
        [day, month, year] if month.starts_with(|c: char| c.is_alphabetic()) => format!("{day}-{month}-{year}"),
        _ => written.to_owned(),
    }
}

/// A date with its first two numbers in the other order.
fn turned(written: &str) -> Option<String> {
    pair(written)?;
    let mut parts = written.splitn(3, ['/', '.', '-']);
    let (first, second, rest) = (parts.next()?, parts.next()?, parts.next()?);
    Some(format!("{second}/{first}/{rest}"))
}

/// The first two numbers of a date that ends in its year.
fn pair(written: &str) -> Option<(u8, u8)> {
    let mut parts = written.split(['/', '.', '-']);
    let pair = (parts.next()?.trim().parse().ok()?, parts.next()?.trim().parse().ok()?);
    parts.next().map(|_| pair)
}

//! Days, ages and local time: British rules from one POSIX rule, no time-zone database.

use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// Europe/London since 1996: the last Sundays of March and October, 01:00 UTC (the Summer Time Order 2002).
const LONDON: &str = "GMT0BST,M3.5.0/1,M10.5.0";

/// An RFC 3339 time; `None` when it is not one.
pub fn parse(time: &str) -> Option<Timestamp> {
    time.trim().parse().ok()
}

/// Local time at the school. Zones other than London are given as POSIX rules; unknown ones count as London.
pub fn local(time: Timestamp, zone: &str) -> Zoned {
    let rule = if zone.contains(',') { zone } else { LONDON };
    let zone = TimeZone::posix(rule).or_else(|_| TimeZone::posix(LONDON)).unwrap_or(TimeZone::UTC);
    time.to_zoned(zone)
}

/// Whether a local time is between two times of day (`HH:MM`, both to their last second) on one of these days (`Mon-Fri`); what is left out limits nothing.
pub fn is_within(time: &Zoned, from: &str, to: &str, days: &str) -> bool {
    let minutes = |written: &str| {
        let (hours, minutes) = written.split_once(':')?;
        Some(hours.trim().parse::<i32>().ok()? * 60 + minutes.trim().parse::<i32>().ok()?)
    };
    let now = i32::from(time.hour()) * 60 + i32::from(time.minute());
    minutes(from).is_none_or(|from| now >= from) && minutes(to).is_none_or(|to| now <= to) && is_on(time, days)
}

/// Whether a day is among `Mon-Fri`, `Sat, Sun` or the like.
fn is_on(time: &Zoned, days: &str) -> bool {
    let day = |name: &str| DAYS.iter().position(|day| name.trim().get(..3).is_some_and(|start| start.eq_ignore_ascii_case(&day[..3])));
    let today = usize::try_from(time.weekday().to_monday_zero_offset()).unwrap_or_default();
    let mut spans = days.split(',').filter_map(|span| {
        let (first, last) = span.split_once(['-', '–']).unwrap_or((span, span));
        Some((day(first)?, day(last)?))
    });
    let mut any = spans.clone().peekable();
    any.peek().is_none()
        || spans.any(|(first, last)| if first <= last { (first..=last).contains(&today) } else { today >= first || today <= last })
}

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A local time as people say it: `18:05 on Monday`.
pub fn spoken(time: &Zoned) -> String {
    let day = DAYS[usize::try_from(time.weekday().to_monday_zero_offset()).unwrap_or_default() % 7];
    format!("{:02}:{:02} on {day}", time.hour(), time.minute())
}

/// The day someone turns `age`; 29 February turns on 1 March (Family Law Reform Act 1969, s. 9, and common practice).
pub fn birthday(born: Date, age: u32) -> Option<Date> {
    let year = born.year().checked_add(i16::try_from(age).ok()?)?;
    Date::new(year, born.month(), born.day()).or_else(|_| Date::new(year, 3, 1)).ok()
}

/// A date as management systems write it, or why it cannot be used.
///
/// `DD/MM/YYYY`, `YYYY-MM-DD` and `DD-Mon-YYYY`; a time of day behind it is left out.
pub fn date(written: &str) -> Result<Date, DateError> {
    let day = written.trim().split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    let [first, second, third] = parts[..] else { return Err(DateError::Unknown) };
    let number = |part: &str| part.parse::<i16>().map_err(|_| DateError::Unknown);
    let (year, month, date) = if first.len() == 4 {
        (number(first)?, number(second)?, number(third)?)
    } else if third.len() == 4 {
        (number(third)?, month_name(second).map_or_else(|| number(second), Ok)?, number(first)?)
    } else {
        return Err(if third.len() == 2 { DateError::ShortYear } else { DateError::Unknown });
    };
    let small = |value: i16| i8::try_from(value).map_err(|_| DateError::Impossible);
    Date::new(year, small(month)?, small(date)?).map_err(|_| DateError::Impossible)
}

/// A day, as the roster keeps it: a plain number, so that jiff's own serde and its error texts stay out of the wasm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Day(i32);

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(i32::from(date.year()) * 10_000 + i32::from(date.month()) * 100 + i32::from(date.day()))
    }
}

impl std::fmt::Display for Day {
    /// As people write it: `23 November 2026`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const MONTHS: [&str; 12] =
            ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        let month = usize::try_from(self.0 / 100 % 100 - 1).ok().and_then(|at| MONTHS.get(at)).unwrap_or(&"");
        write!(f, "{} {month} {}", self.0 % 100, self.0 / 10_000)
    }
}

/// Why a written date cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It is in no known form.
    Unknown,
    /// There is no such day (or the month stands before the day).
    Impossible,
    /// Its year has two digits.
    ShortYear,
}

fn month_name(name: &str) -> Option<i16> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let name = name.to_lowercase();
    let start = name.get(..3)?;
    MONTHS.iter().position(|month| *month == start).map(|at| at as i16 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, expected: &str) {
        let found = date(written).map_or_else(|why| format!("{why:?}"), |date| date.to_string());
        assert_eq!(found, expected, "{written:?}");
    }

    #[test]
    fn dates() {
        check("15/08/2010", "2010-08-15");
        check("2010-08-15", "2010-08-15");
        check("15-Aug-2010", "2010-08-15");
        check("15-August-2010", "2010-08-15");
        check("2010-08-15 00:00:00.000000", "2010-08-15");
        check("31/02/2010", "Impossible");
        check("12/19/1997", "Impossible");
        check("03/04/12", "ShortYear");
        check("soon", "Unknown");
        check("", "Unknown");
        check("9999999/1/2", "Unknown");
    }

    #[test]
    fn birthdays() {
        let born = Date::constant(2008, 2, 29);
        assert_eq!(birthday(born, 18), Some(Date::constant(2026, 3, 1)));
        assert_eq!(birthday(born, 20), Some(Date::constant(2028, 2, 29)));
        assert_eq!(birthday(born, 40_000), None);
    }

    #[test]
    fn hours_and_days() {
        let within = |time: &str, from: &str, to: &str, days: &str| is_within(&local(parse(time).expect("a time"), ""), from, to, days);
        for (time, days, expected) in [
            ("2026-11-23T07:30:00Z", "Mon-Fri", true),
            ("2026-11-23T07:29:59Z", "Mon-Fri", false),
            ("2026-11-23T18:00:59Z", "Mon-Fri", true),
            ("2026-11-23T18:01:00Z", "Mon-Fri", false),
            ("2026-11-22T12:00:00Z", "Mon-Fri", false),
            ("2026-11-22T12:00:00Z", "sat, sunday", true),
            ("2026-11-22T12:00:00Z", "Fri-Mon", true),
            ("2026-11-25T12:00:00Z", "Fri-Mon", false),
            ("2026-11-22T12:00:00Z", "", true),
        ] {
            assert_eq!(within(time, "07:30", "18:00", days), expected, "{time} {days}");
        }
        assert!(within("2026-11-22T03:00:00Z", "", "", ""));
        assert_eq!(spoken(&local(parse("2026-06-22T17:05:00Z").expect("a time"), "")), "18:05 on Monday");
    }

    #[test]
    fn london() {
        let at = |time: &str| local(parse(time).expect("a time"), "").strftime("%H:%M").to_string();
        assert_eq!(at("2026-03-29T00:59:59Z"), "00:59");
        assert_eq!(at("2026-03-29T01:00:00Z"), "02:00");
        assert_eq!(at("2026-10-25T00:59:59Z"), "01:59");
        assert_eq!(at("2026-10-25T01:00:00Z"), "01:00");
    }
}

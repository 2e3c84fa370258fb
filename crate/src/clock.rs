//! Days, ages and local time: British rules only, no time-zone database.
//!
//! Of `jiff` only its calendar is used: its parser, time zones and the texts of their errors would be 34 KB (brotli) of the wasm.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::Offset,
};

/// An RFC 3339 time; `None` when it is not one. Parts of a second are left out.
pub fn parse(time: &str) -> Option<Timestamp> {
    let time = time.trim();
    let (date, rest) = time.split_at_checked(10)?;
    let mut parts = date.splitn(3, '-').map(digits);
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let clock = rest.strip_prefix(['T', 't', ' '])?;
    let zone = clock.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = clock.split_at(zone);
    let mut parts = clock.split('.').next()?.split(':').map(digits);
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    let offset = if zone.eq_ignore_ascii_case("z") { 0 } else { minutes_of_zone(zone)? };
    // A leap second counts as the last of its minute.
    let local = DateTime::new(year, month as i8, day as i8, hour as i8, minute as i8, second.min(59) as i8, 0).ok()?;
    Offset::from_seconds(i32::from(offset) * 60).ok()?.to_timestamp(local).ok()
}

/// A number of digits alone.
fn digits(part: &str) -> Option<i16> {
    part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?.filter(|number| part.len() == 4 || *number < 100)
}

/// `+01:00` in minutes.
fn minutes_of_zone(zone: &str) -> Option<i16> {
    let (sign, rest) = if let Some(rest) = zone.strip_prefix('-') { (-1, rest) } else { (1, zone.strip_prefix('+')?) };
    let (hours, minutes) = rest.split_once(':')?;
    Some(sign * (digits(hours)? * 60 + digits(minutes)?))
}

/// A time as RFC 3339 writes it, to the second.
pub fn written(time: Timestamp) -> String {
    let time = Offset::UTC.to_datetime(time);
    let (date, clock) = (time.date(), time.time());
    format!("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", date.year(), date.month(), date.day(), clock.hour(), clock.minute(), clock.second())
}

/// Local time at the school: that of London, where every school of the five policies is.
///
/// Summer time runs between the last Sundays of March and October, 01:00 UTC (the Summer Time Order 2002).
pub fn local(time: Timestamp) -> DateTime {
    let utc = Offset::UTC.to_datetime(time);
    let change = |month: i8| {
        let last = Date::new(utc.year(), month, 31).ok()?;
        let sunday = Date::new(utc.year(), month, 31 - last.weekday().to_sunday_zero_offset()).ok()?;
        Some(sunday.at(1, 0, 0, 0))
    };
    let summer = change(3).zip(change(10)).is_some_and(|(begins, ends)| utc >= begins && utc < ends);
    let offset = if summer { Offset::from_seconds(3_600).unwrap_or(Offset::UTC) } else { Offset::UTC };
    offset.to_datetime(time)
}

/// Whether a local time is between two times of day (`HH:MM`, both to their last second) on one of these days (`Mon-Fri`); what is left out limits nothing.
pub fn is_within(time: &DateTime, from: &str, to: &str, days: &str) -> bool {
    let minutes = |written: &str| {
        let (hours, minutes) = written.split_once(':')?;
        Some(hours.trim().parse::<i32>().ok()? * 60 + minutes.trim().parse::<i32>().ok()?)
    };
    let now = i32::from(time.hour()) * 60 + i32::from(time.minute());
    minutes(from).is_none_or(|from| now >= from) && minutes(to).is_none_or(|to| now <= to) && is_on(time, days)
}

/// Whether a day is among `Mon-Fri`, `Sat, Sun` or the like.
fn is_on(time: &DateTime, days: &str) -> bool {
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
pub fn spoken(time: &DateTime) -> String {
    format!("{:02}:{:02} on {}", time.hour(), time.minute(), weekday(time))
}

/// The name of a day of the week.
pub fn weekday(time: &DateTime) -> &'static str {
    DAYS[usize::try_from(time.weekday().to_monday_zero_offset()).unwrap_or_default() % 7]
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

/// A day, as the roster keeps it: a plain number, so that jiff's own error texts stay out of the wasm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i32);

impl Day {
    /// Its year, month and day as one number, 20261122; at least 1.
    pub(crate) fn number(self) -> u64 {
        self.0.max(1) as u64
    }

    /// The day of a number; 0 is none.
    pub(crate) fn of(number: u64) -> Option<Self> {
        i32::try_from(number).ok().filter(|number| *number > 0).map(Self)
    }
}

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
    fn times() {
        for (time, expected) in [
            ("2026-11-22T12:00:00Z", Some("2026-11-22T12:00:00Z")),
            ("2026-11-22t12:00:00.123z", Some("2026-11-22T12:00:00Z")),
            ("2026-11-22 12:00:00+01:30", Some("2026-11-22T10:30:00Z")),
            ("2026-01-01T00:30:00-05:00", Some("2026-01-01T05:30:00Z")),
            ("2016-12-31T23:59:60Z", Some("2016-12-31T23:59:59Z")),
            ("2026-02-29T12:00:00Z", None),
            ("2026-11-22T24:00:00Z", None),
            ("2026-11-22T12:00:00", None),
            ("2026-11-22T12:00Z", None),
            ("2026-11-22", None),
            ("22/11/2026 12:00:00Z", None),
            ("2026-11-22T12:00:00+0100", None),
            ("2026-1é-22T12:00:00Z", None),
            ("", None),
        ] {
            assert_eq!(parse(time).map(written).as_deref(), expected, "{time}");
        }
    }

    proptest::proptest! {
        #[test]
        fn as_the_library_reads(seconds in -10_000_000_000_i64..100_000_000_000, zone in -800_i32..800) {
            let time = Timestamp::from_second(seconds).expect("in range");
            let zoned = time.to_zoned(jiff::tz::TimeZone::fixed(Offset::from_seconds(zone * 60).expect("in range")));
            proptest::prop_assert_eq!(parse(&zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()), Some(time));
            proptest::prop_assert_eq!(written(time), time.to_string());
        }
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
        let within = |time: &str, from: &str, to: &str, days: &str| is_within(&local(parse(time).expect("a time")), from, to, days);
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
        assert_eq!(spoken(&local(parse("2026-06-22T17:05:00Z").expect("a time"))), "18:05 on Monday");
    }

    #[test]
    fn london() {
        let at = |time: &str| local(parse(time).expect("a time")).strftime("%H:%M").to_string();
        assert_eq!(at("2026-03-29T00:59:59Z"), "00:59");
        assert_eq!(at("2026-03-29T01:00:00Z"), "02:00");
        assert_eq!(at("2026-10-25T00:59:59Z"), "01:59");
        assert_eq!(at("2026-10-25T01:00:00Z"), "01:00");
    }
}

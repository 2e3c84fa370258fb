//! Days as a British school counts them.

use beforehand::clock;
use jiff::Timestamp;
use jiff::civil::Date;

/// The day at a British school at a time in milliseconds since 1970.
pub fn today(now: u64) -> Date {
    clock::local(at(now)).date()
}

/// A time in milliseconds since 1970.
pub fn at(milliseconds: u64) -> Timestamp {
    i64::try_from(milliseconds).ok().and_then(|at| Timestamp::from_millisecond(at).ok()).unwrap_or_default()
}

/// The end of the school year: the next 31 August.
pub fn end_of_year(today: Date) -> Date {
    let summer = |year: i16| Date::new(year, 8, 31).unwrap_or(today);
    if today < summer(today.year()) { summer(today.year()) } else { summer(today.year() + 1) }
}

#[cfg(test)]
mod tests {
    use super::{clock, end_of_year};

    fn check(today: &str, expected: &str) {
        let today = clock::date(today).expect("a date of this table");
        assert_eq!(end_of_year(today).to_string(), expected, "on {today}");
    }

    #[test]
    fn a_roster_is_kept_until_the_end_of_the_school_year() {
        check("2026-09-01", "2027-08-31");
        check("2026-12-31", "2027-08-31");
        check("2027-08-30", "2027-08-31");
        check("2027-08-31", "2028-08-31");
    }
}

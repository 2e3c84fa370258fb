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

/// What is said to whoever chooses a last day that may not be one.
pub const CHOOSE: &str = "Choose a day between today and two years from now.";

/// The last day until which lists of people may be kept.
pub fn latest(today: Date) -> Date {
    Date::new(today.year() + 2, today.month(), 1).unwrap_or(today)
}

/// Whether lists of people may be kept until a day.
pub fn may_be_last(day: &str, today: Date) -> bool {
    clock::date(day).is_ok_and(|last| last >= today && last <= latest(today))
}

#[cfg(test)]
mod tests {
    use super::{clock, end_of_year, may_be_last};

    #[test]
    fn a_last_day_is_within_two_years() {
        let today = clock::date("2026-11-23").expect("a day");
        for (day, may) in
            [("2026-11-22", false), ("2026-11-23", true), ("2028-11-01", true), ("2028-11-02", false), ("", false), ("x", false)]
        {
            assert_eq!(may_be_last(day, today), may, "{day}");
        }
    }

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

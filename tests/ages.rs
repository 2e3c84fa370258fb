//! Ages to the day: when an ex-pupil may be befriended under each policy, over leap days, clock changes and time zones.

use beforehand::{Act, Context, Moment, Pack, Roster, School, act::Person, check};

/// One person: born, left (either may be blank). Under a policy, an act of a moment at a time comes to the gravest severity, or to nothing.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

#[track_caller]
fn check_rows(rows: &[Row]) {
    let wrong: Vec<String> = rows.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{} of {} rows come out otherwise:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

fn wrong(row: &Row) -> Option<String> {
    let (policy, moment, born, left, at, expected) = *row;
    let list = format!("Forename,Surname,Role,Form,Date of Birth,Leaving Date\nNia,Vaughan,Pupil,,{born},{left}\n");
    // The list is read on a day long before: who someone is is asked on the day of the act.
    let import = Roster::read("people.csv", list.as_bytes(), [3; 16], "2020-01-01".parse().expect("a day"));
    assert_eq!(import.roster.len(), 1, "{row:?}: {:?}", import.refused);
    let pack = Pack::builtin(policy).expect("a built-in policy");
    let person = Some(Person { name: Some("Nia Vaughan".into()), ..Person::default() });
    let moment = match moment {
        "connect" => Moment::Connect,
        "comment" => Moment::Comment,
        _ => Moment::Message,
    };
    let act = Act { moment, person, text: "Hello".into(), at: Some(at.into()), ..Act::default() };
    let now = "2026-11-22T12:00:00Z".parse().expect("a time");
    let verdict = check(&act, &Context { pack: &pack, school: &School::default(), roster: &import.roster, now });
    let found = verdict.findings.iter().filter(|finding| finding.kind == "connection").map(|finding| finding.severity).min();
    let found = found.map_or_else(String::new, |severity| format!("{severity:?}").to_lowercase());
    (found != expected).then(|| format!("{row:?}: {found:?}"))
}

#[test]
fn the_birthday_itself() {
    check_rows(&[
        // Durrington: until the 19th birthday; maltby and the academy trust: until the 18th.
        ("durrington", "connect", "2007-12-01", "2024-07-20", "2026-11-30T12:00:00Z", "warn"),
        ("durrington", "connect", "2007-12-01", "2024-07-20", "2026-12-01T12:00:00Z", ""),
        ("durrington", "connect", "2007-12-01", "2024-07-20", "2025-12-01T12:00:00Z", "warn"),
        ("durrington", "message", "2007-12-01", "2024-07-20", "2026-11-30T12:00:00Z", "warn"),
        ("durrington", "message", "2007-12-01", "2024-07-20", "2026-12-01T12:00:00Z", ""),
        ("durrington", "comment", "2007-12-01", "2024-07-20", "2026-11-30T12:00:00Z", ""),
        ("maltby", "connect", "2007-12-01", "2024-07-20", "2025-11-30T12:00:00Z", "warn"),
        ("maltby", "connect", "2007-12-01", "2024-07-20", "2025-12-01T12:00:00Z", ""),
        ("maltby", "connect", "2007-12-01", "2024-07-20", "2026-12-01T12:00:00Z", ""),
        ("maltby", "message", "2007-12-01", "2024-07-20", "2025-11-30T12:00:00Z", ""),
        ("academy-trust", "connect", "2007-12-01", "2024-07-20", "2025-11-30T12:00:00Z", "warn"),
        ("academy-trust", "connect", "2007-12-01", "2024-07-20", "2025-12-01T12:00:00Z", ""),
        ("academy-trust", "message", "2007-12-01", "2024-07-20", "2025-11-30T12:00:00Z", "warn"),
        ("academy-trust", "message", "2007-12-01", "2024-07-20", "2025-12-01T12:00:00Z", ""),
        ("academy-trust", "comment", "2007-12-01", "2024-07-20", "2025-11-30T12:00:00Z", "warn"),
        ("academy-trust", "comment", "2007-12-01", "2024-07-20", "2025-12-01T12:00:00Z", ""),
        // St Albans advises against it at any age; west midlands says nothing of those who have left.
        ("st-albans", "connect", "2007-12-01", "2024-07-20", "2026-11-30T12:00:00Z", "nudge"),
        ("st-albans", "connect", "1985-01-13", "2003-07-20", "2026-11-30T12:00:00Z", "nudge"),
        ("st-albans", "message", "2007-12-01", "2024-07-20", "2026-11-30T12:00:00Z", ""),
        ("west-midlands", "connect", "2007-12-01", "2024-07-20", "2025-11-30T12:00:00Z", ""),
        ("west-midlands", "message", "2007-12-01", "2024-07-20", "2025-11-30T12:00:00Z", ""),
        // Born on the first and the last day of a year.
        ("durrington", "connect", "2008-01-01", "2025-07-20", "2026-12-31T23:59:59Z", "warn"),
        ("durrington", "connect", "2008-01-01", "2025-07-20", "2027-01-01T00:00:00Z", ""),
        ("maltby", "connect", "2008-12-31", "2025-07-20", "2026-12-30T23:59:59Z", "warn"),
        ("maltby", "connect", "2008-12-31", "2025-07-20", "2026-12-31T00:00:00Z", ""),
    ]);
}

#[test]
fn leap_days() {
    check_rows(&[
        // Born on 29 February 2008: 18 in 2026 and 19 in 2027, no leap years, so on 1 March.
        ("maltby", "connect", "2008-02-29", "2024-07-20", "2026-02-27T12:00:00Z", "warn"),
        ("maltby", "connect", "2008-02-29", "2024-07-20", "2026-02-28T12:00:00Z", "warn"),
        ("maltby", "connect", "2008-02-29", "2024-07-20", "2026-02-28T23:59:59Z", "warn"),
        ("maltby", "connect", "2008-02-29", "2024-07-20", "2026-03-01T00:00:00Z", ""),
        ("durrington", "connect", "2008-02-29", "2024-07-20", "2026-03-01T00:00:00Z", "warn"),
        ("durrington", "connect", "2008-02-29", "2024-07-20", "2027-02-28T23:59:59Z", "warn"),
        ("durrington", "connect", "2008-02-29", "2024-07-20", "2027-03-01T00:00:00Z", ""),
        ("academy-trust", "comment", "2008-02-29", "2024-07-20", "2026-02-28T12:00:00Z", "warn"),
        ("academy-trust", "comment", "2008-02-29", "2024-07-20", "2026-03-01T12:00:00Z", ""),
        // Born in 2012: 18 in 2030, 19 in 2031.
        ("maltby", "connect", "2012-02-29", "2028-07-20", "2030-02-28T12:00:00Z", "warn"),
        ("maltby", "connect", "2012-02-29", "2028-07-20", "2030-03-01T12:00:00Z", ""),
        ("durrington", "connect", "2012-02-29", "2028-07-20", "2031-02-28T12:00:00Z", "warn"),
        ("durrington", "connect", "2012-02-29", "2028-07-20", "2031-03-01T12:00:00Z", ""),
        // Born beside a leap day, turning beside one.
        ("maltby", "connect", "2010-02-28", "2026-07-20", "2028-02-27T12:00:00Z", "warn"),
        ("maltby", "connect", "2010-02-28", "2026-07-20", "2028-02-28T12:00:00Z", ""),
        ("maltby", "connect", "2010-03-01", "2026-07-20", "2028-02-28T12:00:00Z", "warn"),
        ("maltby", "connect", "2010-03-01", "2026-07-20", "2028-02-29T12:00:00Z", "warn"),
        ("maltby", "connect", "2010-03-01", "2026-07-20", "2028-03-01T12:00:00Z", ""),
        ("durrington", "connect", "2009-03-01", "2026-07-20", "2028-02-29T23:59:59Z", "warn"),
        ("durrington", "connect", "2009-03-01", "2026-07-20", "2028-03-01T00:00:00Z", ""),
    ]);
}

#[test]
fn london_time() {
    check_rows(&[
        // In winter London keeps UTC.
        ("maltby", "connect", "2008-12-01", "2025-07-20", "2026-11-30T23:59:59Z", "warn"),
        ("maltby", "connect", "2008-12-01", "2025-07-20", "2026-12-01T00:00:00Z", ""),
        // In summer the day begins at 23:00 UTC.
        ("maltby", "connect", "2008-07-01", "2025-07-20", "2026-06-30T22:59:59Z", "warn"),
        ("maltby", "connect", "2008-07-01", "2025-07-20", "2026-06-30T23:00:00Z", ""),
        ("maltby", "connect", "2008-07-01", "2025-07-20", "2026-06-30T23:59:59Z", ""),
        // The clocks go forward on 29 March 2026 at 01:00 UTC: the day of the change begins at 00:00 UTC, the next at 23:00.
        ("maltby", "connect", "2008-03-29", "2025-07-20", "2026-03-28T23:59:59Z", "warn"),
        ("maltby", "connect", "2008-03-29", "2025-07-20", "2026-03-29T00:00:00Z", ""),
        ("maltby", "connect", "2008-03-30", "2025-07-20", "2026-03-29T22:59:59Z", "warn"),
        ("maltby", "connect", "2008-03-30", "2025-07-20", "2026-03-29T23:00:00Z", ""),
        // They go back on 25 October 2026 at 01:00 UTC: that day begins at 23:00 UTC, the next at 00:00.
        ("maltby", "connect", "2008-10-25", "2025-07-20", "2026-10-24T22:59:59Z", "warn"),
        ("maltby", "connect", "2008-10-25", "2025-07-20", "2026-10-24T23:00:00Z", ""),
        ("maltby", "connect", "2008-10-26", "2025-07-20", "2026-10-25T23:59:59Z", "warn"),
        ("maltby", "connect", "2008-10-26", "2025-07-20", "2026-10-26T00:00:00Z", ""),
        ("durrington", "connect", "2007-10-26", "2025-07-20", "2026-10-25T23:30:00Z", "warn"),
        // In 2027 they change on 28 March and 31 October.
        ("maltby", "connect", "2009-03-29", "2025-07-20", "2027-03-28T22:59:59Z", "warn"),
        ("maltby", "connect", "2009-03-29", "2025-07-20", "2027-03-28T23:00:00Z", ""),
        ("maltby", "connect", "2009-11-01", "2025-07-20", "2027-10-31T23:59:59Z", "warn"),
        ("maltby", "connect", "2009-11-01", "2025-07-20", "2027-11-01T00:00:00Z", ""),
        // An act written with another zone's clock is the same moment in London.
        ("maltby", "connect", "2008-12-01", "2025-07-20", "2026-12-01T00:30:00+01:00", "warn"),
        ("maltby", "connect", "2008-12-01", "2025-07-20", "2026-11-30T19:00:00-05:00", ""),
        ("maltby", "connect", "2008-12-01", "2025-07-20", "2026-11-30T18:59:59-05:00", "warn"),
        ("maltby", "connect", "2008-12-01", "2025-07-20", "2026-12-01T13:59:59+14:00", "warn"),
        ("maltby", "connect", "2008-12-01", "2025-07-20", "2026-12-01T14:00:00+14:00", ""),
        ("durrington", "connect", "2007-07-01", "2025-07-20", "2026-07-01T00:00:00+01:00", ""),
        ("durrington", "connect", "2007-07-01", "2025-07-20", "2026-06-30T23:59:59+01:00", "warn"),
    ]);
}

#[test]
fn leaving_day_and_unknown_days() {
    check_rows(&[
        // A pupil until the day before the leaving day; from then on an ex-pupil of whatever age.
        ("maltby", "connect", "2008-12-01", "2026-07-20", "2026-07-19T12:00:00Z", "stop"),
        ("maltby", "connect", "2008-12-01", "2026-07-20", "2026-07-20T12:00:00Z", "warn"),
        ("maltby", "connect", "2008-06-01", "2026-07-20", "2026-07-19T22:59:59Z", "stop"),
        ("maltby", "connect", "2008-06-01", "2026-07-20", "2026-07-19T23:00:00Z", ""),
        ("durrington", "connect", "2007-06-01", "2026-07-20", "2026-07-19T12:00:00Z", "stop"),
        ("durrington", "connect", "2007-06-01", "2026-07-20", "2026-07-20T12:00:00Z", ""),
        ("durrington", "connect", "2008-06-01", "2026-07-20", "2026-07-20T12:00:00Z", "warn"),
        ("academy-trust", "message", "2007-06-01", "2026-07-20", "2026-07-19T12:00:00Z", "stop"),
        ("st-albans", "connect", "2007-06-01", "2026-07-20", "2026-07-19T12:00:00Z", "stop"),
        ("st-albans", "connect", "2007-06-01", "2026-07-20", "2026-07-20T12:00:00Z", "nudge"),
        ("west-midlands", "connect", "2007-06-01", "2026-07-20", "2026-07-19T12:00:00Z", "stop"),
        ("west-midlands", "connect", "2007-06-01", "2026-07-20", "2026-07-20T12:00:00Z", ""),
        // Pupils who are 18 and 19 are pupils.
        ("maltby", "connect", "2008-01-01", "", "2026-11-22T12:00:00Z", "stop"),
        ("durrington", "connect", "2007-01-01", "", "2026-11-22T12:00:00Z", "stop"),
        // Left, born on a day nobody knows: asked, where an age counts.
        ("durrington", "connect", "", "2023-07-20", "2026-11-22T12:00:00Z", "warn"),
        ("maltby", "connect", "", "2023-07-20", "2026-11-22T12:00:00Z", "warn"),
        ("academy-trust", "comment", "", "2023-07-20", "2026-11-22T12:00:00Z", "warn"),
        ("st-albans", "connect", "", "2023-07-20", "2026-11-22T12:00:00Z", "nudge"),
        ("west-midlands", "connect", "", "2023-07-20", "2026-11-22T12:00:00Z", ""),
    ]);
}

//! contact-hours: mail to a pupil outside the hours and days that the policy sets, in the school's own time.

use super::{Ask, Found, Proof, Report};
use crate::clock;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes; the roster is `tests/fixtures/people.csv`.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        // 22 November 2026 is a Sunday.
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"]}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"at":"2026-11-23T18:01:00Z"}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"at":"2026-11-23T07:29:59Z"}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"at":"2026-06-15T17:01:00Z"}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"at":"2026-06-15T06:29:00Z"}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"at":"2026-06-13T12:00:00+01:00"}"#,
        r#"{"moment":"email","text":"Hi","to":["a.khan@larkfield.example"],"bcc":["9b@pupils.larkfield.example"],"at":"2026-11-23T19:00:00Z"}"#,
        r#"{"moment":"email","text":"Hi","to":["Jordan Smith <jordan@home.example>"],"at":"2026-11-23T22:00:00Z"}"#,
        r#"{"moment":"email","text":"Hi","to":["9b@pupils.larkfield.example"],"at":"2026-10-26T18:01:00Z"}"#,
        r#"{"moment":"email","text":"Hi","to":["9b@pupils.larkfield.example"],"at":"2026-10-23T17:01:00Z"}"#,
    ],
    passes: &[
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"at":"2026-11-23T18:00:59Z"}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"at":"2026-11-23T07:30:00Z"}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"at":"2026-06-15T17:00:59Z"}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"at":"2026-06-15T06:30:00Z"}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"at":"2026-06-15T09:00:00-05:00"}"#,
        r#"{"moment":"email","text":"Hi","to":["a.khan@larkfield.example"],"at":"2026-11-22T23:00:00Z"}"#,
        r#"{"moment":"email","text":"Hi","to":["Helen Smith <helen@home.example>"],"at":"2026-11-22T23:00:00Z"}"#,
        r#"{"moment":"email","text":"Hi","to":["Mohammed Ali <m.ali@leeds.gov.uk>"],"at":"2026-11-22T23:00:00Z"}"#,
        r#"{"policy":"maltby","moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"]}"#,
        r#"{"moment":"message","text":"Hi","to":["jsmith@pupils.larkfield.example"]}"#,
    ],
};

/// Reports mail to pupils at another time than the clause's.
pub fn check(ask: &Ask, report: &mut Report) {
    let with = &ask.clause.with;
    let time = ask.act.at.as_deref().and_then(clock::parse).unwrap_or(ask.context.now);
    let time = clock::local(time);
    if clock::is_within(&time, &with.from, &with.to, &with.days) {
        return;
    }
    let now = clock::spoken(&time);
    let fill = [("time", now.as_str()), ("learner", &ask.context.pack.learner), ("from", &with.from), ("to", &with.to)];
    report.add(Found::new(Severity::Warn, say("hours.heading", &fill), say("hours.why", &fill)));
}

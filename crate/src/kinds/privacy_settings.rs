//! privacy-settings: a request of somebody whom nobody here knows; whether an account's settings were looked at is asked by the extension itself.

use super::{Ask, Found, Proof, Report};
use crate::act::Action;
use crate::people;
use crate::words::say;

/// Rows that show what is flagged and what passes; the roster is `tests/fixtures/people.csv`.
pub const PROOF: Proof = Proof {
    policy: "maltby",
    flags: &[
        r#"{"moment":"connect","person":{"name":"Somebody Else","action":"accept"}}"#,
        r#"{"moment":"connect","person":{"handle":"@sbd_else","action":"send"}}"#,
        r#"{"moment":"connect","person":{"name":"Somebody Else"}}"#,
    ],
    passes: &[
        r#"{"moment":"connect","person":{"name":"Aisha Khan","action":"accept"}}"#,
        r#"{"moment":"connect","person":{"name":"Jordan Smith","action":"accept"}}"#,
        r#"{"moment":"connect","person":{"name":"Somebody Else","action":"accept","family":true}}"#,
        r#"{"moment":"connect","person":{"name":"Somebody Else","action":"accept","permission":true}}"#,
        r#"{"moment":"connect","person":{"name":"BBC News","action":"follow"}}"#,
        r#"{"moment":"connect","person":{"action":"accept"}}"#,
        r#"{"policy":"durrington","moment":"connect","person":{"name":"Somebody Else","action":"accept"}}"#,
    ],
};

/// Reports a person who is on no list and of whom the person has said nothing. Without a list everybody would be unknown.
pub fn check(ask: &Ask, report: &mut Report) {
    let Some(severity) = ask.clause.with.unknown_people.filter(|_| !ask.context.roster.is_empty()) else { return };
    let Some(other) = &ask.act.person else { return };
    let (name, handle) = (other.name.as_deref(), other.handle.as_deref());
    // Whoever follows reads; who is let in or asked in is let read.
    let lets_in = matches!(other.action, Some(Action::Accept | Action::Send) | None);
    let marked = other.family == Some(true) || other.permission == Some(true);
    // Braces in a name would be taken for a place to fill in.
    let Some(who) = name.or(handle).map(|who| who.replace(['{', '}'], "").trim().to_owned()).filter(|who| !who.is_empty()) else { return };
    if lets_in && !marked && people::who(ask.context.roster, name, handle).is_empty() {
        let fill = [("who", who.as_str())];
        report.add(Found::new(severity, say("privacy.heading-unknown", &fill), say("privacy.why-unknown", &fill)));
    }
}

//! connection: befriending, following or messaging pupils, young ex-pupils or parents on social media.

use super::{Ask, Found, Proof, Report};
use crate::act::{Act, Moment};
use crate::people;
use crate::roster::{Person, Role};
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes; the roster is `tests/fixtures/people.csv`.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        r#"{"moment":"connect","person":{"name":"Jordan Smith","action":"send"}}"#,
        r#"{"moment":"connect","person":{"name":"⭐ jordan smith ⭐","action":"accept"}}"#,
        r#"{"moment":"connect","person":{"handle":"@jordzz09","action":"follow"}}"#,
        r#"{"moment":"message","text":"Hi, homework is due","person":{"name":"Jordan Smith"}}"#,
        r#"{"moment":"message","text":"Hi","to":["Jordan Smith"]}"#,
        // Nadia turns 19 on 1 December 2026 and Omar 18 on 23 November; the day is 22 November.
        r#"{"moment":"connect","person":{"name":"Nadia Rahman"}}"#,
        r#"{"policy":"maltby","moment":"connect","person":{"name":"Omar Aziz"}}"#,
        r#"{"policy":"academy-trust","moment":"comment","text":"Congratulations","person":{"name":"Omar Aziz"}}"#,
        r#"{"moment":"connect","person":{"name":"Jordan Smith","family":true}}"#,
        r#"{"policy":"maltby","moment":"message","text":"Hi","person":{"name":"Helen Smith"}}"#,
        r#"{"policy":"west-midlands","moment":"connect","person":{"name":"Helen Smith"}}"#,
        r#"{"policy":"west-midlands","moment":"connect","person":{"name":"Jordan Smith"}}"#,
        r#"{"policy":"st-albans","moment":"connect","person":{"name":"Peter Oldham"}}"#,
        r#"{"policy":"durrington","moment":"connect","person":{"name":"Una Kent"}}"#,
    ],
    passes: &[
        r#"{"moment":"connect","person":{"name":"Aisha Khan"}}"#,
        r#"{"moment":"connect","person":{"name":"Somebody Else"}}"#,
        r#"{"moment":"connect","person":{"name":"Jordan Smithson"}}"#,
        r#"{"moment":"connect","person":{"name":"Peter Oldham"}}"#,
        r#"{"moment":"connect","at":"2026-12-01T00:00:00Z","person":{"name":"Nadia Rahman"}}"#,
        r#"{"policy":"maltby","moment":"connect","person":{"name":"Nadia Rahman"}}"#,
        r#"{"policy":"maltby","moment":"connect","at":"2026-11-23T00:00:00Z","person":{"name":"Omar Aziz"}}"#,
        r#"{"policy":"maltby","moment":"connect","person":{"name":"Jordan Smith","family":true}}"#,
        r#"{"policy":"maltby","moment":"connect","person":{"name":"Helen Smith"}}"#,
        r#"{"policy":"durrington","moment":"connect","person":{"name":"Helen Smith"}}"#,
        r#"{"policy":"west-midlands","moment":"connect","person":{"name":"Jordan Smith","permission":true}}"#,
        r#"{"policy":"west-midlands","moment":"connect","person":{"name":"Nadia Rahman"}}"#,
        r#"{"policy":"st-albans","moment":"message","text":"D of E kit list","person":{"name":"Jordan Smith","permission":true}}"#,
        r#"{"moment":"connect","person":{}}"#,
    ],
};

/// Reports each person whom the clause says not to connect with.
pub fn check(ask: &Ask, report: &mut Report) {
    let other = ask.act.person.as_ref();
    let family = other.and_then(|person| person.family) == Some(true);
    if family && ask.clause.with.except.has("close family") {
        return;
    }
    for (shown, people) in others(ask) {
        let found = people.iter().filter_map(|person| about(ask, &shown, person)).min_by_key(|found| found.severity);
        if let Some(mut found) = found {
            if people.len() > 1 {
                let count = people.len().to_string();
                let same = say("connection.heading-same", &[("who", &shown), ("count", &count)]);
                found.heading = found.heading.replacen(&shown, &same, 1);
            }
            report.add(found);
        }
    }
}

/// The other people of an act: how they are shown, and who on the roster they may be.
fn others<'a>(ask: &Ask<'a>) -> Vec<(String, Vec<&'a Person>)> {
    let roster = ask.context.roster;
    let act: &Act = ask.act;
    if let Some(person) = &act.person {
        let (name, handle) = (person.name.as_deref(), person.handle.as_deref());
        let shown = name.or(handle).unwrap_or_default().trim().to_owned();
        return vec![(shown, people::who(roster, name, handle))];
    }
    let named = if act.moment == Moment::Message { &act.to[..] } else { &[] };
    named.iter().map(|name| (name.trim().to_owned(), people::who(roster, Some(name), Some(name)))).collect()
}

/// What the clause says about connecting with one person.
fn about(ask: &Ask, shown: &str, person: &Person) -> Option<Found> {
    match person.role_on(ask.context.day(ask.act)) {
        Role::Pupil => pupil(ask, shown),
        Role::Leaver => leaver(ask, shown, person),
        Role::Parent => parent(ask, shown),
        Role::Staff => None,
    }
}

/// Whether permission is on file where this clause lets permission settle the matter.
fn permitted(ask: &Ask, rule: &str) -> bool {
    let on_file = ask.act.person.as_ref().and_then(|person| person.permission) == Some(true);
    on_file && (rule == "permission" || ask.clause.with.except.has("official business"))
}

fn pupil(ask: &Ask, shown: &str) -> Option<Found> {
    let rule = ask.clause.with.pupils.as_str();
    if rule.is_empty() || permitted(ask, rule) {
        return None;
    }
    let learner = ask.context.pack.learner.as_str();
    let why = match (rule, ask.act.moment) {
        ("permission", _) => say("connection.why-permission", &[("from", &ask.clause.with.permission_from)]),
        (_, Moment::Message) => say("connection.why-pupil-message", &[("learner", learner)]),
        _ => say("connection.why-pupil", &[("learner", learner)]),
    };
    Some(Found::new(Severity::Stop, say("connection.heading-pupil", &[("who", shown), ("learner", learner)]), why))
}

fn parent(ask: &Ask, shown: &str) -> Option<Found> {
    let rule = ask.clause.with.parents.as_str();
    if rule.is_empty() || permitted(ask, rule) {
        return None;
    }
    let why = match rule {
        "permission" => say("connection.why-permission", &[("from", &ask.clause.with.permission_from)]),
        _ => say("connection.why-parent", &[]),
    };
    Some(Found::new(Severity::Warn, say("connection.heading-parent", &[("who", shown)]), why))
}

fn leaver(ask: &Ask, shown: &str, person: &Person) -> Option<Found> {
    let learner = ask.context.pack.learner.as_str();
    if !ask.clause.with.ex_pupils.is_empty() {
        let fill = [("who", shown), ("learner", learner)];
        return Some(Found::new(
            Severity::Nudge,
            say("connection.heading-leaver-advised", &fill),
            say("connection.why-leaver-advised", &fill),
        ));
    }
    let age = ask.clause.with.ex_pupils_until_age?;
    let years = age.to_string();
    let Some(turns) = person.turns.and_then(|turns| turns.get(age.checked_sub(18)? as usize).copied()) else {
        let fill = [("who", shown), ("learner", learner), ("age", &years)];
        return Some(Found::new(
            Severity::Warn,
            say("connection.heading-leaver-unknown", &fill),
            say("connection.why-leaver-unknown", &fill),
        ));
    };
    if turns <= ask.context.day(ask.act).into() {
        return None;
    }
    let date = turns.to_string();
    let fill = [("who", shown), ("learner", learner), ("age", years.as_str()), ("date", date.as_str())];
    Some(Found::new(Severity::Warn, say("connection.heading-leaver", &fill), say("connection.why-leaver", &fill)))
}

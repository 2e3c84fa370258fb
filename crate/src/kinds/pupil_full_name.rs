//! pupil-full-name: a pupil's full name in mail within the school, where initials and form group would do.

use super::{Ask, Found, Proof, Report};
use crate::names;
use crate::pupils;
use crate::recipients;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes; the roster is `tests/fixtures/people.csv`.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        r#"{"moment":"email","text":"Jordan Smith was late","to":["a.khan@larkfield.example"]}"#,
        r#"{"moment":"email","text":"A coat of Zoë Smith-Jones's was found","to":["all@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Loans:\nSmith, Jordan 9B\nNag please","to":["all@larkfield.example"]}"#,
        r#"{"moment":"email","text":"See below","subject":"Jordan Smith","to":["a.khan@larkfield.example"]}"#,
        r#"{"moment":"email","text":"For the lunch: Grace Will (8B)","to":["a.khan@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Year 9 pupil Chloe Barnes has the key","to":["a.khan@larkfield.example"]}"#,
        r#"{"moment":"email","text":"M Ali 9A is in goal","to":["a.khan@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Jordan Smith is late","to":["jsmith@pupils.larkfield.example"]}"#,
    ],
    passes: &[
        r#"{"moment":"email","text":"JS 9B was late","to":["a.khan@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Jordan was late","to":["a.khan@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Jordan in 9B was late","to":["a.khan@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Thanks to Aisha Khan and Meera Patel","to":["all@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Jordan Smith was late","to":["x@home.example"]}"#,
        r#"{"moment":"email","text":"Grace will cover if Mark can","to":["a.khan@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Dear Jordan Smith, well done","to":["Jordan Smith <jsmith@pupils.larkfield.example>"]}"#,
        r#"{"moment":"email","text":"Thanks, will do\n\nOn 2 May 2026, A Khan wrote:\n> Jordan Smith was late\n","to":["a.khan@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Alan Turing and Ada Lovelace posters, please","to":["a.khan@larkfield.example"]}"#,
        r#"{"policy":"maltby","moment":"email","text":"Jordan Smith was late","to":["a.khan@larkfield.example"]}"#,
        "Jordan Smith was late",
    ],
};

/// Reports each full name in what the author has written, and one in the subject.
pub fn check(ask: &Ask, report: &mut Report) {
    let learner = [("learner", ask.context.pack.learner.as_str())];
    let found = |who: &str| Found::new(Severity::Nudge, say("full-name.heading", &[("who", who)]), say("full-name.why", &learner));
    let full = ask.names().iter().filter(|name| pupils::is_full(ask.text, &name.words) && pupils::is_pupil(ask, name));
    for name in full.filter(|name| !recipients::is_own(ask, &name.words)) {
        let place = ask.text.span(&name.words);
        if !recipients::is_newest(ask, &place) {
            continue;
        }
        report.add(found(ask.text.written(&name.words)).at(place).offering(pupils::as_initials(ask, name)));
    }
    let subject = ask.lexicon().read(ask.act.subject.as_deref().unwrap_or_default());
    let named = names::find(&subject, ask.context.roster);
    let named = named.iter().find(|name| pupils::is_full(&subject, &name.words) && pupils::is_pupil(ask, name));
    if let Some(name) = named.filter(|_| report.found.is_empty()) {
        let who = subject.written(&name.words);
        report.add(Found::new(Severity::Nudge, say("full-name.heading-subject", &[("who", who)]), say("full-name.why", &learner)));
    }
}

//! line-manager-copy: mail to a pupil without the line manager in copy.

use super::{Ask, Found, Proof, Report};
use crate::mail;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes; the line manager of the fixture school is `h.okafor@larkfield.example`.
pub const PROOF: Proof = Proof {
    policy: "west-midlands",
    flags: &[
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"]}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"cc":["a.khan@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"cc":["h.okafor@larkfield.co.example"]}"#,
        r#"{"moment":"email","text":"Hi","to":["a.khan@larkfield.example"],"bcc":["9b@pupils.larkfield.example"]}"#,
        r#"{"moment":"email","text":"Hi","to":["Jordan Smith <jordan@home.example>"]}"#,
    ],
    passes: &[
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"cc":["h.okafor@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"bcc":["Mrs Okafor <H.Okafor@Larkfield.example>"]}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example","h.okafor@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Hi","to":["a.khan@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Hi","to":["Helen Smith <helen@home.example>"]}"#,
        r#"{"policy":"durrington","moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"]}"#,
    ],
};

/// Reports mail to pupils that the line manager does not get; where the school file names none, any colleague will do.
pub fn check(ask: &Ask, report: &mut Report) {
    let school = ask.context.school;
    let manager = mail::address(&school.line_manager);
    let copied = |address: &String| {
        if manager.is_empty() { school.is_internal(address) && !school.is_pupil_address(address) } else { *address == manager }
    };
    if mail::recipients(ask.act).iter().any(copied) {
        return;
    }
    let learner = [("learner", ask.context.pack.learner.as_str())];
    let why = if manager.is_empty() { say("manager.why-somebody", &[]) } else { say("manager.why", &[("manager", &manager)]) };
    report.add(Found::new(Severity::Nudge, say("manager.heading", &learner), why));
}

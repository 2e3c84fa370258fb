//! auto-forward: a rule that sends mail on to an address outside the trust.

use super::{Ask, Found, Proof, Report};
use crate::act::Moment;
use crate::domain;
use crate::mail;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "maltby",
    flags: &[
        r#"{"moment":"mail-settings","to":["Tom <tom.private@outlook.example>"]}"#,
        r#"{"moment":"mail-settings","to":["office@larkfield.example","agency@desk.example"]}"#,
        r#"{"moment":"mail-settings","to":["ngozi@larkfield.example.relay.example"]}"#,
    ],
    passes: &[
        r#"{"moment":"mail-settings","to":["O.TEALE@LARKFIELD.EXAMPLE"]}"#,
        r#"{"moment":"mail-settings","to":["archive@pupils.larkfield.example"]}"#,
        r#"{"moment":"mail-settings","text":"Forward nothing"}"#,
        r#"{"moment":"mail-settings","to":[""]}"#,
        r#"{"policy":"durrington","moment":"mail-settings","to":["me@home.example"]}"#,
    ],
};

/// Reports the first address outside.
pub fn check(ask: &Ask, report: &mut Report) {
    let act = ask.act;
    let own = domain::host(&mail::address(act.author.account.as_deref().unwrap_or_default()));
    let inside = |address: &String| ask.context.school.is_internal(address) || (!domain::is_public(&own) && domain::host(address) == own);
    let outside = mail::recipients(act).into_iter().find(|address| address.contains('@') && !inside(address));
    if let (Moment::MailSettings, Some(address)) = (act.moment, outside) {
        report.add(Found::new(Severity::Warn, say("auto-forward.heading", &[("who", &address)]), say("auto-forward.why", &[])));
    }
}

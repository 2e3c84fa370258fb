//! external-recipient: mail that leaves the trust; first mails and look-alike domains are nudged.

use super::{Ask, Found, Proof, Report};
use crate::act::{Act, Mail, Moment};
use crate::domain;
use crate::mail;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "maltby",
    flags: &[
        r#"{"moment":"email","to":["kelly@prints.example"],"text":"Proofs are fine"}"#,
        r#"{"moment":"email","to":["o.teale@larkfield.example"],"bcc":["Pat <pat@home.example>"],"text":"Hi"}"#,
        r#"{"moment":"email","to":["marek@larkfie1d.example"],"text":"Hi"}"#,
        r#"{"moment":"email","to":["pat@gmial.com"],"text":"Hi","known":["pat@gmail.com"]}"#,
        r#"{"moment":"email","to":["new@prints.example"],"known":["old@prints.example"],"text":"Hi"}"#,
    ],
    passes: &[
        r#"{"moment":"email","to":["o.teale@larkfield.example","9b@pupils.larkfield.example"],"text":"Hi"}"#,
        r#"{"moment":"email","text":"Nobody yet"}"#,
        r#"{"moment":"email","to":["O.Teale@Mail.LARKFIELD.example"],"text":"Hi"}"#,
        r#"{"policy":"durrington","moment":"email","to":["kelly@prints.example"],"text":"Hi"}"#,
    ],
};

/// Reports a look-alike first, else somebody written to for the first time, else that the mail leaves the trust.
pub fn check(ask: &Ask, report: &mut Report) {
    let act = ask.act;
    let school = ask.context.school;
    if act.moment != Moment::Email || school.domains.is_empty() {
        return;
    }
    let outside: Vec<String> =
        mail::recipients(act).into_iter().filter(|address| address.contains('@') && !school.is_internal(address)).collect();
    let genuine = genuine(ask);
    let double = outside.iter().find_map(|address| Some((address, double_of(address, &genuine)?)));
    if let Some((address, real)) = double {
        let heading = say("outside.look-alike", &[("who", address), ("real", &real)]);
        report.add(Found { settled: true, ..Found::new(Severity::Nudge, heading, say("outside.look-alike-why", &[])) });
    } else if let Some(address) = outside.iter().find(|address| is_first(act, address)) {
        let heading = say("outside.first", &[("who", address)]);
        report.add(Found { settled: true, ..Found::new(Severity::Nudge, heading, say("outside.first-why", &[])) });
    } else if let Some(address) = outside.first() {
        let heading = match outside.len() {
            1 => say("outside.heading", &[("who", address)]),
            count => say("outside.heading-many", &[("count", &count.to_string())]),
        };
        report.add(Found::new(Severity::Info, heading, say("outside.why", &[])));
    }
}

/// The domains that a look-alike may stand for: the school's, and those of people the person has written with.
fn genuine(ask: &Ask) -> Vec<String> {
    let act = ask.act;
    let in_thread = act.thread.iter().flat_map(addresses);
    let known = act.known.iter().flatten().map(|written| mail::address(written)).chain(in_thread).map(|address| domain::host(&address));
    let known = known.filter(|host| !domain::is_public(host)).take(500);
    ask.context.school.domains.iter().map(|own| domain::host(own)).chain(known).collect()
}

/// What a recipient's domain passes for.
fn double_of(address: &str, genuine: &[String]) -> Option<String> {
    let host = domain::host(address);
    if genuine.contains(&host) {
        return None;
    }
    genuine.iter().find(|real| domain::passes_for(&host, real)).cloned().or_else(|| domain::misspelt_service(&host).map(str::to_owned))
}

/// Whether the person writes to an address for the first time, as far as that is known.
fn is_first(act: &Act, address: &str) -> bool {
    let in_thread = act.thread.iter().flat_map(addresses).any(|other| other == address);
    (act.known.is_some() || !act.thread.is_empty()) && !in_thread && !mail::is_known(act, address)
}

/// Everybody in a mail.
fn addresses(mail: &Mail) -> impl Iterator<Item = String> {
    mail.from.iter().chain(&mail.to).chain(&mail.cc).map(|written| mail::address(written))
}

//! pupil-off-channel: mail or messages to a pupil that do not go from a school account to a school address.

use super::{Ask, Found, Proof, Report};
use crate::act::Moment;
use crate::mail;
use crate::people;
use crate::recipients;
use crate::roster::{Person, Role};
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes; the roster is `tests/fixtures/people.csv`.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        r#"{"moment":"email","text":"Hi","to":["Jordan Smith <jordzz09@gmail.com>"],"author":{"account":"a.khan@larkfield.example"}}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"author":{"account":"aisha@gmail.com"}}"#,
        r#"{"moment":"email","text":"Hi","to":["a.khan@larkfield.example"],"bcc":["Katie O'Neill <katie@sky.example>"]}"#,
        r#"{"moment":"message","text":"Hi","to":["@jordzz09"]}"#,
        r#"{"moment":"message","text":"Hi","person":{"name":"Jordan Smith","action":"message"}}"#,
        r#"{"policy":"st-albans","moment":"email","text":"Hi","to":["Zoe Smith-Jones <zoe@home.example>"]}"#,
        r#"{"policy":"west-midlands","moment":"message","text":"Hi","to":["Katie O'Neill"]}"#,
    ],
    passes: &[
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"],"author":{"account":"a.khan@larkfield.example"}}"#,
        r#"{"moment":"email","text":"Hi","to":["jsmith@pupils.larkfield.example"]}"#,
        r#"{"moment":"email","text":"Hi","to":["Helen Smith <helen@home.example>"]}"#,
        r#"{"moment":"email","text":"Hi","to":["Mohammed Ali <m.ali@leeds.gov.uk>"]}"#,
        r#"{"moment":"email","text":"Hi","to":["mum@home.example"],"author":{"account":"aisha@gmail.com"}}"#,
        r#"{"moment":"message","text":"Hi","to":["Nadia Rahman"]}"#,
        r#"{"moment":"message","text":"Hi","to":["Aisha Khan"]}"#,
        r#"{"moment":"message","text":"Hi","to":["jsmith@pupils.larkfield.example"],"author":{"account":"a.khan@larkfield.example"}}"#,
        r#"{"policy":"st-albans","moment":"message","text":"Hi","to":["@jordzz09"]}"#,
        r#"{"policy":"maltby","moment":"email","text":"Hi","to":["Jordan Smith <jordzz09@gmail.com>"]}"#,
    ],
};

/// Reports each pupil who would be reached outside the school's own channels.
pub fn check(ask: &Ask, report: &mut Report) {
    let learner = [("learner", ask.context.pack.learner.as_str())];
    let found =
        if ask.act.moment == Moment::Message { is_message(ask).then(|| say("off-channel.why-message", &learner)) } else { mail(ask) };
    if let Some(why) = found {
        report.add(Found::new(Severity::Warn, say("off-channel.heading", &learner), why));
    }
}

/// Why a mail to a pupil is not on the school's channel.
fn mail(ask: &Ask) -> Option<String> {
    let school = ask.context.school;
    let pupils = recipients::pupils(ask.act, ask.context);
    if let Some(one) = pupils.iter().find(|written| !school.is_internal(&mail::address(written))) {
        return Some(say("off-channel.why-address", &[("address", &mail::address(one))]));
    }
    let account = ask.act.author.account.as_deref().unwrap_or_default();
    let private = !pupils.is_empty() && recipients::is_private(account, school);
    private.then(|| say("off-channel.why-account", &[("account", account)]))
}

/// Whether a direct message goes to a pupil of the roster, school addresses left alone.
fn is_message(ask: &Ask) -> bool {
    let act = ask.act;
    let at_school = |written: &str| ask.context.school.is_internal(&mail::address(written));
    if act.person.as_ref().is_some_and(|person| person.permission == Some(true)) {
        return false;
    }
    let pupil = |person: &&Person| person.role_on(ask.context.day(act)) == Role::Pupil;
    let known = |name: Option<&str>, handle: Option<&str>| people::who(ask.context.roster, name, handle).iter().any(pupil);
    let other = act.person.as_ref();
    let named = other.is_some_and(|other| known(other.name.as_deref(), other.handle.as_deref()));
    named || (other.is_none() && act.to.iter().any(|to| !at_school(to) && known(Some(to), Some(to))))
}

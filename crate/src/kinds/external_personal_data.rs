//! external-personal-data: a pupil's name or somebody's personal data in mail to outsiders that is not encrypted.

use super::{Ask, Change, Found, MOST, Proof, Report};
use crate::identifiers::whose::{Whose, clause_before, whose};
use crate::identifiers::{self, Identifier, What};
use crate::mail;
use crate::names;
use crate::people;
use crate::pupils;
use crate::recipients;
use crate::roster::Role;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes; the roster is `tests/fixtures/people.csv`.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        r#"{"moment":"email","text":"Our concerns about Jordan Smith are attached","to":["duty@care.example"]}"#,
        r#"{"moment":"email","text":"UPN B801200005001 joined us","to":["admissions@other.example"]}"#,
        r#"{"moment":"email","text":"Born 30/09/2014, declined the jab","to":["jabs@nhs-imms.example"]}"#,
        r#"{"moment":"email","text":"Mum's number is 07700 900142","to":["duty@care.example"]}"#,
        r#"{"moment":"email","text":"He lives at 14 Cooper Row, Larkfield","to":["duty@care.example"]}"#,
        r#"{"moment":"email","text":"NHS number 943 476 5919","to":["jabs@nhs-imms.example"]}"#,
        r#"{"moment":"email","text":"New starter: NI AB 12 34 56 C","to":["payroll@bureau.example"]}"#,
        r#"{"moment":"email","text":"New TA: sort code 20-00-00 account 55779911","to":["payroll@bureau.example"]}"#,
        r#"{"moment":"email","text":"Tyler Abbott from 11F will come","to":["mentor@stem.example"]}"#,
        r#"{"moment":"email","text":"As discussed.","subject":"Referral: Jordan Smith","to":["duty@care.example"]}"#,
        r#"{"moment":"email","text":"Jordan Smith is safe","to":["pc@met.police.uk"]}"#,
        r#"{"policy":"st-albans","moment":"email","text":"Mohammed Ali in 9A is the one","to":["ian@rovers.example"]}"#,
        r#"{"moment":"email","text":"Katie O'Neill and Jordan had a row","to":["helen@home.example"]}"#,
    ],
    passes: &[
        r#"{"moment":"email","text":"Jordan Smith was late","to":["a.khan@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Jordan Smith was late","subject":"[Encrypt] lateness","to":["x@home.example"]}"#,
        r#"{"moment":"email","text":"NI AB 12 34 56 C","subject":"New starter, sent via Egress","to":["payroll@bureau.example"]}"#,
        r#"{"moment":"email","text":"Jordan Smith was late","to":["helen@home.example"]}"#,
        r#"{"moment":"email","text":"His date of birth is 03/05/2012, as you say","to":["helen@home.example"]}"#,
        r#"{"moment":"email","text":"Ring me on 01632 960145.\nAisha Khan, 01632 960100","to":["x@supplier.example"]}"#,
        r#"{"moment":"email","text":"Please pay into sort code 20-00-00, account 55779911","to":["x@supplier.example"]}"#,
        r#"{"moment":"email","text":"My mobile is 07700 900123 on the day","to":["x@supplier.example"]}"#,
        r#"{"moment":"email","text":"We need a coach from 14 Station Road, Worthing BN11 2AB at 8.45","to":["x@coaches.example"]}"#,
        r#"{"moment":"email","text":"43 Year 7 pupils and 5 staff, 14 May 2026, order 12345678","to":["x@coaches.example"]}"#,
        r#"{"policy":"st-albans","moment":"email","text":"Jordan Smith, born 03/05/2012, is at risk","to":["duty@west.police.uk"]}"#,
        r#"{"policy":"st-albans","moment":"email","text":"Jordan Smith, born 03/05/2012, is at risk","to":["childrens.services@leeds.gov.uk"]}"#,
        r#"{"moment":"email","text":"Is Dr Hannah Fry speaking? We loved the Ian McKellen talk","to":["info@theatre.example"]}"#,
        r#"{"moment":"email","text":"Thanks!\n\nOn 2 May 2026, Jo wrote:\n> his UPN is B801200005001\n","to":["Jo <jo@other.example>"]}"#,
        r#"{"policy":"maltby","moment":"email","text":"Jordan Smith was late","to":["x@home.example"]}"#,
        "Jordan Smith was late",
    ],
};

/// Reports pupils' names and personal data that would leave the trust in the clear.
pub fn check(ask: &Ask, report: &mut Report) {
    if recipients::may_be_told(ask) {
        return;
    }
    let told = |place: &std::ops::Range<usize>| ask.act.forwarded == Some(true) || recipients::is_newest(ask, place);
    for name in ask.names().iter().filter(|name| pupils::is_pupil(ask, name)) {
        let place = ask.text.span(&name.words);
        if told(&place) && !recipients::is_own(ask, &name.words) && !recipients::is_to_own_parent(ask, name) {
            let heading = say("external.heading-name", &[("who", ask.text.written(&name.words))]);
            report.add(Found::new(Severity::Warn, heading, why(ask)).at(place).offering(pupils::as_initials(ask, name)));
        }
    }
    if !is_to_parents(ask) {
        for one in ask.identifiers().iter().take(2 * MOST).filter(|one| told(&one.place) && is_personal(ask, one)) {
            report.add(identifier(ask, one));
        }
    }
    if report.found.is_empty() {
        subject(ask, report);
    }
}

/// Personal data and pupils' names in the subject, which even encrypted mail shows.
fn subject(ask: &Ask, report: &mut Report) {
    let subject = ask.lexicon().read(ask.act.subject.as_deref().unwrap_or_default());
    let named = names::find(&subject, ask.context.roster);
    let name = named.iter().find(|name| name.sure && pupils::is_full(&subject, &name.words) && pupils::is_pupil(ask, name));
    let number = identifiers::find(subject.raw).into_iter().find(|one| is_always(one.what));
    let heading = match (name, number) {
        (Some(name), _) => say("external.heading-subject", &[("who", subject.written(&name.words))]),
        (None, Some(one)) => say("external.heading-subject", &[("who", &subject.raw[one.place])]),
        (None, None) => return,
    };
    if !is_to_parents(ask) {
        report.add(Found::new(Severity::Warn, heading, why(ask)));
    }
}

fn why(ask: &Ask) -> String {
    match ask.clause.with.system.as_str() {
        "" => say("external.why", &[]),
        system => say("external.why-system", &[("system", system)]),
    }
}

/// Numbers that are personal wherever they stand.
fn is_always(what: What) -> bool {
    use What::{Account, BirthDate, Card, Licence, Nhs, Nino, Passport, SortCode, Upn};
    matches!(what, Upn | Nhs | Nino | BirthDate | Passport | Licence | Card | SortCode | Account)
}

/// Whether an identifier is somebody's, not the school's and not the author's own.
fn is_personal(ask: &Ask, one: &Identifier) -> bool {
    let raw = ask.text.raw;
    let written = &raw[one.place.clone()];
    let who = whose(raw, &one.place);
    match one.what {
        _ if ask.context.school.publishes(one.what, written) => false,
        // The school's own bank details stand on every invoice.
        What::SortCode | What::Account => who == Whose::Person || !is_payable(raw, one),
        what if is_always(what) => true,
        What::Email => who == Whose::Person && !mail::recipients(ask.act).contains(&written.to_lowercase()),
        What::Phone | What::Postcode | What::Address => who == Whose::Person || is_home(raw, one),
        _ => false,
    }
}

/// "Please pay into", "our account": where the school itself is paid.
fn is_payable(raw: &str, one: &Identifier) -> bool {
    let before = clause_before(raw, one.place.start);
    ["our ", "school", "trust", "pta", "pay ", "payable", "payment", "invoice", "remit", "transfer", "bacs", "donat", "fund"]
        .iter()
        .any(|says| before.contains(says))
}

/// "Home address 14 Cooper Row", "lives at".
fn is_home(raw: &str, one: &Identifier) -> bool {
    let before = clause_before(raw, one.place.start);
    ["home address", "home number", "home tel", "lives", "living at", "next of kin", "emergency contact"]
        .iter()
        .any(|says| before.contains(says))
}

/// Whether everyone outside is a parent, who may be told of their own child.
fn is_to_parents(ask: &Ask) -> bool {
    let outside = recipients::outside(ask.act, ask.context.school);
    let parent = |address: &String| {
        people::who(ask.context.roster, None, Some(address)).iter().any(|person| person.role_on(ask.context.day(ask.act)) == Role::Parent)
    };
    !outside.is_empty() && outside.iter().all(parent)
}

fn identifier(ask: &Ask, one: &Identifier) -> Found {
    let heading = match one.what {
        What::Phone => say("external.heading-phone", &[]),
        What::Postcode | What::Address => say("external.heading-address", &[]),
        What::Email => say("external.heading-email", &[]),
        What::BirthDate => say("external.heading-birth", &[]),
        What::Upn | What::Nhs | What::Nino | What::Passport | What::Licence => say("external.heading-number", &[]),
        _ => say("external.heading-bank", &[]),
    };
    let severity = if is_always(one.what) { Severity::Stop } else { Severity::Warn };
    let start = one.place.start - usize::from(ask.text.raw[..one.place.start].ends_with(' '));
    let change = Change { label: say("data.remove", &[]), place: start..one.place.end, insert: String::new() };
    Found::new(severity, heading, why(ask)).at(one.place.clone()).offering(change)
}

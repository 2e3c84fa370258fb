//! missing-signature: mail that leaves the trust without the trust's signature.

use super::{Ask, Change, Found, Proof, Report};
use crate::act::Moment;
use crate::mail;
use crate::school::School;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "maltby",
    flags: &[
        r#"{"moment":"email","author":{"name":"Meera Patel","account":"m.patel@larkfield.example"},"to":["kelly@prints.example"],"text":"Proofs are fine.\n\nMeera"}"#,
        r#"{"moment":"email","author":{"account":"office@larkfield.example"},"to":["st@marys.example"],"text":"Any news?"}"#,
        r#"{"moment":"email","forwarded":true,"author":{"account":"w@larkfield.example"},"to":["a@fire.example"],"text":"See below\n\n-----Original Message-----\nFrom: a@fire.example\nSent: Monday\nTo: w\n\nPort scan"}"#,
        r#"{"moment":"email","author":{"name":"Al","account":"al@larkfield.example"},"to":["a@fire.example"],"text":"Yes\n\nLarkfield Academy\nSent from my iPhone"}"#,
    ],
    passes: &[
        r#"{"moment":"email","author":{"account":"a@larkfield.example"},"to":["b@labs.example"],"text":"50 beakers.\n\nAisha Khan\nLARKFIELD ACADEMY, 1 Lark Lane\nTel 01632960100"}"#,
        r#"{"moment":"email","author":{"account":"a@larkfield.example"},"to":["b@farm.example"],"text":"26 children.\n\n-- \nLarkfield Academy | 01632 960100"}"#,
        r#"{"moment":"email","author":{"account":"a@larkfield.example"},"to":["b@labs.example"],"text":"Fine","thread":[{"from":"a@larkfield.example","to":["b@labs.example"],"body":"Hi\n\nLarkfield Academy\n01632 960100"}]}"#,
        r#"{"moment":"email","author":{"account":"a@larkfield.example"},"to":["c@larkfield.example"],"text":"Fine"}"#,
        r#"{"moment":"email","author":{"account":"me@home.example"},"to":["b@labs.example"],"text":"Fine"}"#,
        r#"{"moment":"email","author":{"account":"a@larkfield.example"},"text":"Fine"}"#,
        r#"{"policy":"durrington","moment":"email","author":{"account":"a@larkfield.example"},"to":["b@labs.example"],"text":"Fine"}"#,
    ],
};

/// Reports mail without the signature.
pub fn check(ask: &Ask, report: &mut Report) {
    let act = ask.act;
    let school = ask.context.school;
    let from = act.author.account.as_deref().map(mail::address).unwrap_or_default();
    let leaves = mail::recipients(act).iter().any(|address| !school.is_internal(address));
    let lines = lines(school);
    if act.moment != Moment::Email || !school.is_internal(&from) || !leaves || lines.is_empty() {
        return;
    }
    let ours = |mail: &&crate::act::Mail| mail.from.as_deref().is_none_or(|from| school.is_internal(&mail::address(from)));
    let earlier = act.thread.iter().filter(ours).filter_map(|mail| mail.body.as_deref());
    if earlier.chain([act.text.as_str()]).any(|text| is_signed(text, &lines)) {
        return;
    }
    let at = ask.mail().own.first().map_or(0, |piece| piece.end);
    let name = act.author.name.as_deref().filter(|name| !act.text[..at].ends_with(name)).unwrap_or_default();
    let block: Vec<&str> = [name].into_iter().filter(|name| !name.is_empty()).chain(lines.iter().copied()).collect();
    let change = Change { label: say("signature.insert", &[]), place: at..at, insert: format!("\n\n{}\n", block.join("\n")) };
    report.add(Found::new(Severity::Nudge, say("signature.heading", &[]), say("signature.why", &[])).offering(change));
}

/// What the signature must hold; the school's name where nothing is set.
fn lines(school: &School) -> Vec<&str> {
    let set: Vec<&str> = school.signature_contains.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    if set.is_empty() { [school.name.trim()].into_iter().filter(|name| !name.is_empty()).collect() } else { set }
}

/// Whether a text holds every line, whatever its case and spaces.
fn is_signed(text: &str, lines: &[&str]) -> bool {
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let text = plain(text);
    lines.iter().all(|line| text.contains(&plain(line)))
}

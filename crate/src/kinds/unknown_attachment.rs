//! unknown-attachment: a file from a sender with whom the person has never corresponded.

use super::{Ask, Found, Proof, Report};
use crate::act::{Attachment, Moment};
use crate::mail;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        r#"{"moment":"email-read","from":"Barry Weekes <barry@surfaces.example>","text":"Quote attached","attachments":[{"name":"Q-1193.pdf"}]}"#,
        r#"{"policy":"st-albans","moment":"email-read","from":"lins@zoho.example","text":"Form attached","attachments":[{"name":"holiday form.docx"}]}"#,
        r#"{"policy":"academy-trust","moment":"email-read","from":"Exams <exams@westbrook.example>","known":["head@westbrook.example"],"text":"Here","attachments":[{"name":"Template.xlsx"}]}"#,
        r#"{"moment":"email-read","author":{"account":"me@larkfield.example"},"from":"x@y.example","text":"Again","attachments":[{"name":"a.pdf"}],"thread":[{"from":"x@y.example","to":["me@larkfield.example"],"subject":"Hello"}]}"#,
    ],
    passes: &[
        r#"{"moment":"email-read","from":"Barry Weekes <barry@surfaces.example>","known":["Barry <BARRY@surfaces.example>"],"text":"Quote attached","attachments":[{"name":"Q-1193.pdf"}]}"#,
        r#"{"moment":"email-read","from":"Owen <o.teale@larkfield.example>","text":"Tracker","attachments":[{"name":"t.xlsx"}]}"#,
        r#"{"moment":"email-read","from":"Jo <jo@pupils.larkfield.example>","text":"here it is","attachments":[{"name":"essay.docx"}]}"#,
        r#"{"moment":"email-read","author":{"account":"me@larkfield.example"},"from":"x@y.example","text":"Here","attachments":[{"name":"a.pdf"}],"thread":[{"from":"me@larkfield.example","to":["x@y.example"],"subject":"Please send it"}]}"#,
        r#"{"moment":"email-read","from":"Barry Weekes <barry@surfaces.example>","text":"No file"}"#,
        r#"{"moment":"email-read","from":"Barry Weekes <barry@surfaces.example>","text":"A logo","attachments":[{"name":"image001.png","type":"image/png"}]}"#,
        r#"{"policy":"maltby","moment":"email-read","from":"greg@fences.example","text":"Photos","attachments":[{"name":"hinge.jpg"}]}"#,
    ],
};

/// Reports a file from a stranger.
pub fn check(ask: &Ask, report: &mut Report) {
    let act = ask.act;
    let from = mail::address(act.from.as_deref().unwrap_or_default());
    let Some(file) = act.attachments.iter().find(|file| !is_part_of_the_text(file)) else { return };
    if act.moment != Moment::EmailRead || from.is_empty() || mail::is_trusted(ask, &from) {
        return;
    }
    let heading = say("unknown-attachment.heading", &[("who", &from)]);
    let ict = ask.context.school.contacts.get("ict").map_or("ICT", String::as_str);
    let why = say("unknown-attachment.why", &[("file", file.name.as_deref().unwrap_or("file")), ("who", ict)]);
    report.add(Found::new(Severity::Nudge, heading, why));
}

/// Logos of signatures, as mail programs name them.
fn is_part_of_the_text(file: &Attachment) -> bool {
    let name = file.name.as_deref().unwrap_or_default();
    name.strip_prefix("image0")
        .is_some_and(|rest| rest.split('.').next().is_some_and(|number| number.len() == 2 && number.bytes().all(|b| b.is_ascii_digit())))
}

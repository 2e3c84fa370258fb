//! photo-of-people: a picture or video about to go out, on which there may be people.

use super::{Ask, Found, Proof, Report};
use crate::act::Moment;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        r#"{"moment":"post","text":"Sports day!","media":[{"type":"image","name":"a.jpg"}]}"#,
        r#"{"moment":"comment","text":"","media":[{"type":"video","name":"a.mp4"}]}"#,
        r#"{"moment":"image","media":[{"type":"image","name":"a.jpg"},{"type":"file","name":"b.pdf"}]}"#,
        r#"{"policy":"academy-trust","moment":"image"}"#,
        r#"{"policy":"st-albans","moment":"message","text":"look","media":[{"type":"image"}]}"#,
    ],
    passes: &[
        "Sports day!",
        r#"{"moment":"post","text":"Minutes","media":[{"type":"file","name":"minutes.pdf"}]}"#,
        r#"{"moment":"image","media":[{"type":"file","name":"a.docx"}]}"#,
        r#"{"moment":"video-upload","video":{"title":"Fractions","visibility":"private"}}"#,
    ],
};

/// Reports the pictures of an act, once: who is on them only the person can see.
pub fn check(ask: &Ask, report: &mut Report) {
    let media = &ask.act.media;
    let pictures = media.iter().filter(|media| matches!(media.r#type.as_deref(), Some("image" | "video"))).count();
    let alone = media.is_empty() && ask.act.moment == Moment::Image;
    if pictures == 0 && !alone {
        return;
    }
    let heading = if pictures > 1 { say("photo.heading-many", &[("count", &pictures.to_string())]) } else { say("photo.heading", &[]) };
    let asked = ask.clause.with.ask.words().join(", ");
    let why = if asked.is_empty() { say("photo.why", &[]) } else { say("photo.why-ask", &[("ask", &asked)]) };
    report.add(Found::new(Severity::Nudge, heading, why));
}

//! public-upload: a lesson video about to be published for everybody.

use super::{Ask, Found, Proof, Report};
use crate::matters;
use crate::recipients;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "west-midlands",
    flags: &[
        r#"{"moment":"video-upload","video":{"title":"Fractions lesson 3","visibility":"public"}}"#,
        r#"{"moment":"video-upload","video":{"title":"9B drama warm ups","visibility":"Public"},"author":{"account":"m@yahoo.co.uk"}}"#,
        r#"{"moment":"video-upload","video":{"visibility":"public"},"author":{"account":"a.khan@larkfield.example"}}"#,
    ],
    passes: &[
        r#"{"moment":"video-upload","video":{"title":"Fractions lesson 3","visibility":"unlisted"}}"#,
        r#"{"moment":"video-upload","video":{"title":"Fractions lesson 3","visibility":"private"}}"#,
        r#"{"moment":"video-upload","video":{"title":"Holiday reel","visibility":"public"},"author":{"account":"m@yahoo.co.uk"}}"#,
        r#"{"moment":"video-upload","video":{"title":"Fractions lesson 3"}}"#,
        r#"{"policy":"durrington","moment":"video-upload","video":{"title":"Fractions lesson 3","visibility":"public"}}"#,
    ],
};

/// Reports a video for everybody, unless it is plainly the person's own.
pub fn check(ask: &Ask, report: &mut Report) {
    let Some(video) = ask.act.video.as_ref() else { return };
    let public = video.visibility.as_deref().is_some_and(|seen| seen.trim().eq_ignore_ascii_case("public"));
    let account = ask.act.author.account.as_deref().unwrap_or_default();
    let of_school = || {
        let title = video.title.as_deref().unwrap_or_default();
        matters::is_business(&ask.lexicon().read(title)) || matters::is_business(ask.text)
    };
    if public && (!recipients::is_private(account, ask.context.school) || of_school()) {
        report.add(Found::new(Severity::Warn, say("upload.heading", &[]), say("upload.why", &[])));
    }
}

//! name-with-image: a pupil's full name in a post that carries a picture or video.

use super::{Ask, Change, Found, Proof, Report};
use crate::pupils;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes; the roster is `tests/fixtures/people.csv`.
pub const PROOF: Proof = Proof {
    policy: "maltby",
    flags: &[
        r#"{"moment":"post","text":"Jordan Smith with his trophy","media":[{"type":"image"}]}"#,
        r#"{"moment":"post","text":"Our carnival queen Zoë Smith-Jones ✨","media":[{"type":"image"}]}"#,
        r#"{"moment":"post","text":"Year 11 pupil Chloe Barnes at the Civic","media":[{"type":"video"}]}"#,
        r#"{"policy":"st-albans","moment":"post","text":"Katie O'Neill finishing her mosaic","media":[{"type":"file"},{"type":"image"}]}"#,
        r#"{"moment":"post","text":"Smith, Jordan: first prize","media":[{"type":"image"}],"author":{"branded":true}}"#,
    ],
    passes: &[
        "Jordan Smith with his trophy",
        r#"{"moment":"post","text":"Jordan Smith has written it up","media":[{"type":"file","name":"report.docx"}]}"#,
        r#"{"moment":"post","text":"Jordan in 9B with his trophy","media":[{"type":"image"}]}"#,
        r#"{"moment":"post","text":"Freddie Mercury tribute on Saturday","media":[{"type":"image"}]}"#,
        r#"{"moment":"post","text":"Meera Patel on stage","media":[{"type":"image"}]}"#,
        r#"{"moment":"post","text":"JS 9B with his trophy","media":[{"type":"image"}]}"#,
        r#"{"policy":"durrington","moment":"post","text":"Jordan Smith with his trophy","media":[{"type":"image"}]}"#,
    ],
};

/// Reports each full name of a pupil beside a picture.
pub fn check(ask: &Ask, report: &mut Report) {
    if !ask.act.media.iter().any(|media| matches!(media.r#type.as_deref(), Some("image" | "video"))) {
        return;
    }
    for name in ask.names().iter().filter(|name| pupils::is_full(ask.text, &name.words) && pupils::is_pupil(ask, name)) {
        let place = ask.text.span(&name.words);
        let written = ask.text.written(&name.words);
        let learner = ask.context.pack.learner.as_str();
        let insert = say("names.a-pupil", &[("learner", learner)]);
        let change = Change { label: say("names.use-plain", &[("text", &insert)]), place: place.clone(), insert };
        let found =
            Found::new(Severity::Warn, say("name-image.heading", &[("who", written)]), say("name-image.why", &[("learner", learner)]));
        report.add(found.at(place).offering(change));
    }
}

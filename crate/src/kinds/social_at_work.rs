//! social-at-work: a social site on the school's device, in the time in which the policy bars it.

use super::{Ask, Found, Proof, Report};
use crate::clock;
use crate::sites;
use crate::verdict::Severity;
use crate::words::say;

/// Working time where the school file says none.
const HOURS: [&str; 3] = ["08:30", "15:30", "Mon-Fri"];

/// Rows that show what is flagged and what passes; 22 November 2026 is a Sunday, the fixture school works from 8:30 to 15:30.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        r#"{"moment":"page","at":"2026-11-23T09:00:00Z","page":{"url":"https://www.facebook.com/","school_device":true}}"#,
        r#"{"moment":"page","at":"2026-06-08T14:30:59Z","page":{"url":"https://m.tiktok.com/@x","school_device":true}}"#,
        r#"{"moment":"page","page":{"url":"https://x.com/home","school_device":true,"class_mode":true}}"#,
        r#"{"policy":"west-midlands","moment":"page","page":{"url":"https://www.instagram.com/","school_device":true}}"#,
        r#"{"policy":"academy-trust","moment":"page","at":"2026-11-27T15:30:00Z","page":{"url":"https://www.reddit.com/r/","school_device":true}}"#,
    ],
    passes: &[
        r#"{"moment":"page","at":"2026-11-23T09:00:00Z","page":{"url":"https://www.facebook.com/"}}"#,
        r#"{"moment":"page","page":{"url":"https://www.facebook.com/","school_device":true}}"#,
        r#"{"moment":"page","at":"2026-11-23T15:31:00Z","page":{"url":"https://x.com/","school_device":true}}"#,
        r#"{"moment":"page","at":"2026-06-08T14:31:00Z","page":{"url":"https://x.com/","school_device":true}}"#,
        r#"{"moment":"page","at":"2026-11-23T09:00:00Z","page":{"url":"https://x.com/","school_device":true},"author":{"branded":true}}"#,
        r#"{"moment":"page","at":"2026-11-23T09:00:00Z","page":{"url":"https://www.netflix.com/","school_device":true}}"#,
        r#"{"policy":"west-midlands","moment":"page","page":{"url":"https://www.youtube.com/","school_device":true}}"#,
    ],
};

/// Reports a social site that is opened when the clause says not to.
pub fn check(ask: &Ask, report: &mut Report) {
    let Some(page) = ask.act.page.as_ref().filter(|page| page.school_device && !ask.act.author.branded) else { return };
    let url = page.url.as_deref().unwrap_or_default();
    if !sites::is("social", url, ask.context.school) {
        return;
    }
    let always = ask.clause.with.when == "always";
    if always || page.class_mode || is_working_time(ask) {
        let why = if always { say("social.why-always", &[]) } else { say("social.why", &[]) };
        report.add(Found::new(Severity::Nudge, say("social.heading", &[]), why));
    }
}

fn is_working_time(ask: &Ask) -> bool {
    let time = ask.act.at.as_deref().and_then(clock::parse).unwrap_or(ask.context.now);
    let [from, to, days] = HOURS;
    let (from, to, days) = ask.context.school.hours.as_ref().map_or((from, to, days), |own| (&own.from, &own.to, &own.days));
    clock::is_within(&clock::local(time), from, to, days)
}

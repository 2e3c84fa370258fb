//! long-streaming: a stream that has been playing for so long that others on the school's network feel it.

use super::{Ask, Found, Proof, Report, unreviewed_video};
use crate::verdict::Severity;
use crate::words::say;

/// Seconds after which something is said; the source policy names no length, this one is ours.
const LONGEST: f64 = 3_600.0;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "st-albans",
    flags: &[
        r#"{"moment":"video","video":{"id":"a","live":true,"watched":[[0,4000]]},"page":{"school_device":true}}"#,
        r#"{"moment":"video","video":{"id":"a","live":true},"page":{"school_device":true}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":9000,"watched":[[0,2000],[2000,3700]]},"page":{"school_device":true}}"#,
    ],
    passes: &[
        r#"{"moment":"video","video":{"id":"a","live":true,"watched":[[0,4000]],"class_mode":true},"page":{"school_device":true}}"#,
        r#"{"moment":"video","video":{"id":"a","live":true,"watched":[[0,4000]]}}"#,
        r#"{"moment":"video","video":{"id":"a","live":true,"watched":[[0,600]]},"page":{"school_device":true}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":9000},"page":{"school_device":true}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":9000,"watched":[[0,1800],[0,1800]]},"page":{"school_device":true}}"#,
    ],
};

/// Reports a stream that has played for too long, and a live one of which no end is known.
pub fn check(ask: &Ask, report: &mut Report) {
    let on_network = ask.act.page.as_ref().is_some_and(|page| page.school_device);
    let Some(video) = ask.act.video.as_ref().filter(|video| on_network && !video.class_mode) else { return };
    let played: f64 = unreviewed_video::seen(&video.watched, f64::INFINITY).iter().map(|range| range.end - range.start).sum();
    if played > LONGEST || video.live && video.watched.is_empty() {
        report.add(Found::new(Severity::Nudge, say("stream.heading", &[]), say("stream.why", &[])));
    }
}

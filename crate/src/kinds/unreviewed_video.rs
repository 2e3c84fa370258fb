//! unreviewed-video: a video starting in front of a class that this member of staff has not watched in full.

use super::{Ask, Found, Proof, Report};
use crate::act::{Reviewed, Video, Watched};
use crate::order;
use crate::verdict::Severity;
use crate::words::say;
use std::ops::Range;

/// Share of the length that must have been watched.
const SHARE: f64 = 0.98;
/// Longest gap in seconds.
const GAP: f64 = 2.0;
/// Fastest speed that still counts as watching.
const RATE: f64 = 2.0;
/// Slack for the floating point seconds that players report.
const SLACK: f64 = 1e-6;
/// Gaps that a message lists.
const LISTED: usize = 3;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        r#"{"moment":"video","video":{"id":"a","duration":100,"class_mode":true}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":100,"class_mode":true,"watched":[[0,50],[53,100]]}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":100,"class_mode":true,"watched":[[0,100,2.5]]}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":100,"class_mode":true,"watched":[[2.5,100]]}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":50,"class_mode":true,"watched":[[0,48.9]]}}"#,
        r#"{"moment":"video","video":{"id":"a","class_mode":true,"watched":[[0,100]]}}"#,
        r#"{"policy":"west-midlands","moment":"video","video":{"id":"a","live":true,"class_mode":true}}"#,
    ],
    passes: &[
        r#"{"moment":"video","video":{"id":"a","duration":100}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":100,"class_mode":true,"watched":[[0,100]]}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":100,"class_mode":true,"watched":[[0,100,2]]}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":100,"class_mode":true,"watched":[[50,100],[0,48]]}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":100,"class_mode":true,"watched":[[40,90,1.5],[0,41],[80,98]]}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":100,"class_mode":true,"reviewed_elsewhere":true}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":100,"class_mode":true,"reviewed_elsewhere":"seen at the course"}}"#,
        r#"{"moment":"video","video":{"id":"a","live":true,"class_mode":true}}"#,
    ],
};

/// Reports a video that is about to be shown and has not been watched.
pub fn check(ask: &Ask, report: &mut Report) {
    let Some(video) = ask.act.video.as_ref().filter(|video| video.class_mode && !is_reviewed(video)) else { return };
    if video.live {
        let judged_elsewhere = ask.context.pack.clauses.iter().any(|clause| clause.kind == "video-content");
        if !judged_elsewhere {
            report.add(Found::new(Severity::Warn, say("video.heading-live", &[]), say("video.why-live", &[])));
        }
        return;
    }
    let duration = video.duration.filter(|duration| duration.is_finite() && *duration > 0.0);
    let seen = duration.map(|duration| seen(&video.watched, duration));
    let gaps = match (duration, &seen) {
        (Some(duration), Some(seen)) => gaps(seen, duration),
        _ => Vec::new(),
    };
    let share = share(seen.as_deref().unwrap_or_default(), duration);
    if share + SLACK >= SHARE && gaps.iter().all(|gap| gap.end - gap.start <= GAP + SLACK) {
        return;
    }
    report.add(Found::new(Severity::Warn, heading(share), why(&gaps)));
}

fn is_reviewed(video: &Video) -> bool {
    match &video.reviewed_elsewhere {
        Some(Reviewed::Mark(mark)) => *mark,
        Some(Reviewed::Reason(reason)) => !reason.trim().is_empty(),
        None => false,
    }
}

/// The watched ranges, joined where they touch, in order; only what was played at no more than [`RATE`].
pub fn seen(watched: &[Watched], duration: f64) -> Vec<Range<f64>> {
    let mut ranges: Vec<Range<f64>> = watched
        .iter()
        .filter_map(|&range| {
            let (from, to, rate) = match range {
                Watched::AtRate(from, to, rate) => (from, to, rate),
                Watched::Plain(from, to) => (from, to, 1.0),
            };
            let range = from.max(0.0)..to.min(duration);
            (rate > 0.0 && rate <= RATE + SLACK && range.start < range.end).then_some(range)
        })
        .collect();
    order::by(&mut ranges, |one, other| one.start.total_cmp(&other.start));
    let mut joined: Vec<Range<f64>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end + SLACK => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

/// What has not been seen, the start and the end included.
pub fn gaps(seen: &[Range<f64>], duration: f64) -> Vec<Range<f64>> {
    let mut gaps = Vec::new();
    let mut at = 0.0;
    for range in seen {
        gaps.push(at..range.start);
        at = range.end;
    }
    gaps.push(at..duration);
    gaps.retain(|gap| gap.end - gap.start > SLACK);
    gaps
}

/// Share of the length that was seen, from 0 to 1; 0 when the length is not known.
fn share(seen: &[Range<f64>], duration: Option<f64>) -> f64 {
    duration.map_or(0.0, |duration| seen.iter().map(|range| range.end - range.start).sum::<f64>() / duration)
}

fn heading(share: f64) -> String {
    let percent = (share * 100.0).floor();
    if percent < 1.0 { say("video.heading-none", &[]) } else { say("video.heading-some", &[("percent", &(percent as u64).to_string())]) }
}

fn why(gaps: &[Range<f64>]) -> String {
    let long: Vec<&Range<f64>> = gaps.iter().filter(|gap| gap.end - gap.start > GAP / 2.0).collect();
    if long.is_empty() {
        return String::new();
    }
    let listed: Vec<String> =
        long.iter().take(LISTED).map(|gap| say("video.gap", &[("from", &clock(gap.start)), ("to", &clock(gap.end))])).collect();
    let mut listed = listed.join(", ");
    if long.len() > LISTED {
        listed = say("video.more", &[("gaps", &listed), ("count", &(long.len() - LISTED).to_string())]);
    }
    say("video.why", &[("gaps", &listed)])
}

/// Seconds as `3:07` or `1:02:03`.
pub(super) fn clock(seconds: f64) -> String {
    let whole = seconds as u64;
    let (hours, minutes, seconds) = (whole / 3600, whole / 60 % 60, whole % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

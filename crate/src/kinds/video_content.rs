//! video-content: a video whose captions, rating or marks say that it is not for this class, and live ones, of which nobody can know.

use super::{Ask, Found, Proof, Report, offensive_language, unreviewed_video};
use crate::act::Caption;
use crate::offence;
use crate::phrase::Words;
use crate::text::Text;
use crate::verdict::Severity;
use crate::words::say;
use std::sync::LazyLock;

/// Moments that a message lists.
const LISTED: usize = 5;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        r#"{"moment":"video","video":{"id":"a","duration":60,"captions":[{"start":3,"end":5,"text":"what the fuck is that"}]}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":60,"class_mode":true,"captions":[{"start":3,"end":5,"text":"and then she stood there naked"}]}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":60,"rating":"15","class_age":12,"class_mode":true}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":60,"title":"The Long Night (cert 18)","class_mode":true}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":60,"rating":"BBFC 12A","class_age":11}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":60,"rating":"PEGI 16","class_age":13}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":60,"age_restricted":true}}"#,
        r#"{"moment":"video","video":{"id":"a","live":true,"class_mode":true}}"#,
        r#"{"moment":"video","video":{"id":"a","live":true}}"#,
    ],
    passes: &[
        r#"{"moment":"video","video":{"id":"a","duration":60,"captions":[{"start":3,"end":5,"text":"the River Severn floods"}]}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":60,"rating":"12","class_age":12,"captions":[{"start":3,"end":5,"text":"what the fuck is that"}]}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":60,"rating":"U","class_age":5,"class_mode":true}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":60,"title":"Top 18 facts about 15 rivers","class_age":8}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":60,"title":"Stone Age 10 facts","class_age":8}}"#,
        r#"{"moment":"video","video":{"id":"a","duration":60}}"#,
        r#"{"policy":"maltby","moment":"video","video":{"id":"a","live":true,"class_mode":true}}"#,
    ],
};

/// Reports what speaks against showing a video, the gravest sign first.
pub fn check(ask: &Ask, report: &mut Report) {
    let Some(video) = &ask.act.video else { return };
    let severity = if video.class_mode { Severity::Warn } else { Severity::Nudge };
    let who = ask.clause.with.ask.words().join(", ");
    let why = |why: String| {
        let asked = if who.is_empty() { String::new() } else { say("content.ask", &[("who", &who)]) };
        [why, asked].join(" ").trim_end().to_owned()
    };
    let age = age(video.rating.as_deref().unwrap_or_default(), true).or_else(|| age(video.title.as_deref().unwrap_or_default(), false));
    if let Some(age) = age.filter(|age| *age > video.class_age.unwrap_or(17)) {
        let age = age.to_string();
        let fill = [("age", age.as_str())];
        report.add(Found::new(severity, say("content.heading-rating", &fill), why(say("content.why-rating", &[]))));
    } else if video.age_restricted {
        report.add(Found::new(severity, say("content.heading-restricted", &[]), why(say("content.why-restricted", &[]))));
    } else if video.live {
        report.add(Found::new(severity, say("video.heading-live", &[]), why(say("video.why-live", &[]))));
    } else if age.is_none() && !ask.clause.with.unrated.is_empty() {
        let moments = moments(ask, &video.captions);
        if !moments.is_empty() {
            let listed = moments.into_iter().take(LISTED).collect::<Vec<_>>().join(", ");
            report.add(Found::new(severity, say("content.heading", &[]), why(say("content.why", &[("moments", &listed)]))));
        }
    }
}

/// Each moment at which something is said that the clause bars: `1:05 “…”`.
fn moments(ask: &Ask, captions: &[Caption]) -> Vec<String> {
    let barred = &ask.clause.with.unrated;
    let said = |caption: &Caption| {
        let text = ask.lexicon().read(&caption.text);
        let offence = offence::find(&text).into_iter().find(|one| one.strength > 0 && offensive_language::is_covered(one, barred));
        let word = offence
            .and_then(|one| caption.text.get(one.place))
            .or_else(|| bare(&text).filter(|_| barred.iter().any(|one| one == "nudity")).and_then(|at| text.raw.get(at)));
        word.map(|word| say("content.moment", &[("time", &unreviewed_video::clock(caption.start)), ("word", word)]))
    };
    captions.iter().filter_map(said).take(super::MOST).collect()
}

/// Where a text speaks of people without clothes.
fn bare(text: &Text) -> Option<std::ops::Range<usize>> {
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new("naked|nude|nudes|nudity|topless|undressed|striptease|skinny-dipping"));
    (0..text.words.len()).find(|&at| WORDS.has(text, at)).map(|at| text.span(&(at..at + 1)))
}

/// The age in years that a rating of films, television or games is for; in a title only where it is said to be one.
fn age(written: &str, is_rating: bool) -> Option<u32> {
    let words: Vec<String> = written
        .split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '+'))
        .filter(|word| !word.is_empty())
        .map(str::to_uppercase)
        .collect();
    let board = |word: &str| matches!(word, "BBFC" | "PEGI" | "CERT" | "CERTIFICATE" | "RATED" | "RATING" | "CERTIFIED" | "FSK");
    words.iter().enumerate().find_map(|(at, word)| {
        let age = match word.as_str() {
            "U" | "UC" | "TV-G" | "TV-Y" | "E" => 0,
            "PG" | "TV-PG" => 8,
            "12A" => 12,
            "PG-13" => 13,
            "TV-14" => 14,
            "R" | "TV-MA" | "M" => 17,
            "R18" | "NC-17" | "X" => 18,
            number => number.trim_end_matches('+').parse().ok().filter(|age| (3..=18).contains(age))?,
        };
        let said = is_rating
            || at > 0 && board(&words[at - 1])
            || matches!(word.as_str(), "12A" | "R18" | "NC-17" | "PG-13" | "TV-MA" | "18+" | "16+");
        said.then_some(age)
    })
}

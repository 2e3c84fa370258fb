//! Sensitive topics: where a text touches its author's own school's results, inspection, jobs, leaders, incidents or rules.

mod wordings;

use crate::order;
use crate::phrase::{Phrases, Words};
use crate::text::{Class, Gap, Text};
use crate::voice;
use std::ops::Range;
use std::sync::LazyLock;
use wordings::{MATTERS, Tie};

/// What a post may touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// See `sensitive.results` in the words.
    Results,
    /// See `sensitive.inspection` in the words.
    Inspection,
    /// See `sensitive.exclusions` in the words.
    Exclusions,
    /// See `sensitive.admissions` in the words.
    Admissions,
    /// See `sensitive.jobs` in the words.
    Jobs,
    /// See `sensitive.strike` in the words.
    Strike,
    /// See `sensitive.leadership` in the words.
    Leadership,
    /// See `sensitive.incident` in the words.
    Incident,
    /// See `sensitive.position` in the words.
    Position,
    /// See `sensitive.rules` in the words.
    Rules,
    /// See `sensitive.future` in the words.
    Future,
}

/// The places that touch a topic, tied to the author's own school, in the text's order.
pub fn find(text: &Text) -> Vec<(Range<usize>, Topic)> {
    let matters = MATTERS.find(text);
    if matters.is_empty() {
        return Vec::new();
    }
    let ours = ours(text);
    let tied = |words: &Range<usize>, tie: Tie| {
        if tie == Tie::Said {
            return Some(words.clone());
        }
        let within = |range: &Range<usize>| ours.iter().find(|place| range.start <= place.start && place.end <= range.end).cloned();
        let sentence = voice::sentence(text, words);
        let national = is_national(text, &sentence);
        if tie == Tie::Share && !has_share(text, &sentence) {
            return None;
        }
        let beside = voice::around(text, &voice::around(text, words));
        let near = || if national { None } else { within(&beside) };
        let loose = || {
            let may = !national && !is_home(text, &beside) && (tie != Tie::Firm || is_at_school(text, &beside));
            may.then(|| loosely_ours(text, if tie == Tie::Firm { &sentence } else { &beside }, tie))?
        };
        let place = within(&sentence).or_else(near).or_else(loose)?;
        Some(words.start.min(place.start)..words.end.max(place.end))
    };
    let mut touched: Vec<(Range<usize>, Topic)> = matters
        .into_iter()
        .filter(|found| is_meant(text, &found.words, found.tag.0))
        .filter_map(|found| Some((tied(&found.words, found.tag.1)?, found.tag.0)))
        .collect();
    order::by_key(&mut touched, |(words, _)| (words.start, words.end));
    touched
}

/// The places that mean the author's own school, its parts and its staff among them.
fn ours(text: &Text) -> Vec<Range<usize>> {
    static PARTS: LazyLock<Phrases<()>> = LazyLock::new(|| {
        let rows = [
            "our ..2 (field|gates|gate|block|hall|canteen|corridors|it suite|systems|server|nursery|reception|office|site|branch|reps|rep|caretaker|lab|labs|building|buildings|gym|toilets|playing field|playing fields|land|canteen|data|teachers|teacher|tas|ta|music|drama|curriculum|provision|results|forecast|figures|numbers|attendance|budget|deficit|cohort|predictions|gap|lot|car park|crossing|bus|report|chair)",
            "(to|into|in to|from|outside) school|in (briefing|the staffroom|staff meeting)",
            "(my|our) (tutor group|form|class|tutees|contract|classroom|room|year group|corridor)",
        ];
        Phrases::new(rows.map(|row| ((), row)), &[])
    });
    let mut ours = voice::ours(text);
    ours.extend(PARTS.find(text).into_iter().map(|found| found.words).filter(|words| !is_home(text, &voice::sentence(text, words))));
    ours
}

/// Whether a sentence tells a share of the whole: "71%", "9 percent".
fn has_share(text: &Text, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|at| {
        let end = text.words[at].end as usize;
        text.raw.as_bytes().get(end) == Some(&b'%') || matches!(text.fold(at), "percent" | "per") || text.fold(at).ends_with('%')
    })
}

/// "We", "us", "here" in a sentence: whoever works at a school means it by them.
fn loosely_ours(text: &Text, sentence: &Range<usize>, tie: Tie) -> Option<Range<usize>> {
    static LOOSE: LazyLock<Words> =
        LazyLock::new(|| Words::new("we|we've|we're|we'd|we'll|us|our|ours|deputy|slt|governors|staffroom|briefing"));
    let here = |at: usize| {
        let next = text.words.get(at + 1).map_or(Gap::Break, |next| next.gap);
        text.fold(at) == "here"
            && at > sentence.start
            && (next >= Gap::Comma || matches!(text.fold(at + 1), "since" | "this" | "again" | "and" | "at" | "now"))
    };
    sentence
        .clone()
        .find(|&at| {
            LOOSE.has(text, at) && text.written(&(at..at + 1)) != "US"
                || tie == Tie::Loose && text.class(at, Class::Year).is_some()
                || here(at)
        })
        .map(|at| at..at + 1)
}

/// Whether sentences are about the inside of a school, where "we" are its staff.
fn is_at_school(text: &Text, sentences: &Range<usize>) -> bool {
    static INSIDE: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "head|headteacher|staff|staffroom|pupils|students|kids|teachers|tas|ta|classroom|lessons|corridor|playground|assembly|cohort|department|dept|governors|slt|briefing|inset|tutor|sixth|reception|block|school|trust|y7|y8|y9|y10|y11|parents|caretaker|canteen|timetable|colleagues",
        )
    });
    sentences.clone().any(|at| INSIDE.has(text, at) || text.class(at, Class::Year).is_some())
}

/// Whether a sentence is about the author's own family or pastimes.
fn is_home(text: &Text, sentence: &Range<usize>) -> bool {
    static HOME: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "son|sons|daughter|daughters|nephew|niece|grandson|granddaughter|hubby|husband|wife|lad's|allotment|village|choir|club|gym|home|pub|church|dog|cat|film|garden|holiday|restaurant|hotel|chips|house|street|team|netball|football|rugby|hockey|cricket|match|race",
        )
    });
    sentence.clone().any(|at| HOME.has(text, at) && text.fold(at + 1) != "time")
}

/// Whether a sentence is about the country's schools rather than this one.
fn is_national(text: &Text, sentence: &Range<usize>) -> bool {
    static NATIONAL: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "government|dfe|nationally|nationwide|england|scotland|wales|uk|britain|minister|secretary|gov|country|bbc|guardian|schools|phillipson|labour|tory|tories|jcq|ofqual|parliament",
        )
    });
    matches!(text.fold(sentence.start), "teachers" | "headteachers" | "heads") || sentence.clone().any(|at| NATIONAL.has(text, at))
}

/// Whether words touch a topic in earnest: not asked of others, not taught, not a wish for luck.
fn is_meant(text: &Text, words: &Range<usize>, topic: Topic) -> bool {
    let sentence = voice::sentence(text, words);
    let has = |list: &[&str]| sentence.clone().any(|at| list.contains(&text.fold(at)));
    let luck = topic == Topic::Results && (has(&["luck", "bake", "quiz", "raffle", "poll", "survey"]));
    let taught = has(&[
        "teaching", "taught", "lesson", "lessons", "unit", "essay", "essays", "writing", "novel", "scene", "drama", "play", "assembly",
        "learning", "debate", "history",
    ]);
    let taught = taught && !matches!(topic, Topic::Position | Topic::Rules | Topic::Results);
    let asked = voice::is_asked(text, words) && has(&["your", "you", "anyone", "anybody", "who", "does", "recommend"]);
    let wondered = matches!(topic, Topic::Position | Topic::Rules) && voice::is_asked(text, words);
    let kitchen = topic == Topic::Leadership && has(&["chef", "torch", "coach", "gardener", "brewer"]);
    !(luck || taught || asked || wondered || kitchen || is_praise(text, words))
}

/// "We got outstanding cakes": no grade, unlike "we got outstanding".
fn is_praise(text: &Text, words: &Range<usize>) -> bool {
    static AFTER: LazyLock<Words> = LazyLock::new(|| Words::new("in|for|again|overall|across|and|from|by|but|with|at|this|last|which|so"));
    text.fold(words.end - 1) == "outstanding"
        && text.words.get(words.end).is_some_and(|next| next.gap <= Gap::Space)
        && !AFTER.has(text, words.end)
}

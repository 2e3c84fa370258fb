//! How a statement is meant: whether it is about the author's own school, and whether it is denied, asked, supposed or another's words.

use crate::lexicon::MACROS;
use crate::phrase::{Phrases, Words};
use crate::text::Text;
use std::ops::Range;
use std::sync::LazyLock;

/// The furthest that a sentence is followed each way, in words: keeps texts without full stops linear.
const SENTENCE: usize = 60;

/// The words of the sentence that holds a place.
pub fn sentence(text: &Text, words: &Range<usize>) -> Range<usize> {
    let least = words.start.saturating_sub(SENTENCE);
    let mut start = words.start;
    while start > least && !text.starts_sentence(start) {
        start -= 1;
    }
    let most = (words.end + SENTENCE).min(text.words.len());
    let mut end = words.end;
    while end < most && !text.starts_sentence(end) {
        end += 1;
    }
    start..end
}

/// The words of the sentence that holds a place, and of those on either side.
pub fn around(text: &Text, words: &Range<usize>) -> Range<usize> {
    let here = sentence(text, words);
    let start = sentence(text, &(here.start.saturating_sub(1)..here.start)).start;
    let end = if here.end < text.words.len() { sentence(text, &(here.end..here.end + 1)).end } else { here.end };
    start..end
}

/// Wordings that mean the author's own school, its people or its matters.
static OURS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "<own>",
        "(our|my) ..2 (school|academy|trust|college|mat|primary|secondary|sixth form|nursery|workplace|head|headteacher|head teacher|ht|principal|ceo|boss|bosses|slt|smt|governors|governing body|trustees|department|dept|staff|staffroom|colleagues|pupils|students|kids|children|classes|cohort|pan|intake|catchment|union rep|colleague|<year>|year group|year groups|timetable|playground|canteen|union group|union branch|union|classroom|form|tutor group|class|set|$role)",
        "(our|my) (place|gaff) ",
        "(at|to|from|in) (our place|my place|our gaff|work|ours)",
        "(where|that|place|school) i (work|teach)",
        "(here|back) (at|in) (school|work)",
        "(in|at|into) (school|the staffroom|assembly) (today|tomorrow|yesterday|tonight|again|this|last|all|on|right|now)",
        "ours",
        "(outside|at|near|by) (the)? (school|school gates|gates)",
        "the (trust|academy|mat|governors|governing body|slt|leadership team)",
        "(trust|slt|smt|governors) (has|have|is|are|want|wants|says|say|just|decided|reckon|reckons|thinks|told|tells)",
        "(we|we're|we've|we'll|we'd) ..3 (at|in) (school|work|the academy)",
    ];
    Phrases::new(rows.map(|row| ((), row)), MACROS)
});

/// The places in a text that mean the author's own school.
pub fn ours(text: &Text) -> Vec<Range<usize>> {
    OURS.find(text).into_iter().map(|found| found.words).filter(|words| !is_elsewhere(text, words)).collect()
}

/// "my daughter's school", "our local college", "my old head": somebody else's, or another time's.
fn is_elsewhere(text: &Text, words: &Range<usize>) -> bool {
    static ELSEWHERE: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "aunt|boy|boy's|boys|brother|child|childhood|cousin|dad|dance|daughter|daughters|driving|ex|first|former|friend|friends|girl|girlfriend|girls|grandson|high|hubby|husband|infant|kid|kids|last|local|mate|mum|neighbour|nephew|niece|old|own|partner|previous|sister|son|sons|sunday|village|wife|yoga",
        )
    });
    let inside = words.start + 1..words.end.saturating_sub(1);
    let other = inside.clone().any(|at| text.words[at].possessive || ELSEWHERE.has(text, at));
    other || (words.len() == 2 && text.words[words.end - 1].possessive && matches!(text.fold(words.end - 1), "kids" | "children"))
}

/// Whether a statement is denied: "we don't speak on behalf of the school", "nobody has been excluded".
pub fn is_denied(text: &Text, words: &Range<usize>) -> bool {
    static DENIALS: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "ain't|aren't|can't|cannot|couldn't|didn't|didnt|doesn't|doesnt|don't|dont|hardly|hasn't|haven't|isn't|isnt|neither|never|no|nobody|none|nor|not|rarely|shouldn't|wasn't|weren't|without|won't|wouldn't",
        )
    });
    let from = words.start.saturating_sub(4);
    (from..words.start).rev().take_while(|&at| !text.starts_sentence(at + 1)).any(|at| DENIALS.has(text, at))
}

/// Whether the sentence that holds a place is a question.
pub fn is_asked(text: &Text, words: &Range<usize>) -> bool {
    let end = sentence(text, words).end;
    let Some(last) = end.checked_sub(1).and_then(|last| text.words.get(last)) else { return false };
    let next = text.words.get(end).map_or(text.raw.len(), |word| word.start as usize);
    text.raw
        .get(last.end as usize..next)
        .is_some_and(|between| between.trim_start_matches([' ', ')', '"', '”', '’', '\'', '!']).starts_with('?'))
}

/// Whether a statement is only supposed: "if our head left", "imagine we at Larkfield said".
pub fn is_supposed(text: &Text, words: &Range<usize>) -> bool {
    static SUPPOSED: LazyLock<Words> =
        LazyLock::new(|| Words::new("could|hope|hoping|if|imagine|might|should|suppose|unless|whether|wish|wonder|wondering|would"));
    let from = words.start.saturating_sub(6);
    (from..words.start).rev().take_while(|&at| !text.starts_sentence(at + 1)).any(|at| SUPPOSED.has(text, at))
}

/// Whether a place stands between quotation marks of its own paragraph.
pub fn is_quoted(text: &Text, words: &Range<usize>) -> bool {
    let start = text.span(words).start;
    let mut open = false;
    let before = text.raw.get(..start).unwrap_or_default();
    for c in before.chars().rev().take(400).take_while(|&c| c != '\n') {
        match c {
            '“' | '«' => return true,
            '”' | '»' => return open,
            '"' => open = !open,
            _ => {}
        }
    }
    let single = before.ends_with(['\'', '‘']) && text.raw[start..].chars().take(300).any(|c| matches!(c, '\'' | '’'));
    open || single
}

//! Where the author is now, or that nobody is at home, in words.

use crate::phrase::Phrases;
use crate::text::{Class, Gap, Text};
use std::ops::Range;
use std::sync::LazyLock;

/// Wordings that say so by themselves.
static PLAIN: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(just|i've|we've|have|finally) ..1 checked in (at|to|into)?",
        "checked in at",
        "home alone (for|until|till|til|all|tonight|this)",
        "house ..2 (is|stands|standing|will be|sitting|sat)? empty (for|until|till|til|all|while|this|next)",
        "(no one|nobody|noone) (is|will be)? (home|at home|in the house) (for|until|till|til|all|while|this|next)",
    ];
    Phrases::new(rows.map(|row| ((), row)), &[])
});

/// Openings of "I'm at …", which a place and a word for now must follow.
static HERE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(i'm|im|i am|we're|we are|currently|now|sat|sitting|here) ..2 (at|in|outside|opposite) (the|a)?",
        "(i'm|im|i am|we're|we are|currently|now|sat|sitting) ..2 (at|in|on|by|outside) ..3 (at|in|outside|opposite) (the|a)?",
    ];
    Phrases::new(rows.map(|row| ((), row)), &[])
});

/// Words for now.
static NOW: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(now|rn|atm|currently)",
        "(right now|at the moment|as we speak)",
        "(until|till|til) ..1 $hour",
        "(come and find|come find|come say|come and say|find me|join me)",
    ];
    let hours =
        "1|2|3|4|5|6|7|8|9|10|11|12|midnight|midday|noon|late|closing|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow";
    Phrases::new(rows.map(|row| ((), row)), &[("hour", hours)])
});

/// The words that tell where the author is, or that their home is empty.
pub fn find(text: &Text) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> =
        PLAIN.find(text).into_iter().map(|found| found.words).filter(|words| !is_on_somebody(text, words.end)).collect();
    for here in HERE.find(text) {
        let place = place_at(text, here.words.end);
        let end = sentence_end(text, here.words.end);
        let now = NOW.within(text, here.words.start..end);
        let now = now.iter().find(|now| now.words.start < here.words.start + 3 || now.words.start >= place.end);
        if !place.is_empty() && now.is_some() && found.last().is_none_or(|last| last.end <= here.words.start) {
            found.push(here.words.start..place.end);
        }
    }
    found
}

/// "Checked in on my nan", "checked in with the class".
fn is_on_somebody(text: &Text, at: usize) -> bool {
    matches!(text.fold(at), "on" | "with") && text.words.get(at).is_some_and(|word| word.gap <= Gap::Space)
}

/// The capitalised words of a place; the school's own name and classes are none.
fn place_at(text: &Text, at: usize) -> Range<usize> {
    let named = |at: usize| {
        text.words.get(at).is_some_and(|word| word.capital && word.gap <= Gap::Space)
            && text.class(at, Class::Own).is_none()
            && text.class(at, Class::Year).is_none()
            && !matches!(text.fold(at), "i" | "i'm")
    };
    let length = (0..5).take_while(|more| named(at + more)).count();
    at..at + length
}

fn sentence_end(text: &Text, at: usize) -> usize {
    (at..text.words.len()).find(|&at| text.words[at].gap == Gap::Break).unwrap_or(text.words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn live_places() {
        for (raw, expected) in [
            ("I'm at Nando's in Worthing right now", "I'm at Nando's in Worthing"),
            ("Currently sat in the Red Lion", "Currently sat in the Red Lion"),
            ("we're at Alton Towers until 6", "we're at Alton Towers"),
            ("Just checked in: gate B14 Manchester", "Just checked in"),
            ("off to Faro, house empty for a fortnight", "house empty for"),
            ("I'm in the window seat at Bettys in Harrogate RIGHT NOW", "I'm in the window seat at Bettys"),
            ("I'm in Year 9 now", ""),
            ("I'm at work now", ""),
            ("Just checked in on my nan", ""),
            ("Home now. Kettle.", ""),
            ("I was at Wembley in 1996", ""),
            ("I'm in love with London", ""),
        ] {
            let text = crate::lexicon::Lexicon::default().read(raw);
            let found: Vec<&str> = find(&text).iter().map(|words| text.written(words)).collect();
            assert_eq!(found.join(";"), expected, "{raw}");
        }
    }
}

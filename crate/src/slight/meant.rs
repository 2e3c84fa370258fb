//! Whether a judgement is meant: not denied, asked, supposed, quoted, told of others' words, nor fond.

use crate::phrase::Phrases;
use crate::text::{Gap, Text};
use crate::voice;
use std::ops::Range;
use std::sync::LazyLock;

/// Wordings that take a judgement back, or give it as somebody else's.
static REJECTS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(don't|do not|dont|didn't|wouldn't|never|not|nobody|no one|hardly|doesn't|isn't|aren't) ..2 (think|thought|believe|say|said|saying|reckon|agree|call|mean|accept|feel|consider|suppose|imply|implying|suggest|suggesting|pretend|calling|true|fair|find)",
        "(someone|somebody|people|parents|they|he|she|papers|daily mail|mail|press|politicians|minister|ministers|government|man|woman|bloke|commenter|anyone|idiots|folk|mam|mum|boy|girl|pupil|student|lad|child) ..2 (shouted|yelled|screamed|swore|call|called|calls|calling|say|says|said|saying|claim|claims|claimed|accuse|accused|describe|described|labelled|label|brand|branded|told)",
        "(someone|somebody|people|parents|papers|press|politicians|minister|ministers|government|anyone|folk) ..1 (think|thinks|thought|reckon|reckons)",
        "(everybody|everyone) (told|warned|tells)|(was|were|been|being|is|are|be|gets|get|got) (called|labelled|branded|described|accused|dismissed|written off|thought)",
        "(stop|disagree|disagreed|wrong|rubbish|nonsense|unfair|untrue|rumour|rumours|myth|contrary|stereotype|stereotypes) ..2 (calling|saying|that|to say|with|about|to call|of)",
        "(far from|anything but|nothing but praise|the opposite of|instead of|rather than|no longer|never been|used to think)",
        "(love|adore|worship|miss) (them|him|her|it|this|my|our|these|every) ..2",
        "(to|would) call (him|her|them|us|it)|(i'd|i had|id) (heard|expected|thought|feared|assumed)|happy birthday",
        "(wouldn't|would not|couldn't) (swap|change|be without|have it any|trade|want to be anywhere)",
        "(bless|proud of|cheeky|gorgeous|lovely|legends|legend|smashing|heart of gold|hearts of gold|salt of the earth|affectionately|fondly|in the best way|best way possible|soft spot)",
        "(union|neu|nasuwt|unison) (rep|meeting|members|action)",
        "(whistleblow|whistleblowing|grievance|raise a concern|raising a concern|safeguarding concern|low level concern|report a concern|formal complaint)",
        "(costume|costumes|dressed as|dress up|pretend|panto|role play|drama|fancy dress|villain|villains|character|characters|cast as|halloween|in the story|act two|act one|chapter)",
    ];
    Phrases::new(rows.map(|row| ((), row)), &[])
});

/// Whether what stands around takes a judgement back.
pub fn is_rejected(text: &Text, sentence: &Range<usize>, whole: &Range<usize>, judged: &Range<usize>) -> bool {
    let rejected =
        REJECTS.within(text, sentence.clone()).iter().any(|found| found.words.start < judged.start || is_fond(text, found.words.start));
    let agreed = (judged.end..sentence.end).any(|at| matches!(text.fold(at), "agree" | "agreed"));
    let supposed = whole.start < judged.start && is_supposed(text, sentence.start, whole.start);
    let asked = voice::is_asked(text, judged)
        && matches!(text.fold(sentence.start), "is" | "are" | "was" | "were" | "do" | "does" | "did" | "has" | "have" | "can" | "am");
    // "Some say they are … . Rubbish, …"
    let before = || voice::sentence(text, &(sentence.start.saturating_sub(1)..sentence.start));
    let refuted = sentence.start > 0
        && matches!(text.fold(judged.end - 1), "rubbish" | "bollocks" | "bullshit" | "crap" | "garbage" | "drivel")
        && !REJECTS.within(text, before()).is_empty();
    rejected && !agreed
        || refuted
        || supposed
        || asked
        || voice::is_denied(text, judged)
            && !is_starting(text, sentence, judged)
            && !is_marvelled(text, judged.start)
            && !is_new_clause(text, judged.start)
        || voice::is_quoted(text, judged)
        || crate::offence::is_quoted(text, &text.span(judged))
        || is_fondly_signed(text, sentence)
}

/// Fond words count wherever they stand in the sentence.
fn is_fond(text: &Text, at: usize) -> bool {
    matches!(text.fold(at), "love" | "adore" | "bless" | "wouldn't" | "lovely" | "happy" | "legends" | "proud" | "gorgeous" | "cheeky")
}

/// "No, our head is useless": a denial that is a sentence's first word denies what was said before.
fn is_starting(text: &Text, sentence: &Range<usize>, judged: &Range<usize>) -> bool {
    judged.start > sentence.start + 1
        && matches!(text.fold(sentence.start), "no" | "nope" | "never")
        && !(sentence.start + 1..judged.start).any(|at| matches!(text.fold(at), "not" | "isn't" | "aren't" | "never"))
}

/// "I wouldn't, it's a …": the denial belongs to another clause.
fn is_new_clause(text: &Text, judged: usize) -> bool {
    let begins = |at: usize| {
        text.words[at].gap == Gap::Comma && matches!(text.fold(at), "it's" | "he's" | "she's" | "they're" | "it" | "he" | "she" | "they")
    };
    (judged.saturating_sub(3)..judged).any(begins)
}

/// "Can't believe how useless …" denies nothing.
fn is_marvelled(text: &Text, judged: usize) -> bool {
    (judged.saturating_sub(4)..judged).any(|at| matches!(text.fold(at), "believe" | "fathom"))
}

/// "If our head were …": supposed before the one who is meant is named.
fn is_supposed(text: &Text, from: usize, to: usize) -> bool {
    (from..to.max(from)).any(|at| matches!(text.fold(at), "if" | "imagine" | "suppose" | "whether" | "unless" | "wonder"))
}

/// Whether the sentence, or the text's end, carries a heart or another sign of fondness.
fn is_fondly_signed(text: &Text, sentence: &Range<usize>) -> bool {
    const FOND: [&str; 8] = ["❤", "🥰", "😍", "💕", "💙", "🧡", "💛", "🤗"];
    let tail = tail(text, sentence);
    !tail.is_ascii() && FOND.iter().any(|sign| tail.contains(sign))
}

/// Whether the sentence ends in a sign of sarcasm.
pub fn is_mocking(text: &Text, sentence: &Range<usize>) -> bool {
    const MOCKING: [&str; 7] = ["🙄", "🤡", "💩", "🤮", "😒", "🖕", "🐍"];
    let tail = tail(text, sentence);
    MOCKING.iter().any(|sign| tail.contains(sign))
}

/// A sentence as written, up to the next one's first word.
fn tail<'t>(text: &Text<'t>, sentence: &Range<usize>) -> &'t str {
    let start = text.words.get(sentence.start).map_or(0, |word| word.start as usize);
    let end = text.words.get(sentence.end).map_or(text.raw.len(), |word| word.start as usize);
    // A hostile text may hold no words for megabytes.
    let end = (start..=end.min(start + 4_000)).rev().find(|end| text.raw.is_char_boundary(*end)).unwrap_or(start);
    text.raw.get(start..end).unwrap_or_default()
}

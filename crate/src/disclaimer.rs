//! "Views are my own" in any wording: where a text says that it speaks for its author alone.

use crate::phrase::{Phrases, Words};
use crate::text::{Gap, Text};
use std::ops::Range;
use std::sync::LazyLock;

/// What a wording that begins a disclaimer asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wording {
    /// Names what is said ("views", "tweets"): whose they are must follow.
    Views,
    /// Says it all.
    Whole,
    /// Says it by denying something else: a "not" inside is its own.
    Denial,
    /// Says it where it stands by itself, as `Personal views.` does and "has personal views" does not.
    Alone,
}

/// Words that may stand between "views" and "my own".
static GLUE: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "a|absolutely|account|all|always|amp|an|and|any|are|as|at|be|being|bio|but|by|clearly|comments|completely|contain|content|course|definitely|entirely|etc|express|expressed|feed|firmly|follows|for|given|here|herein|honest|i|in|is|just|likes|links|made|merely|most|mostly|n|naturally|obviously|obvs|of|on|only|opinion|opinions|or|own|page|posted|posts|probably|profile|purely|r|reflect|remain|remarks|represent|retweets|rt|rts|sadly|said|shared|simply|solely|stated|strictly|stupidity|the|therefore|they|this|those|thoughts|totally|truly|tweet|tweeted|tweets|twitter|usually|very|view|views|voiced|were|whatever|wholly|will",
    )
});

/// Words that turn what follows round.
static NOT: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "ain't|aint|aren't|arent|cannot|do|does|doesn't|doesnt|don't|dont|isn't|isnt|may|n't|necessarily|never|no|nobody|nobody's|none|nor|not",
    )
});

/// Verbs and nouns that, denied, set the author apart from somebody else.
static STANDS_FOR: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "attributable|belong|employer|employer's|employers|endorsed|reflect|reflective|reflects|represent|representative|represents|shared|speak|that|those",
    )
});

static WORDINGS: LazyLock<Phrases<Wording>> = LazyLock::new(|| {
    let views = ["$views"].map(|row| (Wording::Views, row));
    let whole = [
        "(speaking|speak|posting|tweeting|tweet|writing|blogging|here|views|posts) ..1 (for|as) (myself|me|an individual) (only|alone)?",
        "(in|as) (a|an|my)? (purely|strictly|very|entirely)? (own|personal|private|individual) (personal|private)? capacity",
        "(anything|everything|whatever|what) ..1 (i|you|said|written|posted|tweeted) ..4 (is|are) ..2 (my own|mine|personal|my opinion|my view|just me|only me)",
        "(these|those|they|all|this is|it's|its|this account is|are|reflect|represent) ..1 (just|only|purely|solely|entirely|simply)? my (own|personal|very own)? (personal)? (views|opinions|opinion|thoughts|view)",
        "(just|only|all|it's|its|is|purely) me (talking|rambling|ranting|waffling|tweeting|speaking|saying|moaning|wittering|blethering|thinking|posting) ..4",
        "(on my own (account|behalf|time and|dime)|off my own bat|off duty and off the record|wearing my own hat|with my own hat on|in my own name|in my own right|in my own time and)",
        "(private (individual|citizen|person)) ..4",
        "(my|own) (gob|mouth|brain|head|keyboard|thumbs|time) my ..1 (views|opinions|words|rules|thoughts|own)",
        "(barn|barnau|safbwyntiau|safbwynt|sylwadau|syniadau|trydar|cyfrif) ..2 (personol|bersonol|fy hun|fy hunan|i yn unig|fi)",
        "(fy|fi) (marn|safbwyntiau|sylwadau) ..2 (fy hun|fy hunan|i|i yn unig|bersonol|personol|hun)",
        "mo (bheachd|bheachdan|thuairimi|bharuil|bharail) ..1 (fhein|fein|fhin)",
        "(n'engagent|n'engage) que moi",
        "(opiniones|opinions|opinioni|opinioes|propos|meinungen|meinung) (personales|personals|personali|pessoais|personnels|personnelles|propias|privat|eigene)",
        "(op|a) (persoonlijke titel|titre personnel|titolo personale|titulo personal)",
        "(eigene|meine) (meinung|meinungen)",
    ];
    let denials = [
        "$not ..2 (speaking|speak|posting|post|tweeting|tweet|writing|write|talking|representing|here) (for|on behalf of|on the behalf of) ..4 $boss",
        "$not ..3 (represent|reflect|represents|reflects|representing|representative of|those of|the views of|endorsed by|affiliated with|affiliated to|linked to|connected to|connected with|the opinion of|the opinions of|official views of|attributable to) ..5 ($boss|anyone else|anyone but me)",
        "$not ..2 (necessarily|necessarilly|neccessarily|always) ..1 (those of|that of|the views of|the opinions of|the view of|endorsed by|shared by|reflect|represent)",
        "(not|never) (my|the) ..1 $boss ..1 $opinion",
        "(nothing to do with|not the fault of|blame me not|no reflection on|no reflection of|independent of) ..1 my ..1 $boss",
        "(nothing|nowt|zilch|nada|owt|summat|no connection|not a thing) ..1 (to do|connected|linked) (with|to) ..2 (work|employer|job|school|boss|trust|<own>)",
        "my (employer|employers|school|boss|bosses|work|trust|head) ..1 (has no part|have no part|had no say|has no say|isn't responsible|is not responsible|is not to blame|isn't to blame|would disagree|disagrees|may disagree|might disagree|does not agree|doesn't agree|don't agree|doesn't endorse|does not endorse|doesn't share|does not share|knows nothing|isn't involved|is not involved|has nothing to do|wants no part|not consulted|wasn't consulted|don't necessarily)",
        "(me|mine|myself|views|opinions|view|opinion|words|thoughts|posts) ..3 (nobody|no one|noone|nobody's|no one's) (else|else's)",
        "(nobody|no one|nobody's|no one's|nobody elses|no one elses) (else|else's) (view|views|opinion|opinions|fault|thoughts|words|say so)",
        "(blame|sue|sack|shout at) me not (the|my|them|work|school|<own>)",
        "(don't|do not|dont|never) ..1 (blame|sue|tell|bother|ring|quote|email) (my|the|our) ..1 $boss",
        "(nobody|no one|noone|none) ..1 (but|except|bar|other than) (me|myself)",
        "(nothing|none|nowt|not a word) ..4 (represents|represent|reflects|comes from|is from|speaks for) ..2 $boss",
        "($boss|they) (doesn't|don't|didn't|isn't|aren't|never) ..3 (run|runs|approve|approved|control|get|have a say|write|vet|responsible|liable)",
        "(don't|do not|dont) hold ..3 (responsible|against)",
        "not ..1 the (views|opinions|view) of (anyone|anybody|any)",
        "(nothing|none of this|no tweet|no post) ..3 (here|account|page|feed|this) ..2 (speaks|speaking|written) for ..4",
        "(belong|belongs|down) to me ..2 (not|and not)",
        "(between|mine and) me and my conscience ..4",
        "my (employer|employers|school|boss|bosses|work|trust|head) (have|had|has) (nothing|no part|no say|no idea|zero)",
        "(nobody's|no one's|not a|not the|not their|not anyone's) (spokesman|spokesperson|spokeswoman|mouthpiece|representative)",
        "(mine|me) (and)? not (the school's|school's|work's|theirs|the trust's|my school's|<own>|my employer's|my work's)",
    ];
    let alone = [
        "(my)? (very)? (own|personal) (personal|own)? ..1 $opinion",
        "(my) (views|opinions|opinion|thoughts|tweets my views|tweets my opinions|account my views|account my opinions|views my account) (and mine|and not|and no|only|alone|here|entirely|not|etc)?",
        "(my|a|the)? (personal|private) (twitter|x|instagram|facebook|insta)? (account|twitter|profile|page|feed|tweets|tweeter|acct)",
    ];
    Phrases::new(
        views
            .into_iter()
            .chain(whole.map(|row| (Wording::Whole, row)))
            .chain(denials.map(|row| (Wording::Denial, row)))
            .chain(alone.map(|row| (Wording::Alone, row))),
        MACROS,
    )
});

const MACROS: &[(&str, &str)] = &[
    (
        "views",
        "views|view|viewpoints|opinions|opinion|opinons|opnions|opinins|opinionss|oppinions|opionions|opinians|veiws|vews|viws|thoughts|tweets|posts|comments|rants|ramblings|musings|retweets|words|ideas|everything|content|postings|rubbish|nonsense|drivel|waffle|statements|remarks|toots|skeets|moans|mutterings|witterings|blatherings|observations|banter|beliefs|mistakes|typos|errors|bias|tweet|updates",
    ),
    (
        "opinion",
        "views|view|viewpoint|opinions|opinion|opinons|opnions|veiws|thoughts|tweets|musings|ramblings|comments|posts|rants|beliefs",
    ),
    ("not", "not|never|don't|doesn't|do not|does not|isn't|aren't|dont|doesnt|in no way|neither|nor|am not|i'm not|no"),
    (
        "boss",
        "employer|employer's|employers|emplyer|employers'|school|school's|schools|academy|trust|trust's|work|workplace|organisation|organisation's|organization|company|company's|job|day job|council|college|university|uni|department|them|boss|bosses|mat|<own>",
    ),
];

/// The words of a text that say that the views are its author's own, each place once.
pub fn find(text: &Text) -> Vec<Range<usize>> {
    let said = WORDINGS.find(text).into_iter().filter_map(|found| match found.tag {
        Wording::Views => claim(text, found.words.start),
        Wording::Whole => (!is_denied(text, &found.words) && !is_endorsement(text, found.words.end)).then_some(found.words),
        Wording::Denial => (!is_theirs_too(text, &found.words) && !is_endorsement(text, found.words.end)).then_some(found.words),
        Wording::Alone => (stands_alone(text, &found.words) && !is_denied(text, &found.words)).then_some(found.words),
    });
    let tags = (0..text.words.len()).filter(|&at| is_tag(text.fold(at))).map(|at| at..at + 1);
    said.chain(tags).collect()
}

/// "Views … my own", read word by word from "views" on: only words that may stand between are crossed.
fn claim(text: &Text, start: usize) -> Option<Range<usize>> {
    let before = if text.starts_sentence(start) { "" } else { text.fold(start - 1) };
    if matches!(before, "your" | "their" | "his" | "her" | "whose" | "our" | "its") {
        return None;
    }
    let mut denied =
        (start.saturating_sub(3)..start).any(|at| matches!(text.fold(at), "no" | "none" | "not") && !breaks(text, at + 1..=start));
    let mut said = false;
    for at in start + 1..(start + 12).min(text.words.len()) {
        if breaks(text, at..=at) && !is_led_on(text, at) {
            return None;
        }
        let word = text.fold(at);
        if let Some(end) = mine(text, at, said) {
            return (!denied).then_some(start..end);
        }
        if denied && (STANDS_FOR.has(text, at) || is_employer(text, at)) {
            let own = (at..at + 4).any(|at| matches!(text.fold(at), "mine" | "endorsement" | "endorsements"))
                || text.fold(at + 1) == "my" && matches!(text.fold(at + 2), "own" | "views" | "opinions" | "opinion");
            let passed_on = matches!(text.fold(start), "retweets" | "likes");
            return (!own && !passed_on && at + 1 < text.words.len() + usize::from(is_employer(text, at))).then_some(start..at + 1);
        }
        if NOT.has(text, at) {
            denied = true;
        } else if word == "but" || word == "except" {
            denied = false;
        } else if !GLUE.has(text, at) && !is_theirs(text, at, denied) {
            return None;
        }
        said |= matches!(
            word,
            "are" | "is" | "r" | "all" | "expressed" | "remain" | "solely" | "reflect" | "represent" | "purely" | "strictly" | "only"
        );
    }
    None
}

/// "not my employer's", "no one else's", "anyone's": words that name others after a denial.
fn is_theirs(text: &Text, at: usize, denied: bool) -> bool {
    denied
        && (matches!(
            text.fold(at),
            "one" | "one's" | "else" | "else's" | "anyone" | "anyone's" | "anybody" | "my" | "necessary" | "any" | "body's"
        ))
}

/// Whether a word means the one who pays the author.
fn is_employer(text: &Text, at: usize) -> bool {
    matches!(
        text.fold(at),
        "employer" | "employers" | "boss" | "bosses" | "organisation" | "organization" | "company" | "school" | "work" | "trust"
    )
}

/// Where "my own", "mine" or "personal" ends, if the word is one; loose ones must end a phrase unless `said`.
fn mine(text: &Text, at: usize, said: bool) -> Option<usize> {
    let (word, next) = (text.fold(at), if ends_phrase(text, at) { "" } else { text.fold(at + 1) });
    let closes = |end: usize| (said || ends_phrase(text, end - 1) || follows(text, end)).then_some(end);
    match (word, next) {
        ("my" | "me" | "mi" | "ma", "own") | ("my", "opinion" | "opinions" | "views" | "view" | "thoughts") => closes(at + 2),
        ("my", "personal" | "very" | "honest" | "private") => closes((at + 3).min(text.words.len())),
        ("the", "author" | "author's") => Some(at + 2),
        ("mine" | "myown" | "myself", _) => Some(at + 1),
        ("own" | "personal" | "me", _) => (ends_phrase(text, at) || follows(text, at + 1)).then_some(at + 1),
        _ => None,
    }
}

/// Words that may follow "my own" without making it "my own cat".
fn follows(text: &Text, at: usize) -> bool {
    static FOLLOW: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "alone|amp|and|because|but|capacity|entirely|etc|he|here|however|i|if|in|my|no|not|obviously|obvs|of|only|opinion|opinions|or|personal|please|rather|retweet|retweets|rt|rts|she|so|thanks|they|thoughts|tweets|unless|views|x|xx|xxx",
        )
    });
    FOLLOW.has(text, at) || text.fold(at).starts_with(['#', '@'])
}

/// Whether nothing follows a word in its phrase.
fn ends_phrase(text: &Text, at: usize) -> bool {
    text.words.get(at + 1).is_none_or(|next| next.gap >= Gap::Comma) || !plain_between(text, at)
}

/// Whether only spaces stand between a word and the next: signs, arrows and emoji end a phrase too.
fn plain_between(text: &Text, at: usize) -> bool {
    let (Some(word), Some(next)) = (text.words.get(at), text.words.get(at + 1)) else { return false };
    text.raw.get(word.end as usize..next.start as usize).is_some_and(|between| between.chars().all(char::is_whitespace))
}

/// Whether a sentence ends before one of these words.
fn breaks(text: &Text, words: std::ops::RangeInclusive<usize>) -> bool {
    words.into_iter().any(|at| text.starts_sentence(at))
}

/// "Views: my own", "Tweets... mine": what leads on to the next word though it looks like an end.
fn is_led_on(text: &Text, at: usize) -> bool {
    let (Some(last), Some(word)) = (at.checked_sub(1).and_then(|last| text.words.get(last)), text.words.get(at)) else { return false };
    let between = text.raw.get(last.end as usize..word.start as usize).unwrap_or_default().trim();
    matches!(between, ":" | ";" | "..." | "…" | ".." | "=>" | "->" | ">")
}

/// Whether words stand by themselves: nothing before them in their phrase but what says the same, nothing after.
fn stands_alone(text: &Text, words: &Range<usize>) -> bool {
    static BEFORE: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "a|account|all|amp|and|are|as|expressing|here|is|just|mainly|mostly|not|only|own|purely|reflect|represent|simply|solely|strictly|these|this|tweeting|tweets",
        )
    });
    let opens = text.starts_sentence(words.start)
        || text.words.get(words.start).is_some_and(|word| word.gap >= Gap::Comma)
        || (words.start > 0 && !plain_between(text, words.start - 1))
        || BEFORE.has(text, words.start - 1);
    let pointed = text.words.get(words.end).is_some_and(|next| next.gap <= Gap::Comma) && text.fold(words.end).starts_with('@');
    opens && !pointed && (ends_phrase(text, words.end - 1) || follows(text, words.end))
}

/// "Nobody says their views have nothing to do with work", "your employer does not agree": said of others.
fn is_theirs_too(text: &Text, words: &Range<usize>) -> bool {
    words.start > 0
        && !text.starts_sentence(words.start)
        && matches!(text.fold(words.start - 1), "your" | "their" | "his" | "her" | "whose" | "our" | "was" | "were")
}

/// "Not my own views", "none of these are my views", "your personal views".
fn is_denied(text: &Text, words: &Range<usize>) -> bool {
    let from = words.start.saturating_sub(3);
    // "This is me talking, not them" denies nothing of it.
    let turned = |at: usize| matches!(text.fold(at), "not" | "never" | "no") && text.words[at].gap < Gap::Comma;
    let inside = (words.start + 1..words.end).any(turned);
    let same = |at: usize| !breaks(text, at + 1..=words.start);
    let denied =
        (from..words.start).any(|at| same(at) && matches!(text.fold(at), "not" | "no" | "none" | "never" | "aren't" | "isn't" | "nor"));
    let others = words.start > 0
        && same(words.start - 1)
        && matches!(text.fold(words.start - 1), "your" | "their" | "his" | "her" | "whose" | "our" | "have" | "has");
    let starts_so = matches!(text.fold(words.start), "not" | "never" | "no" | "nor" | "don't" | "doesn't");
    others || (denied || inside) && !starts_so
}

/// "… do not reflect endorsement" is about what was passed on.
fn is_endorsement(text: &Text, end: usize) -> bool {
    (end..end + 3).any(|at| text.fold(at).starts_with("endors"))
}

/// `#viewsmyown` and its kin.
fn is_tag(word: &str) -> bool {
    const TAGS: &[&str] =
        &["myown", "aremine", "viewsmine", "opinionsmine", "ownviews", "myviews", "myopinions", "ownopinion", "personalviews", "viewsown"];
    let about = ["views", "opinion", "tweets", "thoughts"];
    word.starts_with(['#', 'v', 'o', 't', 'm', 'a'])
        && TAGS.iter().any(|tag| word.contains(tag))
        && about.iter().any(|about| word.contains(about))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(raw: &str) -> bool {
        !find(&crate::lexicon::Lexicon::default().read(raw)).is_empty()
    }

    #[test]
    fn disclaimers() {
        let missed: Vec<&str> = include_str!("../../tests/fixtures/disclaimers.txt")
            .lines()
            .filter(|line| !line.starts_with("# "))
            .filter_map(|line| line.strip_prefix("+ "))
            .filter(|line| !says(line))
            .collect();
        let wrong: Vec<&str> = include_str!("../../tests/fixtures/disclaimers.txt")
            .lines()
            .filter_map(|line| line.strip_prefix("- "))
            .filter(|line| says(line))
            .collect();
        assert!(missed.is_empty() && wrong.is_empty(), "missed:\n{}\nwrong:\n{}", missed.join("\n"), wrong.join("\n"));
    }
}

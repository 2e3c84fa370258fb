//! At whom a term is aimed: what stands before it (and behind an adjective) says so.

use super::terms::Reading;
use crate::phrase::Words;
use crate::text::{Gap, Text};
use std::ops::Range;
use std::sync::LazyLock;

/// Whom something is said to or of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// Nobody in particular, or a thing.
    Nobody,
    /// The author.
    Author,
    /// Whoever reads it.
    You,
    /// Somebody else.
    Other,
}

/// What is seen around a term.
#[derive(Clone, Copy, Debug)]
pub struct Aimed {
    /// Whom it is aimed at.
    pub aim: Aim,
    /// A word of contempt stands with it: "you lying …".
    pub contempt: bool,
    /// It is told that somebody was called so.
    pub told: bool,
}

/// Words that may stand between the one who is meant and the term.
const FILLERS: &str = "a|an|the|such|just|so|very|really|truly|actually|clearly|obviously|definitely|literally|basically|simply|honestly|always|all|both|only|nothing|but|more|than|being|of|kind|sort|type|pretty|quite|too|even|still|also|and|little|big|old|young|right|real|proper|complete|absolute|total|utter|massive|huge|giant|fucking|fuckin|fkn|bloody|freaking|damn|goddamn|effing|flipping|fat|ugly|stupid|dumb|silly|lazy|filthy|dirty|lying|selfish|sad|nasty|pathetic|useless|worthless|ignorant|arrogant|horrible|evil|vile|disgusting|sick|crazy|cowardly|corrupt|crooked|hypocritical|racist|sexist|fascist|smelly|thieving|scrounging|whiny|whining|miserable|moody|grumpy|rude|mad|dozy|daft|smug|creepy|spineless|gutless|brainless|clueless|deluded|hateful|violent|angry|known|proven|serial|pathological|compulsive|habitual|career|convicted|like|as|much|one|another|not|no|left|right|wing|white|black|brown|liberal|self|serving|two|faced|spoiled|spoilt|entitled|ungrateful|jumped|up|toxic|little|wannabe|failed|washed|delusional|incompetent|fake|phony|bunch|pack|load|lot|bag|sack|shower|gang|cult|group|lots|senile|retarded|insane|petty|bitter|vindictive|sanctimonious|pompous|sneaky|slimy|greedy|heartless|soulless|shameless|demented|unhinged|biggest|worst";
/// Fillers that show contempt or force by themselves.
const CONTEMPT: &str = "such|complete|absolute|total|utter|fucking|fuckin|fkn|bloody|freaking|damn|goddamn|effing|fat|ugly|stupid|dumb|silly|lazy|filthy|dirty|lying|selfish|nasty|pathetic|useless|worthless|ignorant|arrogant|horrible|evil|vile|disgusting|sick|crazy|cowardly|corrupt|crooked|hypocritical|racist|sexist|fascist|smelly|thieving|scrounging|whiny|whining|miserable|moody|dozy|smug|creepy|spineless|gutless|brainless|clueless|deluded|hateful|toxic|bunch|pack|shower|delusional|incompetent|senile|insane|vindictive|sanctimonious|slimy|greedy|heartless|soulless|shameless|demented|unhinged|ungrateful";
/// People as subjects.
const PEOPLE: &str = "he|she|they|who|people|person|man|woman|men|women|guy|guys|girl|girls|boy|boys|kid|kids|lad|lads|everyone|everybody|someone|somebody|anyone|anybody|these|those|them|liberals|liberal|conservatives|conservative|democrats|democrat|republicans|republican|dems|dem|gop|tories|tory|labour|left|leftists|lefties|leftist|antifa|politicians|politician|media|trump|obama|hillary|clinton|boris|corbyn|may|teachers|teacher|parents|parent|students|supporters|supporter|voters|voter|fans|fan|haters|followers|leaders|leader|president|minister|mp|mps|senator|senators|police|cops|cop|bitch|bitches|lot|crowd|types|folks|folk|husband|wife|ex|boss|neighbour|neighbours|driver|drivers|president|god|feminists|atheists|whites|blacks|immigrants|muslims|jews|gays|millennials|boomers|remainers|brexiteers|celebrities|actors|some|half|most|many|theyre|hes|shes|whos|mother|father|mum|mom|dad|brother|sister|head|headteacher|principal|colleague|colleagues|bully|reporter|reporters|journalists|judge|governor|cnn|fox|bbc";
/// Things as subjects, and what makes an ordinary question or wish of it.
const THINGS: &str = "it|this|that|there|which|what|its|thats|here|weather|day|phone|game|film|movie|book|idea|thing|things|question|exam|test|train|traffic|match|lesson|meeting|song|show|episode|system";
const COPULAS: &str = "is|are|was|were|r|be|been|am|looks|look|sounds|sound|seems|seem|looked|sounded|became|become|becoming|remains|acting|act|acts|behaving|behave";
const YOU: &str = "you|u|ya|yer|youre|ur|you're|yous|you'll|yall|y'all|yourself|youse|thou|y'r";
const AUTHOR: &str = "i|i'm|im|i've|me|my|myself|we|we're|our|us|ive|i'd";
const CALLS: &str = "call|called|calls|calling|calln|label|labelled|labels|branded|named|says|said";

struct Lists {
    fillers: Words,
    contempt: Words,
    people: Words,
    things: Words,
    copulas: Words,
    you: Words,
    author: Words,
    calls: Words,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists {
    fillers: Words::new(FILLERS),
    contempt: Words::new(CONTEMPT),
    people: Words::new(PEOPLE),
    things: Words::new(THINGS),
    copulas: Words::new(COPULAS),
    you: Words::new(YOU),
    author: Words::new(AUTHOR),
    calls: Words::new(CALLS),
});

/// At whom the term on these words is aimed.
pub fn aimed(text: &Text, words: &Range<usize>, reading: Reading) -> Aimed {
    let lists = &*LISTS;
    let mut at = words.start;
    let mut seen = Aimed { aim: Aim::Nobody, contempt: false, told: false };
    let mut article = false;
    while words.start - at < 6 && follows(text, at) && lists.fillers.has(text, at - 1) {
        at -= 1;
        seen.contempt |= lists.contempt.has(text, at);
        article |= matches!(text.fold(at), "a" | "an" | "such");
    }
    if !follows(text, at) {
        return opens(text, words, at, article, seen);
    }
    let before = at - 1;
    let noun = reading != Reading::Said;
    if lists.copulas.has(text, before) || text.words[before].possessive && is_subject(text, before, article, lists) {
        let subject = if text.words[before].possessive { before } else { subject(text, before, lists) };
        seen.aim = who(text, subject, lists);
    } else if lists.you.has(text, before) && (noun || text.fold(before) != "you" || attributes(text, words.end))
        || text.fold(before) == "your" && article
    {
        seen.aim = Aim::You;
    } else if noun {
        seen = called(text, before, at, words.start, article, seen, lists);
    } else if attributes(text, words.end) {
        seen.aim = Aim::Other;
    }
    if !noun && seen.aim == Aim::Nobody && attributes(text, words.end) {
        seen.aim = Aim::Other;
    }
    seen
}

/// A noun whose subject is no verb away: "called me a …", "those …", "what a …".
fn called(text: &Text, before: usize, at: usize, end: usize, article: bool, mut seen: Aimed, lists: &Lists) -> Aimed {
    let word = text.fold(before);
    let call = before.checked_sub(1).is_some_and(|call| lists.calls.has(text, call));
    if call
        && matches!(word, "me" | "him" | "her" | "them" | "us" | "you" | "people" | "someone" | "somebody" | "everyone" | "pupils" | "kids")
    {
        seen.told = true;
        seen.aim = Aim::Other;
    } else if matches!(word, "these" | "those" | "them" | "what" | "that" | "this" | "by" | "for" | "with" | "to" | "from") {
        let pointing = matches!(word, "these" | "those" | "them");
        if (pointing && at == before + 1 || seen.contempt) && !lists.things.has(text, at) {
            seen.aim = Aim::Other;
        }
    } else if word.starts_with('@') {
        let addressed = article || seen.contempt || at == end;
        seen.aim = if addressed { Aim::You } else { Aim::Nobody };
    } else if seen.contempt {
        seen.aim = if lists.author.has(text, before) { Aim::Author } else { Aim::Other };
    }
    seen
}

/// A term that opens its sentence: "Absolute clown", "@them liar".
fn opens(text: &Text, words: &Range<usize>, at: usize, article: bool, mut seen: Aimed) -> Aimed {
    let noun = !attributes(text, words.end);
    let alone = text.words.get(words.end).is_none_or(|next| next.gap == Gap::Break);
    if seen.contempt && noun || alone && at < words.start && article || !noun && at == words.start {
        seen.aim = Aim::Other;
    }
    seen
}

/// Whether a word follows the one before it in the same clause.
fn follows(text: &Text, at: usize) -> bool {
    at > 0 && text.words.get(at).is_some_and(|word| word.gap < Gap::Break)
}

/// Whether a word with a possessive ending is a subject with its verb: "he's", "who's".
fn is_subject(text: &Text, at: usize, article: bool, lists: &Lists) -> bool {
    matches!(text.fold(at), "he" | "she" | "who" | "it" | "that" | "there" | "what")
        || article && (lists.people.has(text, at) || text.words[at].capital)
}

/// The word that is the subject of a verb: the one before it, adverbs passed over.
fn subject(text: &Text, verb: usize, lists: &Lists) -> usize {
    let mut at = verb;
    while verb - at < 3 && follows(text, at) {
        at -= 1;
        if !lists.fillers.has(text, at) && !lists.copulas.has(text, at) {
            return at;
        }
    }
    // A question: "are you …", "is he …".
    if lists.you.has(text, verb + 1) || lists.people.has(text, verb + 1) { verb + 1 } else { at }
}

/// Who a subject is.
fn who(text: &Text, at: usize, lists: &Lists) -> Aim {
    let word = text.fold(at);
    if lists.you.has(text, at) {
        Aim::You
    } else if lists.author.has(text, at) {
        Aim::Author
    } else if lists.things.has(text, at) {
        Aim::Nobody
    } else if lists.people.has(text, at) || word.starts_with('@') || (text.words[at].capital && !text.starts_sentence(at)) {
        Aim::Other
    } else {
        Aim::Nobody
    }
}

/// Whether the word behind an adjective is somebody: "pathetic man", "lying politicians".
fn attributes(text: &Text, next: usize) -> bool {
    static SOMEBODY: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "man|woman|men|women|person|people|human|humans|guy|guys|girl|girls|boy|boys|lad|lads|individual|individuals|being|creature|creatures|politician|politicians|liberals|liberal|democrats|democrat|dems|republicans|republican|conservatives|conservative|tories|tory|leftist|leftists|lefties|trump|hillary|obama|clinton|clintons|bitch|bitches|cow|bastard|bastards|liar|liars|hypocrite|hypocrites|coward|cowards|clown|clowns|fool|fools|excuse|idiot|ass|asses|shit|fuck|fucks|fucker|fuckers|cunt|cunts|twat|prick|git|mouth|trump's|hack|hacks|thug|thugs|racist|racists|bully|bullies|witch|hag|pig|pigs|slob|media|president|voters|supporters|fans|losers|loser|creep|pervert|perverts|lot|folks|bunch|senator|judge|kavanaugh|feinstein|soros|biden|pelosi|boris|corbyn|americans|feminists|freak|freaks|scumbag|monster|demon|devil|old|little|fat|ugly",
        )
    });
    text.words.get(next).is_some_and(|word| word.gap <= Gap::Space) && SOMEBODY.has(text, next)
}

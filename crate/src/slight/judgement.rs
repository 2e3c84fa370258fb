//! Judgements in a text: words and wordings that run somebody down, and praise that may be meant otherwise.

use crate::phrase::{Phrases, Words};
use crate::text::{Class, Gap, Text};
use std::ops::Range;
use std::sync::LazyLock;

/// How a judgement weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It runs down whom it is said of.
    Heavy,
    /// It does so when said outright: "they were awful".
    Slight,
    /// It says nothing by itself, but runs down whoever was spoken of: "You couldn't make it up".
    Wry,
    /// What somebody cannot do, heavy unless anybody might say it of themselves.
    Inept,
    /// Praise, which a sign of sarcasm turns round.
    Praise,
}

/// A judgement in a text.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// Its words.
    pub words: Range<usize>,
    /// How it weighs.
    pub weight: Weight,
}

/// The judgements of `data/judgement.txt`.
static JUDGEMENTS: LazyLock<Phrases<Weight>> = LazyLock::new(|| {
    let lines: Vec<(Weight, String)> = include_str!(concat!(env!("OUT_DIR"), "/judgement.txt")).lines().filter_map(line).collect();
    Phrases::new(lines.iter().map(|(weight, pattern)| (*weight, pattern.as_str())), &[])
});

/// `s useless, coward/s` as a pattern.
fn line(line: &str) -> Option<(Weight, String)> {
    let (head, words) = line.split_once('\t')?;
    let weight = match head {
        "s" => Weight::Heavy,
        "w" => Weight::Slight,
        "r" => Weight::Wry,
        "i" => Weight::Inept,
        _ => Weight::Praise,
    };
    let mut pattern = String::with_capacity(words.len() * 3 / 2);
    for term in words.split(", ") {
        add_forms(&mut pattern, term);
        // Half of those who write "couldn't" write "couldnt".
        if term.contains("n't") {
            add_forms(&mut pattern, &term.replace("n't", "nt"));
        }
    }
    pattern.pop();
    Some((weight, pattern))
}

/// Adds `troll/s/ing` as `troll|trolls|trolling|`.
fn add_forms(pattern: &mut String, term: &str) {
    let mut parts = term.split('/');
    let base = parts.next().unwrap_or_default();
    for ending in std::iter::once("").chain(parts) {
        pattern.push_str(base);
        pattern.push_str(ending);
        pattern.push('|');
    }
}

/// Every judgement in order, those of weight first where several stand.
pub fn find(text: &Text) -> Vec<Judgement> {
    let mocks = text.raw.bytes().any(|byte| byte == 0xf0);
    JUDGEMENTS
        .find(text)
        .into_iter()
        .map(|found| Judgement { words: found.words, weight: *found.tag })
        .filter(|judged| match judged.weight {
            Weight::Heavy => !is_of_a_thing(text, &judged.words),
            Weight::Slight => is_outright(text, judged.words.start),
            Weight::Inept => !(1..3).any(|next| is_excusable(text, judged.words.start + next)),
            Weight::Wry => true,
            Weight::Praise => mocks,
        })
        .collect()
}

/// Whether a heavy judgement begins at a word.
pub fn is_heavy(text: &Text, at: usize) -> bool {
    JUDGEMENTS.at(text, at).iter().any(|found| *found.tag == Weight::Heavy)
}

/// Whether a single word goes on to what it is said of: "a nasty fall", "lazy Sunday"; not "nasty people", "nasty today".
fn is_of_a_thing(text: &Text, words: &Range<usize>) -> bool {
    static ENDS: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "a|about|absolutely|across|actually|after|again|all|always|an|and|any|anymore|anyway|are|around|as|at|back|basically|because|before|behind|between|but|by|can|can't|could|couldn't|days|did|do|does|don't|down|during|either|enough|even|ever|every|everyone|except|for|from|going|had|half|has|have|he|her|here|him|his|honestly|how|i|i'm|if|imo|in|including|innit|into|is|isn't|it|just|kids|kid|last|lately|like|literally|lol|lately|lot|made|make|makes|making|man|mate|me|men|more|most|my|never|ngl|no|nobody|nor|not|now|of|off|on|one|only|or|our|out|over|p1|p2|p3|p4|p5|p6|people|period|please|probably|pupil|pupils|really|right|running|seriously|set|she|should|simply|since|small|so|some|somehow|sometimes|still|student|students|teacher|teachers|than|that|the|their|them|then|there|they|this|though|through|throughout|till|tbh|to|today|together|tonight|too|trying|under|until|up|us|very|was|we|were|what|when|where|which|while|who|whole|whose|why|will|with|without|woman|women|won't|would|x|xx|yesterday|yet|you|your|parents|parent|mums|mum|dads|dad|mother|father|boss|bosses|head|heads|manager|managers|management|leadership|leaders|leader|slt|smt|governors|governor|trustees|colleagues|colleague|staff|children|child|class|classes|boys|boy|girls|girl|lads|lad|little|old|year|y7|y8|y9|y10|y11|school|place|trust|academy|department|team|culture|human|humans|person|piece|individual|individuals|creatures|creature|families|family|deputy|principal|tutor|tas|ta|hod|so|cow|sod|git|get|bunch|crowd|families|headteacher|colleague's|behaviour|attitude|attitudes|excuses|tactics",
        )
    });
    static FORCED: LazyLock<Words> = LazyLock::new(|| Words::new("is|are|was|were"));
    words.len() == 1
        && text.words.get(words.end).is_some_and(|next| next.gap <= Gap::Space && next.start > text.words[words.start].end)
        && !(ENDS.has(text, words.end) || text.class(words.end, Class::Year).is_some() || text.class(words.end, Class::Own).is_some())
        && !is_heavy(text, words.end)
        && !(words.start > 0 && FORCED.has(text, words.start - 1))
}

/// Whether a verb is of what anybody may be unable to do: "couldn't find a seat", "wouldn't miss a concert".
fn is_excusable(text: &Text, at: usize) -> bool {
    static VERBS: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "afford|ask|be|bear|believe|book|bring|buy|call|change|come|decide|do|eat|find|finish|fit|forget|get|give|go|have|hear|help|imagine|join|keep|let|live|make|mind|miss|move|offer|open|pick|pay|play|put|resist|say|see|send|share|sit|skip|stand|stop|take|think|try|use|wait|want|watch|wear|wish|work|print|download|attend|miss|hurt|swap|print|dream|without|for|thank|ask|hope|not|even",
        )
    });
    VERBS.has(text, at)
}

/// Whether a verb or a word of force stands before a slight judgement: "was awful", "absolutely dire".
fn is_outright(text: &Text, start: usize) -> bool {
    static FORCE: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "is|are|was|were|been|being|so|such|utterly|absolutely|totally|completely|really|truly|proper|just|bloody|fucking|very|pretty|beyond|too|always|so's|'re",
        )
    });
    (start.saturating_sub(3)..start).any(|at| FORCE.has(text, at) || text.words[at].possessive)
}

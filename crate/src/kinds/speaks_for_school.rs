//! speaks-for-school: a post or comment from a personal account is written as the school.

use super::{Ask, Change, Found, Proof, Report};
use crate::lexicon::MACROS;
use crate::phrase::{Phrases, Words};
use crate::text::{Gap, Text};
use crate::verdict::Severity;
use crate::voice;
use crate::words::say;
use std::ops::Range;
use std::sync::LazyLock;

/// Rows that show what is flagged and what passes; the school is `tests/fixtures/school.toml`.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        "Official from Larkfield: the gates open at six",
        "The academy's stance on trainers: no. Please don't ask",
        "Please be aware that Larkfield will be shut on Monday",
        "Larkfield here. The bus is late, please bear with it",
        "Here at Larkfield we've run out of clay",
        "The trust would like it known that we had no part in the fireworks",
        "I write for and on behalf of the governing board of Larkfield Academy",
        "«We at Larkfield» believe every child can be a reader",
        "we at larkfield do things differently, come and see",
        "Here at Larkfield we take attendance very seriously",
        "At LFA we believe homework works",
        "«On behalf of the trust», sorry for the mix up with the buses",
        "On behalf of everyone at Larkfield I'd like to thank the cadets",
        "posting this on behalf of our governors",
        "«The school's position is» that phones stay in lockers",
        "Our official position on the strike is that school stays open",
        "the trust's view is that nothing has been decided",
        "Larkfield Academy would like to apologise for this morning's delays",
        "Larkfield is committed to keeping every child safe.",
        "As a school we don't comment on individual cases",
        "we as a trust have always paid the living wage",
        "Speaking for the school here: the gates open at 8",
        "Official statement from LLT: the merger is off",
        "We would like to reassure all parents that the boiler is fixed",
        "Dear parents, we will be closed tomorrow because of the snow",
        "We have a zero tolerance approach to bullying so please ring us",
        "The academy does not tolerate abuse of its staff, please take this down",
        "Our school believes every child deserves a trip",
        "The school would ask that you take this post down",
        "in my capacity as a spokesperson for Larkfield I can say it's untrue",
        r#"{"policy":"academy-trust","moment":"comment","text":"as a school we'll be looking into this"}"#,
    ],
    passes: &[
        "Thought the school would like to know the gate's broken",
        "So it's official, Larkfield Academy will not be on the telly",
        "Larkfield here we come",
        "I work at Larkfield and can confirm it snowed",
        "I believe every child can be a reader",
        "I'm not speaking on behalf of the school but this is daft",
        "I can't speak on behalf of the trust",
        "Who speaks on behalf of the school?",
        "On behalf of my family, thank you all for coming",
        "On behalf of the allotment committee: the water is back on",
        "We believe in you lads! Come on England",
        "We at Greggs HQ believe in sausage rolls",
        "We had a lovely time at Larkfield today",
        "we are a school family of teachers in our house",
        "As a school teacher I never eat lunch",
        "The head said “we at Larkfield believe in kindness” and I cried",
        "The school's Christmas fair is on Friday",
        "The government's position is that exams go ahead",
        "our view from the classroom window is lovely",
        "Our policy at home is no screens at the table",
        "Larkfield is lovely in the autumn",
        "Larkfield would be a good place for a bike rack",
        "If the school's position is that phones are fine, why the lockers?",
        "The trust has a new logo",
        "We would like to thank our neighbours for the fireworks",
        "we're off to Larkfield for the fete",
        r#"{"moment":"post","text":"We at Larkfield believe every child can read","author":{"branded":true}}"#,
        r#"{"moment":"message","text":"We at Larkfield believe every child can read"}"#,
    ],
};

/// What a wording asks for, and what the author could say instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wording {
    /// "We at Larkfield": `I` takes its place.
    We,
    /// "On behalf of the trust": can be left out.
    Behalf,
    /// "The school's position": `My view` takes its place.
    Position,
    /// The school as the subject, or a statement of its own.
    Said,
    /// "Larkfield here." by itself.
    Here,
    /// An institution's "we", where a word for the school or its people stands in the text too.
    Institution,
}

static WORDINGS: LazyLock<Phrases<Wording>> = LazyLock::new(|| {
    let rows = [
        (Wording::Said, "(as|saying this as|speaking as|being) the (voice|face|official|mouthpiece|spokesperson) ..2 (<own>|$one)"),
        (
            Wording::Said,
            "(<own>|the $one|our $one) (will be|is|are|will) ..1 (closing|opening|moving|changing|introducing|cancelling|running|holding|postponing|offering|hosting|closed|open|writing) ..6",
        ),
        (Wording::We, "(we|we're|we've|our) ..8 here at <own>"),
        (Wording::We, "as <own> (we|our)"),
        (Wording::We, "we (the)? <own>"),
        (Wording::Behalf, "(speaking|speak|writing) for (everyone|all|everybody|the whole|all of us|the staff|staff) ..5 <own>"),
        (
            Wording::Said,
            "(leadership team|slt|head|headteacher|principal|governors|school|trust|office|<own>) ..3 (asked|told|authorised|instructed) (me|us) to (pass on|say|let everyone|let you|let parents|announce|let|post|share|tell|make)",
        ),
        (
            Wording::Said,
            "(<own>|the $one) (would like|wants|needs|asks|expects|requires|requests) ..3 (parents|parent|families|everyone|pupils|students|all|you|carers) ..1 to",
        ),
        (Wording::Said, "(<own>|the $one) (response|reply|answer|statement|message) (to|on|is|about)"),
        (Wording::Said, "(message|news|notice|update|statement|word|reminder|official|announcement) from (<own>|the $one)"),
        (Wording::Institution, "(we're|we are) a (school|academy|trust|college) (that|who|where|which)"),
        (Wording::Institution, "please (be aware|note|be advised) that <own>"),
        (Wording::Institution, "our (doors|gates) are (always|still|now)? open to"),
        (Wording::Said, "<own> (has|have) no (plans|intention|comment)"),
        (Wording::Here, "<own> here"),
        (Wording::Said, "as ..1 <own> (spokesman|spokesperson|spokeswoman|representative)"),
        (
            Wording::Said,
            "(<own>|the $one|our $one) ..1 (wants|wish|wishes|want) to (reassure|make|thank|apologise|clarify|stress|remind|correct|state|assure)",
        ),
        (Wording::Said, "(statement|update|notice|announcement) (on|about|regarding|re) (today|the|this|recent|yesterday)"),
        (Wording::Said, "this is to (inform|notify|remind|advise) ..2 (parents|families|pupils|students|carers|all)"),
        (Wording::Position, "our (ethos|values|vision|mission|motto|belief|philosophy) ..2 <own> (is|are)"),
        (
            Wording::Position,
            "our (official|school|own)? (stance|policy|rule|rules|line) on (the)? (mobile|mobiles|phones|phone|uniform|homework|bullying|absence|attendance|behaviour|lateness|jewellery|exclusions|holidays|leave|trips|detentions|hair|make up|vaping)",
        ),
        (
            Wording::Institution,
            "we (do not|don't|never|cannot|can't|will not|won't) (authorise|allow|permit|exclude|refund|discuss|provide|recommend|endorse|share|publish|set|confiscate|admit) ..1",
        ),
        (
            Wording::Institution,
            "(parents|families|parents and carers|carers|all parents) (please|kindly|are|should) (note|be aware|be advised|asked|reminded|remember|ensure)",
        ),
        (Wording::We, "(we|all of us) (here|all)? (at|here at) the (academy|school|trust|college)"),
        (Wording::Position, "(it is|it|its) (the|our|<own>) $one? (official|formal)? $stance that"),
        (
            Wording::Said,
            "(<own>|the $one|our $one) ..1 (will not be|won't be|will be contacting|will respond|will be responding|will be taking|will be issuing|has ..1 investigated|has reviewed|is reviewing|is investigating|is aware|was made aware|has received|cannot comment|can not comment|accepts|acknowledges|expects|reminds|stands|supports|opposes|is saddened|was saddened|is disappointed|takes the view|has taken the decision|has made the decision|reserves the right|is unable to|will always|has nothing further|thanks|sends|wishes everyone|wishes all|welcomes|encourages)",
        ),
        (
            Wording::Said,
            "(authorised|asked|instructed|allowed|permitted) (by ..3)? to (say|state|confirm|announce|respond|reply|clarify) ..1 (on behalf of|for|that|from)? ..2 (<own>|the $one)",
        ),
        (Wording::Said, "from (the|our) $one (side|end|perspective|point of view)"),
        (Wording::Said, "from (all|everyone|everybody) (of us|the staff|the team)? ..1 (at|here at) <own>"),
        (Wording::Said, "(school|work|official|headteacher|governor) hat on"),
        (
            Wording::Institution,
            "our (pastoral team|admissions team|office|school office|reception|attendance officer|head of year|safeguarding team|team|staff|dsl|site team|complaints policy|complaints procedure|exams officer|senco) ..1 (will|would|is happy to|are happy to)",
        ),
        (
            Wording::Institution,
            "(we won't|we will not|we shall not) (be)? ..1 (making|offering|allowing|accepting|granting|tolerating|authorising|refunding)",
        ),
        (
            Wording::Institution,
            "(we're|we are) (very|so|really|truly|deeply)? (sorry|saddened|disappointed|pleased|delighted|proud) (to|by|that|about) ..2 (hear|this|these|learn|the|your|announce|inform|all|welcome)",
        ),
        (Wording::We, "we as (staff|governors|trustees|leaders|a staff|a leadership team|senior leaders) ..1"),
        (Wording::We, "(me|myself|i) and the rest of (the)? ..2 (governing body|governors|leadership team|slt|trustees|board) ..3"),
        (Wording::We, "we the (governors|trustees|staff|leadership team|senior team|board) ..1"),
        (Wording::Behalf, "(on|in) (the|our)? ($one|<own>) behalf"),
        (Wording::We, "(we|all of us|us lot) (here|all)? (at|here at|in) (the)? (<own>|<school>)"),
        (Wording::We, "(here|over here) (at|in) <own> (we|our|we're|we've|we'd|we'll)"),
        (
            Wording::We,
            "(at|in) <own> (we|our) ..1 (believe|value|values|pride|expect|offer|aim|strive|support|welcome|ensure|encourage|promise|take|do|don't|never|always|think|feel|want|know|have|treat|celebrate|ethos|policy|vision|mission|priority)",
        ),
        (Wording::We, "(we|we've|we're) as a (school|trust|academy|college|staff|mat|leadership team|governing body)"),
        (
            Wording::We,
            "as (a|an) (whole)? (school|trust|academy|college|mat|staff team|governing body|leadership team) (we|our|we'll|we've|we're|we'd|we have|it is our)",
        ),
        (
            Wording::Behalf,
            "(on|in) (the)? (behalf|behalf's|name) of (the|our|all at|everyone at|all of us at|everybody at|all the staff at|the staff at|the team at|the whole of|my|staff at|governors at)? ..2 (<own>|$body)",
        ),
        (
            Wording::Behalf,
            "(speaking|writing|posting|replying|responding|tweeting|commenting|answering|talking) (as|for|here for|here as) (the|our|a) ..1 (<own>|$body|spokesperson|official voice|voice of)",
        ),
        (Wording::Behalf, "(speaking|writing|posting|replying|responding|tweeting|commenting) (as|for) <own>"),
        (
            Wording::Behalf,
            "(in my|in the) (capacity|role) as (a|the)? ..1 (spokesperson|spokesman|spokeswoman|voice) (for|of) (the|our)? (<own>|$body)",
        ),
        (Wording::Position, "(the|our) $one (official|formal|public|agreed)? $stance (on|..6 (is|was|remains|hasn't|has|will|isn't))"),
        (Wording::Position, "(<own>) (official|formal|public|agreed)? $stance ..6 (is|remains|hasn't|has|isn't)"),
        (Wording::Position, "our (official|formal|school|school's|agreed) $stance ..6 (is|remains|hasn't|has|isn't)"),
        (
            Wording::Said,
            "(official|formal|joint) (statement|response|reply|announcement|message|comment|line) (from|of|by|on behalf of|for) (the|our)? (<own>|$body)",
        ),
        (
            Wording::Said,
            "(statement|message|response|announcement) from (<own>|the $body|everyone at <own>|all at <own>|all of us at <own>)",
        ),
        (Wording::Said, "(<own>|the $one|our $one) ..1 $declares"),
        (
            Wording::Institution,
            "(we|we'd|we would) ..1 (would like to|wish to|want to|like to|must|are writing to|are pleased to|are delighted to|are sorry to|can) (reassure|apologise|inform|remind|assure|confirm|clarify|advise|let you know|make clear|make it clear|stress|announce) ..4 (parents|families|carers|pupils|students|everyone|you|all|that)",
        ),
        (
            Wording::Institution,
            "we ..2 (take|treat) (all|any|every|each|such|these|bullying|safeguarding|complaints|allegations|concerns|your) ..5 (seriously|seriousness)",
        ),
        (Wording::Institution, "we ..1 (have|operate|run|take) a ..1 (zero tolerance|no tolerance)"),
        (
            Wording::Institution,
            "we (do not|don't|will not|won't|cannot|can't|never|are unable to) ..1 (tolerate|comment on|accept|condone|discuss) ..3 (individual|any|abuse|bullying|cases|behaviour|pupils|students|staff|violence|racism|matters)",
        ),
        (Wording::Said, "(it is|it's|it remains|this is) (<own>|school|trust|academy|college|our) policy (that|to|not|for)"),
        (Wording::Said, "(<own>|school|academy|trust|our school|our academy) policy (is|states|says) (that|to|we|you|no|not|clear)"),
        (
            Wording::Institution,
            "(we will|we won't|we are|we're|we have) (not)? (be)? ..1 (changing|commenting|answering|discussing|entering into|taking any|taking this|looking into|investigating|aware of|working hard to)",
        ),
        (
            Wording::Institution,
            "we ..1 (apologise for|apologise to|regret|can confirm|can assure|have taken the decision|have made the decision|have decided to|expect all|expect our|expect every|ask that|ask all|ask parents|ask families|politely ask|kindly ask|kindly request|request that|reserve the right|would be grateful|would be ever so grateful|appreciate your patience|look forward to welcoming|are proud of all|do our best for|pride ourselves|have a duty of care|have robust|follow strict|are committed to|are fully committed|will always put)",
        ),
        (Wording::Institution, "dear ..2 (parents|parent|families|carers|parents and carers|parent carer|parents carers|pupils|students)"),
        (
            Wording::Institution,
            "we (will be|are|will remain|shall be|remain) ..1 (closed|open|closing|opening) ..2 (to|today|tomorrow|on|as|at|for|because|until|due)",
        ),
        (
            Wording::Institution,
            "(please)? (contact|call|ring|email|speak to|get in touch with|phone) ..1 (the office|the school office|our office|our admissions team|our reception|reception|our pastoral team|our attendance team|us) ..4 (and|so) we",
        ),
    ];
    Phrases::new(rows, &macros())
});

fn macros() -> Vec<(&'static str, &'static str)> {
    let own = [
        (
            "body",
            "school|trust|academy|college|mat|governors|governing body|governing board|board of governors|board of trustees|trustees|headteacher|head teacher|principal|leadership team|slt|senior leadership team|academy trust|multi academy trust|school community|staff team|pta|ceo",
        ),
        ("one", "school|trust|academy|college|mat|governing body|leadership team|senior leadership team"),
        ("stance", "position|stance|view|line|policy|opinion|response|statement|approach|message|belief|official position|official line"),
        (
            "declares",
            "would like to|would like it known|would like people to know|would ask|would ask that|would urge|would remind|wishes to|wish to|is committed to|is proud to|are proud to|is delighted to|are delighted to|is pleased to|are pleased to|is sorry|believes|believe that|apologises|condemns|regrets|can confirm|confirms that|does not tolerate|will not tolerate|does not comment|will not comment|does not condone|takes all|takes any|takes bullying|takes safeguarding|takes this|takes these|takes every|takes its|stands by|stands with|stands against|strongly|recognises that|expects all|expects its|welcomes applications|welcomes all|rejects|denies|disputes|has decided to|has always been committed|prides itself|refutes|has zero tolerance|has a zero tolerance|thanks everyone|thanks all|sends its|sends our|asks that|asks parents|asks all|apologise|extends its|offers its",
        ),
    ];
    own.into_iter().chain(MACROS.iter().copied()).collect()
}

/// Reports each place where a personal account writes as the school.
pub fn check(ask: &Ask, report: &mut Report) {
    if ask.act.author.branded {
        return;
    }
    for (words, wording) in spoken(ask.text) {
        let place = ask.text.span(&words);
        let mut found = Found::new(Severity::Warn, say("speaks.heading", &[]), say("speaks.why", &[])).at(place.clone());
        if let Some(insert) = instead(ask.text, &words, wording) {
            let label = if insert.is_empty() { say("speaks.leave-out", &[]) } else { say("speaks.use", &[("text", insert.trim_end())]) };
            found = found.offering(Change { label, place: place.start..cut(ask.text, &words, insert), insert: insert.to_owned() });
        }
        report.add(found);
    }
}

/// Whether a text speaks as the school: such a one does not disclose an employment of its author's own.
pub fn speaks(text: &Text) -> bool {
    !spoken(text).is_empty()
}

/// The places where a text speaks as the school.
fn spoken(text: &Text) -> Vec<(Range<usize>, Wording)> {
    let mut spoken: Vec<(Range<usize>, Wording)> = Vec::new();
    for found in WORDINGS.find(text) {
        let words = found.words;
        let again = spoken.last().is_some_and(|(last, _)| words.start < last.end);
        let meant = !voice::is_denied(text, &words)
            && !voice::is_asked(text, &words)
            && !voice::is_supposed(text, &words)
            && !voice::is_quoted(text, &words);
        // "I work at Larkfield and can confirm": two statements.
        let two = (words.start + 1..words.end).any(|at| matches!(text.fold(at), "n" | "and") || text.words[at].gap == Gap::Comma);
        let fits = match found.tag {
            Wording::Said => !two || text.starts_sentence(words.start),
            Wording::Institution => is_of_school(text),
            Wording::Here => text.starts_sentence(words.start) && text.words.get(words.end).is_some_and(|next| next.gap >= Gap::Comma),
            _ => true,
        };
        if !again && meant && fits && !is_reported(text, &words) {
            spoken.push((words, *found.tag));
        }
    }
    spoken
}

/// "Thought the school would like to know", "it's official, the trust will not": told of the school by somebody else.
fn is_reported(text: &Text, words: &Range<usize>) -> bool {
    static TOLD: LazyLock<Words> = LazyLock::new(|| {
        Words::new("thought|think|thinks|reckon|guess|sure|bet|heard|apparently|see|looks|seems|says|said|so|because|letter|official")
    });
    let before = words.start.checked_sub(1).filter(|_| !text.starts_sentence(words.start));
    before.is_some_and(|at| TOLD.has(text, at))
}

/// Words beside an institution's "we" that make it a school's.
static OF_SCHOOL: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(<own>|<year>|parents|parent|carers|pupils|pupil|students|children|families|school|academy|governors|staff|trip|mobiles|phones|lockers|policy|prom|admissions|bullying|safeguarding|headteacher|attendance|term|uniform)",
    ];
    Phrases::new(rows.map(|row| ((), row)), MACROS)
});

fn is_of_school(text: &Text) -> bool {
    OF_SCHOOL.is_in(text)
}

/// What can stand in the place of the words so that the sentence still reads well.
fn instead(text: &Text, words: &Range<usize>, wording: Wording) -> Option<&'static str> {
    let last = text.fold(words.end - 1);
    match wording {
        Wording::We if text.fold(words.start) == "we" && !matches!(text.fold(words.end), "are" | "were" | "we're") => Some("I"),
        Wording::Behalf if text.words.get(words.end).is_some() => Some(""),
        Wording::Position if last == "is" => Some("My view is"),
        _ => None,
    }
}

/// Where the cut ends: what is left out takes its comma and space along.
fn cut(text: &Text, words: &Range<usize>, insert: &str) -> usize {
    let end = text.span(words).end;
    let next = text.words.get(words.end).map_or(end, |word| word.start as usize);
    if insert.is_empty() { next } else { end }
}

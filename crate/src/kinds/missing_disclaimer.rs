//! missing-disclaimer: the post or profile shows where the author works, and nothing says that the views are their own.

use super::{Ask, Change, Found, Proof, Report};
use crate::act::{Act, Moment};
use crate::disclaimer;
use crate::lexicon::MACROS;
use crate::phrase::Phrases;
use crate::text::{Class, Text};
use crate::verdict::Severity;
use crate::words::say;
use std::ops::Range;
use std::sync::LazyLock;

/// Rows that show what is flagged and what passes; the school is `tests/fixtures/school.toml`.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        "«Proud to teach Year 9 at Larkfield»",
        "«I teach at Larkfield Academy» and the marking never ends",
        "Year 11 mocks done. «My Y9s» next.",
        "Speaking «as a TA here», the cuts hurt",
        "«I'm staff there», so I know",
        "«our Y9s at Larkfield» smashed the debate",
        "«Proud Larkfield teacher» today",
        "Been at it ages: «I've taught at Larkfield» for ten years",
        "Fab day with our year 9s @LarkfieldAcad",
        "«Proud to be on the staff at Larkfield»",
        "«Larkfield teacher here»: please slow down",
        "«Working at Larkfield» has taught me so much",
        "Thrilled that «I'll be joining Larkfield Academy as Assistant Head»",
        "«I am employed by Larkfield Academy»",
        "«I work in a school» and we need more funding",
        "Views are not my own. «I teach at Larkfield»",
        r#"{"moment":"post","text":"The new curriculum is a mess","author":{"bio":"Maths teacher at Larkfield Academy. Mum of 2."}}"#,
        r#"{"moment":"profile","text":"Head of Science @LarkfieldAcad | runner | dad"}"#,
        r#"{"policy":"academy-trust","moment":"comment","text":"i work at larkfield, it's true"}"#,
    ],
    passes: &[
        "Proud to teach Year 9 at Larkfield. Views my own.",
        "I teach at Larkfield. All opinions mine, not my employer's",
        "I teach at Larkfield but all tweets are personal",
        "I teach at Larkfield, not speaking for my employer",
        "My daughter's school is doing a bake sale",
        "I went to school at Larkfield in the 80s",
        "Polling is at Larkfield Academy hall, vote before 10",
        "My daughter's teacher at Larkfield is lovely",
        "I used to teach at Larkfield",
        "Do you teach at Larkfield?",
        "Great concert @LarkfieldAcad last night",
        "our head is on the radio",
        "We at Larkfield believe every child matters",
        "My year 9 daughter has a play tonight",
        "My year 9 has mock exams next week",
        "My class at the gym was cancelled",
        "My sister is working at Larkfield",
        "I'm a teacher",
        "I don't work at Larkfield",
        r#"{"moment":"post","text":"I teach at Larkfield","author":{"bio":"Views my own"}}"#,
        r#"{"moment":"post","text":"We're open on Saturday! I teach at Larkfield","author":{"branded":true}}"#,
        r#"{"policy":"maltby","moment":"post","text":"I teach at Larkfield"}"#,
        r#"{"moment":"message","text":"I teach at Larkfield"}"#,
    ],
};

/// Wordings that say where the author works, in a text by the author.
static EMPLOYED: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "$i $still (teach|work|lead|coach|govern|tutor) ..3 $at $the (<own>|<school>)",
        "$i $still (teach|work) (at|in|for) ..7 <own>",
        "$i $still (love|enjoy|like) (teaching|working|it) ..1 (there|here)",
        "(i am|i'm|im|been) ..1 employed (by|at) <own>",
        "(i'm|i am|im) one of (the|their|many|several) ..4 (at|for) <own>",
        "(i'll be|i will be|i'm|i am|i've|just|be) (joining|joined|starting at|moving to) ..1 <own> ..2 as ..3 $role",
        "(off|back|heading|going|go|drive|walk|cycle|return|returning|way) (in)? to work (at|in) <own>",
        "<own> ..1 $role here",
        "$i $still (teach|work) ..2 (in|at|for) (a|an) ..2 $place",
        "$i $still teach ..2 <year>",
        "$i $still work (here|there)",
        "$i $still teach (here|there)",
        "$proud (to|that) ..2 (teach|teaching|work|working|lead|leading|be part of|be a member|be a|be the|be working|be teaching|have joined|join|say i teach|say i work) ..4 (<own>|<school>|<year>)",
        "$proud to (be|have been) (made|appointed|named|on|in|among|one of|back|part of) ..5 (<own>|<school>)",
        "(love|loving|loved|enjoy|enjoying) (working|teaching|my job|being) ..3 (<own>|<year>)",
        "(proud|fellow|humble|tired|exhausted|happy|knackered) <own> ..1 $role",
        "$as (a|an|the|their|our)? ..3 $role ..2 (at|for|in|with|of)? (the)? (here|there|<own>|<school>)",
        "$as (a|an|the)? ..2 <own> ..1 $role",
        "$as (a|an|the)? ..2 <year> ..1 $role",
        "my $fine (<year>|class|form|form group|tutor group|tutees|pupils|students|sixth formers)",
        "our ..1 <year> ..3 (<own>)",
        "my (colleagues|department|team|head of department|line manager|job|role|post|boss|headteacher) ..1 (at|here at) <own>",
        "(colleagues|fellow $role) (at|here at) <own>",
        "(day|week|term|year|lesson|shift|years|terms) (of)? (working|teaching|work) ..2 (<own>|<year>)",
        "(been|i'm|i am|am|spent ..3|loved|enjoyed|loving) (teaching|marking|covering) ..2 (<year>|<own>)",
        "$i've $still (taught|worked|been teaching|been working) ..3 (at|for|in) (<own>|<school>)",
        "$i've $still (taught|worked|been teaching|been working) (here|there)",
        "(my|a) ..2 (day|week|term|year|anniversary) ..1 (at|with) <own> ..3 (as|teaching|staff|job|team|$role)",
        "(started|starting|start) ..2 (new)? (job|work|post|role|teaching) ..2 (at|with) (<own>|<school>)",
        "(member|part) of (the)? <own> ..1 (team|staff|family)",
        "member of staff (at|of|here at) <own>",
    ];
    Phrases::new(rows.map(|row| ((), row)), &macros())
});

/// Wordings that tell of the author only where they open a sentence.
static OPENING: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows =
        ["(working|teaching) ..2 (at|for) <own>", "(day|week|term|year|years) ..2 (at|with) <own> and i ..2 (love|loved|teach|work|enjoy)"];
    Phrases::new(rows.map(|row| ((), row)), &macros())
});

/// Wordings of a profile, where nobody says "I".
static PROFILE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "$role ..3 (at|for|in|with|of)? (the)? (<own>|<school>)",
        "(<own>|<school>) ..2 $role",
        "(teaching|teach|teaches|working|work|works|leading|leads|governor) ..4 (at|for) (<own>|<school>)",
    ];
    Phrases::new(rows.map(|row| ((), row)), &macros())
});

/// Signs of school work that, beside the school's own name or tag, show employment.
static AT_WORK: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(my|our) ..1 (pupils|students|classes|department|colleagues|lesson|lessons|class|form|tutor group|staff team|<year>)",
        "(my|our) ..1 $subject (class|classes|group|groups|department|team|set|sets|lesson|lessons)",
        "(inset|cpd|staff meeting|department meeting|break duty|bus duty|gate duty) ..1 (day|today|done|this|at)",
    ];
    Phrases::new(rows.map(|row| ((), row)), &macros())
});

fn macros() -> Vec<(&'static str, &'static str)> {
    let own = [
        ("i've", "i've|ive|i have|i"),
        ("i", "i|we"),
        (
            "still",
            "(currently|now|also|still|just|actually|have|proudly|happily|already|only|sometimes|usually|mostly|even|really|both|do|did)?",
        ),
        ("at", "at|for|in|with"),
        ("the", "(the|my|our|a)?"),
        ("place", "school|academy|college|primary|secondary|comprehensive|sixth form|mat|academy trust|multi academy trust"),
        (
            "proud",
            "proud|privileged|privilege|lucky|honoured|honored|happy|delighted|excited|thrilled|grateful|pleased|joy|pleasure|honour|chuffed|blessed|looking forward",
        ),
        ("as", "as|i'm|i am|im|being|became|become|becoming|i was|still|we're|hi i'm"),
        (
            "fine",
            "(lovely|amazing|brilliant|wonderful|gorgeous|fantastic|superb|little|own|new|whole|poor|great|top set|bottom set|favourite|incredible|hard working|dear|gcse|a level|btec)?",
        ),
        (
            "views",
            "views|view|opinions|opinion|thoughts|tweets|posts|comments|rants|ramblings|musings|words|ideas|retweets|everything|likes|content|all views|all opinions|all posts|all tweets|xs",
        ),
        ("not", "not|never|don't|doesn't|do not|does not|isn't|aren't|dont|doesnt|in no way|neither|nor|am not|i'm not"),
        (
            "boss",
            "employer|employer's|employers|school|school's|academy|trust|trust's|work|workplace|organisation|company|job|council|college|them|<own>",
        ),
    ];
    own.into_iter().chain(MACROS.iter().copied()).collect()
}

/// Reports a text or profile that shows the author's employment without a disclaimer in either.
pub fn check(ask: &Ask, report: &mut Report) {
    let act = ask.act;
    let bio = ask.lexicon().read(act.author.bio.as_deref().unwrap_or_default());
    let suggest = suggestion(ask);
    if act.author.branded || disclaims(ask.text, &suggest) || disclaims(&bio, &suggest) {
        return;
    }
    let is_profile = act.moment == Moment::Profile;
    let why = say("disclaimer.why", &[]);
    let found = if let Some(words) = discloses(ask.text, is_profile) {
        Found::new(Severity::Warn, say("disclaimer.heading", &[]), why).at(ask.text.span(&words))
    } else if discloses(&bio, true).is_some() && !act.text.trim().is_empty() {
        Found::new(Severity::Warn, say("disclaimer.heading-bio", &[]), why)
    } else {
        return;
    };
    report.add(offers(act, &suggest).into_iter().fold(found, Found::offering));
}

/// The words of a text that say where its author works.
pub fn discloses(text: &Text, is_profile: bool) -> Option<Range<usize>> {
    let mut found: Vec<Range<usize>> = EMPLOYED.find(text).into_iter().map(|found| found.words).collect();
    found.extend(OPENING.find(text).into_iter().map(|found| found.words).filter(|words| text.starts_sentence(words.start)));
    if is_profile {
        found.extend(PROFILE.find(text).into_iter().map(|found| found.words));
    } else if let Some(own) = (0..text.words.len()).find(|&at| text.class(at, Class::Own).is_some()) {
        found.extend(AT_WORK.find(text).into_iter().map(|found| found.words.start.min(own)..found.words.end.max(own + 1)));
    }
    found.into_iter().filter(|words| is_told(text, words)).min_by_key(|words| (words.start, usize::MAX - words.end))
}

/// Whether the words are told of the author now: not asked, supposed, said of a time past or of their child.
fn is_told(text: &Text, words: &Range<usize>) -> bool {
    const SUPPOSED: &[&str] = &[
        "if", "when", "wish", "whether", "do", "did", "does", "would", "unless", "before", "until", "like", "pretend", "imagine", "since",
        "say", "says", "said",
    ];
    const CHILD: &[&str] = &[
        "daughter",
        "daughter's",
        "son",
        "son's",
        "boy",
        "girl",
        "child",
        "kid",
        "grandson",
        "granddaughter",
        "brother",
        "sister",
        "niece",
        "nephew",
        "self",
        "teacher",
        "teachers",
        "year",
        "friend",
        "reunion",
        "photo",
        "report",
        "leavers",
        "mum",
        "parents",
        "diploma",
    ];
    const CHILD_DOES: &[&str] = &["has", "is", "was", "needs", "wants", "loves", "hates", "got", "came", "keeps", "starts"];
    const HOBBY: &[&str] =
        &["gym", "yoga", "spin", "pilates", "dance", "pottery", "zumba", "swimming", "church", "leisure", "evening", "fitness"];
    let joined = words.start > 0 && !text.starts_sentence(words.start);
    let supposed = joined && SUPPOSED.contains(&text.fold(words.start - 1));
    let of_child = text.fold(words.start) == "my"
        && text.words.get(words.end).is_some_and(|word| word.gap <= crate::text::Gap::Space)
        && CHILD.contains(&text.fold(words.end));
    let year = text.fold(words.end.saturating_sub(1));
    let one_child =
        text.fold(words.start) == "my" && year.starts_with(|c: char| c.is_ascii_digit()) && CHILD_DOES.contains(&text.fold(words.end));
    let hobby = (words.start..words.end + 4).any(|at| HOBBY.contains(&text.fold(at))) && text.fold(words.start) == "my";
    !(supposed || of_child || one_child || hobby)
}

/// Whether a text says that the views are its author's own, or holds the suggested wording.
pub fn disclaims(text: &Text, suggest: &str) -> bool {
    (!suggest.is_empty() && text.raw.contains(suggest)) || !disclaimer::find(text).is_empty()
}

/// The disclaimer that the pack suggests.
fn suggestion(ask: &Ask) -> String {
    match ask.clause.with.suggest.as_str() {
        "" => say("disclaimer.standard", &[]),
        suggest => suggest.to_owned(),
    }
}

/// Adding the disclaimer at the end: as suggested, or short where the site's limit asks for it.
fn offers(act: &Act, suggest: &str) -> Vec<Change> {
    let short = say("disclaimer.short", &[]);
    let left = limit(act).map(|limit| limit.saturating_sub(act.text.encode_utf16().count() + 2));
    let fits = |text: &&String| left.is_none_or(|left| text.encode_utf16().count() <= left);
    let end = act.text.trim_end().len();
    [suggest.to_owned(), short]
        .iter()
        .filter(fits)
        .take(1)
        .map(|text| Change {
            label: say("disclaimer.add", &[("text", text)]),
            place: end..end,
            insert: format!("{}{text}", joint(&act.text[..end])),
        })
        .collect()
}

/// What stands between a text and a sentence added to it.
fn joint(before: &str) -> &'static str {
    let tagged = before.split_whitespace().last().is_some_and(|word| word.starts_with(['#', '@']) || word.contains("://"));
    match before.chars().last() {
        None => "",
        Some(last) if last.is_alphanumeric() && !tagged => ". ",
        _ => " ",
    }
}

/// Characters a post may have, by site; `None` where no limit matters.
fn limit(act: &Act) -> Option<usize> {
    const LIMITS: &[(&str, usize)] =
        &[("x.com", 280), ("twitter.com", 280), ("bsky.app", 300), ("threads.net", 500), ("threads.com", 500), ("mastodon", 500)];
    let url = act.page.as_ref()?.url.as_deref()?;
    let host = url.split("://").nth(1)?.split('/').next()?;
    LIMITS
        .iter()
        .find(|(site, _)| host == *site || host.ends_with(&format!(".{site}")) || (*site == "mastodon" && host.contains(site)))
        .map(|(_, limit)| *limit)
}

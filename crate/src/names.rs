//! Person names in a text: of the roster, or by their shape, and the school context beside them.

use crate::facts::List;
use crate::lexicon::{self, Forename, MACROS};
use crate::people;
use crate::phrase::{Phrases, Words};
use crate::roster::{Person, Roster, Way};
use crate::tagger;
use crate::text::{Class, Gap, Text};
use std::cell::LazyCell;
use std::ops::{Deref, Range};
use std::sync::LazyLock;

/// Who a context says a name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// A pupil or student.
    Pupil,
    /// A member of staff.
    Staff,
    /// A parent or carer.
    Parent,
}

/// A name in a text.
#[derive(Clone, Debug)]
pub struct Name<'r> {
    /// Its words, a title included.
    pub words: Range<usize>,
    /// The people of the roster it may be; empty for names known by shape.
    pub people: Vec<&'r Person>,
    /// What stands beside it says whose name it is.
    pub who: Option<Who>,
    /// Whether it names the person by itself: full names of the roster do.
    pub sure: bool,
}

/// Whether a word is a title such as `Mrs`.
pub fn is_title(text: &Text, at: usize) -> bool {
    text.on(at, List::Titles)
}

/// What stands before a name and says whose it is.
static BEFORE: LazyLock<Phrases<Who>> = LazyLock::new(|| {
    let rows = [
        (Who::Pupil, "(<year>|<form>) (pupil|student|boy|girl|lad|lass|learner|tutee|prefect|captain|kid|child|pupils|students|leaver)?"),
        (Who::Pupil, "(<own>|$subject) (pupil|student)"),
        (Who::Pupil, "(<year>|<form>|under (11|12|13|14|15|16|18) ..1|u11|u12|u13|u14|u15|u16|u18) ..1 $doer"),
        (
            Who::Pupil,
            "(pupil|student|star|learner|reader|mathematician|writer) of the (week|day|month|term|half term|year) (is|was|goes to|award goes to)?",
        ),
        (Who::Pupil, "(pupil|student|tutee|prefect|head boy|head girl|sixth former|sixth formers|pupils|students|tutees|learners)"),
        (Who::Pupil, "(my|our|the|a|lovely|lil|little) ..1 (form|tutor group|class) (member|captain|rep)?"),
        (
            Who::Staff,
            "(my|our|the|new|lovely|brilliant|amazing|<own>|$subject) ..1 ($role|colleague|boss|line manager|school nurse|office manager)",
        ),
        (
            Who::Staff,
            "(colleague|chair of governors|governor|head of ..1 $subject|head of year|head of sixth form|ta|hlta|senco|sendco|assistant head|deputy head|teaching assistant|site manager|caretaker|lunchtime supervisor|dinner lady)",
        ),
        (Who::Parent, "(parent|parents|carer|carers|pta chair|pta member|mum|dad|nan|grandad)"),
    ];
    let doer = "captain|star|superstar|artist|poet|engineer|scientist|writer|singer|dancer|gymnast|swimmer|runner|goalkeeper|keeper|striker|footballer|musician|pianist|violinist|drummer|guitarist|baker|inventor|champion|winner|medallist|athlete|mathematician|linguist|historian|coder|photographer|designer|reader|ambassador|rep|councillor|mentor|debater|boxer|cyclist|climber|legend|hero|finalist|soloist|reporter";
    let macros: Vec<_> = MACROS.iter().copied().chain([("doer", doer)]).collect();
    Phrases::new(rows, &macros)
});

/// What stands behind a name and says whose it is.
static AFTER: LazyLock<Phrases<Who>> = LazyLock::new(|| {
    let rows = [
        (Who::Pupil, "((in|from|of|over in|out of|both|all|our|my|a|the) (my|our|the)? ..1)? (<year>|<form>)"),
        (Who::Pupil, "((in|from) (nursery|reception|preschool)|(both|all) (pupils|students) (in|of|at|from))"),
        (
            Who::Staff,
            "(the|best|our|brilliant|amazing|lovely|finest|greatest) ..2 $role (we've|we|i've|at|in|here|ever|leaves|left|leaving|is|who)",
        ),
        (Who::Parent, "(on|from|of|in) (the|our) (pta|ptfa|friends of <own>)"),
        (Who::Pupil, "(in|from) (my|our) ..2 (class|form|tutor group|set|group|lesson|lessons|school)"),
        (Who::Pupil, "(is|was|one of|a|an|another of|who is|who's) ..3 (my|our) ..3 (pupils|students|tutees|pupil|student)"),
        (Who::Pupil, "(a|an|the|one of) (<year>|<own>) (pupil|student|pupils|students)"),
        (Who::Staff, "(in|from|of|over in) (the)? $subject (department|dept|office|block|corridor|team)?"),
        (
            Who::Staff,
            "(in|from|on|at) (the)? (reception|school office|front office|finance|main office|pastoral office|office|pastoral team|it team|ict team|sen department|slt|senior leadership team|site team|canteen|kitchen)",
        ),
        (Who::Staff, "(my|our|the|who is|who's|is|is our|is my) ..1 ($role|colleague|boss|line manager)"),
        (Who::Staff, "(from work|at work|at <own>|from <own>|who teaches|who works)"),
        (Who::Staff, "teaches ..1 ($subject|<year>)"),
    ];
    Phrases::new(rows, MACROS)
});

/// Words of school life that make "our Mia" a pupil.
static SCHOOL_LIFE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(grade|grades|gcse|gcses|a level|a levels|mock|mocks|exam|exams|sats|phonics|spelling test|reading age|homework|detention|exclusion|excluded|suspended|isolation|form|tutor group|lesson|lessons|classroom|assembly|ehcp|send|attendance|behaviour point|behaviour points|merit|merits|school council|head boy|head girl|prefect|coursework|results day|playground|report card|parents evening|safeguarding|cpoms)",
        "(<year>|<own>)",
        "(in|my|our) ..1 (class|form|lesson)",
        "(star of the week|pupil of the week|student of the week|learner of the week|well done certificate|golden ticket)",
    ];
    Phrases::new(rows.map(|row| ((), row)), MACROS)
});

/// Praise and mention that take a pupil's bare name.
static PRAISE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(well done|congratulations|congrats|proud of|shout out|shoutout|happy birthday|good luck|kudos|bravo|welcome|celebrating|massive well done|goodbye|farewell) (to|for|from)? (our|my|the|little|wonderful|brilliant|amazing)?",
        "(our|my) (little|lovely|very own|own|amazing|brilliant|wonderful|poor|star)?",
    ];
    Phrases::new(rows.map(|row| ((), row)), MACROS)
});

/// Every name that the roster or the context makes out, left to right.
pub fn find<'r>(text: &Text, roster: &'r Roster) -> Vec<Name<'r>> {
    find_among(text, roster, &tagger::persons(text))
}

/// As [`find`], for a text whose persons the tagger has found already.
pub fn find_among<'r>(text: &Text, roster: &'r Roster, persons: &[Range<usize>]) -> Vec<Name<'r>> {
    let known = of_roster(text, roster);
    let life = LazyCell::new(|| SCHOOL_LIFE.is_in(text));
    let mut names = Vec::new();
    let mut known = known.into_iter().peekable();
    let mut ahead = persons;
    let mut at = 0;
    while at < text.words.len() {
        if let Some(name) = known.next_if(|name| name.words.start <= at) {
            at = at.max(name.words.end);
            names.push(name);
        } else if let Some((words, tagged)) = seen(text, &mut ahead, at) {
            // A roster name that begins inside goes before the shape.
            at = known.peek().map_or(words.end, |name| words.end.min(name.words.start));
            if at == words.end {
                names.extend(in_context(text, words, roster, tagged, &life));
            }
        } else {
            at += 1;
        }
    }
    names.extend(known);
    names
}

/// A name that begins at a word, and whether the tagger found it; of its names those `ahead` are left to come.
fn seen(text: &Text, ahead: &mut &[Range<usize>], at: usize) -> Option<(Range<usize>, bool)> {
    while let [first, rest @ ..] = ahead
        && first.start < at
    {
        *ahead = rest;
    }
    let tagged = ahead.first().filter(|words| words.start == at).cloned();
    tagged.map(|words| (words, true)).or_else(|| by_shape(text, at).map(|words| (words, false)))
}

/// Names of the roster in order: full ones, handles, and surnames behind a title.
fn of_roster<'r>(text: &Text, roster: &'r Roster) -> Vec<Name<'r>> {
    let mut names: Vec<Name> = Vec::new();
    for named in people::named(text, roster) {
        // A forename alone stands in a tag that praises a pupil.
        let bare = named.way == Way::First;
        names.push(Name { words: named.words, people: named.people, who: bare.then_some(Who::Pupil), sure: !bare });
    }
    names
}

/// Whether nothing but a full stop and spaces follow a word, as in `Mr. Jones`.
pub(crate) fn is_dot(text: &Text, at: usize) -> bool {
    let (Some(word), Some(next)) = (text.words.get(at), text.words.get(at + 1)) else { return false };
    text.raw.get(word.end as usize..next.start as usize).is_some_and(|between| between.trim() == ".")
}

/// Words that could be a name: a title and a capital, or a forename with the capitals that follow it.
fn by_shape(text: &Text, at: usize) -> Option<Range<usize>> {
    let capital = |at: usize, gap: Gap| {
        text.words.get(at).is_some_and(|word| {
            word.capital
                && text.class(at, Class::Year).is_none()
                && word.gap <= gap
                && text.fold(at).len() > 1
                && !text.fold(at).starts_with(|c: char| c.is_ascii_digit() || c == '#' || c == '@')
        })
    };
    if text.on(at, List::Titles) {
        let follows = capital(at + 1, Gap::Space) || (is_dot(text, at) && capital(at + 1, Gap::Break));
        return (follows && !is_abbreviation(text, at + 1)).then(|| at..surname_end(text, at + 2));
    }
    let known = lexicon::forename(text, at);
    match known {
        Some(Forename::Plain) if text.words[at].capital => Some(at..surname_end(text, at + 1)),
        Some(Forename::Plain) if !text.on(at, List::Ordinary) => Some(at..at + 1),
        Some(Forename::Ambiguous) if capital(at, Gap::Break) => Some(at..surname_end(text, at + 1)),
        // A capital in mid-sentence that is no known word: a name that is not on the list.
        None if capital(at, Gap::Comma) && !text.on(at, List::Ordinary) && !lexicon::is_subject(text, at) => {
            Some(at..surname_end(text, at + 1))
        }
        _ => None,
    }
}

/// Where the capitals (and particles) that may be a surname end.
fn surname_end(text: &Text, mut at: usize) -> usize {
    for _ in 0..3 {
        let fits = |at: usize| {
            text.words.get(at).is_some_and(|word| {
                word.capital
                    && word.gap <= Gap::Space
                    && !text.words[at - 1].possessive
                    && !lexicon::is_form(text.fold(at))
                    && !text.on(at, List::Titles)
                    && !is_abbreviation(text, at)
                    && !matches!(text.fold(at), "year" | "y" | "yr" | "i" | "i'm")
            })
        };
        if fits(at) {
            at += 1;
        } else if text.on(at, List::Particles) && fits(at + 1) {
            at += 2;
        } else {
            break;
        }
    }
    at
}

/// Up to three letters, all capitals: initials or an abbreviation.
fn is_abbreviation(text: &Text, at: usize) -> bool {
    let written = text.written(&(at..at + 1));
    written.chars().count() <= 3 && !written.chars().any(char::is_lowercase)
}

/// A name by shape counts only where what stands beside it says whose it is.
fn in_context<'r>(text: &Text, words: Range<usize>, roster: &'r Roster, tagged: bool, life: &dyn Deref<Target = bool>) -> Option<Name<'r>> {
    // The school's own name is nobody's, as in "our Larkfield 9B".
    let before = BEFORE.before(text, words.start, 5).map(|found| *found.tag);
    let before = before.filter(|_| joined(text, words.start, Gap::Comma) && !is_of_elsewhere(text, words.start));
    // "Year 8 poet Zainab" is in no anthology yet.
    let family = is_family(text, words.start) && before != Some(Who::Pupil);
    if family
        || words.clone().any(|at| text.fold(at).contains(|c: char| c.is_ascii_digit()))
        || is_work(text, &words)
        || text.class(words.start, Class::School).is_some()
    {
        return None;
    }
    let titled = text.on(words.start, List::Titles);
    let after = AFTER.at(text, words.end).first().map(|found| *found.tag).filter(|_| joined(text, words.end, Gap::Comma));
    let after = after.or_else(|| is_in_class(text, words.end).then_some(Who::Pupil));
    let after = after.filter(|_| words.len() < 2 || !is_lesson(text, words.end));
    let praised = PRAISE.before(text, words.start, 5).is_some() && joined(text, words.start, Gap::Space);
    let known = tagged || lexicon::forename(text, words.start).is_some();
    let who = after.or(before).or((praised && known && !titled && **life).then_some(Who::Pupil))?;
    // A title makes staff; a capital that is on no list is a name only in a class ("Oluwaseun in 9B").
    let who = if titled && who == Who::Pupil { Who::Staff } else { who };
    let bare_year = text.class(words.end, Class::Year).is_some() && text.class(words.end, Class::Form).is_none();
    let in_class = after == Some(Who::Pupil) && is_lone_name(text, &words) && joined(text, words.end, Gap::Space) && !bare_year;
    if !(titled || known || in_class) {
        return None;
    }
    let first = people::one_word(text, roster, words.start, Way::First);
    if first.is_empty() && tagger::is_public(text, &words) {
        return None;
    }
    Some(Name { words, people: if titled { Vec::new() } else { first }, who: Some(who), sure: false })
}

/// "… of 9G", "… from 10D": a class whose letter is also a measure's, told by its capital.
fn is_in_class(text: &Text, at: usize) -> bool {
    let written = text.written(&(at + 1..at + 2)).as_bytes();
    let figures = written.iter().take_while(|byte| byte.is_ascii_digit()).count();
    matches!(text.fold(at), "in" | "of" | "from")
        && joined(text, at + 1, Gap::Space)
        && matches!(&written[..figures], b"7" | b"8" | b"9" | b"10" | b"11" | b"12" | b"13")
        && matches!(&written[figures..], [b'A'..=b'Z'])
}

/// "Trinity College student …", "law student …": nobody's pupil, unless the author says "our".
fn is_of_elsewhere(text: &Text, start: usize) -> bool {
    static HIGHER: LazyLock<Words> = LazyLock::new(|| Words::new("university|uni|college|law|medical|nursing|acting|phd|graduate|masters"));
    static OURS: LazyLock<Words> = LazyLock::new(|| Words::new("our|my|level|year"));
    let ours = [Class::Own, Class::Year, Class::Form];
    let name =
        |at: usize| text.words[at].capital && !text.starts_sentence(at) && !text.on(at, List::Ordinary) && !lexicon::is_subject(text, at);
    let before = |from: usize, to: usize| (start.saturating_sub(from)..start.saturating_sub(to)).filter(|at| !text.starts_sentence(at + 1));
    matches!(text.fold(start.wrapping_sub(1)), "student" | "students")
        && before(3, 1).any(|at| HIGHER.has(text, at) || name(at))
        && !before(6, 1).any(|at| OURS.has(text, at) || ours.iter().any(|class| text.class(at, *class).is_some()))
}

/// "… in Year 9 assembly": who is talked about there is seldom in the class.
fn is_lesson(text: &Text, at: usize) -> bool {
    static LESSON: LazyLock<Words> =
        LazyLock::new(|| Words::new("assembly|assemblies|lesson|lessons|history|topic|video|curriculum|poetry|reading"));
    (at + 1..at + 5).any(|at| joined(text, at, Gap::Space) && LESSON.has(text, at))
}

/// One or two words with a capital each, not shouted, and not part of a headline.
fn is_lone_name(text: &Text, words: &Range<usize>) -> bool {
    // Initials and abbreviations stay as they are: only what has small letters can be a name.
    let shouted = |at: usize| !text.written(&(at..at + 1)).chars().any(char::is_lowercase);
    let headline = words.start > 0 && text.words[words.start - 1].capital && !text.starts_sentence(words.start);
    words.len() <= 2 && !headline && !words.clone().any(shouted)
}

/// Whether a word stands in the same sentence as the one before it, with no more than `gap` between.
fn joined(text: &Text, at: usize, gap: Gap) -> bool {
    text.words.get(at).is_some_and(|word| word.gap <= gap)
}

/// "Year 10 Romeo and Juliet", "Duke of Edinburgh": a play or a prize.
fn is_work(text: &Text, words: &Range<usize>) -> bool {
    words.len() == 1 && matches!(text.fold(words.start), "romeo" | "juliet" | "duke" | "edinburgh" | "macbeth" | "hamlet" | "othello")
}

/// "my son Jayden", "my wife Sarah": the author's own.
fn is_family(text: &Text, start: usize) -> bool {
    static FAMILY: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "son|daughter|wife|husband|partner|mum|dad|brother|sister|nephew|niece|grandson|granddaughter|cousin|boyfriend|girlfriend|fiance|fiancee|uncle|aunt|aunty|nan|grandma|grandad|stepson|stepdaughter|godson|goddaughter|twins|dog|cat|puppy|actor|author|singer|poet|writer|footballer|minister|king|queen|prince|princess|saint|st|president|lord|lady",
        )
    });
    // "Oskar's mum, Mrs Kowalska" is nobody of the author's.
    let theirs = |at: usize| at > 0 && text.words[at - 1].possessive;
    (1..=2).any(|back| start >= back && joined(text, start, Gap::Comma) && FAMILY.has(text, start - back) && !theirs(start - back))
}

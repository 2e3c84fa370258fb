//! Private matters: what a text tells of a real person at school, of internal papers, or by a case number.

mod wordings;

use crate::names::Name;
use crate::phrase::Words;
use crate::text::{Class, Gap, Text};
use crate::voice;
use std::ops::Range;
use std::sync::LazyLock;
use wordings::{PERSON, WORDINGS, Wording};

/// What sort of private matter a text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// About a person.
    Person,
    /// An internal paper.
    Paper,
    /// A number in a case system.
    Case,
}

/// Words of school life: beside them "she" is somebody at school.
static LIFE: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "supply|teach|attendance|homework|exclusion|pex|late|assembly|cover|staffroom|class|form|tutor|lesson|hr|staff|department|teacher|teachers|term|pupil|pupils|governors|slt|school|colleague|colleagues|cpoms|ta|tas|senco|head|headteacher|tutees|timetable|year|nurture|sixth|reception|academy|parents|observation|dsl",
    )
});

/// Words of papers about jobs and money: hushed up, they are internal.
static STAFFING: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "redundancy|redundancies|restructure|attached|document|heads|restructuring|minutes|governors|governor|budget|staffing|deficit|merger|consultation|tender|grievance|payroll|settlement|appointment|shortlist|interview|interviews|report|data|draft|headship|inspection|exclusion|investigation",
    )
});

/// What a text holds for judging its wordings.
struct Scene<'a> {
    text: &'a Text<'a>,
    /// People of the school.
    people: Vec<Range<usize>>,
    /// People of any kind.
    persons: &'a [Range<usize>],
    /// Whether the text is about school, so that "she" is somebody there.
    at_school: bool,
}

/// The private matters in a text, each place once; `at_school` when the text is a mail from work.
pub fn find(text: &Text, names: &[Name], persons: &[Range<usize>], at_school: bool) -> Vec<(Range<usize>, Matter)> {
    let mut people: Vec<Range<usize>> = PERSON.find(text).into_iter().map(|found| found.words).collect();
    people.extend(names.iter().map(|name| name.words.clone()));
    people.extend((1..text.words.len()).filter(|&at| is_initials(text, at)).map(|at| at - 1..at + 1));
    let at_school = at_school
        || WORDINGS.find(text).iter().any(|found| *found.tag == Wording::Hushed)
        || (0..text.words.len()).any(|at| LIFE.has(text, at))
        || !voice::ours(text).is_empty();
    let scene = Scene { text, people, persons, at_school };
    let mut told: Vec<(Range<usize>, Matter)> = Vec::new();
    for found in WORDINGS.find(text) {
        let Some((words, matter)) = scene.judge(found.words, *found.tag) else { continue };
        if told.len() < MOST && told.iter().all(|(other, _)| other.end <= words.start || words.end <= other.start) {
            told.push((words, matter));
        }
    }
    told
}

/// Whether a text holds a wording at all: worth asking before its names are looked for.
pub fn may_tell(text: &Text) -> bool {
    WORDINGS.is_in(text)
}

/// Places told of one text: nobody reads more.
const MOST: usize = 20;

impl Scene<'_> {
    /// What a wording tells, if it tells something private.
    fn judge(&self, words: Range<usize>, wording: Wording) -> Option<(Range<usize>, Matter)> {
        let text = self.text;
        let sentence = voice::sentence(text, &words);
        let earnest = !voice::is_asked(text, &words) && !voice::is_supposed(text, &words) && text.fold(sentence.start) != "if";
        match wording {
            Wording::System => case_number(text, words.end).map(|end| (words.start..end, Matter::Case)),
            Wording::Paper => earnest.then_some((words, Matter::Paper)),
            Wording::Hushed => {
                let whole = voice::around(text, &words);
                let paper = (whole.clone()).any(|at| STAFFING.has(text, at));
                (earnest && paper).then_some((words, Matter::Paper))
            }
            _ if !earnest || is_general(text, &sentence) || (is_own(text, &words, &sentence) && !self.has_subject(&words, &sentence)) => {
                None
            }
            Wording::OnFile => self.someone(&words, &sentence, true),
            Wording::Plain => self.someone(&words, &sentence, self.at_school),
            Wording::Pay => is_pay(text, &words).then(|| self.someone(&words, &sentence, self.at_school)).flatten(),
        }
    }

    /// "I can tell you that the head of year got …": somebody of the school stands between the author and the matter.
    fn has_subject(&self, words: &Range<usize>, sentence: &Range<usize>) -> bool {
        let opens = matches!(self.text.fold(sentence.start), "i" | "i'm" | "i've");
        let family = (sentence.start..words.start).any(|at| self.text.fold(at) == "my");
        let that = |at: usize| matches!(self.text.fold(at), "that" | "the" | "because" | "but" | "our");
        opens && !family && self.people.iter().any(|place| sentence.start < place.start && place.end <= words.start && that(place.start))
    }

    /// "Jayden's dad": a name with somebody's family behind it is nobody famous.
    fn has_kin(&self, place: &Range<usize>) -> bool {
        static KIN: LazyLock<Words> = LazyLock::new(|| {
            Words::new("mum|dad|mam|mother|father|parents|stepdad|brother|sister|nan|carer|family|attendance|behaviour|ehcp|form|tutor")
        });
        self.text.words.get(place.end - 1).is_some_and(|word| word.possessive) && KIN.has(self.text, place.end)
    }

    /// The person whom a matter in a sentence is about; `anyone` takes a name of no known school, and "she".
    fn someone(&self, words: &Range<usize>, sentence: &Range<usize>, anyone: bool) -> Option<(Range<usize>, Matter)> {
        let near =
            |place: &&Range<usize>| sentence.start <= place.start && place.end <= sentence.end && place.start < words.start.max(place.end);
        let place = self.people.iter().find(near).cloned();
        let named = || self.persons.iter().find(|place| near(place) && (anyone || self.has_kin(place))).cloned();
        let place = place
            .or_else(|| {
                if anyone {
                    pronoun(self.text, sentence, words.start).or_else(|| pronoun(self.text, &voice::around(self.text, words), words.start))
                } else {
                    None
                }
            })
            .or_else(named)?;
        Some((words.start.min(place.start)..words.end.max(place.end), Matter::Person))
    }
}

/// "Training on …", "a novel about a girl who …": spoken of in general.
fn is_general(text: &Text, sentence: &Range<usize>) -> bool {
    static GENERAL: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "any|every|how|whenever|nationally|novel|film|character|training|refresher|awareness|vet|vets|cat|dog|puppy|kitten|horse|podcast|documentary|episode|article|should|reading|england|charity|actor|actress|singer|celebrity|movie|series",
        )
    });
    // "You should know that …" tells all the same.
    sentence.clone().any(|at| GENERAL.has(text, at) && text.fold(at + 1) != "know")
}

/// "I was signed off", "my son has an EHCP": the author's own matters, or their family's.
fn is_own(text: &Text, words: &Range<usize>, sentence: &Range<usize>) -> bool {
    static SUBJECTS: LazyLock<Words> =
        LazyLock::new(|| Words::new("i|i'm|i've|i'd|im|ive|he|she|they|he's|she's|has|is|was|who|who's|been"));
    static FAMILY: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "son|daughter|husband|wife|partner|mum|dad|mam|brother|sister|nephew|niece|gran|nan|grandson|granddaughter|kids|boyfriend|girlfriend|stepson|stepdaughter|auntie|cousin|fiance|hubby|boy|girl|eldest|youngest|own|mother|father|uncle|dog|cat|neighbour|mate's",
        )
    });
    let subject = (sentence.start..words.start).rev().find(|&at| SUBJECTS.has(text, at) && !matches!(text.fold(at), "was" | "been"));
    let mine = subject.is_some_and(|at| matches!(text.fold(at), "i" | "i'm" | "i've" | "i'd" | "im" | "ive"));
    let told = (words.start..words.end).any(|at| matches!(text.fold(at), "he" | "she" | "his" | "her" | "they"));
    (mine && !told && !has_other(text, sentence)) || sentence.clone().any(|at| text.fold(at) == "my" && FAMILY.has(text, at + 1))
}

/// "I'm so worried about her": somebody else is in the sentence too.
fn has_other(text: &Text, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|at| {
        matches!(
            text.fold(at),
            "he" | "she" | "him" | "her" | "his" | "lad" | "girl" | "boy" | "kid" | "pupil" | "student" | "child" | "tutee" | "colleague"
        )
    })
}

/// "he", "her" before a matter.
fn pronoun(text: &Text, sentence: &Range<usize>, before: usize) -> Option<Range<usize>> {
    static PRONOUNS: LazyLock<Words> = LazyLock::new(|| Words::new("he|she|he's|she's|him|her|his|hers|hes|shes|he'd|she'd|he'll|she'll"));
    let at = (sentence.start..before)
        .rev()
        .take(8)
        .find(|&at| PRONOUNS.has(text, at))
        .or_else(|| (before..sentence.end).take(16).find(|&at| PRONOUNS.has(text, at)))?;
    Some(at..at + 1)
}

/// The end of a number of three digits and more within a few words: a case, not a year or a count.
fn case_number(text: &Text, from: usize) -> Option<usize> {
    static MARKS: LazyLock<Words> =
        LazyLock::new(|| Words::new("case|no|number|id|ref|reference|incident|log|entry|record|upn|report|concern|ticket|file|note"));
    static COUNTED: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "pupils|students|kids|children|minutes|schools|staff|users|times|days|quid|people|pounds|hours|things|logins|emails|records",
        )
    });
    let at = (from..from + 6)
        .take_while(|&at| text.words.get(at).is_some_and(|word| word.gap != Gap::Break))
        .find(|&at| is_number(text.fold(at)))?;
    let marked = at <= from + 1 || (from..at).any(|at| MARKS.has(text, at));
    (marked && !COUNTED.has(text, at + 1)).then_some(at + 1)
}

fn is_number(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    (3..=12).contains(&digits) && digits + 2 >= word.len() && !(word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
}

/// Whether the sum in these words is a wage and not a price.
fn is_pay(text: &Text, words: &Range<usize>) -> bool {
    if voice::is_supposed(text, words) || words.clone().any(|at| matches!(text.fold(at), "waste" | "cost" | "price")) {
        return false;
    }
    let Some(sum) = words.clone().find(|&at| text.class(at, Class::Money).is_some()) else { return true };
    let word = text.fold(sum);
    let next = text.words.get(sum + 1).is_some_and(|next| next.start == text.words[sum].end + 1 && text.fold(sum + 1).len() == 3);
    word.ends_with('k') || word.len() >= 5 || next || text.fold(sum + 1) == "grand"
}

/// "JT 9B", "JT in 9B": two or three capitals before a class; `at` is the second of the pair.
fn is_initials(text: &Text, at: usize) -> bool {
    let written = |at: usize| text.written(&(at..at + 1));
    let initials = |at: usize| (2..=3).contains(&written(at).len()) && written(at).bytes().all(|b| b.is_ascii_uppercase());
    text.class(at, Class::Year).is_some()
        && (initials(at - 1) || (at > 1 && matches!(text.fold(at - 1), "in" | "from" | "of") && initials(at - 2)))
}

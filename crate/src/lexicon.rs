//! School words: the school's own names, year groups, classes, roles, subjects, and forenames.

use crate::facts::List;
use crate::phrase::Words;
use crate::school::School;
use crate::text::{Class, Gap, Text, hash};
use std::sync::LazyLock;

/// Macros for phrases: jobs at a school, school events, and subjects.
pub const MACROS: &[(&str, &str)] = &[
    (
        "role",
        "teacher|teachers|headteacher|head teacher|head|deputy head|deputy headteacher|deputy|assistant head|assistant headteacher|principal|vice principal|assistant principal|executive head|\
         head of year|head of department|head of faculty|head of sixth form|head of house|head of ..1 $subject|hod|hoy|leader of ..1 $subject|ta|tas|hlta|lsa|teaching assistant|classroom assistant|learning support assistant|support staff|\
         senco|sendco|nqt|ect|rqt|pgce student|trainee teacher|student teacher|supply teacher|form tutor|tutor|class teacher|governor|trustee|lecturer|cover supervisor|lunchtime supervisor|midday supervisor|dinner lady|\
         receptionist|school secretary|secretary|caretaker|site manager|business manager|bursar|school nurse|librarian|technician|pastoral lead|pastoral manager|dsl|safeguarding lead|slt|leadership team|member of staff|members of staff|staff member|staff|mentor|invigilator|exams officer|attendance officer|counsellor|chaplain",
    ),
    (
        "subject",
        "maths|math|mathematics|english|science|biology|chemistry|physics|history|geography|geog|re|rs|pe|p.e|art|music|drama|dance|french|german|spanish|mfl|latin|computing|computer science|ict|it|dt|design technology|technology|textiles|food tech|food|business|economics|psychology|sociology|politics|media|phonics|pshe|citizenship|sport|phys ed|humanities|languages|eal|send|sen|literacy|numeracy",
    ),
];

/// Whether a word is a subject in one word.
pub fn is_subject(text: &Text, at: usize) -> bool {
    static SUBJECTS: LazyLock<Words> = LazyLock::new(|| Words::new(MACROS[1].1));
    SUBJECTS.has(text, at)
}

/// The words that the classes of phrases resolve: the school's own names among them.
#[derive(Debug, Default)]
pub struct Lexicon {
    own: Vec<Vec<u64>>,
    tags: Vec<u64>,
    /// A bit for some bits of each hash that a name or tag begins with.
    first: u64,
}

impl Lexicon {
    /// The words of one school.
    pub fn of(school: &School) -> Self {
        let hashes = |name: &str| Text::new(name).words.iter().map(|word| word.hash).collect::<Vec<_>>();
        let own: Vec<Vec<u64>> = school.names().into_iter().map(hashes).filter(|words| !words.is_empty()).collect();
        let tags = school.handles.iter().chain(&school.hashtags).map(|tag| tag.trim().to_lowercase()).filter(|tag| tag.len() > 1);
        let tags: Vec<u64> = tags.map(|tag| hash(tag.as_bytes())).collect();
        let first = own.iter().map(|words| words[0]).chain(tags.iter().copied()).fold(0, |bits, hash| bits | 1 << (hash & 63));
        Self { own, tags, first }
    }

    /// Cuts a text into words and marks each [`Class`] where it begins.
    pub fn read<'a>(&self, raw: &'a str) -> Text<'a> {
        let mut text = Text::known(raw);
        for at in 0..text.words.len() {
            let first = text.fold(at).as_bytes().first().copied().unwrap_or_default();
            let may_be_own = self.first >> (text.words[at].hash & 63) & 1 == 1;
            let tag = if may_be_own { self.tag(&text, at) } else { None };
            let own = if may_be_own { self.own(&text, at).or(tag) } else { None };
            // Nearly every word is known at a glance to be in no class.
            let may_be_year = matches!(first, b'0'..=b'9' | b'y') || text.words[at].facts.on(List::Years);
            if own.is_none() && !may_be_year && !text.words[at].capital {
                continue;
            }
            let school = own.or_else(|| any_school(&text, at));
            let form = (first.is_ascii_digit() && (is_form(text.fold(at)) || is_form_in_context(&text, at))).then_some(1);
            let money = if first.is_ascii_digit() { money(&text, at) } else { None };
            let year = if may_be_year { year(&text, at) } else { None };
            let classes = [
                (Class::Own, own),
                (Class::Tag, tag),
                (Class::School, school),
                (Class::Year, year),
                (Class::Form, form),
                (Class::Money, money),
            ];
            for (class, length) in classes {
                if let Some(length) = length {
                    text.mark(at, class, length);
                }
            }
        }
        text
    }

    fn own(&self, text: &Text, at: usize) -> Option<usize> {
        self.own
            .iter()
            .find(|name| {
                name.iter().enumerate().all(|(i, word)| text.hash(at + i) == *word && (i == 0 || text.words[at + i].gap <= Gap::Space))
            })
            .map(Vec::len)
    }

    fn tag(&self, text: &Text, at: usize) -> Option<usize> {
        self.tags.contains(&text.hash(at)).then_some(1)
    }
}

/// "Oakfield Primary School", "St Mary's Academy": capitals that end in a word for a school.
fn any_school(text: &Text, at: usize) -> Option<usize> {
    static LAST: LazyLock<Words> = LazyLock::new(|| {
        Words::new("school|academy|college|primary|juniors|infants|high|secondary|comp|comprehensive|grammar|trust|nursery")
    });
    let joins = |at: usize| text.words.get(at).is_some_and(|word| word.capital && word.gap <= Gap::Space);
    if !text.words.get(at)?.capital {
        return None;
    }
    let length = (1..5).take_while(|length| joins(at + length)).last()? + 1;
    (2..=length).rev().find(|length| LAST.has(text, at + length - 1))
}

/// "Year 9", "Y9s", "Yr. 9", "year nine", "Reception", "KS3", "sixth form", "9B".
fn year(text: &Text, at: usize) -> Option<usize> {
    const NUMBERS: &[&str] =
        &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"];
    let word = text.fold(at);
    let next = text.fold(at + 1);
    let number = |word: &str| {
        let bare = word.trim_end_matches('s').trim_end_matches('\'');
        is_year(bare) || NUMBERS.contains(&bare) || is_form(bare)
    };
    match word {
        "year" | "years" | "yr" | "yrs" | "y" | "form" | "class" | "set" if number(next) => Some(2),
        "key" if next == "stage" => Some(3.min(text.words.len() - at)),
        "sixth" | "6th" if matches!(next, "form" | "formers") => Some(2),
        "reception" if text.words.get(at).is_some_and(|word| word.capital) => Some(1),
        "eyfs" | "ks1" | "ks2" | "ks3" | "ks4" | "ks5" | "sixthform" => Some(1),
        _ if is_form(word) || is_form_in_context(text, at) => Some(1),
        _ => ["year", "yr", "y"]
            .iter()
            .any(|prefix| word.strip_prefix(prefix).is_some_and(|rest| is_year(rest.trim_end_matches('s').trim_end_matches('\''))))
            .then_some(1),
    }
}

/// "£40", "52k", "20 quid".
fn money(text: &Text, at: usize) -> Option<usize> {
    let word = text.fold(at);
    let pounds = text.words.get(at).is_some_and(|word| text.raw[..word.start as usize].ends_with('£'));
    let thousands = word.strip_suffix('k').is_some_and(|rest| (2..=3).contains(&rest.len()) && rest.bytes().all(|b| b.is_ascii_digit()));
    if matches!(text.fold(at + 1), "quid" | "pounds" | "grand" | "p" | "pence") {
        return Some(2);
    }
    (pounds || thousands).then_some(1)
}

/// A year group from 1 to 13.
fn is_year(word: &str) -> bool {
    word.parse::<u8>().is_ok_and(|year| (1..=13).contains(&year))
}

/// A class such as `9b`, `10xy`, `7ma1`; a date (`9th`), time (`7pm`) or measure (`5k`, `3d`) is none.
pub fn is_form(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "st", "nd", "rd", "th", "am", "pm", "k", "g", "kg", "m", "mm", "cm", "km", "d", "x", "p", "s", "min", "mins", "hr", "hrs", "h",
        "ft", "in", "lb", "oz", "gb", "mb", "ml", "l", "v", "w", "yr", "yrs", "yo", "ish", "bn", "ds", "dn", "mph", "kmh", "gs",
    ];
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &word[digits..];
    // Sizes and repetitions: `4x6`, `3x150`.
    if rest.strip_prefix('x').is_some_and(|count| count.starts_with(|c: char| c.is_ascii_digit())) {
        return false;
    }
    (1..=2).contains(&digits)
        && is_year(&word[..digits])
        && (1..=4).contains(&rest.len())
        && rest.bytes().all(|b| b.is_ascii_alphanumeric())
        && rest.as_bytes()[0].is_ascii_alphabetic()
        && !OTHERS.contains(&rest)
}

/// "in 9G", "my 10D", "of 10X4": a class whose letters are a measure's or a size's too, told by their capitals and what stands before.
fn is_form_in_context(text: &Text, at: usize) -> bool {
    let written = text.written(&(at..at + 1)).as_bytes();
    let figures = written.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let may = matches!(&written[..figures], b"7" | b"8" | b"9" | b"10" | b"11" | b"12" | b"13")
        && matches!(&written[figures..], [b'D' | b'G' | b'H' | b'L' | b'P' | b'S' | b'W'] | [b'X', b'0'..=b'9']);
    let before = at.checked_sub(1).filter(|_| may && text.words[at].gap <= Gap::Space);
    before.is_some_and(|before| matches!(text.fold(before), "in" | "of" | "from" | "my" | "our" | "class" | "form" | "group" | "tutor"))
}

/// What a folded word is as a forename.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forename {
    /// Given to people, and no other word.
    Plain,
    /// Also a word or a place, as Grace, Will or London.
    Ambiguous,
}

/// Whether a word is a forename known in the UK; of words on none of our lists, one in 85 is taken for one.
pub fn forename(text: &Text, at: usize) -> Option<Forename> {
    match text.words.get(at)?.facts.known().forename {
        0 => None,
        3 => Some(Forename::Ambiguous),
        _ => Some(Forename::Plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, raw: &str, expected: &str) {
        let school = School {
            name: "Larkfield Academy".into(),
            also: vec!["Larkfield".into()],
            handles: vec!["@LarkfieldAcad".into()],
            ..School::default()
        };
        let text = Lexicon::of(&school).read(raw);
        let class = Class::named(name).expect("a class");
        let found: Vec<&str> =
            (0..text.words.len()).filter_map(|at| text.class(at, class).map(|length| text.written(&(at..at + length)))).collect();
        assert_eq!(found.join(";"), expected, "<{name}> in {raw:?}");
    }

    #[test]
    fn classes() {
        check("own", "I like Larkfield Academy, @larkfieldacad", "Larkfield Academy;@larkfieldacad");
        check("year", "Year 9 and Y10s, yr 7, 9B, 7pm on the 9th, 5k run", "Year 9;Y10s;yr 7;9B");
        check("year", "Reception class, year nine, KS3, sixth form, year 2000", "Reception;year nine;KS3;sixth form");
        check("form", "in 9G, of 10D, our 11D and from 10X4", "9G;10D;11D;10X4");
        check("form", "a 3GS with 9G of space, 10D glasses, 10 of 9g", "");
        check("form", "7B, 10XY, 9Ma1, 10X, 3D, 20B, 13m, 4x6, 3x150, 3DS", "7B;10XY;9Ma1");
        check("school", "at St Mary's Primary School today", "St Mary's Primary School;Mary's Primary School;Primary School");
        check("school", "school was fun. Old School", "Old School");
    }

    #[test]
    fn forenames() {
        for (word, expected) in [
            ("jayden", Some(Forename::Plain)),
            ("grace", Some(Forename::Ambiguous)),
            ("maths", None),
            ("", None),
            ("mohammed", Some(Forename::Plain)),
        ] {
            assert_eq!(forename(&Text::known(word), 0), expected, "{word}");
        }
    }
}

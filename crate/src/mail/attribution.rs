//! Lines that say who wrote what follows: "On Monday, Pat wrote:", in the languages of common clients.

use super::quote::{Line, is_dated};
use std::ops::Range;

/// Words that end an attribution, in front of its colon or amid it.
const WROTE: &[&str] = &[
    "wrote",
    "writes",
    " said",
    " sent",
    "schrieb",
    "geschrieben",
    "a écrit",
    "a ã©crit",
    "escribió",
    "escribio",
    "ha scritto",
    "schreef",
    "geschreven",
    "escreveu",
    "napisał",
    "pisze",
    "skrev",
    "ysgrifennodd",
    "ysgrifenodd",
    "kirjoitti",
    "napsal",
    "írta",
    "a scris",
    "yazdı",
    "написал",
    "пишет",
    "пише",
    "έγραψε",
    "va escriure",
    "写道",
    "đã viết",
    "のメッセージ",
];

/// Words that open an attribution.
const OPENINGS: &[&str] = &[
    "on ",
    "am ",
    "le ",
    "el ",
    "il ",
    "op ",
    "em ",
    "ar ",
    "den ",
    "d. ",
    "w dniu ",
    "dnia ",
    "dne ",
    "at ",
    "in ",
    "a ",
    "vào ",
    "på ",
    "på",
    "quoting ",
    "zitat von ",
    "date: ",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "pon",
    "wt",
    "śr",
    "czw",
    "pt",
    "sob",
    "niedz",
    "lun",
    "mar",
    "mer",
    "jeu",
    "ven",
    "sam",
    "dim",
    "ti ",
    "ke ",
];

/// Lines over which one attribution may be folded.
const MOST_LINES: usize = 6;

/// "On Monday, Pat <pat@home.example> wrote:" and its like, on one line or folded over several.
pub fn attribution(lines: &[Line], at: usize) -> Option<usize> {
    let first = lines[at].text;
    if let Some(end) = inner_end(first) {
        return (is_dated(&first[..end]) && opens(first)).then_some(1);
    }
    // Few lines end in a colon soon: the openings, fifty of them, need not be tried on the others.
    let closed = lines[at..].iter().take(MOST_LINES).any(|line| closes(line.text));
    if !closed || !closes(first) && !opens(first) {
        return None;
    }
    let mut joined = String::new();
    let mut blank = 0;
    for (i, line) in lines[at..].iter().take(MOST_LINES).enumerate() {
        if line.text.is_empty() {
            blank += 1;
            if i == 0 || blank > 2 || !is_open(&joined, lines, at..at + i) {
                return None;
            }
            continue;
        }
        if joined.len() > 350 {
            return None;
        }
        joined.push_str(line.text);
        joined.push(' ');
        if closes(line.text) {
            let below = lines[at + i + 1..].iter().take(3).find(|next| !next.raw.trim().is_empty());
            return is_attribution(&joined, below.is_some_and(|next| next.depth > line.depth)).then_some(i + 1);
        }
    }
    None
}

/// Whether an address goes on below a line with nothing on it: quoting `<pat@home.example\n>` leaves such lines.
fn is_open(joined: &str, lines: &[Line], so_far: Range<usize>) -> bool {
    let (first, blank) = (&lines[so_far.start], &lines[so_far.end]);
    joined.contains('<') || blank.depth > first.depth || lines.get(so_far.end + 1).is_some_and(|next| next.text.starts_with('<'))
}

/// Where "wrote:" stands amid a line whose quote follows at once.
fn inner_end(line: &str) -> Option<usize> {
    let end = line.find("wrote: ")?;
    line.starts_with("On ").then_some(end)
}

/// Whether a line ends as attributions do.
fn closes(line: &str) -> bool {
    line.ends_with([':', '：']) || line.ends_with(":*")
}

/// Whether a line begins as attributions do: with their first words, a date or a dash.
fn opens(line: &str) -> bool {
    let line = line.trim_start_matches(['-', '*', '[', '(', ' ', '~']);
    line.starts_with(|c: char| c.is_ascii_digit() || c == '"' || c == '<')
        || OPENINGS.iter().any(|opening| starts_folded(line, opening))
        || line.contains('@')
}

/// Whether `line` begins with `opening`, in either case.
fn starts_folded(line: &str, opening: &str) -> bool {
    let mut letters = line.chars().flat_map(char::to_lowercase);
    opening.chars().all(|c| letters.next() == Some(c))
}

/// Whether joined lines that end in a colon say that somebody wrote.
fn is_attribution(joined: &str, quoted_below: bool) -> bool {
    let joined = joined.trim();
    let lower = joined.to_lowercase();
    let bare = lower.trim_end_matches([':', '：', '*', ' ', '\u{a0}']);
    let wrote = WROTE.iter().any(|word| bare.contains(word));
    let at_end = WROTE
        .iter()
        .any(|word| bare.ends_with(word.trim_start()) || bare.ends_with(&format!("{word}a")) || bare.ends_with(&format!("{word}(a)")));
    let dated = is_dated(joined);
    let addressed = bare.contains('@');
    // "In his memo of 3 May 2001 he wrote:" is anybody's sentence.
    let loose = ["in ", "at ", "a "].iter().any(|opening| bare.starts_with(opening));
    let few = joined.split_whitespace().count() <= 6;
    // "2017-02-08 12:32 GMT Amit <amit@home.example>:" says neither "on" nor "wrote".
    let last = bare.rsplit(' ').find(|word| word.chars().any(char::is_alphanumeric)).unwrap_or_default();
    let terse = dated && last.contains('@') && joined.starts_with(|c: char| c.is_ascii_digit());
    terse
        || (wrote
            && dated
            && (at_end && opens(joined) && (!loose || quoted_below) || addressed || opens(joined) && quoted_below || is_german(bare)))
        || (wrote && at_end && (addressed || quoted_below && (few || opens(joined))))
        || ((bare.starts_with("quoting ") || bare.starts_with("zitat von ")) && (addressed || quoted_below))
}

/// "Am 3. Mai schrieb Pat:", "Op 3 mei schreef Pat", "W dniu 3 maja pisze Pat": the name comes last.
fn is_german(bare: &str) -> bool {
    ["am ", "op ", "w dniu ", "dnia ", "le ", "den ", "ar ", "på "].iter().any(|opening| bare.starts_with(opening))
}

//! The forms in which a person's name is met, as folded strings without spaces that are fingerprinted.

use super::alike::alike;
use crate::text::Text;

/// The shortest name that is looked for mistyped, in letters; only two letters that changed places make one so short.
pub const SHORTEST_TYPO: usize = 4;

/// The longest: places of letters are written with two figures.
pub(crate) const LONGEST_TYPO: usize = 98;

/// Particles that begin a surname and may be left out.
const PARTICLES: &[&str] = &[
    "de", "van", "von", "der", "den", "bin", "ibn", "al", "el", "da", "la", "le", "ap", "del", "di", "du", "dos", "das", "ten", "ter",
    "af", "abu", "ben",
];

/// What a row of a roster says someone is called.
#[derive(Debug, Default)]
pub(super) struct Names<'r> {
    /// Preferred, legal and other forenames.
    pub forenames: Vec<&'r str>,
    /// Middle names.
    pub middle: Option<&'r str>,
    /// Preferred and legal surnames.
    pub surnames: Vec<&'r str>,
    /// Mail addresses and handles.
    pub handles: Vec<&'r str>,
}

impl Names<'_> {
    /// First letters of the first forename and the first surname, `Frankie-May O'Neill` as `FO`.
    pub fn initials(&self) -> String {
        let first = |list: &[&str]| list.first().and_then(|name| name.chars().find(|c| c.is_alphabetic()));
        [first(&self.forenames), first(&self.surnames)].into_iter().flatten().flat_map(char::to_uppercase).collect()
    }
}

/// Words of a name as they are fingerprinted: lower case, without accents, apostrophes and hyphens.
pub fn letters(name: &str) -> Vec<String> {
    let text = Text::new(name);
    (0..text.words.len()).map(|at| text.fold(at).replace(['\'', '@', '#'], "")).filter(|word| !word.is_empty()).collect()
}

/// A name in the forms in which it is met.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    /// Whole and in its parts, nothing between the words.
    pub names: Vec<String>,
    /// First words of any of them: a quick "could a name start here?".
    pub starts: Vec<String>,
    /// Other names that mean the same person, and which of `names` they mean.
    pub alike: Vec<(String, usize)>,
}

impl Forms {
    /// `Frankie-May` is met as `frankiemay` and `frankie`, `Katherine` as Kate too.
    pub fn of_forename(name: &str, middle: Option<&str>) -> Self {
        let words = letters(name);
        let mut names = vec![words.concat()];
        names.extend(words.first().cloned());
        if words.len() > 2 {
            names.push(words[..2].concat());
        }
        names.extend(middle.map(|middle| words.concat() + &letters(middle).concat()));
        let mut forms = Self::new(name, names, words);
        for at in 0..forms.names.len() {
            forms.alike.extend(alike(&forms.names[at]).into_iter().map(|other| (other.to_owned(), at)));
        }
        forms.starts.extend(forms.alike.iter().map(|(other, _)| other.clone()));
        forms
    }

    /// `Smith-Jones` is met whole and by either half, `van Dyke` without its particle, `MacDonald` as McDonald.
    pub fn of_surname(name: &str) -> Self {
        let words = letters(name);
        let mut names = vec![words.concat()];
        if words.len() == 2 && words[0].chars().count() > 3 {
            names.extend(words.iter().cloned());
        }
        let bare = words.iter().take_while(|word| PARTICLES.contains(&word.as_str())).count();
        if bare > 0 && words.len() > bare {
            names.push(words[bare..].concat());
        }
        match (words.concat().strip_prefix("mac"), words.concat().strip_prefix("mc")) {
            (Some(rest), _) if rest.len() > 3 => names.push(format!("mc{rest}")),
            (_, Some(rest)) if rest.len() > 3 => names.push(format!("mac{rest}")),
            _ => {}
        }
        Self::new(name, names, words)
    }

    fn new(name: &str, mut names: Vec<String>, words: Vec<String>) -> Self {
        // "Müller" is written Mueller where the keyboard has no umlaut.
        let lower = name.to_lowercase();
        if lower.contains(['ä', 'ö', 'ü', 'å']) {
            let spelt = lower.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('å', "aa");
            names.push(letters(&spelt).concat());
        }
        let mut kept: Vec<String> = Vec::new();
        names.into_iter().filter(|name| !name.is_empty()).for_each(|name| {
            if !kept.contains(&name) {
                kept.push(name);
            }
        });
        let starts = kept.iter().chain(&words).cloned().collect();
        Self { names: kept, starts, alike: Vec::new() }
    }
}

/// A name with each letter but the first left out in turn, and the place of that letter behind it (`kat 2`): what a
/// name and the same name with one letter changed, added, left out or moved by one have in common.
pub(super) fn gaps(name: &str) -> impl Iterator<Item = String> {
    // A name with figures in it is no name, and is not mistyped as one.
    let fits = (SHORTEST_TYPO..=LONGEST_TYPO).contains(&name.chars().count()) && !name.contains(|c: char| c.is_ascii_digit());
    let places = name.char_indices().enumerate().skip(1).filter(move |_| fits);
    places.map(|(place, (at, c))| format!("{}{} {place}", &name[..at], &name[at + c.len_utf8()..]))
}

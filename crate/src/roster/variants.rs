//! The ways a person's name is written, as folded strings that are fingerprinted.

use crate::order;
use crate::text::Text;

/// In which way a fingerprinted name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Way {
    /// The first word of any full form: a quick "could a name start here?".
    Start = 0,
    /// Forename and surname.
    Full = 1,
    /// Surname, then forename.
    Reversed = 2,
    /// Initial and surname.
    Initial = 3,
    /// Forename alone; naming only where a role or class stands by.
    First = 4,
    /// Surname alone; naming only behind a title.
    Last = 5,
    /// Handle, mail address or its local part.
    Handle = 6,
    /// A forename with one letter left out, and which: how a mistyped one is met.
    NearFirst = 7,
    /// A surname with one letter left out, and which.
    NearLast = 8,
}

/// The shortest name that is looked for mistyped, in letters; only two letters that changed places make one so short.
pub const SHORTEST_TYPO: usize = 4;

/// A name with each letter but the first left out in turn, and the place of that letter behind it (`kat 2`): what a
/// name and the same name with one letter changed, added, left out or moved by one have in common.
fn gaps(name: &str) -> impl Iterator<Item = (usize, String)> {
    name.char_indices().enumerate().skip(1).map(|(place, (at, c))| (place, format!("{}{}", &name[..at], &name[at + c.len_utf8()..])))
}

/// A name without one letter as it is fingerprinted.
pub(super) fn gap(without: &str, place: usize) -> String {
    format!("{without} {place}")
}

/// What a row of a roster says someone is called.
#[derive(Debug, Default)]
pub struct Names {
    /// Legal, preferred and other forenames.
    pub forenames: Vec<String>,
    /// Legal and preferred surnames.
    pub surnames: Vec<String>,
    /// Mail addresses and handles.
    pub handles: Vec<String>,
}

/// Words of a name as they are fingerprinted: lower case, without accents, apostrophes and hyphens.
pub fn letters(name: &str) -> Vec<String> {
    let text = Text::new(name);
    (0..text.words.len()).map(|at| text.fold(at).replace(['\'', '@', '#'], "")).filter(|word| !word.is_empty()).collect()
}

impl Names {
    /// Every way the person's names may be met.
    pub fn ways(&self) -> Vec<(Way, String)> {
        let firsts = dedup(self.forenames.iter().flat_map(|name| forename_forms(&letters(name))));
        let lasts = dedup(self.surnames.iter().flat_map(|name| surname_forms(&letters(name))));
        let mut ways = Vec::new();
        for last in &lasts {
            for first in &firsts {
                ways.push((Way::Full, format!("{first} {last}")));
                ways.push((Way::Reversed, format!("{last} {first}")));
                ways.push((Way::Initial, format!("{} {last}", initial(first))));
            }
            ways.push((Way::Last, last.clone()));
        }
        ways.extend(firsts.iter().map(|first| (Way::First, first.clone())));
        ways.extend(firsts.iter().chain(&lasts).map(|name| (Way::Start, first_word(name).to_owned())));
        ways.extend(firsts.iter().map(|name| (Way::Start, initial(name))));
        ways.extend(mistyped(Way::NearFirst, &firsts).chain(mistyped(Way::NearLast, &lasts)));
        ways.extend(self.handles.iter().flat_map(|handle| handle_forms(handle)).map(|handle| (Way::Handle, handle)));
        ways
    }
}

/// The fingerprints by which mistyped names of one word are met, the rightly typed among them.
fn mistyped(way: Way, names: &[String]) -> impl Iterator<Item = (Way, String)> {
    let long = |name: &&String| !name.contains(' ') && name.chars().count() >= SHORTEST_TYPO;
    names.iter().filter(long).flat_map(move |name| gaps(name).map(move |(place, without)| (way, gap(&without, place))))
}

/// `Frankie-May` is met as `frankie may`, `frankiemay` and `frankie`.
fn forename_forms(words: &[String]) -> Vec<String> {
    let Some(first) = words.first() else { return Vec::new() };
    vec![words.join(" "), words.concat(), first.clone()]
}

/// `Smith-Jones` is met whole and by either half; `O Callaghan` and `van Dyke` also in one word.
fn surname_forms(words: &[String]) -> Vec<String> {
    let mut forms = vec![words.join(" "), words.concat()];
    if words.len() == 2 && words[0].len() > 3 {
        forms.extend(words.iter().cloned());
    }
    forms.retain(|form| !form.is_empty());
    forms
}

/// An address counts whole and by what stands before its `@`.
fn handle_forms(handle: &str) -> Vec<String> {
    let handle = handle.trim().trim_start_matches('@').to_lowercase();
    let local = handle.split('@').next().unwrap_or_default().to_owned();
    [handle, local].into_iter().filter(|form| !form.is_empty()).collect()
}

fn initial(name: &str) -> String {
    name.chars().take(1).collect()
}

fn first_word(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

fn dedup(forms: impl Iterator<Item = String>) -> Vec<String> {
    let mut forms: Vec<String> = forms.collect();
    order::by(&mut forms, String::cmp);
    forms.dedup();
    forms
}

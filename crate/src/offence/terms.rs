//! The offensive terms that ship with the engine, with what each is and how it must be read.

use crate::order;
use crate::phrase::Phrases;
use crate::text;
use std::sync::LazyLock;

/// What an offence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Swearing.
    Profanity,
    /// Sexual remarks and words.
    Sexual,
    /// Insults that need no swearing.
    Insult,
    /// Threats, and wishing somebody harm.
    Threat,
    /// Race and colour.
    Race,
    /// Where somebody comes from.
    Origin,
    /// Religion.
    Religion,
    /// Sex and gender.
    Gender,
    /// Sexual orientation.
    Orientation,
    /// Disability and mental health.
    Disability,
    /// Age.
    Age,
    /// Looks and hair colour.
    Appearance,
    /// Political opinions.
    Politics,
}

impl Category {
    /// As the data writes it.
    fn of(letter: u8) -> Option<Self> {
        Some(match letter {
            b'p' => Self::Profanity,
            b'x' => Self::Sexual,
            b'i' => Self::Insult,
            b'k' => Self::Threat,
            b'r' => Self::Race,
            b'o' => Self::Origin,
            b'l' => Self::Religion,
            b'g' => Self::Gender,
            b'q' => Self::Orientation,
            b'd' => Self::Disability,
            b'a' => Self::Age,
            b'h' => Self::Appearance,
            b't' => Self::Politics,
            _ => return None,
        })
    }

    /// As the policy packs name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Profanity => "profanity",
            Self::Sexual => "sexual",
            Self::Insult => "insult",
            Self::Threat => "threat",
            Self::Race => "race",
            Self::Origin => "origin",
            Self::Religion => "religion",
            Self::Gender => "gender",
            Self::Orientation => "orientation",
            Self::Disability => "disability",
            Self::Age => "age",
            Self::Appearance => "appearance",
            Self::Politics => "politics",
        }
    }

    /// Whether it is about what somebody is, which makes it discrimination.
    pub fn is_protected(self) -> bool {
        !matches!(self, Self::Profanity | Self::Sexual | Self::Insult | Self::Threat)
    }
}

/// How a term must be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Offensive wherever it stands.
    Always,
    /// A noun, offensive when somebody is called it.
    Called,
    /// A noun, offensive when somebody is called it with a word of contempt.
    Despised,
    /// An adjective, offensive when said of somebody.
    Said,
}

/// What the terms of one line of the data are.
#[derive(Clone, Copy, Debug)]
pub struct Class {
    /// What they are about.
    pub category: Category,
    /// From 0 (an exclamation) and 1 (mild) to 4 (strongest), in Ofcom's order.
    pub strength: u8,
    /// How they must be read.
    pub reading: Reading,
}

impl Class {
    /// `p4!`.
    fn parse(head: &str) -> Option<Self> {
        let &[category, strength, reading] = head.as_bytes() else { return None };
        let reading = match reading {
            b'!' => Reading::Always,
            b'?' => Reading::Called,
            b'^' => Reading::Despised,
            _ => Reading::Said,
        };
        Some(Self { category: Category::of(category)?, strength: strength.wrapping_sub(b'0'), reading })
    }
}

/// The terms, ready for matching.
#[derive(Debug)]
pub struct Terms {
    /// Every term as a pattern.
    pub phrases: Phrases<Class>,
    /// Single words that are always offensive, by hash.
    words: Vec<(u64, Class)>,
    /// The same, sorted, for those that are written with masks.
    pub masked: Vec<(String, Class)>,
}

/// The terms of `data/offence.txt`.
pub static TERMS: LazyLock<Terms> = LazyLock::new(|| Terms::read(include_str!(concat!(env!("OUT_DIR"), "/offence.txt"))));

impl Terms {
    fn read(data: &str) -> Self {
        let lines: Vec<(Class, Vec<String>)> = data.lines().filter_map(line).collect();
        let patterns: Vec<(Class, String)> = lines.iter().map(|(class, forms)| (*class, format!("({})", forms.join("|")))).collect();
        let always = lines.into_iter().filter(|(class, _)| class.reading == Reading::Always);
        let mut masked: Vec<(String, Class)> = always
            .flat_map(|(class, forms)| forms.into_iter().map(move |form| (form, class)))
            .filter(|(form, _)| !form.contains(' ') && form.len() > 2)
            .collect();
        order::by(&mut masked, |(one, _), (other, _)| one.cmp(other));
        let mut words: Vec<(u64, Class)> = masked.iter().map(|(form, class)| (text::hash(form.as_bytes()), *class)).collect();
        order::by_key(&mut words, |(hash, _)| *hash);
        masked.retain(|(form, class)| class.strength > 0 && form.len() > 3 || form == "ass");
        Self { phrases: Phrases::new(patterns.iter().map(|(class, pattern)| (*class, pattern.as_str())), &[]), words, masked }
    }

    /// What a folded word is, where it is always offensive.
    pub fn word(&self, folded: &str) -> Option<Class> {
        let at = self.words.binary_search_by_key(&text::hash(folded.as_bytes()), |(hash, _)| *hash).ok()?;
        Some(self.words[at].1)
    }
}

/// The class of a line and its terms with their endings; none for remarks.
fn line(line: &str) -> Option<(Class, Vec<String>)> {
    let (head, terms) = line.split_once('\t')?;
    Some((Class::parse(head)?, terms.split(", ").flat_map(forms).collect()))
}

/// `troll/s/ing` as its forms.
fn forms(term: &str) -> impl Iterator<Item = String> {
    let (base, endings) = term.split_once('/').unwrap_or((term, ""));
    let endings = endings.split('/').filter(|ending| !ending.is_empty());
    std::iter::once("").chain(endings).map(move |ending| base.to_owned() + ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let data = include_str!("../../data/offence.txt");
        for row in data.lines().filter(|row| !row.starts_with('#')) {
            let (class, forms) = line(row).unwrap_or_else(|| panic!("{row}"));
            assert!((0..=4).contains(&class.strength) && forms.iter().all(|form| !form.is_empty()), "{row}");
            assert!(forms.iter().all(|form| form.bytes().all(|b| b.is_ascii_lowercase() || b == b' ' || b == b'\'')), "{row}");
        }
    }

    #[test]
    fn endings() {
        assert_eq!(forms("troll/s/ing").collect::<Vec<_>>(), ["troll", "trolls", "trolling"]);
        assert_eq!(TERMS.word("fucking").map(|class| class.strength), Some(4));
        assert!(TERMS.word("muppet").is_none());
    }
}

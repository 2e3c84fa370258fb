//! Takes people into a roster: names become fingerprints here, and what is known of a name is worked out once.

use super::names::{Forms, Names, gaps};
use super::{Person, Roster, Way, pair};
use std::collections::{BTreeMap, BTreeSet};

/// From so many on (the names of a hundred schools) new ones are not looked for mistyped, so that a roster stays small.
const MOST_LEADS: usize = 1_200_000;

/// What is known of names: the number of each, and what stands under it.
type ByName<T> = (BTreeMap<String, usize>, Vec<T>);

/// A roster in the making.
#[derive(Debug)]
pub(super) struct Keeper {
    roster: Roster,
    /// Fingerprints of the forms of each name as files write it, by its number; of a forename also that of its first letter.
    firsts: ByName<(Vec<u64>, u64)>,
    lasts: ByName<Vec<u64>>,
    /// Names that are in the roster's `names` already, and where.
    known: BTreeMap<u64, u32>,
    /// Starts that are known.
    starts: BTreeSet<u64>,
}

impl Keeper {
    pub fn new(key: [u8; 16]) -> Self {
        let roster = Roster { key, ..Roster::default() };
        Self { roster, firsts: Default::default(), lasts: Default::default(), known: BTreeMap::new(), starts: BTreeSet::new() }
    }

    /// The roster; the names are forgotten.
    pub fn done(self) -> Roster {
        self.roster.settled()
    }

    /// Takes somebody in.
    pub fn add(&mut self, person: Person, names: &Names) {
        let at = self.roster.people.len() as u32;
        let (mut firsts, mut initials) = (Vec::new(), Vec::new());
        for name in &names.forenames {
            let (forms, initial) = self.firsts(name, names.middle);
            firsts.extend(forms);
            initials.push(*initial);
        }
        let lasts: Vec<u64> = names.surnames.iter().flat_map(|name| self.lasts(name).to_vec()).collect();
        let key = self.roster.key;
        let mut prints: Vec<u64> = firsts.iter().chain(&lasts).copied().collect();
        prints.extend(lasts.iter().flat_map(|last| firsts.iter().chain(&initials).map(|first| pair(&key, *first, *last))));
        for handle in names.handles.iter().flat_map(|handle| handle_forms(handle)) {
            prints.push(self.roster.print(Way::Handle, &handle));
        }
        prints.sort_unstable();
        prints.dedup();
        self.roster.people.push(person);
        self.roster.index.extend(prints.into_iter().map(|print| (print, at)));
    }

    /// The fingerprints of a forename's forms, and of its first letter.
    fn firsts(&mut self, name: &str, middle: Option<&str>) -> &(Vec<u64>, u64) {
        let both = middle.map(|middle| format!("{name} {middle}"));
        let whole = both.as_deref().unwrap_or(name);
        let known = self.firsts.0.get(whole).copied();
        let at = known.unwrap_or_else(|| {
            let prints = self.keep(&Forms::of_forename(name, middle), Way::First, Way::NearFirst);
            let initial = self.initial(name);
            self.firsts.1.push((prints, initial));
            self.firsts.0.insert(whole.to_owned(), self.firsts.1.len() - 1);
            self.firsts.1.len() - 1
        });
        &self.firsts.1[at]
    }

    /// The fingerprints of a surname's forms.
    fn lasts(&mut self, name: &str) -> &[u64] {
        let known = self.lasts.0.get(name).copied();
        let at = known.unwrap_or_else(|| {
            let prints = self.keep(&Forms::of_surname(name), Way::Last, Way::NearLast);
            self.lasts.1.push(prints);
            self.lasts.0.insert(name.to_owned(), self.lasts.1.len() - 1);
            self.lasts.1.len() - 1
        });
        &self.lasts.1[at]
    }

    /// Takes note of a name's forms and of all that leads to them.
    fn keep(&mut self, forms: &Forms, way: Way, near: Way) -> Vec<u64> {
        let numbers: Vec<u32> = forms.names.iter().map(|name| self.name(name, way, near)).collect();
        for start in &forms.starts {
            let print = self.roster.print(Way::Start, start);
            if let Some(number) = numbers.first().filter(|_| self.starts.insert(print)) {
                self.roster.leads.push((print, *number));
            }
        }
        let alike = forms.alike.iter().filter_map(|(other, at)| Some((self.roster.print(Way::Alike, other), *numbers.get(*at)?)));
        let alike: Vec<(u64, u32)> = alike.collect();
        self.roster.leads.extend(alike);
        numbers.into_iter().map(|number| self.roster.names[number as usize]).collect()
    }

    /// The number of a name; one not met before is noted with the ways in which it is mistyped.
    fn name(&mut self, name: &str, way: Way, near: Way) -> u32 {
        let print = self.roster.print(way, name);
        let next = self.roster.names.len() as u32;
        let number = *self.known.entry(print).or_insert(next);
        if number == next {
            self.roster.names.push(print);
            let roster = &mut self.roster;
            if roster.leads.len() > MOST_LEADS {
                return number;
            }
            roster.leads.extend(gaps(name).map(|gap| (super::fingerprint(&roster.key, near, &[&gap]), next)).collect::<Vec<_>>());
        }
        number
    }

    /// The fingerprint of a forename's first letter; a text may begin a name with it.
    fn initial(&mut self, name: &str) -> u64 {
        let first: String = name.chars().filter(|c| c.is_alphabetic()).take(1).collect();
        let letter = super::letters(&first).concat();
        let start = self.roster.print(Way::Start, &letter);
        if self.starts.insert(start) {
            self.roster.leads.push((start, 0));
        }
        self.roster.print(Way::Initial, &letter)
    }
}

/// An address counts whole and by what stands before its `@`.
fn handle_forms(handle: &str) -> Vec<String> {
    let handle = handle.trim().trim_start_matches('@').to_lowercase();
    let local = handle.split('@').next().unwrap_or_default().to_owned();
    let mut forms = vec![handle, local];
    forms.dedup();
    forms.retain(|form| !form.is_empty());
    forms
}

//! What is known of a word whatever stands around it: looked up when a text is cut, and kept for when the word comes again.

use crate::hash::hash;
use crate::offence;
use crate::order;
use crate::table::Table;
use crate::tagger;
use crate::tagger::words::{self, Known};
use std::sync::LazyLock;

/// What is asked of nearly every word of a text: lists of single words first, then what a word's letters tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum List {
    /// Forms of address before a name.
    Titles = 8,
    /// Those that the tagger has learnt with.
    FormsOfAddress,
    /// Small words inside names.
    Particles,
    /// Those that the tagger has learnt with.
    TaggerParticles,
    /// Words that begin sentences and are in no name.
    FunctionWords,
    /// Ordinary words that open sentences or stand in titles.
    Ordinary,
    /// Words that a year group or class may begin with.
    Years,
    /// Words in which an offensive one may be hidden.
    Disguises,
    /// Often used words of the dictionary, as they stand.
    Common,
    /// Words that end as no name does, for all that the lists know them as a rare one.
    Derived,
}

/// The lists' words.
const LISTS: [(List, &str); 7] = [
    (List::Titles, "mr mrs ms miss mx dr prof professor sir rev revd father sister madame monsieur senor senora"),
    (List::FormsOfAddress, "mr mrs ms miss mx dr prof professor sir rev revd madame lord lady dame"),
    (List::Particles, "de van von der den bin al el o mac mc da la le ap"),
    (List::TaggerParticles, "de van von der den bin ibn al el da di del la le ap ter dos du o"),
    (
        List::FunctionWords,
        "i i'm i've i'll i'd the a an and but or if in on at to of for with from by as is it it's this that these those there here we you he she they \
         my your our his her their its what when where who why how not no so do don't are was be can have has just all get me about now up out",
    ),
    (List::Ordinary, include_str!("../data/ordinary.txt")),
    (List::Years, "year years yr yrs y form class set key sixth 6th reception eyfs ks1 ks2 ks3 ks4 ks5 sixthform"),
];

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts(u32);

impl Facts {
    /// Whether it is on a list.
    pub fn on(self, list: List) -> bool {
        self.0 >> list as u8 & 1 == 1
    }

    /// What the lists of names say.
    pub fn known(self) -> Known {
        let mark = |at: u32| (self.0 >> at & 3) as u8;
        Known { forename: mark(0), surname: mark(2), word: mark(4), place: mark(6) }
    }

    fn look_up(folded: &str, hash: u64) -> Self {
        static TABLE: LazyLock<Table> = LazyLock::new(table);
        let known = Known::of(folded, hash);
        let marks = known.forename | known.surname << 2 | known.word << 4 | known.place << 6;
        let told = [
            (List::Disguises, offence::may_hide(folded)),
            (List::Common, words::common(hash)),
            (List::Derived, known.forename == 1 && tagger::is_derived(folded)),
        ];
        let told = told.iter().fold(0, |bits, (list, is)| bits | u32::from(*is) << *list as u8);
        Self(TABLE.get(hash).unwrap_or(0) | u32::from(marks) | told)
    }
}

/// The lists as one table of bits.
fn table() -> Table {
    // A text's words come without their possessive ending.
    let row = |list: List, word: &str| (hash(word.strip_suffix("'s").unwrap_or(word).as_bytes()), 1 << list as u8);
    let words = LISTS.iter().flat_map(|(list, words)| words.split_whitespace().map(|word| row(*list, word)));
    let mut rows: Vec<(u64, u32)> = words.collect();
    order::by_key(&mut rows, |row| row.0);
    let merged = |rows: &[(u64, u32)]| (rows[0].0, rows.iter().fold(0, |bits, row| bits | row.1));
    Table::new(&rows.chunk_by(|one, other| one.0 == other.0).map(merged).collect::<Vec<_>>())
}

/// The facts of the words met last: few words make up most of what is written.
#[derive(Debug, Default)]
pub struct Kept {
    slots: Vec<(u64, Facts)>,
}

impl Kept {
    const SLOTS: usize = 8_192;

    /// What is known of a word, by its folded form and that form's hash.
    pub fn facts(&mut self, folded: &str, hash: u64) -> Facts {
        if self.slots.is_empty() {
            self.slots.resize(Self::SLOTS, Default::default());
        }
        let slot = &mut self.slots[(hash >> 40) as usize % Self::SLOTS];
        if slot.0 != hash {
            *slot = (hash, Facts::look_up(folded, hash));
        }
        slot.1
    }
}

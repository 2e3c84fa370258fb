//! A text read once: its words, and what several kinds ask of them, worked out when first asked.

use crate::identifiers::{self, Identifier};
use crate::lexicon::Lexicon;
use crate::mail;
use crate::names::{self, Name};
use crate::offence::{self, Offence};
use crate::roster::Roster;
use crate::school::School;
use crate::tagger;
use crate::text::Text;
use std::cell::OnceCell;
use std::ops::Range;

/// An act's text with everything that has been found in it so far.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The school's words.
    pub lexicon: Lexicon,
    /// The words of the text, classes marked.
    pub text: Text<'a>,
    roster: &'a Roster,
    names: OnceCell<Vec<Name<'a>>>,
    persons: OnceCell<Vec<Range<usize>>>,
    mail: OnceCell<mail::Body<'a>>,
    identifiers: OnceCell<Vec<Identifier>>,
    offences: OnceCell<Vec<Offence>>,
}

impl<'a> Reading<'a> {
    /// Reads a text of someone at this school.
    pub fn new(raw: &'a str, school: &School, roster: &'a Roster) -> Self {
        let lexicon = Lexicon::of(school);
        let mut text = lexicon.read(raw);
        roster.mark_forms(&mut text);
        Self {
            lexicon,
            text,
            roster,
            names: OnceCell::new(),
            persons: OnceCell::new(),
            mail: OnceCell::new(),
            identifiers: OnceCell::new(),
            offences: OnceCell::new(),
        }
    }

    /// Names that the roster or what stands beside them makes out.
    pub fn names(&self) -> &[Name<'a>] {
        self.names.get_or_init(|| names::find_among(&self.text, self.roster, self.persons()))
    }

    /// Every person name, whoever it is.
    pub fn persons(&self) -> &[Range<usize>] {
        self.persons.get_or_init(|| tagger::persons(&self.text))
    }

    /// Telephone numbers, addresses and the like.
    pub fn identifiers(&self) -> &[Identifier] {
        self.identifiers.get_or_init(|| identifiers::find(self.text.raw))
    }

    /// The text as a mail body.
    pub fn mail(&self) -> &mail::Body<'a> {
        self.mail.get_or_init(|| mail::split(self.text.raw))
    }

    /// What is offensive in it.
    pub fn offences(&self) -> &[Offence] {
        self.offences.get_or_init(|| offence::find(&self.text))
    }
}

//! The kinds: each file beside this one is a check in code, found by the build, carrying its own proof.

use crate::act::{Act, Moment};
use crate::engine::Context;
use crate::identifiers::Identifier;
use crate::lexicon::Lexicon;
use crate::mail;
use crate::names::Name;
use crate::pack::{Clause, Occasion};
use crate::reading::Reading;
use crate::text::Text;
use crate::verdict::Severity;
use std::ops::Range;

include!(concat!(env!("OUT_DIR"), "/kinds.rs"));

/// What a kind's function is: it asks about an act under a clause, and reports.
pub type Check = for<'a> fn(&Ask<'a>, &mut Report);

/// Kinds that policy packs may name and that are not built yet; `kinds.md` says what each must do.
pub const PLANNED: &[&str] = &["acknowledgement", "evidence-capture", "mail-check-reminder", "roster-at-rest"];

/// Whether a kind is built.
pub fn is_built(kind: &str) -> bool {
    NAMES.contains(&kind)
}

/// Whether a pack may name a kind.
pub fn is_known(kind: &str) -> bool {
    is_built(kind) || PLANNED.contains(&kind)
}

/// What the extension sees happen. `tests/sites.rs` compares it with the site files.
pub const WATCHED: &[Occasion] = &[
    Occasion::Post,
    Occasion::Comment,
    Occasion::Repost,
    Occasion::Profile,
    Occasion::Message,
    Occasion::Connect,
    Occasion::Email,
    Occasion::EmailExternal,
    Occasion::EmailInternal,
    Occasion::EmailToPupil,
    Occasion::EmailReply,
    Occasion::EmailForward,
    Occasion::UploadImage,
    Occasion::Play,
    Occasion::PlayInClass,
    Occasion::Review,
    Occasion::SiteFirstVisit,
    Occasion::Yearly,
];

/// Kinds that go by what the extension does not see yet: whose device it is.
pub const UNSEEN: &[&str] = &["long-streaming"];

/// Whether the extension looks out for what a clause asks, now.
pub fn is_watched(clause: &Clause) -> bool {
    let seen = clause.moments.iter().any(|occasion| WATCHED.contains(occasion));
    is_built(&clause.kind) && seen && !UNSEEN.contains(&clause.kind.as_str())
}

/// The function of a kind.
pub(crate) fn find(kind: &str) -> Option<Check> {
    CHECKS.iter().find(|(id, _)| *id == kind).map(|(_, check)| *check)
}

/// What a kind must flag and must let pass, shown with the kind itself.
///
/// A row is a plain post, or an act in JSON when it begins with `{`. Words between `«` and `»` are those
/// that must be marked. Rows are run under the policy they name (else the proof's own) with the
/// fixture school and roster of `tests/fixtures`, at noon on 22 November 2026.
#[derive(Clone, Copy, Debug)]
pub struct Proof {
    /// The policy that plain rows are run under.
    pub policy: &'static str,
    /// Rows with a finding of this kind.
    pub flags: &'static [&'static str],
    /// Rows without one.
    pub passes: &'static [&'static str],
}

/// What a kind is asked: the act, its words, and the clause it is asked for.
pub struct Ask<'a> {
    /// The act.
    pub act: &'a Act,
    /// The act's text.
    pub text: &'a Text<'a>,
    /// Policy, school, roster and time.
    pub context: &'a Context<'a>,
    /// The clause.
    pub clause: &'a Clause,
    /// The occasions the act is.
    pub occasions: &'a [Occasion],
    /// What several kinds ask of the text.
    pub reading: &'a Reading<'a>,
}

impl<'a> Ask<'a> {
    /// The school's words, to read another text with.
    pub fn lexicon(&self) -> &'a Lexicon {
        &self.reading.lexicon
    }

    /// Names in the text that the roster or what stands beside them makes out.
    pub fn names(&self) -> &'a [Name<'a>] {
        self.reading.names()
    }

    /// Every person name in the text, whoever it is.
    pub fn persons(&self) -> &'a [Range<usize>] {
        self.reading.persons()
    }

    /// Telephone numbers, addresses and the like in the text.
    pub fn identifiers(&self) -> &'a [Identifier] {
        self.reading.identifiers()
    }

    /// Whether a byte stands where a mail program says who wrote the mail that is quoted below.
    pub fn is_introduction(&self, at: usize) -> bool {
        self.act.moment == Moment::Email && self.mail().introductions.iter().any(|lines| lines.contains(&at))
    }

    /// The text as a mail body: its newest part and what it quotes.
    pub fn mail(&self) -> &'a mail::Body<'a> {
        self.reading.mail()
    }
}

/// A change of the text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What the button says.
    pub label: String,
    /// Bytes replaced.
    pub place: Range<usize>,
    /// What takes their place.
    pub insert: String,
}

/// Something found, in bytes; the engine turns it into a finding.
#[derive(Clone, Debug)]
pub struct Found {
    /// Place in the text; none when it is about the whole act.
    pub place: Option<Range<usize>>,
    /// As the kind would show it; a clause may set another.
    pub severity: Severity,
    /// Whether `severity` stands even if the clause sets another.
    pub settled: bool,
    /// The finding in plain words.
    pub heading: String,
    /// Why, without the citation.
    pub why: String,
    /// What can be done with one click.
    pub changes: Vec<Change>,
}

impl Found {
    /// A finding of the given severity, about the whole act.
    pub fn new(severity: Severity, heading: String, why: String) -> Self {
        Self { place: None, severity, settled: false, heading, why, changes: Vec::new() }
    }

    /// With its place in the text.
    #[must_use]
    pub fn at(mut self, place: Range<usize>) -> Self {
        self.place = Some(place);
        self
    }

    /// With something that can be done.
    #[must_use]
    pub fn offering(mut self, change: Change) -> Self {
        self.changes.push(change);
        self
    }
}

/// Findings of one clause in one act; nobody reads more, and a hostile text cannot fill the memory.
pub const MOST: usize = 1_000;

/// Collects what a kind finds.
#[derive(Debug, Default)]
pub struct Report {
    /// In the order found.
    pub found: Vec<Found>,
}

impl Report {
    /// Adds a finding, up to [`MOST`].
    pub fn add(&mut self, found: Found) {
        if self.found.len() < MOST {
            self.found.push(found);
        }
    }
}

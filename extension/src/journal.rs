//! The person's own decisions and reasons, sealed on this device; nobody else sees them.

use beforehand::json;
use beforehand_shared::message::Choice;

/// More than a year of even a busy account; the oldest go first.
const MOST: usize = 2000;
/// A reason is a sentence or two.
const LONGEST_REASON: usize = 500;

/// Decisions, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journal {
    entries: Vec<Entry>,
}

json!(Journal, lax { entries: May });

/// One decision.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Milliseconds since 1970.
    pub at: u64,
    /// Site file's id.
    pub site: String,
    /// Kind of the finding.
    pub kind: String,
    /// Its clause.
    pub clause: String,
    /// What they chose.
    pub choice: Choice,
    /// Why.
    pub reason: Option<String>,
}

json!(Entry, lax { at: Need, site: Need, kind: Need, clause: Need, choice: Need, reason: May });

impl Journal {
    /// Adds a decision.
    pub fn add(&mut self, mut entry: Entry) {
        entry.reason = entry.reason.map(|reason| reason.chars().take(LONGEST_REASON).collect());
        self.entries.push(entry);
        let over = self.entries.len().saturating_sub(MOST);
        self.entries.drain(..over);
    }

    /// How many decisions there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }
}

//! What the background and the popup and options page share: [`message`] (what crosses between them), [`lists`] (what crosses to the
//! worker that reads files), [`error`], [`day`], and the names under which things are sealed.

mod account;
pub mod day;
pub mod error;
pub mod lists;
mod marked;
pub mod message;
mod tables;

/// The id under which an imported policy is chosen.
pub const OWN: &str = "own";

/// Names in the vault.
pub mod sealed {
    /// The roster's fingerprints.
    pub const ROSTER: &str = "roster";
    /// The key under which this device fingerprints.
    pub const DEVICE: &str = "device";
    /// Decisions and reasons.
    pub const JOURNAL: &str = "journal";
    /// Marks about people and threads.
    pub const MARKS: &str = "marks";
    /// The person's own accounts.
    pub const ACCOUNTS: &str = "accounts";
    /// What the person said about themselves.
    pub const ME: &str = "me";
}

//! The verdict: what is said about an act, as `contract.md` defines it.

use crate::json;

/// How a finding is shown; ordered from the gravest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "kebab-case"))]
pub enum Severity {
    /// Held until the person decides and gives a reason.
    Stop,
    /// Held until the person decides.
    Warn,
    /// Shown, never held.
    Nudge,
    /// Listed on request.
    #[default]
    Info,
}

json!(words Severity { Stop = "stop", Warn = "warn", Nudge = "nudge", Info = "info" });

impl Severity {
    /// One tier lower; `info` stays.
    #[must_use]
    pub fn lower(self) -> Self {
        match self {
            Self::Stop => Self::Warn,
            Self::Warn => Self::Nudge,
            Self::Nudge | Self::Info => Self::Info,
        }
    }
}

/// What is said about one act.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
pub struct Verdict {
    /// The act's own id.
    pub id: Option<String>,
    /// Ordered by severity, then position.
    pub findings: Vec<Finding>,
}

json!(Verdict, strict { id: Skip, findings: Need });

/// One thing found.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
pub struct Finding {
    /// The kind that found it.
    pub kind: String,
    /// The clause it comes under, `pack/clause`.
    pub clause: String,
    /// How it is shown.
    pub severity: Severity,
    /// First UTF-16 code unit of the words in `text`; absent when it is about the whole act.
    pub start: Option<u32>,
    /// One past the last UTF-16 code unit.
    pub end: Option<u32>,
    /// The words themselves.
    pub excerpt: Option<String>,
    /// The finding in plain words.
    pub heading: String,
    /// Why, with the policy, its clause and its date.
    pub message: String,
    /// What can be done with one click.
    pub fixes: Vec<Fix>,
}

json!(
    Finding,
    strict { kind: Need, clause: Need, severity: Need, start: Skip, end: Skip, excerpt: Skip, heading: Need, message: Need, fixes: Need }
);

/// One change of `text` that settles a finding.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Fix {
    /// What the button says.
    pub label: String,
    /// First UTF-16 code unit that is replaced.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// What takes its place.
    pub insert: String,
}

json!(Fix, strict { label: Need, start: Need, end: Need, insert: Need });

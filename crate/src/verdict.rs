//! The verdict: what is said about an act, as `contract.md` defines it.

use serde::{Deserialize, Serialize};

/// How a finding is shown; ordered from the gravest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Held until the person decides and gives a reason.
    Stop,
    /// Held until the person decides.
    Warn,
    /// Shown, never held.
    Nudge,
    /// Listed on request.
    Info,
}

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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
pub struct Verdict {
    /// The act's own id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Ordered by severity, then position.
    pub findings: Vec<Finding>,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
pub struct Finding {
    /// The kind that found it.
    pub kind: String,
    /// The clause it comes under, `pack/clause`.
    pub clause: String,
    /// How it is shown.
    pub severity: Severity,
    /// First UTF-16 code unit of the words in `text`; absent when it is about the whole act.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    /// One past the last UTF-16 code unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
    /// The words themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<String>,
    /// The finding in plain words.
    pub heading: String,
    /// Why, with the policy, its clause and its date.
    pub message: String,
    /// What can be done with one click.
    pub fixes: Vec<Fix>,
}

/// One change of `text` that settles a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

//! What a person has decided about others, as it crosses and as it is kept.

/// What a person can know about somebody that settles whether they may be connected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "kebab-case"))]
pub enum Mark {
    /// Close family.
    #[default]
    Family,
    /// Permission is on record.
    Permission,
    /// A former pupil whose birthday the lists do not have is old enough.
    OfAge,
}

/// A permission on record: the clauses ask that it be in writing and for a purpose.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Permission {
    /// Who gave it.
    pub from: String,
    /// When, `YYYY-MM-DD`.
    pub given: String,
    /// Its last day, `YYYY-MM-DD`; empty when it has none.
    pub until: String,
    /// What for.
    pub purpose: String,
}

/// Somebody whom the person has decided about.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct MarkedPerson {
    /// Their number on this device.
    pub id: u32,
    /// Initials and form of people on the lists, the shown name of others.
    pub who: String,
    /// Site file's id.
    pub site: String,
    /// What is known.
    pub mark: Mark,
    /// The permission, where it is one.
    pub permission: Permission,
    /// When they were marked, `YYYY-MM-DD`.
    pub since: String,
}

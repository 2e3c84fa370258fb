//! The person's own accounts on covered sites, as they cross and as they are kept.

/// An account that the person posts from.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Account {
    /// Site file's id.
    pub site: String,
    /// The host that it was seen on.
    pub host: String,
    /// Its handle with `@`; empty for whatever account is in use there.
    pub handle: String,
    /// Its public bio, as it was last on screen.
    pub bio: String,
    /// When that was, `YYYY-MM-DD`; empty when it never was.
    pub seen: String,
    /// Whether that bio says that views are the person's own.
    pub disclaimed: bool,
    /// Whether the person says that the profile says so.
    pub vouched: bool,
    /// Whether it is an account of the school.
    pub branded: bool,
}

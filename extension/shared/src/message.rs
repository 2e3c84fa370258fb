//! Everything that crosses between a page and the background, both directions; `page/message.ts` is made from this file.

pub use crate::account::Account;
pub use crate::marked::{Mark, MarkedPerson, Permission};
use beforehand::{Act, Verdict};
use std::collections::BTreeMap;

/// What the background is asked.
///
/// On the wire the variant's name is a field, `type`; here it is the key of the rest, which is read in one pass. `bg.ts` and the view's `browser::ask` turn the one into the other.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields, tag = "type", rename_all = "kebab-case"))]
pub enum ToBackground {
    // ---- from the script in a page ----
    /// The script has started on this address. Answer: `state`.
    Hello {
        /// The page's address.
        url: String,
    },
    /// What does the policy say to this? Answer: `verdict`.
    Check {
        /// What is about to happen; the background fills in what it knows.
        act: Box<Act>,
    },
    /// The person decided about a finding. Answer: `done`.
    Decided {
        /// Site file's id.
        site: String,
        /// Kind of the finding.
        kind: String,
        /// Clause of the finding.
        clause: String,
        /// What they chose.
        choice: Choice,
        /// Their reason, asked at a stop.
        reason: Option<String>,
        /// The finding's excerpt, by which "not right" is remembered.
        pattern: Option<String>,
    },
    /// A mail goes out. Answer: `done`.
    Sent {
        /// The mail, as it was checked.
        act: Box<Act>,
    },
    /// "We have spoken" about this subject with these people. Answer: `done`.
    Spoken {
        /// Subject of the mail.
        subject: String,
        /// The other people's addresses.
        people: Vec<String>,
    },
    /// Parts of a video were watched. Answer: `done`.
    Watched {
        /// The site's own id of the video.
        id: String,
        /// Its title.
        title: String,
        /// Its page.
        url: String,
        /// Its length in seconds; absent when live.
        duration: Option<f64>,
        /// `[from, to, rate]` in seconds.
        ranges: Vec<[f64; 3]>,
    },
    /// Which parts of a site file matched on the page. Answer: `done`.
    Health {
        /// Site file's id.
        site: String,
        /// Selectors that matched.
        hit: Vec<String>,
        /// Selectors that did not, though they should have.
        missed: Vec<String>,
    },
    /// What the person knows about somebody on this site. Answer: `done`.
    Person {
        /// Display name.
        name: Option<String>,
        /// Handle.
        handle: Option<String>,
        /// What.
        mark: Mark,
        /// The permission, where it is one.
        permission: Permission,
    },
    /// The person's own profile is on screen. Answer: `done`.
    Profile {
        /// Its handle.
        handle: Option<String>,
        /// Its bio.
        bio: String,
    },
    // ---- from our own popup and options only ----
    /// Everything the popup and options show. Answer: `view`.
    GetView {
        /// The tab in front, when the popup asks.
        tab: Option<i32>,
    },
    /// Chooses a built-in policy, or `own` for the imported one. Answer: `view`.
    SetPolicy {
        /// Pack id.
        id: String,
    },
    /// Takes a policy file. Answer: `view`, or `error` with file, line and column.
    SetOwnPolicy {
        /// File name, for error messages.
        file: String,
        /// The file.
        toml: String,
    },
    /// Takes the school's details. Answer: `view`, or `error` with line and column.
    SetSchool {
        /// A school file.
        toml: String,
    },
    /// Takes what the person says about themselves. Answer: `view`.
    SetMe {
        /// About the person.
        me: Me,
    },
    /// Switches class mode. Answer: `view`.
    SetClassMode {
        /// On or off.
        on: bool,
    },
    /// Pauses all checks; 0 ends a pause. Answer: `view`.
    PauseFor {
        /// How long.
        minutes: u32,
    },
    /// The options page has put a roster into the vault. Answer: `view`.
    ImportRoster {
        /// How many and until when.
        roster: RosterNote,
    },
    /// Sets the day on which the roster wipes itself. Answer: `view`.
    KeepRosterUntil {
        /// `YYYY-MM-DD`.
        day: String,
    },
    /// Forgets the roster now. Answer: `view`.
    WipeRoster {},
    /// Changes what was said about somebody. Answer: `view`.
    ChangePerson {
        /// Their number, see [`MarkedPerson`].
        id: u32,
        /// What is so now.
        mark: Mark,
        /// The permission, where it is one.
        permission: Permission,
    },
    /// Forgets what was said about somebody. Answer: `view`.
    ForgetPerson {
        /// Their number.
        id: u32,
    },
    /// Changes what is so of one of the person's accounts. Answer: `view`.
    SetAccount {
        /// The account as it is now.
        account: Account,
    },
    /// Forgets an account. Answer: `view`.
    ForgetAccount {
        /// Site file's id.
        site: String,
        /// Its handle.
        handle: String,
    },
    /// The person has looked through the privacy settings of a site. Answer: `view`.
    PrivacyChecked {
        /// Site file's id.
        site: String,
    },
    /// Forgets one kind of remembered thing. Answer: `view`.
    Forget {
        /// Which.
        what: Memory,
    },
    /// Forgets everything on this device. Answer: `view`.
    WipeAll {},
    /// The person has read a notice. Answer: `view`.
    DismissNotice {
        /// Its id.
        id: String,
    },
}

impl ToBackground {
    /// Whether a script in a page may send this. All else comes from our own pages only.
    pub fn is_for_pages(&self) -> bool {
        matches!(
            self,
            Self::Hello { .. }
                | Self::Check { .. }
                | Self::Decided { .. }
                | Self::Sent { .. }
                | Self::Spoken { .. }
                | Self::Watched { .. }
                | Self::Health { .. }
                | Self::Person { .. }
                | Self::Profile { .. }
        )
    }
}

/// What the person did about a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "kebab-case"))]
pub enum Choice {
    /// Took a fix.
    #[default]
    Fixed,
    /// Went back to the draft.
    WentBack,
    /// Carried on.
    CarriedOn,
    /// Said the finding is not right.
    NotRight,
}

/// What can be forgotten one by one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "kebab-case"))]
pub enum Memory {
    /// Watched videos.
    #[default]
    Watched,
    /// Decisions and reasons, "not right" included.
    Decisions,
    /// Family and permission marks, "we have spoken" marks.
    Marks,
}

/// What the background answers, and what it pushes (`state` only).
///
/// Its name is a field on the wire, too. Rust only writes it; the view reads the one kind that it hears.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(tag = "type", rename_all = "kebab-case"))]
pub enum FromBackground {
    /// How things stand.
    State(State),
    /// The answer to a check.
    Verdict {
        /// What is said.
        verdict: Verdict,
        /// What, if it were so of the other person, would settle a connection.
        marks: Vec<Mark>,
    },
    /// What the popup and options show.
    View(Box<View>),
    /// Kept.
    Done {},
    /// Not done, and why.
    Error {
        /// In words for the person.
        message: String,
    },
}

/// How things stand, for the script in a page.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct State {
    /// Whether checks run here and now.
    pub active: bool,
    /// Why, or why not.
    pub why: Why,
    /// The policy in force.
    pub policy: Option<PolicyName>,
    /// Whether a class may be watching the screen.
    pub class_mode: bool,
    /// The language of the browser's own menus, `cy` or `en-GB`.
    pub language: String,
}

/// Why checks run, or do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "kebab-case"))]
pub enum Why {
    /// They run.
    Working,
    /// This address is no covered site.
    NotCovered,
    /// The person paused them.
    Paused,
    /// The school's settings may still arrive.
    Loading,
    /// No policy is chosen yet.
    #[default]
    NoPolicy,
}

/// A policy, as it is named to people.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PolicyName {
    /// Pack id.
    pub id: String,
    /// Whose policy it is.
    pub trust: String,
    /// The policy's own title.
    pub title: String,
    /// Its date, as it stands on it.
    pub date: String,
}

/// What the person says about themselves, so that their own name is not a finding.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Me {
    /// Their name.
    pub name: String,
    /// Their public bio; a disclaimer in it counts.
    pub bio: String,
    /// The age of the class they show videos to; 0 when not said.
    pub class_age: u32,
}

/// A roster without anybody in it: how many, until when.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct RosterNote {
    /// People by role.
    #[cfg_attr(feature = "types", ts(type = "Record<string, number>"))]
    pub people: BTreeMap<String, usize>,
    /// When it was imported, `YYYY-MM-DD`.
    pub imported: String,
    /// The day on which it wipes itself, `YYYY-MM-DD`.
    pub until: String,
}

/// Something the person must be told until they have read it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Notice {
    /// For dismissing it.
    pub id: String,
    /// In words for the person.
    pub text: String,
}

/// The tab in front of the person, as far as our own script in it says.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Here {
    /// `page`, `frame` (only a part of the page) or empty.
    pub presence: String,
    /// The site file's id.
    pub site: String,
    /// The page's host.
    pub host: String,
    /// Selectors that no longer match on this site.
    pub missed: Vec<String>,
    /// Whether the policy asks to look through this site's privacy settings, and that was not done for a year.
    pub ask_privacy: bool,
}

/// Everything the popup and options show.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct View {
    /// How things stand.
    pub state: State,
    /// The policies to choose from.
    pub policies: Vec<PolicyName>,
    /// What the school fixed by policy: `policy`, `school`.
    pub locked: Vec<String>,
    /// End of a pause, milliseconds since 1970; 0 when none.
    #[cfg_attr(feature = "types", ts(type = "number"))]
    pub paused_until: u64,
    /// The school file in force.
    pub school: String,
    /// What the person said about themselves.
    pub me: Me,
    /// The roster, when there is one.
    pub roster: Option<RosterNote>,
    /// People whom the person has decided about.
    pub people: Vec<MarkedPerson>,
    /// The person's own accounts.
    pub accounts: Vec<Account>,
    /// How many things of each kind are remembered.
    pub remembered: Remembered,
    /// What the person must be told.
    pub notices: Vec<Notice>,
    /// The tab in front.
    pub here: Here,
}

/// How many things of each kind are remembered.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Remembered {
    /// Videos in the ledger.
    pub videos: usize,
    /// Decisions in the journal.
    pub decisions: usize,
    /// Patterns answered "not right".
    pub not_right: usize,
    /// Marks about people and threads.
    pub marks: usize,
}

//! Everything the background knows: read from storage when it starts, written back at every change before it is answered.

use crate::browser;
use crate::journal::Journal;
use crate::managed::{FileRead, Managed};
use crate::marks::{Answers, Marks};
use crate::store::{self, Kept, Read, Write};
use beforehand::{Pack, Roster, School, json};
use beforehand_shared::error::Error;
use beforehand_shared::message::{Account, Me, Notice, PolicyName, RosterNote};
use beforehand_shared::{OWN, sealed};
use std::collections::BTreeMap;

/// Storage keys, one per thing.
pub mod key {
    /// Id of the chosen policy.
    pub const POLICY: &str = "policy";
    /// The imported policy file.
    pub const OWN_POLICY: &str = "own-policy";
    /// The school file.
    pub const SCHOOL: &str = "school";
    /// Class mode.
    pub const CLASS_MODE: &str = "class-mode";
    /// End of a pause.
    pub const PAUSED_UNTIL: &str = "paused-until";
    /// How many are on the roster and until when; the roster itself is in the vault.
    pub const ROSTER: &str = "roster";
    /// "Not right" answers.
    pub const ANSWERS: &str = "answers";
    /// What matched on which site.
    pub const HEALTH: &str = "health";
    /// When the privacy settings of which site were looked through.
    pub const PRIVACY: &str = "privacy";
    /// What the person must be told.
    pub const NOTICES: &str = "notices";
    /// One key per video begins so.
    pub const WATCHED: &str = "watched.";
}

/// What the background knows.
#[derive(Debug, Default)]
pub struct Settings {
    /// Id of the chosen policy; empty when none is.
    pub policy: String,
    /// The imported policy.
    pub own_policy: FileRead,
    /// The school file as the person gave it.
    pub own_school: FileRead,
    /// Whether a class may be watching.
    pub class_mode: bool,
    /// End of a pause, milliseconds since 1970.
    pub paused_until: u64,
    /// How many are on the roster and until when.
    pub roster_note: Option<RosterNote>,
    /// Marks about people and threads.
    pub marks: Marks,
    /// "Not right" answers.
    pub answers: Answers,
    /// Selectors that no longer match, by site.
    pub health: BTreeMap<String, Vec<String>>,
    /// What the person must be told.
    pub notices: Vec<Notice>,
    /// What the person said about themselves.
    pub me: Me,
    /// The person's own accounts.
    pub accounts: Vec<Account>,
    /// When the privacy settings of which site were looked through, `YYYY-MM-DD`.
    pub privacy: BTreeMap<String, String>,
    /// Decisions and reasons.
    pub journal: Journal,
    /// The key under which this device fingerprints.
    pub device: [u8; 16],
    /// The fingerprints of the roster.
    pub roster: Roster,
    /// What the school set by policy.
    pub managed: Managed,
    /// What was watched, one entry a video, unread.
    pub watched: Vec<(String, Kept)>,
    /// What is to be kept before the answer is given.
    pub writes: Vec<Write>,
    /// Whether the pages are to be told how things stand.
    pub news: bool,
    /// When this browser session first looked for the school's settings, milliseconds since 1970.
    pub started: u64,
    /// The policy in force, parsed.
    pub pack: Option<Pack>,
    /// By which id it was chosen.
    pub pack_id: String,
    /// The school in force, parsed.
    pub school: School,
}

/// All that is kept, as `kept.ts` reads it.
#[derive(Debug, Default)]
pub struct Stored {
    local: Vec<(String, Kept)>,
    /// What is in the vault as JSON; none for what could not be opened.
    sealed: Vec<(String, Option<String>)>,
    managed: String,
    started: u64,
}

json!(Stored, lax { local: Need, sealed: Need, managed: Need, started: Need });

impl Settings {
    /// Takes everything up. Whatever cannot be read is set aside with a notice, and the rest goes on.
    pub fn new(stored: Stored) -> Self {
        let mut settings = Self { managed: Managed::read(&stored.managed), started: stored.started, ..Self::default() };
        let local = stored.local;
        settings.notices = settings.take(&local, key::NOTICES);
        settings.policy = settings.take(&local, key::POLICY);
        settings.own_policy = settings.take(&local, key::OWN_POLICY);
        settings.own_school = settings.take(&local, key::SCHOOL);
        settings.class_mode = settings.take(&local, key::CLASS_MODE);
        settings.paused_until = settings.take(&local, key::PAUSED_UNTIL);
        settings.roster_note = settings.take(&local, key::ROSTER);
        settings.answers = settings.take(&local, key::ANSWERS);
        settings.health = settings.take(&local, key::HEALTH);
        settings.privacy = settings.take(&local, key::PRIVACY);
        settings.watched = local.into_iter().filter(|(key, _)| key.starts_with(key::WATCHED)).collect();
        settings.unseal(&stored.sealed);
        settings.apply();
        settings
    }

    /// As on a fresh device, but for what the school set.
    pub fn wipe(&mut self) {
        let mut writes = std::mem::take(&mut self.writes);
        writes.push(Write::wipe());
        *self = Self { managed: std::mem::take(&mut self.managed), started: self.started, writes, ..Self::default() };
        self.device = self.fresh_key();
        self.apply();
    }

    fn unseal(&mut self, sealed: &[(String, Option<String>)]) {
        let kept: Option<[u8; 16]> = self.thing(sealed, sealed::DEVICE);
        self.device = kept.unwrap_or_else(|| self.fresh_key());
        self.me = self.thing(sealed, sealed::ME);
        self.accounts = self.thing(sealed, sealed::ACCOUNTS);
        self.journal = self.thing(sealed, sealed::JOURNAL);
        self.marks = self.thing(sealed, sealed::MARKS);
        if self.roster_note.is_some() {
            self.take_roster(of(sealed, sealed::ROSTER).and_then(Option::as_deref));
        }
    }

    /// One thing out of storage; its default when there is none or when it had to be set aside.
    fn take<T: json::Read + Default>(&mut self, local: &[(String, Kept)], key: &str) -> T {
        match store::read(of(local, key)) {
            Read::Found(thing) => return thing,
            Read::Nothing => {}
            Read::Unreadable(why) => self.lose(key, &why),
        }
        T::default()
    }

    fn lose(&mut self, key: &str, why: &str) {
        let aside = self.set_aside(key);
        self.tell(key, &format!("What was saved as \u{201c}{key}\u{201d} could not be read ({why}). It is kept as \u{201c}{aside}\u{201d}; please set it again."));
    }

    /// Moves what could not be read to another key and returns that key.
    pub fn set_aside(&mut self, key: &str) -> String {
        let aside = aside_key(key);
        self.writes.push(Write::set_aside(key, &aside));
        aside
    }

    /// What a sealed thing says; its default when there is none or when it had to be set aside.
    fn thing<T: json::Read + Default>(&mut self, sealed: &[(String, Option<String>)], name: &str) -> T {
        let Some(opened) = of(sealed, name) else { return T::default() };
        if let Some(thing) = opened.as_deref().and_then(|text| json::read(text).ok()) {
            return thing;
        }
        self.seal_lost(name);
        T::default()
    }

    fn seal_lost(&mut self, name: &str) {
        let aside = aside_key(name);
        self.writes.push(Write::seal_aside(name, &aside));
        self.tell(
            name,
            &format!(
                "What was sealed as \u{201c}{name}\u{201d} could not be opened. It is kept as \u{201c}{aside}\u{201d}; please set it again."
            ),
        );
    }

    /// A new key for this device's fingerprints.
    fn fresh_key(&mut self) -> [u8; 16] {
        let random = browser::random_bytes(16);
        let fresh: [u8; 16] = std::array::from_fn(|at| random[at]);
        self.writes.push(Write::seal(sealed::DEVICE, &fresh));
        fresh
    }

    /// Keeps a thing: it is on the disk when the answer is given.
    pub fn keep(&mut self, key: &str, thing: &dyn json::Write) {
        self.writes.push(Write::keep(key, thing));
    }

    /// Takes the roster from the vault into use; without it the note is wrong and both are set aside.
    pub fn take_roster(&mut self, opened: Option<&str>) {
        if let Some(roster) = opened.and_then(|text| Roster::from_bytes(text.as_bytes())) {
            self.roster = roster;
            return;
        }
        self.writes.push(Write::seal_aside(sealed::ROSTER, &aside_key(sealed::ROSTER)));
        self.writes.push(Write::forget(key::ROSTER));
        self.roster_note = None;
        self.tell(key::ROSTER, "The people lists could not be opened on this device and are not in use. Please import them again.");
    }

    /// Takes note of what the person must be told; one notice per matter.
    pub fn tell(&mut self, id: &str, text: &str) {
        self.notices.retain(|notice| notice.id != id);
        self.notices.push(Notice { id: id.to_owned(), text: text.to_owned() });
        self.writes.push(Write::keep(key::NOTICES, &self.notices));
    }

    /// Takes a note back that is no longer so.
    pub fn untell(&mut self, id: &str) {
        if let Some(at) = self.notices.iter().position(|notice| notice.id == id) {
            self.notices.remove(at);
            self.writes.push(Write::keep(key::NOTICES, &self.notices));
        }
    }

    /// Parses the policy and the school in force.
    pub fn apply(&mut self) {
        match self.pack_in_force() {
            Ok(pack) => {
                self.pack_id = self.policy_in_force().to_owned();
                self.pack = pack;
                self.untell("policy-file");
            }
            // What was in force until now goes on.
            Err(why) => self.tell("policy-file", &format!("The policy in force cannot be used: {why}")),
        }
        let school = self.school_in_force();
        match if school.is_empty() { Ok(School::default()) } else { school.read() } {
            Ok(school) => {
                self.school = school;
                self.untell("school-file");
            }
            Err(why) => self.tell("school-file", &format!("The school's details cannot be used: {why}")),
        }
    }

    /// The id of the policy in force: the school's where it is set and locked, or where the person chose none.
    pub fn policy_in_force(&self) -> &str {
        if self.managed.governs("policy", !self.policy.is_empty()) { &self.managed.policy } else { &self.policy }
    }

    /// The school file in force, by the same rule.
    pub fn school_in_force(&self) -> &FileRead {
        if self.managed.governs("school", !self.own_school.is_empty()) { &self.managed.school } else { &self.own_school }
    }

    fn pack_in_force(&self) -> Result<Option<Pack>, Error> {
        let id = self.policy_in_force();
        if id.is_empty() {
            return Ok(None);
        }
        if id != OWN {
            let pack = Pack::checked(id).ok_or_else(|| Error::Person(format!("there is no built-in policy \u{201c}{id}\u{201d}")))?;
            return Ok(Some(pack));
        }
        let own = if self.managed.policy_file.is_empty() { &self.own_policy } else { &self.managed.policy_file };
        own.pack().map(Some).map_err(Error::Person)
    }

    /// The policies to choose from.
    pub fn policies(&self) -> Vec<PolicyName> {
        let mut names: Vec<PolicyName> = Pack::ids().filter_map(Pack::checked).map(|pack| policy_name(&pack.id, &pack)).collect();
        if let Ok(pack) = self.own_policy.pack() {
            names.push(policy_name(OWN, &pack));
        }
        names
    }
}

/// What stands under a name.
fn of<'a, T>(rows: &'a [(String, T)], name: &str) -> Option<&'a T> {
    rows.iter().find(|(other, _)| other == name).map(|(_, thing)| thing)
}

/// Where an unreadable thing goes.
fn aside_key(key: &str) -> String {
    format!("set-aside.{key}.{}", browser::now())
}

/// A policy as it is named to people.
pub fn policy_name(id: &str, pack: &Pack) -> PolicyName {
    PolicyName { id: id.to_owned(), trust: pack.trust.clone(), title: pack.title.clone(), date: pack.dated.clone() }
}

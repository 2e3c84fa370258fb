//! Everything the background knows: read from storage when it starts, written back at every change before it is answered.

use crate::journal::Journal;
use crate::managed::Managed;
use crate::marks::{Answers, Marks};
use crate::store::{self, Read};
use beforehand::pack::BUILTIN;
use beforehand::{Pack, Roster, School};
use beforehand_shared::error::Error;
use beforehand_shared::message::{Me, Notice, PolicyName, RosterNote};
use beforehand_shared::{OWN, browser, json, sealed};
use futures_util::future::join4;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
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
    /// Marks about people and threads.
    pub const MARKS: &str = "marks";
    /// "Not right" answers.
    pub const ANSWERS: &str = "answers";
    /// What matched on which site.
    pub const HEALTH: &str = "health";
    /// What the person must be told.
    pub const NOTICES: &str = "notices";
    /// One key per video begins so.
    pub const WATCHED: &str = "watched.";
}

/// An imported policy file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OwnPolicy {
    /// Its name.
    pub file: String,
    /// Its text.
    pub toml: String,
}

/// What the background knows.
#[derive(Debug, Default)]
pub struct Settings {
    /// Id of the chosen policy; empty when none is.
    pub policy: String,
    /// The imported policy.
    pub own_policy: OwnPolicy,
    /// The school file as the person gave it.
    pub school_toml: String,
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
    /// Decisions and reasons.
    pub journal: Journal,
    /// The key under which this device fingerprints.
    pub device: [u8; 16],
    /// The fingerprints of the roster.
    pub roster: Roster,
    /// What the school set by policy.
    pub managed: Managed,
    /// When this browser session first looked for the school's settings, milliseconds since 1970.
    pub started: u64,
    /// The policy in force, parsed.
    pub pack: Option<Pack>,
    /// The school in force, parsed.
    pub school: School,
}

/// What the vault gave for one name.
type Sealed = Result<Option<Vec<u8>>, Error>;

/// Everything in the vault, opened.
struct Opened {
    device: Sealed,
    me: Sealed,
    journal: Sealed,
    roster: Sealed,
}

impl Opened {
    async fn read() -> Self {
        let (device, me, journal, roster) = join4(
            browser::vault_get(sealed::DEVICE),
            browser::vault_get(sealed::ME),
            browser::vault_get(sealed::JOURNAL),
            browser::vault_get(sealed::ROSTER),
        )
        .await;
        Self { device, me, journal, roster }
    }
}

impl Settings {
    /// Reads everything. Whatever cannot be read is set aside with a notice, and the rest goes on.
    pub async fn load() -> Result<Self, Error> {
        // A worker's start is a person's wait: what does not depend on each other is read at the same time.
        let (all, managed, started, opened) = join4(browser::local_get(None), Managed::read(), started(), Opened::read()).await;
        let all = all?;
        let mut settings = Self { managed: managed?, started: started?, ..Self::default() };
        settings.notices = settings.take(&all, key::NOTICES).await?;
        settings.policy = settings.take(&all, key::POLICY).await?;
        settings.own_policy = settings.take(&all, key::OWN_POLICY).await?;
        settings.school_toml = settings.take(&all, key::SCHOOL).await?;
        settings.class_mode = settings.take(&all, key::CLASS_MODE).await?;
        settings.paused_until = settings.take(&all, key::PAUSED_UNTIL).await?;
        settings.roster_note = settings.take(&all, key::ROSTER).await?;
        settings.marks = settings.take(&all, key::MARKS).await?;
        settings.answers = settings.take(&all, key::ANSWERS).await?;
        settings.health = settings.take(&all, key::HEALTH).await?;
        settings.unseal(opened).await?;
        settings.apply().await?;
        Ok(settings)
    }

    async fn unseal(&mut self, opened: Opened) -> Result<(), Error> {
        self.device = self.device_key(opened.device).await?;
        self.me = self.thing(sealed::ME, opened.me).await?;
        self.journal = self.thing(sealed::JOURNAL, opened.journal).await?;
        if self.roster_note.is_some() {
            self.take_roster(opened.roster.unwrap_or_default()).await?;
        }
        Ok(())
    }

    /// One thing out of storage; its default when there is none or when it had to be set aside.
    async fn take<T: DeserializeOwned + Default>(&mut self, all: &Map<String, Value>, key: &str) -> Result<T, Error> {
        match store::read(all, key) {
            Read::Found(thing) => Ok(thing),
            Read::Nothing => Ok(T::default()),
            Read::Unreadable(why) => {
                let aside = store::set_aside(all, key).await?;
                self.tell(key, &format!("What was saved as \u{201c}{key}\u{201d} could not be read ({why}). It is kept as \u{201c}{aside}\u{201d}; please set it again.")).await?;
                Ok(T::default())
            }
        }
    }

    /// What a sealed thing says; its default when there is none or when it had to be set aside.
    async fn thing<T: DeserializeOwned + Default>(&mut self, name: &str, opened: Sealed) -> Result<T, Error> {
        match opened.map(|bytes| bytes.map(|bytes| json::of_bytes(&bytes))) {
            Ok(None) => Ok(T::default()),
            Ok(Some(Some(thing))) => Ok(thing),
            _ => self.seal_lost(name).await,
        }
    }

    async fn seal_lost<T: Default>(&mut self, name: &str) -> Result<T, Error> {
        let aside = store::aside_key(name);
        browser::vault_set_aside(name, &aside).await?;
        self.tell(
            name,
            &format!(
                "What was sealed as \u{201c}{name}\u{201d} could not be opened. It is kept as \u{201c}{aside}\u{201d}; please set it again."
            ),
        )
        .await?;
        Ok(T::default())
    }

    async fn device_key(&mut self, opened: Sealed) -> Result<[u8; 16], Error> {
        let kept: Option<[u8; 16]> = self.thing(sealed::DEVICE, opened).await?;
        if let Some(key) = kept {
            return Ok(key);
        }
        let random = browser::random_bytes(16);
        let fresh = std::array::from_fn(|at| random[at]);
        self.seal(sealed::DEVICE, &Some(fresh)).await?;
        Ok(fresh)
    }

    /// Seals a thing. It is on the disk when this returns.
    pub async fn seal(&self, name: &str, thing: &impl Serialize) -> Result<(), Error> {
        let bytes = serde_json::to_vec(thing).map_err(|why| Error::Browser(why.to_string()))?;
        browser::vault_put(name, bytes).await
    }

    /// Reads the roster out of the vault; without it the note is wrong and is set aside.
    pub async fn load_roster(&mut self) -> Result<(), Error> {
        let bytes = browser::vault_get(sealed::ROSTER).await.unwrap_or_default();
        self.take_roster(bytes).await
    }

    async fn take_roster(&mut self, bytes: Option<Vec<u8>>) -> Result<(), Error> {
        if let Some(roster) = bytes.as_deref().and_then(Roster::from_bytes) {
            self.roster = roster;
            return Ok(());
        }
        browser::vault_set_aside(sealed::ROSTER, &store::aside_key(sealed::ROSTER)).await?;
        browser::local_remove(vec![key::ROSTER.to_owned()]).await?;
        self.roster_note = None;
        self.tell(key::ROSTER, "The people lists could not be opened on this device and are not in use. Please import them again.").await
    }

    /// Takes note of what the person must be told; one notice per matter.
    pub async fn tell(&mut self, id: &str, text: &str) -> Result<(), Error> {
        self.notices.retain(|notice| notice.id != id);
        self.notices.push(Notice { id: id.to_owned(), text: text.to_owned() });
        store::write(key::NOTICES, &self.notices).await
    }

    /// Parses the policy and the school in force.
    pub async fn apply(&mut self) -> Result<(), Error> {
        match self.pack_in_force() {
            Ok(pack) => self.pack = pack,
            Err(why) => self.tell("policy-file", &format!("The policy in force cannot be used: {why}")).await?,
        }
        match School::parse("school.toml", self.school_in_force()) {
            Ok(school) => self.school = school,
            Err(why) => self.tell("school-file", &format!("The school's details cannot be used: {why}")).await?,
        }
        Ok(())
    }

    /// The id of the policy in force: the school's where it is set and locked, or where the person chose none.
    pub fn policy_in_force(&self) -> &str {
        if self.managed.governs("policy", !self.policy.is_empty()) { &self.managed.policy } else { &self.policy }
    }

    /// The school file in force, by the same rule.
    pub fn school_in_force(&self) -> &str {
        if self.managed.governs("school", !self.school_toml.is_empty()) { &self.managed.school } else { &self.school_toml }
    }

    fn pack_in_force(&self) -> Result<Option<Pack>, Error> {
        let id = self.policy_in_force();
        if id.is_empty() {
            return Ok(None);
        }
        if id != OWN {
            let pack = Pack::builtin(id).ok_or_else(|| Error::Person(format!("there is no built-in policy \u{201c}{id}\u{201d}")))?;
            return Ok(Some(pack));
        }
        let own = if self.managed.policy_file.is_empty() {
            &self.own_policy
        } else {
            &OwnPolicy { file: "policyFile".to_owned(), toml: self.managed.policy_file.clone() }
        };
        Ok(Some(Pack::parse(&own.file, &own.toml)?))
    }

    /// The policies to choose from.
    pub fn policies(&self) -> Vec<PolicyName> {
        let mut names: Vec<PolicyName> =
            BUILTIN.iter().filter_map(|source| Pack::builtin(source.id)).map(|pack| policy_name(&pack.id, &pack)).collect();
        if let Ok(pack) = Pack::parse(&self.own_policy.file, &self.own_policy.toml) {
            names.push(policy_name(OWN, &pack));
        }
        names
    }
}

/// When this browser session began for us; a background that was killed and woken goes on with the same time.
async fn started() -> Result<u64, Error> {
    let kept = browser::session_get("started").await?.as_u64();
    if let Some(at) = kept {
        return Ok(at);
    }
    browser::session_set("started", browser::now().into()).await?;
    Ok(browser::now())
}

/// A policy as it is named to people.
pub fn policy_name(id: &str, pack: &Pack) -> PolicyName {
    PolicyName { id: id.to_owned(), trust: pack.trust.clone(), title: pack.title.clone(), date: pack.dated.clone() }
}

//! What the school set through the browser's own policies; `{}` may mean "nothing" and may mean "not loaded yet".

use beforehand::{Pack, json};

/// A settings file as its owner wrote it, and what `bg.ts` had read from it: the background reads no TOML.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileRead {
    /// The file's name, by which errors call it.
    pub file: String,
    /// Its text.
    pub toml: String,
    /// What was read from it, as JSON; empty where it could not be read.
    pub json: String,
    /// Why it could not be read, with line and column.
    pub wrong: String,
}

json!(FileRead, lax { file: May, toml: May, json: May, wrong: May });

impl FileRead {
    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.toml.is_empty()
    }

    /// The policy in it.
    pub fn pack(&self) -> Result<Pack, String> {
        let pack: Pack = self.read()?;
        Ok(Pack { id: Pack::id_of(&self.file).to_owned(), ..pack })
    }

    /// What was read from it.
    pub fn read<T: json::Read + Default>(&self) -> Result<T, String> {
        if !self.wrong.is_empty() {
            return Err(self.wrong.clone());
        }
        json::read(&self.json).map_err(|why| format!("{}: {}", self.file, why.message))
    }
}

/// The school's settings. Unknown ones are ignored, because a newer schema may be in use than this version.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Managed {
    /// Id of a policy, or `own`.
    pub policy: String,
    /// A policy file.
    pub policy_file: FileRead,
    /// A school file.
    pub school: FileRead,
    /// What staff cannot change.
    pub locked: Vec<String>,
    /// Why the settings cannot be used, in words for the person.
    pub wrong: String,
    /// Whether there is anything at all.
    pub present: bool,
}

json!(Managed, lax { policy: May, policy_file: May = "policyFile", school: May, locked: May });

impl Managed {
    /// Reads what the browser has, as JSON.
    pub fn read(found: &str) -> Self {
        let present = found != "{}";
        match json::read::<Self>(found) {
            Ok(managed) => Self { present, ..managed }.with_implied_policy(),
            Err(why) => Self {
                wrong: format!("Your school's settings for Beforehand cannot be used ({}). Please tell your IT support.", why.message),
                present,
                ..Self::default()
            },
        }
    }

    /// A policy file without a policy means that file.
    fn with_implied_policy(mut self) -> Self {
        if self.policy.is_empty() && !self.policy_file.is_empty() {
            beforehand_shared::OWN.clone_into(&mut self.policy);
        }
        self
    }

    /// Whether the school's value stands for `what`: where it is locked, or where the person chose none.
    pub fn governs(&self, what: &str, chosen: bool) -> bool {
        let set = match what {
            "policy" => !self.policy.is_empty(),
            _ => !self.school.is_empty(),
        };
        set && (!chosen || self.locks(what))
    }

    /// Whether staff cannot change `what`.
    pub fn locks(&self, what: &str) -> bool {
        self.locked.iter().any(|locked| locked == what)
    }
}

#[cfg(test)]
mod tests {
    use super::Managed;

    fn check(found: &str, chosen: bool, governs: bool, policy: &str, wrong: bool) {
        let managed = Managed::read(found);
        assert_eq!(managed.governs("policy", chosen), governs, "{found}, chosen: {chosen}");
        assert_eq!(managed.policy, policy, "{found}");
        assert_eq!(!managed.wrong.is_empty(), wrong, "{found}: {:?}", managed.wrong);
    }

    #[test]
    fn the_school_governs_what_it_locks_and_what_nobody_chose() {
        check("{}", false, false, "", false);
        check(r#"{"policy": "maltby"}"#, false, true, "maltby", false);
        check(r#"{"policy": "maltby"}"#, true, false, "maltby", false);
        check(r#"{"policy": "maltby", "locked": ["policy"]}"#, true, true, "maltby", false);
        check(r#"{"locked": ["policy"]}"#, true, false, "", false);
        check(r#"{"policyFile": {"toml": "trust = 1"}}"#, false, true, "own", false);
        check(r#"{"policyFile": 7}"#, false, false, "", true);
        check(r#"{"policy": 5}"#, false, false, "", true);
        check(r#"{"somethingNewer": true}"#, false, false, "", false);
    }
}

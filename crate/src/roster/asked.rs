//! What texts have asked of a roster already: most of a text's words were in the one before.

use super::Roster;
use crate::table::Memo;
use std::sync::Mutex;

/// What is kept of it: it belongs to no copy and makes no difference between two rosters.
#[derive(Debug, Default)]
pub(super) struct Asked(Mutex<Option<Strangers>>);

impl Clone for Asked {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Asked {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Asked {}

/// Words that are in nobody's name, by the hashes of their folded forms.
///
/// Of a name nothing is kept: whoever reads the memory learns no more of it than its fingerprint tells.
#[derive(Debug, Default)]
pub(crate) struct Strangers {
    /// Words that nobody's name begins with.
    pub nobody: Memo,
    /// Words that are no surname, not even with a letter wrong.
    pub far: Memo,
}

impl Roster {
    /// Does something with what has been learnt about words so far; a second thread learns by itself.
    pub(crate) fn with_strangers<T>(&self, act: impl FnOnce(&mut Strangers) -> T) -> T {
        match self.asked.0.try_lock() {
            Ok(mut kept) => act(kept.get_or_insert_default()),
            Err(_) => act(&mut Strangers::default()),
        }
    }
}

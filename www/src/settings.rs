//! What this browser remembers: the policy, the kind of writing, the school. Never a draft.

use crate::page::window;
use beforehand::{School, json};
use web_sys::Storage;

const POLICY: &str = "beforehand.policy";
const MOMENT: &str = "beforehand.moment";
const SCHOOL: &str = "beforehand.school";
const SET_ASIDE: &str = "beforehand.school.unreadable";

/// The store; `None` where the browser refuses one, and then nothing is remembered.
fn store() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn read(key: &str) -> Option<String> {
    store()?.get_item(key).ok()?
}

/// A full or forbidden store loses a convenience, nothing else.
fn write(key: &str, value: &str) {
    if let Some(store) = store() {
        let _ = store.set_item(key, value);
    }
}

/// The id of the chosen policy.
pub fn policy() -> Option<String> {
    read(POLICY)
}

/// Remembers the chosen policy.
pub fn remember_policy(id: &str) {
    write(POLICY, id);
}

/// The chosen kind of writing.
pub fn moment() -> Option<String> {
    read(MOMENT)
}

/// Remembers the kind of writing.
pub fn remember_moment(value: &str) {
    write(MOMENT, value);
}

/// The school, or that what was remembered of it cannot be read any more and was set aside.
pub fn school() -> Result<School, ()> {
    let Some(kept) = read(SCHOOL) else { return Ok(School::default()) };
    json::read(&kept).map_err(|_| {
        write(SET_ASIDE, &kept);
        forget_school();
    })
}

/// Remembers the school.
pub fn remember_school(school: &School) {
    if *school == School::default() {
        forget_school();
    } else {
        write(SCHOOL, &json::written(school));
    }
}

/// Forgets the school.
pub fn forget_school() {
    if let Some(store) = store() {
        let _ = store.remove_item(SCHOOL);
    }
}

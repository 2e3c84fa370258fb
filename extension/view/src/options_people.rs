//! The roster's part of the options page: files are read here, in this page only, and leave it as fingerprints.

use crate::browser::{self, now};
use crate::dom::{append, by_id, element, field, fill, on, on_click, say, show};
use crate::options::{bytes_of, change, change_and_say, chosen_files};
use beforehand::roster::Import;
use beforehand::{Roster, json};
use beforehand_shared::day::{end_of_year, today};
use beforehand_shared::error::Error;
use beforehand_shared::message::{RosterNote, ToBackground};
use beforehand_shared::sealed;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{Element, File, HtmlElement};

const ROLES: [&str; 4] = ["pupils", "leavers", "staff", "parents and carers"];
/// More refused rows than this are counted, not listed.
const LISTED: usize = 200;

/// What was read and waits for the person's word.
#[derive(Default)]
struct Waiting {
    roster: Roster,
    counts: [usize; 4],
}

thread_local! {
    static WAITING: RefCell<Waiting> = RefCell::default();
    static PRESENT: RefCell<Option<RosterNote>> = const { RefCell::new(None) };
}

/// Starts the part.
pub fn listen() {
    on(&by_id("roster-files"), "change", |event| preview(chosen_files(&event)));
    on_click("roster-take", || take(false));
    on_click("roster-add", || take(true));
    on_click("roster-leave", || async {
        WAITING.take();
        show("roster-preview", false);
        Ok(())
    });
    on_click("roster-wipe", || change_and_say(ToBackground::WipeRoster {}, "The lists have been deleted."));
    on(&by_id("roster-until"), "change", |_| {
        change_and_say(ToBackground::KeepRosterUntil { day: field("roster-until").value() }, "Saved.")
    });
}

/// Shows the lists that are held.
pub fn draw(note: Option<&RosterNote>) {
    show("roster-held", note.is_some());
    PRESENT.set(note.cloned());
    let Some(note) = note else { return };
    let facts = by_id("roster-facts");
    fill(&facts, &[]);
    for (role, count) in &note.people {
        append(&facts, &[element("dt", "", role), element("dd", "", &count.to_string())]);
    }
    append(&facts, &[element("dt", "", "imported"), element("dd", "", &note.imported)]);
    field("roster-until").set_value(&note.until);
}

/// Reads the files and says what was found, before anything is kept.
async fn preview(files: Vec<File>) -> Result<(), Error> {
    let key = device_key().await?;
    let mut imports = Vec::new();
    for file in files {
        let bytes = bytes_of(&file).await?;
        imports.push((file.name(), Roster::read(&file.name(), &bytes, key, today(now()))));
    }
    let mut counts = [0; 4];
    for (_, import) in &imports {
        counts.iter_mut().zip(import.counts).for_each(|(sum, count)| *sum += count);
    }
    show_preview(&imports, counts);
    WAITING.set(Waiting { roster: Roster::join(imports.into_iter().map(|(_, import)| import.roster)), counts });
    by_id("roster-preview-title").unchecked_into::<HtmlElement>().focus()?;
    // With no lists yet there is nothing to choose between; the report stays on show.
    let first = PRESENT.with_borrow(Option::is_none) && counts.iter().sum::<usize>() > 0;
    if first { take(false).await } else { Ok(()) }
}

/// The key under which this device fingerprints; the background has made it before this page could ask.
async fn device_key() -> Result<[u8; 16], Error> {
    let bytes = browser::vault_get(sealed::DEVICE).await?.unwrap_or_default();
    let key: Option<[u8; 16]> = std::str::from_utf8(&bytes).ok().and_then(|text| json::read(text).ok());
    key.ok_or_else(|| Error::Person("This device’s key could not be opened. Close this page, open it again and try once more.".to_owned()))
}

fn show_preview(imports: &[(String, Import)], counts: [usize; 4]) {
    let people: usize = counts.iter().sum();
    let title = if people == 0 { "Nobody could be read from this".to_owned() } else { format!("Found {}", in_words(counts)) };
    say("roster-preview-title", &title);
    fill(&by_id("roster-files-read"), &imports.iter().map(|(name, import)| element("li", "", &columns(name, import))).collect::<Vec<_>>());
    let refused: Vec<Element> = imports
        .iter()
        .flat_map(|(name, import)| {
            import.refused.iter().map(move |row| element("li", "", &format!("{name}, line {}: {}", row.line, row.why)))
        })
        .take(LISTED)
        .collect();
    let refused_count: usize = imports.iter().map(|(_, import)| import.refused.len()).sum();
    show("roster-refused-part", refused_count > 0);
    say("roster-refused-title", &format!("{refused_count} {} left out", if refused_count == 1 { "row was" } else { "rows were" }));
    fill(&by_id("roster-refused"), &refused);
    show("roster-choice", people > 0 && PRESENT.with_borrow(Option::is_some));
    show("roster-preview", true);
}

fn in_words(counts: [usize; 4]) -> String {
    let some = ROLES.iter().zip(counts).filter(|(_, count)| *count > 0);
    some.map(|(role, count)| format!("{count} {role}")).collect::<Vec<_>>().join(", ")
}

fn columns(name: &str, import: &Import) -> String {
    let (used, unused): (Vec<_>, Vec<_>) = import.columns.iter().partition(|(_, taken)| !taken.is_empty());
    let list = |columns: Vec<&(String, String)>| columns.iter().map(|(heading, _)| heading.as_str()).collect::<Vec<_>>().join(", ");
    let left = if unused.is_empty() { String::new() } else { format!(" Not used: {}.", list(unused)) };
    format!("{name}: columns used: {}.{left}", list(used))
}

/// Seals the fingerprints, then tells the background. Killed in between, the old lists' numbers stand until the next import.
async fn take(add: bool) -> Result<(), Error> {
    let waiting = WAITING.take();
    if waiting.roster.is_empty() {
        return Ok(());
    }
    let present = PRESENT.with_borrow(Clone::clone).filter(|_| add);
    let mut rosters = vec![waiting.roster];
    if present.is_some() {
        let kept = browser::vault_get(sealed::ROSTER).await?.and_then(|bytes| Roster::from_bytes(&bytes));
        rosters.insert(0, kept.unwrap_or_default());
    }
    browser::vault_put(sealed::ROSTER, Roster::join(rosters).to_bytes()).await?;
    let note = note(waiting.counts, present);
    change(ToBackground::ImportRoster { roster: note }).await?;
    show("roster-choice", false);
    field("roster-files").set_value("");
    say("done", "The lists are in use.");
    Ok(())
}

fn note(counts: [usize; 4], present: Option<RosterNote>) -> RosterNote {
    let present = present.unwrap_or_default();
    let mut people: BTreeMap<String, usize> = present.people;
    for (role, count) in ROLES.iter().zip(counts).filter(|(_, count)| *count > 0) {
        *people.entry((*role).to_owned()).or_default() += count;
    }
    let until = if present.until.is_empty() { end_of_year(today(now())).to_string() } else { present.until };
    RosterNote { people, imported: today(now()).to_string(), until }
}

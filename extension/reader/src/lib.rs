//! Reads files: people's lists, in a worker that is ended after each import, so that the names are gone with its memory; and settings files.
//!
//! [`add_file`] takes a list's bytes, [`read`] reads all of them and says what was found, again after each correction of the person's,
//! and [`keep`] gives what is kept of it: fingerprints. [`read_file`] reads TOML; the background asks for it too, without a worker.

use beforehand::json;
use beforehand::roster::{Choice, Column, Import};
use beforehand::{Pack, Roster, School, clock};
use beforehand_shared::lists::{Asked, ColumnFound, Corrected, FileFound, Found, LISTED, RowLeft};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

/// What is being read.
#[derive(Default)]
struct Desk {
    files: Vec<(String, Vec<u8>)>,
    rosters: Vec<Roster>,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

#[wasm_bindgen]
extern "C" {
    /// The worker's own: its page hears it while the reading goes on.
    #[wasm_bindgen(js_name = postMessage)]
    fn post_percent(percent: u32);
}

/// Takes a file of people's lists.
#[wasm_bindgen(js_name = addFile)]
pub fn add_file(name: String, bytes: Vec<u8>) {
    DESK.with_borrow_mut(|desk| desk.files.push((name, bytes)));
}

/// Reads the files as [`Asked`] and says what was [`Found`]; the percentages are posted meanwhile.
#[wasm_bindgen]
pub fn read(asked: &str) -> String {
    let asked: Asked = json::read(asked).unwrap_or_default();
    DESK.with_borrow_mut(|desk| json::written(&desk.read(&asked)))
}

/// What is kept of the people who were found, together with those in use already.
#[wasm_bindgen]
pub fn keep(present: Option<Vec<u8>>) -> Vec<u8> {
    let present = present.and_then(|bytes| Roster::from_bytes(&bytes));
    let found = DESK.with_borrow_mut(std::mem::take).rosters;
    Roster::join(present.into_iter().chain(found)).to_bytes()
}

impl Desk {
    fn read(&mut self, asked: &Asked) -> Found {
        let files: Vec<(&str, &[u8])> = self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let choices: Vec<Choice> = asked.choices.iter().map(choice).collect();
        let today = clock::date(&asked.today).unwrap_or_default();
        // The last reading's people are let go of first: they would be in memory twice.
        self.rosters = Vec::new();
        let mut posted = 0;
        let imports = Roster::read_all(&files, &choices, asked.key, today, &mut |done, whole| {
            let percent = (done * 100 / whole.max(1)) as u32;
            if percent > posted {
                posted = percent;
                post_percent(percent);
            }
        });
        let found = imports.iter().zip(&files).map(|(import, (name, _))| file(name, import)).collect();
        self.rosters = imports.into_iter().map(|import| import.roster).collect();
        Found { files: found, kinds: Column::all().map(|column| column.word().to_owned()).collect() }
    }
}

fn choice(corrected: &Corrected) -> Choice {
    Choice { file: Some(corrected.file), heading: corrected.heading.clone(), column: Column::named(&corrected.what) }
}

fn file(name: &str, import: &Import) -> FileFound {
    let column = |(heading, taken): &(String, String)| ColumnFound { heading: heading.clone(), taken: taken.clone() };
    let left = import.refused.iter().take(LISTED).map(|row| RowLeft { line: row.line, why: row.why.clone() });
    FileFound {
        name: name.to_owned(),
        counts: import.counts,
        understood: import.understood,
        columns: import.columns.iter().map(column).collect(),
        left: import.refused.len(),
        rows: left.collect(),
    }
}

/// What a settings file says.
#[derive(Default)]
struct FileRead {
    /// As JSON; empty where it could not be read.
    json: String,
    /// Why not, with file, line and column.
    wrong: String,
}

json!(write FileRead { json: Need, wrong: Need });

/// Reads a file of TOML (`school` or `policy`), as JSON.
#[wasm_bindgen(js_name = readFile)]
pub fn read_file(kind: &str, name: &str, toml: &str) -> String {
    let read = match kind {
        "school" => School::parse(name, toml).map(|school| json::written(&school)),
        _ => Pack::parse(name, toml).map(|pack| json::written(&pack)),
    };
    json::written(&match read {
        Ok(json) => FileRead { json, ..FileRead::default() },
        Err(why) => FileRead { wrong: why.to_string(), ..FileRead::default() },
    })
}

/// A list of people as it is sealed, under a key of zeros: what the parity test gives the background's `checkLine`.
#[wasm_bindgen(js_name = sealedRoster)]
pub fn sealed_roster(csv: &str, now: &str) -> String {
    let today = clock::local(clock::parse(now).unwrap_or_default()).date();
    String::from_utf8(Roster::read("roster.csv", csv.as_bytes(), [0; 16], today).roster.to_bytes()).unwrap_or_default()
}

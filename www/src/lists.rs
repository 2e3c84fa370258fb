//! Lists of people, read into this tab only, and the report of what was read.

use crate::app::{self, Shared};
use crate::page::{self, add, make, show};
use crate::{file, words};
use beforehand::Roster;
use beforehand::clock;
use beforehand::roster::Import;
use web_sys::Element;

/// More refused rows than this are only counted.
const AT_MOST_ROWS: usize = 50;

/// Listens.
pub fn begin(app: &Shared) {
    let key = fresh_key();
    app::on(app, "roster-file", "change", move |app, _| {
        let app = app.clone();
        page::refill("roster-report", &[]);
        file::read_all(&page::by_id("roster-file"), move |name, bytes| take(&app, name, bytes, key));
    });
    app::on(app, "roster-forget", "click", |app, _| {
        app.roster.replace(Roster::empty());
        page::refill("roster-report", &[make("p", "", "Forgotten.")]);
        say_state(app);
        app::recheck(app);
    });
}

/// A key for this tab alone; it is never written down.
fn fresh_key() -> [u8; 16] {
    let mut key = [0; 16];
    if let Ok(crypto) = page::window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut key);
    }
    key
}

fn take(app: &Shared, name: &str, bytes: &[u8], key: [u8; 16]) {
    let today = clock::local(app::now()).date();
    let import = Roster::read(name, bytes, key, today);
    add(&page::by_id("roster-report"), &[report(name, &import)]);
    let joined = Roster::join([app.roster.take(), import.roster]);
    app.roster.replace(joined);
    say_state(app);
    app::recheck(app);
}

fn say_state(app: &Shared) {
    let people = app.roster.borrow().len();
    let said = if people == 0 { String::new() } else { format!("{}, in this tab only", words::count(people, "person", "people")) };
    page::say("people-state", &said);
    show("roster-forget", people > 0);
}

/// What was read from a file: how many of whom, which columns, which rows were left out and why.
fn report(name: &str, import: &Import) -> Element {
    let report = make("div", "report", "");
    add(&report, &[make("h3", "", name), make("p", "", &people(import)), make("p", "hint", &columns(import))]);
    if !import.refused.is_empty() {
        add(&report, &[make("p", "", &format!("{} left out:", words::count(import.refused.len(), "row", "rows"))), refused(import)]);
    }
    report
}

fn people(import: &Import) -> String {
    const WHO: [(&str, &str); 4] =
        [("pupil", "pupils"), ("leaver", "leavers"), ("member of staff", "members of staff"), ("parent or carer", "parents and carers")];
    let counts: Vec<String> = WHO
        .iter()
        .zip(import.counts)
        .filter(|(_, number)| *number > 0)
        .map(|((one, many), number)| words::count(number, one, many))
        .collect();
    let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
    match counts.as_slice() {
        [] => "Nobody was read from it.".to_owned(),
        counts => format!("Read: {}.", words::series(counts)),
    }
}

fn columns(import: &Import) -> String {
    let (used, unused): (Vec<_>, Vec<_>) = import.columns.iter().partition(|(_, taken)| !taken.is_empty());
    let headings = |list: Vec<&(String, String)>| {
        words::series(&list.iter().map(|(heading, _)| heading.as_str()).filter(|heading| !heading.is_empty()).collect::<Vec<_>>())
    };
    let (used, unused) = (headings(used), headings(unused));
    match (used.is_empty(), unused.is_empty()) {
        (true, _) => "No columns were recognised.".to_owned(),
        (false, true) => format!("Columns used: {used}."),
        (false, false) => format!("Columns used: {used}. Not used: {unused}."),
    }
}

fn refused(import: &Import) -> Element {
    let list = make("ul", "", "");
    for row in import.refused.iter().take(AT_MOST_ROWS) {
        add(&list, &[make("li", "", &format!("Line {}: {}.", row.line, row.why))]);
    }
    if import.refused.len() > AT_MOST_ROWS {
        add(&list, &[make("li", "", &format!("and {} more.", words::grouped(import.refused.len() - AT_MOST_ROWS)))]);
    }
    list
}

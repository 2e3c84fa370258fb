//! "What the policy asks": every clause of the chosen policy, and truthfully what becomes of it.

use crate::app::{self, App, Shared};
use crate::page::{self, add, make, refill, say, set};
use crate::{field, form, words};
use beforehand::pack::{Clause, Does};
use beforehand::{Moment, Pack, kinds};
use web_sys::Element;

/// What becomes of a clause.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Handling {
    Here,
    Extension,
    Unwatched,
    Planned,
    Guide,
    Beyond,
}

/// Each handling with its value in the list, its heading, its short name, and what it means.
const GROUPS: [(Handling, &str, &str, &str, &str); 6] = [
    (Handling::Here, "here", "Checked on this page", "checked here", "The words of your draft are checked against these as you write."),
    (
        Handling::Extension,
        "extension",
        "Checked by the browser extension",
        "checked by the extension",
        "These happen at the moment of doing something, such as playing a video, which a page like this one never sees.",
    ),
    (
        Handling::Unwatched,
        "unwatched",
        "Built, and not watched for yet",
        "not watched for yet",
        "The checks are there for whoever uses the command line; the extension does not look out for these moments yet.",
    ),
    (
        Handling::Planned,
        "planned",
        "Not built yet",
        "not built yet",
        "These can be checked, and are not yet. Until then nothing here looks out for them.",
    ),
    (
        Handling::Guide,
        "guide",
        "For you to keep in mind",
        "to keep in mind",
        "No software can tell whether these are kept, so they are only told.",
    ),
    (
        Handling::Beyond,
        "beyond",
        "Outside a browser",
        "outside a browser",
        "Nothing that runs in a browser has to do with these. They are listed so that the list is whole.",
    ),
];

fn handling(clause: &Clause) -> Handling {
    match clause.does {
        Does::Guide => Handling::Guide,
        Does::Beyond => Handling::Beyond,
        Does::Check if !kinds::is_built(&clause.kind) => Handling::Planned,
        Does::Check if is_met_here(clause) => Handling::Here,
        Does::Check if kinds::is_watched(clause) => Handling::Extension,
        Does::Check => Handling::Unwatched,
    }
}

/// What goes by whose device it is is not told to this page either.
fn is_met_here(clause: &Clause) -> bool {
    !kinds::UNSEEN.contains(&clause.kind.as_str()) && clause.moments.iter().any(|occasion| words::met_here(*occasion).is_some())
}

/// How many of the checks that a policy sets for a kind of writing are built, and how many it sets.
pub fn able(pack: &Pack, moment: Moment) -> (usize, usize) {
    let set = pack
        .clauses
        .iter()
        .filter(|clause| clause.does == Does::Check && clause.moments.iter().any(|occasion| words::met_here(*occasion) == Some(moment)));
    set.fold((0, 0), |(able, all), clause| (able + usize::from(kinds::is_built(&clause.kind)), all + 1))
}

/// Fills the filter and listens.
pub fn begin(app: &Shared) {
    let everything = std::iter::once(("all", "Everything".to_owned()));
    field::options("asks-how", everything.chain(GROUPS.iter().map(|(_, value, heading, ..)| (*value, (*heading).to_owned()))));
    app::on(app, "asks-policy", "change", |app, _| {
        app.choose(&field::chosen("asks-policy"));
        form::policy_chosen(app);
        app::recheck(app);
        show(app);
    });
    app::on(app, "asks-words", "input", |app, _| list(app.pack()));
    app::on(app, "asks-how", "change", |app, _| list(app.pack()));
}

/// Shows the chosen policy.
pub fn show(app: &App) {
    let pack = app.pack();
    let dated = if pack.dated.is_empty() { "the document carries no date".to_owned() } else { pack.dated.clone() };
    say("asks-source", &format!("{}: {} ({dated}).", pack.trust, pack.title));
    let counts = GROUPS.iter().map(|(group, _, _, short, _)| count(pack, *group, short));
    refill("asks-counts", &counts.collect::<Vec<_>>());
    list(pack);
}

fn count(pack: &Pack, group: Handling, short: &str) -> Element {
    let number = pack.clauses.iter().filter(|clause| handling(clause) == group).count();
    let pair = make("div", "", "");
    add(&pair, &[make("dt", "", short), make("dd", "", &number.to_string())]);
    pair
}

/// Takes the filter away, so that any clause can be seen.
pub fn unfilter() {
    field::write("asks-words", "");
    field::choose("asks-how", "all");
}

/// The clauses that pass the filter, by what becomes of them.
fn list(pack: &Pack) {
    let wanted: Vec<String> = field::text("asks-words").unwrap_or_default().to_lowercase().split_whitespace().map(str::to_owned).collect();
    let how = field::chosen("asks-how");
    let mut shown = 0;
    let mut groups = Vec::new();
    for row in GROUPS.iter().filter(|(_, value, ..)| how == "all" || how == *value) {
        let clauses: Vec<&Clause> = pack.clauses.iter().filter(|clause| handling(clause) == row.0 && holds(clause, &wanted)).collect();
        shown += clauses.len();
        if !clauses.is_empty() {
            groups.push(group(pack, row.2, row.4, &clauses));
        }
    }
    refill("asks-list", &groups);
    say("asks-shown", &format!("Showing {shown} of {}.", words::count(pack.clauses.len(), "clause", "clauses")));
}

/// Whether every wanted word stands somewhere in what is shown of a clause.
fn holds(clause: &Clause, wanted: &[String]) -> bool {
    let all = format!("{} {} {} {}", clause.r#where, clause.says, clause.kind, how(clause)).to_lowercase();
    wanted.iter().all(|word| all.contains(word.as_str()))
}

fn group(pack: &Pack, heading: &str, meaning: &str, clauses: &[&Clause]) -> Element {
    let group = make("section", "group", "");
    let rows = make("ul", "clauses", "");
    add(&rows, &clauses.iter().map(|clause| row(pack, clause)).collect::<Vec<_>>());
    add(&group, &[make("h2", "", &format!("{heading} ({})", clauses.len())), make("p", "", meaning), rows]);
    group
}

fn row(pack: &Pack, clause: &Clause) -> Element {
    let row = make("li", "", "");
    set(&row, "id", &format!("asks/{}/{}", pack.id, clause.id));
    set(&row, "tabindex", "-1");
    let says = make("p", "says", &format!("{}.", clause.says.trim_end_matches('.')));
    add(&row, &[make("p", "where", &clause.r#where), says]);
    let how = how(clause);
    if !how.is_empty() {
        add(&row, &[make("p", "how", &how)]);
    }
    row
}

/// When a clause is checked, or why it is not.
fn how(clause: &Clause) -> String {
    let mut times: Vec<&str> = clause.moments.iter().map(|occasion| words::occasion(*occasion)).collect();
    times.dedup();
    let times = words::series(&times);
    let kind = clause.kind.replace('-', " ");
    match handling(clause) {
        Handling::Here | Handling::Extension | Handling::Unwatched => format!("Check: {kind}, when {times}."),
        Handling::Planned => format!("Planned check: {kind}, when {times}."),
        Handling::Guide => String::new(),
        Handling::Beyond => capital(&clause.reason),
    }
}

fn capital(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), rest.as_str().trim_end_matches('.')))
}

/// Moves to a clause, `pack/clause`; false when there is none of that name.
pub fn go_to(app: &App, clause: &str) -> bool {
    unfilter();
    show(app);
    let row = page::document().get_element_by_id(&format!("asks/{clause}"));
    row.is_some_and(|row| {
        let _ = row.class_list().add_1("current");
        row.scroll_into_view();
        page::focus(&row);
        true
    })
}

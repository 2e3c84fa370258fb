//! The findings as cards: what, why, which clause, what can be done, and the way to the words and back.

use crate::app::{self, AT_MOST, App, Shared};
use crate::page::{self, button, make, set};
use crate::{coverage, draft, fixes, form, words};
use beforehand::{Act, Finding, Fix, Moment, Pack};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// More cards than this help nobody; the rest are counted.
const AT_MOST_CARDS: usize = 50;

/// Listens to the cards and to the caret.
pub fn begin(app: &Shared) {
    app::on(app, "draft", "input", |app, _| app::recheck(app));
    app::on(app, "cards", "click", pressed);
    for event in ["click", "keyup", "select"] {
        app::on(app, "draft", event, |app, _| show_current(at_caret(app)));
    }
    app::on(app, "draft", "keydown", key);
}

/// A finding as it is heard.
pub fn spoken(finding: &Finding) -> String {
    format!("{}: {}.", words::tier(finding.severity).1, finding.heading)
}

/// Shows what was found in an act.
pub fn show(app: &App, act: &Act) {
    let found = app.findings.borrow();
    show_cards(app, &found);
    let empty = form::is_empty(act);
    let (able, _) = coverage::able(app.pack(), act.moment);
    page::show("start-here", empty);
    let _ = page::by_id::<Element>("summary").class_list().toggle_with_force("clear", !empty && able > 0 && found.is_empty());
    page::say("summary", &summary(app, act, &found));
    page::show("jump", !found.is_empty());
    page::show("draft-keys", found.iter().any(|finding| finding.start.is_some()));
    page::say("jump", &words::count(found.len(), "finding below", "findings below"));
    show_current(at_caret(app));
}

/// Makes the cards anew, unless they would be the same: a card that stays keeps its focus and is not read out again.
fn show_cards(app: &App, found: &[Finding]) {
    let placeless: Vec<Finding> = found.iter().take(AT_MOST_CARDS).map(without_places).collect();
    if *app.cards.borrow() == placeless {
        return;
    }
    let cards: Vec<Element> = placeless.iter().enumerate().map(|(at, finding)| card(app.pack(), at, finding)).collect();
    page::refill("cards", &cards);
    app.cards.replace(placeless);
}

fn without_places(finding: &Finding) -> Finding {
    let fixes = finding.fixes.iter().map(|fix| Fix { start: 0, end: 0, ..fix.clone() }).collect();
    Finding { start: None, end: None, fixes, ..finding.clone() }
}

/// What there is to say above the cards.
fn summary(app: &App, act: &Act, found: &[Finding]) -> String {
    if form::is_empty(act) {
        return "Nothing to read yet. Findings appear here while you write.".to_owned();
    }
    let said = match found.len() {
        0 => nothing_found(app, act),
        more if more > AT_MOST_CARDS => format!("{} findings, the first {AT_MOST_CARDS} shown.", words::grouped(more)),
        some => format!("{}. It is your decision.", words::count(some, "thing to look at", "things to look at")),
    };
    if draft::length() > AT_MOST { format!("{said} Only the first {} characters were read.", words::grouped(AT_MOST)) } else { said }
}

/// Says that nothing was found, and how little that means.
fn nothing_found(app: &App, act: &Act) -> String {
    let (able, all) = coverage::able(app.pack(), act.moment);
    let nobody_known = app.roster.borrow().is_empty() && matches!(act.moment, Moment::Connect | Moment::Message);
    match (able, all) {
        (_, 0) => "This policy asks nothing about this kind of writing that could be checked.".to_owned(),
        (0, _) => format!(
            "Not checked. This policy has {} for this kind of writing, and none of them is built yet.",
            words::count(all, "clause", "clauses")
        ),
        _ if nobody_known => {
            "Nothing found, but nobody is known here: load a list under “Names to look for”, and this page can tell who is a pupil."
                .to_owned()
        }
        (able, all) if able == all => "Nothing found. Please still read it over yourself.".to_owned(),
        (able, all) => format!(
            "Nothing found. {able} of the {all} checks that this policy has for this kind of writing {} built so far, so please read it over yourself.",
            if able == 1 { "is" } else { "are" }
        ),
    }
}

fn card(pack: &Pack, at: usize, finding: &Finding) -> Element {
    let (class, word) = words::tier(finding.severity);
    let card = make("li", &format!("card is-{class}"), "");
    let heading = make("h3", "", &finding.heading);
    set(&heading, "id", &format!("finding-{at}"));
    let line = make("p", "line", "");
    page::add(&line, &[make("span", "tag", word)]);
    if let Some(excerpt) = &finding.excerpt {
        page::add(&line, &[way_to_words(at, excerpt)]);
    }
    page::add(&card, &[line, heading, make("p", "why", &finding.message)]);
    if !finding.fixes.is_empty() {
        page::add(&card, &[offers(at, finding)]);
    }
    page::add(&card, &[cite(pack, finding)]);
    card
}

/// The words themselves, as a button that leads to them.
fn way_to_words(at: usize, excerpt: &str) -> Element {
    let short: String = excerpt.chars().take(80).collect();
    let more = if short.len() < excerpt.len() { "…" } else { "" };
    let way = button("words", &format!("“{short}{more}”"), &[("data-go", &at.to_string())]);
    page::add(&way, &[make("span", "unseen", ", show in the draft")]);
    way
}

/// The way to the clause in the list of all.
fn cite(pack: &Pack, finding: &Finding) -> Element {
    let clause = pack
        .clauses
        .iter()
        .find(|clause| finding.clause.strip_prefix(&pack.id).and_then(|rest| rest.strip_prefix('/')) == Some(&clause.id));
    let link = make("a", "", &format!("See {} in the list of clauses", clause.map_or("it", |clause| &clause.r#where)));
    set(&link, "href", &format!("#asks/{}", finding.clause));
    let cite = make("p", "cite", "");
    page::add(&cite, &[link]);
    cite
}

fn offers(at: usize, finding: &Finding) -> Element {
    let fixes = make("div", "fixes", "");
    for (which, fix) in finding.fixes.iter().enumerate() {
        let offer = button("fix", &fix.label, &[("data-fix", &format!("{at} {which}")), ("aria-describedby", &format!("finding-{at}"))]);
        page::add(&fixes, &[offer]);
    }
    fixes
}

/// A press inside a card: a fix, or the way to the words.
fn pressed(app: &Shared, event: &Event) {
    if let Some((_, which)) = page::marked(event, "data-fix") {
        let mut parts = which.split(' ').filter_map(|part| part.parse().ok());
        if let (Some(at), Some(fix)) = (parts.next(), parts.next()) {
            fixes::apply(app, at, fix);
        }
    } else if let Some((_, at)) = page::marked(event, "data-go") {
        go_to(app, at.parse().ok());
    }
}

/// Moves the focus to a finding's words.
fn go_to(app: &App, at: Option<usize>) {
    let place = at.and_then(|at| app.findings.borrow().get(at).and_then(|finding| Some((finding.start?, finding.end?))));
    if let Some((start, end)) = place {
        draft::select(start, end);
        show_current(at);
    }
}

/// The keys of the draft: Alt+Down to the next finding, Escape to the card of the one at the caret.
fn key(app: &Shared, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    if event.is_composing() {
        return;
    }
    match (event.key().as_str(), event.alt_key()) {
        ("ArrowDown", true) => {
            if let Some(next) = after_caret(app) {
                event.prevent_default();
                go_to(app, Some(next));
            }
        }
        ("Escape", false) => focus_card(at_caret(app)),
        _ => {}
    }
}

fn focus_card(at: Option<usize>) {
    let Some(at) = at else { return };
    let way = page::document().query_selector(&format!("[data-go='{at}']")).ok().flatten();
    if let Some(way) = way.and_then(|way| way.dyn_into::<HtmlElement>().ok()) {
        let _ = way.focus();
    }
}

/// The gravest finding whose words the caret stands in.
fn at_caret(app: &App) -> Option<usize> {
    let caret = draft::caret();
    app.findings
        .borrow()
        .iter()
        .position(|finding| finding.start.is_some_and(|start| start <= caret) && finding.end.is_some_and(|end| caret <= end))
}

/// The next finding behind the caret, from the start again after the last.
fn after_caret(app: &App) -> Option<usize> {
    let caret = draft::caret();
    let found = app.findings.borrow();
    let placed = || found.iter().enumerate().filter_map(|(at, finding)| Some((finding.start?, at)));
    placed().filter(|(start, _)| *start > caret).min().or_else(|| placed().min()).map(|(_, at)| at)
}

fn show_current(current: Option<usize>) {
    draft::mark_current(current);
    for (at, card) in page::children("cards").iter().enumerate() {
        let _ = card.class_list().toggle_with_force("current", current == Some(at));
    }
}

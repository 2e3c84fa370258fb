//! Three views of one page, chosen by the address's fragment, which names a view or a clause and nothing else.

use crate::app::{App, Shared};
use crate::page::{self, by_id, set};
use crate::{coverage, form};
use gloo::events::EventListener;
use web_sys::Element;

/// Each view with its title.
const VIEWS: [(&str, &str); 3] = [
    ("check", "Beforehand: check a draft against your school’s policy"),
    ("asks", "What the policy asks · Beforehand"),
    ("about", "About · Beforehand"),
];

/// Shows the view that the address names, now and whenever that changes.
pub fn begin(app: &Shared) {
    turn(app, false);
    let app = app.clone();
    EventListener::new(&page::window(), "hashchange", move |_| turn(&app, true)).forget();
}

fn fragment() -> String {
    page::window().location().hash().unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Fragments that are no view (a heading) leave the view as it is; the skip link shows the draft from anywhere.
fn turn(app: &App, moved: bool) {
    let fragment = fragment();
    if fragment == "draft" {
        show("check");
        return page::focus(&by_id::<Element>("draft"));
    }
    let (view, clause) = fragment.split_once('/').unwrap_or((&fragment, ""));
    let known = VIEWS.iter().find(|(id, _)| *id == view);
    let Some((view, _)) = known.or_else(|| if moved { None } else { VIEWS.first() }) else { return };
    show(view);
    let there = *view == "asks" && asks(app, clause);
    if moved && !there {
        page::window().scroll_to_with_x_and_y(0.0, 0.0);
        page::focus(&by_id::<Element>(&format!("{view}-title")));
    }
}

/// Shows one view and marks its link.
fn show(view: &str) {
    for (id, title) in VIEWS {
        page::show(&format!("view-{id}"), id == view);
        if id == view {
            page::document().set_title(title);
        }
    }
    mark(view);
}

/// Shows the clauses; whether a named one was gone to.
fn asks(app: &App, clause: &str) -> bool {
    if let Some((pack, _)) = clause.split_once('/') {
        app.choose(pack);
        form::policy_chosen(app);
        app.check_now();
        return coverage::go_to(app, clause);
    }
    coverage::show(app);
    false
}

/// Marks the link of the view that is shown.
fn mark(view: &str) {
    let Ok(links) = page::document().query_selector_all("nav a") else { return };
    for link in (0..links.length()).filter_map(|at| links.item(at)) {
        let link: Element = wasm_bindgen::JsCast::unchecked_into(link);
        if link.get_attribute("href").is_some_and(|href| href == format!("#{view}")) {
            set(&link, "aria-current", "page");
        } else {
            let _ = link.remove_attribute("aria-current");
        }
    }
}

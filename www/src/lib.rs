//! The checker page: paste a draft, see what the policy says about it. Everything happens in the tab.
//!
//! Modules stand in the order the page works: what holds it together ([`app`]), the form that is read
//! ([`form`], [`thread`], [`draft`]), what is shown ([`findings`], [`fixes`], [`announce`]), what may be
//! added ([`school`], [`lists`]), the other views ([`coverage`], [`views`]), and the door to the document ([`page`], [`field`]).

mod announce;
mod app;
mod coverage;
mod draft;
mod field;
mod file;
mod findings;
mod fixes;
mod form;
mod lists;
mod offline;
mod page;
mod school;
mod settings;
mod thread;
mod tools;
mod views;
mod words;

use beforehand::Pack;
use beforehand::pack::BUILTIN;
use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the page.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|_| {
        page::trouble("Something went wrong in this page, and it has stopped checking. Copy your draft, then reload.");
    }));
    let packs: Vec<Pack> = BUILTIN.iter().filter_map(|source| Pack::builtin(source.id)).collect();
    if packs.len() < BUILTIN.len() {
        page::trouble("Not every policy could be read. Please tell whoever gave you this page.");
    }
    let school = settings::school();
    let remembered = school.is_ok();
    let app = app::App::new(packs, school.unwrap_or_default());
    form::begin(&app);
    thread::begin(&app);
    findings::begin(&app);
    fixes::begin(&app);
    tools::begin(&app);
    school::begin(&app, remembered);
    lists::begin(&app);
    coverage::begin(&app);
    app::recheck(&app);
    views::begin(&app);
    offline::begin();
}

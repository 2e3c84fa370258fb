//! The school's details: a few fields and a school file, remembered in this browser.

use crate::app::{self, App, Shared};
use crate::page::{by_id, say};
use crate::{field, file, lists, settings};
use beforehand::{School, json};
use web_sys::HtmlInputElement;

const FIELDS: [&str; 4] = ["school-name", "school-also", "school-handles", "school-domains"];

/// Listens, and shows what was remembered.
pub fn begin(app: &Shared, remembered: bool) {
    show(app);
    if !remembered {
        say("school-note", "What this browser remembered of your school could not be read. It was set aside, and the fields start empty.");
    }
    for id in FIELDS {
        app::on(app, id, "input", |app, _| take(app));
    }
    app::on(app, "school-file", "change", |app, _| load(app));
    app::on(app, "school-forget", "click", |app, _| {
        app.school.replace(School::default());
        settings::forget_school();
        show(app);
        say("school-note", "Forgotten.");
        app::recheck(app);
    });
}

/// The fields into the state; what only a school file can say stays.
fn take(app: &Shared) {
    {
        let mut school = app.school.borrow_mut();
        school.name = field::text("school-name").unwrap_or_default();
        school.also = field::list("school-also");
        school.handles = field::list("school-handles");
        school.domains = field::list("school-domains");
    }
    keep(app);
}

fn keep(app: &Shared) {
    settings::remember_school(&app.school.borrow());
    say("school-note", "");
    say_state(&app.school.borrow());
    app::recheck(app);
}

/// The state into the fields.
fn show(app: &App) {
    let school = app.school.borrow();
    field::write("school-name", &school.name);
    field::write("school-also", &school.also.join(", "));
    field::write("school-handles", &school.handles.join(", "));
    field::write("school-domains", &school.domains.join(", "));
    say_state(&school);
}

fn say_state(school: &School) {
    say("school-state", school.names().first().copied().unwrap_or_default());
}

fn load(app: &Shared) {
    let input: HtmlInputElement = by_id("school-file");
    let app = app.clone();
    file::take(&input, async move |name, bytes| match parse(&name, bytes).await {
        Ok(school) => {
            app.school.replace(school);
            keep(&app);
            show(&app);
            say("school-note", &format!("Loaded from {name}."));
        }
        Err(why) => say("school-note", &format!("Nothing was changed. {why}")),
    });
}

/// TOML is read by the worker, as lists are.
async fn parse(name: &str, bytes: Vec<u8>) -> Result<School, String> {
    let toml =
        String::from_utf8(bytes).map_err(|why| format!("{name}: not a text file in UTF-8 (at byte {})", why.utf8_error().valid_up_to()))?;
    let worker = lists::reader().await.map_err(|why| why.to_string())?;
    let read = beforehand_lists::settings(worker, "school", name, &toml).await.map_err(|why| why.to_string())?;
    json::read(&read).map_err(|why| why.to_string())
}

//! The school's part of the options page: a short form over the school file, and the file itself.

use crate::dom::{by_id, field, on, on_click, show, toggle};
use crate::options::{change_and_say, chosen_files, say_at, text_of};
use beforehand::School;
use beforehand_shared::error::Error;
use beforehand_shared::message::{ToBackground, View};
use std::future::Future;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

/// Starts the form.
pub fn listen() {
    on_click("school-save", || said_here(save_form()));
    on_click("school-toml-save", || said_here(save_toml(whole_file().value())));
    on(&by_id("school-file"), "change", |event| {
        said_here(async move {
            let Some(file) = chosen_files(&event).into_iter().next() else { return Ok(()) };
            save_toml(text_of(&file).await?).await
        })
    });
}

/// Fills the form with the school in force.
pub fn draw(view: &View) {
    let locked = view.locked.iter().any(|what| what == "school");
    show("school-locked", locked);
    for id in ["school-save", "school-toml-save", "school-file"] {
        toggle(&by_id(id), "disabled", locked);
    }
    whole_file().set_value(&view.school);
    let school = School::parse("school.toml", &view.school).unwrap_or_default();
    for (id, words) in fields(&school) {
        field(id).set_value(&words);
    }
}

fn fields(school: &School) -> [(&'static str, String); 8] {
    [
        ("school-name", school.name.clone()),
        ("school-also", school.also.join(", ")),
        ("school-trust", school.trust.clone()),
        ("school-domains", school.domains.join(", ")),
        ("school-pupil-domains", school.pupil_domains.join(", ")),
        ("school-handles", school.handles.join(", ")),
        ("school-phones", school.phones.join(", ")),
        ("school-line-manager", school.line_manager.clone()),
    ]
}

fn whole_file() -> HtmlTextAreaElement {
    by_id("school-toml").unchecked_into()
}

async fn said_here(done: impl Future<Output = Result<(), Error>>) -> Result<(), Error> {
    say_at("school-trouble", done.await.err().as_ref());
    Ok(())
}

/// The form's fields over the rest of the file, which the form does not show.
async fn save_form() -> Result<(), Error> {
    let words = |id: &str| field(id).value().trim().to_owned();
    let list =
        |id: &str| -> Vec<String> { words(id).split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect() };
    let school = School {
        name: words("school-name"),
        also: list("school-also"),
        trust: words("school-trust"),
        domains: list("school-domains"),
        pupil_domains: list("school-pupil-domains"),
        handles: list("school-handles"),
        phones: list("school-phones"),
        line_manager: words("school-line-manager"),
        ..School::parse("school.toml", &whole_file().value())?
    };
    let toml = toml::to_string(&school).map_err(|why| Error::Person(why.to_string()))?;
    save_toml(toml).await
}

async fn save_toml(toml: String) -> Result<(), Error> {
    change_and_say(ToBackground::SetSchool { toml }, "The school’s details are saved.").await
}

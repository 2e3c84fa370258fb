//! The school's part of the options page: a short form over the school file, and the file itself.

use crate::dom::{by_id, field, on, on_click, show, toggle};
use crate::options::{change_and_say, chosen_files, say_at, text_of};
use beforehand::json::{self, Write};
use beforehand::{School, school::Hours};
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
    save_toml(written(&school)).await
}

async fn save_toml(toml: String) -> Result<(), Error> {
    change_and_say(ToBackground::SetSchool { toml }, "The school’s details are saved.").await
}

/// A school as its file: texts and lists of them are in TOML as they are in JSON.
fn written(school: &School) -> String {
    let Hours { from, to, days } = school.hours.clone().unwrap_or_default();
    let plain: [(&str, &dyn Write); 14] = [
        ("name", &school.name),
        ("also", &school.also),
        ("trust", &school.trust),
        ("trust_also", &school.trust_also),
        ("handles", &school.handles),
        ("hashtags", &school.hashtags),
        ("domains", &school.domains),
        ("pupil_domains", &school.pupil_domains),
        ("phones", &school.phones),
        ("address", &school.address),
        ("line_manager", &school.line_manager),
        ("signature_contains", &school.signature_contains),
        ("time_zone", &school.time_zone),
        ("services", &school.services),
    ];
    let hours: [(&str, &dyn Write); 3] = [("from", &from), ("to", &to), ("days", &days)];
    let mut file = lines(plain.into_iter());
    table(&mut file, "contacts", &lines(school.contacts.iter().map(|(role, whom)| (role.as_str(), whom as &dyn Write))));
    table(&mut file, "hours", &lines(hours.into_iter()));
    table(&mut file, "sites", &lines(school.sites.iter().map(|(category, hosts)| (category.as_str(), hosts as &dyn Write))));
    // The one character that JSON lets stand and TOML does not.
    file.replace('\u{7f}', "\\u007f")
}

fn lines<'a>(values: impl Iterator<Item = (&'a str, &'a dyn Write)>) -> String {
    let said = values.filter(|(_, value)| !value.is_absent());
    said.map(|(name, value)| format!("{} = {}\n", key(name), json::written(value))).collect()
}

/// A bare key where it may be one.
fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    if bare { name.to_owned() } else { json::written(&name) }
}

fn table(file: &mut String, name: &str, lines: &str) {
    if !lines.is_empty() {
        file.push_str(&format!("\n[{name}]\n{lines}"));
    }
}

#[cfg(test)]
mod tests {
    use super::{School, written};

    #[test]
    fn what_is_written_is_read_again() {
        let whole = include_str!("../../../tests/fixtures/school.toml");
        for text in ["", "name = 'A \"B\" \\ C'\nalso = ['\u{e9}', \"x\\u007f\"]\n[contacts]\n'a b' = 'c'\n[hours]\nfrom = '08:00'", whole]
        {
            let school = School::parse("school.toml", text).expect(text);
            let file = written(&school);
            assert_eq!(School::parse("school.toml", &file), Ok(school), "{file}");
        }
    }
}

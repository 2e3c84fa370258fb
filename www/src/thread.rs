//! The earlier emails of a conversation: one row each, who wrote and when.

use crate::app::{self, Shared};
use crate::field;
use crate::page::{self, make, set};
use beforehand::Act;
use beforehand::act::Mail;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// Listens for rows being added and taken away.
pub fn begin(app: &Shared) {
    app::on(app, "thread-add", "click", |app, _| {
        focus(add_row().query_selector("select").ok().flatten());
        app::recheck(app);
    });
    app::on(app, "thread-rows", "click", |app, event| {
        if page::marked(event, "data-remove").and_then(|(button, _)| button.closest("li").ok()?).map(|row| row.remove()).is_some() {
            number();
            focus(page::document().get_element_by_id("thread-add"));
            app::recheck(app);
        }
    });
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// As many rows as asked for.
pub fn fill(many: usize) {
    clear();
    for _ in 0..many {
        add_row();
    }
}

fn add_row() -> Element {
    let row = row(rows().len());
    page::add(&page::by_id("thread-rows"), std::slice::from_ref(&row));
    number();
    row
}

/// Takes every row away, and the mark that the two have spoken.
pub fn clear() {
    page::refill("thread-rows", &[]);
    page::by_id::<HtmlInputElement>("thread-spoken").set_checked(false);
}

fn rows() -> Vec<Element> {
    page::children("thread-rows")
}

/// A row; mails mostly alternate, so the writer is guessed.
fn row(at: usize) -> Element {
    let who = make("select", "", "");
    for (value, words) in [("them", "They wrote"), ("me", "I wrote"), ("auto", "An automatic reply")] {
        let option = make("option", "", words);
        set(&option, "value", value);
        page::add(&who, &[option]);
    }
    who.unchecked_ref::<HtmlSelectElement>().set_selected_index(i32::from(at % 2 == 1));
    let subject = make("input", "", "");
    set(&subject, "type", "text");
    set(&subject, "autocomplete", "off");
    set(&subject, "placeholder", "Same subject");
    let row = make("li", "", "");
    page::add(&row, &[labelled("Email", who), labelled("Its subject", subject), page::button("plain", "Remove", &[("data-remove", "")])]);
    row
}

fn labelled(words: &str, control: Element) -> Element {
    let label = make("label", "field", words);
    page::add(&label, &[control]);
    label
}

/// Tells the rows apart.
fn number() {
    for (at, row) in rows().iter().enumerate() {
        let email = format!("Email {}", at + 1);
        if let Some(words) = row.query_selector("label").ok().flatten().and_then(|label| label.first_child()) {
            words.set_node_value(Some(&email));
        }
        if let Ok(Some(button)) = row.query_selector("[data-remove]") {
            set(&button, "aria-label", &format!("Remove {}", email.to_lowercase()));
        }
    }
}

/// The rows as mails between the person and the first recipient.
pub fn mails(act: &Act) -> Vec<Mail> {
    let them = act.to.first().cloned().unwrap_or_else(|| "them@elsewhere.invalid".to_owned());
    let me = act.author.account.clone().unwrap_or_else(|| "me@here.invalid".to_owned());
    rows().iter().map(|row| mail(row, &them, &me, act.subject.as_ref())).collect()
}

fn mail(row: &Element, them: &str, me: &str, subject: Option<&String>) -> Mail {
    let value = |selector: &str| row.query_selector(selector).ok().flatten();
    let who = value("select").map_or_else(String::new, |who| who.unchecked_ref::<HtmlSelectElement>().value());
    let own = value("input").map_or_else(String::new, |subject| subject.unchecked_ref::<HtmlInputElement>().value());
    let (from, to) = if who == "me" { (me, them) } else { (them, me) };
    Mail {
        from: Some(from.to_owned()),
        to: field::parts(to),
        subject: Some(own).filter(|own| !own.trim().is_empty()).or_else(|| subject.cloned()),
        auto: (who == "auto").then_some(true),
        ..Mail::default()
    }
}

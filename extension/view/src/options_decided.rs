//! The people whom the person has decided about: who, what, for how long; each can be changed and forgotten.

use crate::dom::{append, button, by_id, element, fill, on, show};
use crate::options::change_and_say;
use beforehand_shared::message::{Mark, MarkedPerson, Permission, ToBackground};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// What can be said of somebody, in the order of the choice.
const MARKS: [(Mark, &str); 3] = [(Mark::Family, "Close family"), (Mark::Permission, "Permission on record"), (Mark::OfAge, "Old enough")];
/// The fields of a permission: name, kind of field.
const FIELDS: [(&str, &str); 4] = [("Who gave it", "text"), ("What for", "text"), ("When", "date"), ("Until", "date")];

/// Shows them.
pub fn draw(people: &[MarkedPerson]) {
    show("decided-none", people.is_empty());
    fill(&by_id("decided-list"), &people.iter().map(line).collect::<Vec<_>>());
}

fn line(marked: &MarkedPerson) -> Element {
    let item = element("li", "", "");
    let words = element("span", "", &told(marked));
    let (change, forget) = (button("Change", &marked.who), button("Forget", &marked.who));
    let id = marked.id;
    on(&forget, "click", move |_| change_and_say(ToBackground::ForgetPerson { id }, "Forgotten."));
    let (form, asked) = (form(marked), item.clone());
    on(&change, "click", move |_| {
        let (form, asked) = (form.clone(), asked.clone());
        async move {
            append(&asked, &[form]);
            Ok(())
        }
    });
    fill(&item, &[words, change, forget]);
    item
}

/// "JS 9B on facebook: permission on record, from the Head, for D of E, until 2026-12-01 (since 2026-11-22)".
fn told(marked: &MarkedPerson) -> String {
    let what = MARKS.iter().find(|(mark, _)| *mark == marked.mark).map_or("", |(_, words)| *words);
    let Permission { from, given, until, purpose } = &marked.permission;
    let said = [("from ", from), ("for ", purpose), ("given ", given), ("until ", until)];
    let said: String = said.iter().filter(|(_, word)| !word.is_empty()).map(|(before, word)| format!(", {before}{word}")).collect();
    format!("{} on {}: {}{said} (since {})", marked.who, marked.site, what.to_lowercase(), marked.since)
}

/// What can be changed, below the line.
fn form(marked: &MarkedPerson) -> Element {
    let form = element("form", "stack", "");
    let choice: HtmlInputElement = element("select", "", "").unchecked_into();
    for (at, (mark, words)) in MARKS.iter().enumerate() {
        let option = element("option", "", words);
        option.set_attribute("value", &at.to_string()).expect("a plain attribute name is always valid");
        option.toggle_attribute_with_force("selected", *mark == marked.mark).expect("a plain attribute name is always valid");
        append(&choice, &[option]);
    }
    let Permission { from, given, until, purpose } = &marked.permission;
    let fields: Vec<(Element, HtmlInputElement)> =
        FIELDS.iter().zip([from, purpose, given, until]).map(|((words, kind), value)| labelled(words, kind, value)).collect();
    let what = element("label", "field", "What is so");
    append(&what, &[choice.clone().into()]);
    let pair = element("div", "pair", "");
    fill(&pair, &fields.iter().map(|(label, _)| label.clone()).collect::<Vec<_>>());
    let save = element("button", "main", "Save");
    fill(&form, &[what, pair, save]);
    let id = marked.id;
    on(&form, "submit", move |event| {
        event.prevent_default();
        let mark = choice.value().parse().ok().and_then(|at: usize| MARKS.get(at)).map_or(Mark::Family, |(mark, _)| *mark);
        let [from, purpose, given, until] = [0, 1, 2, 3].map(|at| fields.get(at).map(|(_, field)| field.value()).unwrap_or_default());
        let permission = if mark == Mark::Permission { Permission { from, given, until, purpose } } else { Permission::default() };
        change_and_say(ToBackground::ChangePerson { id, mark, permission }, "Changed.")
    });
    form
}

fn labelled(words: &str, kind: &str, value: &str) -> (Element, HtmlInputElement) {
    let label = element("label", "field", words);
    let input: HtmlInputElement = element("input", "", "").unchecked_into();
    input.set_type(kind);
    input.set_value(value);
    append(&label, &[input.clone().into()]);
    (label, input)
}

//! The page's form fields, read and written by id.

use crate::page::{by_id, make, set};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// What is written in a field, without the white space around it; `None` when that is nothing.
pub fn text(id: &str) -> Option<String> {
    let element: Element = by_id(id);
    let line = element.dyn_ref().map(HtmlInputElement::value);
    let value = line.or_else(|| element.dyn_ref().map(HtmlTextAreaElement::value)).unwrap_or_default();
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// Writes into a field.
pub fn write(id: &str, text: &str) {
    by_id::<HtmlInputElement>(id).set_value(text);
}

/// A field's parts between commas (or semicolons or lines).
pub fn list(id: &str) -> Vec<String> {
    parts(&text(id).unwrap_or_default())
}

/// The parts of `written` between commas, semicolons or lines.
pub fn parts(written: &str) -> Vec<String> {
    written.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Whether a box is ticked.
pub fn ticked(id: &str) -> bool {
    by_id::<HtmlInputElement>(id).checked()
}

/// The chosen value of a list.
pub fn chosen(id: &str) -> String {
    by_id::<HtmlSelectElement>(id).value()
}

/// Chooses a value of a list.
pub fn choose(id: &str, value: &str) {
    by_id::<HtmlSelectElement>(id).set_value(value);
}

/// Fills a list with values and their words.
pub fn options<'a>(id: &str, rows: impl IntoIterator<Item = (&'a str, String)>) {
    let list: Element = by_id(id);
    list.set_text_content(None);
    for (value, words) in rows {
        let option = make("option", "", &words);
        set(&option, "value", value);
        list.append_child(&option).expect("a list takes options");
    }
}

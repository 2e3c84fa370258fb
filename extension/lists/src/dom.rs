//! Elements of the screen: made, filled with plain text, listened to. Nothing here takes HTML.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, EventTarget, HtmlElement};

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("the screen is shown in a window")
}

/// A new element with a class and words.
pub fn make<T: JsCast>(tag: &str, class: &str, words: &str) -> T {
    let made = document().create_element(tag).expect("our own tag names are valid");
    if !class.is_empty() {
        made.set_class_name(class);
    }
    if !words.is_empty() {
        made.set_text_content(Some(words));
    }
    made.unchecked_into()
}

/// The same, with an id.
pub fn named<T: JsCast>(tag: &str, id: &str, class: &str, words: &str) -> T {
    let made: Element = make(tag, class, words);
    made.set_id(id);
    made.unchecked_into()
}

/// A button.
pub fn button(id: &str, class: &str, words: &str) -> HtmlElement {
    let made: HtmlElement = named("button", id, class, words);
    set(&made, "type", "button");
    made
}

/// A field with its name above it.
pub fn field(words: &str, input: &Element) -> Element {
    let (field, label): (Element, Element) = (make("div", "field", ""), make("label", "", words));
    set(&label, "for", &input.id());
    add(&field, &[&label, input]);
    field
}

/// Sets an attribute.
pub fn set(element: &Element, name: &str, value: &str) {
    element.set_attribute(name, value).expect("our own attribute names are valid");
}

/// Sets or takes away an attribute without a value.
pub fn toggle(element: &Element, name: &str, on: bool) {
    element.toggle_attribute_with_force(name, on).expect("our own attribute names are valid");
}

/// Shows or hides an element.
pub fn show(element: &Element, shown: bool) {
    toggle(element, "hidden", !shown);
}

/// Sets an element's words; an element that says them already is left as it is, so that nothing is read out twice.
pub fn say(element: &Element, words: &str) {
    if element.text_content().as_deref() != Some(words) {
        element.set_text_content(Some(words));
    }
}

/// Puts children at the end of a parent.
pub fn add(parent: &Element, children: &[&Element]) {
    for child in children {
        parent.append_child(child).expect("a new element may stand anywhere");
    }
}

/// Puts children into a parent, in place of those that it has.
pub fn fill(parent: &Element, children: &[Element]) {
    parent.set_text_content(None);
    add(parent, &children.iter().collect::<Vec<_>>());
}

/// A list of names and values.
pub fn facts(list: &Element, rows: &[(String, String)]) {
    let rows = rows.iter().flat_map(|(name, value)| [make("dt", "", name), make("dd", "", value)]);
    fill(list, &rows.collect::<Vec<Element>>());
}

/// Moves the focus, as a courtesy: without it the screen still works.
pub fn focus(element: &HtmlElement) {
    let _ = element.focus();
}

/// Runs `act` at each event, for as long as the page lives.
pub fn on(target: &EventTarget, event: &str, act: impl Fn(Event) + 'static) {
    let run = Closure::<dyn Fn(Event)>::new(act);
    target.add_event_listener_with_callback(event, run.as_ref().unchecked_ref()).expect("a listener can be added");
    run.forget();
}

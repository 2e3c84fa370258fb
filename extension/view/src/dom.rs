//! The few things that the popup and the options page do to their documents; text is always text, never HTML.

use beforehand_shared::error::Error;
use std::future::Future;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, EventTarget, HtmlInputElement};

/// The page's document.
pub fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("popup and options run in a window")
}

/// The element with an id that our own HTML has.
pub fn by_id(id: &str) -> Element {
    document().get_element_by_id(id).unwrap_or_else(|| panic!("our own page has no #{id}"))
}

/// The field with an id that our own HTML has.
pub fn field(id: &str) -> HtmlInputElement {
    // Text areas share the members that are used here.
    by_id(id).unchecked_into()
}

/// Sets an element's words.
pub fn say(id: &str, words: &str) {
    by_id(id).set_text_content(Some(words));
}

/// Shows or hides an element.
pub fn show(id: &str, shown: bool) {
    toggle(&by_id(id), "hidden", !shown);
}

/// Sets or takes away an attribute without a value.
pub fn toggle(element: &Element, attribute: &str, on: bool) {
    element.toggle_attribute_with_force(attribute, on).expect("a plain attribute name is always valid");
}

/// A fresh element with words in it.
pub fn element(tag: &str, class: &str, words: &str) -> Element {
    let made = document().create_element(tag).expect("our own tag names are valid");
    made.set_class_name(class);
    made.set_text_content(Some(words));
    made
}

/// A button in a list, with whom or what it is about said to those who do not see it.
pub fn button(words: &str, who: &str) -> Element {
    let made = element("button", "", words);
    for (name, value) in [("type", "button"), ("aria-label", &format!("{words}: {who}"))] {
        made.set_attribute(name, value).expect("a plain attribute name is always valid");
    }
    made
}

/// Puts children into a parent, in place of those it has.
pub fn fill(parent: &Element, children: &[Element]) {
    parent.set_text_content(None);
    for child in children {
        parent.append_child(child).expect("a fresh element can be appended");
    }
}

/// Puts children at the end of a parent.
pub fn append(parent: &Element, children: &[Element]) {
    for child in children {
        parent.append_child(child).expect("a fresh element can be appended");
    }
}

/// Runs `act` at each event; what it cannot do is said in the page's own `#trouble`.
pub fn on<F>(target: &EventTarget, event: &str, act: impl Fn(Event) -> F + 'static)
where
    F: Future<Output = Result<(), Error>> + 'static,
{
    let run = Closure::<dyn Fn(Event)>::new(move |event| {
        let done = act(event);
        wasm_bindgen_futures::spawn_local(async move { trouble(done.await.err().as_ref()) });
    });
    target.add_event_listener_with_callback(event, run.as_ref().unchecked_ref()).expect("a listener can be added");
    // The page lives as long as its listeners.
    run.forget();
}

/// A click on the element with an id.
pub fn on_click<F>(id: &str, act: impl Fn() -> F + 'static)
where
    F: Future<Output = Result<(), Error>> + 'static,
{
    on(&by_id(id), "click", move |_| act());
}

/// Says what went wrong, or takes it back.
pub fn trouble(why: Option<&Error>) {
    say("trouble", &why.map(ToString::to_string).unwrap_or_default());
    show("trouble", why.is_some());
}

/// A JavaScript function of a Rust one, for as long as the page lives.
pub fn function(run: impl Fn(JsValue) + 'static) -> JsValue {
    Closure::<dyn Fn(JsValue)>::new(run).into_js_value()
}

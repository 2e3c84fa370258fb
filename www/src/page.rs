//! The page's elements: found by id, made, filled with plain text. Nothing here takes HTML.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, Window};

/// The window of this tab.
pub fn window() -> Window {
    web_sys::window().expect("the page runs in a window")
}

/// Its document.
pub fn document() -> Document {
    window().document().expect("the window shows a document")
}

/// The element of `index.html` with this id.
pub fn by_id<T: JsCast>(id: &str) -> T {
    let found = document().get_element_by_id(id).and_then(|element| element.dyn_into().ok());
    found.unwrap_or_else(|| panic!("index.html has no element #{id} of that type"))
}

/// Listens for as long as the page lives.
pub fn on(id: &str, event: &'static str, act: impl FnMut(&Event) + 'static) {
    EventListener::new(&by_id::<HtmlElement>(id), event, act).forget();
}

/// A new element with a class and plain text.
pub fn make(tag: &str, class: &str, text: &str) -> Element {
    let element = document().create_element(tag).expect("tag names are our own and valid");
    if !class.is_empty() {
        element.set_class_name(class);
    }
    element.set_text_content(Some(text));
    element
}

/// A button with its `data-` marks, which the listener of its list reads.
pub fn button(class: &str, text: &str, marks: &[(&str, &str)]) -> Element {
    let button = make("button", class, text);
    set(&button, "type", "button");
    for (name, value) in marks {
        set(&button, name, value);
    }
    button
}

/// Sets an attribute.
pub fn set(element: &Element, name: &str, value: &str) {
    element.set_attribute(name, value).expect("attribute names are our own and valid");
}

/// Puts `children` into `parent`, behind what it holds.
pub fn add(parent: &Element, children: &[Element]) {
    for child in children {
        parent.append_child(child).expect("new elements may stand anywhere");
    }
}

/// Puts `children` into the element with this id, in place of what it held.
pub fn refill(id: &str, children: &[Element]) {
    let parent: Element = by_id(id);
    parent.set_text_content(None);
    add(&parent, children);
}

/// The elements inside the element with this id.
pub fn children(id: &str) -> Vec<Element> {
    let children = by_id::<Element>(id).children();
    (0..children.length()).filter_map(|at| children.item(at)).collect()
}

/// Shows plain text in the element with this id.
pub fn say(id: &str, text: &str) {
    let element: Element = by_id(id);
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// Shows or hides the element with this id.
pub fn show(id: &str, shown: bool) {
    by_id::<HtmlElement>(id).set_hidden(!shown);
}

/// The nearest element at or above an event's target that carries the attribute, with its value.
pub fn marked(event: &Event, attribute: &str) -> Option<(Element, String)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let element = target.closest(&format!("[{attribute}]")).ok()??;
    let value = element.get_attribute(attribute)?;
    Some((element, value))
}

/// Says plainly, at the top of the page, that something did not work.
pub fn trouble(words: &str) {
    say("trouble", words);
    show("trouble", true);
}

/// Moves the focus, without scrolling where the browser need not.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

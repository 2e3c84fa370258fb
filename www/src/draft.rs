//! The draft: a text area, and a mirror under it that carries the marks. Places are UTF-16 code units throughout.

use crate::page::{self, by_id, make, set};
use crate::words;
use beforehand::Finding;
use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlDocument, HtmlTextAreaElement};

/// A longer draft is a box of fixed height without marks; the cards still lead to the words.
const MARKED_UP_TO: u32 = 20_000;

/// The text area.
pub fn area() -> HtmlTextAreaElement {
    by_id("draft")
}

/// How long the draft is.
pub fn length() -> usize {
    area().text_length() as usize
}

/// The first `most` code units of the draft. A lone surrogate becomes U+FFFD, which is one code unit too, so no place moves.
pub fn text_up_to(most: usize) -> String {
    let value = Reflect::get(&area(), &JsValue::from_str("value")).unwrap_or_default();
    value.dyn_into::<JsString>().map_or_else(|_| String::new(), |text| String::from(text.slice(0, most as u32)))
}

/// The caret's place, or where the selection begins.
pub fn caret() -> u32 {
    area().selection_start().ok().flatten().unwrap_or(0)
}

/// Selects words and moves the focus to them.
pub fn select(start: u32, end: u32) {
    let _ = area().focus();
    let _ = area().set_selection_range(start, end);
}

/// Replaces a stretch as if it were typed, so that Ctrl+Z takes it back; `after` is what the draft must then hold.
pub fn retype(start: u32, end: u32, insert: &str, after: &str) {
    select(start, end);
    command(if insert.is_empty() { "delete" } else { "insertText" }, insert);
    set_right(after);
}

/// Takes the last change back; `before` is what the draft must then hold.
pub fn undo(before: &str) {
    let _ = area().focus();
    command("undo", "");
    set_right(before);
    // Browsers select what came back; the next key must not replace it.
    let end = area().selection_end().ok().flatten().unwrap_or(0);
    select(end, end);
}

/// Copies the whole draft; false where the browser does not allow it.
pub fn copy() -> bool {
    let caret = caret();
    select(0, length() as u32);
    let copied = command("copy", "");
    select(caret, caret);
    copied
}

/// The browser's own editing commands: the one way to change a text area that its undo knows of.
fn command(name: &str, value: &str) -> bool {
    let document = page::document();
    let document: Option<&HtmlDocument> = document.dyn_ref();
    document.is_some_and(|document| document.exec_command_with_show_ui_and_value(name, false, value).unwrap_or(false))
}

/// Sets the text outright where the command did not give what it must; that costs the browser's undo, not a word.
fn set_right(wanted: &str) {
    if area().value() != wanted {
        area().set_value(wanted);
    }
}

/// Says how long the draft is.
pub fn say_length(length: usize) {
    let said = match length {
        0 => "Empty".to_owned(),
        _ => words::count(length, "character", "characters"),
    };
    page::say("draft-count", &said);
    let _ = by_id::<Element>("draft-frame").class_list().toggle_with_force("long", length > MARKED_UP_TO as usize);
}

/// Draws the marks of what was found under the text.
pub fn draw(text: &str, findings: &[Finding]) {
    let units: Vec<u16> = text.encode_utf16().take(MARKED_UP_TO as usize + 1).collect();
    let mirror: Element = by_id("mirror");
    mirror.set_text_content(None);
    if units.len() <= MARKED_UP_TO as usize {
        for piece in pieces(units.len(), findings) {
            mirror.append_with_node_1(&drawn(&units, &piece, findings)).expect("the mirror takes text and marks");
        }
        // An empty last line has no height of its own.
        mirror.append_with_str_1("\u{200b}").expect("the mirror takes text");
    }
}

/// A stretch of the text, with the gravest finding that covers it.
struct Piece {
    start: usize,
    end: usize,
    finding: Option<usize>,
}

/// Cuts the text wherever a finding begins or ends. Findings come gravest first.
fn pieces(length: usize, findings: &[Finding]) -> Vec<Piece> {
    let places: Vec<Option<(usize, usize)>> =
        findings.iter().map(|finding| Some((finding.start? as usize, (finding.end? as usize).min(length)))).collect();
    let mut cuts: Vec<usize> =
        places.iter().flatten().flat_map(|(start, end)| [*start, *end]).filter(|cut| *cut < length).chain([0, length]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let covering = |start: usize, end: usize| places.iter().position(|place| place.is_some_and(|place| place.0 <= start && end <= place.1));
    cuts.windows(2).map(|cut| Piece { start: cut[0], end: cut[1], finding: covering(cut[0], cut[1]) }).collect()
}

fn drawn(units: &[u16], piece: &Piece, findings: &[Finding]) -> Element {
    let text = String::from_utf16_lossy(&units[piece.start..piece.end]);
    let Some(at) = piece.finding else { return make("span", "", &text) };
    let mark = make("mark", &format!("is-{}", words::tier(findings[at].severity).0), &text);
    set(&mark, "data-at", &at.to_string());
    mark
}

/// Shows which finding the caret stands in, or none.
pub fn mark_current(current: Option<usize>) {
    let wanted = current.map(|at| at.to_string());
    for mark in page::children("mirror") {
        let on = wanted.is_some() && mark.get_attribute("data-at") == wanted;
        let _ = mark.class_list().toggle_with_force("current", on);
    }
}

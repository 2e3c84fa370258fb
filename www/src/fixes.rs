//! Puts a fix into the draft as if it were typed, so that Ctrl+Z takes it back, and offers an Undo button beside it.

use crate::app::{self, App, Shared};
use crate::{announce, draft, page};
use beforehand::Fix;

/// The text before and after a fix.
#[derive(Clone, Debug)]
pub struct Undo {
    before: String,
    after: String,
}

/// Listens to the Undo button.
pub fn begin(app: &Shared) {
    app::on(app, "undo", "click", |app, _| take_back(app));
}

/// Puts a fix of a finding into the draft.
pub fn apply(app: &Shared, at: usize, which: usize) {
    let fix = app.findings.borrow().get(at).and_then(|finding| finding.fixes.get(which).cloned());
    if let Some(fix) = fix {
        let before = draft::area().value();
        let after = applied(&before, &fix);
        draft::retype(fix.start, fix.end, &fix.insert, &after);
        let caret = fix.start + fix.insert.encode_utf16().count() as u32;
        draft::select(caret, caret);
        app.undo.replace(Some(Undo { before, after }));
        app::recheck(app);
        offer(&fix.label);
    }
}

fn offer(label: &str) {
    page::show("undo", true);
    page::say("undo", &format!("Undo: {label}"));
    page::say("tool-note", "");
    announce::at_once("Done. Control Z or the Undo button takes it back.");
}

/// Takes the last fix back.
fn take_back(app: &Shared) {
    if let Some(undo) = app.undo.take() {
        draft::undo(&undo.before);
        app::recheck(app);
        announce::at_once("Taken back.");
    }
}

/// Hides the Undo button once the text is no longer what the fix left.
pub fn forget_if_changed(app: &App) {
    let changed = app.undo.borrow().as_ref().is_none_or(|undo| undo.after != draft::area().value());
    if changed {
        app.undo.replace(None);
        page::show("undo", false);
    }
}

/// The text as it must be once the fix is in.
fn applied(text: &str, fix: &Fix) -> String {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    let end = (fix.end as usize).min(units.len());
    let start = (fix.start as usize).min(end);
    units.splice(start..end, fix.insert.encode_utf16());
    String::from_utf16_lossy(&units)
}

//! Copying and clearing the draft, and the examples to try.

use crate::app::{self, Shared};
use crate::page::{self, button, make};
use crate::{announce, draft, field, form, thread};
use beforehand::Pack;
use beforehand::kinds::is_built;
use gloo::timers::callback::Timeout;
use web_sys::Element;

/// How long a word of confirmation stays.
const NOTE_MS: u32 = 4_000;

/// An example: what its button says, the kind of writing, the draft.
struct Example {
    label: &'static str,
    moment: &'static str,
    /// The kind that it shows; empty for the one that shows nothing.
    kind: &'static str,
    text: &'static str,
}

const EXAMPLES: [Example; 4] = [
    Example {
        label: "A proud post",
        moment: "post",
        kind: "missing-disclaimer",
        text: "Proud to teach Year 9 at Larkfield. What a week they have had!",
    },
    Example {
        label: "A pupil’s name",
        moment: "post",
        kind: "names-people",
        text: "So pleased for Jayden in 7B, who got top marks in maths today. I teach him at Larkfield Academy.",
    },
    Example {
        label: "Fourth email in a row",
        moment: "email",
        kind: "rule-of-two",
        text: "Thank you for coming back to me again about the homework. I still think we should wait until after the holidays.\n\nBest wishes",
    },
    Example {
        label: "A post with nothing in it",
        moment: "post",
        kind: "",
        text: "Frost on the allotment this morning. Leeks are fine, fingers are not.",
    },
];

/// Listens.
pub fn begin(app: &Shared) {
    app::on(app, "copy", "click", |_, _| copy());
    app::on(app, "clear", "click", |app, _| replace(app, ""));
    app::on(app, "examples", "click", |app, event| {
        let chosen = page::marked(event, "data-example").and_then(|(_, at)| EXAMPLES.get(at.parse::<usize>().ok()?));
        if let Some(example) = chosen {
            field::choose("moment", example.moment);
            form::moment_chosen();
            replace(app, example.text);
            if example.moment == "email" {
                conversation(app);
            }
        }
    });
}

/// Lists the examples that show something under the chosen policy.
pub fn show_examples(pack: &Pack) {
    let telling = |example: &Example| {
        example.kind.is_empty() || (is_built(example.kind) && pack.clauses.iter().any(|clause| clause.kind == example.kind))
    };
    let buttons: Vec<Element> =
        EXAMPLES.iter().enumerate().filter(|(_, example)| telling(example)).map(|(at, example)| offered(at, example)).collect();
    page::refill("examples", &buttons);
}

fn offered(at: usize, example: &Example) -> Element {
    let item = make("li", "", "");
    page::add(&item, &[button("plain", example.label, &[("data-example", &at.to_string())])]);
    item
}

/// Three earlier emails with a made-up parent.
fn conversation(app: &Shared) {
    field::write("mail-to", "p.lamont@home.example");
    field::write("mail-account", "you@larkfield.example");
    field::write("mail-subject", "RE: Homework");
    thread::fill(3);
    app::recheck(app);
}

/// Puts a text in place of the draft, so that Ctrl+Z brings the old one back.
fn replace(app: &Shared, text: &str) {
    thread::clear();
    draft::retype(0, draft::length() as u32, text, text);
    draft::select(0, 0);
    app::recheck(app);
}

fn copy() {
    let copied = draft::length() > 0 && draft::copy();
    let _ = page::by_id::<web_sys::HtmlElement>("copy").focus();
    note(match (draft::length(), copied) {
        (0, _) => "There is no text to copy yet.",
        (_, true) => "Copied. Paste it where it is going.",
        (_, false) => "This browser did not allow it: press Ctrl+A in the draft, then Ctrl+C.",
    });
}

fn note(words: &'static str) {
    page::say("tool-note", words);
    announce::at_once(words);
    Timeout::new(NOTE_MS, move || {
        if page::by_id::<Element>("tool-note").text_content().as_deref() == Some(words) {
            page::say("tool-note", "");
        }
    })
    .forget();
}

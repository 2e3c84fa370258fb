//! The elements of the screen, made once.

use crate::dom::{add, button, field, make, named, set, show};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlProgressElement};

/// What differs in words between a page that keeps lists and one that has them while it is open.
pub struct Words {
    /// What the lists are, above the file field.
    pub choose: &'static str,
    /// The button that takes the first lists into use.
    pub keep: &'static str,
    /// How long the lists are in use, where no day says so.
    pub lasts: &'static str,
    /// The button that forgets the lists.
    pub wipe: &'static str,
}

/// The elements that are changed or listened to.
pub struct Parts {
    pub held: Element,
    pub facts: Element,
    pub until: HtmlInputElement,
    pub wipe: HtmlElement,
    pub choose: Element,
    pub files: HtmlInputElement,
    pub reading: Element,
    pub what: Element,
    pub progress: HtmlProgressElement,
    pub cancel: HtmlElement,
    pub preview: Element,
    pub title: HtmlElement,
    pub found: Element,
    pub last_day: HtmlInputElement,
    pub take: HtmlElement,
    pub add: HtmlElement,
    pub leave: HtmlElement,
    pub trouble: Element,
    pub said: Element,
}

impl Parts {
    /// Makes them all, into `screen`; `dated` says whether lists are kept until a day.
    pub fn of(screen: &Element, words: &Words, dated: bool) -> Self {
        screen.class_list().add_1("lists").expect("a plain class name is valid");
        let parts = Self {
            held: named("div", "roster-held", "lists-box", ""),
            facts: named("dl", "roster-facts", "lists-facts", ""),
            until: day("roster-until"),
            wipe: button("roster-wipe", "danger", words.wipe),
            choose: named("div", "roster-choose", "lists-choose", ""),
            files: files(),
            reading: named("div", "roster-reading", "lists-reading", ""),
            what: named("p", "roster-what", "", ""),
            progress: progress(),
            cancel: button("roster-cancel", "", "Cancel"),
            preview: named("section", "roster-preview", "lists-box", ""),
            title: named("h3", "roster-preview-title", "", ""),
            found: make("div", "lists-files", ""),
            last_day: day("roster-last-day"),
            take: button("roster-take", "main", words.keep),
            add: button("roster-add", "", "Add to the lists in use"),
            leave: button("roster-leave", "", "Leave it"),
            trouble: named("p", "roster-trouble", "trouble", ""),
            said: named("p", "roster-said", "lists-said", ""),
        };
        parts.build(screen, words, dated);
        parts
    }

    fn build(&self, screen: &Element, words: &Words, dated: bool) {
        set(&self.trouble, "role", "alert");
        set(&self.said, "role", "status");
        self.build_held(words, dated);
        let hint: Element =
            make("p", "hint", "As your management system exports them, one or several at once. You can also drop them here.");
        add(&self.choose, &[&field(words.choose, &self.files), &hint]);
        set(&self.progress, "aria-labelledby", &self.what.id());
        add(&self.reading, &[&self.what, &self.progress, &self.cancel]);
        self.build_preview(words, dated);
        for hidden in [&self.held, &self.reading, &self.preview, &self.trouble] {
            show(hidden, false);
        }
        add(screen, &[&self.held, &self.choose, &self.reading, &self.preview, &self.trouble, &self.said]);
    }

    fn build_held(&self, words: &Words, dated: bool) {
        let row: Element = make("div", "row lists-row", "");
        if dated {
            add(&row, &[&field("Deletes itself after", &self.until)]);
        }
        add(&row, &[&self.wipe]);
        // What has just been taken into use is where the keyboard goes next.
        set(&self.held, "tabindex", "-1");
        set(&self.held, "role", "group");
        set(&self.held, "aria-label", "Lists in use");
        let lasts: Element = make("p", "hint", words.lasts);
        show(&lasts, !dated);
        add(&self.held, &[&self.facts, &lasts, &row]);
    }

    fn build_preview(&self, words: &Words, dated: bool) {
        self.title.set_tab_index(-1);
        set(&self.preview, "aria-labelledby", &self.title.id());
        let row: Element = make("div", "row lists-row", "");
        add(&row, &[&self.take, &self.add, &self.leave]);
        add(&self.preview, &[&self.title, &make("p", "hint", "Nothing has been kept yet."), &self.found]);
        let until = if dated { field("Delete the lists after", &self.last_day) } else { make("p", "hint", words.lasts) };
        add(&self.preview, &[&until, &row]);
    }
}

fn day(id: &str) -> HtmlInputElement {
    let input: HtmlInputElement = named("input", id, "", "");
    input.set_type("date");
    input
}

fn files() -> HtmlInputElement {
    let input: HtmlInputElement = named("input", "roster-files", "", "");
    input.set_type("file");
    input.set_accept(".csv,.tsv,.txt,text/csv");
    input.set_multiple(true);
    input
}

fn progress() -> HtmlProgressElement {
    let progress: HtmlProgressElement = named("progress", "roster-progress", "", "");
    progress.set_max(100.0);
    progress
}

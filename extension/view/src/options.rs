//! The options page: the policy and what it asks, what is kept, and how to delete it; school and people have files of their own.

use crate::browser;
use crate::dom::{by_id, document, element, field, fill, on, on_click, say, show, toggle, trouble};
use crate::popup::{dated, notice};
use crate::{options_accounts, options_decided, options_people, options_school};
use beforehand::pack::{Clause, Does};
use beforehand::{Pack, kinds};
use beforehand_shared::OWN;
use beforehand_shared::error::Error;
use beforehand_shared::message::{Me, Memory, PolicyName, Remembered, ToBackground, View};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, File, HtmlInputElement};

/// Fills the page and keeps it true.
pub async fn start() {
    listen();
    options_school::listen();
    options_people::listen();
    say("version", &browser::own_version());
    trouble(change(ToBackground::GetView { tab: None }).await.err().as_ref());
    // The part in the address was drawn only now.
    if let Ok(hash) = document().location().map_or(Ok(String::new()), |location| location.hash())
        && let Some(part) = hash.strip_prefix('#').and_then(|id| document().get_element_by_id(id))
    {
        part.scroll_into_view();
    }
}

/// Sends a message and shows what it came to.
pub async fn change(message: ToBackground) -> Result<(), Error> {
    let view = browser::ask(&message).await?;
    draw(&view);
    Ok(())
}

/// The same, and says that it is done.
pub async fn change_and_say(message: ToBackground, done: &str) -> Result<(), Error> {
    say("done", "");
    change(message).await?;
    say("done", done);
    Ok(())
}

fn listen() {
    on(&by_id("own-file"), "change", |event| async move {
        let taken = take_own_policy(event).await;
        say_at("own-trouble", taken.as_ref().err());
        Ok(())
    });
    on_click("me-save", save_me);
    on_click("forget-watched", || change(ToBackground::Forget { what: Memory::Watched }));
    on_click("forget-decisions", || change(ToBackground::Forget { what: Memory::Decisions }));
    on_click("forget-marks", || change(ToBackground::Forget { what: Memory::Marks }));
    on_click("wipe-all", || async { sure(true) });
    on_click("wipe-no", || async { sure(false) });
    on_click("wipe-yes", || async {
        sure(false)?;
        change_and_say(ToBackground::WipeAll {}, "Everything on this device has been deleted.").await
    });
    browser::on_pushed(&crate::dom::function(|message| {
        // What other pages of ours ask passes here too.
        if !browser::is_of(&message, "state") {
            return;
        }
        // The popup or the shortcut changed something; forms that are being filled in are left alone.
        wasm_bindgen_futures::spawn_local(async {
            if let Ok(view) = browser::ask(&ToBackground::GetView { tab: None }).await {
                draw_policy(&view);
            }
        });
    }));
}

fn sure(asked: bool) -> Result<(), Error> {
    show("wipe-sure", asked);
    toggle(&by_id("wipe-all"), "hidden", asked);
    let next: HtmlInputElement = field(if asked { "wipe-no" } else { "wipe-all" });
    Ok(next.focus()?)
}

/// Says what is wrong beside the thing that is wrong.
pub fn say_at(id: &str, why: Option<&Error>) {
    say(id, &why.map(ToString::to_string).unwrap_or_default());
    show(id, why.is_some());
}

/// The files that were chosen in a file field.
pub fn chosen_files(event: &Event) -> Vec<File> {
    let files = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).and_then(|field| field.files());
    files.map(|files| (0..files.length()).filter_map(|at| files.get(at)).collect()).unwrap_or_default()
}

/// A file's bytes.
pub async fn bytes_of(file: &File) -> Result<Vec<u8>, Error> {
    let buffer = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// A text file's words, whatever stray bytes are in it.
pub async fn text_of(file: &File) -> Result<String, Error> {
    Ok(String::from_utf8_lossy(&bytes_of(file).await?).into_owned())
}

async fn take_own_policy(event: Event) -> Result<(), Error> {
    let Some(file) = chosen_files(&event).into_iter().next() else { return Ok(()) };
    let toml = text_of(&file).await?;
    change_and_say(ToBackground::SetOwnPolicy { file: file.name(), toml }, "Your own policy is in force.").await
}

async fn save_me() -> Result<(), Error> {
    let me = Me { name: field("me-name").value(), bio: field("me-bio").value(), class_age: field("me-age").value().parse().unwrap_or(0) };
    change_and_say(ToBackground::SetMe { me }, "Saved.").await
}

fn draw(view: &View) {
    fill(&by_id("notices"), &view.notices.iter().map(notice).collect::<Vec<_>>());
    draw_policy(view);
    options_school::draw(view);
    options_people::draw(view.roster.as_ref());
    field("me-name").set_value(&view.me.name);
    field("me-bio").set_value(&view.me.bio);
    field("me-age").set_value(&if view.me.class_age > 0 { view.me.class_age.to_string() } else { String::new() });
    draw_kept(&view.remembered);
    options_accounts::draw(&view.accounts);
    options_decided::draw(&view.people);
}

fn draw_policy(view: &View) {
    let locked = view.locked.iter().any(|what| what == "policy");
    show("policy-locked", locked);
    show("own", !locked);
    let chosen = view.state.policy.as_ref().map_or("", |policy| &policy.id);
    let focused = document().active_element().and_then(|element| element.get_attribute("value"));
    let choices: Vec<Element> = view.policies.iter().map(|policy| choice(policy, chosen, locked)).collect();
    fill(&by_id("policies"), &choices);
    refocus(focused.as_deref());
    draw_asks(chosen);
}

/// Drawing the choices anew must not throw the keyboard out of them.
fn refocus(value: Option<&str>) {
    let Some(value) = value else { return };
    let again = document().query_selector(&format!("input[name=policy][value=\"{value}\"]")).ok().flatten();
    if let Some(input) = again.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        // Focus is a courtesy; without it the page still works.
        let _ = input.focus();
    }
}

fn choice(policy: &PolicyName, chosen: &str, locked: bool) -> Element {
    let label = element("label", "choice", "");
    let input: HtmlInputElement = element("input", "", "").unchecked_into();
    input.set_type("radio");
    input.set_name("policy");
    input.set_value(&policy.id);
    input.set_checked(policy.id == chosen);
    input.set_disabled(locked);
    let id = policy.id.clone();
    on(&input, "change", move |_| change_and_say(ToBackground::SetPolicy { id: id.clone() }, "This policy is now in force."));
    let title = dated(&policy.title, &policy.date);
    fill(&label, &[input.into(), element("span", "", &policy.trust), element("span", "hint", &title)]);
    label
}

/// The clauses of a built-in policy; an own file is its owner's to read.
fn draw_asks(chosen: &str) {
    let pack = Pack::builtin(chosen).unwrap_or_default();
    show("asks-none", pack.clauses.is_empty());
    show("asks-list", !pack.clauses.is_empty());
    say("asks-none", if chosen == OWN { "Your own policy file says what it asks." } else { "Choose a policy first." });
    let checked = pack.clauses.iter().filter(|clause| clause.does == Does::Check && kinds::is_watched(clause)).count();
    say("asks-count", &format!("{} clauses; {checked} of them are checked as you work", pack.clauses.len()));
    fill(&by_id("clauses"), &pack.clauses.iter().map(clause).collect::<Vec<_>>());
}

fn clause(clause: &Clause) -> Element {
    let (does, words) = match clause.does {
        Does::Check if kinds::is_watched(clause) => ("check", "Checked as you work"),
        Does::Check => ("later", "Not watched for yet"),
        Does::Guide => ("guide", "For you to know"),
        Does::Beyond => ("beyond", "Beyond software"),
    };
    let tag = element("span", "tag", words);
    tag.set_attribute("data-does", does).expect("a plain attribute name is always valid");
    let item = element("li", "", "");
    fill(&item, &[element("span", "hint", &clause.r#where), element("span", "", &clause.says), tag]);
    item
}

fn draw_kept(kept: &Remembered) {
    let counted = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    say(
        "kept-videos",
        &counted(kept.videos, "video in your record of what you have watched", "videos in your record of what you have watched"),
    );
    let not_right = counted(kept.not_right, "\u{201c}not right\u{201d}", "\u{201c}not right\u{201d}");
    say("kept-decisions", &format!("{}, {not_right}", counted(kept.decisions, "decision of yours", "decisions of yours")));
    say(
        "kept-marks",
        &counted(kept.marks, "mail thread marked \u{201c}we have spoken\u{201d}", "mail threads marked \u{201c}we have spoken\u{201d}"),
    );
}

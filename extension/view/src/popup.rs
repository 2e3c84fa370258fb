//! The popup: the truth about this tab, the policy in force, class mode and a pause.

use crate::browser;
use crate::dom::{by_id, element, fill, on, on_click, say, show, toggle, trouble};
use beforehand_shared::error::Error;
use beforehand_shared::message::{Notice, ToBackground, View, Why};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

const PAUSE_MINUTES: u32 = 30;

/// Fills the popup and keeps it true.
pub async fn start() {
    listen();
    let tab = browser::front_tab().await;
    trouble(ask(ToBackground::GetView { tab }).await.err().as_ref());
}

fn listen() {
    on(&by_id("class-mode"), "change", |event| {
        let on = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).is_some_and(|switch| switch.checked());
        change(ToBackground::SetClassMode { on })
    });
    on_click("pause", || {
        let paused = by_id("pause").has_attribute("data-paused");
        change(ToBackground::PauseFor { minutes: if paused { 0 } else { PAUSE_MINUTES } })
    });
    crate::popup_site::listen();
    on_click("settings", || browser::open_options(""));
    on_click("choose", || browser::open_options("policy"));
    on_click("asks", || browser::open_options("asks"));
}

/// Changes something and shows the tab's truth afresh.
pub async fn change(message: ToBackground) -> Result<(), Error> {
    browser::ask(&message).await?;
    ask(ToBackground::GetView { tab: browser::front_tab().await }).await
}

async fn ask(message: ToBackground) -> Result<(), Error> {
    draw(&browser::ask(&message).await?);
    Ok(())
}

fn draw(view: &View) {
    let (tone, title, text) = truth(view);
    by_id("status").set_attribute("data-tone", tone).expect("a plain attribute name is always valid");
    say("status-title", &title);
    say("status-text", &text);
    let policy = view.state.policy.as_ref();
    show("first", view.state.why == Why::NoPolicy);
    show("policy", policy.is_some());
    show("controls", policy.is_some());
    show("pause", policy.is_some());
    if let Some(policy) = policy {
        say("policy-trust", &policy.trust);
        say("policy-title", &dated(&policy.title, &policy.date));
    }
    crate::popup_site::draw(view);
    by_id("class-mode").unchecked_into::<HtmlInputElement>().set_checked(view.state.class_mode);
    let paused = view.state.why == Why::Paused;
    toggle(&by_id("pause"), "data-paused", paused);
    say("pause", if paused { "Carry on now" } else { "Pause for 30 minutes" });
    fill(&by_id("notices"), &view.notices.iter().map(notice).collect::<Vec<_>>());
}

/// A title with its date, where it has one.
pub fn dated(title: &str, date: &str) -> String {
    if date.is_empty() { title.to_owned() } else { format!("{title}, {date}") }
}

/// Tone, heading and sentence about the tab in front.
fn truth(view: &View) -> (&'static str, String, String) {
    let here = &view.here;
    let said = |tone, title: &str, text: &str| (tone, title.to_owned(), text.to_owned());
    match view.state.why {
        Why::Loading => said(
            "quiet",
            "Settings are still loading",
            "Your school may have set this up. That takes a few seconds after the browser starts.",
        ),
        Why::NoPolicy => said("quiet", "Not set up yet", "Nothing is checked until a policy is chosen."),
        Why::Paused => said("quiet", &format!("Paused until {}", clock(view.paused_until)), "Nothing is checked until then."),
        _ if here.presence.is_empty() => said("quiet", "Not a covered site", "Beforehand does not run here and cannot see this page."),
        _ if !here.missed.is_empty() => said(
            "care",
            "This site has changed",
            "Some of its parts are not where they were. Beforehand goes by general signs here and may miss something.",
        ),
        _ if here.presence == "frame" => {
            said("good", "Working in a part of this page", "A video or editor in this page is from a covered site.")
        }
        _ if here.host.is_empty() => said("good", "Working here", "You are told before you post, send, add or play."),
        _ => said(
            "good",
            &format!("Working on {}", here.host.trim_start_matches("www.")),
            "You are told before you post, send, add or play.",
        ),
    }
}

/// A time of day as the person's device writes it.
fn clock(at: u64) -> String {
    let date = js_sys::Date::new(&(at as f64).into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// A notice with its button.
pub fn notice(notice: &Notice) -> Element {
    let item = element("li", "", "");
    let button = element("button", "", "Got it");
    button.set_attribute("type", "button").expect("a plain attribute name is always valid");
    let (id, shown) = (notice.id.clone(), item.clone());
    on(&button, "click", move |_| {
        let (id, shown) = (id.clone(), shown.clone());
        async move {
            browser::ask(&ToBackground::DismissNotice { id }).await?;
            shown.remove();
            Ok(())
        }
    });
    fill(&item, &[element("span", "", &notice.text), button]);
    item
}

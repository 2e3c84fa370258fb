//! The popup's part about the site in front: the person's account there, and whether its privacy settings were looked through.

use crate::browser;
use crate::dom::{by_id, on, on_click, say, show};
use crate::popup::change;
use beforehand_shared::message::{Account, ToBackground, View};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

thread_local! {
    static SHOWN: RefCell<Account> = RefCell::default();
}

/// Hears the switches and the button.
pub fn listen() {
    for id in ["branded", "vouched"] {
        on(&by_id(id), "change", |_| {
            let account = Account { branded: checked("branded"), vouched: checked("vouched"), ..shown() };
            change(ToBackground::SetAccount { account })
        });
    }
    on_click("privacy-done", || change(ToBackground::PrivacyChecked { site: shown().site }));
}

fn shown() -> Account {
    SHOWN.with_borrow(Clone::clone)
}

fn checked(id: &str) -> bool {
    by_id(id).unchecked_into::<HtmlInputElement>().checked()
}

/// Shows what is known of the site in front; nothing where its file names no privacy page.
pub fn draw(view: &View) {
    let here = &view.here;
    let page = browser::privacy_page(&here.site, &here.host).filter(|_| view.state.policy.is_some());
    show("account", page.is_some());
    show("privacy", page.is_some() && here.ask_privacy);
    let Some(page) = page else { return };
    let site = Account { site: here.site.clone(), host: here.host.clone(), ..Account::default() };
    let account = view.accounts.iter().rev().find(|account| account.site == here.site).cloned().unwrap_or(site);
    say("account-name", if account.handle.is_empty() { &here.host } else { &account.handle });
    say("account-says", says(&account));
    by_id("branded").unchecked_into::<HtmlInputElement>().set_checked(account.branded);
    by_id("vouched").unchecked_into::<HtmlInputElement>().set_checked(account.vouched);
    show("vouch", !account.disclaimed);
    by_id("privacy-page").set_attribute("href", &page).expect("a plain attribute name is always valid");
    SHOWN.set(account);
}

/// What is known of a profile, in a sentence.
pub fn says(account: &Account) -> &'static str {
    match (account.seen.is_empty(), account.disclaimed) {
        (true, _) => "Open your profile once, and Beforehand knows what it says.",
        (false, true) => "Your profile says that views are your own.",
        (false, false) => "Your profile does not say that views are your own.",
    }
}

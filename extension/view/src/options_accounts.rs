//! The person's own accounts: what their profiles say, and which are the school's; each can be forgotten.

use crate::dom::{button, by_id, element, fill, on, show};
use crate::options::change_and_say;
use crate::popup_site::says;
use beforehand_shared::message::{Account, ToBackground};
use web_sys::Element;

/// Shows them.
pub fn draw(accounts: &[Account]) {
    show("accounts-none", accounts.is_empty());
    fill(&by_id("accounts-list"), &accounts.iter().map(line).collect::<Vec<_>>());
}

fn line(account: &Account) -> Element {
    let item = element("li", "", "");
    let whose = if account.branded { "you post here as the school. " } else { "" };
    let vouched =
        if account.vouched && !account.disclaimed { "You say that the profile says that views are your own." } else { says(account) };
    let name = format!("{} {}", account.handle, account.host);
    let words = element("span", "", &format!("{}: {whose}{vouched}", name.trim()));
    let forget = button("Forget", name.trim());
    let (site, handle) = (account.site.clone(), account.handle.clone());
    on(&forget, "click", move |_| change_and_say(ToBackground::ForgetAccount { site: site.clone(), handle: handle.clone() }, "Forgotten."));
    fill(&item, &[words, forget]);
    item
}

//! site-category: opening, on the school's device, a site of a category that the policy keeps off its network.

use super::{Ask, Found, Proof, Report};
use crate::sites;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        r#"{"moment":"page","page":{"url":"https://www.bet365.com/#/HO/","school_device":true}}"#,
        r#"{"moment":"page","page":{"url":"tinder.com","school_device":true}}"#,
        r#"{"moment":"page","page":{"url":"https://www.luckycasinoslots.example/","school_device":true}}"#,
        r#"{"moment":"page","page":{"url":"http://free-webproxy.example/go","school_device":true}}"#,
        r#"{"policy":"maltby","moment":"page","page":{"url":"https://www.ebay.co.uk/itm/1","school_device":true}}"#,
        r#"{"policy":"academy-trust","moment":"page","page":{"url":"https://store.steampowered.com/","school_device":true}}"#,
    ],
    passes: &[
        r#"{"moment":"page","page":{"url":"https://www.bet365.com/"}}"#,
        r#"{"moment":"page","page":{"url":"https://www.ebay.co.uk/itm/1","school_device":true}}"#,
        r#"{"moment":"page","page":{"url":"https://www.bbc.co.uk/bitesize","school_device":true}}"#,
        r#"{"moment":"page","page":{"url":"https://vpn.larkfield.example/","school_device":true}}"#,
        r#"{"moment":"page","page":{"url":"https://www.gov.uk/guidance/bet365.com","school_device":true}}"#,
        r#"{"moment":"page","page":{"url":"https://essexalphabet.example/","school_device":true}}"#,
        r#"{"moment":"page","page":{"school_device":true}}"#,
    ],
};

/// Reports a page of one of the clause's categories.
pub fn check(ask: &Ask, report: &mut Report) {
    let page = ask.act.page.as_ref().filter(|page| page.school_device);
    let Some(url) = page.and_then(|page| page.url.as_deref()) else { return };
    let school = ask.context.school;
    if let Some(category) = ask.clause.with.categories.iter().find(|category| sites::is(category, url, school)) {
        let what = name(category);
        let fill = [("what", what.as_str())];
        report.add(Found::new(Severity::Nudge, say("site.heading", &fill), say("site.why", &fill)));
    }
}

/// A category in words; the school's own go by the name that it gave them.
fn name(category: &str) -> String {
    match category {
        "proxy" => say("site.proxy", &[]),
        "dating" => say("site.dating", &[]),
        "hacking" => say("site.hacking", &[]),
        "pornography" => say("site.pornography", &[]),
        "malware" => say("site.malware", &[]),
        "music-download" => say("site.music-download", &[]),
        "gaming" => say("site.gaming", &[]),
        "gambling" => say("site.gambling", &[]),
        "auction" => say("site.auction", &[]),
        "shopping" => say("site.shopping", &[]),
        "piracy" => say("site.piracy", &[]),
        other => other.to_owned(),
    }
}

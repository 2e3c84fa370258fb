//! Where a mail's links go, and whether they say so.

use super::brands;
use super::sender::{Sender, is_cheap, is_random};
use super::{Letter, Seen, Sign};
use crate::domain;
use crate::words::say;

/// Links that are looked at; more say no more.
const MOST: usize = 100;

/// The links of a mail.
pub struct Links {
    list: Vec<Target>,
    /// Whether there are links and all go where the sender is at home.
    pub are_the_senders: bool,
}

struct Target {
    /// Whether it is a link of the mail, and no address written out in its text.
    given: bool,
    shown: String,
    href: String,
    host: String,
}

/// Services that shorten or forward addresses, so that nobody sees where a link goes.
const SHORTENERS: &[&str] = &[
    "1url.com",
    "adf.ly",
    "bit.do",
    "bit.ly",
    "bitly.com",
    "buff.ly",
    "cutt.ly",
    "fanlink.to",
    "goo.gl",
    "is.gd",
    "lnkd.in",
    "ok.me",
    "ow.ly",
    "qr.codes",
    "qrco.de",
    "rb.gy",
    "rebrand.ly",
    "s.id",
    "share.google",
    "short.gy",
    "shorturl.at",
    "snip.ly",
    "surl.li",
    "t.co",
    "t.ly",
    "t.me",
    "tiny.cc",
    "tinyurl.com",
    "trib.al",
    "u.to",
    "urlz.fr",
    "v.gd",
    "viglink.com",
    "wa.me",
    "x.co",
];

/// Room on the web that anybody has for nothing.
const FREE: &[&str] = &[
    "000webhostapp.com",
    "appspot.com",
    "backblazeb2.com",
    "blogspot.com",
    "canva.site",
    "cloudfront.net",
    "digitaloceanspaces.com",
    "firebaseapp.com",
    "framer.website",
    "getresponsesite.com",
    "gitbook.io",
    "github.io",
    "glitch.me",
    "godaddysites.com",
    "herokuapp.com",
    "myportfolio.com",
    "myqcloud.com",
    "netlify.app",
    "ngrok.io",
    "notion.site",
    "pages.dev",
    "plesk.page",
    "r2.dev",
    "repl.co",
    "selcdn.ru",
    "square.site",
    "surge.sh",
    "translate.goog",
    "trycloudflare.com",
    "typedream.app",
    "vercel.app",
    "web.app",
    "webflow.io",
    "weebly.com",
    "weeblysite.com",
    "wixsite.com",
    "wixstudio.io",
    "workers.dev",
    "yolasite.com",
];

impl Links {
    /// The links of a mail, those written out in its text included.
    pub fn of(letter: &Letter, from: &Sender) -> Self {
        let given =
            letter.act.links.iter().map(|link| (true, link.text.clone().unwrap_or_default(), link.href.clone().unwrap_or_default()));
        let written = letter.act.text.split(|c: char| c.is_whitespace() || "<>()[]\"".contains(c)).filter(|word| word.contains("://"));
        let all = given.chain(written.map(|word| (false, String::new(), word.to_owned())));
        let list: Vec<Target> = all
            .filter(|(_, _, href)| href.contains("//"))
            .take(MOST)
            .map(|(given, shown, href)| Target { host: domain::host(&href), given, shown, href })
            .collect();
        let at_home = |target: &Target| {
            domain::same_owner(&target.host, &from.host)
                || from.claims.iter().any(|claim| claim.owns(&target.host) && claim.owns(&from.host))
        };
        Self { are_the_senders: !list.is_empty() && list.iter().all(at_home), list }
    }

    /// The hosts that the links go to.
    pub fn hosts(&self) -> Vec<&str> {
        self.list.iter().map(|target| target.host.as_str()).filter(|host| !host.is_empty()).collect()
    }

    /// What is odd about the links.
    pub fn signs(&self, letter: &Letter, from: &Sender) -> Vec<Seen> {
        let mut seen: Vec<Seen> = self.list.iter().flat_map(|target| target.signs(letter, from)).collect();
        seen.extend(hidden_mailto(letter, from));
        seen
    }
}

/// A link that opens a mail to another owner than the sender, in a mail that claims to be a brand's.
fn hidden_mailto(letter: &Letter, from: &Sender) -> Option<Seen> {
    let claim = from.claims.first()?;
    let links = letter.act.links.iter().filter_map(|link| link.href.as_deref()).filter(|href| href.starts_with("mailto:"));
    let hosts = links.map(|href| domain::host(href.trim_start_matches("mailto:").split('?').next().unwrap_or_default()));
    hosts
        .filter(|host| host.contains('.'))
        .find(|host| !claim.owns(host) && domain::is_public(host))
        .map(|host| Seen::new(Sign::Link, 1, say("phishing.link-elsewhere", &[("what", &host)])))
}

impl Target {
    fn signs(&self, letter: &Letter, from: &Sender) -> Vec<Seen> {
        let mut seen = Vec::new();
        if self.host.is_empty() {
            return seen;
        }
        seen.extend(self.look_alike(letter, from));
        if let Some(shown) = self.other_shown(letter, from) {
            // Lists count clicks under their own domain.
            let home = domain::same_owner(&self.host, &from.host);
            let weight = if home {
                1 + u8::from(domain::passes_for(&self.host, &shown))
            } else {
                1 + u8::from(
                    brands::is_brand(&shown) || letter.school.is_internal(&shown) || is_cheap(&self.host) || domain::is_number(&self.host),
                )
            };
            seen.push(Seen::new(Sign::Link, weight, say("phishing.link-differs", &[("what", &format!("{shown} → {}", self.host))])));
        }
        let authority = self.href.split_once("//").map_or("", |(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default());
        if self.given && (domain::is_number(&self.host) || authority.contains('@') || !self.host.is_ascii()) {
            seen.push(Seen::new(Sign::Link, 2, say("phishing.link-hidden", &[("what", authority)])));
        } else if is_machine(&self.host) || from_brand_elsewhere(self, from) {
            seen.push(Seen::new(Sign::Link, 2, say("phishing.link-elsewhere", &[("what", &self.host)])));
        } else if self.is_covered() && !domain::same_owner(&self.host, &from.host) {
            seen.push(Seen::new(Sign::Link, 1, say("phishing.link-covered", &[("what", &self.host)])));
        } else if is_cheap(&self.host) || self.host.split('.').any(|label| label.len() > 15 && is_random(label)) {
            seen.push(Seen::new(Sign::Link, 1, say("phishing.link-cheap", &[("what", &self.host)])));
        }
        seen
    }

    fn look_alike(&self, letter: &Letter, from: &Sender) -> Option<Seen> {
        if self.host.split('.').any(|label| label.starts_with("xn--")) {
            return Some(Seen::new(Sign::LookAlike, 2, say("phishing.punycode", &[("what", &self.host)])));
        }
        let own = letter.school.domains.iter().map(|own| domain::host(own)).find(|own| domain::passes_for(&self.host, own));
        let brand = || brands::worn(&self.host).map(str::to_owned);
        let real = own.or_else(|| brand().filter(|_| !from.claims.iter().any(|claim| claim.owns(&self.host))))?;
        Some(Seen::new(Sign::LookAlike, 2, say("phishing.look-alike", &[("what", &format!("{} ({real})", self.host))])))
    }

    /// The host that the link shows, when it goes to another owner than that, and than a list's sender.
    fn other_shown(&self, letter: &Letter, from: &Sender) -> Option<String> {
        let word = self.shown.trim();
        let looks = word.len() < 200 && !word.contains(char::is_whitespace) && !word.contains('@') && word.contains('.');
        let shown = looks.then(|| domain::host(word)).filter(|host| is_host(host))?;
        let trusted = domain::same_owner(&shown, &self.host)
            || domain::label(&shown) == domain::label(&self.host)
            || (letter.bulk && domain::same_owner(&self.host, &from.host));
        let owned = from.claims.iter().any(|claim| claim.owns(&self.host) || brands::owner(&shown, &self.host));
        (!trusted && !owned && !brands::owner(&shown, &self.host)).then_some(shown)
    }

    /// Whether a service stands between the link and where it goes.
    fn is_covered(&self) -> bool {
        let registered = domain::registered(&self.host);
        let stored = registered == "amazonaws.com" && self.host.contains("s3")
            || self.host.ends_with("storage.googleapis.com")
            || self.host.ends_with("blob.core.windows.net");
        let forwarded = matches!(domain::label(&self.host), "google" | "bing" | "facebook" | "youtube" | "baidu")
            && ["/url?", "/ck/", "/amp/", "/l.php", "/redirect?", "/link?", "translate."].iter().any(|part| self.href.contains(part));
        SHORTENERS.binary_search(&registered).is_ok() || FREE.binary_search(&registered).is_ok() || stored || forwarded
    }
}

/// Whether a mail in a brand's name takes the reader to somebody else's domain.
fn from_brand_elsewhere(target: &Target, from: &Sender) -> bool {
    let foreign =
        !from.claims.is_empty() && from.claims.iter().all(|claim| claim.sure && !claim.owns(&from.host) && !claim.owns(&target.host));
    foreign && !target.shown.trim().is_empty()
}

/// Whether a text is a host's name: letters, and an ending of letters.
fn is_host(host: &str) -> bool {
    let ending = host.rsplit('.').next().unwrap_or_default();
    host.contains('.')
        && (2..=10).contains(&ending.len())
        && ending.bytes().all(|b| b.is_ascii_lowercase())
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b))
}

/// Whether a host is a rented machine by its number: `64-120-94-221.cloud.example`.
fn is_machine(host: &str) -> bool {
    let first = host.split('.').next().unwrap_or_default();
    first.split('-').filter(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())).count() >= 4
}

/// Whether a domain was made for what it asks, or is a name with a figure for a letter: `parcel-refund.example`, `zo0m-join.example`.
pub fn is_for_one_mailing(host: &str) -> bool {
    const BAIT: &[&str] = &[
        "account",
        "alert",
        "auth",
        "billing",
        "claim",
        "confirm",
        "fee",
        "login",
        "parcel",
        "parcelhub",
        "pay",
        "payment",
        "portal",
        "quarantine",
        "recovery",
        "redeliver",
        "refund",
        "renew",
        "reset",
        "secure",
        "security",
        "signin",
        "support",
        "unlock",
        "update",
        "validate",
        "verify",
    ];
    let label = domain::label(host);
    let inside = |part: &str| part.as_bytes().windows(3).any(|three| matches!(three, [b'a'..=b'z', b'0' | b'1' | b'3', b'a'..=b'z']));
    label.contains('-') && label.split('-').any(|part| BAIT.contains(&part) || inside(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(SHORTENERS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(FREE.windows(2).all(|pair| pair[0] < pair[1]));
    }
}

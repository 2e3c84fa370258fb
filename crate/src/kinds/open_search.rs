//! open-search: a search of the whole web on the screen in front of a class.

use super::{Ask, Found, Proof, Report};
use crate::domain;
use crate::sites;
use crate::verdict::Severity;
use crate::words::say;

/// Search engines by the name in their address.
const ENGINES: &[&str] =
    &["google", "bing", "duckduckgo", "yahoo", "ecosia", "startpage", "brave", "qwant", "yandex", "ask", "aol", "baidu", "pinterest"];

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "west-midlands",
    flags: &[
        r#"{"moment":"search","text":"volcano","page":{"url":"https://www.google.co.uk/search?q=volcano&udm=2","class_mode":true}}"#,
        r#"{"moment":"search","text":"volcano","page":{"url":"https://www.bing.com/images/search?q=volcano","class_mode":true}}"#,
        r#"{"moment":"search","text":"roman baths","page":{"class_mode":true}}"#,
    ],
    passes: &[
        r#"{"moment":"search","text":"volcano","page":{"url":"https://www.google.co.uk/search?q=volcano"}}"#,
        r#"{"moment":"search","text":"volcano","page":{"url":"https://www.bbc.co.uk/bitesize/search?q=volcano","class_mode":true}}"#,
        r#"{"moment":"search","text":"volcano","page":{"url":"https://swiggle.org.uk/?q=volcano","class_mode":true}}"#,
        r#"{"moment":"search","text":"slides","page":{"url":"https://drive.google.com/drive/search?q=slides","class_mode":true}}"#,
        r#"{"policy":"durrington","moment":"search","text":"volcano","page":{"url":"https://www.google.com/search?q=volcano","class_mode":true}}"#,
    ],
};

/// Reports a search engine's results in class mode.
pub fn check(ask: &Ask, report: &mut Report) {
    let Some(page) = ask.act.page.as_ref().filter(|page| page.class_mode) else { return };
    let url = page.url.as_deref().unwrap_or_default();
    if url.trim().is_empty() || is_engine(url) && !sites::is("safe-search", url, ask.context.school) {
        report.add(Found::new(Severity::Nudge, say("search.heading", &[]), say("search.why", &[])));
    }
}

/// Whether an address is that of a search engine, and not of another service of its owner's.
fn is_engine(url: &str) -> bool {
    let host = domain::host(url);
    let front = host.strip_suffix(domain::registered(&host)).unwrap_or_default().trim_end_matches('.');
    ENGINES.contains(&domain::label(&host))
        && matches!(front, "" | "www" | "images" | "search" | "uk" | "uk.search" | "images.search" | "uk.images.search")
}

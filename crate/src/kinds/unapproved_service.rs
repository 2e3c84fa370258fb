//! unapproved-service: signing up to a service that is not on the school's list.

use super::{Ask, Found, Proof, Report};
use crate::domain;
use crate::recipients;
use crate::sites;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes; the fixture school approves two services.
pub const PROOF: Proof = Proof {
    policy: "maltby",
    flags: &[
        r#"{"moment":"sign-up","page":{"url":"https://quizfun.example/register"},"author":{"account":"a.khan@larkfield.example"}}"#,
        r#"{"moment":"sign-up","page":{"url":"https://app.classtoys.example/join","school_device":true},"author":{"account":"aisha@gmail.com"}}"#,
        r#"{"moment":"sign-up","page":{"url":"https://notarbor.sc.example/join"}}"#,
    ],
    passes: &[
        r#"{"moment":"sign-up","page":{"url":"https://login.arbor.sc/"},"author":{"account":"a.khan@larkfield.example"}}"#,
        r#"{"moment":"sign-up","page":{"url":"https://classroom.google.com/c/1"}}"#,
        r#"{"moment":"sign-up","page":{"url":"https://portal.larkfield.example/"}}"#,
        r#"{"moment":"sign-up","page":{"url":"https://films.example/join"},"author":{"account":"aisha@gmail.com"}}"#,
        r#"{"moment":"sign-up","author":{"account":"a.khan@larkfield.example"}}"#,
    ],
};

/// Reports a service that the school has not approved, once it has said which it has.
pub fn check(ask: &Ask, report: &mut Report) {
    let (act, school) = (ask.act, ask.context.school);
    let page = act.page.as_ref();
    let url = page.and_then(|page| page.url.as_deref()).unwrap_or_default();
    let host = domain::host(url);
    let approved = school.services.iter().any(|own| sites::stands_under(url, own)) || school.is_internal(&host);
    // What people join at home, with an address of their own, is theirs.
    let own =
        recipients::is_private(act.author.account.as_deref().unwrap_or_default(), school) && !page.is_some_and(|page| page.school_device);
    if !(host.is_empty() || school.services.is_empty() || approved || own) {
        let fill = [("who", host.as_str())];
        report.add(Found::new(Severity::Nudge, say("service.heading", &fill), say("service.why", &fill)));
    }
}

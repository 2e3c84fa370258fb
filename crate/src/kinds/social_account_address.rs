//! social-account-address: signing up or in to a social site, on the school's device, with another address than the policy asks for.

use super::{Ask, Found, Proof, Report};
use crate::sites;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "st-albans",
    flags: &[
        r#"{"moment":"sign-up","page":{"url":"https://x.com/i/flow/signup","school_device":true},"author":{"account":"aisha@gmail.com"}}"#,
        r#"{"moment":"sign-up","page":{"url":"https://www.facebook.com/login","school_device":true},"author":{"account":"khan.a@home.example"}}"#,
        r#"{"moment":"sign-up","page":{"url":"https://www.linkedin.com/signup","school_device":true},"author":{"account":"a.khan@larkfield.example.net"}}"#,
    ],
    passes: &[
        r#"{"moment":"sign-up","page":{"url":"https://x.com/i/flow/signup","school_device":true},"author":{"account":"a.khan@larkfield.example"}}"#,
        r#"{"moment":"sign-up","page":{"url":"https://x.com/i/flow/signup"},"author":{"account":"aisha@gmail.com"}}"#,
        r#"{"moment":"sign-up","page":{"url":"https://x.com/i/flow/signup","school_device":true},"author":{"account":"@aishak"}}"#,
        r#"{"moment":"sign-up","page":{"url":"https://www.bbc.co.uk/account","school_device":true},"author":{"account":"aisha@gmail.com"}}"#,
        r#"{"moment":"sign-up","page":{"url":"https://x.com/i/flow/signup","school_device":true}}"#,
        r#"{"policy":"maltby","moment":"sign-up","page":{"url":"https://x.com/i/flow/signup","school_device":true},"author":{"account":"aisha@gmail.com"}}"#,
    ],
};

/// Reports an address that is not the school's.
pub fn check(ask: &Ask, report: &mut Report) {
    let (act, school) = (ask.act, ask.context.school);
    let Some(page) = act.page.as_ref().filter(|page| page.school_device && ask.clause.with.required == "work") else { return };
    let account = act.author.account.as_deref().unwrap_or_default().trim();
    let is_address = account.split_once('@').is_some_and(|(local, host)| !local.is_empty() && host.contains('.'));
    if is_address && !school.is_internal(account) && sites::is("social", page.url.as_deref().unwrap_or_default(), school) {
        report.add(Found::new(Severity::Nudge, say("social.heading-address", &[]), say("social.why-address", &[])));
    }
}

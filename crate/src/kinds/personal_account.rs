//! personal-account: school business, or mail to pupils and parents, from an account that is not the school's.

use super::{Ask, Found, Proof, Report};
use crate::act::Moment;
use crate::mail;
use crate::matters;
use crate::people;
use crate::recipients;
use crate::roster::Role;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes; the roster is `tests/fixtures/people.csv`.
pub const PROOF: Proof = Proof {
    policy: "maltby",
    flags: &[
        r#"{"moment":"message","text":"Need a quote for the academy sports hall lights","author":{"account":"c@yahoo.co.uk"},"to":["Brightline"]}"#,
        r#"{"moment":"message","text":"can you order 30 glue sticks","author":{"account":"c@yahoo.co.uk"},"to":["Supplies"]}"#,
        r#"{"moment":"message","text":"He's been excellent in lessons","author":{"account":"k@aol.com"},"to":["Helen Smith"]}"#,
        r#"{"moment":"message","text":"cover for 9X p4 is you I'm afraid","author":{"account":"chezza_b@yahoo.co.uk"},"to":["Aisha Khan"]}"#,
        r#"{"moment":"message","text":"Please can everyone get Year 10 data in by noon","author":{"account":"miss.dee@outlook.com"},"to":["English"]}"#,
        r#"{"moment":"message","text":"Interview panel's at ten","author":{"account":"deputy@aol.com"},"to":["Aisha Khan"]}"#,
        r#"{"moment":"email","text":"Meet at the minibus","author":{"account":"aisha@gmail.com"},"to":["jsmith@pupils.larkfield.example"]}"#,
        r#"{"moment":"message","text":"school's shut tomorrow, pass it on to the TAs","author":{"account":"j@outlook.com"},"to":["Aisha Khan"]}"#,
        r#"{"moment":"email","text":"hiya it's Mrs Patel from school, can she bring tap shoes","author":{"account":"m@yahoo.co.uk"},"to":["t@gmx.example"]}"#,
        r#"{"moment":"message","text":"We're over on the science budget so hold the order for beakers","author":{"account":"p@sky.com"},"to":["Meera Patel"]}"#,
        r#"{"moment":"email","text":"Receipts for the fair attached","author":{"account":"p@sky.com"},"to":["finance@larkfield.example"]}"#,
        r#"{"policy":"west-midlands","moment":"email","text":"Set 3: pages 40-42","subject":"cover work","author":{"account":"s@icloud.com"},"to":["t@larkfield.example"]}"#,
        r#"{"policy":"west-midlands","moment":"email","text":"See you at six","author":{"account":"s@icloud.com"},"to":["helen@home.example"]}"#,
        r#"{"policy":"west-midlands","moment":"video-upload","author":{"account":"m@yahoo.co.uk"},"video":{"title":"9B drama warm ups","visibility":"private"}}"#,
        r#"{"policy":"durrington","moment":"page","page":{"url":"https://mail.yahoo.com/d/folders/1","school_device":true}}"#,
        r#"{"policy":"durrington","moment":"page","page":{"url":"https://mail.google.com/mail/u/0/","school_device":true},"author":{"account":"a@gmail.com"}}"#,
        r#"{"policy":"durrington","moment":"page","page":{"url":"https://mail.google.com/mail/u/0/","title":"Inbox (3) - a.b@gmail.com - Gmail","school_device":true}}"#,
        r#"{"moment":"email","text":"Sorry it comes from my own Gmail. Agenda for the committee below.","author":{"account":"k@gmail.com"},"to":["x@vendor.example"]}"#,
        r#"{"moment":"email","text":"Dear Mrs White, Ella was upset at lunch but all is well","author":{"account":"k@gmail.com"},"to":["x@home.example"]}"#,
        r#"{"moment":"email","text":"She may leave lessons early and I will tell her tutors","author":{"account":"k@gmail.com"},"to":["x@home.example"]}"#,
        r#"{"moment":"email","text":"He was late twice, so a detention comes next","author":{"account":"k@gmail.com"},"to":["toms.mum@home.example"]}"#,
    ],
    passes: &[
        r#"{"policy":"durrington","moment":"page","page":{"url":"https://mail.google.com/mail/","title":"Inbox (3) - a.khan@larkfield.example - Gmail","school_device":true}}"#,
        r#"{"moment":"email","text":"Class of '91 reunion in the old dinner hall, shall we go?","author":{"account":"k@gmail.com"},"to":["sal@home.example"]}"#,
        r#"{"moment":"email","text":"Dear Mr Lowe, thank you for lunch, the cottage was a treat","author":{"account":"k@gmail.com"},"to":["x@home.example"]}"#,
        r#"{"moment":"email","text":"Home by tea, the exam was grim","author":{"account":"k@gmail.com"},"to":["mum@home.example"]}"#,
        r#"{"moment":"message","text":"Need a quote for my kitchen floor","author":{"account":"c@yahoo.co.uk"},"to":["FloorCo"]}"#,
        r#"{"moment":"message","text":"Selling two Leeds Fest tickets","author":{"account":"chezza_b@yahoo.co.uk"},"to":["Sal"]}"#,
        r#"{"moment":"message","text":"Anyone fancy Center Parcs in Feb half term?","author":{"account":"n@hotmail.com"},"to":["Cousins"]}"#,
        r#"{"moment":"email","text":"Pizza on Friday? My treat","author":{"account":"n@hotmail.com"},"to":["a.khan@larkfield.example"]}"#,
        r#"{"moment":"message","text":"have you got a spare tent pole, or a coach seat","author":{"account":"n@hotmail.com"},"to":["Aisha Khan"]}"#,
        r#"{"moment":"message","text":"Reports deadline is Friday noon for Year 8","author":{"name":"Gill"},"to":["Aisha Khan"]}"#,
        r#"{"moment":"message","text":"Year 8 reports are due","author":{"account":"@gillp"},"to":["Aisha Khan"]}"#,
        r#"{"moment":"email","text":"Year 8 reports are due","author":{"account":"a.khan@larkfield.example"},"to":["x@larkfield.example"]}"#,
        r#"{"moment":"message","text":"my daughter in Year 9 has so much homework","author":{"account":"n@hotmail.com"},"to":["Sal"]}"#,
        r#"{"policy":"west-midlands","moment":"email","text":"shall i bring pudding?","author":{"account":"c@hotmail.co.uk"},"to":["mum@outlook.com"]}"#,
        r#"{"policy":"west-midlands","moment":"video-upload","author":{"account":"m@yahoo.co.uk"},"video":{"title":"Holiday reel"}}"#,
        r#"{"policy":"durrington","moment":"page","page":{"url":"https://mail.yahoo.com/"}}"#,
        r#"{"policy":"durrington","moment":"page","page":{"url":"https://mail.google.com/mail/","school_device":true},"author":{"account":"a.khan@larkfield.example"}}"#,
        r#"{"policy":"durrington","moment":"page","page":{"url":"https://mail.google.com/mail/","school_device":true}}"#,
        r#"{"policy":"durrington","moment":"message","text":"cover for 9X","author":{"account":"chezza_b@yahoo.co.uk"},"to":["Aisha Khan"]}"#,
    ],
};

/// Reports school business in a private account, and private mail on the school's device.
pub fn check(ask: &Ask, report: &mut Report) {
    let act = ask.act;
    let account = act.author.account.as_deref().unwrap_or_default();
    if act.moment == Moment::Page {
        if act.page.as_ref().is_some_and(|page| page.school_device) && is_private_mail(ask, account) {
            report.add(Found::new(Severity::Nudge, say("account.heading-page", &[]), say("account.why-page", &[])));
        }
    } else if !act.author.branded && recipients::is_private(account, ask.context.school) && is_for_school(ask) {
        let why = say("account.why", &[("account", account)]);
        report.add(Found::new(Severity::Warn, say("account.heading", &[]), why));
    }
}

/// Whether the act is school business: to pupils or parents, or by its words.
fn is_for_school(ask: &Ask) -> bool {
    let act = ask.act;
    let business = |other: Option<&str>| other.is_some_and(|other| matters::is_business(&ask.lexicon().read(other)));
    match act.moment {
        Moment::VideoUpload => business(act.video.as_ref().and_then(|video| video.title.as_deref())) || matters::is_business(ask.text),
        Moment::Email => {
            let inside = || mail::recipients(act).iter().any(|address| ask.context.school.is_internal(address));
            let sign = || {
                matters::has_sign(ask.text) || act.subject.as_deref().is_some_and(|subject| matters::has_sign(&ask.lexicon().read(subject)))
            };
            let about = || matters::is_about_school_life(ask.text) && recipients::written(act).any(is_parent_address);
            matters::is_to_family(ask.text)
                || is_to_families(ask)
                || business(act.subject.as_deref())
                || matters::is_business(ask.text)
                || (inside() && sign())
                || about()
        }
        _ => is_to_families(ask) || matters::is_business(ask.text) || is_between_staff(ask),
    }
}

/// "stephs.mum@", "theokorofamily@": a parent as such, and not the author's own "mum@".
fn is_parent_address(written: &str) -> bool {
    let address = mail::address(written);
    let local = address.split('@').next().unwrap_or_default();
    let kin = |word: &str| matches!(word, "mum" | "mam" | "mummy" | "dad" | "parent" | "parents" | "carer" | "nan" | "families");
    local.split(|c: char| !c.is_ascii_alphabetic()).any(|word| kin(word) && word.len() < local.len()) || local.contains("family")
}

/// A message with a sign of work to a colleague of the roster, or of a pupil's school life to a parent.
fn is_between_staff(ask: &Ask) -> bool {
    let day = ask.context.day(ask.act);
    let to = |role: Role| {
        let known = |to: &String| people::who(ask.context.roster, Some(to), Some(to)).iter().any(|person| person.role_on(day) == role);
        ask.act.to.iter().any(known)
    };
    matters::has_work_sign(ask.text) && to(Role::Staff) || matters::is_about_school_life(ask.text) && to(Role::Parent)
}

/// Whether a pupil gets it, or a parent where the clause covers parents.
fn is_to_families(ask: &Ask) -> bool {
    let act = ask.act;
    let parents = ask.clause.with.covers.iter().any(|one| one == "parent");
    let counts = |role: Role| role == Role::Pupil || (parents && role == Role::Parent);
    let day = ask.context.day(act);
    let known = |name: Option<&str>, address: Option<&str>| {
        people::who(ask.context.roster, name, address).iter().any(|person| counts(person.role_on(day)))
    };
    let by_mail = act.moment == Moment::Email && recipients::written(act).any(|written| known(None, Some(&mail::address(written))));
    let by_name = act.moment == Moment::Message && act.to.iter().any(|to| known(Some(to), Some(to)));
    by_mail || by_name || !recipients::pupils(act, ask.context).is_empty()
}

/// Whether a page is a mailbox of one's own; one that schools use too only when its account is known.
fn is_private_mail(ask: &Ask, account: &str) -> bool {
    const PRIVATE: &[&str] = &[
        "mail.yahoo.",
        "outlook.live.com",
        "mail.aol.",
        "mail.proton.me",
        "webmail.virginmedia.com",
        "email.bt.com",
        "www.icloud.com/mail",
        "skymail",
        "mail.com/",
    ];
    const SHARED: &[&str] = &["mail.google.com", "outlook.office.com", "outlook.office365.com", "outlook.cloud.microsoft"];
    let page = ask.act.page.as_ref();
    let url = page.and_then(|page| page.url.as_deref()).unwrap_or_default();
    // "Inbox - tess@gmail.com - Gmail".
    let titled = || page?.title.as_deref()?.split_whitespace().find(|word| word.contains('@'));
    let account = if account.is_empty() { titled().unwrap_or_default() } else { account };
    let place = url.split_once("://").map_or(url, |(_, rest)| rest);
    let at = |hosts: &[&str]| {
        hosts.iter().any(|host| place.starts_with(host) || place.split('/').next().is_some_and(|found| found.contains(host)))
    };
    let known = recipients::is_private(account, ask.context.school);
    let ours = ask.context.school.is_internal(account);
    (at(PRIVATE) && !ours) || (at(SHARED) && known)
}

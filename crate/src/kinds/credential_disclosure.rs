//! credential-disclosure: a password, login name or door code given in the text.

use super::{Ask, Change, Found, Proof, Report};
use crate::recipients;
use crate::secrets;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        "its v.cotterell and Linocut4ever! dont laugh",
        "use my login for the projector pc. mhughes. then gooseberry41",
        "passcode to unlock it 558214",
        "the alarm is 4482, don't forget",
        "my icloud password is «Rumpole42», don't let me forget",
        "Wi-Fi for visitors! network LLT-Guest, passcode «7Heron7»",
        "The laptop trolley login: «yr8lap / bananas8»",
        "Use mine if you want: log in as mrsbeddoes, password «cwtch22»",
        "Netflix password for house sitters: «F1shFinger$» (looking at you Dean)",
        "Our password is «goldfinch»",
        r#"{"moment":"email","text":"can you do my reg? login is creid, pass: Rovers1974","to":["h.moss@larkfield.example"]}"#,
        r#"{"moment":"message","text":"pw Gingerbeer!1","to":["Hannah"]}"#,
        r#"{"policy":"maltby","moment":"message","text":"passwords reset to Welcome2Larkfield! for everyone","to":["Aisha Khan"]}"#,
        r#"{"policy":"st-albans","moment":"message","text":"PIN for the photocopier's 4471","to":["Temp"]}"#,
    ],
    passes: &[
        "The catalogue wants a new password and says mine is 'too weak'",
        "the alarm is at 7 and I hate it",
        "login for the windows11 laptops is slow",
        "Never share a password, not with your mate, not with IT",
        "Speak friend and enter. Best password in literature.",
        "I forgot my password again in Year 9",
        "My password is too long to type",
        "Username taken. Username taken. Fine, be like that, Duolingo",
        "Login to Arbor with your usual details folks",
        "Logging in, logging off: a caretaker's winter in 2026",
        r#"{"moment":"email","text":"Your child's password is on the sticker in the planner","to":["x@home.example"]}"#,
        r#"{"moment":"email","text":"Thanks!\n\nOn 2 May 2026, IT wrote:\n> your password is Welcome123\n","to":["it@larkfield.example"]}"#,
        r#"{"moment":"message","text":"IT have emailed you a reset link for your login, it lasts an hour","to":["Meera Patel"]}"#,
        r#"{"moment":"email-read","text":"password is Welcome123","from":"x@y.example"}"#,
    ],
};

/// Reports each password or login that the author gives away.
pub fn check(ask: &Ask, report: &mut Report) {
    for secret in secrets::find(ask.text) {
        let forwarded = ask.act.forwarded == Some(true);
        if !forwarded && !recipients::is_newest(ask, &secret.place) {
            continue;
        }
        let heading = if secret.is_password { say("credential.heading", &[]) } else { say("credential.heading-login", &[]) };
        let change = Change { label: say("credential.remove", &[]), place: secret.place.clone(), insert: say("credential.instead", &[]) };
        report.add(Found::new(Severity::Stop, heading, say("credential.why", &[])).at(secret.place).offering(change));
    }
}

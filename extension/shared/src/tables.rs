//! How each message is read and written as JSON.

use crate::message::{
    Account, Choice, FromBackground, Here, Mark, MarkedPerson, Me, Memory, Notice, Permission, PolicyName, Remembered, RosterNote, State,
    ToBackground, View, Why,
};
use beforehand::json;
use beforehand::json::{Mode, Part, Read, Reader, Write};

/// What reading begins with.
impl Default for ToBackground {
    fn default() -> Self {
        Self::GetView { tab: None }
    }
}

macro_rules! messages {
    ($($variant:ident = $name:literal { $($field:ident : $mode:ident),* }),* $(,)?) => {
        impl Read for ToBackground {
            fn read(&mut self, from: &mut Reader) -> Option<()> {
                from.variant(&[$($name),*], &mut |from, name| {
                    match name {
                        $($name => {
                            $(let mut $field = Default::default();)*
                            let parts: &[Part] = &[$((stringify!($field), Mode::$mode)),*];
                            from.fields(true, parts, &mut [$(&mut $field),*])?;
                            *self = Self::$variant { $($field),* };
                        })*
                        _ => {}
                    }
                    Some(())
                })
            }
        }

        impl Write for ToBackground {
            fn write(&self, to: &mut String) {
                match self {
                    $(Self::$variant { $($field),* } => {
                        let parts: &[Part] = &[$((stringify!($field), Mode::$mode)),*];
                        json::write_variant(to, $name, parts, &[$($field),*]);
                    })*
                }
            }
        }
    };
}

messages! {
    Hello = "hello" { url: Need },
    Check = "check" { act: Need },
    Decided = "decided" { site: Need, kind: Need, clause: Need, choice: Need, reason: May, pattern: May },
    Sent = "sent" { act: Need },
    Spoken = "spoken" { subject: Need, people: Need },
    Watched = "watched" { id: Need, title: Need, url: Need, duration: May, ranges: Need },
    Health = "health" { site: Need, hit: Need, missed: Need },
    Person = "person" { name: May, handle: May, mark: Need, permission: May },
    Profile = "profile" { handle: May, bio: Need },
    GetView = "get-view" { tab: May },
    SetPolicy = "set-policy" { id: Need },
    SetOwnPolicy = "set-own-policy" { file: Need, toml: Need },
    SetSchool = "set-school" { toml: Need },
    SetMe = "set-me" { me: Need },
    SetClassMode = "set-class-mode" { on: Need },
    PauseFor = "pause-for" { minutes: Need },
    ImportRoster = "import-roster" { roster: Need },
    KeepRosterUntil = "keep-roster-until" { day: Need },
    WipeRoster = "wipe-roster" {},
    ChangePerson = "change-person" { id: Need, mark: Need, permission: May },
    ForgetPerson = "forget-person" { id: Need },
    SetAccount = "set-account" { account: Need },
    ForgetAccount = "forget-account" { site: Need, handle: Need },
    PrivacyChecked = "privacy-checked" { site: Need },
    Forget = "forget" { what: Need },
    WipeAll = "wipe-all" {},
    DismissNotice = "dismiss-notice" { id: Need },
}

impl Write for FromBackground {
    fn write(&self, to: &mut String) {
        match self {
            Self::State(state) => json::variant(to, "state", state),
            Self::Verdict { verdict, marks } => {
                json::write_variant(to, "verdict", &[("verdict", Mode::Need), ("marks", Mode::Need)], &[verdict, marks]);
            }
            Self::View(view) => json::variant(to, "view", view),
            Self::Done {} => json::write_variant(to, "done", &[], &[]),
            Self::Error { message } => json::write_variant(to, "error", &[("message", Mode::Need)], &[message]),
        }
    }
}

json!(words Choice { Fixed = "fixed", WentBack = "went-back", CarriedOn = "carried-on", NotRight = "not-right" });

json!(words Mark { Family = "family", Permission = "permission", OfAge = "of-age" });

json!(Permission, lax { from: May, given: May, until: May, purpose: May });

json!(MarkedPerson, lax { id: Need, who: Need, site: Need, mark: Need, permission: May, since: Need });

json!(words Memory { Watched = "watched", Decisions = "decisions", Marks = "marks" });

json!(State, lax { active: Need, why: Need, policy: May, class_mode: Need, language: Need });

json!(words Why { Working = "working", NotCovered = "not-covered", Paused = "paused", Loading = "loading", NoPolicy = "no-policy" });

json!(PolicyName, lax { id: Need, trust: Need, title: Need, date: Need });

json!(Me, strict { name: May, bio: May, class_age: May });

json!(RosterNote, strict { people: May, imported: May, until: May });

json!(Notice, lax { id: Need, text: Need });

json!(Here, lax { presence: Need, site: Need, host: Need, missed: Need, ask_privacy: May });

json!(Account, lax { site: Need, host: May, handle: Need, bio: May, seen: May, disclaimed: May, vouched: May, branded: May });

json!(
    View,
    lax {
        state: Need,
        policies: Need,
        locked: Need,
        paused_until: Need,
        school: Need,
        me: Need,
        roster: May,
        people: May,
        accounts: May,
        remembered: Need,
        notices: Need,
        here: Need
    }
);

json!(Remembered, lax { videos: Need, decisions: Need, not_right: Need, marks: Need });

#[cfg(test)]
mod tests {
    use crate::message::ToBackground;
    use beforehand::json;

    #[track_caller]
    fn check(message: &str, expected: &str) {
        let read = json::read::<ToBackground>(message).map_or_else(|why| why.message, |message| json::written(&message));
        assert_eq!(read, expected, "{message}");
    }

    #[test]
    fn messages_are_read_and_written() {
        for message in [
            r#"{"hello":{"url":"u"}}"#,
            r#"{"check":{"act":{"text":"x"}}}"#,
            r#"{"decided":{"site":"s","kind":"k","clause":"c","choice":"went-back","reason":null,"pattern":"p"}}"#,
            r#"{"spoken":{"subject":"s","people":["a","b"]}}"#,
            r#"{"watched":{"id":"i","title":"t","url":"u","duration":9.5,"ranges":[[0,1,1],[2,3.25,2]]}}"#,
            r#"{"health":{"site":"s","hit":[],"missed":["m"]}}"#,
            r#"{"person":{"name":null,"handle":"h","mark":"permission","permission":{"from":"Head","given":"d","until":"u","purpose":"p"}}}"#,
            r#"{"change-person":{"id":3,"mark":"of-age","permission":{"from":"","given":"","until":"","purpose":""}}}"#,
            r#"{"forget-person":{"id":3}}"#,
            r#"{"get-view":{"tab":7}}"#,
            r#"{"set-policy":{"id":"i"}}"#,
            r#"{"set-own-policy":{"file":"f","toml":"t"}}"#,
            r#"{"set-school":{"toml":"t"}}"#,
            r#"{"set-me":{"me":{"name":"n","bio":"b","class_age":9}}}"#,
            r#"{"set-class-mode":{"on":true}}"#,
            r#"{"pause-for":{"minutes":30}}"#,
            r#"{"import-roster":{"roster":{"people":{"pupils":2},"imported":"d","until":"u"}}}"#,
            r#"{"keep-roster-until":{"day":"d"}}"#,
            r#"{"wipe-roster":{}}"#,
            r#"{"forget":{"what":"marks"}}"#,
            r#"{"wipe-all":{}}"#,
            r#"{"dismiss-notice":{"id":"i"}}"#,
        ] {
            check(message, message);
        }
    }

    #[test]
    fn what_is_no_message_is_refused() {
        check("{}", "expected a name");
        check(r#"{"wipe-all":{},"hello":{"url":"u"}}"#, "expected one name alone");
        check(r#"{"wipe-all":{"now":true}}"#, "unknown field `now`, there are no fields");
        check(r#"{"hello":{}}"#, "missing field `url`");
        check(r#"{"set-policy":{"id":null}}"#, "invalid type: null, expected a string");
        let unknown = json::read::<ToBackground>(r#"{"explode":{}}"#).expect_err("no message").message;
        assert!(unknown.starts_with("unknown variant `explode`"), "{unknown}");
    }
}

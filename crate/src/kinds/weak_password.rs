//! weak-password: a new password below the policy's rule, soon guessed, or made of names that everybody knows.

use super::{Ask, Found, Proof, Report};
use crate::guess;
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "st-albans",
    flags: &[
        r#"{"moment":"password","text":"Ab1!xyz"}"#,
        r#"{"moment":"password","text":"kvormtzqplwd"}"#,
        r#"{"moment":"password","text":"Password123!"}"#,
        r#"{"moment":"password","text":"P@ssw0rd2026"}"#,
        r#"{"moment":"password","text":"Larkfield#94xq"}"#,
        r#"{"moment":"password","text":"Khan&84tz!ke","author":{"name":"Aisha Khan"}}"#,
        r#"{"moment":"password","text":"Qwerty12!"}"#,
        r#"{"policy":"maltby","moment":"password","text":"letmein"}"#,
        r#"{"policy":"maltby","moment":"password","text":"sunshine1"}"#,
        r#"{"policy":"maltby","moment":"password","text":"19/05/1984"}"#,
        r#"{"policy":"west-midlands","moment":"password","text":"Vx7#giraffe!91"}"#,
        r#"{"policy":"west-midlands","moment":"password","text":"vx7kq92m"}"#,
    ],
    passes: &[
        r#"{"moment":"password","text":"vK9#tq!Lr2z"}"#,
        r#"{"moment":"password","text":"Tangle-Ochre-Biscuit-72"}"#,
        r#"{"policy":"maltby","moment":"password","text":"tangle ochre biscuit lamp"}"#,
        r#"{"policy":"maltby","moment":"password","text":"zvq7mk2wptr"}"#,
        r#"{"policy":"west-midlands","moment":"password","text":"vx7#kq92!m"}"#,
        r#"{"moment":"password","text":"Tz9#andq!Lr2z"}"#,
        r#"{"policy":"durrington","moment":"password","text":"password"}"#,
        r#"{"moment":"password","text":""}"#,
    ],
};

/// Reports the first thing that is wrong with a password; the password itself is never shown.
pub fn check(ask: &Ask, report: &mut Report) {
    let password = ask.act.text.as_str();
    if password.is_empty() {
        return;
    }
    if let Some(why) = falls_short(ask, password).or_else(|| is_told(ask, password)) {
        report.add(Found::new(Severity::Warn, say("password.heading", &[]), why));
    }
}

/// What the clause asks for and the password has not.
fn falls_short(ask: &Ask, password: &str) -> Option<String> {
    let with = &ask.clause.with;
    if let Some(least) = with.min_length.filter(|least| password.chars().count() < *least as usize) {
        return Some(say("password.why-short", &[("least", &least.to_string())]));
    }
    let has = |class: &str| {
        password.chars().any(|c| match class {
            "upper" => c.is_uppercase(),
            "lower" => c.is_lowercase(),
            "letter" => c.is_alphabetic(),
            "digit" => c.is_numeric(),
            _ => !c.is_alphanumeric(),
        })
    };
    let lacks = with.needs.iter().find(|class| !has(class))?;
    let what = match lacks.as_str() {
        "upper" => say("password.upper", &[]),
        "lower" => say("password.lower", &[]),
        "letter" => say("password.letter", &[]),
        "digit" => say("password.digit", &[]),
        _ => say("password.symbol", &[]),
    };
    Some(say("password.why-lacks", &[("what", &what)]))
}

/// The parts of the person's and the school's names that make a password easy. Short words of long names, "and" or "the", stand in many a
/// password; a short name that is the school's whole one, "LFA", does not.
fn names(ask: &Ask) -> Vec<String> {
    let mut all = ask.context.school.names();
    let school = all.len();
    all.extend(ask.act.author.name.as_deref());
    let mut found = Vec::new();
    for (at, name) in all.into_iter().enumerate() {
        let least = if at < school && name.contains(' ') { 4 } else { 3 };
        for part in name.split(|c: char| !c.is_alphanumeric()) {
            found.push(guess::plain(part));
            found.pop_if(|part| part.len() < least || COMMON.contains(&part.as_str()));
        }
    }
    found
}

/// Words of many schools' names, which tell nobody which it is.
const COMMON: &[&str] = &["academy", "school", "trust", "learning", "primary", "college", "high", "saint", "church"];

/// What somebody who tries has at hand: names, words of the dictionary, and whatever is soon gone through.
fn is_told(ask: &Ask, password: &str) -> Option<String> {
    let plain = guess::plain(password);
    if names(ask).iter().any(|name| plain.contains(name)) {
        return Some(say("password.why-name", &[]));
    }
    if ask.clause.with.no_dictionary_word && guess::has_word(password) {
        return Some(say("password.why-word", &[]));
    }
    guess::is_soon_guessed(password).then(|| say("password.why-guessed", &[]))
}

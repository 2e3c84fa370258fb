//! What a mail is about, and whether a program sent it.

use super::address;
use crate::act::Mail;

/// A subject without reply and forward prefixes (English, German, Scandinavian, French, Spanish, Polish,
/// Welsh, Dutch, Italian …), list tags, counters and differences of case and space.
pub fn topic(subject: &str) -> String {
    const PREFIXES: &[&str] = &[
        "re", "fw", "fwd", "aw", "wg", "sv", "vs", "vb", "tr", "rv", "rif", "odp", "pd", "antw", "doorst", "res", "enc", "ynt", "atb",
        "ymlaen", "r", "i", "ré", "réf", "reminder",
    ];
    let mut rest = subject.trim();
    loop {
        let before = rest;
        if let Some(tagged) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            rest = tagged.1.trim_start();
        }
        if let Some((head, tail)) = rest.split_once([':', '：']) {
            let head =
                head.trim().trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '(' | ')' | '^')).to_lowercase();
            if PREFIXES.contains(&head.as_str()) {
                rest = tail.trim_start();
            }
        }
        if rest == before {
            break;
        }
    }
    rest.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether a program sent a mail: marked so, or an out-of-office, receipt, bounce, calendar notice, list or bulletin by sender or subject.
pub fn is_automatic(mail: &Mail) -> bool {
    mail.auto == Some(true)
        || is_machine(&address(mail.from.as_deref().unwrap_or_default()))
        || is_notice(mail.subject.as_deref().unwrap_or_default())
        || mail.body.as_deref().is_some_and(answers_by_itself)
}

/// Whether a body opens as programs answer: away, delivered, read, bounced.
fn answers_by_itself(body: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "i am currently out of",
        "i am out of",
        "i'm currently out of",
        "i'm out of the office",
        "i am now on annual leave",
        "i am on annual leave",
        "i'm on annual leave",
        "i am on maternity leave",
        "i am away from",
        "i am currently away",
        "thank you for your email. i am",
        "thank you for your email. i'm",
        "thank you for your message. i am",
        "this is an automat",
        "this is an auto",
        "this message was created automatically",
        "automatic reply",
        "automated response",
        "auto-reply",
        "your message was read",
        "your message was deleted",
        "your message has been delivered",
        "your message couldn't be delivered",
        "your message could not be delivered",
        "your message wasn't delivered",
        "delivery has failed",
        "delivery to the following",
        "the following message to",
        "the original message was received at",
        "this is the mail system",
        "yr wyf allan o'r swyddfa",
        "rwyf allan o'r swyddfa",
    ];
    let opening: String =
        body.trim_start().chars().take(60).flat_map(char::to_lowercase).map(|c| if c == '\u{2019}' { '\'' } else { c }).collect();
    OPENINGS.iter().any(|known| opening.starts_with(known))
}

/// Whether an address belongs to a program or a list rather than to a person or office.
pub fn is_machine(address: &str) -> bool {
    const EXACT: &[&str] = &[
        "mailer-daemon",
        "postmaster",
        "newsletter",
        "newsletters",
        "bulletin",
        "bulletins",
        "notifications",
        "notification",
        "notify",
        "alerts",
        "alert",
        "updates",
        "calendar-notification",
        "bounce",
        "bounces",
        "announce",
        "announcements",
        "digest",
    ];
    let local = address.split('@').next().unwrap_or_default();
    let plain: String = local.chars().filter(|c| c.is_alphanumeric()).collect();
    EXACT.contains(&local)
        || plain.contains("noreply")
        || plain.contains("donotreply")
        || plain.contains("allstaff")
        || plain.contains("staffall")
        || local.ends_with("-list")
        || local.ends_with("-bounces")
}

/// Whether a subject is that of an automatic mail.
pub fn is_notice(subject: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "automatic reply",
        "auto reply",
        "auto-reply",
        "autoreply",
        "out of office",
        "out-of-office",
        "ooo:",
        "away from",
        "automatische antwort",
        "abwesenheit",
        "réponse automatique",
        "read:",
        "read receipt",
        "not read:",
        "delivery status",
        "delivery has failed",
        "undeliverable",
        "undelivered",
        "mail delivery",
        "returned mail",
        "delivery failure",
        "failure notice",
        "accepted:",
        "declined:",
        "tentative:",
        "tentatively accepted",
        "invitation:",
        "updated invitation",
        "canceled:",
        "cancelled:",
        "canceled event",
        "cancelled event",
        "ateb awtomatig",
    ];
    let subject = subject.trim().to_lowercase();
    BEGINNINGS.iter().any(|beginning| subject.starts_with(beginning))
}

//! Mail: addresses, topics, automatic senders, and the mails that one body holds.

use crate::act::{Act, Mail};

/// The address in `Name <a@b>` or a bare one, in lower case; empty when there is none.
pub fn address(written: &str) -> String {
    let inner = written.rsplit_once('<').map_or(written, |(_, rest)| rest.split('>').next().unwrap_or(rest));
    inner.trim().trim_matches(['"', '\'', ',', ';']).to_lowercase()
}

/// The display name in `Name <a@b>`; empty when there is none.
pub fn display_name(written: &str) -> &str {
    written.rsplit_once('<').map_or("", |(name, _)| name).trim().trim_matches(['"', '\'']).trim()
}

/// The addresses of everyone a mail goes to, in lower case.
pub fn recipients(act: &Act) -> Vec<String> {
    act.to.iter().chain(&act.cc).chain(&act.bcc).map(|written| address(written)).filter(|address| !address.is_empty()).collect()
}

/// A subject without reply and forward prefixes (English, German, Scandinavian, French, Spanish, Polish,
/// Welsh, Dutch, Italian …), list tags, counters and differences of case and space.
pub fn topic(subject: &str) -> String {
    const PREFIXES: &[&str] = &[
        "re", "fw", "fwd", "aw", "wg", "sv", "vs", "vb", "tr", "rv", "rif", "odp", "pd", "antw", "doorst", "res", "enc", "ynt", "atb",
        "ymlaen", "r", "i", "ré", "réf",
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
        "reminder:",
        "ateb awtomatig",
    ];
    let subject = subject.trim().to_lowercase();
    BEGINNINGS.iter().any(|beginning| subject.starts_with(beginning))
}

/// A mail body, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body<'a> {
    /// The newest part, without quotes and signature.
    pub top: &'a str,
    /// How many mails the text holds, the newest included.
    pub messages: usize,
    /// The line that introduces each quoted mail (who and when), where there is one.
    pub introductions: Vec<&'a str>,
}

/// Takes a mail body apart into its newest part and the mails it quotes.
pub fn split(body: &str) -> Body<'_> {
    let lines = lines(body);
    let mut introductions = Vec::new();
    let (mut first, mut depth, mut at) = (None, 0, 0);
    while at < lines.len() {
        let line = &lines[at];
        depth = depth.max(line.depth);
        let taken = introduction(&lines, at);
        if taken > 0 {
            introductions.push(line.text.trim());
        }
        if taken > 0 || line.depth > 0 {
            first = first.or(Some(line.start));
        }
        at += taken.max(1);
    }
    let top = &body[..first.unwrap_or(body.len())];
    Body { top: without_signature(top), messages: 1 + introductions.len().max(depth), introductions }
}

struct Line<'a> {
    start: usize,
    depth: usize,
    text: &'a str,
}

/// Lines with their place and quote depth.
fn lines(body: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    body.split_inclusive('\n')
        .map(|whole| {
            let mut text = whole.trim_start_matches(' ');
            let mut depth = 0;
            while let Some(rest) = text.strip_prefix('>') {
                depth += 1;
                text = rest.strip_prefix(' ').unwrap_or(rest);
            }
            let line = Line { start, depth, text: text.trim_end() };
            start += whole.len();
            line
        })
        .collect()
}

/// How many lines from `at` introduce a quoted mail; 0 when none does.
fn introduction(lines: &[Line], at: usize) -> usize {
    let line = lines[at].text.trim();
    if is_rule(line) {
        // The header block below a rule belongs to the same mail.
        let below = lines[at + 1..]
            .iter()
            .position(|line| !line.text.trim().is_empty())
            .map_or(0, |skip| header_block(lines, at + 1 + skip).map_or(0, |taken| taken + skip));
        let bare = line.trim_matches('_').is_empty();
        return if bare && below == 0 { 0 } else { 1 + below };
    }
    if let Some(taken) = header_block(lines, at) {
        return taken;
    }
    if is_attribution(line) {
        return 1;
    }
    // Clients fold long attributions over two or three lines.
    let mut joined = line.to_owned();
    for (taken, next) in lines[at + 1..].iter().take(2).enumerate() {
        if !begins_attribution(line) || next.text.trim().is_empty() {
            return 0;
        }
        joined = format!("{joined} {}", next.text.trim());
        if is_attribution(&joined) {
            return taken + 2;
        }
    }
    0
}

/// `-----Original Message-----` and its relatives, or a long rule.
fn is_rule(line: &str) -> bool {
    const TITLES: &[&str] = &[
        "original message",
        "forwarded message",
        "original appointment",
        "ursprüngliche nachricht",
        "message d'origine",
        "message transféré",
        "wiadomość oryginalna",
        "mensaje original",
        "messaggio originale",
        "oorspronkelijk bericht",
        "neges wreiddiol",
        "reply message",
        "forwarded by",
    ];
    let bare = line.trim_matches(['-', '_', ' ', '=', '*']).to_lowercase();
    let dashed = line.starts_with("--") || line.starts_with("==");
    (dashed && TITLES.iter().any(|title| bare.starts_with(title)))
        || bare == "begin forwarded message:"
        || (line.len() >= 20 && line.trim_matches('_').is_empty())
}

/// Openings of attribution lines, and the words that close them.
const ATTRIBUTIONS: &[(&str, &[&str])] = &[
    ("on ", &["wrote:", "writes:", "said:", "wrote on", "wrote :"]),
    ("am ", &["schrieb", "geschrieben:"]),
    ("le ", &["a écrit"]),
    ("el ", &["escribió:"]),
    ("w dniu ", &["napisał", "pisze"]),
    ("dnia ", &["napisał"]),
    ("il ", &["ha scritto:"]),
    ("op ", &["schreef", "het volgende geschreven"]),
    ("em ", &["escreveu:"]),
    ("ar ", &["ysgrifennodd", "ysgrifenodd"]),
    ("den ", &["skrev"]),
];

fn begins_attribution(line: &str) -> bool {
    let lower = line.to_lowercase();
    ATTRIBUTIONS.iter().any(|(opening, _)| lower.starts_with(opening)) && line.len() < 200
}

fn is_attribution(line: &str) -> bool {
    let lower = line.to_lowercase();
    let closed = lower.ends_with(':');
    let dated = lower.chars().any(|c| c.is_ascii_digit());
    let known =
        ATTRIBUTIONS.iter().any(|(opening, closings)| lower.starts_with(opening) && closings.iter().any(|closing| lower.contains(closing)));
    let plain = lower.ends_with(" wrote:") && (lower.contains('@') || lower.split_whitespace().count() <= 6);
    line.len() < 400 && closed && ((known && dated) || plain)
}

/// Header names of quoted mails, in the languages of common clients.
const FROM: &[&str] = &["from:", "von:", "de:", "od:", "da:", "van:", "oddi wrth:", "från:"];
const OTHER: &[&str] = &[
    "sent:",
    "date:",
    "to:",
    "cc:",
    "subject:",
    "gesendet:",
    "datum:",
    "an:",
    "betreff:",
    "envoyé:",
    "envoyé :",
    "à:",
    "objet:",
    "wysłano:",
    "data:",
    "do:",
    "temat:",
    "enviado:",
    "para:",
    "asunto:",
    "anfonwyd:",
    "at:",
    "pwnc:",
    "verzonden:",
    "aan:",
    "onderwerp:",
    "inviato:",
    "a:",
    "oggetto:",
    "skickat:",
    "till:",
    "ämne:",
];

/// Lines of a header block that begins at `at`, with its name, date and subject.
fn header_block(lines: &[Line], at: usize) -> Option<usize> {
    let is_one_of = |line: &Line, names: &[&str]| {
        let lower = line.text.trim().trim_start_matches('*').to_lowercase();
        names.iter().any(|name| lower.starts_with(name))
    };
    if !is_one_of(lines.get(at)?, FROM) {
        return None;
    }
    let taken = lines[at + 1..].iter().take(7).take_while(|line| !line.text.trim().is_empty()).count();
    let others = lines[at + 1..=at + taken].iter().filter(|line| is_one_of(line, OTHER)).count();
    (others >= 2).then_some(1 + taken)
}

/// A text up to its signature.
fn without_signature(text: &str) -> &str {
    const CLOSINGS: &[&str] = &["sent from my ", "sent from outlook", "get outlook for", "sent via "];
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\r', '\n']);
        if bare == "-- " || bare == "--" || CLOSINGS.iter().any(|closing| bare.to_lowercase().starts_with(closing)) {
            return text[..start].trim_end();
        }
        start += line.len();
    }
    text.trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics() {
        for (subject, expected) in [
            ("Re: Trip money", "trip money"),
            ("RE: FW: [Year 9] AW: Trip  Money", "trip money"),
            ("SV: Re[2]: Trip money", "trip money"),
            ("Antw: Odp: trip money", "trip money"),
            ("Question: trip money", "question: trip money"),
            ("", ""),
            ("Re:", ""),
        ] {
            assert_eq!(topic(subject), expected, "{subject:?}");
        }
    }

    #[test]
    fn addresses() {
        for (written, bare, name) in [
            ("Chris Parent <Chris@Home.Test>", "chris@home.test", "Chris Parent"),
            ("a@b.c", "a@b.c", ""),
            ("\"Lee, Al\" <a@b>", "a@b", "Lee, Al"),
            ("", "", ""),
            ("<", "", ""),
        ] {
            assert_eq!((address(written).as_str(), display_name(written)), (bare, name), "{written:?}");
        }
    }

    #[test]
    fn bodies() {
        #[track_caller]
        fn check(body: &str, messages: usize, top: &str) {
            let found = split(body);
            assert_eq!((found.messages, found.top), (messages, top), "{body:?}");
        }
        check("Thanks.", 1, "Thanks.");
        check(
            "Thanks.\n\nOn 2026-11-12 10:00, Chris Parent wrote:\n> No.\n>\n> On 2026-11-11 09:00, Ms Jones wrote:\n>> Yes?\n",
            3,
            "Thanks.",
        );
        check("Thanks\n-- \nMs Jones\n", 1, "Thanks");
        check("Hi\n\nOn Tue, 10 Nov 2026 at 12:00, A very long name of a parent\n<parent@home.test> wrote:\n\n> x\n", 2, "Hi");
        check("Hi\n\n-----Original Message-----\nFrom: A\nSent: Monday\nTo: B\nSubject: C\n\nText\n", 2, "Hi");
        check(
            "Hi\n\nFrom: A <a@b>\nSent: 1 May\nTo: B\nSubject: C\n\nText\n\nFrom: B\nSent: 30 April\nTo: A\nSubject: C\n\nFirst\n",
            3,
            "Hi",
        );
        check("Hi\n________________________________\nFrom: A\nSent: Monday\nTo: B\n\nText", 2, "Hi");
        check("Hi\n> one\n>> two\n", 3, "Hi");
        check("From: the desk of me\nno block here", 1, "From: the desk of me\nno block here");
        check("Ok\nSent from my iPhone\n", 1, "Ok");
        check("", 1, "");
    }
}

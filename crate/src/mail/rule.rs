//! Rules between two mails: `-----Original Message-----`, "Forwarded by Pat", and their relatives.

use super::quote::{Line, is_dated, is_timed};

/// `-----Original Message-----` and its relatives, or "Forwarded by Pat on 5 May", which may be folded.
pub fn rule(lines: &[Line], at: usize) -> Option<usize> {
    let line = lines[at].text;
    if lines[at].raw.trim_start().starts_with(">>>") {
        return groupwise(lines, at);
    }
    let dashed = line.len() > 6 && line.bytes().take_while(|b| b"-_=*~#+ ".contains(b)).count() >= 2;
    let opener = matches!(line.as_bytes()[0] | 32, b'b' | b'f' | b'<');
    if !(dashed || opener) || line.len() > 300 {
        return None;
    }
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric() && c != ')').to_lowercase();
    let forwarded = bare.starts_with("forwarded by") && (dashed || is_dated(line));
    let named = (dashed || line.starts_with('<')) && TITLES.iter().any(|title| bare.starts_with(title));
    let found = forwarded || named || (dashed && is_framed(line, &bare)) || bare.starts_with("begin forwarded message");
    found.then(|| 1 + folded_rule(lines, at, dashed))
}

/// GroupWise: `>>> Pat Ray <pat@home.example> 05/11/01 03:12PM >>>`, which may be folded.
fn groupwise(lines: &[Line], at: usize) -> Option<usize> {
    let closed = |line: &Line| line.raw.trim_end().ends_with(">>>") && is_timed(line.text);
    if closed(&lines[at]) {
        return Some(1);
    }
    lines.get(at + 1).is_some_and(|next| next.depth == 0 && closed(next)).then_some(2)
}

/// `---- Pat Ray wrote ----`, `-----Any Message-----`: dashes about a few words of which the last says what it is.
fn is_framed(line: &str, bare: &str) -> bool {
    const LAST: &[&str] = &[
        "wrote",
        "message",
        "email",
        "nachricht",
        "wiadomość",
        "mensaje",
        "mensagem",
        "bericht",
        "messaggio",
        "meddelande",
        "meddelelse",
        "melding",
        "neges",
        "viesti",
    ];
    line.ends_with("--") && bare.split_whitespace().count() <= 10 && bare.rsplit(' ').next().is_some_and(|last| LAST.contains(&last))
}

/// Titles of the rules between two mails.
const TITLES: &[&str] = &[
    "original message",
    "original appointment",
    "original-nachricht",
    "originalnachricht",
    "forwarded message",
    "forwarded by",
    "forwarded email",
    "forwarded mail",
    "forwarded with",
    "forward header",
    "inline attachment follows",
    "reply separator",
    "reply message",
    "replied message",
    "reply above this line",
    "ursprüngliche",
    "weitergeleitete",
    "message d'origine",
    "message d’origine",
    "message original",
    "message initial",
    "message transféré",
    "mensaje original",
    "mensaje reenviado",
    "mensagem original",
    "mensagem encaminhada",
    "messaggio originale",
    "messaggio inoltrato",
    "oorspronkelijk bericht",
    "doorgestuurd bericht",
    "origineel bericht",
    "wiadomość oryginalna",
    "oryginalna wiadomość",
    "treść oryginalnej wiadomości",
    "treść przekazanej wiadomości",
    "przekazana wiadomość",
    "wiadomość przekazana",
    "neges wreiddiol",
    "neges a anfonwyd ymlaen",
    "ursprungligt meddelande",
    "vidarebefordrat meddelande",
    "oprindelig meddelelse",
    "original besked",
    "videresendt",
    "opprinnelig melding",
    "original melding",
    "alkuperäinen viesti",
    "původní zpráva",
    "eredeti üzenet",
    "mesaj original",
    "orijinal mesaj",
    "исходное сообщение",
    "пересылаемое сообщение",
    "邮件原件",
    "原始邮件",
];

/// Further lines of a rule that a client has folded: up to the one that closes it with dashes.
fn folded_rule(lines: &[Line], at: usize, dashed: bool) -> usize {
    if !dashed || lines[at].text.ends_with("--") {
        return 0;
    }
    let closing = lines[at + 1..].iter().take(2).take_while(|line| !line.text.is_empty()).position(|line| line.text.ends_with("--"));
    closing.map_or(0, |line| line + 1)
}

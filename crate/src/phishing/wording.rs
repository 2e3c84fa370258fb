//! What a mail asks, promises and threatens, how it greets, and how it is spelt.

use super::sender::is_pictured;
use super::{Letter, Seen, Sign};
use crate::phrase::Phrases;
use crate::text::{Text, is_ignorable};
use crate::words::say;
use std::sync::LazyLock;

/// Macros of the rows.
const MACROS: &[(&str, &str)] = &[
    (
        "account",
        "account|accounts|mailbox|mail box|email|e mail|webmail|wallet|profile|identity|card|billing|payment|membership|subscription|apple id|device|storage|inbox|assets|funds|tokens|coins|crypto",
    ),
    (
        "confirm",
        "verify|confirm|validate|re confirm|reconfirm|revalidate|re validate|authenticate|reactivate|re activate|restore|recover|unlock|secure|update|review|upgrade",
    ),
    (
        "gift",
        "(gift|amazon|steam|apple|itunes|google play|argos|tesco|one4all|love2shop|razer|xbox|ebay|vanilla|m s|john lewis) (gift)? (card|cards|voucher|vouchers|e vouchers)",
    ),
    (
        "secret",
        "password|passwords|passcode|pin|pin number|cvv|card number|card details|bank details|bank information|banking details|account details|account number|sort code|bank account|national insurance number|ni number|security code|seed phrase|recovery phrase|secret phrase|private key|12 word phrase|24 word phrase|login details|log in details|login credentials|credentials|username and password|social security number",
    ),
    ("cash", "million|millions|billion|usd|us dollars|united states dollars|dollars|euros|pounds|gbp|eur|us"),
    (
        "coin",
        "bitcoin|bitcoins|btc|eth|ethereum|usdt|usdc|xrp|crypto|cryptocurrency|nft|nfts|token|tokens|defi|binance|busd|steth|xlm|solana|staking|airdrop|airdrops",
    ),
];

/// What tells: a sign, how much, and the words.
struct Row {
    sign: Sign,
    weight: u8,
    /// A payment that was taken: one such line is in every receipt.
    paid: bool,
}

static SET: LazyLock<Phrases<Row>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let (head, pattern) = line.split_once(' ')?;
        let (letter, weight) = (head.get(..1)?, head.get(1..)?.parse().ok()?);
        let sign = match letter {
            "C" => Sign::Credentials,
            "M" | "P" => Sign::Money,
            "U" => Sign::Urgency,
            "T" => Sign::Tone,
            _ => Sign::Spelling,
        };
        Some((Row { sign, weight, paid: letter == "P" }, pattern))
    };
    Phrases::new(include_str!(concat!(env!("OUT_DIR"), "/phishing.txt")).lines().filter_map(row), MACROS)
});

/// What each sign of wording is called.
fn message(sign: Sign, words: &str) -> String {
    let what = [("what", words)];
    match sign {
        Sign::Credentials => say("phishing.credentials", &what),
        Sign::Money => say("phishing.money", &what),
        Sign::Urgency => say("phishing.urgency", &what),
        Sign::Tone => say("phishing.tone", &what),
        _ => say("phishing.spelling", &what),
    }
}

/// How far into a mail, in bytes, weak words are taken for signs: in a long one they turn up by chance.
const FAR: usize = 3_000;

/// A row that was met, and the words.
type Met = (&'static Row, String);

/// Signs in the words of subject and text. In a mail whose links all go home to its sender, ordinary words of trade tell nothing.
pub fn signs(letter: &Letter, at_home: bool) -> Vec<Seen> {
    let subject = letter.lexicon.read(letter.act.subject.as_deref().unwrap_or_default());
    let mut met: Vec<Met> = Vec::new();
    for text in [&subject, letter.text] {
        for found in SET.find(text) {
            let at = text.span(&found.words).start;
            let counts = found.tag.weight > 1
                || std::ptr::eq(text, &raw const subject)
                || (at < FAR && (letter.body.own.is_empty() || letter.body.is_own(at)));
            let words = text.written(&found.words).to_lowercase();
            if counts && met.len() < 40 && !met.iter().any(|(row, other)| std::ptr::eq(*row, found.tag) && *other == words) {
                met.push((found.tag, words));
            }
        }
    }
    let signs = [Sign::Credentials, Sign::Money, Sign::Urgency, Sign::Tone, Sign::Spelling];
    let mut seen: Vec<Seen> = signs.into_iter().filter_map(|sign| summed(sign, &met, at_home, letter.bulk)).collect();
    seen.extend(
        [subject.raw, letter.text.raw].into_iter().find_map(offered).map(|sum| Seen::new(Sign::Money, 2, message(Sign::Money, sum))),
    );
    seen.extend(disguised(letter, &subject));
    if is_addressed(first(&letter.act.text, 200)) || is_addressed(subject.raw) {
        seen.push(Seen::new(Sign::Tone, 1, say("phishing.addressed", &[])));
    } else if !at_home && is_shouted(subject.raw) {
        seen.push(Seen::new(Sign::Tone, 1, say("phishing.shouting", &[("what", subject.raw)])));
    }
    seen
}

/// Whether a greeting names a mail address: "Dear pat@home.example", "pat@home.example, please confirm".
fn is_addressed(text: &str) -> bool {
    let mut before = String::from("dear");
    for (at, word) in text.split_whitespace().take(30).enumerate() {
        let greeted = matches!(before.as_str(), "dear" | "hi" | "hello" | "hey" | "attention" | "attn" | "congrats" | "congratulations");
        if greeted && word.contains('@') && !word.starts_with('@') && (at > 0 || word.ends_with([',', '!', ':', '-'])) {
            return true;
        }
        before = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    }
    false
}

/// Whether a subject is in capitals throughout, and long enough to be no abbreviation.
fn is_shouted(subject: &str) -> bool {
    let letters = subject.chars().filter(|c| c.is_alphabetic()).count();
    letters > 14 && subject.split_whitespace().count() > 2 && !subject.chars().any(char::is_lowercase)
}

static BULK: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(unsubscribe|unsubscribing|opt out|opting out|remove yourself|manage ..2 (preferences|subscription|subscriptions)|email preferences)",
        "no longer wish ..4 (receive|receiving)",
    ];
    Phrases::new(rows.map(|row| ((), row)), &[])
});

/// Whether a mail says how to leave its list, as newsletters do.
pub fn is_bulk(text: &Text) -> bool {
    BULK.is_in(text)
}

/// The rows of one sign taken together. Newsletters hurry, greet and reward everybody: there it takes more.
fn summed(sign: Sign, met: &[Met], at_home: bool, bulk: bool) -> Option<Seen> {
    let of_sign = || met.iter().filter(|(row, _)| row.sign == sign);
    let (first, words) = of_sign().max_by_key(|(row, _)| row.weight)?;
    let strongest = first.weight;
    let paid = of_sign().filter(|(row, _)| row.paid).count();
    let asked = of_sign().filter(|(row, _)| !row.paid).map(|(row, _)| row.weight).fold(0, u8::saturating_add);
    let sum = asked.saturating_add(u8::from(paid > 0) + u8::from(paid > 2));
    // A mail that is at home nowhere else may ask for a login, and newsletters hurry, greet and reward everybody.
    let weight = match sign {
        _ if at_home => strongest - 1,
        Sign::Credentials | Sign::Money if bulk && strongest < 2 => sum.saturating_sub(1).min(2),
        Sign::Credentials | Sign::Money => sum.min(2),
        _ if bulk && strongest < 2 => 0,
        _ => strongest,
    };
    (weight > 0).then(|| Seen::new(sign, weight, message(sign, &words.chars().take(60).collect::<String>())))
}

/// A sum held out with a plus: `+$4,811`, `+17,794$`.
fn offered(text: &str) -> Option<&str> {
    text.match_indices('+').take(50).find_map(|(at, _)| {
        let sum = text[at..].split(char::is_whitespace).next()?;
        let rest = sum.strip_prefix('+')?;
        let figures = rest.bytes().filter(u8::is_ascii_digit).count();
        let money = rest.starts_with(['$', '£', '€']) || rest.trim_end_matches(['!', '.', ',']).ends_with(['$', '£', '€']);
        (money && figures > 2 && sum.len() < 16).then_some(sum)
    })
}

/// Words whose letters are put on to get past filters.
fn disguised(letter: &Letter, subject: &Text) -> Option<Seen> {
    let from = letter.act.from.as_deref().unwrap_or_default();
    let head: String = letter.act.text.chars().take(4_000).collect();
    let hidden = hidden_letters(&head) + hidden_letters(subject.raw) + hidden_letters(from);
    let pictured = subject.raw.chars().filter(|c| *c == '\u{fffd}' || matches!(u32::from(*c), 0x1_d400..=0x1_d7ff)).count();
    let dressed =
        [subject.raw, from, &head].iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).find(|word| is_disguised(word));
    let told = |weight, what: &str| Some(Seen::new(Sign::Spelling, weight, say("phishing.disguised", &[("what", what)])));
    match dressed {
        Some(word) => told(1 + u8::from(!word.is_ascii()), word),
        None if hidden >= 3 => told(2, "…"),
        None if pictured >= 3 || head.chars().filter(|c| is_pictured(*c)).count() > 40 => told(1, "…"),
        None => None,
    }
}

/// How often something invisible stands between two letters.
fn hidden_letters(text: &str) -> usize {
    let mut count = 0;
    let mut before = [' ', ' '];
    for c in text.chars() {
        count += usize::from(before[0].is_ascii_alphabetic() && is_ignorable(before[1]) && c.is_ascii_alphabetic());
        before = [before[1], c];
    }
    count
}

/// Whether a word mixes alphabets, or has a figure or letter that only looks right: `B0NUS`, `VlAGRA`, `WerfeI`.
fn is_disguised(word: &str) -> bool {
    let count = |of: fn(char) -> bool| word.chars().filter(|&c| of(c)).count();
    let (latin, foreign) = (count(|c| c.is_ascii_alphabetic()), count(|c| matches!(u32::from(c), 0x370..=0x52f)));
    if latin >= 2 && foreign >= 1 {
        return true;
    }
    let upper = count(|c| c.is_ascii_uppercase());
    let bytes = word.as_bytes();
    let inside = |odd: u8| bytes.windows(3).any(|three| three[1] == odd && three[0].is_ascii_uppercase() && three[2].is_ascii_uppercase());
    let zero = inside(b'0') && upper >= 3 && upper + 1 == word.len() || inside(b'l') && upper >= 3 && upper + 2 >= word.len();
    let capital = word.len() > 4 && word.ends_with('I') && word[..word.len() - 1].bytes().skip(1).all(|b| b.is_ascii_lowercase());
    zero || capital
}

/// The first `bytes` of a text, or one to three fewer where a character would be cut.
fn first(text: &str, bytes: usize) -> &str {
    (bytes.saturating_sub(3)..=bytes.min(text.len())).rev().find_map(|end| text.get(..end)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disguises() {
        for word in ["B0NUS", "VlAGRA", "WerfeI", "Αirdrop", "раypal"] {
            assert!(is_disguised(word), "{word}");
        }
        for word in ["BONUS", "Viagra", "A10", "Y10", "McDonald", "WiFi", "H2O", "COVID", "Привет", "Ελλάδα", "", "GCSEs", "AI"]
        {
            assert!(!is_disguised(word), "{word}");
        }
    }
}

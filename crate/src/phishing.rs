//! Signs of phishing in a mail being read: who sends it, where its links go, what it asks and how it is written.

mod brands;
mod links;
mod sender;
mod wording;

use crate::act::Act;
use crate::kinds::Ask;
use crate::lexicon::Lexicon;
use crate::mail::Body;
use crate::order;
use crate::roster::Roster;
use crate::school::School;
use crate::text::Text;
use crate::words::say;

/// A kind of sign, in the order in which signs are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// A domain made to be taken for another.
    LookAlike,
    /// The sender's name and address do not fit.
    Mismatch,
    /// A link that hides where it goes.
    Link,
    /// A file that may do harm.
    Attachment,
    /// It asks for passwords or details of accounts.
    Credentials,
    /// It asks for money or promises it.
    Money,
    /// It hurries or threatens.
    Urgency,
    /// It greets as nobody does who knows the reader, or writes in an unfamiliar tone.
    Tone,
    /// Misspelt or disguised words.
    Spelling,
    /// An address that looks made up or made for one mailing.
    Sender,
}

/// A sign that was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Which.
    pub sign: Sign,
    /// 2 for a strong sign, 1 for a weak one.
    pub weight: u8,
    /// The sign in words.
    pub says: String,
}

impl Seen {
    fn new(sign: Sign, weight: u8, says: String) -> Self {
        Self { sign, weight, says }
    }
}

/// What the signs are looked for in.
pub struct Letter<'a> {
    /// The mail.
    pub act: &'a Act,
    /// Its words.
    pub text: &'a Text<'a>,
    /// Its text taken apart.
    pub body: &'a Body<'a>,
    /// The reader's school.
    pub school: &'a School,
    /// Its people.
    pub roster: &'a Roster,
    /// Its words.
    pub lexicon: &'a Lexicon,
    /// Whether the mail says how to leave its list, as newsletters do.
    pub bulk: bool,
}

impl<'a> Letter<'a> {
    /// A mail, under what the reader is asked in.
    pub fn of(ask: &Ask<'a>) -> Self {
        let (context, lexicon) = (ask.context, ask.lexicon());
        Self {
            act: ask.act,
            text: ask.text,
            body: ask.mail(),
            school: context.school,
            roster: context.roster,
            lexicon,
            bulk: wording::is_bulk(ask.text),
        }
    }
}

/// The signs of a mail, gravest first, one of a kind; none when they are too few to tell of.
pub fn signs(letter: &Letter) -> Vec<Seen> {
    let from = sender::Sender::of(letter);
    let links = links::Links::of(letter, &from);
    let mut seen = from.signs(letter, &links.hosts());
    seen.extend(links.signs(letter, &from));
    seen.extend(attachments(letter.act));
    let at_home = links.are_the_senders && seen.is_empty();
    seen.extend(wording::signs(letter, at_home));
    order::by_key(&mut seen, |seen| (seen.sign, std::cmp::Reverse(seen.weight)));
    seen.dedup_by_key(|seen| seen.sign);
    if seen.iter().map(|seen| seen.weight).sum::<u8>() < needed(letter.act, &seen) { Vec::new() } else { seen }
}

/// How much the signs must weigh together. People hurry, misspell, and write to strangers: that alone is no sign where
/// there is nothing to click or open.
fn needed(act: &Act, seen: &[Seen]) -> u8 {
    let manner = |seen: &Seen| matches!(seen.sign, Sign::Urgency | Sign::Tone | Sign::Spelling);
    let weak = seen.iter().all(|seen| seen.weight < 2);
    let bare = act.links.is_empty() && act.attachments.is_empty();
    match () {
        () if weak && bare && seen.iter().all(manner) => u8::MAX,
        () if weak
            && seen.iter().any(|seen| seen.sign == Sign::Link)
            && seen.iter().all(|seen| manner(seen) || seen.sign == Sign::Link) =>
        {
            3
        }
        () => 2,
    }
}

/// Endings of files that run, or that open a page of their own.
const RISKY: &[&str] = &[
    "ace", "apk", "app", "bat", "cab", "chm", "cmd", "com", "cpl", "dll", "docm", "dotm", "eml", "exe", "gadget", "hta", "htm", "html",
    "img", "ins", "iso", "jar", "jnlp", "js", "jse", "lnk", "mht", "mhtml", "msc", "msi", "msp", "one", "pif", "potm", "ppam", "pptm",
    "ps1", "reg", "scf", "scr", "sct", "shb", "shtml", "svg", "url", "vb", "vbe", "vbs", "vhd", "vhdx", "wsc", "wsf", "wsh", "xhtml",
    "xlam", "xll", "xlsb", "xlsm", "xltm",
];

/// The first risky file.
fn attachments(act: &Act) -> Option<Seen> {
    let names = act.attachments.iter().filter_map(|file| file.name.as_deref());
    let risky = |name: &&str| {
        // "player.html.zip" holds what it says.
        let name = name.trim().to_ascii_lowercase();
        let name = name.trim_end_matches(".zip");
        name.rsplit_once('.').is_some_and(|(_, ending)| RISKY.binary_search(&ending).is_ok()) || name.contains(['\u{202e}', '\u{202d}'])
    };
    names.clone().find(risky).map(|name| Seen::new(Sign::Attachment, 2, say("phishing.attachment", &[("what", name)])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(RISKY.windows(2).all(|pair| pair[0] < pair[1]));
    }
}

//! An mbox as conversations: by References and In-Reply-To (RFC 5322, 3.6.4), else by topic and people.

use beforehand::mail;
use mail_parser::{Message, MessageParser, mailbox::mbox::MessageIterator};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Earlier mails of a topic that a reply without headers is compared with.
const MOST_EARLIER: usize = 50;

/// One conversation.
#[derive(Debug, Serialize)]
pub struct Conversation {
    subject: String,
    people: Vec<String>,
    exchanged: usize,
    ids: Vec<String>,
}

/// One mail of the mbox.
struct Letter {
    id: String,
    parents: Vec<String>,
    subject: String,
    sender: String,
    people: BTreeSet<String>,
    automatic: bool,
    listed: bool,
    date: i64,
}

/// The conversations of an mbox, in the order in which they begin.
pub fn conversations(bytes: &[u8]) -> Vec<Conversation> {
    let raw = MessageIterator::new(bytes).filter_map(Result::ok);
    let letters: Vec<Letter> = raw
        .enumerate()
        .filter_map(|(at, raw)| MessageParser::default().parse(raw.contents()).map(|message| letter(&message, at)))
        .collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_of: HashMap<usize, usize> = HashMap::new();
    let roots = roots(&letters);
    for (at, root) in roots.iter().enumerate() {
        let group = *group_of.entry(*root).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(at);
    }
    groups.iter().map(|group| conversation(&letters, group)).collect()
}

fn letter(message: &Message, at: usize) -> Letter {
    let mut parents = ids(message.header_raw("References").unwrap_or_default());
    let replied = ids(message.header_raw("In-Reply-To").unwrap_or_default());
    // Old programs write "Your message of Monday <id>" there, and names with addresses; References know better.
    if replied.len() == 1 || parents.is_empty() {
        parents.extend(replied);
    }
    let sender = message.from().and_then(|from| from.first()).and_then(|from| from.address()).unwrap_or_default().to_lowercase();
    let subject = message.subject().unwrap_or_default().to_owned();
    let mut people: BTreeSet<String> = [message.to(), message.cc()]
        .into_iter()
        .flatten()
        .flat_map(|list| list.iter())
        .filter_map(|one| one.address())
        .map(str::to_lowercase)
        .collect();
    people.insert(sender.clone());
    Letter {
        id: message.message_id().map_or_else(|| format!("no-id-{at}"), str::to_owned),
        parents,
        automatic: is_automatic(message, &sender),
        listed: is_listed(message),
        sender,
        subject,
        people,
        date: message.date().map_or(0, mail_parser::DateTime::to_timestamp),
    }
}

/// The `<ids>` in a header.
fn ids(header: &str) -> Vec<String> {
    let closed = header.split('<').skip(1).filter_map(|rest| rest.split_once('>'));
    closed.map(|(id, _)| id.split_whitespace().collect::<String>()).filter(|id| !id.is_empty()).collect()
}

/// Whether a mail came by a mailing list, where everybody has every mail and only the headers tell what it answers.
fn is_listed(message: &Message) -> bool {
    ["List-Id", "List-Post", "List-Unsubscribe", "Mailing-List", "X-Mailing-List"].iter().any(|name| message.header_raw(*name).is_some())
}

/// Whether a program answered; a list's mails are written by people.
fn is_automatic(message: &Message, sender: &str) -> bool {
    let marked =
        message.header_raw("Auto-Submitted").is_some_and(|value| value.trim() != "no") || message.header_raw("X-Autoreply").is_some();
    let bounced = ["mailer-daemon@", "postmaster@"].iter().any(|daemon| sender.starts_with(daemon));
    marked || bounced || mail::is_notice(message.subject().unwrap_or_default())
}

/// The first letter of each letter's conversation.
fn roots(letters: &[Letter]) -> Vec<usize> {
    let mut root: Vec<usize> = (0..letters.len()).collect();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (at, letter) in letters.iter().enumerate() {
        // Mails that name the same missing parent belong together too.
        for id in letter.parents.iter().chain([&letter.id]) {
            let other = *seen.entry(id).or_insert(at);
            join(&mut root, at, other);
        }
    }
    let mut topics: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, letter) in letters.iter().enumerate() {
        let topic = mail::topic(&letter.subject);
        if topic.is_empty() {
            continue;
        }
        let is_loose_reply = letter.parents.is_empty() && !letter.listed && letter.subject.trim().to_lowercase() != topic;
        let earlier = topics.entry(topic).or_default();
        let answered = earlier.iter().rev().take(MOST_EARLIER).find(|&&other| is_loose_reply && answers(letter, &letters[other]));
        if let Some(&other) = answered {
            join(&mut root, at, other);
        }
        earlier.push(at);
    }
    (0..letters.len()).map(|at| top(&root, at)).collect()
}

/// Whether a reply that names no parent goes from one who had the other mail to the one who sent it.
fn answers(letter: &Letter, other: &Letter) -> bool {
    letter.sender != other.sender && other.people.contains(&letter.sender) && letter.people.contains(&other.sender)
}

fn top(root: &[usize], mut at: usize) -> usize {
    while root[at] != at {
        at = root[at];
    }
    at
}

fn join(root: &mut [usize], one: usize, other: usize) {
    let (one, other) = (top(root, one), top(root, other));
    root[one.max(other)] = one.min(other);
}

fn conversation(letters: &[Letter], group: &[usize]) -> Conversation {
    let mut group: Vec<&Letter> = group.iter().map(|&at| &letters[at]).collect();
    group.sort_by_key(|letter| letter.date);
    // A mail kept twice, as sent and as received, is one.
    let mut known = HashSet::new();
    group.retain(|letter| known.insert(&letter.id));
    let people: BTreeSet<&String> = group.iter().flat_map(|letter| &letter.people).filter(|person| !person.is_empty()).collect();
    Conversation {
        subject: group.first().map(|letter| mail::topic(&letter.subject)).unwrap_or_default(),
        people: people.into_iter().cloned().collect(),
        exchanged: group.iter().filter(|letter| !letter.automatic).count(),
        ids: group.iter().map(|letter| letter.id.clone()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mails of `(headers, …)` as an mbox, and how many mails each conversation holds.
    #[track_caller]
    fn check(mails: &[&str], expected: &[usize]) {
        let mbox: String = mails
            .iter()
            .map(|headers| format!("From x Thu Jan  1 00:00:00 1970\nDate: Thu, 1 Jan 2026 00:00:00 +0000\n{headers}\n\nText\n\n"))
            .collect();
        let found: Vec<usize> = conversations(mbox.as_bytes()).iter().map(|conversation| conversation.ids.len()).collect();
        assert_eq!(found, expected, "{mbox}");
    }

    #[test]
    fn by_headers() {
        let first = "From: a@x\nTo: b@x\nSubject: Trip\nMessage-ID: <1@x>";
        check(&[first, "From: b@x\nTo: a@x\nSubject: Other\nMessage-ID: <2@x>\nIn-Reply-To: <1@x>"], &[2]);
        check(&[first, "From: b@x\nTo: a@x\nSubject: Other\nMessage-ID: <2@x>\nReferences: <0@x>\n <1@x>"], &[2]);
        check(&[first, "From: b@x\nTo: a@x\nSubject: Re: Trip\nMessage-ID: <2@x>\nIn-Reply-To: <0@x>"], &[1, 1]);
        let message = "From: b@x\nTo: a@x\nSubject: Re: Trip\nMessage-ID: <2@x>\nIn-Reply-To: Message from Al <a@x> of Monday <1@x>";
        check(&[first, message, first], &[2]);
    }

    #[test]
    fn by_subject_where_headers_are_missing() {
        let first = "From: a@x\nTo: b@x\nSubject: Trip\nMessage-ID: <1@x>";
        check(&[first, "From: b@x\nTo: a@x\nSubject: AW: trip\nMessage-ID: <2@x>"], &[2]);
        check(&[first, "From: b@x\nTo: a@x\nSubject: Trip\nMessage-ID: <2@x>"], &[1, 1]);
        check(&[first, "From: c@x\nTo: b@x\nSubject: Re: Trip\nMessage-ID: <2@x>"], &[1, 1]);
        let listed = "From: b@x\nTo: a@x\nSubject: Re: Trip\nMessage-ID: <2@x>\nList-Id: <list@x>";
        check(&[first, listed], &[1, 1]);
    }
}

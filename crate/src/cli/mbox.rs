//! An mbox as conversations: by References and In-Reply-To (RFC 5322, 3.6.4), else by topic and people.

use beforehand::{act::Mail, mail};
use mail_parser::{HeaderValue, Message, MessageParser, mailbox::mbox::MessageIterator};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

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
    people: BTreeSet<String>,
    automatic: bool,
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
    let ids = |value: &HeaderValue| -> Vec<String> {
        value.as_text_list().map_or_else(Vec::new, |ids| ids.iter().map(ToString::to_string).collect())
    };
    let mut parents = ids(message.references());
    parents.extend(ids(message.in_reply_to()));
    let sender = message.from().and_then(|from| from.first()).and_then(|from| from.address()).unwrap_or_default().to_lowercase();
    let subject = message.subject().unwrap_or_default().to_owned();
    let marked = ["Auto-Submitted", "X-Auto-Response-Suppress", "List-Unsubscribe"]
        .iter()
        .any(|name| message.header_raw(*name).is_some_and(|value| value.trim() != "no"));
    let mut people: BTreeSet<String> = [message.to(), message.cc()]
        .into_iter()
        .flatten()
        .flat_map(|list| list.iter())
        .filter_map(|one| one.address())
        .map(str::to_lowercase)
        .collect();
    people.insert(sender.clone());
    let mail = Mail { from: Some(sender), subject: Some(subject.clone()), ..Mail::default() };
    Letter {
        id: message.message_id().map_or_else(|| format!("no-id-{at}"), str::to_owned),
        parents,
        automatic: marked || mail::is_automatic(&mail),
        subject,
        people,
        date: message.date().map_or(0, mail_parser::DateTime::to_timestamp),
    }
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
    let mut topics: HashMap<String, usize> = HashMap::new();
    for (at, letter) in letters.iter().enumerate() {
        let topic = mail::topic(&letter.subject);
        if topic.is_empty() {
            continue;
        }
        // A reply that names no parent is joined by its topic, where its people are the same.
        let is_loose_reply = letter.parents.is_empty() && letter.subject.trim().to_lowercase() != topic;
        match topics.get(&topic) {
            Some(&other) if is_loose_reply && !letters[other].people.is_disjoint(&letter.people) => join(&mut root, at, other),
            Some(_) => {}
            None => {
                topics.insert(topic, at);
            }
        }
    }
    (0..letters.len()).map(|at| top(&root, at)).collect()
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
    let people: BTreeSet<&String> = group.iter().flat_map(|letter| &letter.people).filter(|person| !person.is_empty()).collect();
    Conversation {
        subject: group.first().map(|letter| mail::topic(&letter.subject)).unwrap_or_default(),
        people: people.into_iter().cloned().collect(),
        exchanged: group.iter().filter(|letter| !letter.automatic).count(),
        ids: group.iter().map(|letter| letter.id.clone()).collect(),
    }
}

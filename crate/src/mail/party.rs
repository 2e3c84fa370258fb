//! Who writes with whom: everyone outside the author taken together, and which mails of a thread they have exchanged on one topic.

use super::{Body, address, display_name, is_automatic, is_machine, is_notice, sender, split, topic};
use crate::act::{Act, Mail};
use crate::clock;
use crate::engine::Context;
use crate::hash::hash;
use crate::roster::{Role, Way};
use crate::words::say;
use jiff::Timestamp;

/// The author and everyone whom a draft goes to, taken together; pupils have their own rules and programs are nobody.
#[derive(Debug)]
pub struct Party {
    me: String,
    others: Vec<String>,
    /// What they write about, without prefixes and tags; absent when nothing says it.
    topic: Option<String>,
}

impl Party {
    /// The party of a draft.
    pub fn of(act: &Act, context: &Context) -> Self {
        let account = act.author.account.as_deref().unwrap_or_default();
        // Some webmail shows colleagues by name alone, the author among them.
        let me = match &act.author.name {
            Some(name) if display_name(account).is_empty() => format!("{name} <{}>", address(account)),
            _ => account.to_owned(),
        };
        let person = |written: &&String| {
            let address = address(written);
            !address.is_empty()
                && !is_same(written, &me)
                && !is_machine(&address)
                && !context.school.is_pupil_address(&address)
                && !is_pupil(context, act, &address)
        };
        let others = act.to.iter().chain(&act.cc).filter(person).cloned().collect();
        let subject = act.subject.as_deref().or_else(|| act.thread.last().and_then(|mail| mail.subject.as_deref()));
        Self { others, topic: subject.map(topic), me }
    }

    /// Whether there is nobody to count with.
    pub fn is_nobody(&self) -> bool {
        self.others.is_empty()
    }

    /// How the party is named to the author.
    pub fn shown(&self) -> String {
        let first = match self.others.first() {
            None => say("rule-of-two.someone", &[]),
            Some(other) => name(other),
        };
        if self.others.len() > 1 { say("rule-of-two.others", &[("who", &first)]) } else { first }
    }

    /// How the sender of a mail is named to the author.
    pub fn writer(&self, mail: &Mail) -> String {
        let from = mail.from.as_deref().unwrap_or_default();
        if is_same(from, &self.me) { say("rule-of-two.you", &[]) } else { name(from) }
    }

    /// The mails of the thread that count: on this topic, between the author and this party, since they last spoke, and since the last
    /// silence of so many days.
    pub fn exchanged<'a>(&self, act: &'a Act, silence_days: Option<u32>, now: Timestamp) -> Vec<&'a Mail> {
        let spoken = act.spoken_at.as_deref().and_then(clock::parse);
        let mut taking_part = false;
        let counts = |&(at, mail): &(usize, &Mail)| {
            let from = mail.from.as_deref().unwrap_or_default();
            taking_part |= is_same(from, &self.me) || self.is_addressed(mail);
            let since = spoken.is_none_or(|spoken| date(mail).is_none_or(|date| date > spoken));
            taking_part && since && self.is_on_topic(mail) && self.is_with(mail, from) && !is_copy(act, at)
        };
        let thread = act.thread.iter().enumerate().filter(|(_, mail)| !is_automatic(mail));
        let mut found: Vec<&Mail> = thread.filter(counts).map(|(_, mail)| mail).collect();
        if let Some(days) = silence_days {
            let silent = |from: Option<Timestamp>, to: Option<Timestamp>| {
                from.zip(to).is_some_and(|(from, to)| to.as_second() - from.as_second() > 86_400 * i64::from(days))
            };
            let next = |at: usize| found.get(at + 1).map_or(Some(now), |mail| date(mail));
            let last = (0..found.len()).rfind(|&at| silent(date(found[at]), next(at)));
            found.drain(..last.map_or(0, |at| at + 1));
        }
        found
    }

    /// How many quoted mails below the draft count, for when the thread on screen does not show them: only in a reply, and not after the two
    /// have spoken.
    pub fn quoted(&self, act: &Act, body: &Body) -> usize {
        // Below a new subject stands the history of another topic.
        let moved =
            act.thread.iter().any(|mail| !self.is_on_topic(mail)) || self.topic.as_ref().is_some_and(|topic| topic.contains("(was:"));
        if moved || act.reply == Some(false) || act.spoken_at.is_some() || self.is_nobody() {
            return 0;
        }
        // What is answered stands first in the history; a program's notice there is no mail of anybody's.
        let notice = act.subject.as_deref().is_some_and(|subject| is_notice(&topic(subject)));
        let notices = usize::from(notice && body.messages > 1);
        // A bulletin that is answered, and what others wrote to each other, is no mail between the two.
        body.introductions.iter().skip(notices).filter(|at| self.may_have_written(&sender(&act.text[(*at).clone()]))).count()
    }

    /// Whether a mail is to the author; one of unknown recipients is.
    fn is_addressed(&self, mail: &Mail) -> bool {
        let to_me = mail.to.iter().any(|written| is_same(written, &self.me));
        let known = !mail.to.is_empty() || !mail.cc.is_empty();
        self.me.is_empty() || to_me || !known
    }

    /// Whether a mail is about the same thing; one without a subject is.
    fn is_on_topic(&self, mail: &Mail) -> bool {
        match (&self.topic, &mail.subject) {
            (Some(ours), Some(theirs)) => *ours == topic(theirs),
            _ => true,
        }
    }

    /// Whether a quoted mail can be the author's or the party's: an address says, a name alone does not.
    fn may_have_written(&self, from: &str) -> bool {
        from.is_empty()
            || (self.me.is_empty() && !is_machine(from))
            || [&self.me].into_iter().chain(&self.others).any(|one| address(one) == from)
    }

    /// Whether a mail was sent by or to one of the party; one of unknown people was.
    fn is_with(&self, mail: &Mail, from: &str) -> bool {
        let mine = is_same(from, &self.me);
        let sent_to = |other: &String| mail.to.iter().chain(&mail.cc).any(|written| is_same(written, other));
        let unknown = from.is_empty() || (mine && mail.to.is_empty() && mail.cc.is_empty());
        unknown || self.others.iter().any(|other| is_same(other, from) || (mine || self.me.is_empty()) && sent_to(other))
    }
}

/// How many mails have been exchanged with whoever a mail goes to, on its topic: in the thread that is known, and with the history below
/// the draft, whichever is more.
pub fn exchanged(act: &Act, context: &Context) -> (usize, usize) {
    let party = Party::of(act, context);
    let shown = if party.is_nobody() { 0 } else { party.exchanged(act, None, context.time(act)).len() };
    (shown, shown.max(party.quoted(act, &split(&act.text))))
}

/// Whether two are written as the same person: by address, or by name where one of them has no address.
fn is_same(one: &str, other: &str) -> bool {
    let (address_one, address_other) = (address(one), address(other));
    if address_one.contains('@') && address_other.contains('@') {
        return address_one == address_other;
    }
    let name = print(one);
    name != 0 && name == print(other)
}

/// The words of a name in any order: "Ray, Pat" is "Pat Ray"; 0 where there is none.
fn print(written: &str) -> u64 {
    let name = if written.contains('@') { display_name(written) } else { written }.to_lowercase();
    name.split([' ', ',']).filter(|word| !word.is_empty()).fold(0, |print, word| print.wrapping_add(hash(word.as_bytes())))
}

/// The display name, or the address where there is none.
fn name(written: &str) -> String {
    match display_name(written) {
        "" if written.contains('@') => address(written),
        "" => written.trim().to_owned(),
        name => name.to_owned(),
    }
}

fn date(mail: &Mail) -> Option<Timestamp> {
    mail.date.as_deref().and_then(clock::parse)
}

/// Whether a mail stands in the thread already, as sent and as received: same sender, minute and words.
fn is_copy(act: &Act, at: usize) -> bool {
    let mail = &act.thread[at];
    let from = |mail: &Mail| mail.from.as_deref().map(address);
    let same = |other: &Mail| from(other) == from(mail) && date(other) == date(mail) && other.body == mail.body;
    mail.date.is_some() && act.thread[..at].iter().rev().take(50).any(same)
}

/// Whether the roster knows an address as a pupil's.
fn is_pupil(context: &Context, act: &Act, address: &str) -> bool {
    context.roster.called(Way::Handle, address).any(|person| person.role_on(context.day(act)) == Role::Pupil)
}

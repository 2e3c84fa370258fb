//! How many mails were exchanged on a topic, remembered by keyed fingerprints for webmail that shows one mail at a time.

use crate::marks::{print, print_number};
use beforehand::act::{Act, Mail, Moment};
use beforehand::json;
use beforehand::mail::{address, split, topic};

/// So many conversations are remembered; the one that has been silent longest goes first.
const MOST: usize = 500;

/// What is remembered, the conversation in which something was sent last at the end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exchanges {
    known: Vec<Exchange>,
}

/// One conversation: numbers, times and fingerprints, no word and no address.
#[derive(Clone, Debug, Default, PartialEq)]
struct Exchange {
    /// Fingerprint of the topic and of everyone written to.
    id: String,
    count: u32,
    /// When the first mail that is remembered went out, RFC 3339.
    since: String,
    /// When the last one did.
    last: String,
    /// Fingerprint of the newest mail that was on screen then; empty when none was.
    newest: String,
}

json!(Exchange, lax { id: May, count: May, since: May, last: May, newest: May });

json!(Exchanges, lax { known: May });

impl Exchanges {
    /// How many conversations are remembered.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// A mail goes out at this time; on screen so many were seen to have been exchanged before it.
    pub fn sent(&mut self, key: &[u8; 16], act: &Act, seen: usize, at: &str) {
        let id = id(key, act);
        let newest = newest(key, act);
        let mut known = self.take(&id).unwrap_or_else(|| Exchange { id, since: at.to_owned(), ..Exchange::default() });
        let before = if known.count == 0 { 0 } else { known.now(&newest) };
        let answers = before == 0 && seen == 0 && is_answer(act);
        known.count = before.max(seen as u32) + u32::from(answers) + 1;
        at.clone_into(&mut known.last);
        known.newest = newest;
        self.known.push(known);
        if self.known.len() > MOST {
            self.known.remove(0);
        }
    }

    fn take(&mut self, id: &str) -> Option<Exchange> {
        let at = self.known.iter().position(|known| known.id == id)?;
        Some(self.known.remove(at))
    }

    /// Puts the mails that are remembered and not on screen into the thread; `shown` are in it, `seen` with the history below the draft.
    pub fn fill(&self, key: &[u8; 16], act: &mut Act, (shown, seen): (usize, usize)) {
        let id = id(key, act);
        let Some(known) = self.known.iter().find(|known| known.id == id) else { return };
        let now = known.now(&newest(key, act)) as usize;
        if now <= seen {
            return;
        }
        let mail = |at: usize| Mail {
            date: Some(if at == 0 { known.since.clone() } else { known.last.clone() }),
            subject: act.subject.clone(),
            // No two of them are one mail seen twice.
            body: Some(at.to_string()),
            ..Mail::default()
        };
        let mut thread: Vec<Mail> = (0..now - shown).map(mail).collect();
        thread.append(&mut act.thread);
        act.thread = thread;
    }

    /// Forgets a conversation: the two have spoken.
    pub fn spoken(&mut self, key: &[u8; 16], subject: &str, people: &[String]) {
        self.take(&conversation(key, subject, people.iter()));
    }
}

impl Exchange {
    /// The count, with the mail that has come since.
    fn now(&self, newest: &str) -> u32 {
        self.count + u32::from(!newest.is_empty() && newest != self.newest)
    }
}

/// Whether a mail is one whose count is remembered.
pub fn counts(act: &Act) -> bool {
    act.moment == Moment::Email && act.forwarded != Some(true) && act.subject.as_deref().is_some_and(|subject| !topic(subject).is_empty())
}

fn id(key: &[u8; 16], act: &Act) -> String {
    conversation(key, act.subject.as_deref().unwrap_or_default(), act.to.iter().chain(&act.cc))
}

fn conversation<'a>(key: &[u8; 16], subject: &str, people: impl Iterator<Item = &'a String>) -> String {
    // In whatever order they are written to.
    let people = people.fold(0, |all, person| all ^ print_number(key, &[&address(person)]));
    print(key, &["exchanged", &topic(subject), &format!("{people:032x}")])
}

/// The newest mail on screen: the last of the thread, or the first that is quoted.
fn newest(key: &[u8; 16], act: &Act) -> String {
    if let Some(Mail { from: Some(from), date, .. }) = act.thread.last() {
        return print(key, &["mail", &address(from), date.as_deref().unwrap_or_default()]);
    }
    let quoted = split(&act.text).introductions.into_iter().next().map(|at| act.text[at].to_owned());
    quoted.map(|words| print(key, &["mail", &words])).unwrap_or_default()
}

/// Whether the subject says that a mail is an answer.
fn is_answer(act: &Act) -> bool {
    act.subject.as_deref().is_some_and(|subject| subject.trim().to_lowercase() != topic(subject))
}

#[cfg(test)]
mod tests {
    use super::{Exchanges, MOST, counts};
    use beforehand::act::{Act, Moment};
    use beforehand::json;

    const KEY: [u8; 16] = [7; 16];

    fn mail(subject: &str, to: &str, quoted: &str) -> Act {
        let text = if quoted.is_empty() { "Yes.".to_owned() } else { format!("Yes.\n\nOn 2026-11-17 {quoted}, Pat Ray wrote:\n> And?\n") };
        Act {
            moment: Moment::Email,
            subject: Some(subject.to_owned()),
            to: to.split(", ").map(str::to_owned).collect(),
            text,
            ..Act::default()
        }
    }

    /// What is in the thread of the last mail, after the others have gone out.
    #[track_caller]
    fn check(wanted: usize, mails: &[(&str, &str, &str)], seen: usize) {
        let mut known = Exchanges::default();
        let (last, sent) = mails.split_last().expect("a mail");
        for (subject, to, quoted) in sent {
            known.sent(&KEY, &mail(subject, to, quoted), usize::from(!quoted.is_empty()), "2026-11-17T10:00:00Z");
        }
        let mut act = mail(last.0, last.1, last.2);
        known.fill(&KEY, &mut act, (0, seen));
        assert_eq!(act.thread.len(), wanted, "{mails:?}");
        let kept: Exchanges = json::read(&json::written(&known)).expect("what is kept is read");
        assert_eq!(kept, known);
    }

    #[test]
    fn mails_are_counted_that_are_not_on_screen() {
        check(0, &[("Choir", "pat@home.test", "")], 0);
        check(1, &[("Choir", "pat@home.test", ""), ("Choir", "pat@home.test", "")], 0);
        // One that is answered counts as well, and another one that has come since.
        check(2, &[("Re: Choir", "pat@home.test", ""), ("Re: Choir", "Pat <PAT@home.test>", "")], 0);
        check(2, &[("Re: Choir", "pat@home.test", "10:00"), ("Re: Choir", "pat@home.test", "10:00")], 1);
        check(3, &[("Re: Choir", "pat@home.test", "10:00"), ("Re: Choir", "pat@home.test", "11:00")], 1);
        // What is on screen is enough.
        check(0, &[("Re: Choir", "pat@home.test", "10:00"), ("Re: Choir", "pat@home.test", "11:00")], 3);
        // Another topic, somebody else, more people.
        check(0, &[("Choir", "pat@home.test", ""), ("Drums", "pat@home.test", "")], 0);
        check(0, &[("Choir", "pat@home.test", ""), ("Choir", "sam@home.test", "")], 0);
        check(0, &[("Choir", "pat@home.test", ""), ("Choir", "pat@home.test, sam@home.test", "")], 0);
        check(1, &[("Choir", "sam@home.test, pat@home.test", ""), ("RE: Choir", "pat@home.test, sam@home.test", "")], 0);
    }

    #[test]
    fn it_is_forgotten_once_they_have_spoken_and_never_grows_without_end() {
        let mut known = Exchanges::default();
        known.sent(&KEY, &mail("Choir", "pat@home.test", ""), 0, "2026-11-17T10:00:00Z");
        known.spoken(&KEY, "RE: Choir", &["Pat <pat@home.test>".to_owned()]);
        assert_eq!(known.len(), 0);
        for at in 0..MOST + 40 {
            known.sent(&KEY, &mail(&format!("Choir {at}"), "pat@home.test", ""), 0, &format!("2026-11-17T10:{at:04}Z"));
        }
        assert_eq!(known.len(), MOST);
        assert!(!known.known.iter().any(|known| known.last.as_str() < "2026-11-17T10:0040Z"), "the oldest go first");
        let written = json::written(&known);
        assert!(!written.contains("Choir") && !written.contains("pat@") && !written.contains("choir"), "{written:.200}");
    }

    #[test]
    fn what_counts() {
        assert!(counts(&mail("Choir", "pat@home.test", "")));
        assert!(!counts(&mail("Re:", "pat@home.test", "")));
        assert!(!counts(&Act { forwarded: Some(true), ..mail("FW: Choir", "pat@home.test", "") }));
    }
}

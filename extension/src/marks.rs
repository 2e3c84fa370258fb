//! What is remembered about people, threads and answers, by keyed fingerprints: no subject or word is kept, and no name of anybody on the lists.

use crate::exchanges::Exchanges;
use beforehand::act::{Act, Person};
use beforehand::order;
use beforehand::{Severity, Verdict, clock, json, mail};
use beforehand_shared::message::{Mark, MarkedPerson, Permission};
use jiff::civil::Date;
use siphasher::sip128::{Hasher128, SipHasher13};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;

/// "Not right" so often for one pattern, and it becomes a note everywhere.
const BECOMES_A_NOTE: u32 = 3;

/// The device's own fingerprint of some words.
pub fn print(key: &[u8; 16], words: &[&str]) -> String {
    format!("{:032x}", print_number(key, words))
}

/// The same as a number.
pub fn print_number(key: &[u8; 16], words: &[&str]) -> u128 {
    let mut hasher = SipHasher13::new_with_key(key);
    for word in words {
        hasher.write(word.trim().to_lowercase().as_bytes());
        hasher.write_u8(0xff);
    }
    hasher.finish128().as_u128()
}

/// Marks about people and threads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// By fingerprint: the same person stands under handle and name, with one number.
    people: BTreeMap<String, MarkedPerson>,
    spoken: BTreeMap<String, String>,
    /// How many mails were exchanged with whom.
    pub exchanges: Exchanges,
}

json!(Marks, lax { people: May, spoken: May, exchanges: May });

impl Marks {
    /// How many threads are marked as spoken about, or counted.
    pub fn threads(&self) -> usize {
        self.spoken.len() + self.exchanges.len()
    }

    /// Everyone marked, in the order in which they were.
    pub fn people(&self) -> Vec<MarkedPerson> {
        let mut people: Vec<MarkedPerson> = self.people.values().cloned().collect();
        order::by_key(&mut people, |marked| marked.id);
        people.dedup_by_key(|marked| marked.id);
        people
    }

    /// Marks a person of one site, under both handle and name; what was said of them before no longer counts.
    pub fn person(&mut self, key: &[u8; 16], person: &Person, marked: MarkedPerson) {
        let prints: Vec<String> = person_prints(key, &marked.site, person).collect();
        for id in prints.iter().filter_map(|print| self.people.get(print)).map(|other| other.id).collect::<Vec<_>>() {
            self.forget(id);
        }
        let id = self.people.values().map(|other| other.id).max().unwrap_or(0) + 1;
        self.people.extend(prints.into_iter().map(|print| (print, MarkedPerson { id, ..marked.clone() })));
    }

    /// Changes what is said of a person.
    pub fn change(&mut self, id: u32, mark: Mark, permission: &Permission) {
        for marked in self.people.values_mut().filter(|marked| marked.id == id) {
            marked.mark = mark;
            marked.permission = permission.clone();
        }
    }

    /// Forgets what is said of a person.
    pub fn forget(&mut self, id: u32) {
        self.people.retain(|_, marked| marked.id != id);
    }

    /// Marks that these people were spoken to about a subject.
    pub fn spoken(&mut self, key: &[u8; 16], subject: &str, people: &[String], at: &str) {
        self.exchanges.spoken(key, subject, people);
        for person in people {
            self.spoken.insert(thread_print(key, subject, person), at.to_owned());
        }
    }

    /// What is known of a person on a day; a permission counts to the end of its last day.
    pub fn of(&self, key: &[u8; 16], site: &str, person: &Person, today: Date) -> Option<Mark> {
        let marked = person_prints(key, site, person).find_map(|print| self.people.get(&print))?;
        let over = clock::date(&marked.permission.until).is_ok_and(|last| last < today);
        (marked.mark != Mark::Permission || !over).then_some(marked.mark)
    }

    /// Fills in what is remembered and the page does not know.
    pub fn fill(&self, key: &[u8; 16], site: &str, act: &mut Act, today: Date) {
        if let Some(person) = &mut act.person {
            let mark = self.of(key, site, person, today);
            person.family = person.family.or((mark == Some(Mark::Family)).then_some(true));
            person.permission = person.permission.or((mark == Some(Mark::Permission)).then_some(true));
        }
        if act.spoken_at.is_none() {
            let subject = act.subject.clone().unwrap_or_default();
            let others = act.to.iter().chain(&act.cc).chain(act.thread.iter().filter_map(|mail| mail.from.as_ref()));
            act.spoken_at = others.filter_map(|other| self.spoken.get(&thread_print(key, &subject, other))).max().cloned();
        }
    }
}

/// A handle is surer than a name, so it comes first.
fn person_prints(key: &[u8; 16], site: &str, person: &Person) -> impl Iterator<Item = String> {
    let handle = person.handle.as_deref().map(|handle| ("handle", handle.trim().trim_start_matches('@')));
    let name = person.name.as_deref().map(|name| ("name", name));
    let known = handle.into_iter().chain(name).filter(|(_, word)| !word.is_empty());
    known.map(move |(what, word)| print(key, &["person", site, what, word]))
}

fn thread_print(key: &[u8; 16], subject: &str, person: &str) -> String {
    print(key, &["spoken", &mail::topic(subject), &mail::address(person)])
}

/// What the person answered "not right", by pattern.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    here: BTreeSet<String>,
    times: BTreeMap<String, u32>,
}

json!(Answers, lax { here: May, times: May });

impl Answers {
    /// How many patterns there are.
    pub fn len(&self) -> usize {
        self.times.len()
    }

    /// Remembers one "not right".
    pub fn not_right(&mut self, key: &[u8; 16], site: &str, clause: &str, pattern: &str) {
        if !pattern.is_empty() {
            self.here.insert(print(key, &["here", site, clause, pattern]));
        }
        *self.times.entry(print(key, &["times", clause, pattern])).or_default() += 1;
    }

    /// Leaves out what is not right on this site, and lowers what was not right three times to a note.
    pub fn temper(&self, key: &[u8; 16], site: &str, verdict: &mut Verdict) {
        verdict.findings.retain(|finding| {
            let pattern = finding.excerpt.as_deref().unwrap_or_default();
            pattern.is_empty() || !self.here.contains(&print(key, &["here", site, &finding.clause, pattern]))
        });
        for finding in &mut verdict.findings {
            let pattern = finding.excerpt.as_deref().unwrap_or_default();
            let times = self.times.get(&print(key, &["times", &finding.clause, pattern])).copied().unwrap_or(0);
            if times >= BECOMES_A_NOTE {
                finding.severity = finding.severity.max(Severity::Nudge);
            }
        }
        order::by_key(&mut verdict.findings, |finding| finding.severity);
    }
}

#[cfg(test)]
mod tests {
    use super::{Answers, Marks};
    use beforehand::act::{Act, Person};
    use beforehand::{Finding, Severity, Verdict};
    use beforehand_shared::message::{Mark, MarkedPerson, Permission};

    const KEY: [u8; 16] = [7; 16];

    fn person(name: &str, handle: &str) -> Person {
        let known = |word: &str| (!word.is_empty()).then(|| word.to_owned());
        Person { name: known(name), handle: known(handle), ..Person::default() }
    }

    fn today() -> jiff::civil::Date {
        "2026-11-22".parse().expect("a day")
    }

    /// What is known of `asked` on `site`, once `marked` was marked on x.com.
    fn known_of(marked: &Person, mark: Mark, until: &str, site: &str, asked: Person) -> Option<Mark> {
        let mut marks = Marks::default();
        let permission = Permission { until: until.to_owned(), ..Permission::default() };
        marks.person(&KEY, marked, MarkedPerson { mark, permission, site: "x.com".to_owned(), ..MarkedPerson::default() });
        assert_eq!(marks.people().len(), 1);
        marks.of(&KEY, site, &asked, today())
    }

    #[test]
    fn people_are_known_again_by_handle_or_name_on_that_site() {
        let sam = person("Sam Reed", "@samreed");
        let family = |site, asked| known_of(&sam, Mark::Family, "", site, asked);
        assert_eq!(family("x.com", sam.clone()), Some(Mark::Family));
        assert_eq!(family("x.com", person("", "SamReed")), Some(Mark::Family));
        assert_eq!(family("x.com", person("sam reed ", "")), Some(Mark::Family));
        assert_eq!(family("facebook.com", sam.clone()), None);
        assert_eq!(family("x.com", person("Sam Read", "@other")), None);
        assert_eq!(family("x.com", person("", "")), None);
    }

    #[test]
    fn a_permission_ends() {
        let sam = person("Sam Reed", "@samreed");
        let permission = |until| known_of(&sam, Mark::Permission, until, "x.com", sam.clone());
        assert_eq!(permission("2026-11-21"), None);
        assert_eq!(permission("2026-11-22"), Some(Mark::Permission));
        assert_eq!(permission(""), Some(Mark::Permission));
        assert_eq!(known_of(&sam, Mark::OfAge, "2026-11-21", "x.com", sam.clone()), Some(Mark::OfAge));
    }

    #[test]
    fn what_is_said_last_counts_and_can_be_changed_and_forgotten() {
        let (sam, ann) = (person("Sam Reed", "@samreed"), person("Ann Hill", ""));
        let mut marks = Marks::default();
        let mut say = |who: &Person, mark| {
            marks.person(&KEY, who, MarkedPerson { mark, site: "x.com".to_owned(), ..MarkedPerson::default() });
        };
        say(&sam, Mark::Family);
        say(&ann, Mark::Permission);
        say(&person("Sam Reed", ""), Mark::OfAge);
        let ids: Vec<(u32, Mark)> = marks.people().iter().map(|marked| (marked.id, marked.mark)).collect();
        assert_eq!(ids, [(2, Mark::Permission), (3, Mark::OfAge)]);
        marks.change(2, Mark::Family, &Permission::default());
        assert_eq!(marks.of(&KEY, "x.com", &ann, today()), Some(Mark::Family));
        marks.forget(2);
        assert_eq!(marks.of(&KEY, "x.com", &ann, today()), None);
        // Under the handle nothing is left of what was said first.
        assert_eq!(marks.of(&KEY, "x.com", &person("", "@samreed"), today()), None);
    }

    fn spoken_after(subject: &str, to: &str) -> Option<String> {
        let mut marks = Marks::default();
        marks.spoken(&KEY, "Re: Trip to York", &["Ann <ann@home.example>".to_owned()], "2026-03-01T09:00:00Z");
        let mut act = Act { subject: Some(subject.to_owned()), to: vec![to.to_owned()], ..Act::default() };
        marks.fill(&KEY, "mail", &mut act, today());
        act.spoken_at
    }

    #[test]
    fn spoken_is_known_again_by_topic_and_person() {
        assert!(spoken_after("RE: Trip to York", "ann@home.example").is_some());
        assert!(spoken_after("Fwd: trip to York", "Ann B <ANN@home.example>").is_some());
        assert_eq!(spoken_after("Homework", "ann@home.example"), None);
        assert_eq!(spoken_after("Trip to York", "bob@home.example"), None);
    }

    fn verdict(excerpt: Option<&str>) -> Verdict {
        let finding = Finding {
            kind: "names-people".to_owned(),
            clause: "p/c".to_owned(),
            severity: Severity::Stop,
            start: None,
            end: None,
            excerpt: excerpt.map(str::to_owned),
            heading: String::new(),
            message: String::new(),
            fixes: Vec::new(),
        };
        Verdict { id: None, findings: vec![finding] }
    }

    /// "Not right" for `said` on each site; then the severity of `asked` on `site`, if it is still raised.
    fn check(said: &str, sites: &[&str], asked: Option<&str>, site: &str, expected: Option<Severity>) {
        let mut answers = Answers::default();
        for site in sites {
            answers.not_right(&KEY, site, "p/c", said);
        }
        let mut after = verdict(asked);
        answers.temper(&KEY, site, &mut after);
        let raised = after.findings.first().map(|finding| finding.severity);
        assert_eq!(raised, expected, "{said:?} on {sites:?}, then {asked:?} on {site}");
    }

    #[test]
    fn not_right_stops_it_here_and_three_times_makes_it_a_note() {
        check("Hope", &["x.com"], Some("hope"), "x.com", None);
        check("Hope", &["x.com"], Some("Hope"), "facebook.com", Some(Severity::Stop));
        check("Hope", &["x.com"], Some("Grace"), "x.com", Some(Severity::Stop));
        check("Hope", &["a", "b"], Some("Hope"), "c", Some(Severity::Stop));
        check("Hope", &["a", "b", "c"], Some("Hope"), "d", Some(Severity::Nudge));
        // About the whole act there is no word to stop, only a count.
        check("", &["x.com"], None, "x.com", Some(Severity::Stop));
        check("", &["x.com", "x.com", "x.com"], None, "x.com", Some(Severity::Nudge));
        check("", &["x.com", "x.com", "x.com"], Some("Hope"), "x.com", Some(Severity::Stop));
    }
}

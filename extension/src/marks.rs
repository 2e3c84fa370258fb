//! What is remembered about people, threads and answers, as keyed fingerprints: no name, subject or word is kept.

use beforehand::act::{Act, Person};
use beforehand::order;
use beforehand::{Severity, Verdict, json, mail};
use siphasher::sip128::{Hasher128, SipHasher13};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;

/// "Not right" so often for one pattern, and it becomes a note everywhere.
const BECOMES_A_NOTE: u32 = 3;

/// The device's own fingerprint of some words.
pub fn print(key: &[u8; 16], words: &[&str]) -> String {
    let mut hasher = SipHasher13::new_with_key(key);
    for word in words {
        hasher.write(word.trim().to_lowercase().as_bytes());
        hasher.write_u8(0xff);
    }
    format!("{:032x}", hasher.finish128().as_u128())
}

/// Marks about people and threads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    people: BTreeMap<String, Mark>,
    spoken: BTreeMap<String, String>,
}

json!(Marks, lax { people: May, spoken: May });

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Mark {
    family: bool,
    permission: bool,
}

json!(Mark, lax { family: May, permission: May });

impl Marks {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.people.len() + self.spoken.len()
    }

    /// Marks a person of one site, under both handle and name; both marks false takes the mark back.
    pub fn person(&mut self, key: &[u8; 16], site: &str, person: &Person) {
        let mark = Mark { family: person.family == Some(true), permission: person.permission == Some(true) };
        for print in person_prints(key, site, person) {
            if mark == Mark::default() {
                self.people.remove(&print);
            } else {
                self.people.insert(print, mark);
            }
        }
    }

    /// Marks that these people were spoken to about a subject.
    pub fn spoken(&mut self, key: &[u8; 16], subject: &str, people: &[String], at: &str) {
        for person in people {
            self.spoken.insert(thread_print(key, subject, person), at.to_owned());
        }
    }

    /// Fills in what is remembered and the page does not know.
    pub fn fill(&self, key: &[u8; 16], site: &str, act: &mut Act) {
        if let Some(person) = &mut act.person {
            let mark = person_prints(key, site, person).find_map(|print| self.people.get(&print)).copied().unwrap_or_default();
            person.family = person.family.or(mark.family.then_some(true));
            person.permission = person.permission.or(mark.permission.then_some(true));
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

    const KEY: [u8; 16] = [7; 16];

    fn person(name: &str, handle: &str) -> Person {
        let known = |word: &str| (!word.is_empty()).then(|| word.to_owned());
        Person { name: known(name), handle: known(handle), ..Person::default() }
    }

    fn family_after(marked: &Person, site: &str, asked: Person) -> Option<bool> {
        let mut marks = Marks::default();
        marks.person(&KEY, "x.com", &Person { family: Some(true), ..marked.clone() });
        let mut act = Act { person: Some(asked), ..Act::default() };
        marks.fill(&KEY, site, &mut act);
        act.person.and_then(|person| person.family)
    }

    #[test]
    fn family_is_known_again_by_handle_or_name_on_that_site() {
        let sam = person("Sam Reed", "@samreed");
        assert_eq!(family_after(&sam, "x.com", sam.clone()), Some(true));
        assert_eq!(family_after(&sam, "x.com", person("", "SamReed")), Some(true));
        assert_eq!(family_after(&sam, "x.com", person("sam reed ", "")), Some(true));
        assert_eq!(family_after(&sam, "facebook.com", sam.clone()), None);
        assert_eq!(family_after(&sam, "x.com", person("Sam Read", "@other")), None);
        assert_eq!(family_after(&sam, "x.com", person("", "")), None);
    }

    fn spoken_after(subject: &str, to: &str) -> Option<String> {
        let mut marks = Marks::default();
        marks.spoken(&KEY, "Re: Trip to York", &["Ann <ann@home.example>".to_owned()], "2026-03-01T09:00:00Z");
        let mut act = Act { subject: Some(subject.to_owned()), to: vec![to.to_owned()], ..Act::default() };
        marks.fill(&KEY, "mail", &mut act);
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

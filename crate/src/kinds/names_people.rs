//! names-people: a pupil, colleague, parent or other person of the school named to the public or to outsiders.

use super::{Ask, Change, Found, Proof, Report};
use crate::act::Moment;
use crate::names::{Name, Who};
use crate::people::is_public;
use crate::recipients;
use crate::roster::Person;
use crate::text::Text;
use crate::verdict::Severity;
use crate::words::say;
use std::ops::Range;

/// Rows that show what is flagged and what passes; the roster is `tests/fixtures/people.csv`.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        "Our Leeds College student «Chloe Barnes» wins",
        "A Level student «Chloe Barnes» wins",
        "Y10 engineer «Precious Nwosu» built a robot arm",
        "«Oluwaseun Adebayo», our Year 9 superstar",
        "9.20 Y11 «Poppy Trantham» in the hall",
        "Year 8 poet «Zainab Qureshi» read beautifully",
        "«Tobiasz Lewandowski» of 9G has done his ankle",
        "Great goal by «Jordan Smith» today",
        "«Smith, Jordan» scored",
        "so proud of «jordan smith»",
        "«Zoe Smith-Jones» won, and «Zoë Smith Jones» knows it",
        "«Katie ONeill» is a star",
        "«Katherine O’Neill»'s poem",
        "«J Smith» scored again",
        "«Jayden» in 7B was brilliant",
        "our «Mia» got her grade 5",
        "«Mrs Patel» in Science is leaving",
        "Lesson covered by «Mr. Khan» again",
        "Well done «Jordan» for the year 9 prize",
        "Year 9 student «Chloe Barnes» wins",
        "so glad «Oluwafemi» in 9B is back",
        "«Freya», one of my Year 10 students, is off to Oxford",
        "😀 hello «@jordzz09»",
        "Look at «Kacper Wojcik» (Year 6) go!",
        "Pupil of the week is «Ollie Featherstone», hurrah",
        "Our chair of governors «Tunde Adeyemi» came as a carrot",
        "Head of music «Eleri Prosser» made them sing",
        "«Mohammed Ali» won the race",
        "«Kathrine O'Neil» wrote a poem",
        "«Jordan Simth» and «Zoë Smith-Jonse» were late",
        "«Jordann Smith» again",
        "«Aisha Kahn» fixed my laptop, legend",
        "Kate's mum rang about «Kate O Neill» again",
        "«Smith Jordan» and «Zoë Smith» were late",
        "«Jordan Lee Smith» was in goal",
        "so proud of «Jordan\nSmith» today",
        "#WellDoneKatie says it all, «#JordanSmith» too",
        "well done «@jordan.smith» and friends",
        "write to «jordan_smith07@mail.example» about it",
        "«Mr Jordan Smith» of this parish",
        "our gentle «Jordan» from 10X4",
        r#"{"policy":"west-midlands","moment":"post","text":"Lovely chat with Helen Smith at the gate"}"#,
        r#"{"policy":"st-albans","moment":"email","text":"Jordan Smith was late","to":["x@home.example"]}"#,
        r#"{"moment":"email","text":"Katie O'Neill and Sam had a row","to":["helen@home.example"]}"#,
    ],
    passes: &[
        "Victim identified as Trinity College student Joshua Hardy",
        "With photographer and law student Todd Davis in Leeds",
        "Year 10 Romeo and Juliet trip",
        "Duke of Edinburgh Year 9s got soaked",
        "bring it round to Larkfield LF3 8QT",
        "JS from 9B was great",
        "Will Grace will come in May",
        "Grace will say grace before lunch in Year 9",
        "Reading Charlotte's Web with Year 4",
        "Marcus Rashford is a hero to my lot",
        "Mark your calendars, Year 9!",
        "My son Jayden in Year 7 loves it",
        "Victoria line is down again",
        "Shakespeare in Year 9 is hard",
        "Helen Smith came to the gate",
        "A pupil in 7B was brilliant",
        "Jordan is a country",
        "One more for the minibus on Thursdays, Year 7",
        "Potter or Northern Lights, 9R can vote",
        "Gordan Smyth writes thrillers",
        "Jordan Smart is on the radio",
        "Muhammad Ali on the telly at 3am, no regrets",
        "Why Will Grace Not Come",
        "#willgrace and #GraceNotes",
        "Grace will be late, will Grace mind?",
        "My old 3GS still works",
        "Homework in Year 9 matters",
        "our Larkfield 9B were brilliant",
        "so glad MP 9B is back",
        "Marcus Rashford in our Year 9 assembly video again",
        "Anne Frank's diary in Year 9 history this week",
        "Students Union elections are on",
        "The fire alarm HURTS my students' ears",
        "Why Athletes Really Picked The School In Our Class",
        r#"{"moment":"post","text":"Aisha Khan here, hello","author":{"name":"Aisha Khan"}}"#,
        r#"{"moment":"post","text":"Miss Khan in Science says hello","author":{"name":"Aisha Khan"}}"#,
        r#"{"moment":"email","text":"Jordan Smith was late","to":["h.okafor@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Dear Helen Smith, thank you","to":["Helen Smith <helen@home.example>"]}"#,
        r#"{"moment":"email","text":"Jordan Smith was late","to":["helen@home.example"]}"#,
        r#"{"moment":"email","text":"Jordan Smith was late","subject":"[Encrypt] lateness","to":["x@home.example"]}"#,
        r#"{"policy":"st-albans","moment":"email","text":"Jordan Smith is at risk","to":["duty@west.police.uk"]}"#,
        r#"{"moment":"email","text":"Noted.\n\nOn Thursday, November 19, 2026 02:53 UTC, Harriet Okafor <h.okafor@larkfield.example> wrote:\n\n> We will move it.\n","subject":"Re: Choir","to":["Chris <chris@home.example>"]}"#,
        r#"{"moment":"email","text":"Noted.\n\nFrom: Harriet Okafor <h.okafor@larkfield.example>\nSent: 19 November 2026 10:00\nTo: Chris <chris@home.example>\nSubject: Choir\n\nWe will move it.\n","subject":"RE: Choir","to":["Chris <chris@home.example>"]}"#,
    ],
};

/// Reports every name of the people that the clause protects.
pub fn check(ask: &Ask, report: &mut Report) {
    if ask.act.author.branded && ask.act.moment != Moment::Email || recipients::may_be_told(ask) {
        return;
    }
    for name in ask.names() {
        let place = ask.text.span(&name.words);
        let is_own = recipients::is_own(ask, &name.words);
        let is_at_home = ask.act.moment == Moment::Email && recipients::is_to_own_parent(ask, name);
        // Whose mail is quoted stands there by itself; a pupil's name is worth a look all the same.
        let is_passed = |role: &str| is_own || is_at_home || role != "pupil" && ask.is_introduction(place.start);
        if let Some(role) = protected(ask, name).filter(|role| !is_passed(role)) {
            report.add(found(ask, name, role, place));
        }
    }
}

/// Who the clause protects among those a name may belong to, as the word that packs use.
fn protected(ask: &Ask, name: &Name) -> Option<&'static str> {
    let covers = |role: &str| ask.clause.with.people.iter().any(|person| person == role || person == "community");
    let day = ask.context.day(ask.act);
    let mut roles: Vec<&'static str> = name.people.iter().map(|person| person.role_on(day).word()).collect();
    roles.extend(name.who.map(|who| match who {
        Who::Pupil => "pupil",
        Who::Staff => "staff",
        Who::Parent => "parent",
    }));
    // What the text says of a name goes before what the roster says of a bare first name.
    if !name.sure {
        roles.reverse();
        roles.truncate(1);
    }
    roles.into_iter().find(|role| covers(role))
}

fn found(ask: &Ask, name: &Name, role: &str, place: Range<usize>) -> Found {
    let day = ask.context.day(ask.act);
    let mut people: Vec<&&Person> = Vec::new();
    for person in name.people.iter().filter(|person| name.sure && person.role_on(day).word() == role) {
        // Somebody who stands in two lists is one person.
        if !people.iter().any(|other| other.form == person.form && other.turns == person.turns) {
            people.push(person);
        }
    }
    let written = ask.text.written(&name.words);
    let who = match people[..] {
        [one] if !one.form.is_empty() => format!("{written}, {}", one.form),
        _ => written.to_owned(),
    };
    let heading = match people.len() {
        0 | 1 => say("names.heading", &[("who", &who)]),
        count => say("names.heading-many", &[("who", &who), ("count", &count.to_string()), ("people", many(role))]),
    };
    let changes = changes(ask, name, role, &people, &place);
    // Somebody everybody knows may have a pupil's name: that is a question.
    let found = if name.sure && is_public(ask.text, &name.words) {
        let asked = say("names.heading-public", &[("who", &who)]);
        Found { settled: true, ..Found::new(Severity::Nudge, asked, say("names.why-public", &[])) }
    } else {
        Found::new(Severity::Warn, heading, say("names.why", &[]))
    };
    changes.into_iter().fold(found.at(place), Found::offering)
}

/// Several of a role, in a word.
fn many(role: &str) -> &'static str {
    match role {
        "pupil" => "pupils",
        "leaver" => "leavers",
        "parent" => "parents",
        _ => "people",
    }
}

/// Initials where one person is meant, and a plain word; a tag is taken out.
fn changes(ask: &Ask, name: &Name, role: &str, people: &[&&Person], place: &Range<usize>) -> Vec<Change> {
    if ask.text.written(&name.words).starts_with('@') {
        return vec![Change { label: say("names.remove-tag", &[]), place: place.clone(), insert: String::new() }];
    }
    let mut changes = Vec::new();
    if let [one] = people {
        let insert = one.initials.clone();
        changes.push(Change { label: say("names.use-initials", &[("text", &insert)]), place: place.clone(), insert });
    }
    let plain = match role {
        "pupil" | "leaver" => say("names.a-pupil", &[("learner", &ask.context.pack.learner)]),
        "staff" => say("names.a-colleague", &[]),
        "parent" => say("names.a-parent", &[]),
        _ => say("names.a-person", &[]),
    };
    let (place, insert) = fitted(ask.text, name, place, plain);
    changes.push(Change { label: say("names.use-plain", &[("text", &insert)]), place, insert });
    changes
}

/// "a pupil" in the place of a name: with a capital at a sentence's start, and taking "our" before it along.
fn fitted(text: &Text, name: &Name, place: &Range<usize>, plain: String) -> (Range<usize>, String) {
    let before =
        name.words.start.checked_sub(1).filter(|&at| matches!(text.fold(at), "our" | "my") && !text.starts_sentence(name.words.start));
    let first = before.unwrap_or(name.words.start);
    let place = text.span(&(first..name.words.end)).start..place.end;
    let mut insert = plain;
    if text.starts_sentence(first) {
        // Ours, so it begins with a letter of English.
        insert[..1].make_ascii_uppercase();
    }
    (place, insert)
}

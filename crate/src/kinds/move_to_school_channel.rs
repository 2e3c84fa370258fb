//! move-to-school-channel: a pupil's own matter being settled with them or their parent by social message.

use super::{Ask, Change, Found, Proof, Report};
use crate::matters;
use crate::people;
use crate::phrase::Phrases;
use crate::roster::Role;
use crate::text::Text;
use crate::verdict::Severity;
use crate::words::say;
use std::sync::LazyLock;

/// Rows that show what is flagged and what passes; the roster is `tests/fixtures/people.csv`.
pub const PROOF: Proof = Proof {
    policy: "st-albans",
    flags: &[
        r#"{"moment":"message","text":"of course, take till the 4th","to":["Jordan Smith"],"thread":[{"from":"Jordan Smith","body":"sir can i hand it in friday, printer broke"}]}"#,
        r#"{"moment":"message","text":"No bother, I'll mark it as medical","to":["Helen Smith"],"thread":[{"from":"Helen Smith","body":"Jordan wont be in, hes got the orthodontist"}]}"#,
        r#"{"moment":"message","text":"ok i will speak to her teacher","to":["T"],"thread":[{"from":"T","body":"my daughter says miss hates her"}]}"#,
        r#"{"moment":"message","text":"As your form tutor I can sort the bus pass thing","to":["Jordan Smith"]}"#,
        r#"{"moment":"message","text":"yes you can drop german but come and see me first","to":["Katie O'Neill"]}"#,
        r#"{"moment":"message","text":"Sorry. I'll find out why your son wasn't picked for the squad","to":["Kev R"]}"#,
        r#"{"moment":"message","text":"I've looked and Jordan has missed nine days","to":["Helen Smith"]}"#,
        r#"{"moment":"message","text":"Your daughter's allergy plan is up to date","to":["Bhavna"]}"#,
        r#"{"moment":"message","text":"the fall-out with her friends has blown over, she was fine at lunch","to":["Mam of Cerys"]}"#,
        r#"{"moment":"message","text":"Hi Helen, about Monday's detention, it was for the phone","to":["Helen Smith"]}"#,
        r#"{"moment":"message","text":"we had a wobble today but your little one settled by story time","to":["Ania"]}"#,
        r#"{"moment":"message","text":"yes ive moved him away from the other lad","to":["T"],"thread":[{"from":"T","body":"can u move Kian, hes getting picked on"}]}"#,
        r#"{"moment":"message","text":"it was what he said to the cover teacher","to":["Lee B"],"thread":[{"from":"Lee B","body":"why has my lad been put in isolation"}]}"#,
    ],
    passes: &[
        r#"{"moment":"message","text":"he's fine, just teething, off his dinners","to":["Mum"],"thread":[{"from":"Mum","body":"how is he"}]}"#,
        r#"{"moment":"message","text":"my son's got exams too","to":["Trudy"],"thread":[{"from":"Trudy","body":"my daughter has mocks all week"}]}"#,
        r#"{"moment":"message","text":"Is it non-uniform on Friday? Yep, pound in the bucket","to":["Helen Smith"]}"#,
        r#"{"moment":"message","text":"Can you take my bottom set period 2?","to":["Meera Patel"]}"#,
        r#"{"moment":"message","text":"Prospectuses are in the foyer","to":["Prospective parent Jo"]}"#,
        r#"{"moment":"message","text":"Sports day has been put back a week, everyone welcome","to":["Wayne T"]}"#,
        r#"{"moment":"message","text":"my daughter's got chicken pox so I can't do book club","to":["Trudy"]}"#,
        r#"{"moment":"message","text":"whose round is it","to":["Peter Oldham"]}"#,
        r#"{"moment":"message","text":"Please ring the school office about your son's report","to":["Kev R"]}"#,
        r#"{"policy":"durrington","moment":"message","text":"Your daughter's allergy plan is up to date","to":["Bhavna"]}"#,
        "Your daughter's allergy plan matters",
    ],
};

/// Wordings that already show the way to the school.
static REDIRECTS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(email|e-mail|ring|call|phone|contact|write to|message) ..2 (the|our|my|me at|me on)? ..1 (school|office|reception|work email|school email)",
        "(through|via|by|to|on|at) (the|my) ..1 (school office|school email|school address|school phone|school number)",
    ];
    Phrases::new(rows.map(|row| ((), row)), &[])
});

/// Reports a message about one pupil, to that pupil or a parent.
pub fn check(ask: &Ask, report: &mut Report) {
    let act = ask.act;
    if act.author.branded || act.text.trim().is_empty() || REDIRECTS.is_in(ask.text) || !is_individual(ask) {
        return;
    }
    let learner = [("learner", ask.context.pack.learner.as_str())];
    let found = Found::new(Severity::Nudge, say("move.heading", &learner), say("move.why", &[]));
    let insert = match ask.context.school.phones.first() {
        Some(phone) => say("move.reply-phone", &[("phone", phone)]),
        None => say("move.reply", &[]),
    };
    report.add(found.offering(Change { label: say("move.use", &[]), place: 0..act.text.len(), insert }));
}

/// Whether the matter is one pupil's, by the words, by whom it goes to, and by what they asked.
fn is_individual(ask: &Ask) -> bool {
    let asked: Vec<Text> =
        ask.act.thread.iter().rev().take(3).filter_map(|mail| mail.body.as_deref()).map(|body| ask.lexicon().read(body)).collect();
    let texts = || asked.iter().chain([ask.text]);
    // Parents tell each other of their own; a lone "Mum" is the author's.
    let other = ask.act.to.first().map_or("", String::as_str).to_lowercase();
    if matters::is_about_child(ask.text, true) || KIN.contains(&other.as_str()) {
        return false;
    }
    let life = texts().any(matters::is_about_school_life);
    let child = matters::is_about_child(ask.text, false) || asked.iter().any(|text| matters::is_about_child(text, true));
    let spoken_of = child || texts().any(has_pronoun);
    match role(ask) {
        Some(Role::Pupil) => life || asked.iter().any(has_self),
        Some(Role::Parent) => {
            let named = spoken_of || !ask.names().is_empty() || names_child(ask);
            matters::is_grave(ask.text) || named && (life || asked.iter().any(has_pronoun))
        }
        Some(_) => false,
        None => life && (child || (!asked.is_empty() && spoken_of)),
    }
}

/// "He", "she" and their like: a child spoken of.
fn has_pronoun(text: &Text) -> bool {
    (0..text.words.len())
        .any(|at| matches!(text.fold(at), "he" | "she" | "him" | "her" | "his" | "he's" | "hes" | "she's" | "shes" | "he'll" | "she'll"))
}

/// "I", "my": a pupil who speaks of themselves.
fn has_self(text: &Text) -> bool {
    (0..text.words.len()).any(|at| matches!(text.fold(at), "i" | "i'm" | "im" | "ive" | "i've" | "me" | "my" | "mine"))
}

/// Whether a pupil's forename of the roster stands in the text.
fn names_child(ask: &Ask) -> bool {
    let day = ask.context.day(ask.act);
    let pupil = |at: usize| {
        people::one_word(ask.text, ask.context.roster, at, crate::roster::Way::First).iter().any(|one| one.role_on(day) == Role::Pupil)
    };
    (0..ask.text.words.len().min(400)).any(|at| ask.text.words[at].capital && pupil(at))
}

/// How families are shown.
const KIN: &[&str] = &["mum", "mam", "mom", "dad", "parent", "carer", "nan", "gran", "grandad", "guardian", "mother", "father"];

/// Who the other person is: of the roster, or by how they are shown.
fn role(ask: &Ask) -> Option<Role> {
    let act = ask.act;
    let other = act.person.as_ref();
    let name = other.and_then(|other| other.name.as_deref()).or(act.to.first().map(String::as_str));
    let handle = other.and_then(|other| other.handle.as_deref()).or(act.to.first().map(String::as_str));
    let people = people::who(ask.context.roster, name, handle);
    let day = ask.context.day(act);
    let known = people.iter().map(|person| person.role_on(day)).min();
    let shown = Text::new(name.unwrap_or_default());
    let bio = Text::new(other.and_then(|other| other.bio.as_deref()).unwrap_or_default());
    let kin = |text: &Text| (0..text.words.len()).any(|at| KIN.contains(&text.fold(at)));
    let prospective = shown.fold(0) == "prospective";
    known.or_else(|| ((kin(&shown) || kin(&bio)) && !prospective).then_some(Role::Parent))
}

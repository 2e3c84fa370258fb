//! disparagement: a negative statement about somebody at the author's own school, or about the school; in mail also about the recipient.

use super::{Ask, Change, Found, Proof, Report};
use crate::act::Moment;
use crate::lexicon::{Forename, forename};
use crate::mail;
use crate::slight::{self, Setting, Slight};
use crate::tagger;
use crate::verdict::Severity;
use crate::voice;
use crate::words::say;
use std::ops::Range;

/// Rows that show what is flagged and what passes; the school is `tests/fixtures/school.toml`.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        "There are parents at my school who'd struggle to water a cactus",
        "Our new deputy has the memory of a teabag",
        "Governors toured the school today. These are the people deciding our budget",
        "our deputy couldn't steer a shopping trolley",
        "Six emails from SLT about mugs. You couldn't make it up",
        "Our bursar wouldnt recognise a child if one bit him",
        "our staff meeting went on till six. I blame the so called leaders in our trust",
        "Heard our head tell the visitor all is calm. Either he is blind or he's a liar",
        "«our head is a clueless» bully",
        "Y9 today were absolute animals",
        "parents at my place are a nightmare",
        "some colleagues here shouldn't be near children",
        "Honestly Larkfield is a shambles from top to bottom",
        "My HoD is bone idle and everyone covers for him",
        "Another triumph from our genius SLT 🙄",
        "SLT at Larkfield couldn't organise a tea party",
        "Taught 9B last thing. Feral, the lot of them.",
        "Whoever wrote the timetable at ours is an idiot",
        "Our governors haven't a clue about schools",
        "The head hides in his office while the staff cope. Spineless.",
        "I am so sick of our deputy and her micromanaging",
        "Don't bother applying to Larkfield",
        "Wouldn't trust my head of department to run a bath",
        r#"{"moment":"email","to":["a@larkfield.example"],"subject":"cover","text":"You are useless and everybody knows it."}"#,
        r#"{"moment":"email","to":["a@larkfield.example"],"subject":"8C","text":"Absolute savages today."}"#,
        r#"{"moment":"message","to":["Bo"],"text":"the head is a coward"}"#,
        "Our leadership team are hypocrites.",
        "our business manager is robbing the place blind",
        "I've met brighter wheelie bins than our deputy head",
        "I work with absolute vipers",
        r#"{"moment":"email","to":["a@larkfield.example"],"text":"Between us, Janet's gone completely doolally."}"#,
        r#"{"moment":"message","to":["Bo"],"text":"ur class today were little monsters"}"#,
        r#"{"moment":"email","to":["unionjack@larkfield.example"],"text":"Our head is a bully."}"#,
        r#"{"moment":"email","to":["c.handsley@larkfield.example"],"text":"Our head is a bully."}"#,
    ],
    passes: &[
        "Don't you dare call our kids animals, they are lovely",
        "Everyone told me our head was a dragon. Everyone was wrong",
        "our Y9s couldn't find a seat on the coach",
        "I'd heard our new head was a dragon but she has been so kind",
        "Our Year 9s made me a card, you couldn't make it up, bless them",
        "Some people say our kids are feral. Rubbish, they held doors all day",
        "We've moved house at last. Parking's a nightmare",
        "our plumber's a liar, no heating again",
        "I don't think our head is useless",
        "Our head is brilliant, the best boss I have had",
        "The government are useless and Ofsted is a joke",
        "Refereeing was a disgrace tonight",
        "I am useless at French, ask my Y9s",
        "Weather was vile on playground duty at Larkfield",
        "The photocopier at work is a nightmare",
        "I disagree with the new marking policy at Larkfield",
        "Someone called our TAs lazy. They are anything but.",
        "My Year 8s are cheeky little monkeys and I love them",
        "Year 9 studied the vile crimes of Jack the Ripper",
        "Is our head useless? I was asked that at the pub",
        "My own kids were feral at the soft play",
        "My daughter's school is a shambles",
        "8B books are a nightmare to mark",
        "I've got the attention span of a gnat after lunch, poor 9B",
        "Boys in Y7 found a dead rat",
        "your class will be feral on a windy day, plan for it",
        "Our Y11s worked hard today",
        "If our head were a bully I would leave. She is lovely.",
        "Larkfield is a tough school in a poor area",
        r#"{"moment":"email","to":["dsl@larkfield.example"],"text":"Concern: a colleague was aggressive to a pupil in 9B today."}"#,
        r#"{"moment":"email","to":["rep@neu.org.uk"],"text":"Our head is a bully and I need the union's advice."}"#,
        r#"{"moment":"email","to":["rep@teachers-union.example"],"text":"Our head is a bully and I need advice."}"#,
        "Our head broke her ankle on the bouncy castle and still took assembly",
        r#"{"moment":"email","to":["a@larkfield.example"],"text":"Sorry you had a nightmare journey. The trains are awful."}"#,
        r#"{"policy":"west-midlands","moment":"post","text":"our head is a clueless bully"}"#,
    ],
};

/// Reports each statement that runs somebody down, but not what goes to the bodies that concerns belong to.
pub fn check(ask: &Ask, report: &mut Report) {
    if ask.act.moment == Moment::Email && to_proper_body(ask) {
        return;
    }
    for slight in slight::find(ask.text, || setting(ask)) {
        let place = ask.text.span(&slight.words);
        if ask.act.moment != Moment::Email || ask.reading.mail().is_own(place.start) {
            report.add(found(ask, &slight));
        }
    }
}

/// What the act says about whom its text may speak of.
fn setting(ask: &Ask) -> Setting {
    let mail = ask.act.moment == Moment::Email;
    let subject = ask.act.subject.as_deref().filter(|_| mail).map(|subject| ask.lexicon().read(subject));
    let letter = mail || ask.act.moment == Moment::Message;
    let known = ask.reading.names().iter().filter(|name| name.sure || name.who.is_some()).map(|name| name.words.clone());
    // In a letter whoever is named is known to both, unless all the world knows them.
    let named = ask.reading.persons().iter().filter(|words| letter && is_somebody(ask, words)).cloned();
    Setting { letter, subject: subject.is_some_and(|subject| slight::names_somebody(&subject)), names: known.chain(named).collect() }
}

/// Whether words are surely a person's name, and of nobody whom all the world knows.
fn is_somebody(ask: &Ask, words: &Range<usize>) -> bool {
    let capitals = words.clone().all(|at| ask.text.words[at].capital);
    let titled = matches!(ask.text.fold(words.start), "lady" | "lord" | "king" | "queen" | "prince" | "princess" | "saint");
    capitals
        && !titled
        && !tagger::is_public(ask.text, words)
        && (words.len() > 1 || forename(ask.text, words.start) == Some(Forename::Plain))
}

/// Whether a mail goes to those who must hear of wrongs: safeguarding, unions, authorities.
fn to_proper_body(ask: &Ask) -> bool {
    // Each begins a word of the address; a union's name may end in the word.
    const BODIES: &[&str] = &[
        "dsl",
        "safeguard",
        "lado",
        "neu.org",
        "nasuwt",
        "unison",
        "ascl",
        "naht",
        "gmb",
        "ofsted",
        "gov.uk",
        "police",
        "nspcc",
        "acas",
        "protect-advice",
        "whistle",
        "grievance",
        "hr@",
    ];
    const UNIONS: &[&str] = &["union@", "union.", "union-", "unions"];
    let begins = |to: &str, body| to.match_indices(body).any(|(at, _)| !to[..at].ends_with(char::is_alphanumeric));
    mail::recipients(ask.act).iter().any(|to| BODIES.iter().any(|body| begins(to, *body)) || UNIONS.iter().any(|union| to.contains(union)))
}

/// The finding, with its sentence to be left out.
fn found(ask: &Ask, slight: &Slight) -> Found {
    let heading = if slight.to_you { say("disparagement.heading-you", &[]) } else { say("disparagement.heading", &[]) };
    let found = Found::new(Severity::Warn, heading, say("disparagement.why", &[])).at(ask.text.span(&slight.words));
    let sentence = voice::sentence(ask.text, &slight.words);
    let start = ask.text.span(&sentence).start;
    let end = ask.text.words.get(sentence.end).map_or(ask.text.raw.len(), |next| next.start as usize);
    let once = ask.text.raw.len() < 20_000 && ask.text.raw.matches(ask.text.written(&slight.words)).nth(1).is_none();
    let change = Change { label: say("disparagement.remove", &[]), place: start..end, insert: String::new() };
    if once && end > start { found.offering(change) } else { found }
}

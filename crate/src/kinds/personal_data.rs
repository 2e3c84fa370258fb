//! personal-data: the author's own number, address or whereabouts, or other personal data, told to the public or to pupils.

use super::{Ask, Change, Found, MOST, Proof, Report};
use crate::act::Moment;
use crate::identifiers::home::is_home;
use crate::identifiers::whose::{Whose, whose};
use crate::identifiers::{What, live};
use crate::text::{Gap, Text};
use crate::verdict::Severity;
use crate::words::say;
use std::ops::Range;

/// Rows that show what is flagged and what passes; the school is `tests/fixtures/school.toml`.
pub const PROOF: Proof = Proof {
    policy: "academy-trust",
    flags: &[
        "Text me on «07700 900123» if you want the tickets",
        "Spare sofa going, «07700 900123»",
        "My number's «01632 960271», after tea's best",
        "new phone! «+44 7700 900123» is my new number",
        "my mobile is dead, use the landline «01632 960334»",
        "We're having a party, «14 Elm Road, Worthing BN11 2AB», all welcome at ours",
        "Collect it from mine, «61b Harcourt Avenue, Cardiff CF11 8PL»",
        "I live at «9 mill lane»",
        "my postcode is «BN11 2AB»",
        "Send it to me at «Rose Cottage, Back Lane, Settle, BD24 9EE» please",
        "Delivery address is «9 Salter Mews, BN11 2AB»",
        "Whoever hit the wall outside number «9 Elm Avenue», I live there",
        "We're the one with the gnome, «31 Mill Rd», knock twice",
        "Spare ticket! «Oh seven seven double oh nine hundred one two three»",
        r#"{"moment":"message","text":"ring me on 07700 900123","to":["Ben"]}"#,
        r#"{"policy":"west-midlands","moment":"email","text":"My mobile is 07700 900123","to":["jsmith@pupils.larkfield.example"],"cc":["h.okafor@larkfield.example"]}"#,
        r#"{"policy":"maltby","moment":"message","text":"use meera@yahoo.co.uk to send the clip","to":["mia_dances"]}"#,
        r#"{"policy":"maltby","moment":"email","text":"email drafts to ngozi@outlook.example so I can read them","to":["9b@pupils.larkfield.example"]}"#,
        r#"{"policy":"maltby","moment":"post","text":"Just checked in at Leeds Bradford, off to Faro"}"#,
        r#"{"policy":"maltby","moment":"post","text":"I'm at the Red Lion right now, come and say hello"}"#,
        r#"{"policy":"maltby","moment":"comment","text":"we are here: ///filled.count.soap"}"#,
    ],
    passes: &[
        "Ring the school on 01632 960100",
        r#"{"policy":"maltby","moment":"email","text":"Noted.\n\nOn 19 Nov 2026, Chris Ray <chris.ray@gmail.com> wrote:\n\n> Will he move?\n","subject":"Re: Choir","to":["Lee <lee@home.example>"]}"#,
        "Call us at school: +44 1632 960100 ext 44",
        "Post it to 1 Lark Lane, Larkfield LF1 1AA",
        "The plumber's number is 07700 900632, he's ace",
        "Ring Childline on 0800 1111 or 0800 123 4567",
        "School results: 64, 71, 82 in 2026, room 14",
        "221B Baker Street is a bank. I am bereft.",
        "Museum's at 1 Leopold Square, Sheffield S1 2JG and it's free",
        "New cafe at 12 Bridge Street, the cheese scones are a marvel",
        "Would love to live at 221B Baker Street for the stairs",
        "The gig is at 40 Canal Street, doors at 8",
        "Call Sandra on 07700 900123 about the cake stall",
        "The box office is 01632 960555",
        "email me at wendy@example.net",
        r#"{"moment":"email","text":"my mobile is 07700 900123","to":["a.khan@larkfield.example"]}"#,
        r#"{"policy":"maltby","moment":"post","text":"Home now. Kettle. Slippers."}"#,
        r#"{"policy":"maltby","moment":"post","text":"I'm in school until 6 doing reports"}"#,
        r#"{"policy":"maltby","moment":"message","text":"send it to m.patel@larkfield.example","to":["mia_dances"]}"#,
        r#"{"policy":"maltby","moment":"message","text":"ask the exams office, exams@board.example","to":["mia_dances"]}"#,
        r#"{"policy":"st-albans","moment":"post","text":"my number is 07700 900123"}"#,
    ],
};

/// A piece of personal data and what it is to the clause: `phone`, `address`, `email`, `location` or `identifier`.
struct Told {
    place: Range<usize>,
    data: &'static str,
    what: What,
}

/// Reports the data that the clause lists, of the people it is about.
pub fn check(ask: &Ask, report: &mut Report) {
    let with = &ask.clause.with;
    let listed = |data: &str| with.data.is_empty() || with.data.iter().any(|one| one == data);
    let raw = ask.text.raw;
    let own = |told: &Told| with.whose != "own" || is_own(ask, told);
    let mut told: Vec<Told> = identified(ask);
    if listed("location") {
        told.extend(live::find(ask.text).into_iter().map(|words| Told {
            place: ask.text.span(&words),
            data: "location",
            what: What::Location,
        }));
    }
    let published = |told: &Told| ask.context.school.publishes(told.what, &raw[told.place.clone()]);
    for told in told.into_iter().filter(|told| listed(told.data) && !published(told) && own(told)) {
        let place = if told.data == "address" { whole_address(ask.text, told.place) } else { told.place };
        report.add(found(ask, told.data, place));
    }
}

/// The identifiers of the text; a street and the postcode behind it are one.
fn identified(ask: &Ask) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    for one in ask.identifiers().iter().take(2 * MOST).filter(|one| !ask.is_introduction(one.place.start)) {
        let data = match one.what {
            What::Phone => "phone",
            What::Postcode | What::Address => "address",
            What::Email => "email",
            What::Location => "location",
            _ => "identifier",
        };
        match told.last_mut() {
            Some(last) if data == "address" && last.data == "address" && is_joined(&ask.text.raw[last.place.end..one.place.start]) => {
                last.place.end = one.place.end;
            }
            _ => told.push(Told { place: one.place.clone(), data, what: one.what }),
        }
    }
    told
}

/// Whether what stands between a street and a postcode is a town.
fn is_joined(between: &str) -> bool {
    between.len() <= 60
        && !between.contains(['.', '!', '?', ';', '('])
        && between.split([' ', ',', '\n']).all(|word| !word.starts_with(|c: char| c.is_lowercase()))
}

/// An address with the capitals before it: "Rose Cottage, Back Lane, Settle, BD24 9EE".
fn whole_address(text: &Text, place: Range<usize>) -> Range<usize> {
    let at = text.words.partition_point(|word| (word.start as usize) < place.start);
    let mut first = at;
    let joins = |at: usize| text.words[at].gap <= Gap::Comma && at > 0 && text.words[at - 1].capital && !text.starts_sentence(at - 1);
    while first > 0 && at - first < 8 && first < text.words.len() && joins(first) {
        first -= 1;
    }
    // A single name before a number is no part of it, as in "from Sam 14 Elm Road".
    let comma = (first..=at).any(|word| word > first && text.words.get(word).is_some_and(|word| word.gap == Gap::Comma));
    if comma { text.words[first].start as usize..place.end } else { place }
}

/// Whether data are the author's: said so, or a mobile number or private address that is nobody else's.
fn is_own(ask: &Ask, told: &Told) -> bool {
    let raw = ask.text.raw;
    match (whose(raw, &told.place), told.data) {
        (Whose::Own, _) | (Whose::Unsaid, "location") => true,
        (Whose::Unsaid, "phone") => is_mobile(&raw[told.place.clone()]),
        (Whose::Unsaid, "address") => is_home(raw, &told.place),
        (Whose::Unsaid, "email") => matches!(ask.act.moment, Moment::Message | Moment::Email),
        _ => false,
    }
}

/// Whether a number is that of a mobile telephone in the United Kingdom.
fn is_mobile(written: &str) -> bool {
    let digits: String = written.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let national = digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44")).map_or(digits.as_str(), |rest| rest);
    let national = national.trim_start_matches('0');
    // A number told in words is no office's.
    digits.len() < 7 || national.len() == 10 && national.starts_with('7') && !national.starts_with("70") && !national.starts_with("76")
}

fn found(ask: &Ask, data: &str, place: Range<usize>) -> Found {
    let own = ask.clause.with.whose == "own";
    let heading = match (data, own) {
        ("phone", true) => say("data.own-phone", &[]),
        ("address", true) => say("data.own-address", &[]),
        ("email", true) => say("data.own-email", &[]),
        ("location", _) => say("data.location", &[]),
        ("phone", _) => say("data.phone", &[]),
        ("address", _) => say("data.address", &[]),
        ("email", _) => say("data.email", &[]),
        _ => say("data.identifier", &[]),
    };
    let found = Found::new(Severity::Warn, heading, say("data.why", &[])).at(place.clone());
    changes(ask, data, &place).into_iter().fold(found, Found::offering)
}

/// Taking the data out, or the school's own number in its place.
fn changes(ask: &Ask, data: &str, place: &Range<usize>) -> Vec<Change> {
    let mut changes = Vec::new();
    if let (Some(phone), "phone") = (ask.context.school.phones.first(), data) {
        changes.push(Change { label: say("data.use-school", &[("phone", phone)]), place: place.clone(), insert: phone.clone() });
    }
    // The space before goes with it, so that none is left double.
    let start = place.start - usize::from(ask.text.raw[..place.start].ends_with(' '));
    changes.push(Change { label: say("data.remove", &[]), place: start..place.end, insert: String::new() });
    changes
}

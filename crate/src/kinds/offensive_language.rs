//! offensive-language: swearing, slurs, insults to somebody addressed, threats, sexual remarks and remarks against a group.

use super::{Ask, Change, Found, Proof, Report};
use crate::act::Moment;
use crate::offence::{Aim, Category, Offence};
use crate::pack::Occasion;
use crate::text::Class;
use crate::verdict::Severity;
use crate::words::say;
use std::ops::Range;

/// Rows that show what is flagged and what passes; the school is `tests/fixtures/school.toml`.
pub const PROOF: Proof = Proof {
    policy: "st-albans",
    flags: &[
        r#"{"policy":"st-albans","moment":"message","to":["Sam"],"text":"tell him you both will get what's coming to him"}"#,
        r#"{"policy":"academy-trust","moment":"comment","text":"They breed like rabbits, those travellers"}"#,
        r#"{"policy":"academy-trust","moment":"comment","text":"trust a Scot to find the cheap one"}"#,
        r#"{"policy":"academy-trust","moment":"comment","text":"she only got that job on her back"}"#,
        r#"{"policy":"academy-trust","moment":"comment","text":"the lass is a diversity hire, nothing more"}"#,
        "if you park there again I'll put your windows through",
        "a woman of that age will be off with the menopause",
        "Romanian kids all nick things",
        "they want rounding up, the lot of them",
        "Absolute «shitshow» of a morning",
        "what a «f**king» week that was",
        "«sh!t», I left the marking on the train",
        "that meeting was «fuuuuucking» endless",
        "oh «f u c k» it is Monday",
        "«#fuckthis» I am going to bed",
        "he is a right «w*nker»",
        "Some «paki» shop on the corner",
        "stop being such a «retard» about it",
        "that haircut «is so gay»",
        r#"{"moment":"comment","text":"@dave you are an idiot and everybody knows it"}"#,
        r#"{"moment":"comment","text":"you lying toad, delete this"}"#,
        r#"{"moment":"message","to":["Sam"],"text":"I know where you live, remember that"}"#,
        r#"{"moment":"message","to":["Sam"],"text":"turn up here again and I'll smash your face in"}"#,
        r#"{"moment":"email","to":["a@larkfield.example"],"text":"you'd better watch your back"}"#,
        r#"{"policy":"maltby","moment":"comment","text":"go back to your own country"}"#,
        r#"{"policy":"maltby","moment":"comment","text":"all immigrants are thieves"}"#,
        r#"{"policy":"maltby","moment":"email","to":["a@larkfield.example"],"text":"typical woman driver, no wonder the minibus is dented"}"#,
        r#"{"policy":"academy-trust","moment":"comment","text":"nice tits in that photo"}"#,
        r#"{"policy":"durrington","moment":"email","to":["a@larkfield.example"],"text":"The bloody awful printer is a piece of shit"}"#,
        r#"{"moment":"email","to":["dsl@larkfield.example"],"text":"Logged: in p3 a boy shouted 'you fat slag' at another pupil."}"#,
    ],
    passes: &[
        r#"{"policy":"academy-trust","moment":"comment","text":"faggots and mushy peas for tea, lovely"}"#,
        r#"{"policy":"academy-trust","moment":"comment","text":"the ass and both donkeys had their hooves done"}"#,
        r#"{"policy":"academy-trust","moment":"comment","text":"what a hoe, it cut straight through the clay"}"#,
        r#"{"policy":"academy-trust","moment":"comment","text":"lovely pair of goldfinches and a great tit on the feeder"}"#,
        r#"{"policy":"academy-trust","moment":"comment","text":"Refugees need warm coats, drop them at our hall"}"#,
        r#"{"policy":"academy-trust","moment":"comment","text":"nobody has the right to say refugees breed like rats"}"#,
        r#"{"policy":"durrington","moment":"email","to":["a@larkfield.example"],"text":"You will be asked for it on Monday, never give it to anyone asking for it"}"#,
        "there's a great big shag on the harbour wall",
        "Off to Scunthorpe via Penistone for a cocktail, then Essex",
        "We assess the class in the cockpit of the simulator",
        "This marking is killing me",
        "I could murder a curry",
        "If he forgets the milk again I will scream",
        "Blue tits in the nest box, and a cock pheasant on the lawn",
        "Dick Turpin assembly went well, thanks Dick",
        "Don't call people 'retard'. It is never just a word.",
        "Racism is learned. So it can be unlearned.",
        "A day on LGBT history: what being gay meant in 1967",
        "Black History Month display is up",
        "The vagina and the penis: labelled diagrams for Year 8 science",
        "A* A* A, well done that girl",
        "You're brilliant, you daft thing",
        "Ofsted are clowns",
        "My cat is an idiot",
        "Had to deal with a lad shouting no gays at the match",
        "Overheard no gays allowed in the lunch queue, so a talk with my form",
        "Suffragettes were called hysterical in the press",
        "Year 9 read about the Nazis and fascism today",
        "Bakewell tarts and gammon sandwiches in the staffroom",
        r#"{"policy":"maltby","moment":"post","text":"what a shit day"}"#,
        r#"{"policy":"durrington","moment":"post","text":"what a fucking day"}"#,
        r#"{"policy":"durrington","moment":"email","to":["a@larkfield.example"],"text":"Thanks.\n\nOn Mon, 2 Nov 2026 at 10:00, Bo <b@x.example> wrote:\n> what a shit day"}"#,
    ],
};

/// Reports what the clause's categories cover, each wording once.
pub fn check(ask: &Ask, report: &mut Report) {
    let mut said: Vec<(&Offence, Severity)> = Vec::new();
    for one in ask.reading.offences() {
        if is_covered(one, &ask.clause.with.categories)
            && is_own(ask, one)
            && let Some(severity) = severity(ask, one)
        {
            said.push((one, severity));
        }
    }
    for (at, (one, severity)) in said.iter().enumerate().take(super::MOST) {
        let same = |(other, _): &&(&Offence, Severity)| wording(ask, other).eq_ignore_ascii_case(wording(ask, one));
        if !said[..at].iter().rev().take(50).any(|other| same(&other)) {
            let last = said[at..].iter().take(50).rfind(same).map_or(one.place.end, |(other, _)| other.place.end);
            report.add(found(ask, one, *severity, one.place.start..last));
        }
    }
}

/// The words of an offence.
fn wording<'a>(ask: &Ask<'a>, one: &Offence) -> &'a str {
    ask.text.raw.get(one.place.clone()).unwrap_or_default()
}

/// Whether a pack's categories cover an offence; none listed means all.
pub(super) fn is_covered(one: &Offence, categories: &[String]) -> bool {
    let aimed = one.aim == Aim::You;
    categories.is_empty()
        || categories.iter().any(|category| match category.as_str() {
            "harassment" => one.category == Category::Threat || one.category == Category::Sexual && one.strength > 2 || aimed,
            "discrimination" | "hate" => one.category.is_protected(),
            "swearing" => one.category == Category::Profanity,
            name => name == one.category.name(),
        })
}

/// Whether the author wrote it: quoted mails are others' words, unless they are being passed on.
fn is_own(ask: &Ask, one: &Offence) -> bool {
    ask.act.moment != Moment::Email || ask.occasions.contains(&Occasion::EmailForward) || ask.reading.mail().is_own(one.place.start)
}

/// How an offence is shown; none when it is left alone.
fn severity(ask: &Ask, one: &Offence) -> Option<Severity> {
    let private = matches!(ask.act.moment, Moment::Email | Moment::Message);
    let aimed = one.aim == Aim::You;
    let posted = matches!(ask.act.moment, Moment::Post | Moment::Repost);
    let left = match one.category {
        _ if one.told => !private || one.strength < 2,
        // Somebody else's insult is disparagement, if anything.
        // A post addresses nobody, unless it says whom.
        Category::Insult => !aimed || one.strength == 0 || posted && !ask.act.text.contains('@'),
        Category::Profanity => one.strength == 0,
        _ => false,
    };
    if left {
        return None;
    }
    let grave = match one.category {
        Category::Profanity | Category::Insult | Category::Sexual | Category::Gender | Category::Politics => false,
        _ => one.strength > 2,
    };
    let personal = ask.act.moment == Moment::Comment && aimed;
    let mild = one.category == Category::Profanity && one.strength == 1 && !aimed;
    let pauses = !one.told && !mild && (private || grave || personal || touches_school(ask));
    Some(if pauses { Severity::Warn } else { Severity::Nudge })
}

/// Whether the text names the author's school or a class: swearing beside it is no private matter.
fn touches_school(ask: &Ask) -> bool {
    (0..ask.text.words.len().min(2_000)).any(|at| ask.text.class(at, Class::Own).is_some() || ask.text.class(at, Class::Year).is_some())
}

/// The finding, with masks for words and removal for all.
fn found(ask: &Ask, one: &Offence, severity: Severity, all: Range<usize>) -> Found {
    let why = match one.category {
        _ if one.told => say("offence.why-told", &[]),
        Category::Profanity => say("offence.why-swearing", &[]),
        _ => say("offence.why", &[]),
    };
    let mut found = Found::new(severity, heading(one.category), why).at(one.place.clone());
    found.settled = severity == Severity::Nudge;
    let change = |label: String, put: &dyn Fn(&str) -> String| Change {
        label,
        place: all.clone(),
        insert: ask.text.raw.get(all.clone()).map(|text| replace(text, wording(ask, one), put)).unwrap_or_default(),
    };
    if !wording(ask, one).contains(' ') {
        found = found.offering(change(say("offence.mask", &[]), &|word| "*".repeat(word.chars().count().max(3))));
    }
    found.offering(change(say("offence.remove", &[]), &|_| String::new()))
}

/// What an offence is, in words.
fn heading(category: Category) -> String {
    match category {
        Category::Profanity => say("offence.profanity", &[]),
        Category::Sexual => say("offence.sexual", &[]),
        Category::Insult => say("offence.insult", &[]),
        Category::Threat => say("offence.threat", &[]),
        Category::Race => say("offence.race", &[]),
        Category::Origin => say("offence.origin", &[]),
        Category::Religion => say("offence.religion", &[]),
        Category::Gender => say("offence.gender", &[]),
        Category::Orientation => say("offence.orientation", &[]),
        Category::Disability => say("offence.disability", &[]),
        Category::Age => say("offence.age", &[]),
        Category::Appearance => say("offence.appearance", &[]),
        Category::Politics => say("offence.politics", &[]),
    }
}

/// A text with each `word` in it, in any letter case, put otherwise.
fn replace(text: &str, word: &str, put: &dyn Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(part) = (0..rest.len()).find(|at| rest.get(*at..at + word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word))) {
        out.push_str(&rest[..part]);
        let there = &rest[part..part + word.len()];
        out.push_str(&put(there));
        rest = &rest[part + word.len()..];
    }
    out + rest
}

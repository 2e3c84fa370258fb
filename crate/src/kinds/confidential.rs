//! confidential: a post, or mail to outsiders, tells private matters of somebody at school, shares internal papers, or gives case numbers.

use super::{Ask, Found, Proof, Report};
use crate::act::Moment;
use crate::verdict::Severity;
use crate::words::say;
use crate::{mail, private};

/// Rows that show what is flagged and what passes; the school is `tests/fixtures/school.toml`.
pub const PROOF: Proof = Proof {
    policy: "academy-trust",
    flags: &[
        "boy who sits at the back of my class has epilepsy and had a seizure today",
        "I can tell you that the head of year got a final written warning",
        "Boy in my class came in with burns on his arms",
        "The lad I support has been told his mum has weeks to live",
        r#"{"policy":"maltby","moment":"email","text":"In confidence: the candidate is on a capability plan","to":["enquiries@rival.example"]}"#,
        "A lad in my form has just been put on a child protection plan",
        "one of my Y9s disclosed to me today and I can't stop crying",
        "girl in my class is self harming again",
        "Our TA has been signed off with stress since half term",
        "he got a final written warning, I was the note taker",
        "Our head is on £96k and we can't buy glue sticks",
        "the new deputy was suspended pending an investigation",
        "JT in 9B has an EHCP and still no one to one",
        "Jayden in 8C has been permanently excluded for the knife thing",
        "Jordan Smith is on the SEN register",
        "Arbor 40213 if anyone from work sees this",
        "logged it on CPOMS, incident 10482",
        "Attached is the confidential restructure paper the governors saw",
        "not for sharing but the staffing minutes say six jobs go",
        "screenshot of the CPOMS log, look what they wrote",
        "Her mum is in prison and she told the whole of my Y8 class",
        "colleague of mine at Larkfield is on capability, it's a stitch up",
        "a kid in my tutor group is in foster care and moved again",
        "my HLTA has had a miscarriage so I'm covering",
        r#"{"moment":"email","text":"Attached is the confidential budget paper.","to":["editor@gazette.example"]}"#,
        r#"{"policy":"maltby","moment":"email","text":"Between us, the boy in 7A is on a CP plan","to":["mate@home.example"]}"#,
    ],
    passes: &[
        "An EHCP can help a child who needs more support",
        "Children with an EHCP deserve better than this",
        "CPOMS or MyConcern, which do people prefer?",
        "I was off for six weeks with my back",
        "My son has an EHCP and it took two years",
        "Safeguarding training today, always sobering",
        "If a child in your class is self harming, tell the DSL",
        "Teacher pay is a disgrace",
        "I'm on £31k after six years, honestly",
        "A pupil gave me a conker today",
        "How do you support a pupil with epilepsy on a trip?",
        "He was diagnosed with cancer and still made that film",
        "The confidential helpline is open all night",
        "Exclusions are up nationally",
        "My Y10s are reading a play about a girl in care",
        "My mum has been signed off with stress",
        "CPOMS was down for 40 minutes",
        "we use Arbor for 1400 pupils",
        "Mental health matters. Talk to someone.",
        "I've got ADHD and I teach, ask me anything",
        r#"{"moment":"email","text":"The boy in 7A is on a CP plan","to":["dsl@larkfield.example"]}"#,
        r#"{"moment":"email","text":"A girl in my form disclosed to me today, please ring","to":["mash@westshire.gov.uk"]}"#,
        r#"{"policy":"durrington","moment":"post","text":"A lad in my form is on a CP plan"}"#,
    ],
};

/// Reports what is private, each place once.
pub fn check(ask: &Ask, report: &mut Report) {
    if !private::may_tell(ask.text) || is_reported(ask) {
        return;
    }
    for (words, matter) in private::find(ask.text, ask.names(), ask.persons(), ask.act.moment == Moment::Email) {
        let heading = match matter {
            private::Matter::Person => say("confidential.heading-person", &[]),
            private::Matter::Paper => say("confidential.heading-paper", &[]),
            private::Matter::Case => say("confidential.heading-case", &[]),
        };
        report.add(Found::new(Severity::Stop, heading, say("confidential.why", &[])).at(ask.text.span(&words)));
    }
}

/// Whether a mail goes only to those whom such matters are rightly told: the authorities, a union, or by an encrypted way.
fn is_reported(ask: &Ask) -> bool {
    const PROPER: &[&str] = &[
        "gov.uk",
        "gov.wales",
        "gov.scot",
        "police.uk",
        "nhs.uk",
        "nhs.net",
        "nspcc.org.uk",
        "neu.org.uk",
        "nasuwt.org.uk",
        "unison.co.uk",
        "unison.org.uk",
        "ascl.org.uk",
        "naht.org.uk",
        "gmb.org.uk",
        "eis.org.uk",
        "protect-advice.org.uk",
        "acas.org.uk",
        "ico.org.uk",
    ];
    let outside: Vec<String> = mail::recipients(ask.act).into_iter().filter(|address| !ask.context.school.is_internal(address)).collect();
    let proper = |address: &String| {
        let host = address.rsplit('@').next().unwrap_or_default();
        PROPER.iter().any(|end| host.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
    };
    !outside.is_empty() && outside.iter().all(proper)
}

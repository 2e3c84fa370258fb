//! sensitive-topic: a post or comment on the school's own results, inspection, exclusions, jobs, leaders, incidents, position or rules.

use super::{Ask, Found, Proof, Report};
use crate::topics::{self, Topic};
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes; the school is `tests/fixtures/school.toml`.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        "58% 5+ in English. Best our department has ever had",
        "Two heads in three years. We take bets now",
        "Norovirus. Forty off. We shut the nursery at noon",
        "Statement from Larkfield: we are aware of what happened at the gate",
        "Our lot have a closed site to all but Year 11 on strike day",
        "smell of gas in the science block so our kids froze on the field",
        "Our GCSE results are down again and nobody will say why",
        "yeah A levels at Larkfield were up 6%, buzzing",
        "Larkfield is bottom of the league table",
        "Ofsted rang. Two days. Pray for us.",
        "our ofsted report is out and it's requires improvement",
        "Inspectors in at Larkfield tomorrow, someone bring cake",
        "Five kids permanently excluded from Larkfield since Easter",
        "we've suspended 12 Year 9s this week alone",
        "Larkfield is oversubscribed again, 40 families on the waiting list",
        "our reception intake is tiny this year, empty places everywhere",
        "Three of our TAs are being made redundant at Christmas",
        "restructure at work, everyone in the office is at risk",
        "picket line outside Larkfield from 7.30, bring flasks",
        "School's shut Thursday, our staff are on strike",
        "so our head has resigned. Well.",
        "New principal at Larkfield in January apparently",
        "Lockdown at Larkfield this morning, kids were terrified",
        "police at our school again, lad had a knife",
        "our uniform policy is ridiculous, blazers in July",
        "The phone ban at Larkfield is a mistake imo",
        "The academy's view is that uniform is non negotiable",
        "rumour is Larkfield is joining another trust",
        "Attainment 8 of 52 for us this year, chuffed",
        "we got outstanding, cannot believe it",
        "Only 41 first choice applications at Larkfield",
        "every TA at our place has been told to reapply for their own job",
        "a parent punched our caretaker at the gate",
        "Silent corridors come in at ours on Monday and I'm not sure about it",
        "As a school we back the mayor's plan",
        "Norovirus has taken out half of our Year 7s",
    ],
    passes: &[
        "Applied for a job at Larkfield once",
        "20% off all our bakes today, kids",
        "can't speak for the school, but I loved the show",
        "The US is full of weapons in every school, glad I teach in Leeds",
        "National GCSE pass rate steady at 67.6% says JCQ",
        "Ofsted is not fit for purpose",
        "my nephew's school in Leeds got Outstanding, proud uncle",
        "Solidarity with everyone on strike today",
        "Exclusions are rising across England, says the DfE",
        "Love a knowledge quiz to start the lesson",
        "our head is on the radio",
        "We got outstanding fish and chips in Whitby",
        "our netball team are top of the league",
        "The penguins stole the show at Larkfield's day out",
        "Our head chef resigned at the pub so no roast",
        "our head broke her ankle at the netball",
        "our trust has a new logo",
        "Teachers deserve a pay rise, vote yes in the ballot",
        "Lovely day at Larkfield with the Year 9s",
        "My Y9s are writing about the General Strike this week",
        "teaching Year 6 about police and democracy tomorrow",
        "Good luck to all our Year 11s on results day tomorrow!",
        "My daughter's school has had an Ofsted inspection",
        "The new education secretary has resigned",
        "Fight scene in our Year 10 drama piece went brilliantly",
        "our kids' school is on strike so I'm working from home",
        "results of our year 8 bake off: the brownies won",
        "Does anyone have a good uniform policy we could look at?",
        r#"{"moment":"post","text":"Ofsted has lost the plot","author":{"bio":"Teacher at Larkfield. Views my own"}}"#,
        r#"{"moment":"post","text":"Our GCSE results are in!","author":{"branded":true}}"#,
        r#"{"policy":"maltby","moment":"post","text":"Our GCSE results are down"}"#,
    ],
};

/// How the finding names it.
fn said(topic: Topic) -> String {
    match topic {
        Topic::Results => say("sensitive.results", &[]),
        Topic::Inspection => say("sensitive.inspection", &[]),
        Topic::Exclusions => say("sensitive.exclusions", &[]),
        Topic::Admissions => say("sensitive.admissions", &[]),
        Topic::Jobs => say("sensitive.jobs", &[]),
        Topic::Strike => say("sensitive.strike", &[]),
        Topic::Leadership => say("sensitive.leadership", &[]),
        Topic::Incident => say("sensitive.incident", &[]),
        Topic::Position => say("sensitive.position", &[]),
        Topic::Rules => say("sensitive.rules", &[]),
        Topic::Future => say("sensitive.future", &[]),
    }
}

/// Reports the first place where a text touches each topic of the author's own school.
pub fn check(ask: &Ask, report: &mut Report) {
    if ask.act.author.branded {
        return;
    }
    let mut told: Vec<Topic> = Vec::new();
    for (words, topic) in topics::find(ask.text) {
        if !told.contains(&topic) {
            told.push(topic);
            let heading = say("sensitive.heading", &[("topic", &said(topic))]);
            report.add(Found::new(Severity::Nudge, heading, say("sensitive.why", &[])).at(ask.text.span(&words)));
        }
    }
}

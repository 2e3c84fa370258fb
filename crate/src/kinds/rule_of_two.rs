//! rule-of-two: answering by mail where two mails on the topic have already been exchanged with the same other party.

use super::{Ask, Change, Found, Proof, Report};
use crate::act::{Mail, Moment};
use crate::clock;
use crate::mail::Party;
use crate::phrase::Phrases;
use crate::text::Text;
use crate::verdict::Severity;
use crate::words::say;
use std::sync::LazyLock;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        r#"{"moment":"email","reply":true,"text":"Yes.\n\nFrom: Pat Ray\nSent: 12 November 2026 10:00\nTo: me@larkfield.example\nSubject: RE: Fair\n\nAnd her brother?\n\nFrom: me@larkfield.example\nSent: 11 November 2026 10:00\nTo: pat@home.example\nSubject: Fair\n\nShe may come.\n","subject":"RE: Fair","author":{"account":"me@larkfield.example"},"to":["Pat Ray <pat@home.example>"]}"#,
        r#"{"moment":"email","text":"Sure.\n\nOn 2026-11-12 10:00, Pat Ray wrote:\n> On Tuesday, please.\n>\n> On 2026-11-11 09:00, Me wrote:\n>> Which day?\n","subject":"Re: Room","to":["pat@home.example"]}"#,
        r#"{"moment":"email","reply":true,"text":"He was moved for support.","subject":"RE: Reading","author":{"account":"me@larkfield.example"},"to":["Pat Ray <pat@home.example>"],"thread":[{"from":"Pat Ray <pat@home.example>","to":["me@larkfield.example"],"subject":"Reading"},{"from":"me@larkfield.example","to":["pat@home.example"],"subject":"Re: Reading"}]}"#,
        r#"{"moment":"email","text":"Yes.","subject":"[Y9] AW: reading","author":{"account":"me@larkfield.example"},"to":["pat@home.example"],"thread":[{"from":"pat@home.example","to":["me@larkfield.example"],"subject":"Reading"},{"from":"me@larkfield.example","to":["pat@home.example"],"subject":"FW: Reading"}]}"#,
        r#"{"moment":"email","reply":true,"text":"Sure.\n\nOn 3 Nov 2026, Pat Ray wrote:\n> No, the other one.\n>\n> On 2 Nov 2026, Me wrote:\n>> Room 4?\n","subject":"Re: Room","to":["pat@home.example"]}"#,
        r#"{"moment":"email","text":"Sure.\n\nOn 2026-11-12 10:00, Pat Ray wrote:\n> No, the other one.\n>\n> On 2026-11-11 09:00, Me wrote:\n>> Room 4?\n","subject":"Re: Room","to":["pat@home.example"]}"#,
        r#"{"moment":"email","reply":true,"text":"Size 8 found.","subject":"Re: Boots","author":{"account":"me@larkfield.example"},"to":["pat@home.example"],"thread":[{"from":"pat@home.example","to":["me@larkfield.example"],"subject":"Boots","body":"Thanks"},{"from":"me@larkfield.example","to":["pat@home.example"],"subject":"Reminder: Boots"}]}"#,
        r#"{"moment":"email","reply":true,"text":"Agreed.","subject":"Re: Sports day","author":{"account":"me@larkfield.example"},"to":["a@larkfield.example","b@larkfield.example"],"thread":[{"from":"a@larkfield.example","to":["me@larkfield.example","b@larkfield.example"],"subject":"Sports day"},{"from":"b@larkfield.example","to":["me@larkfield.example","a@larkfield.example"],"subject":"RE: Sports day"}]}"#,
        r#"{"moment":"email","reply":true,"text":"Yes.","subject":"RE: Cover","author":{"name":"Sam Jones","account":"s.jones@larkfield.example"},"to":["Harriet Okafor <h.okafor@larkfield.example>"],"thread":[{"from":"Okafor, Harriet","to":["Jones, Sam"],"subject":"Cover"},{"from":"Jones, Sam","to":["Okafor, Harriet"],"subject":"RE: Cover"}]}"#,
    ],
    passes: &[
        r#"{"moment":"email","reply":true,"text":"Yes.","subject":"RE: Cover","author":{"name":"Sam Jones","account":"s.jones@larkfield.example"},"to":["Harriet Okafor <h.okafor@larkfield.example>"],"thread":[{"from":"Okafor, Harriet","to":["Jones, Sam"],"subject":"Cover"},{"from":"Patel, Meera","to":["Jones, Sam"],"subject":"RE: Cover"}]}"#,
        r#"{"moment":"email","reply":true,"text":"See you there.\n\nOn 12 Nov 2026, Pat Ray <pat@home.example> wrote:\n> Who may come?\n>\n> On 11 Nov 2026, Larkfield <news@larkfield.example> wrote:\n>> The fair is on Saturday.\n","subject":"Re: Fair","author":{"account":"me@larkfield.example"},"to":["Pat Ray <pat@home.example>"]}"#,
        r#"{"moment":"email","reply":true,"text":"See you there.\n\nFrom: Pat Ray <pat@home.example>\nSent: 12 November 2026 10:00\nTo: me@larkfield.example\nSubject: RE: Fair\n\nWho may come?\n\nFrom: Office <office@larkfield.example>\nSent: 11 November 2026 10:00\nTo: pat@home.example\nSubject: Fair\n\nThe fair is on Saturday.\n","subject":"RE: Fair","author":{"account":"me@larkfield.example"},"to":["Pat Ray <pat@home.example>"]}"#,
        r#"{"moment":"email","text":"No matter.\n\nOn 2026-11-12 10:00, Pat Ray wrote:\n> Back on Monday.\n>\n> On 2026-11-11 09:00, Me wrote:\n>> The form is due.\n","subject":"Re: Automatic reply: Trip form","to":["pat@home.example"]}"#,
        r#"{"moment":"email","reply":true,"text":"Yes.","subject":"RE: Reading","author":{"account":"me@larkfield.example"},"to":["pat@home.example"],"thread":[{"from":"pat@home.example","to":["me@larkfield.example"],"subject":"Reading"}]}"#,
        r#"{"moment":"email","reply":true,"text":"Yes.","subject":"RE: Reading","author":{"account":"me@larkfield.example"},"to":["pat@home.example"],"thread":[{"from":"pat@home.example","subject":"Reading"},{"from":"pat@home.example","subject":"Automatic reply: Reading"}]}"#,
        r#"{"moment":"email","reply":true,"text":"Yes.","subject":"RE: Reading","author":{"account":"me@larkfield.example"},"to":["pat@home.example"],"spoken_at":"2026-11-20T10:00:00Z","thread":[{"from":"pat@home.example","subject":"Reading","date":"2026-11-18T10:00:00Z"},{"from":"me@larkfield.example","to":["pat@home.example"],"subject":"Re: Reading","date":"2026-11-19T10:00:00Z"}]}"#,
        r#"{"moment":"email","reply":true,"text":"Well done.","subject":"Re: Essay","author":{"account":"me@larkfield.example"},"to":["jo@pupils.larkfield.example"],"thread":[{"from":"jo@pupils.larkfield.example","subject":"Essay"},{"from":"me@larkfield.example","to":["jo@pupils.larkfield.example"],"subject":"Re: Essay"}]}"#,
        r#"{"moment":"email","reply":true,"text":"Yes.","subject":"Lost jumper","author":{"account":"me@larkfield.example"},"to":["pat@home.example"],"thread":[{"from":"pat@home.example","subject":"Reading"},{"from":"me@larkfield.example","to":["pat@home.example"],"subject":"Re: Reading"}]}"#,
        r#"{"moment":"email","reply":true,"text":"Could we speak on the phone tomorrow?","subject":"RE: Reading","author":{"account":"me@larkfield.example"},"to":["pat@home.example"],"thread":[{"from":"pat@home.example","subject":"Reading"},{"from":"me@larkfield.example","to":["pat@home.example"],"subject":"Re: Reading"}]}"#,
        r#"{"moment":"email","reply":true,"text":"Thanks","subject":"RE: Minutes","author":{"account":"me@larkfield.example"},"to":["pat@home.example"],"thread":[{"from":"pat@home.example","to":["head@larkfield.example"],"cc":["me@larkfield.example"],"subject":"Minutes"},{"from":"head@larkfield.example","to":["pat@home.example"],"cc":["me@larkfield.example"],"subject":"Re: Minutes"}]}"#,
        r#"{"moment":"email","reply":true,"text":"Yes.","subject":"RE: Reading","author":{"account":"me@larkfield.example"},"to":["pat@home.example"],"thread":[{"from":"pat@home.example","to":["me@larkfield.example"],"date":"2026-11-09T09:00:00Z","subject":"Reading","body":"When?"},{"from":"pat@home.example","to":["me@larkfield.example"],"date":"2026-11-09T09:00:00Z","subject":"Reading","body":"When?"}]}"#,
        r#"{"moment":"email","reply":true,"text":"Yes.","subject":"RE: Reading","author":{"account":"me@larkfield.example"},"to":["pat@home.example"],"thread":[{"from":"me@larkfield.example","to":["pat@home.example"],"subject":"Reading"},{"from":"pat@home.example","to":["me@larkfield.example"],"subject":"Re: Reading","body":"I’m out of the office until Monday."}]}"#,
    ],
};

/// Ways of proposing to speak or meet.
static PROPOSALS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let macros = [
        ("speak", "speak|talk|chat|meet|catch up|call|phone|ring|zoom|teams call"),
        (
            "how",
            "by phone|on the phone|over the phone|by telephone|on the telephone|in person|face to face|on teams|on zoom|over a coffee|this through|it through|things through",
        ),
    ];
    let rows = [
        "(could|can|shall|should|might|may) (we|you|i) ..3 $speak",
        "(i'll|i will|i can|i could|let me|happy to|i'd like to|glad to|please|do) ..2 (ring|call|phone|telephone) (you|me|us|the school|the office|reception)",
        "(give|giving) (you|me|us) a (ring|call|bell|phone call)",
        "(talk|speak|chat|discuss) ..4 $how",
        "(pop|come|call) (in|by|round|into) ..4 (school|office|see me|for a chat|to discuss|to see|to talk)",
        "(arrange|book|set up|organise|have|suggest|schedule|propose|offer) (a|an) ..3 (call|meeting|chat|conversation|appointment|phone call)",
        "(free|available|able|time) (to|for) (a|an)? ..1 (call|chat|meet|meeting|talk|speak|conversation)",
        "(like|love|prefer|better|easier|best|help|useful|good|want) to ..2 (meet|talk|speak|chat)",
        "ffonio|cyfarfod",
    ];
    Phrases::new(rows.map(|row| ((), row)), &macros)
});

/// Seconds.
const DAY: i64 = 86_400;

/// So many mails are named in a finding, the last ones.
const LISTED: usize = 6;

/// Reports when as many mails as the clause allows have been exchanged.
pub fn check(ask: &Ask, report: &mut Report) {
    let act = ask.act;
    if act.moment != Moment::Email || act.forwarded == Some(true) {
        return;
    }
    let party = Party::of(act, ask.context);
    let body = ask.mail();
    let allowed = ask.clause.with.exchanged.unwrap_or(2) as usize;
    let shown = party.exchanged(act, ask.clause.with.silence_days, ask.context.time(act));
    let exchanged = shown.len().max(party.quoted(act, body));
    if party.is_nobody() || exchanged < allowed || proposes(body.top) {
        return;
    }
    // The history below the draft holds more than the thread on screen: of its mails only the number is known.
    let listed = if shown.len() == exchanged { &shown[..] } else { &[] };
    let heading = heading(&party, exchanged, listed.first().and_then(|first| day_of(ask, first)));
    let change = Change { label: say("rule-of-two.propose", &[]), place: 0..0, insert: say("rule-of-two.line", &[]) };
    report.add(Found::new(Severity::Nudge, heading, why(ask, &party, listed)).offering(change));
}

fn heading(party: &Party, exchanged: usize, since: Option<String>) -> String {
    let fill = [("count", &*exchanged.to_string()), ("who", &party.shown()), ("since", since.as_deref().unwrap_or_default())];
    if since.is_some() { say("rule-of-two.heading-since", &fill) } else { say("rule-of-two.heading", &fill) }
}

/// Why, after who wrote and when: the last few mails that were counted.
fn why(ask: &Ask, party: &Party, listed: &[&Mail]) -> String {
    let why = say("rule-of-two.why", &[]);
    let known: Vec<&&Mail> = listed.iter().filter(|mail| mail.from.is_some()).collect();
    let last = &known[known.len().saturating_sub(LISTED)..];
    let told = last.iter().map(|mail| [Some(party.writer(mail)), day_of(ask, mail)].into_iter().flatten().collect::<Vec<_>>().join(" "));
    let told = told.collect::<Vec<_>>().join(", ");
    if told.is_empty() { why } else { say("rule-of-two.counted", &[("list", &told), ("why", &why)]) }
}

/// The day of a mail as people say it: the weekday within a week, else the date.
fn day_of(ask: &Ask, mail: &Mail) -> Option<String> {
    let time = mail.date.as_deref().and_then(clock::parse)?;
    let local = clock::local(time);
    let recent = (0..6 * DAY).contains(&(ask.context.time(ask.act).as_second() - time.as_second()));
    Some(if recent { clock::weekday(&local).to_owned() } else { clock::Day::from(local.date()).to_string() })
}

/// Whether a text already proposes to speak or meet.
fn proposes(top: &str) -> bool {
    PROPOSALS.is_in(&Text::new(top))
}

//! rule-of-two: answering by mail where two mails on the topic have already been exchanged with the same other party.

use super::{Ask, Change, Found, Proof, Report};
use crate::act::{Act, Mail, Moment};
use crate::clock;
use crate::mail::{self, address, display_name, is_automatic, is_machine, is_notice, topic};
use crate::phrase::Phrases;
use crate::roster::{Role, Roster};
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
    ],
    passes: &[
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

/// Reports when as many mails as the clause allows have been exchanged.
pub fn check(ask: &Ask, report: &mut Report) {
    let act = ask.act;
    if act.moment != Moment::Email || act.forwarded == Some(true) {
        return;
    }
    let party = Party::of(ask);
    let body = mail::split(&act.text);
    let allowed = ask.clause.with.exchanged.unwrap_or(2) as usize;
    let exchanged = party.exchanged(act).max(quoted(&party, act, &body));
    if party.others.is_empty() || exchanged < allowed || proposes(body.top) {
        return;
    }
    let heading = say("rule-of-two.heading", &[("count", &exchanged.to_string()), ("who", &party.shown())]);
    let change = Change { label: say("rule-of-two.propose", &[]), place: 0..0, insert: say("rule-of-two.line", &[]) };
    report.add(Found::new(Severity::Nudge, heading, say("rule-of-two.why", &[])).offering(change));
}

/// Whether a text already proposes to speak or meet.
fn proposes(top: &str) -> bool {
    PROPOSALS.is_in(&Text::new(top))
}

/// Mails quoted below the draft, when the thread on screen does not show them: only in a reply, and not after the two have spoken.
fn quoted(party: &Party, act: &Act, body: &mail::Body) -> usize {
    // Below a new subject stands the history of another topic.
    let moved = act.thread.iter().any(|mail| !party.on_topic(mail)) || party.topic.as_ref().is_some_and(|topic| topic.contains("(was:"));
    if moved || act.reply == Some(false) || act.spoken_at.is_some() || party.others.is_empty() {
        return 0;
    }
    // What is answered stands first in the history; a program's notice there is no mail of anybody's.
    let notice = act.subject.as_deref().is_some_and(|subject| is_notice(&topic(subject)));
    let notices = usize::from(notice && body.messages > 1);
    // A bulletin that is answered, and what others wrote to each other, is no mail between the two.
    body.introductions.iter().skip(notices).filter(|at| party.may_have_written(&mail::sender(&act.text[(*at).clone()]))).count()
}

/// Everyone outside the author, taken together; pupils have their own rules and programs are nobody.
struct Party {
    me: String,
    others: Vec<String>,
    name: String,
    topic: Option<String>,
}

impl Party {
    fn of(ask: &Ask) -> Self {
        let act = ask.act;
        let me = act.author.account.as_deref().map(address).unwrap_or_default();
        let person = |written: &&String| {
            let address = address(written);
            !address.is_empty()
                && address != me
                && !is_machine(&address)
                && !ask.context.school.is_pupil_address(&address)
                && !is_pupil(ask, &address)
        };
        let written: Vec<&String> = act.to.iter().chain(&act.cc).filter(person).collect();
        let name = written.first().map(|first| display_name(first).to_owned()).unwrap_or_default();
        let subject = act.subject.as_deref().or_else(|| act.thread.last().and_then(|mail| mail.subject.as_deref()));
        Self { others: written.iter().map(|written| address(written)).collect(), name, topic: subject.map(topic), me }
    }

    fn shown(&self) -> String {
        let first = match (self.name.as_str(), self.others.first()) {
            ("", Some(address)) => address.clone(),
            ("", None) => say("rule-of-two.someone", &[]),
            (name, _) => name.to_owned(),
        };
        if self.others.len() > 1 { say("rule-of-two.others", &[("who", &first)]) } else { first }
    }

    /// Mails of the thread that count: on this topic, between the author and this party, since they last spoke.
    fn exchanged(&self, act: &Act) -> usize {
        let spoken = act.spoken_at.as_deref().and_then(clock::parse);
        let mut taking_part = false;
        let mut count = 0;
        let counted = |&(at, mail): &(usize, &Mail)| !is_automatic(mail) && !is_copy(act, at);
        for (_, mail) in act.thread.iter().enumerate().filter(counted) {
            let from = address(mail.from.as_deref().unwrap_or_default());
            taking_part |= from == self.me || self.is_addressed(mail);
            let since = spoken.is_none_or(|spoken| mail.date.as_deref().and_then(clock::parse).is_none_or(|date| date > spoken));
            if taking_part && since && self.on_topic(mail) && self.with_party(mail, &from) {
                count += 1;
            }
        }
        count
    }

    /// Whether a mail is to the author; one of unknown recipients is.
    fn is_addressed(&self, mail: &Mail) -> bool {
        let to_me = mail.to.iter().any(|written| address(written) == self.me);
        let known = !mail.to.is_empty() || !mail.cc.is_empty();
        self.me.is_empty() || to_me || !known
    }

    fn on_topic(&self, mail: &Mail) -> bool {
        match (&self.topic, &mail.subject) {
            (Some(ours), Some(theirs)) => *ours == topic(theirs),
            _ => true,
        }
    }

    /// Whether a quoted mail can be the author's or the party's: an address says, a name alone does not.
    fn may_have_written(&self, from: &str) -> bool {
        from.is_empty() || (self.me.is_empty() && !is_machine(from)) || from == self.me || self.others.iter().any(|other| other == from)
    }

    /// Whether a mail was sent by or to one of the party; one of unknown people was.
    fn with_party(&self, mail: &Mail, from: &str) -> bool {
        let sent_to = |other: &String| mail.to.iter().chain(&mail.cc).any(|written| address(written) == *other);
        let unknown = from.is_empty() || (from == self.me && mail.to.is_empty() && mail.cc.is_empty());
        unknown || self.others.iter().any(|other| other == from || (from == self.me || self.me.is_empty()) && sent_to(other))
    }
}

/// Whether a mail stands in the thread already, as sent and as received: same sender, minute and words.
fn is_copy(act: &Act, at: usize) -> bool {
    let mail = &act.thread[at];
    let from = |mail: &Mail| mail.from.as_deref().map(address);
    let when = |mail: &Mail| mail.date.as_deref().and_then(clock::parse);
    let same = |other: &Mail| from(other) == from(mail) && when(other) == when(mail) && other.body == mail.body;
    mail.date.is_some() && act.thread[..at].iter().rev().take(50).any(same)
}

/// Whether the roster knows an address as a pupil's.
fn is_pupil(ask: &Ask, address: &str) -> bool {
    let roster: &Roster = ask.context.roster;
    roster.called(crate::roster::Way::Handle, address).any(|person| person.role_on(ask.context.day(ask.act)) == Role::Pupil)
}

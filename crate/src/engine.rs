//! The one loop: each clause of the pack that applies asks its kind, and the answers become a verdict.

use crate::act::{Act, Moment};
use crate::clock;
use crate::kinds::{self, Ask, Found, Report};
use crate::mail;
use crate::order;
use crate::pack::{Clause, Does, Occasion, Pack};
use crate::reading::Reading;
use crate::recipients;
use crate::roster::Roster;
use crate::school::School;
use crate::text;
use crate::verdict::{Finding, Fix, Verdict};
use crate::words::say;
use jiff::{Timestamp, civil::Date};
use std::ops::Range;

/// Under what an act is checked.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The policy.
    pub pack: &'a Pack,
    /// The school.
    pub school: &'a School,
    /// The people.
    pub roster: &'a Roster,
    /// When the act does not say when it is.
    pub now: Timestamp,
}

impl Context<'_> {
    /// The day on which an act happens, at the school.
    pub fn day(&self, act: &Act) -> Date {
        clock::local(self.time(act)).date()
    }

    /// When an act happens.
    pub fn time(&self, act: &Act) -> Timestamp {
        act.at.as_deref().and_then(clock::parse).unwrap_or(self.now)
    }
}

/// Checks an act. Cannot fail, whatever the act holds.
pub fn check(act: &Act, context: &Context) -> Verdict {
    let reading = Reading::new(&act.text, context.school, context.roster);
    let occasions = occasions(act, context, &reading);
    let mut findings: Vec<(usize, &Clause, Found)> = Vec::new();
    let mut asked: Vec<&Clause> = Vec::new();
    for clause in context.pack.clauses.iter().filter(|clause| applies(clause, &occasions)) {
        // A second clause that asks the same of the same words would find the same, and give way to the first.
        if asked.iter().any(|other| other.kind == clause.kind && other.severity == clause.severity && other.with == clause.with) {
            continue;
        }
        asked.push(clause);
        let Some(kind) = kinds::find(&clause.kind) else { continue };
        let mut report = Report::default();
        kind(&Ask { act, text: &reading.text, context, clause, occasions: &occasions, reading: &reading }, &mut report);
        findings.extend(report.found.into_iter().map(|found| (findings_rank(&found), clause, settle(found, clause))));
    }
    order::by(&mut findings, |(one, by, found), (other, by_other, found_other)| {
        (found.severity, one, &by.kind).cmp(&(found_other.severity, other, &by_other.kind))
    });
    drop_repeats(&mut findings);
    Verdict { id: act.id.clone(), findings: write_out(act, context, findings) }
}

/// Where a finding stands in the text; those about the whole act come first.
fn findings_rank(found: &Found) -> usize {
    found.place.as_ref().map_or(0, |place| place.start + 1)
}

/// The clause's own severity, unless the kind has settled it.
fn settle(mut found: Found, clause: &Clause) -> Found {
    if let (Some(severity), false) = (clause.severity, found.settled) {
        found.severity = severity;
    }
    found
}

/// The same words give one finding for a kind, the gravest and first.
fn drop_repeats(findings: &mut Vec<(usize, &Clause, Found)>) {
    // For each kind the places kept, in order; the whole act is a place of its own.
    let mut kept: Vec<(&str, bool, Vec<Range<usize>>)> = Vec::new();
    findings.retain(|(_, clause, found)| {
        let known = kept.iter().position(|(kind, _, _)| *kind == clause.kind);
        let at = known.unwrap_or_else(|| {
            kept.push((&clause.kind, false, Vec::new()));
            kept.len() - 1
        });
        let (_, whole, places) = &mut kept[at];
        let Some(place) = &found.place else { return !std::mem::replace(whole, true) };
        let next = places.partition_point(|other| other.start < place.end.max(place.start + 1));
        let is_new = next == 0 || places[next - 1].end <= place.start;
        if is_new {
            places.insert(next, place.clone());
        }
        is_new
    });
}

/// Whether a clause is checked on one of these occasions.
fn applies(clause: &Clause, occasions: &[Occasion]) -> bool {
    clause.does == Does::Check && clause.moments.iter().any(|moment| occasions.contains(moment))
}

/// Turns bytes into UTF-16 and cites the clause; places are converted in one pass.
fn write_out(act: &Act, context: &Context, findings: Vec<(usize, &Clause, Found)>) -> Vec<Finding> {
    let mut bytes = Vec::new();
    for (_, _, found) in &findings {
        bytes.extend(found.place.iter().chain(found.changes.iter().map(|change| &change.place)).flat_map(|place| [place.start, place.end]));
    }
    let mut units = text::utf16(&act.text, &bytes).into_iter();
    let mut pair = move || (units.next().unwrap_or(0), units.next().unwrap_or(0));
    findings.into_iter().map(|(_, clause, found)| finding(act, context.pack, clause, found, &mut pair)).collect()
}

fn finding(act: &Act, pack: &Pack, clause: &Clause, found: Found, pair: &mut impl FnMut() -> (u32, u32)) -> Finding {
    let place = found.place.as_ref().map(|_| pair());
    let fixes = found.changes.into_iter().map(|change| {
        let (start, end) = pair();
        Fix { label: change.label, start, end, insert: change.insert }
    });
    Finding {
        kind: clause.kind.clone(),
        clause: format!("{}/{}", pack.id, clause.id),
        severity: found.severity,
        start: place.map(|(start, _)| start),
        end: place.map(|(_, end)| end),
        excerpt: found.place.and_then(|place| act.text.get(place)).map(str::to_owned),
        heading: found.heading,
        message: say("policy.cited", &[("why", &found.why), ("policy", &pack.cited()), ("where", &clause.r#where), ("says", &clause.says)]),
        fixes: fixes.collect(),
    }
}

/// The occasions that an act is, in the words of the packs.
fn occasions(act: &Act, context: &Context, reading: &Reading) -> Vec<Occasion> {
    let mut occasions = match act.moment {
        Moment::Post => vec![Occasion::Post],
        Moment::Comment => vec![Occasion::Comment],
        Moment::Repost => vec![Occasion::Repost, Occasion::Post],
        Moment::Profile => vec![Occasion::Profile],
        Moment::Message => vec![Occasion::Message],
        Moment::Email => mail_occasions(act, context, reading),
        Moment::EmailRead => vec![Occasion::EmailRead],
        Moment::Connect => vec![Occasion::Connect],
        Moment::Image => vec![Occasion::UploadImage],
        Moment::Video => vec![Occasion::Play, Occasion::Review],
        Moment::Page => vec![Occasion::Page],
        Moment::Search => vec![Occasion::SearchInClass],
        Moment::SignUp => vec![Occasion::SignUpForm, Occasion::SignInForm],
        Moment::Password => vec![Occasion::NewPassword],
        Moment::Transfer => vec![Occasion::Download, Occasion::Upload],
        Moment::MailSettings => vec![Occasion::MailSettings],
        Moment::VideoUpload => vec![Occasion::UploadVideo],
    };
    if act.video.as_ref().is_some_and(|video| video.class_mode) {
        occasions.push(Occasion::PlayInClass);
    }
    if act.media.iter().any(|media| matches!(media.r#type.as_deref(), Some("image" | "video"))) {
        occasions.push(Occasion::UploadImage);
    }
    occasions
}

fn mail_occasions(act: &Act, context: &Context, reading: &Reading) -> Vec<Occasion> {
    let recipients = mail::recipients(act);
    let outside = recipients.iter().any(|address| !context.school.is_internal(address));
    let mut occasions =
        vec![Occasion::Email, if outside || recipients.is_empty() { Occasion::EmailExternal } else { Occasion::EmailInternal }];
    if !recipients::pupils(act, context).is_empty() {
        occasions.push(Occasion::EmailToPupil);
    }
    if is_reply(act, reading) {
        occasions.push(Occasion::EmailReply);
    }
    if act.forwarded == Some(true) {
        occasions.push(Occasion::EmailForward);
    }
    occasions
}

/// Whether a mail answers another: said so, in a thread, or, where nothing is said, quoting one.
fn is_reply(act: &Act, reading: &Reading) -> bool {
    act.reply == Some(true) || !act.thread.is_empty() || (act.reply.is_none() && reading.mail().messages > 1)
}

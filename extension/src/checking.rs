//! A check: what the page sent, filled in with what only the background knows, judged, and tempered by the person's own answers.

use crate::accounts;
use crate::exchanges;
use crate::ledger::Entry;
use crate::settings::Settings;
use beforehand::act::{Act, Person};
use beforehand::mail::exchanged;
use beforehand::roster::Role;
use beforehand::{Context, Finding, Pack, Roster, Severity, Verdict, check, clock, people};
use beforehand_shared::day;
use beforehand_shared::message::Mark;
use jiff::civil::Date;

/// Judges an act from a page of `site`, and tells what, if it were so of the other person, would settle a connection.
/// Without a policy in force there is nothing to say.
pub fn judge(settings: &Settings, site: &str, mut act: Act, watched: Option<&Entry>, now: u64) -> (Verdict, Vec<Mark>) {
    let Some(pack) = &settings.pack else { return (Verdict { id: act.id, ..Verdict::default() }, Vec::new()) };
    let today = day::today(now);
    let mark = act.person.as_ref().and_then(|person| settings.marks.of(&settings.device, site, person, today));
    fill(settings, site, &mut act, watched, today);
    let context = Context { pack, school: &settings.school, roster: &settings.roster, now: day::at(now) };
    if counts_mails(pack) && exchanges::counts(&act) {
        let seen = exchanged(&act, &context);
        settings.marks.exchanges.fill(&settings.device, &mut act, seen);
    }
    let mut verdict = check(&act, &context);
    let unknown = is_of_unknown_age(&act, &settings.roster, today);
    if unknown && mark == Some(Mark::OfAge) {
        verdict.findings.retain(|finding| !is_about_age(finding));
    }
    let marks = if settings.class_mode { Vec::new() } else { settling(&mut act, &context, &verdict, unknown) };
    settings.answers.temper(&settings.device, site, &mut verdict);
    if settings.class_mode {
        hide(&mut verdict);
    }
    (verdict, marks)
}

/// Whether a policy has a rule of 2.
fn counts_mails(pack: &Pack) -> bool {
    pack.clauses.iter().any(|clause| clause.kind == "rule-of-two")
}

/// Remembers that a mail goes out, where the policy counts mails; whether there was anything to remember.
pub fn sent(settings: &mut Settings, site: &str, mut act: Act, now: u64) -> bool {
    fill(settings, site, &mut act, None, day::today(now));
    let Some(pack) = settings.pack.as_ref().filter(|pack| counts_mails(pack) && exchanges::counts(&act)) else { return false };
    let context = Context { pack, school: &settings.school, roster: &settings.roster, now: day::at(now) };
    let (_, seen) = exchanged(&act, &context);
    settings.marks.exchanges.sent(&settings.device, &act, seen, &clock::written(day::at(now)));
    true
}

/// Whether the other person is a former pupil, by every list that knows them, whose birthday none of them has.
fn is_of_unknown_age(act: &Act, roster: &Roster, today: Date) -> bool {
    let Some(person) = &act.person else { return false };
    let listed = people::who(roster, person.name.as_deref(), person.handle.as_deref());
    !listed.is_empty() && listed.iter().all(|person| person.role_on(today) == Role::Leaver && person.turns.is_none())
}

/// A former pupil's age is a warning; what is advised against at any age is less.
fn is_about_age(finding: &Finding) -> bool {
    finding.kind == "connection" && finding.severity == Severity::Warn
}

/// The marks after which the policy would say nothing of a connection.
fn settling(act: &mut Act, context: &Context, verdict: &Verdict, unknown: bool) -> Vec<Mark> {
    if act.person.is_none() || !is_connection(verdict) {
        return Vec::new();
    }
    let tries = [
        (Mark::Family, settles(act, context, |person| person.family = Some(true))),
        (Mark::Permission, settles(act, context, |person| person.permission = Some(true))),
        (Mark::OfAge, unknown && verdict.findings.iter().any(is_about_age)),
    ];
    tries.into_iter().filter(|(_, settles)| *settles).map(|(mark, _)| mark).collect()
}

fn is_connection(verdict: &Verdict) -> bool {
    verdict.findings.iter().any(|finding| finding.kind == "connection")
}

/// Whether nothing would be said of a connection if this were so of the other person; the act is as before.
fn settles(act: &mut Act, context: &Context, change: fn(&mut Person)) -> bool {
    let before = act.person.clone();
    act.person.as_mut().map(change);
    let settled = !is_connection(&check(act, context));
    act.person = before;
    settled
}

fn fill(settings: &Settings, site: &str, act: &mut Act, watched: Option<&Entry>, today: Date) {
    // Policy and time are the background's: a page cannot choose a milder policy or another day.
    act.policy = None;
    act.at = None;
    accounts::fill(&settings.accounts, site, act);
    fill_author(settings, act);
    settings.marks.fill(&settings.device, site, act, today);
    if let Some(video) = &mut act.video {
        video.class_mode = settings.class_mode;
        video.class_age = video.class_age.or((settings.me.class_age > 0).then_some(settings.me.class_age));
        video.watched.extend(watched.into_iter().flat_map(Entry::watched));
    }
    if let Some(page) = &mut act.page {
        page.class_mode = settings.class_mode;
    }
}

fn fill_author(settings: &Settings, act: &mut Act) {
    let said = |word: &String| (!word.is_empty()).then(|| word.clone());
    act.author.name = act.author.name.take().or_else(|| said(&settings.me.name));
    act.author.bio = act.author.bio.take().or_else(|| said(&settings.me.bio));
}

/// A projector may be showing the page: only that there is something, never what.
fn hide(verdict: &mut Verdict) {
    for finding in &mut verdict.findings {
        "Paused while class mode is on".clone_into(&mut finding.heading);
        "The details are shown once class mode is off.".clone_into(&mut finding.message);
        finding.excerpt = None;
        finding.start = None;
        finding.end = None;
        finding.fixes.clear();
    }
}

//! A check: what the page sent, filled in with what only the background knows, judged, and tempered by the person's own answers.

use crate::ledger::Entry;
use crate::settings::Settings;
use beforehand::act::Act;
use beforehand::{Context, Verdict, check};
use beforehand_shared::day;

/// Judges an act from a page of `site`. Without a policy in force there is nothing to say.
pub fn judge(settings: &Settings, site: &str, mut act: Act, watched: Option<&Entry>, now: u64) -> Verdict {
    let Some(pack) = &settings.pack else { return Verdict { id: act.id, ..Verdict::default() } };
    fill(settings, site, &mut act, watched);
    let now = day::at(now);
    let mut verdict = check(&act, &Context { pack, school: &settings.school, roster: &settings.roster, now });
    settings.answers.temper(&settings.device, site, &mut verdict);
    if settings.class_mode {
        hide(&mut verdict);
    }
    verdict
}

fn fill(settings: &Settings, site: &str, act: &mut Act, watched: Option<&Entry>) {
    // Policy and time are the background's: a page cannot choose a milder policy or another day.
    act.policy = None;
    act.at = None;
    fill_author(settings, act);
    settings.marks.fill(&settings.device, site, act);
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

//! The background: who may ask what, and the answer to each message. Nothing here waits: `bg.ts` reads before and writes after.

use crate::accounts;
use crate::browser;
use crate::change::{change, keep_marks, set_class_mode};
use crate::checking::{judge, sent};
use crate::covered::{host, site_of};
use crate::journal::Entry as Decision;
use crate::ledger::Entry as Viewing;
use crate::managed::{FileRead, Managed};
use crate::roster::wipe_when_due;
use crate::settings::{Settings, key, policy_name};
use crate::store::{self, Kept, Read, Write};
use beforehand::Verdict;
use beforehand::act::{Act, Person};
use beforehand::{clock, json, people};
use beforehand_shared::error::Error;
use beforehand_shared::message::{Choice, FromBackground, Here, MarkedPerson, Notice, Remembered, State, ToBackground, View, Why};
use beforehand_shared::{day, sealed};

/// A school's settings may arrive this long after the browser has started.
const LOADING_MS: u64 = 10_000;

/// Where a message came from, as the browser says.
#[derive(Clone, Debug, Default)]
pub struct Sender {
    id: String,
    url: String,
    origin: String,
    frame_id: i64,
    tab: Option<Tab>,
}

json!(Sender, lax { id: May, url: May, origin: May, frame_id: May = "frameId", tab: May });

#[derive(Clone, Copy, Debug, Default)]
struct Tab {
    id: i32,
}

json!(Tab, lax { id: May });

/// Who is asking, once that is allowed.
#[derive(Debug)]
enum From {
    /// Our script in a page of a covered site.
    Page { site: String, host: String, top_tab: Option<i32> },
    /// Our own popup or options page.
    Own,
}

impl From {
    fn site(&self) -> &str {
        match self {
            Self::Page { site, .. } => site,
            Self::Own => "",
        }
    }
}

/// What `bg.ts` has looked up for a message: only what that message needs.
#[derive(Debug, Default)]
pub struct Known {
    /// The school's settings as they are now, as JSON.
    managed: Option<String>,
    /// Whether our script is in the tab that is asked about: `page`, `frame` or empty.
    presence: String,
    /// What was kept about that tab, as JSON.
    here: Option<String>,
    /// The sealed roster, opened.
    pub roster: Option<String>,
    /// What the file in the message says.
    pub file: FileRead,
}

json!(Known, lax { managed: May, presence: May, here: May, roster: May, file: May });

/// What becomes of a message: `bg.ts` keeps what is to be kept, tells who is to be told, then gives the answer.
#[derive(Debug)]
pub struct Outcome {
    answer: FromBackground,
    writes: Vec<Write>,
    tell: Option<Told>,
}

json!(write Outcome { answer: Need, writes: Need, tell: Need });

/// How things stand, for all pages and the toolbar.
#[derive(Debug)]
struct Told {
    state: FromBackground,
    /// Text, colour and tooltip.
    badge: [&'static str; 3],
}

json!(write Told { state: Need, badge: Need });

/// What was done, with whatever is to be written and told.
pub fn outcome(settings: &mut Settings, answer: Result<FromBackground, Error>) -> Outcome {
    let answer = answer.unwrap_or_else(|why| FromBackground::Error { message: why.to_string() });
    let tell = std::mem::take(&mut settings.news).then(|| told(settings));
    Outcome { answer, writes: std::mem::take(&mut settings.writes), tell }
}

/// Answers one message; refusals and failures are answers too.
pub fn answer(settings: &mut Settings, asked: &str, sender: &str, known: &str) -> Result<FromBackground, Error> {
    let refused = |why: json::Wrong| Error::Refused(why.to_string());
    let sender: Sender = json::read(sender).map_err(refused)?;
    let asked: ToBackground = json::read(asked).map_err(refused)?;
    let known: Known = json::read(known).map_err(refused)?;
    let from = permitted(&sender, &asked)?;
    wipe_when_due(settings);
    match asked {
        ToBackground::Hello { url } => Ok(hello(settings, &from, &url, known.managed.as_deref())),
        ToBackground::Check { act } => Ok(check(settings, &from, *act)),
        ToBackground::GetView { tab } => {
            let here = if tab.is_some() { here(settings, known) } else { Here::default() };
            Ok(FromBackground::View(Box::new(view(settings, here))))
        }
        asked if asked.is_for_pages() => keep(settings, &from, asked),
        asked => {
            change(settings, asked, known)?;
            settings.news = true;
            Ok(FromBackground::View(Box::new(view(settings, Here::default()))))
        }
    }
}

/// Our own scripts only: those in covered pages may ask for checks, those of our own pages may change settings.
fn permitted(sender: &Sender, asked: &ToBackground) -> Result<From, Error> {
    if sender.id != browser::own_id() {
        return Err(Error::Refused("it comes from outside the extension".to_owned()));
    }
    if sender.url.starts_with(&browser::own_url("")) {
        return Ok(From::Own);
    }
    let covered = browser::covered_hosts();
    // A blank frame inside a page carries its parent's origin instead of an address of its own.
    let address = if host(&sender.url).is_empty() { &sender.origin } else { &sender.url };
    let site = site_of(&covered, address).ok_or_else(|| Error::Refused("it comes from a page that is not covered".to_owned()))?;
    if !asked.is_for_pages() {
        return Err(Error::Refused("a page may not ask this".to_owned()));
    }
    let top_tab = sender.tab.filter(|_| sender.frame_id == 0).map(|tab| tab.id);
    Ok(From::Page { site: site.to_owned(), host: host(address).to_owned(), top_tab })
}

fn hello(settings: &mut Settings, from: &From, url: &str, managed: Option<&str>) -> FromBackground {
    keep_here(settings, from);
    if let Some(managed) = managed {
        reread_managed(settings, managed);
    }
    let mut state = state(settings, browser::now());
    if matches!(from, From::Page { .. }) && site_of(&browser::covered_hosts(), url).is_none() && !host(url).is_empty() {
        state.active = false;
        state.why = Why::NotCovered;
    }
    FromBackground::State(state)
}

/// Remembers what a tab shows, for the popup over it.
fn keep_here(settings: &mut Settings, from: &From) {
    if let From::Page { site, host, top_tab: Some(tab) } = from {
        let here = Here { host: host.clone(), site: site.clone(), ..Here::default() };
        settings.writes.push(Write::session(&format!("tab.{tab}"), &here));
    }
}

fn check(settings: &mut Settings, from: &From, act: Act) -> FromBackground {
    let now = browser::now();
    if why(settings, now) != Why::Working {
        return FromBackground::Verdict { verdict: Verdict { id: act.id, ..Verdict::default() }, marks: Vec::new() };
    }
    let viewing = act.video.as_ref().and_then(|video| video.id.as_deref()).map(|id| viewing(settings, from.site(), id));
    let (verdict, marks) = judge(settings, from.site(), act, viewing.as_ref(), now);
    FromBackground::Verdict { verdict, marks }
}

/// Keeps what a page reports.
fn keep(settings: &mut Settings, from: &From, report: ToBackground) -> Result<FromBackground, Error> {
    match report {
        ToBackground::Decided { site, kind, clause, choice, reason, pattern } => {
            if choice == Choice::NotRight {
                settings.answers.not_right(&settings.device, from.site(), &clause, pattern.as_deref().unwrap_or_default());
                settings.writes.push(Write::keep(key::ANSWERS, &settings.answers));
            }
            settings.journal.add(Decision { at: browser::now(), site, kind, clause, choice, reason });
            settings.writes.push(Write::seal(sealed::JOURNAL, &settings.journal));
        }
        ToBackground::Spoken { subject, people } => {
            settings.marks.spoken(&settings.device, &subject, &people, &clock::written(day::at(browser::now())));
            keep_marks(settings);
        }
        ToBackground::Sent { act } => {
            if sent(settings, from.site(), *act, browser::now()) {
                keep_marks(settings);
            }
        }
        ToBackground::Person { name, handle, mark, permission } => {
            let person = Person { name, handle, ..Person::default() };
            let since = day::today(browser::now()).to_string();
            let marked = MarkedPerson { id: 0, who: shown(settings, &person), site: from.site().to_owned(), mark, permission, since };
            settings.marks.person(&settings.device, &person, marked);
            keep_marks(settings);
        }
        ToBackground::Watched { id, title, url, duration, ranges } => {
            let mut entry = viewing(settings, from.site(), &id);
            entry.add(&ranges);
            keep_viewing(settings, watched_key(from.site(), &id), &Viewing { title, url, duration, at: browser::now(), ..entry });
        }
        ToBackground::Profile { handle, bio } => {
            if let From::Page { site, host, .. } = from {
                accounts::profile(settings, site, host, handle, bio, day::today(browser::now()));
            }
        }
        ToBackground::Health { site, hit, missed } => health(settings, site, &hit, missed),
        _ => return Err(Error::Refused("a page may not ask this".to_owned())),
    }
    Ok(FromBackground::Done {})
}

/// How somebody is shown who was decided about: no name of anybody on the lists is kept.
fn shown(settings: &Settings, person: &Person) -> String {
    let (name, handle) = (person.name.as_deref(), person.handle.as_deref());
    let listed = people::who(&settings.roster, name, handle).first().map(|person| person.label());
    listed.unwrap_or_else(|| name.or(handle).unwrap_or_default().trim().to_owned())
}

fn watched_key(site: &str, id: &str) -> String {
    format!("{}{site}.{id}", key::WATCHED)
}

fn keep_viewing(settings: &mut Settings, key: String, entry: &Viewing) {
    let kept = Kept::new(entry);
    settings.writes.push(kept.write(&key));
    settings.watched.retain(|(other, _)| *other != key);
    settings.watched.push((key, kept));
}

/// What was watched of a video so far; a damaged entry keeps what is sound in it.
fn viewing(settings: &mut Settings, site: &str, id: &str) -> Viewing {
    let key = watched_key(site, id);
    match store::read::<Viewing>(settings.watched.iter().find(|(other, _)| *other == key).map(|(_, kept)| kept)) {
        Read::Found(mut entry) => {
            if entry.repair() {
                settings
                    .tell("ledger", "Parts of the record of watched videos were damaged and have been left out; the rest still counts.");
            }
            return entry;
        }
        Read::Nothing => {}
        Read::Unreadable(why) => {
            let aside = settings.set_aside(&key);
            settings.watched.retain(|(other, _)| *other != key);
            settings.tell(
                "ledger",
                &format!("The record of one watched video could not be read ({why}). It is kept as \u{201c}{aside}\u{201d}."),
            );
        }
    }
    Viewing::default()
}

/// A page speaks of one part at a time: what hits is well again, what misses is added to what is known to miss.
fn health(settings: &mut Settings, site: String, hit: &[String], new: Vec<String>) {
    let missed = still_missed(settings.health.get(&site).cloned().unwrap_or_default(), hit, new);
    if settings.health.get(&site) != Some(&missed) {
        settings.health.insert(site, missed);
        settings.writes.push(Write::keep(key::HEALTH, &settings.health));
    }
}

fn still_missed(mut before: Vec<String>, hit: &[String], new: Vec<String>) -> Vec<String> {
    before.retain(|part| !hit.contains(part) && !new.contains(part));
    before.extend(new);
    before
}

fn reread_managed(settings: &mut Settings, found: &str) {
    let managed = Managed::read(found);
    if managed != settings.managed {
        settings.managed = managed;
        settings.apply();
    }
}

/// Runs when something outside a message may have changed how things stand: the school's settings, a pause's end, the clock.
pub fn look_again(settings: &mut Settings, managed: &str) -> FromBackground {
    wipe_when_due(settings);
    reread_managed(settings, managed);
    settings.news = true;
    FromBackground::Done {}
}

/// The keyboard shortcut.
pub fn toggle_class_mode(settings: &mut Settings) -> FromBackground {
    wipe_when_due(settings);
    set_class_mode(settings, !settings.class_mode);
    settings.news = true;
    FromBackground::Done {}
}

/// How things stand, as it is said to pages.
pub fn standing(settings: &Settings) -> FromBackground {
    FromBackground::State(state(settings, browser::now()))
}

fn told(settings: &Settings) -> Told {
    let state = state(settings, browser::now());
    Told { badge: badge(&state), state: FromBackground::State(state) }
}

fn badge(state: &State) -> [&'static str; 3] {
    const GREEN: &str = "#1d5a4c";
    const GREY: &str = "#5c5f66";
    match (state.why, state.class_mode) {
        (Why::Loading, _) => ["\u{2026}", GREY, "Beforehand: your school's settings are still loading"],
        (Why::NoPolicy, _) => ["?", GREY, "Beforehand: choose your policy to begin"],
        (Why::Paused, _) => ["off", GREY, "Beforehand: paused"],
        (_, true) => ["class", GREEN, "Beforehand: class mode is on"],
        _ => ["", GREEN, "Beforehand"],
    }
}

fn why(settings: &Settings, now: u64) -> Why {
    if settings.pack.is_none() {
        let may_arrive = !settings.managed.present && settings.policy.is_empty() && now < settings.started + LOADING_MS;
        return if may_arrive { Why::Loading } else { Why::NoPolicy };
    }
    if settings.paused_until > now { Why::Paused } else { Why::Working }
}

fn state(settings: &Settings, now: u64) -> State {
    let why = why(settings, now);
    State {
        active: why == Why::Working,
        why,
        policy: settings.pack.as_ref().map(|pack| policy_name(&settings.pack_id, pack)),
        class_mode: settings.class_mode,
        language: browser::language(),
    }
}

/// The tab in front, for the popup.
fn here(settings: &Settings, known: Known) -> Here {
    let kept: Here = known.here.and_then(|kept| json::read(&kept).ok()).unwrap_or_default();
    // Our own options page in a tab hears us too, but has never said hello.
    let ours = known.presence == "page" && kept.host.is_empty();
    let here = if known.presence.is_empty() || ours { Here::default() } else { Here { presence: known.presence, ..kept } };
    let ask_privacy = accounts::asks_privacy(settings, &here.site, day::today(browser::now()));
    Here { missed: settings.health.get(&here.site).cloned().unwrap_or_default(), ask_privacy, ..here }
}

fn view(settings: &Settings, here: Here) -> View {
    let mut notices = settings.notices.clone();
    if !settings.managed.wrong.is_empty() {
        notices.push(Notice { id: "managed".to_owned(), text: settings.managed.wrong.clone() });
    }
    View {
        state: state(settings, browser::now()),
        policies: settings.policies(),
        locked: settings.managed.locked.clone(),
        paused_until: settings.paused_until,
        school: settings.school_in_force().toml.clone(),
        me: settings.me.clone(),
        roster: settings.roster_note.clone(),
        people: settings.marks.people(),
        accounts: settings.accounts.clone(),
        remembered: remembered(settings),
        notices,
        here,
    }
}

fn remembered(settings: &Settings) -> Remembered {
    Remembered {
        videos: settings.watched.len(),
        decisions: settings.journal.len(),
        not_right: settings.answers.len(),
        marks: settings.marks.threads(),
    }
}

#[cfg(test)]
mod tests {
    use super::Sender;
    use beforehand::json;

    #[track_caller]
    fn check(sender: &str, frame: i64, tab: Option<i32>) {
        let sender: Sender = json::read(sender).unwrap_or_else(|why| panic!("{sender}: {why}"));
        assert_eq!((sender.frame_id, sender.tab.map(|tab| tab.id)), (frame, tab));
    }

    #[test]
    fn a_sender_is_read_as_each_browser_says_it() {
        check(r#"{"id":"a","url":"https://x.com/","frameId":0,"tab":{"id":7,"url":"https://x.com/","active":true}}"#, 0, Some(7));
        // Firefox numbers the frames of a page beyond 32 bits.
        check(r#"{"id":"a","url":"about:blank","frameId":17179869185,"envType":"content_child","contextId":1.5}"#, 17_179_869_185, None);
        check("{}", 0, None);
    }

    #[test]
    fn what_hits_again_is_no_longer_missed() {
        let parts = |words: &str| words.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        for (before, hit, new, wanted) in [
            ("", "post.editor", "post.send", "post.send"),
            ("post.send", "message.editor message.send", "", "post.send"),
            ("post.send", "post.editor post.send", "", ""),
            ("post.send", "", "post.send message.editor", "post.send message.editor"),
        ] {
            assert_eq!(super::still_missed(parts(before), &parts(hit), parts(new)), parts(wanted), "{before} after {hit} and {new}");
        }
    }
}

//! The background: who may ask what, and the answer to each message.

use crate::change::{change, set_class_mode};
use crate::checking::judge;
use crate::covered::{host, site_of};
use crate::journal::Entry as Decision;
use crate::ledger::Entry as Viewing;
use crate::managed::Managed;
use crate::roster::wipe_when_due;
use crate::settings::{Settings, key, policy_name};
use crate::store::{self, Read};
use crate::words::words;
use beforehand::Verdict;
use beforehand::act::{Act, Person};
use beforehand::clock;
use beforehand::pack::{Clause, Does};
use beforehand_shared::error::Error;
use beforehand_shared::message::{Asked, Choice, FromBackground, Here, Notice, Remembered, State, ToBackground, View, Why};
use beforehand_shared::{OWN, browser, day, json, sealed};
use futures_util::lock::Mutex;
use serde::Deserialize;
use std::rc::Rc;

/// A school's settings may arrive this long after the browser has started.
const LOADING_MS: u64 = 10_000;

thread_local! {
    /// One message at a time: a change is on the disk before the next message sees it.
    static SETTINGS: Rc<Mutex<Option<Settings>>> = Rc::new(Mutex::new(None));
}

/// Where a message came from, as the browser says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Sender {
    id: String,
    url: String,
    origin: String,
    frame_id: i64,
    tab: Option<Tab>,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
struct Tab {
    id: i32,
}

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

/// Answers one message; refusals and failures are answers too.
pub async fn answer(asked: &str, sender: &str) -> FromBackground {
    match try_answer(asked, sender).await {
        Ok(answer) => answer,
        Err(why) => FromBackground::Error { message: why.to_string() },
    }
}

async fn try_answer(asked: &str, sender: &str) -> Result<FromBackground, Error> {
    let refused = |why: serde_json::Error| Error::Refused(why.to_string());
    let sender: Sender = serde_json::from_str(sender).map_err(refused)?;
    let asked: ToBackground = serde_json::from_str(asked).map_err(refused)?;
    let from = permitted(&sender, &asked)?;
    if let ToBackground::GetView { tab: Some(tab) } = asked {
        return view_of_tab(tab).await;
    }
    let shared = SETTINGS.with(Rc::clone);
    let mut held = shared.lock().await;
    let settings = loaded(&mut held).await?;
    match asked {
        ToBackground::Hello { url } => hello(settings, &from, &url).await,
        ToBackground::Check { act } => check(settings, &from, *act).await,
        asked if asked.is_for_pages() => keep(settings, &from, asked).await,
        asked => {
            // Opening the popup changes nothing, so there is nothing to tell.
            if !matches!(asked, ToBackground::GetView { .. }) {
                change(settings, asked).await?;
                tell_all(settings).await?;
            }
            Ok(FromBackground::View(Box::new(view(settings, Here::default()).await?)))
        }
    }
}

async fn loaded(held: &mut Option<Settings>) -> Result<&mut Settings, Error> {
    if held.is_none() {
        *held = Some(Settings::load().await?);
    }
    let settings = held.as_mut().expect("it was loaded just above");
    wipe_when_due(settings).await?;
    Ok(settings)
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

async fn hello(settings: &mut Settings, from: &From, url: &str) -> Result<FromBackground, Error> {
    if let From::Page { host, top_tab: Some(tab), .. } = from {
        let here = Here { host: host.clone(), ..Here::default() };
        browser::session_set(&tab_key(*tab), serde_json::json!(here)).await?;
    }
    if why(settings, browser::now()) == Why::Loading {
        reread_managed(settings).await?;
    }
    let mut state = state(settings, browser::now());
    if matches!(from, From::Page { .. }) && site_of(&browser::covered_hosts(), url).is_none() && !host(url).is_empty() {
        state.active = false;
        state.why = Why::NotCovered;
    }
    Ok(FromBackground::State(state))
}

async fn check(settings: &mut Settings, from: &From, act: Act) -> Result<FromBackground, Error> {
    let now = browser::now();
    if why(settings, now) != Why::Working {
        return Ok(FromBackground::Verdict { verdict: Verdict { id: act.id, ..Verdict::default() } });
    }
    let viewing = match act.video.as_ref().and_then(|video| video.id.as_deref()) {
        Some(id) => Some(viewing(settings, from.site(), id).await?),
        None => None,
    };
    Ok(FromBackground::Verdict { verdict: judge(settings, from.site(), act, viewing.as_ref(), now) })
}

/// Keeps what a page reports.
async fn keep(settings: &mut Settings, from: &From, report: ToBackground) -> Result<FromBackground, Error> {
    match report {
        ToBackground::Decided { site, kind, clause, choice, reason, pattern } => {
            if choice == Choice::NotRight {
                settings.answers.not_right(&settings.device, from.site(), &clause, pattern.as_deref().unwrap_or_default());
                store::write(key::ANSWERS, &settings.answers).await?;
            }
            settings.journal.add(Decision { at: browser::now(), site, kind, clause, choice, reason });
            settings.seal(sealed::JOURNAL, &settings.journal).await?;
        }
        ToBackground::Spoken { subject, people } => {
            settings.marks.spoken(&settings.device, &subject, &people, &clock::written(day::at(browser::now())));
            store::write(key::MARKS, &settings.marks).await?;
        }
        ToBackground::Person { name, handle, family, permission, .. } => {
            let person = Person { name, handle, family: Some(family), permission: Some(permission), ..Person::default() };
            settings.marks.person(&settings.device, from.site(), &person);
            store::write(key::MARKS, &settings.marks).await?;
        }
        ToBackground::Watched { id, title, url, duration, ranges } => {
            let mut entry = viewing(settings, from.site(), &id).await?;
            entry.add(&ranges);
            let entry = Viewing { title, url, duration, at: browser::now(), ..entry };
            store::write(&watched_key(from.site(), &id), &entry).await?;
        }
        ToBackground::Health { site, missed, .. } => health(settings, from, site, missed).await?,
        _ => return Err(Error::Refused("a page may not ask this".to_owned())),
    }
    Ok(FromBackground::Done)
}

fn watched_key(site: &str, id: &str) -> String {
    format!("{}{site}.{id}", key::WATCHED)
}

/// What was watched of a video so far; a damaged entry keeps what is sound in it.
async fn viewing(settings: &mut Settings, site: &str, id: &str) -> Result<Viewing, Error> {
    let key = watched_key(site, id);
    let all = browser::local_get(Some(std::slice::from_ref(&key))).await?;
    match store::read::<Viewing>(&all, &key) {
        Read::Found(mut entry) => {
            if entry.repair() {
                settings
                    .tell("ledger", "Parts of the record of watched videos were damaged and have been left out; the rest still counts.")
                    .await?;
            }
            Ok(entry)
        }
        Read::Nothing => Ok(Viewing::default()),
        Read::Unreadable(why) => {
            let aside = store::set_aside(&all, &key).await?;
            settings
                .tell(
                    "ledger",
                    &format!("The record of one watched video could not be read ({why}). It is kept as \u{201c}{aside}\u{201d}."),
                )
                .await?;
            Ok(Viewing::default())
        }
    }
}

async fn health(settings: &mut Settings, from: &From, site: String, missed: Vec<String>) -> Result<(), Error> {
    if let From::Page { host, top_tab: Some(tab), .. } = from {
        let here = Here { host: host.clone(), site: site.clone(), ..Here::default() };
        browser::session_set(&tab_key(*tab), serde_json::json!(here)).await?;
    }
    if settings.health.get(&site) == Some(&missed) {
        return Ok(());
    }
    settings.health.insert(site, missed);
    store::write(key::HEALTH, &settings.health).await
}

async fn reread_managed(settings: &mut Settings) -> Result<bool, Error> {
    let managed = Managed::read().await?;
    let changed = managed != settings.managed;
    settings.managed = managed;
    settings.apply().await?;
    Ok(changed)
}

/// Runs when something outside a message may have changed how things stand: the school's settings, a pause's end, the clock.
pub async fn look_again() -> Result<(), Error> {
    let shared = SETTINGS.with(Rc::clone);
    let mut held = shared.lock().await;
    let settings = loaded(&mut held).await?;
    reread_managed(settings).await?;
    tell_all(settings).await
}

/// The keyboard shortcut.
pub async fn toggle_class_mode() -> Result<(), Error> {
    let shared = SETTINGS.with(Rc::clone);
    let mut held = shared.lock().await;
    let settings = loaded(&mut held).await?;
    set_class_mode(settings, !settings.class_mode).await?;
    tell_all(settings).await
}

async fn tell_all(settings: &Settings) -> Result<(), Error> {
    let now = browser::now();
    let state = state(settings, now);
    let (text, color, title) = badge(&state);
    browser::badge(text, color, title).await?;
    browser::push(&FromBackground::State(state))
}

fn badge(state: &State) -> (&'static str, &'static str, &'static str) {
    const GREEN: &str = "#1d5a4c";
    const GREY: &str = "#5c5f66";
    match (state.why, state.class_mode) {
        (Why::Loading, _) => ("\u{2026}", GREY, "Beforehand: your school's settings are still loading"),
        (Why::NoPolicy, _) => ("?", GREY, "Beforehand: choose your policy to begin"),
        (Why::Paused, _) => ("off", GREY, "Beforehand: paused"),
        (_, true) => ("class", GREEN, "Beforehand: class mode is on"),
        _ => ("", GREEN, "Beforehand"),
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
        policy: settings.pack.as_ref().map(|pack| policy_name(settings.policy_in_force(), pack)),
        class_mode: settings.class_mode,
        words: words(&browser::language()),
    }
}

fn tab_key(tab: i32) -> String {
    format!("tab.{tab}")
}

/// The popup's view. The tab is asked outside the lock: a page that hangs must not hold up the checks of others.
async fn view_of_tab(tab: i32) -> Result<FromBackground, Error> {
    let shared = SETTINGS.with(Rc::clone);
    let now_state = state(loaded(&mut *shared.lock().await).await?, browser::now());
    let presence = browser::presence(tab, &FromBackground::State(now_state)).await?;
    let kept = browser::session_get(&tab_key(tab)).await?;
    let mut here: Here = json::read(&kept).unwrap_or_default();
    let mut held = shared.lock().await;
    let settings = loaded(&mut held).await?;
    // Our own options page in a tab hears us too, but has never said hello.
    let ours = presence == "page" && here.host.is_empty();
    here = if presence.is_empty() || ours { Here::default() } else { Here { presence, ..here } };
    here.missed = settings.health.get(&here.site).cloned().unwrap_or_default();
    Ok(FromBackground::View(Box::new(view(settings, here).await?)))
}

async fn view(settings: &Settings, here: Here) -> Result<View, Error> {
    let mut notices = settings.notices.clone();
    if !settings.managed.wrong.is_empty() {
        notices.push(Notice { id: "managed".to_owned(), text: settings.managed.wrong.clone() });
    }
    Ok(View {
        state: state(settings, browser::now()),
        policies: settings.policies(),
        asks: asks(settings),
        locked: settings.managed.locked.clone(),
        paused_until: settings.paused_until,
        school: settings.school_in_force().to_owned(),
        me: settings.me.clone(),
        roster: settings.roster_note.clone(),
        remembered: remembered(settings).await?,
        notices,
        here,
    })
}

async fn remembered(settings: &Settings) -> Result<Remembered, Error> {
    let videos = store::count(key::WATCHED).await?;
    Ok(Remembered { videos, decisions: settings.journal.len(), not_right: settings.answers.len(), marks: settings.marks.len() })
}

/// What the policy in force asks; an own file is its owner's to read.
fn asks(settings: &Settings) -> Vec<Asked> {
    let pack = settings.pack.as_ref().filter(|_| settings.policy_in_force() != OWN);
    pack.map_or_else(Vec::new, |pack| pack.clauses.iter().map(asked).collect())
}

fn asked(clause: &Clause) -> Asked {
    let does = match clause.does {
        Does::Check => "check",
        Does::Guide => "guide",
        Does::Beyond => "beyond",
    };
    Asked { place: clause.r#where.clone(), says: clause.says.clone(), does: does.to_owned() }
}

//! Changes that the person makes in the popup or the options; each is on the disk when its function returns.

use crate::journal::Journal;
use crate::marks::{Answers, Marks};
use crate::settings::{OwnPolicy, Settings, key};
use crate::store;
use beforehand::{Pack, School};
use beforehand_shared::error::Error;
use beforehand_shared::message::{Me, Memory, RosterNote, ToBackground};
use beforehand_shared::{OWN, browser, sealed};

/// Wake-up at the end of a pause.
const WAKE_PAUSE_OVER: &str = "pause-over";

/// Changes what the person changed in the popup or the options; it is on the disk when this returns.
pub async fn change(settings: &mut Settings, asked: ToBackground) -> Result<(), Error> {
    match asked {
        ToBackground::SetPolicy { id } => set_policy(settings, id).await,
        ToBackground::SetOwnPolicy { file, toml } => {
            Pack::parse(&file, &toml)?;
            settings.own_policy = OwnPolicy { file, toml };
            store::write(key::OWN_POLICY, &settings.own_policy).await?;
            set_policy(settings, OWN.to_owned()).await
        }
        ToBackground::SetSchool { toml } => set_school(settings, toml).await,
        ToBackground::SetMe { me } => set_me(settings, me).await,
        ToBackground::SetClassMode { on } => set_class_mode(settings, on).await,
        ToBackground::PauseFor { minutes } => pause(settings, minutes).await,
        ToBackground::ImportRoster { roster } => import_roster(settings, roster).await,
        ToBackground::KeepRosterUntil { day } => crate::roster::keep_until(settings, day).await,
        ToBackground::WipeRoster {} => crate::roster::wipe(settings).await,
        ToBackground::Forget { what } => forget(settings, what).await,
        ToBackground::WipeAll {} => wipe_all(settings).await,
        ToBackground::DismissNotice { id } => {
            settings.notices.retain(|notice| notice.id != id);
            store::write(key::NOTICES, &settings.notices).await
        }
        _ => Ok(()),
    }
}

fn refuse_locked(settings: &Settings, what: &str) -> Result<(), Error> {
    if settings.managed.locks(what) {
        return Err(Error::Person("Your school has set this, so it cannot be changed here. Your IT support can change it.".to_owned()));
    }
    Ok(())
}

async fn set_policy(settings: &mut Settings, id: String) -> Result<(), Error> {
    refuse_locked(settings, "policy")?;
    let known = id.is_empty() || id == OWN || Pack::builtin(&id).is_some();
    if !known {
        return Err(Error::Person(format!("There is no policy \u{201c}{id}\u{201d}.")));
    }
    settings.policy = id;
    store::write(key::POLICY, &settings.policy).await?;
    settings.apply().await
}

async fn set_school(settings: &mut Settings, toml: String) -> Result<(), Error> {
    refuse_locked(settings, "school")?;
    School::parse("school.toml", &toml)?;
    settings.school_toml = toml;
    store::write(key::SCHOOL, &settings.school_toml).await?;
    settings.apply().await
}

async fn set_me(settings: &mut Settings, me: Me) -> Result<(), Error> {
    settings.me = me;
    settings.seal(sealed::ME, &settings.me).await
}

/// Switches class mode.
pub async fn set_class_mode(settings: &mut Settings, on: bool) -> Result<(), Error> {
    settings.class_mode = on;
    store::write(key::CLASS_MODE, &on).await
}

async fn pause(settings: &mut Settings, minutes: u32) -> Result<(), Error> {
    settings.paused_until = if minutes == 0 { 0 } else { browser::now() + u64::from(minutes.min(12 * 60)) * 60_000 };
    store::write(key::PAUSED_UNTIL, &settings.paused_until).await?;
    browser::wake_at(WAKE_PAUSE_OVER, settings.paused_until).await
}

async fn import_roster(settings: &mut Settings, note: RosterNote) -> Result<(), Error> {
    settings.roster_note = Some(note);
    store::write(key::ROSTER, &settings.roster_note).await?;
    settings.load_roster().await
}

async fn forget(settings: &mut Settings, what: Memory) -> Result<(), Error> {
    match what {
        Memory::Watched => store::forget(key::WATCHED).await,
        Memory::Decisions => {
            settings.journal = Journal::default();
            settings.answers = Answers::default();
            store::forget(key::ANSWERS).await?;
            browser::vault_remove(sealed::JOURNAL).await
        }
        Memory::Marks => {
            settings.marks = Marks::default();
            store::forget(key::MARKS).await
        }
    }
}

async fn wipe_all(settings: &mut Settings) -> Result<(), Error> {
    store::forget("").await?;
    browser::vault_clear().await?;
    *settings = Settings::load().await?;
    Ok(())
}

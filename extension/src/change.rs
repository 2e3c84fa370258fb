//! Changes that the person makes in the popup or the options; each is on the disk when its function returns.

use crate::accounts;
use crate::background::Known;
use crate::browser;
use crate::journal::Journal;
use crate::managed::FileRead;
use crate::marks::{Answers, Marks};
use crate::settings::{Settings, key};
use crate::store::Write;
use beforehand::json;
use beforehand::{Pack, School};
use beforehand_shared::error::Error;
use beforehand_shared::message::{Me, Memory, ToBackground};
use beforehand_shared::{OWN, day, sealed};

/// Wake-up at the end of a pause.
const WAKE_PAUSE_OVER: &str = "pause-over";

/// Changes what the person changed in the popup or the options, with what `bg.ts` looked up for it.
pub fn change(settings: &mut Settings, asked: ToBackground, known: Known) -> Result<(), Error> {
    match asked {
        ToBackground::SetPolicy { id } => return set_policy(settings, id),
        ToBackground::SetOwnPolicy { file, toml } => return set_own_policy(settings, FileRead { file, toml, ..known.file }),
        ToBackground::SetSchool { toml } => return set_school(settings, FileRead { file: "school.toml".to_owned(), toml, ..known.file }),
        ToBackground::KeepRosterUntil { day } => return crate::roster::keep_until(settings, day),
        ToBackground::SetMe { me } => set_me(settings, me),
        ToBackground::SetClassMode { on } => set_class_mode(settings, on),
        ToBackground::PauseFor { minutes } => pause(settings, minutes),
        ToBackground::ImportRoster { roster: note } => return crate::roster::import(settings, note, known.roster.as_deref()),
        ToBackground::WipeRoster {} => crate::roster::wipe(settings),
        ToBackground::ChangePerson { id, mark, permission } => {
            settings.marks.change(id, mark, &permission);
            keep_marks(settings);
        }
        ToBackground::ForgetPerson { id } => {
            settings.marks.forget(id);
            keep_marks(settings);
        }
        ToBackground::SetAccount { account } => accounts::set(settings, account),
        ToBackground::ForgetAccount { site, handle } => accounts::forget(settings, &site, &handle),
        ToBackground::PrivacyChecked { site } => accounts::privacy_checked(settings, site, day::today(browser::now())),
        ToBackground::Forget { what } => forget(settings, what),
        ToBackground::WipeAll {} => settings.wipe(),
        ToBackground::DismissNotice { id } => dismiss(settings, &id),
        _ => {}
    }
    Ok(())
}

fn refuse_locked(settings: &Settings, what: &str) -> Result<(), Error> {
    if settings.managed.locks(what) {
        return Err(Error::Person("Your school has set this, so it cannot be changed here. Your IT support can change it.".to_owned()));
    }
    Ok(())
}

fn set_policy(settings: &mut Settings, id: String) -> Result<(), Error> {
    refuse_locked(settings, "policy")?;
    let known = id.is_empty() || id == OWN || Pack::ids().any(|pack| pack == id);
    if !known {
        return Err(Error::Person(format!("There is no policy \u{201c}{id}\u{201d}.")));
    }
    settings.policy = id;
    settings.writes.push(Write::keep(key::POLICY, &settings.policy));
    settings.apply();
    Ok(())
}

fn set_own_policy(settings: &mut Settings, own: FileRead) -> Result<(), Error> {
    proved::<Pack>(&own)?;
    settings.keep(key::OWN_POLICY, &own);
    settings.own_policy = own;
    set_policy(settings, OWN.to_owned())
}

fn set_school(settings: &mut Settings, school: FileRead) -> Result<(), Error> {
    refuse_locked(settings, "school")?;
    proved::<School>(&school)?;
    settings.keep(key::SCHOOL, &school);
    settings.own_school = school;
    settings.apply();
    Ok(())
}

fn proved<T: json::Read + Default>(file: &FileRead) -> Result<(), Error> {
    file.read::<T>().map(|_| ()).map_err(Error::Person)
}

fn set_me(settings: &mut Settings, me: Me) {
    settings.writes.push(Write::seal(sealed::ME, &me));
    settings.me = me;
}

/// Switches class mode.
pub fn set_class_mode(settings: &mut Settings, on: bool) {
    settings.class_mode = on;
    settings.keep(key::CLASS_MODE, &on);
}

fn pause(settings: &mut Settings, minutes: u32) {
    settings.paused_until = if minutes == 0 { 0 } else { browser::now() + u64::from(minutes.min(12 * 60)) * 60_000 };
    settings.writes.push(Write::keep(key::PAUSED_UNTIL, &settings.paused_until));
    settings.writes.push(Write::wake(WAKE_PAUSE_OVER, settings.paused_until));
}

/// Seals the marks as they are now.
pub fn keep_marks(settings: &mut Settings) {
    settings.writes.push(Write::seal(sealed::MARKS, &settings.marks));
}

fn forget(settings: &mut Settings, what: Memory) {
    match what {
        Memory::Watched => {
            let watched = std::mem::take(&mut settings.watched);
            settings.writes.extend(watched.iter().map(|(key, _)| Write::forget(key)));
        }
        Memory::Decisions => {
            settings.journal = Journal::default();
            settings.answers = Answers::default();
            settings.writes.extend([Write::forget(key::ANSWERS), Write::unseal(sealed::JOURNAL)]);
        }
        Memory::Marks => {
            settings.marks = Marks::default();
            settings.writes.push(Write::unseal(sealed::MARKS));
        }
    }
}

fn dismiss(settings: &mut Settings, id: &str) {
    settings.notices.retain(|notice| notice.id != id);
    settings.writes.push(Write::keep(key::NOTICES, &settings.notices));
}

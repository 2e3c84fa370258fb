//! The roster on this device: how long it is kept, and that it is gone on time.

use crate::browser::now;
use crate::settings::{Settings, key};
use crate::store::Write;
use beforehand::{Roster, clock};
use beforehand_shared::day;
use beforehand_shared::error::Error;
use beforehand_shared::message::RosterNote;
use beforehand_shared::sealed;

/// Wipes the roster once its last day is over, and says so.
pub fn wipe_when_due(settings: &mut Settings) {
    let Some(until) = settings.roster_note.as_ref().map(|note| note.until.clone()) else { return };
    // A last day that cannot be read must not keep people's fingerprints for ever.
    let due = clock::date(&until).map_or(true, |last| day::today(now()) > last);
    if due {
        wipe(settings);
        settings.tell(
            "roster-wiped",
            &format!("The people lists were deleted after {until}, as set. Import new ones when the new school year's lists are ready."),
        );
    }
}

/// Forgets the roster now.
pub fn wipe(settings: &mut Settings) {
    settings.roster = Roster::empty();
    settings.roster_note = None;
    settings.writes.extend([Write::unseal(sealed::ROSTER), Write::forget(key::ROSTER)]);
}

/// Sets the last day on which the roster is kept.
pub fn keep_until(settings: &mut Settings, day: String) -> Result<(), Error> {
    sound(&day)?;
    if let Some(note) = &mut settings.roster_note {
        note.until = day;
        settings.writes.push(Write::keep(key::ROSTER, note));
    }
    Ok(())
}

/// Takes the lists that the options page has sealed into use.
pub fn import(settings: &mut Settings, note: RosterNote, roster: Option<&str>) -> Result<(), Error> {
    sound(&note.until)?;
    settings.keep(key::ROSTER, &note);
    settings.roster_note = Some(note);
    settings.take_roster(roster);
    Ok(())
}

fn sound(last: &str) -> Result<(), Error> {
    let sound = day::may_be_last(last, day::today(now()));
    if sound { Ok(()) } else { Err(Error::Person(day::CHOOSE.to_owned())) }
}

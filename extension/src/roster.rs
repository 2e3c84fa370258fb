//! The roster on this device: how long it is kept, and that it is gone on time.

use crate::settings::{Settings, key};
use crate::store;
use beforehand::{Roster, clock};
use beforehand_shared::day::today;
use beforehand_shared::error::Error;
use beforehand_shared::{browser, sealed};
use jiff::civil::Date;

/// Wipes the roster once its last day is over, and says so.
pub async fn wipe_when_due(settings: &mut Settings) -> Result<(), Error> {
    let Some(until) = settings.roster_note.as_ref().map(|note| note.until.clone()) else { return Ok(()) };
    // A last day that cannot be read must not keep people's fingerprints for ever.
    let due = clock::date(&until).map_or(true, |last| today() > last);
    if due {
        wipe(settings).await?;
        settings
            .tell(
                "roster-wiped",
                &format!(
                    "The people lists were deleted after {until}, as set. Import new ones when the new school year's lists are ready."
                ),
            )
            .await?;
    }
    Ok(())
}

/// Forgets the roster now.
pub async fn wipe(settings: &mut Settings) -> Result<(), Error> {
    settings.roster = Roster::empty();
    settings.roster_note = None;
    browser::vault_remove(sealed::ROSTER).await?;
    browser::local_remove(vec![key::ROSTER.to_owned()]).await
}

/// Sets the last day on which the roster is kept.
pub async fn keep_until(settings: &mut Settings, day: String) -> Result<(), Error> {
    let sound = clock::date(&day).is_ok_and(|last| last >= today() && last <= latest(today()));
    if !sound {
        return Err(Error::Person("Choose a day between today and two years from now.".to_owned()));
    }
    if let Some(note) = &mut settings.roster_note {
        note.until = day;
        store::write(key::ROSTER, note).await?;
    }
    Ok(())
}

fn latest(today: Date) -> Date {
    Date::new(today.year() + 2, today.month(), 1).unwrap_or(today)
}

//! The person's own accounts: what their profiles say, which of them are the school's, and when their privacy settings were looked at.

use crate::settings::{Settings, key};
use crate::store::Write;
use beforehand::act::Act;
use beforehand::text::Text;
use beforehand::{Moment, clock, disclaimer};
use beforehand_shared::message::Account;
use beforehand_shared::sealed;
use jiff::civil::Date;

/// So many accounts are kept; nobody has more.
const MOST: usize = 100;
/// What a profile says whose owner vouches for it.
const VOUCHED: &str = "Views are my own.";

/// The account in use on a site: the one with this handle, else the only one there, else what was said of the site as a whole.
pub fn of<'a>(accounts: &'a [Account], site: &str, handle: Option<&str>) -> Option<&'a Account> {
    let here = || accounts.iter().filter(|account| account.site == site);
    let plain = |handle: &str| handle.trim().trim_start_matches('@').to_lowercase();
    let wanted = handle.map(plain).filter(|handle| !handle.is_empty());
    let known = wanted.as_ref().and_then(|wanted| here().find(|account| plain(&account.handle) == *wanted));
    let only = || here().next().filter(|account| here().count() == 1 && (wanted.is_none() || account.handle.is_empty()));
    known.or_else(only).or_else(|| here().find(|account| account.handle.is_empty()))
}

/// Fills in what is known of the account that an act is done from.
pub fn fill(accounts: &[Account], site: &str, act: &mut Act) {
    let handle = act.author.handle.as_deref().or(act.author.account.as_deref());
    let Some(account) = of(accounts, site, handle) else { return };
    act.author.branded = account.branded;
    // Whoever writes a bio is not to be told that the old one was right.
    if act.moment != Moment::Profile && act.author.bio.is_none() {
        let vouched = if account.vouched && !account.disclaimed { VOUCHED } else { "" };
        let bio = [account.bio.as_str(), vouched].join(" ").trim().to_owned();
        act.author.bio = (!bio.is_empty()).then_some(bio);
    }
}

/// The person's own profile is on screen: what it says is kept, and that it no longer says what it said is told.
pub fn profile(settings: &mut Settings, site: &str, host: &str, handle: Option<String>, bio: String, today: Date) {
    let handle = handle.unwrap_or_default();
    let disclaimed = !disclaimer::find(&Text::known(&bio)).is_empty();
    let before = of(&settings.accounts, site, Some(&handle)).cloned().unwrap_or_default();
    if before.disclaimed && !disclaimed {
        settings.tell(&format!("profile.{site}"), &format!("Your profile on {host} no longer says that views are your own."));
    } else if disclaimed {
        settings.untell(&format!("profile.{site}"));
    }
    // What was vouched for has been read now; the person's word was for just this bio if it had been read before.
    let vouched = before.vouched && before.bio == bio && !before.seen.is_empty();
    let fresh =
        Account { site: site.to_owned(), host: host.to_owned(), handle, bio, seen: today.to_string(), disclaimed, vouched, ..before };
    set(settings, fresh);
}

/// Keeps an account, in the place of what was known of it.
pub fn set(settings: &mut Settings, account: Account) {
    settings.accounts.retain(|other| (&other.site, &other.handle) != (&account.site, &account.handle));
    // Once its handle is known, an account is no longer whatever is in use there.
    settings.accounts.retain(|other| other.site != account.site || !other.handle.is_empty() || account.handle.is_empty());
    settings.accounts.push(account);
    let over = settings.accounts.len().saturating_sub(MOST);
    settings.accounts.drain(..over);
    keep(settings);
}

/// Forgets an account.
pub fn forget(settings: &mut Settings, site: &str, handle: &str) {
    settings.accounts.retain(|account| account.site != site || account.handle != handle);
    keep(settings);
}

fn keep(settings: &mut Settings) {
    settings.writes.push(Write::seal(sealed::ACCOUNTS, &settings.accounts));
}

/// The person has looked through a site's privacy settings today.
pub fn privacy_checked(settings: &mut Settings, site: String, today: Date) {
    settings.privacy.insert(site, today.to_string());
    settings.writes.push(Write::keep(key::PRIVACY, &settings.privacy));
}

/// Whether the policy asks to look through a site's privacy settings, and that was not done for a year.
pub fn asks_privacy(settings: &Settings, site: &str, today: Date) -> bool {
    let asks = settings.pack.as_ref().is_some_and(|pack| pack.clauses.iter().any(|clause| clause.kind == "privacy-settings"));
    let due = settings.privacy.get(site).and_then(|day| clock::date(day).ok()).and_then(|since| clock::birthday(since, 1));
    asks && !site.is_empty() && due.is_none_or(|due| today >= due)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(site: &str, handle: &str) -> Account {
        Account { site: site.into(), handle: handle.into(), bio: handle.into(), ..Account::default() }
    }

    #[test]
    fn accounts_are_told_apart() {
        let accounts = [account("x", "@one"), account("x", "@Two"), account("reddit", "@three"), account("bluesky", "")];
        for (site, handle, wanted) in [
            ("x", Some("@two"), Some("@Two")),
            ("x", Some("one"), Some("@one")),
            ("x", None, None),
            ("x", Some("@other"), None),
            ("reddit", None, Some("@three")),
            ("reddit", Some("@four"), None),
            ("bluesky", Some("@any"), Some("")),
            ("facebook", None, None),
        ] {
            assert_eq!(of(&accounts, site, handle).map(|account| account.handle.as_str()), wanted, "{site} {handle:?}");
        }
    }

    #[test]
    fn an_account_fills_in_the_act() {
        let vouched = Account { vouched: true, branded: true, ..account("x", "@one") };
        for (account, moment, bio, branded) in [
            (account("x", "@one"), Moment::Post, Some("@one"), false),
            (vouched.clone(), Moment::Post, Some("@one Views are my own."), true),
            (vouched, Moment::Profile, None, true),
        ] {
            let mut act = Act { moment, ..Act::default() };
            fill(&[account], "x", &mut act);
            assert_eq!((act.author.bio.as_deref(), act.author.branded), (bio, branded), "{moment:?}");
        }
    }

    #[test]
    fn privacy_is_asked_about_once_a_year() {
        let today: Date = "2026-11-22".parse().expect("a day");
        for (policy, site, since, asked) in [
            ("maltby", "x", None, true),
            ("maltby", "x", Some("2026-11-21"), false),
            ("maltby", "x", Some("2025-11-23"), false),
            ("maltby", "x", Some("2025-11-22"), true),
            ("maltby", "", None, false),
            ("academy-trust", "x", None, false),
        ] {
            let privacy = since.map(|since| ("x".to_owned(), since.to_owned())).into_iter().collect();
            let settings = Settings { pack: beforehand::Pack::builtin(policy), privacy, ..Settings::default() };
            assert_eq!(asks_privacy(&settings, site, today), asked, "{policy} {site} {since:?}");
        }
    }

    #[test]
    fn the_persons_word_stands_until_the_profile_says_something_else() {
        let today: Date = "2026-11-22".parse().expect("a day");
        for (seen, said, stands) in
            [("Teacher", "Teacher", true), ("Teacher", "Teacher. Runner", false), ("", "Teacher", false), ("", "", false)]
        {
            let day = if seen.is_empty() { String::new() } else { today.to_string() };
            let known = Account { vouched: true, bio: seen.into(), seen: day, ..account("x", "@one") };
            let mut settings = Settings { accounts: vec![known], ..Settings::default() };
            profile(&mut settings, "x", "x.com", Some("@one".into()), said.into(), today);
            assert_eq!(settings.accounts[0].vouched, stands, "{seen} {said}");
        }
    }

    #[test]
    fn a_disclaimer_that_goes_is_told_once() {
        let mut settings = Settings::default();
        let today: Date = "2026-11-22".parse().expect("a day");
        for (bio, notices) in [("Teacher. Views my own", 0), ("Teacher", 1), ("Teacher", 1), ("Views my own", 0)] {
            profile(&mut settings, "x", "x.com", Some("@one".into()), bio.into(), today);
            assert_eq!((settings.notices.len(), settings.accounts.len()), (notices, 1), "{bio}");
        }
    }
}

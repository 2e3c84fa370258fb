//! Sites by category: the well-known ones of `data/sites.txt` and those that the school adds.

use crate::domain;
use crate::school::School;

/// A row a category: its name, then its sites.
const SITES: &str = include_str!(concat!(env!("OUT_DIR"), "/sites.txt"));

/// What tells a category in the name of a site that no list has.
const TELLING: &[(&str, &[&str])] = &[
    ("gambling", &["casino", "poker", "betting", "sportsbet", "roulette", "blackjack", "jackpot"]),
    ("pornography", &["porn", "xxx", "hentai", "camgirl"]),
    ("proxy", &["proxy", "unblock", "vpn"]),
    ("dating", &["hookup"]),
    ("piracy", &["torrent", "warez", "piratebay", "123movies", "fmovies"]),
    ("hacking", &["hackforum", "keygen", "crackz"]),
    ("gaming", &["onlinegames", "freegames", "unblockedgames", "gamesunblocked"]),
];

/// Whether an address belongs to a category.
pub fn is(category: &str, url: &str, school: &School) -> bool {
    let host = domain::host(url);
    if host.is_empty() || school.is_internal(&host) {
        return false;
    }
    let listed = || {
        SITES.lines().filter_map(|row| row.split_once(' ')).filter(|(name, _)| *name == category).flat_map(|(_, sites)| sites.split(' '))
    };
    let own = || school.sites.get(category).into_iter().flatten();
    let tells = || TELLING.iter().filter(|(name, _)| *name == category).flat_map(|(_, words)| words.iter());
    let label = domain::label(&host);
    listed().any(|site| stands_under(url, site)) || own().any(|site| stands_under(url, site)) || tells().any(|word| label.contains(word))
}

/// Whether an address stands under a site: its host or one below it, and its path where the site has one.
pub fn stands_under(url: &str, site: &str) -> bool {
    let (host, wanted) = (domain::host(url), domain::host(site));
    domain::is_under(&host, &wanted) && path(url).starts_with(path(site).trim_end_matches('/'))
}

/// What follows the host, its stroke included.
fn path(url: &str) -> &str {
    let bare = url.trim().split_once("://").map_or(url.trim(), |(_, rest)| rest);
    bare.find('/').map_or("", |at| &bare[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(category: &str, url: &str, expected: bool) {
        let school = School {
            domains: vec!["larkfield.example".into()],
            sites: [("gambling".into(), vec!["tombola-night.example".into()])].into(),
            ..School::default()
        };
        assert_eq!(is(category, url, &school), expected, "{category}: {url}");
    }

    #[test]
    fn categories() {
        check("gambling", "https://www.bet365.com/x", true);
        check("gambling", "BET365.COM", true);
        check("gambling", "https://notbet365.com/", false);
        check("gambling", "https://a.tombola-night.example/", true);
        check("auction", "https://www.facebook.com/marketplace/item/1", true);
        check("auction", "https://www.facebook.com/", false);
        check("proxy", "https://vpn.larkfield.example/", false);
        check("social", "https://m.facebook.com/", true);
        check("gaming", "https://www.minecraft.net/en-us", true);
        check("gaming", "https://education.minecraft.net/", false);
        check("gambling", "https://bestcasino.example/", true);
        check("gambling", "https://www.pokerstars.uk/", true);
        check("hacking", "https://hackforums.net/", true);
        check("piracy", "https://fmovies.to/", true);
        check("proxy", "https://go.nordvpn.com/", true);
        check("gambling", "https://bingobaker.com/", false);
        check("pornography", "https://www.milfordschool.example/", false);
        check("dating", "https://updating-validating.example/", false);
        check("proxy", "https://www.a27bypass.example/", false);
        check("social", "", false);
        check("no such category", "https://m.facebook.com/", false);
    }
}

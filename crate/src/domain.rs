//! Domains: who owns a host, and whether one domain is made to be taken for another.

/// The host of a link or address in lower case: what stands between `//` or `@` and the path.
pub fn host(link: &str) -> String {
    let link = link.trim().trim_start_matches(['<', '"', '\'']);
    let rest = link.split_once("//").map_or_else(|| link.rsplit('@').next().unwrap_or(link), |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#', '\\', '>', '"', ' ']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    host.split(':').next().unwrap_or_default().trim_end_matches('.').to_lowercase()
}

/// Endings under which names are sold two levels deep (`co.uk`), and three (`sch.uk` holds one level for the council).
const SECOND: &[&str] =
    &["ac", "co", "com", "edu", "gob", "gouv", "gov", "govt", "ltd", "me", "mil", "ne", "net", "nhs", "nic", "or", "org", "plc", "police"];

/// Whether a host is a domain or stands below it.
pub fn is_under(host: &str, domain: &str) -> bool {
    !domain.is_empty() && host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// The part of a host that somebody has registered: `shop.example.co.uk` → `example.co.uk`.
pub fn registered(host: &str) -> &str {
    let dots: Vec<usize> = host.rmatch_indices('.').map(|(at, _)| at).take(4).collect();
    let label =
        |from: usize| host.get(dots.get(from).map_or(0, |at| at + 1)..dots.get(from.wrapping_sub(1)).copied().unwrap_or(host.len()));
    let depth = match (label(0), label(1)) {
        (Some("uk"), Some("sch")) => 3,
        (Some(top), Some(second)) if top.len() == 2 && SECOND.binary_search(&second).is_ok() => 2,
        _ => 1,
    };
    dots.get(depth).map_or(host, |at| &host[at + 1..])
}

/// The name somebody has registered, without its ending: `shop.example.co.uk` → `example`.
pub fn label(host: &str) -> &str {
    registered(host).split('.').next().unwrap_or_default()
}

/// Whether two hosts belong to the same owner, as far as names tell.
pub fn same_owner(one: &str, other: &str) -> bool {
    !one.is_empty() && registered(one) == registered(other)
}

/// Whether a host is a bare number, as links of rented machines are.
pub fn is_number(host: &str) -> bool {
    host.starts_with("0x") || (host.contains(|c: char| c.is_ascii_digit()) && host.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
}

/// A name as the eye takes it in: letters that look alike become one, hyphens go.
pub fn skeleton(name: &str) -> String {
    let plain: String = name.chars().flat_map(char::to_lowercase).filter(|c| *c != '-').map(look).collect();
    // Pairs that pass for one letter.
    plain.replace("rn", "m").replace("vv", "w").replace("cl", "d").replace("ii", "u").replace("nn", "m")
}

/// The Latin letter that a character passes for.
fn look(c: char) -> char {
    const CONFUSABLE: &str = "аaеeоoрpсcхxуyіiјjѕsԁdհhոnսuԛqԝwвbкkмmнhтtαaβbεeηnιiκkνvοoρpτtυuχxγyωwɡgıiłlđdøoéeèeêeëeáaàaâaäaãaåaíiìiîiïióoòoôoöoõoúuùuûuüuýyÿyçcñnšsžz";
    match c {
        '0' => 'o',
        '1' | 'i' | '|' | '!' => 'l',
        '3' => 'e',
        '5' | '$' => 's',
        '4' => 'a',
        _ if c.is_ascii() => c,
        _ => {
            let mut letters = CONFUSABLE.chars();
            while let (Some(odd), Some(plain)) = (letters.next(), letters.next()) {
                if odd == c {
                    return if plain == 'i' { 'l' } else { plain };
                }
            }
            c
        }
    }
}

/// Whether `host` is made to be taken for `genuine`: another owner, and a name that reads the same, differs by a
/// letter, or wears it with something added. Names of four letters and fewer are too common to tell.
pub fn passes_for(host: &str, genuine: &str) -> bool {
    if host.is_empty() || genuine.is_empty() || same_owner(host, genuine) || same_owner(genuine, host) {
        return false;
    }
    let (name, real) = (label(host), label(genuine));
    if real.len() < 5 || name == real {
        return false;
    }
    let (seen, meant) = (skeleton(name), skeleton(real));
    // "larkfield-portal", "larkfield-example.co"; a club or church of the place is nobody's double.
    let mut parts = name.split('-');
    let dressed = parts.next().is_some_and(|first| skeleton(first) == meant)
        && parts.next().is_some_and(|rest| SERVICE.contains(&rest) || genuine.split('.').any(|part| part == rest));
    seen == meant || dressed || is_near(&seen, &meant, 1 + usize::from(meant.len() > 11))
}

/// What false domains put behind the name of a school or firm.
const SERVICE: &[&str] = &[
    "academy", "account", "admin", "email", "helpdesk", "hr", "it", "learning", "login", "mail", "office", "online", "payroll", "portal",
    "school", "secure", "security", "staff", "support", "trust", "verify", "web",
];

/// The mail service that a host's misspelt name is meant for: `gmial.com`.
pub fn misspelt_service(host: &str) -> Option<&'static str> {
    let services = ["gmail.com", "hotmail.com", "outlook.com", "yahoo.com", "icloud.com", "btinternet.com"];
    services.into_iter().filter(|_| !is_public(host)).find(|service| passes_for(host, service))
}

/// Whether two words differ by at most `most` letters put in, left out, changed or swapped.
pub fn is_near(one: &str, other: &str, most: usize) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > most || one.len() > 64 {
        return false;
    }
    let mut rows = [vec![0; other.len() + 1], (0..=other.len()).collect::<Vec<usize>>(), vec![0; other.len() + 1]];
    for i in 1..=one.len() {
        rows[2][0] = i;
        for j in 1..=other.len() {
            let changed = rows[1][j - 1] + usize::from(one[i - 1] != other[j - 1]);
            let mut least = changed.min(rows[1][j] + 1).min(rows[2][j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                least = least.min(rows[0][j - 2] + 1);
            }
            rows[2][j] = least;
        }
        rows.rotate_left(1);
    }
    rows[1][other.len()] <= most
}

/// Mail services that anybody can have an address at.
pub fn is_public(host: &str) -> bool {
    const SERVICES: &[&str] = &[
        "aim",
        "aol",
        "btinternet",
        "comcast",
        "daum",
        "email",
        "fastmail",
        "freenet",
        "gmail",
        "gmx",
        "googlemail",
        "hotmail",
        "icloud",
        "inbox",
        "laposte",
        "libero",
        "live",
        "mac",
        "mail",
        "me",
        "msn",
        "naver",
        "ntlworld",
        "orange",
        "outlook",
        "pm",
        "proton",
        "protonmail",
        "qq",
        "rediffmail",
        "rocketmail",
        "sina",
        "sky",
        "talktalk",
        "tiscali",
        "tutanota",
        "virginmedia",
        "web",
        "yahoo",
        "yandex",
        "ymail",
        "zoho",
        "163",
        "126",
    ];
    SERVICES.contains(&label(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        for (link, expected, owner) in [
            ("https://shop.example.co.uk/a?b=https://x.y", "shop.example.co.uk", "example.co.uk"),
            ("http://pat@evil.example:80/x", "evil.example", "evil.example"),
            ("www.larkfield.kent.sch.uk", "www.larkfield.kent.sch.uk", "larkfield.kent.sch.uk"),
            ("mailto:Pat@Home.Example", "home.example", "home.example"),
            ("Online#3.19-x@news.media.example", "news.media.example", "media.example"),
            ("localhost", "localhost", "localhost"),
            ("", "", ""),
            ("//", "", ""),
        ] {
            let found = host(link);
            assert_eq!((found.as_str(), registered(&found)), (expected, owner), "{link}");
        }
        assert!(SECOND.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn look_alikes() {
        for (host, genuine) in [
            ("rnicrosoft.com", "microsoft.com"),
            ("micros0ft.com", "microsoft.com"),
            ("miсrosoft.com", "microsoft.com"),
            ("larkfield-example.co", "larkfield.example"),
            ("mail.larkfeild.example", "larkfield.example"),
            ("larkfie1d.example", "larkfield.example"),
            ("hillviewcoachs.example", "hillviewcoaches.example"),
            ("hillview-coaches.example", "hillviewcoaches.example"),
        ] {
            assert!(passes_for(host, genuine), "{host} {genuine}");
        }
        for (host, genuine) in [
            ("larkfield.example", "larkfield.example"),
            ("mail.larkfield.example", "larkfield.example"),
            ("larkfield.sharepoint.com", "larkfield.example"),
            ("oakfield.example", "larkfield.example"),
            ("bbc.co.uk", "nbc.com"),
            ("", "larkfield.example"),
        ] {
            assert!(!passes_for(host, genuine), "{host} {genuine}");
        }
    }
}

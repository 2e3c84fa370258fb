//! Which addresses are covered, by which site file: its patterns, matched as the browser matches them.

/// The site whose address this is, by its site file's id; `hosts` are lines of id and pattern. `None` when no site covers it.
pub fn site_of<'h>(hosts: &'h [String], url: &str) -> Option<&'h str> {
    let lines = hosts.iter().filter_map(|line| line.split_once(' '));
    lines.into_iter().find(|(_, pattern)| covers(pattern, url)).map(|(site, _)| site)
}

/// The host of an address, without port; empty when it has none.
pub fn host(url: &str) -> &str {
    split(url).map_or("", |(_, host, _)| host)
}

fn covers(pattern: &str, url: &str) -> bool {
    let (Some((wanted, hosts, path)), Some((scheme, host, at))) = (split(pattern), split(url)) else { return false };
    let scheme_fits = wanted == scheme || (wanted == "*" && matches!(scheme, "http" | "https"));
    let host_fits = hosts == host
        || hosts.strip_prefix("*.").is_some_and(|base| host == base || host.strip_suffix(base).is_some_and(|sub| sub.ends_with('.')));
    scheme_fits && host_fits && glob(path, at)
}

/// Scheme, host without port, and the path with what follows it.
fn split(url: &str) -> Option<(&str, &str, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    let (authority, path) = rest.find('/').map_or((rest, "/"), |at| rest.split_at(at));
    let end = authority.rfind(':').filter(|at| authority[at + 1..].bytes().all(|byte| byte.is_ascii_digit()));
    Some((scheme, &authority[..end.unwrap_or(authority.len())], path))
}

/// `*` stands for anything, as often as it is written.
fn glob(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{host, site_of};

    fn check(pattern: &str, url: &str, expected: bool) {
        assert_eq!(site_of(&[format!("it {pattern}")], url).is_some(), expected, "{pattern} on {url}");
    }

    #[test]
    fn patterns_cover_what_the_browser_covers() {
        check("https://x.com/*", "https://x.com/home", true);
        check("https://x.com/*", "https://x.com", true);
        check("https://x.com/*", "http://x.com/home", false);
        check("https://x.com/*", "https://x.com.evil.example/", false);
        check("https://x.com/*", "https://evil.example/https://x.com/", false);
        check("https://*.facebook.com/*", "https://www.facebook.com/friends?a=1", true);
        check("https://*.facebook.com/*", "https://facebook.com/", true);
        check("https://*.facebook.com/*", "https://notfacebook.com/", false);
        check("http://127.0.0.1/*", "http://127.0.0.1:8080/mail/", true);
        check("*://www.youtube.com/*", "https://www.youtube.com/watch?v=1", true);
        check("*://www.youtube.com/*", "ftp://www.youtube.com/", false);
        check("https://a.example/mail/*", "https://a.example/other", false);
        check("https://a.example/mail/*", "https://a.example/mail/1", true);
        check("https://x.com/*", "about:blank", false);
        check("https://x.com/*", "", false);
    }

    #[test]
    fn a_site_is_known_by_its_file() {
        let hosts =
            ["x https://x.com/*", "youtube https://*.youtube.com/*", "youtube https://www.youtube-nocookie.com/*"].map(str::to_owned);
        assert_eq!(site_of(&hosts, "https://www.youtube-nocookie.com/embed/1"), Some("youtube"));
        assert_eq!(site_of(&hosts, "https://x.com/home"), Some("x"));
        assert_eq!(site_of(&hosts, "https://y.example/"), None);
    }

    #[test]
    fn host_is_without_port() {
        assert_eq!(host("http://127.0.0.1:8080/mail"), "127.0.0.1");
        assert_eq!(host("about:blank"), "");
    }
}

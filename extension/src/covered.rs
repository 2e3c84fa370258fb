//! Which addresses are covered: the manifest's own patterns, matched as the browser matches them.

/// The pattern that covers an address, as a stable name for the site; `None` when none does.
pub fn site_of<'p>(patterns: &'p [String], url: &str) -> Option<&'p str> {
    patterns.iter().find(|pattern| covers(pattern, url)).map(|pattern| site_name(pattern))
}

/// The host of an address, without port; empty when it has none.
pub fn host(url: &str) -> &str {
    split(url).map_or("", |(_, host, _)| host)
}

/// A pattern's host without the parts that change between a site's own addresses.
fn site_name(pattern: &str) -> &str {
    let host = split(pattern).map_or(pattern, |(_, host, _)| host);
    ["*.", "www.", "m.", "mobile."].iter().find_map(|prefix| host.strip_prefix(prefix)).unwrap_or(host)
}

fn covers(pattern: &str, url: &str) -> bool {
    let (Some((wanted, hosts, path)), Some((scheme, host, at))) = (split(pattern), split(url)) else { return false };
    let scheme_fits = wanted == scheme || (wanted == "*" && matches!(scheme, "http" | "https"));
    let host_fits = hosts == host || hosts.strip_prefix("*.").is_some_and(|base| host == base || host.strip_suffix(base).is_some_and(|sub| sub.ends_with('.')));
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

    fn check(pattern: &str, url: &str, expected: Option<&str>) {
        assert_eq!(site_of(&[pattern.to_owned()], url), expected, "{pattern} on {url}");
    }

    #[test]
    fn patterns_cover_what_the_browser_covers() {
        check("https://x.com/*", "https://x.com/home", Some("x.com"));
        check("https://x.com/*", "https://x.com", Some("x.com"));
        check("https://x.com/*", "http://x.com/home", None);
        check("https://x.com/*", "https://x.com.evil.example/", None);
        check("https://x.com/*", "https://evil.example/https://x.com/", None);
        check("https://*.facebook.com/*", "https://www.facebook.com/friends?a=1", Some("facebook.com"));
        check("https://*.facebook.com/*", "https://facebook.com/", Some("facebook.com"));
        check("https://*.facebook.com/*", "https://notfacebook.com/", None);
        check("http://127.0.0.1/*", "http://127.0.0.1:8080/mail/", Some("127.0.0.1"));
        check("*://www.youtube.com/*", "https://www.youtube.com/watch?v=1", Some("youtube.com"));
        check("*://www.youtube.com/*", "ftp://www.youtube.com/", None);
        check("https://a.example/mail/*", "https://a.example/other", None);
        check("https://a.example/mail/*", "https://a.example/mail/1", Some("a.example"));
        check("https://x.com/*", "about:blank", None);
        check("https://x.com/*", "", None);
    }

    #[test]
    fn host_is_without_port() {
        assert_eq!(host("http://127.0.0.1:8080/mail"), "127.0.0.1");
        assert_eq!(host("about:blank"), "");
    }
}

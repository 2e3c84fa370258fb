//! The overlay's words in the person's language; the page script itself carries the English ones.

use std::collections::BTreeMap;

/// `words/cy.toml` as JSON, by the build script.
const WELSH: &str = include_str!(concat!(env!("OUT_DIR"), "/cy.json"));

/// The words for a language tag such as `cy` or `en-GB`; none means that the English ones stand.
pub fn words(language: &str) -> BTreeMap<String, String> {
    match language.split('-').next() {
        Some("cy") => beforehand::json::read(WELSH).unwrap_or_default(),
        _ => BTreeMap::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    /// The ids of the page script's own list, `id: "…"` a line.
    fn english_ids() -> Vec<&'static str> {
        let lines = include_str!("../page/words.ts").lines().filter_map(|line| line.trim().split_once(": \""));
        let ids = lines.map(|(id, _)| id.trim_matches('"'));
        let is_id = |id: &&str| id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let mut ids: Vec<&str> = ids.filter(is_id).collect();
        ids.sort_unstable();
        ids
    }

    #[test]
    fn welsh_has_the_ids_of_the_page_scripts_english() {
        let welsh = words("cy-GB");
        assert!(welsh.len() > 20);
        assert_eq!(welsh.keys().map(String::as_str).collect::<Vec<_>>(), english_ids());
    }

    #[test]
    fn english_stands_by_itself() {
        assert!(words("en-GB").is_empty());
        assert!(words("").is_empty());
    }
}

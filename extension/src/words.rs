//! The overlay's words in the person's language; the page script itself carries the English ones.

use std::collections::BTreeMap;

const WELSH: &str = include_str!("../words/cy.toml");

/// The words for a language tag such as `cy` or `en-GB`; none means that the English ones stand.
pub fn words(language: &str) -> BTreeMap<String, String> {
    match language.split('-').next() {
        Some("cy") => beforehand::file::read("cy.toml", WELSH).unwrap_or_default(),
        _ => BTreeMap::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn welsh_is_whole_and_english_is_the_page_scripts_own() {
        assert_eq!(words("cy-GB").get("go-back").map(String::as_str), Some("Mynd yn ôl"));
        assert!(words("en-GB").is_empty());
        assert!(words("").is_empty());
    }
}

//! What the engine says, by message id; the sentences stand in `crate/words/en.toml`.

use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Ids and messages, sorted by id.
static ROWS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| ENGLISH.split('\0').filter_map(|line| line.split_once('\t')).collect());

/// The message `id` with each `{name}` filled in; an unknown id shows itself, and a test finds it.
pub fn say(id: &str, fill: &[(&str, &str)]) -> String {
    let mut rest = find(id).unwrap_or(id);
    let mut said = String::with_capacity(rest.len() + 40);
    while let Some((before, after)) = rest.split_once('{') {
        said.push_str(before);
        let Some((name, after)) = after.split_once('}') else { break };
        said.push_str(fill.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value));
        rest = after;
    }
    said + rest
}

/// The bare sentence of an id.
pub fn find(id: &str) -> Option<&'static str> {
    let at = ROWS.binary_search_by_key(&id, |(id, _)| id).ok()?;
    Some(ROWS[at].1)
}

/// Every message whose id begins with `prefix`.
pub fn all(prefix: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    ROWS.iter().copied().filter(move |(id, _)| id.starts_with(prefix))
}

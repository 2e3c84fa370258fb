//! Addresses and their owners: people, offices, programs.

use crate::act::Act;

/// The address in `Name <a@b>` or a bare one, in lower case; empty when there is none.
pub fn address(written: &str) -> String {
    let inner = written.rsplit_once('<').map_or(written, |(_, rest)| rest.split('>').next().unwrap_or(rest));
    inner.trim().trim_matches(['"', '\'', ',', ';']).to_lowercase()
}

/// The display name in `Name <a@b>`; empty when there is none.
pub fn display_name(written: &str) -> &str {
    written.rsplit_once('<').map_or("", |(name, _)| name).trim().trim_matches(['"', '\'']).trim()
}

/// The addresses of everyone a mail goes to, in lower case.
pub fn recipients(act: &Act) -> Vec<String> {
    act.to.iter().chain(&act.cc).chain(&act.bcc).map(|written| address(written)).filter(|address| !address.is_empty()).collect()
}

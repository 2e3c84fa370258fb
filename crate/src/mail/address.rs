//! Addresses and their owners: people, offices, programs.

use crate::act::{Act, Mail};
use crate::kinds::Ask;
use crate::roster::Way;

/// The address in `Name <a@b>`, `a@b (Name)` or a bare one, in lower case; empty when there is none.
pub fn address(written: &str) -> String {
    let inner = match written.rsplit_once('<') {
        Some((_, rest)) => rest.split('>').next().unwrap_or(rest),
        None => written.split_once('(').map_or(written, |(before, _)| before),
    };
    inner.trim().trim_matches(['"', '\'', ',', ';']).to_lowercase()
}

/// The display name in `Name <a@b>` or `a@b (Name)`; empty when there is none.
pub fn display_name(written: &str) -> &str {
    let commented =
        || written.split_once('(').filter(|(before, _)| before.contains('@')).map_or("", |(_, name)| name.trim_end_matches(')'));
    written.rsplit_once('<').map_or_else(commented, |(name, _)| name).trim().trim_matches(['"', '\'']).trim()
}

/// The addresses of everyone a mail goes to, in lower case.
pub fn recipients(act: &Act) -> Vec<String> {
    act.to.iter().chain(&act.cc).chain(&act.bcc).map(|written| address(written)).filter(|address| !address.is_empty()).collect()
}

/// Whether the person has corresponded with an address: known so, or shown by a mail of theirs in the thread.
pub fn is_known(act: &Act, other: &str) -> bool {
    let is = |written: &String| address(written) == other;
    let me = act.author.account.as_deref().map(address).unwrap_or_default();
    let answered = |mail: &Mail| {
        let from = address(mail.from.as_deref().unwrap_or_default());
        from != other && (from == me || me.is_empty()) && mail.to.iter().chain(&mail.cc).any(is)
    };
    !other.is_empty() && (act.known.iter().flatten().any(is) || act.thread.iter().any(answered))
}

/// Whether a sender needs no second look: a colleague or pupil at the school's own address, somebody on the roster, or
/// somebody the person has written with.
pub fn is_trusted(ask: &Ask, from: &str) -> bool {
    ask.context.school.is_internal(from) || is_known(ask.act, from) || ask.context.roster.called(Way::Handle, from).next().is_some()
}

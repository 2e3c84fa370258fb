//! Whom a mail goes to: pupils, their parents, outsiders, and who of them may read of a pupil.

use crate::act::{Act, Moment};
use crate::domain;
use crate::engine::Context;
use crate::kinds::Ask;
use crate::mail;
use crate::names::{self, Name};
use crate::people;
use crate::roster::{Person, Role, Way, letters};
use crate::school::School;
use crate::text::{Text, fold_into};
use std::ops::Range;

/// Everyone a mail or message goes to, as written.
pub fn written(act: &Act) -> impl Iterator<Item = &str> {
    act.to.iter().chain(&act.cc).chain(&act.bcc).map(String::as_str)
}

/// The addresses outside the school and trust.
pub fn outside(act: &Act, school: &School) -> Vec<String> {
    mail::recipients(act).into_iter().filter(|address| !school.is_internal(address)).collect()
}

/// The recipients who are pupils, as written: by the domain, or by the roster at an address of their own.
pub fn pupils<'a>(act: &'a Act, context: &Context) -> Vec<&'a str> {
    written(act).filter(|written| is_pupil(written, act, context)).collect()
}

fn is_pupil(written: &str, act: &Act, context: &Context) -> bool {
    let address = mail::address(written);
    if context.school.is_pupil_address(&address) {
        return true;
    }
    // A pupil's namesake may work for the school, the council or another school.
    let elsewhere = context.school.is_internal(&address) || is_organisation(&address);
    let day = || context.day(act);
    let known = |name: Option<&str>, address: Option<&str>| people::who(context.roster, name, address);
    let by_address = known(None, Some(&address));
    let by_name = if elsewhere || !address.contains('@') { Vec::new() } else { known(Some(mail::display_name(written)), None) };
    let people = if by_address.is_empty() { by_name } else { by_address };
    people.iter().any(|person| person.role_on(day()) == Role::Pupil)
}

/// Whether an address is that of a public body, a school or a charity rather than of a person.
fn is_organisation(address: &str) -> bool {
    [".gov.uk", ".nhs.uk", ".police.uk", ".ac.uk", ".sch.uk", ".org", ".org.uk", ".mod.uk"].iter().any(|end| address.ends_with(end))
}

/// Whether an account is a mail address that is not the school's.
pub fn is_private(account: &str, school: &School) -> bool {
    let address = mail::address(account);
    let Some((local, host)) = address.split_once('@') else { return false };
    let known = !school.domains.is_empty() || !school.pupil_domains.is_empty();
    !local.is_empty() && host.contains('.') && !school.is_internal(&address) && (known || domain::is_public(host))
}

/// Whether a mail may hold personal data: encrypted, or only to those whom the pack excepts.
pub fn may_be_told(ask: &Ask) -> bool {
    if ask.act.moment != Moment::Email {
        return false;
    }
    let outside = outside(ask.act, ask.context.school);
    is_encrypted(ask.act) || (!outside.is_empty() && outside.iter().all(|address| is_excepted(ask, address)))
}

/// Whether the pack excepts an address: what it says of names holds for other personal data too.
fn is_excepted(ask: &Ask, address: &str) -> bool {
    let named = |kind: &str| matches!(kind, "names-people" | "external-personal-data");
    let says = |who: &str| ask.context.pack.clauses.iter().any(|clause| named(&clause.kind) && clause.with.except.has(who));
    let police = address.ends_with(".police.uk") && says("police");
    let care = address.ends_with(".gov.uk") || address.contains("socialcare") || address.contains("social.care");
    police || (care && says("social services"))
}

/// Whether a mail is marked for encryption, or goes through a system that encrypts.
pub fn is_encrypted(act: &Act) -> bool {
    const MARKS: &[&str] = &[
        "[encrypt",
        "[egress",
        "[secure",
        "[s/mime",
        "[smime",
        "(encrypted",
        "encrypt:",
        "encrypted:",
        "secure:",
        "via egress",
        "egress secure",
        "egress protect",
    ];
    let marked = |text: &str| {
        let text = text.to_lowercase();
        MARKS.iter().any(|mark| text.contains(mark))
    };
    let first = act.text.get(..act.text.len().min(200)).unwrap_or_default().lines().next().unwrap_or_default();
    marked(act.subject.as_deref().unwrap_or_default())
        || first.trim_start().starts_with(['[', '(']) && marked(first)
        || act.attachments.iter().any(|attachment| attachment.name.as_deref().is_some_and(|name| name.ends_with(".p7m")))
        || mail::recipients(act).iter().any(|address| address.contains("egress"))
}

/// Whether everyone outside is a parent of the person named: of the roster, or of the same surname.
pub fn is_to_own_parent(ask: &Ask, name: &Name) -> bool {
    let (school, roster) = (ask.context.school, ask.context.roster);
    let words = letters(ask.text.written(&name.words));
    let surname = words.last().map_or("", String::as_str);
    let family: Vec<&Person> = roster.called(Way::Last, surname).collect();
    let is_parent = |written: &str| {
        let on_roster = people::who(roster, None, Some(&mail::address(written)))
            .into_iter()
            .any(|person| person.role_on(ask.context.day(ask.act)) == Role::Parent && family.iter().any(|one| std::ptr::eq(*one, person)));
        on_roster || is_relative(&letters(mail::display_name(written)), &words)
    };
    let mut outside = written(ask.act).filter(|written| !school.is_internal(&mail::address(written))).peekable();
    outside.peek().is_some() && outside.all(is_parent)
}

/// "Mrs Dowd" is of Ella Dowd's family, and "Freddie's nan" is of Freddie's.
fn is_relative(shown: &[String], name: &[String]) -> bool {
    const KIN: &[&str] = &[
        "mum", "mam", "mom", "dad", "mother", "father", "nan", "gran", "grandma", "grandad", "carer", "parent", "parents", "guardian",
        "auntie", "uncle",
    ];
    let kin = shown.iter().any(|word| KIN.contains(&word.as_str()));
    let same_surname = name.len() > 1 && shown.len() > 1 && shown.last() == name.last() && shown.first() != name.first();
    same_surname || (kin && name.first().is_some_and(|first| shown.contains(first)))
}

/// Whether words are the author's own in this mail: not quoted, and not in the signature.
pub fn is_newest(ask: &Ask, place: &Range<usize>) -> bool {
    ask.act.moment != Moment::Email || ask.mail().own.iter().any(|own| own.start <= place.start && place.end <= own.end)
}

/// Whether a name may be written without naming anyone: the author's own or a recipient's, behind a title too.
pub fn is_own(ask: &Ask, words: &Range<usize>) -> bool {
    let (act, text) = (ask.act, ask.text);
    let shown = written(act).filter(|_| act.moment == Moment::Email).map(mail::display_name);
    let bare = words.start + usize::from(names::is_title(text, words.start))..words.end;
    let own = |own: &str| is_same(own, text.written(&bare)) || is_initialled(own, text.written(&bare)) || is_titled(text, words, own);
    act.author.name.as_deref().into_iter().chain(shown).any(own)
        || act.author.account.as_deref().is_some_and(|own| is_same(own, text.written(words)))
}

/// "A Khan" is Aisha Khan, if that is whose name it is.
fn is_initialled(own: &str, written: &str) -> bool {
    let (own, written) = (letters(own), letters(written));
    match (&own[..], &written[..]) {
        ([first, .., last], [initial, surname]) => initial.len() == 1 && first.starts_with(initial.as_str()) && last == surname,
        _ => false,
    }
}

/// "Miss Khan" is Aisha Khan, if that is whose name it is.
fn is_titled(text: &Text, words: &Range<usize>, own: &str) -> bool {
    let surname = own.split_whitespace().last().unwrap_or_default();
    names::is_title(text, words.start) && words.len() == 2 && is_same(surname, text.written(&(words.end - 1..words.end)))
}

/// Whether two written names are the same to the eye.
fn is_same(one: &str, other: &str) -> bool {
    let fold = |name: &str| {
        let mut folded = String::new();
        fold_into(name.trim(), &mut folded);
        folded
    };
    !one.is_empty() && fold(one) == fold(other)
}

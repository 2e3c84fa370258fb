//! Names of pupils: which of the names in a text are theirs, and what may stand in their place.

use crate::kinds::{Ask, Change};
use crate::lexicon;
use crate::names::{self, Name, Who};
use crate::roster::{Person, Role};
use crate::text::Text;
use crate::words::say;
use std::ops::Range;

/// Whether a name is that of a pupil: what the text says of a bare name goes before what the roster says.
pub fn is_pupil(ask: &Ask, name: &Name) -> bool {
    match name.who {
        Some(Who::Pupil) => true,
        Some(_) if !name.sure => false,
        _ => !of_roster(ask, name).is_empty(),
    }
}

/// The pupils of the roster whom a name may mean.
fn of_roster<'r>(ask: &Ask, name: &Name<'r>) -> Vec<&'r Person> {
    let day = ask.context.day(ask.act);
    name.people.iter().copied().filter(|person| person.role_on(day) == Role::Pupil).collect()
}

/// Whether a name has a forename or initial and a surname; with a title it is no pupil's.
pub fn is_full(text: &Text, words: &Range<usize>) -> bool {
    words.len() > 1 && !names::is_title(text, words.start)
}

/// Initials with the form group in a name's place: of the roster where one pupil is meant, else from the name itself.
pub fn as_initials(ask: &Ask, name: &Name) -> Change {
    let place = ask.text.span(&name.words);
    let pupils: Vec<&Person> = if name.sure { of_roster(ask, name) } else { Vec::new() };
    let form_follows = lexicon::is_form(ask.text.fold(name.words.end)) || lexicon::is_form(ask.text.fold(name.words.end + 1));
    let insert = match pupils[..] {
        [one] if form_follows => one.initials.clone(),
        [one] => one.label(),
        _ => initials(ask.text, &name.words),
    };
    Change { label: say("names.use-initials", &[("text", &insert)]), place, insert }
}

/// `JS` for "Jordan Smith" and "Smith, Jordan"; `ZSJ` for "Zoë Smith-Jones".
fn initials(text: &Text, words: &Range<usize>) -> String {
    let comma = words.clone().skip(1).find(|&at| text.words[at].gap == crate::text::Gap::Comma);
    let order: Vec<usize> = comma.map_or_else(|| words.clone().collect(), |comma| (comma..words.end).chain(words.start..comma).collect());
    order.into_iter().filter_map(|at| text.written(&(at..at + 1)).chars().next()).flat_map(char::to_uppercase).collect()
}

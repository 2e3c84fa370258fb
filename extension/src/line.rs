//! One line in, one line out, as `beforehand check --jsonl` does it, so that a test can compare every build byte by byte;
//! roster and school come as they are kept, since reading their files is the work of the view's wasm.

use beforehand::{Act, Context, Pack, Roster, School, check, clock, json};
use jiff::Timestamp;
use std::cell::RefCell;
use std::rc::Rc;

/// What is read once for many lines.
struct Set {
    from: [String; 4],
    now: Timestamp,
    pack: Option<Rc<Pack>>,
    school: School,
    roster: Roster,
}

/// In a verdict's place.
struct Failed {
    error: String,
}

json!(write Failed { error: Need });

thread_local! {
    static LAST: RefCell<Option<Rc<Set>>> = const { RefCell::new(None) };
    static PACKS: RefCell<Vec<(String, Rc<Pack>)>> = const { RefCell::new(Vec::new()) };
}

/// The verdict of one act as JSON; for a bad line or a bad setting, the error in its place.
pub fn check_line(line: &str, now: &str, policy: &str, school: &str, roster: &str) -> String {
    match verdict(line, [now, policy, school, roster]) {
        Ok(verdict) => verdict,
        Err(error) => json::written(&Failed { error }),
    }
}

fn verdict(line: &str, settings: [&str; 4]) -> Result<String, String> {
    let act: Act = json::read(line).map_err(|why| why.to_string())?;
    let set = last(settings)?;
    let pack = act.policy.as_deref().map_or_else(|| set.pack.clone(), pack).ok_or("there is no such policy")?;
    let verdict = check(&act, &Context { pack: &pack, school: &set.school, roster: &set.roster, now: set.now });
    Ok(json::written(&verdict))
}

/// A built-in policy, read once.
fn pack(id: &str) -> Option<Rc<Pack>> {
    if let Some(pack) = PACKS.with_borrow(|packs| packs.iter().find(|(other, _)| other == id).map(|(_, pack)| Rc::clone(pack))) {
        return Some(pack);
    }
    let pack = Rc::new(Pack::checked(id)?);
    PACKS.with_borrow_mut(|packs| packs.push((id.to_owned(), Rc::clone(&pack))));
    Some(pack)
}

/// The settings, read anew only when they are not those of the line before; four empty ones stand for those again.
fn last(settings: [&str; 4]) -> Result<Rc<Set>, String> {
    let again = settings.iter().all(|setting| setting.is_empty());
    let kept = LAST.with_borrow(Clone::clone).filter(|set| again || set.from == settings);
    if let Some(set) = kept {
        return Ok(set);
    }
    let set = Rc::new(read(settings)?);
    LAST.set(Some(Rc::clone(&set)));
    Ok(set)
}

fn read(settings: [&str; 4]) -> Result<Set, String> {
    let [now, policy, school, roster] = settings;
    let now: Timestamp = clock::parse(now).ok_or_else(|| format!("now: {now} is no RFC 3339 time"))?;
    let school: School = if school.is_empty() { School::default() } else { json::read(school).map_err(|why| why.to_string())? };
    let roster = if roster.is_empty() { Some(Roster::empty()) } else { Roster::from_bytes(roster.as_bytes()) };
    let roster = roster.ok_or("the roster cannot be read")?;
    Ok(Set { from: settings.map(str::to_owned), now, pack: pack(policy), school, roster })
}

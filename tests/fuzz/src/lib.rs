//! What is fuzzed: any bytes are answered, and what is answered holds together.

use beforehand::roster::{Choice, Column};
use beforehand::text::Text;
use beforehand::{Act, Context, Moment, Pack, Roster, School, check, json, mail, names, pack::BUILTIN};
use std::sync::LazyLock;

/// Takes any bytes, and panics where something does not hold.
pub type Target = fn(&[u8]);

/// The targets by name, for those who run a saved corpus.
pub const TARGETS: &[(&str, Target)] =
    &[("act", act), ("text", text), ("mail", mail), ("pack", pack), ("school", school), ("roster", roster)];

static PACKS: LazyLock<Vec<Pack>> =
    LazyLock::new(|| BUILTIN.iter().map(|source| Pack::builtin(source.id).expect("a built-in policy reads")).collect());
static SCHOOL: LazyLock<School> =
    LazyLock::new(|| School::parse("school.toml", include_str!("../../fixtures/school.toml")).expect("the fixture reads"));
static ROSTER: LazyLock<Roster> = LazyLock::new(|| {
    Roster::read("people.csv", include_bytes!("../../fixtures/people.csv"), [1; 16], "2026-11-22".parse().expect("a day")).roster
});

/// A line of the check contract.
pub fn act(data: &[u8]) {
    if let Ok(act) = std::str::from_utf8(data).map_err(|_| ()).and_then(|line| json::read::<Act>(line).map_err(|_| ())) {
        judge(&act);
    }
}

/// A draft: the first byte says what it is.
pub fn text(data: &[u8]) {
    const MOMENTS: &[Moment] = &[Moment::Post, Moment::Email, Moment::Message, Moment::EmailRead, Moment::Profile, Moment::Comment];
    let Some((first, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest).into_owned();
    let to = vec!["Pat <pat@home.example>".to_owned()];
    judge(&Act { text, to, moment: MOMENTS[usize::from(*first) % MOMENTS.len()], ..Act::default() });
}

/// A mail body.
pub fn mail(data: &[u8]) {
    let body = String::from_utf8_lossy(data);
    let split = mail::split(&body);
    assert!(split.messages >= 1, "a mail holds itself");
    assert!(body.contains(split.top), "the newest part is of the mail");
}

/// A policy pack.
pub fn pack(data: &[u8]) {
    let _ = Pack::parse("pack.toml", &String::from_utf8_lossy(data));
}

/// A school file.
pub fn school(data: &[u8]) {
    let _ = School::parse("school.toml", &String::from_utf8_lossy(data));
}

/// A roster file, then kept and read again; and the same as two files that belong together, the first column chosen by hand.
pub fn roster(data: &[u8]) {
    let today = "2026-11-22".parse().expect("a day");
    let import = Roster::read("pupils.csv", data, [2; 16], today);
    let (one, other) = data.split_at(data.len() / 2);
    let choice = Choice { heading: "1".to_owned(), column: Some(Column::FullName), file: None };
    let both = Roster::read_all(&[("roles.csv", other), ("pupils.csv", one)], &[choice], [2; 16], today, &mut |_, _| {});
    let text = String::from_utf8_lossy(data);
    for import in both {
        assert_eq!(import.counts.iter().sum::<usize>(), import.roster.len(), "everyone counted is there");
        names::find(&Text::new(&text), &import.roster);
    }
    assert_eq!(import.counts.iter().sum::<usize>(), import.roster.len(), "everyone counted is there");
    assert_eq!(Roster::from_bytes(&import.roster.to_bytes()).as_ref(), Some(&import.roster), "what is kept is read again");
}

/// Every policy answers; places lie in the text and hold their excerpt.
fn judge(act: &Act) {
    let units: Vec<u16> = act.text.encode_utf16().collect();
    for pack in PACKS.iter() {
        let now = "2026-11-22T12:00:00Z".parse().expect("a time");
        for finding in check(act, &Context { pack, school: &SCHOOL, roster: &ROSTER, now }).findings {
            let place = finding.start.zip(finding.end).map(|(start, end)| start as usize..end as usize);
            let written = place.map(|place| String::from_utf16_lossy(&units[place]));
            assert_eq!(written, finding.excerpt, "{finding:?}");
            assert!(finding.fixes.iter().all(|fix| fix.start <= fix.end && fix.end as usize <= units.len()), "{finding:?}");
        }
    }
}

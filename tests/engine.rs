//! What holds for every act: order, places, no repeats, fixes that settle, and an answer to any text.

use beforehand::{Act, Context, Finding, Fix, Moment, Pack, Roster, School, Verdict, check, json, pack::BUILTIN};
use proptest::prelude::*;
use std::sync::LazyLock;

static SCHOOL: LazyLock<School> = LazyLock::new(|| School::parse("school.toml", include_str!("fixtures/school.toml")).expect("a school"));
static ROSTER: LazyLock<Roster> = LazyLock::new(|| {
    Roster::read("people.csv", include_bytes!("fixtures/people.csv"), [1; 16], "2026-11-22".parse().expect("a day")).roster
});

fn verdict(policy: &str, act: &Act) -> Verdict {
    let pack = Pack::builtin(policy).expect("a built-in policy");
    check(act, &Context { pack: &pack, school: &SCHOOL, roster: &ROSTER, now: "2026-11-22T12:00:00Z".parse().expect("a time") })
}

/// Everything that is wrong with a verdict on an act.
fn faults(act: &Act, verdict: &Verdict) -> Vec<String> {
    let units: Vec<u16> = act.text.encode_utf16().collect();
    let mut faults = Vec::new();
    for finding in &verdict.findings {
        let place = finding.start.zip(finding.end).map(|(start, end)| start as usize..end as usize);
        let written = place.as_ref().map(|place| units.get(place.clone()).map(String::from_utf16_lossy));
        if written.clone().is_some_and(|written| written != finding.excerpt) {
            faults.push(format!("the place does not hold the excerpt: {written:?} {finding:?}"));
        }
        if finding.heading.is_empty() || finding.heading.contains('{') || finding.message.contains('{') && !act.text.contains('{') {
            faults.push(format!("a sentence is not whole: {finding:?}"));
        }
        faults.extend(
            finding
                .fixes
                .iter()
                .filter(|fix| units.get(fix.start as usize..fix.end as usize).is_none())
                .map(|fix| format!("a fix is out of the text: {fix:?}")),
        );
    }
    let order: Vec<_> = verdict.findings.iter().map(|finding| (finding.severity, finding.start.map_or(0, |start| start + 1))).collect();
    if !order.is_sorted() {
        faults.push(format!("out of order: {order:?}"));
    }
    faults
}

#[test]
fn order_and_repeats() {
    let act = Act { text: "I teach at Larkfield with Jordan Smith and Jordan Smith, and Zoe Smith-Jones".into(), ..Act::default() };
    let verdict = verdict("durrington", &act);
    let kinds: Vec<_> = verdict.findings.iter().map(|finding| (finding.kind.as_str(), finding.excerpt.as_deref().unwrap_or(""))).collect();
    assert_eq!(
        kinds,
        [
            ("missing-disclaimer", "I teach at Larkfield"),
            ("names-people", "Jordan Smith"),
            ("names-people", "Jordan Smith"),
            ("names-people", "Zoe Smith-Jones")
        ]
    );
    assert_eq!(faults(&act, &verdict), Vec::<String>::new());
}

#[test]
fn unknown_fields_are_named() {
    for (line, named) in [
        (r#"{"tezt":"x"}"#, "`tezt`"),
        (r#"{"person":{"nmae":"x"}}"#, "`nmae`"),
        (r#"{"moment":"pots"}"#, "`pots`"),
        (r#"{"video":{"watched":[[1]]}}"#, "`watched`"),
    ] {
        let error = json::read::<Act>(line).expect_err(line).to_string();
        assert!(error.contains(named), "{line}: {error}");
    }
}

#[test]
fn an_act_is_written_as_it_was_read() {
    let line = r#"{"id":"7","moment":"connect","person":{"name":"A","family":true}}"#;
    let act: Act = json::read(line).expect("an act");
    assert_eq!(json::written(&act), line);
}

#[test]
fn large_texts_are_answered() {
    for text in [
        "Jordan Smith ".repeat(800_000),
        "a".repeat(10_000_000),
        "I teach at ".repeat(900_000),
        "\u{202e}é".repeat(2_000_000),
        "@#@#".repeat(2_500_000),
    ] {
        let act = Act { text, ..Act::default() };
        let found = verdict("durrington", &act);
        assert!(faults(&act, &found).is_empty());
    }
}

fn moment() -> impl Strategy<Value = Moment> {
    prop_oneof![
        Just(Moment::Post),
        Just(Moment::Comment),
        Just(Moment::Profile),
        Just(Moment::Message),
        Just(Moment::Email),
        Just(Moment::Connect),
        Just(Moment::Video)
    ]
}

/// Texts made of the words that the kinds look for, and of anything at all.
fn draft() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "I",
        "teach",
        "at",
        "Larkfield",
        "Jordan",
        "Smith",
        "'s",
        "9B",
        "in",
        "Mrs",
        "Patel",
        "views",
        "my",
        "own",
        "not",
        ".",
        ",",
        "\n",
        "😀",
        "Y9",
        "our",
        "@jordzz09",
        "Zoë-",
        "On 1 May 2026, A wrote:\n>",
        "\u{200b}",
    ];
    prop_oneof![prop::collection::vec(prop::sample::select(WORDS), 0..30).prop_map(|words| words.join(" ")), any::<String>()]
}

/// The same cases on every machine; `PROPTEST_CASES` and another seed go further.
fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(2026), ..ProptestConfig::default() }
}

/// Whether a finding made after a fix is the one that the fix was for: it stands where that stood, or is about the whole act.
fn is_back(finding: &Finding, fix: &Fix, other: &Finding) -> bool {
    let grown = fix.insert.encode_utf16().count() as u32;
    let moved = |unit: u32| if unit >= fix.end { unit + grown - (fix.end - fix.start) } else { unit.min(fix.start + grown) };
    match (finding.start.zip(finding.end), other.start.zip(other.end)) {
        (Some((start, end)), Some((from, to))) => moved(start) < moved(end) && from < moved(end) && moved(start) < to,
        (None, None) => true,
        _ => false,
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_act_is_answered(text in draft(), bio in draft(), moment in moment(), at in 0..BUILTIN.len()) {
        let mut act = Act { text, moment, to: vec![bio.clone()], ..Act::default() };
        act.author.bio = Some(bio.clone());
        act.person = Some(beforehand::act::Person { name: Some(bio), ..Default::default() });
        let verdict = verdict(BUILTIN[at].id, &act);
        prop_assert_eq!(faults(&act, &verdict), Vec::<String>::new());
    }

    #[test]
    fn a_fix_settles_its_finding(text in draft(), at in 0..BUILTIN.len()) {
        let act = Act { text, ..Act::default() };
        let units: Vec<u16> = act.text.encode_utf16().collect();
        let before = verdict(BUILTIN[at].id, &act);
        for finding in &before.findings {
            for fix in &finding.fixes {
                let text = [&units[..fix.start as usize], &fix.insert.encode_utf16().collect::<Vec<_>>(), &units[fix.end as usize..]].concat();
                let after = verdict(BUILTIN[at].id, &Act { text: String::from_utf16_lossy(&text), ..act.clone() });
                let back = after.findings.iter().find(|other| other.kind == finding.kind && is_back(finding, fix, other));
                prop_assert!(back.is_none(), "{:?} leaves {:?}", fix, back);
            }
        }
    }
}

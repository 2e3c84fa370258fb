//! Measures labelled acts: recall and precision of each kind, and every row that came out otherwise.
//!
//! `cargo run --example measure -- FILE.jsonl… [--kind KIND] [--quiet]`; a row is `{"expect": [kinds], "may": [kinds], "act": {…}}`.

use beforehand::{Act, Context, Pack, Roster, School, check, kinds};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};

#[derive(Deserialize)]
struct Row {
    expect: BTreeSet<String>,
    #[serde(default)]
    may: BTreeSet<String>,
    act: Act,
}

/// Rows in which a kind was rightly found, wrongly found, and missed.
#[derive(Default)]
struct Count {
    right: usize,
    wrong: usize,
    missed: usize,
}

fn main() {
    let mut files = Vec::new();
    let (mut only, mut quiet) = (None, false);
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--kind" => only = arguments.next(),
            "--quiet" => quiet = true,
            _ => files.push(argument),
        }
    }
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let (mut innocent, mut alarmed) = (0, 0);
    for file in &files {
        for line in fs::read_to_string(file).unwrap_or_else(|why| panic!("{file}: {why}")).lines().filter(|line| !line.trim().is_empty()) {
            let row: Row = serde_json::from_str(line).unwrap_or_else(|why| panic!("{file}: {why}: {line}"));
            let found = found(&row.act);
            innocent += usize::from(row.expect.is_empty());
            alarmed += usize::from(row.expect.is_empty() && found.keys().any(|kind| !row.may.contains(kind)));
            let differences = tally(&row, &found, &mut counts);
            let shown = differences.iter().any(|(_, kind)| only.as_ref().is_none_or(|only| only == kind));
            if shown && !quiet {
                let told: Vec<String> = differences.iter().map(|(sign, kind)| format!("{sign}{kind}")).collect();
                println!("{}  {:?}\n    {line}", told.join(" "), found);
            }
        }
    }
    report(&counts, innocent, alarmed);
}

/// The kinds found in an act, with the words marked.
fn found(act: &Act) -> BTreeMap<String, Option<String>> {
    let fixture = |name: &str| fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).expect("the fixture is there");
    thread_local! {
        static SET: std::cell::OnceCell<(School, Roster, BTreeMap<String, Pack>)> = const { std::cell::OnceCell::new() };
    }
    SET.with(|set| {
        let (school, roster, packs) = set.get_or_init(|| {
            let school = School::parse("school.toml", &String::from_utf8(fixture("school.toml")).expect("UTF-8")).expect("a school");
            let roster = Roster::read("people.csv", &fixture("people.csv"), [1; 16], "2026-11-22".parse().expect("a day")).roster;
            let packs =
                beforehand::pack::BUILTIN.iter().map(|pack| (pack.id.to_owned(), Pack::builtin(pack.id).expect("it reads"))).collect();
            (school, roster, packs)
        });
        let pack = &packs[act.policy.as_deref().unwrap_or("durrington")];
        let now = "2026-11-22T12:00:00Z".parse().expect("a time");
        let verdict = check(act, &Context { pack, school, roster, now });
        verdict.findings.into_iter().map(|finding| (finding.kind, finding.excerpt)).collect()
    })
}

/// Counts a row; what differs, `-` for missed and `+` for too much. Kinds that are not built are left out.
fn tally<'a>(row: &'a Row, found: &'a BTreeMap<String, Option<String>>, counts: &mut BTreeMap<String, Count>) -> Vec<(char, &'a str)> {
    let mut differences = Vec::new();
    for kind in row.expect.iter().filter(|kind| kinds::is_built(kind)) {
        let count = counts.entry(kind.clone()).or_default();
        if found.contains_key(kind) {
            count.right += 1;
        } else {
            count.missed += 1;
            differences.push(('-', kind.as_str()));
        }
    }
    for kind in found.keys().filter(|kind| !row.expect.contains(*kind) && !row.may.contains(*kind)) {
        counts.entry(kind.clone()).or_default().wrong += 1;
        differences.push(('+', kind.as_str()));
    }
    differences
}

fn report(counts: &BTreeMap<String, Count>, innocent: usize, alarmed: usize) {
    let mut all = Count::default();
    println!("{:<26} {:>6} {:>6} {:>6}  recall precision", "kind", "right", "missed", "wrong");
    for (kind, count) in counts {
        line(kind, count);
        all.right += count.right;
        all.wrong += count.wrong;
        all.missed += count.missed;
    }
    line("all", &all);
    println!("innocent acts alarmed: {alarmed} of {innocent}");
}

fn line(kind: &str, count: &Count) {
    let share = |of: usize| if of == 0 { 1.0 } else { count.right as f64 / of as f64 };
    let (recall, precision) = (share(count.right + count.missed), share(count.right + count.wrong));
    println!("{kind:<26} {:>6} {:>6} {:>6}  {recall:.3}  {precision:.3}", count.right, count.missed, count.wrong);
}

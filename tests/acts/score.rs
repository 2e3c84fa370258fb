//! Scores labelled acts: what each kind found rightly, wrongly and not at all.

use beforehand::{Act, Context, Pack, Roster, School, check, json, kinds};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// An act and the kinds that must be found in it; those in `may` are open to debate.
#[derive(Default)]
struct Row {
    expect: BTreeSet<String>,
    may: BTreeSet<String>,
    act: Act,
}

json!(Row, strict { expect: Need, may: May, act: Need });

/// Rows in which a kind was rightly found, wrongly found, and missed.
#[derive(Default)]
pub struct Count {
    pub right: usize,
    pub wrong: usize,
    pub missed: usize,
}

impl Count {
    pub fn recall(&self) -> f64 {
        share(self.right, self.right + self.missed)
    }

    pub fn precision(&self) -> f64 {
        share(self.right, self.right + self.wrong)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// What came of labelled acts.
#[derive(Default)]
pub struct Scores {
    pub kinds: BTreeMap<String, Count>,
    pub all: Count,
    /// Acts in which nothing must be found, and those of them in which something was.
    pub innocent: usize,
    pub alarmed: usize,
    /// Rows that came out otherwise: the kinds (`-` missed, `+` too much), what was found, and the line.
    pub differences: Vec<(Vec<String>, String, String)>,
}

/// School, roster and policies of the labelled acts.
struct Set {
    school: School,
    roster: Roster,
    packs: BTreeMap<&'static str, Pack>,
}

impl Set {
    fn new() -> Self {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        let school = fs::read_to_string(fixtures.join("school.toml")).expect("the fixture is there");
        let people = fs::read(fixtures.join("people.csv")).expect("the fixture is there");
        let packs = beforehand::pack::BUILTIN.iter().map(|pack| (pack.id, Pack::builtin(pack.id).expect("it reads")));
        Self {
            school: School::parse("school.toml", &school).expect("a school"),
            roster: Roster::read("people.csv", &people, [1; 16], "2026-11-22".parse().expect("a day")).roster,
            packs: packs.collect(),
        }
    }

    /// The kinds found in an act, with the words marked.
    fn found(&self, act: &Act) -> BTreeMap<String, Option<String>> {
        let pack = &self.packs[act.policy.as_deref().expect("a labelled act names its policy")];
        let now = "2026-11-22T12:00:00Z".parse().expect("a time");
        let verdict = check(act, &Context { pack, school: &self.school, roster: &self.roster, now });
        verdict.findings.into_iter().map(|finding| (finding.kind, finding.excerpt)).collect()
    }
}

/// Scores the acts of files of JSON lines. Kinds that are not built are left out.
pub fn score(files: &[impl AsRef<Path>]) -> Scores {
    let set = Set::new();
    let mut scores = Scores::default();
    for file in files.iter().map(AsRef::as_ref) {
        let lines = fs::read_to_string(file).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let row: Row = json::read(line).unwrap_or_else(|why| panic!("{}: {why}: {line}", file.display()));
            scores.take(&row, &set.found(&row.act), line);
        }
    }
    scores
}

impl Scores {
    fn take(&mut self, row: &Row, found: &BTreeMap<String, Option<String>>, line: &str) {
        let mut differences = Vec::new();
        for kind in row.expect.iter().filter(|kind| kinds::is_built(kind)) {
            let count = self.kinds.entry(kind.clone()).or_default();
            if found.contains_key(kind) {
                count.right += 1;
                self.all.right += 1;
            } else {
                count.missed += 1;
                self.all.missed += 1;
                differences.push(format!("-{kind}"));
            }
        }
        for kind in found.keys().filter(|kind| !row.expect.contains(*kind) && !row.may.contains(*kind)) {
            self.kinds.entry(kind.clone()).or_default().wrong += 1;
            self.all.wrong += 1;
            differences.push(format!("+{kind}"));
        }
        let innocent = row.expect.is_empty();
        self.innocent += usize::from(innocent);
        self.alarmed += usize::from(innocent && !differences.is_empty());
        if !differences.is_empty() {
            self.differences.push((differences, format!("{found:?}"), line.to_owned()));
        }
    }

    /// A Markdown table, a row a kind.
    pub fn table(&self) -> String {
        let row = |kind: &str, count: &Count| {
            let of = count.right + count.missed;
            format!("| {kind} | {of} | {:.2} | {} | {:.2} |\n", count.recall(), count.wrong, count.precision())
        };
        let rows: String = self.kinds.iter().map(|(kind, count)| row(kind, count)).collect();
        let share = 100.0 * self.alarmed as f64 / self.innocent.max(1) as f64;
        format!(
            "| kind | acts that call for it | recall | false alarms | precision |\n| --- | --- | --- | --- | --- |\n{rows}{}\n\
             {} of {} innocent acts were alarmed ({share:.1} %).\n",
            row("**all**", &self.all),
            self.alarmed,
            self.innocent
        )
    }
}

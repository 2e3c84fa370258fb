//! Each kind's own proof: its rows must flag, mark the words shown, and let the others pass.

use beforehand::{Act, Context, Pack, Roster, School, check, kinds};
use std::fs;

fn fixture(name: &str) -> Vec<u8> {
    fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).expect("the fixture is there")
}

/// The act of a row, and the words between « and » that must be marked.
fn read(row: &str) -> (Act, Option<String>) {
    if row.starts_with('{') {
        return (beforehand::json::read(row).unwrap_or_else(|why| panic!("{row}: {why}")), None);
    }
    let marked = row.split_once('«').and_then(|(_, rest)| rest.split_once('»')).map(|(words, _)| words.to_owned());
    (Act { text: row.replace(['«', '»'], ""), ..Act::default() }, marked)
}

/// What is wrong with a row, if anything.
fn verify(kind: &str, policy: &str, row: &str, flags: bool) -> Option<String> {
    let (act, marked) = read(row);
    let pack = Pack::builtin(act.policy.as_deref().unwrap_or(policy)).expect("a built-in policy");
    let school = School::parse("school.toml", &String::from_utf8(fixture("school.toml")).expect("UTF-8")).expect("a school");
    let now = "2026-11-22T12:00:00Z".parse().expect("a time");
    let roster = Roster::read("people.csv", &fixture("people.csv"), [1; 16], "2026-11-22".parse().expect("a day")).roster;
    let context = Context { pack: &pack, school: &school, roster: &roster, now };
    let verdict = check(&act, &context);
    let found: Vec<_> = verdict.findings.iter().filter(|finding| finding.kind == kind).collect();
    if found.is_empty() == flags {
        return Some(format!("{kind} {} {row}\n    {found:?}", if flags { "missed" } else { "flagged" }));
    }
    if let Some(marked) = marked.filter(|marked| !found.iter().any(|finding| finding.excerpt.as_deref() == Some(marked))) {
        return Some(format!("{kind} marked {:?}, not {marked:?}", found.iter().map(|finding| &finding.excerpt).collect::<Vec<_>>()));
    }
    found.iter().flat_map(|finding| finding.fixes.iter().map(move |fix| (finding, fix))).find_map(|(finding, fix)| {
        let units: Vec<u16> = act.text.encode_utf16().collect();
        let (start, end) = (fix.start as usize, fix.end as usize);
        let text = String::from_utf16_lossy(&[&units[..start], &fix.insert.encode_utf16().collect::<Vec<_>>(), &units[end..]].concat());
        let again = check(&Act { text: text.clone(), ..act.clone() }, &context);
        let same =
            |other: &&beforehand::Finding| other.kind == kind && other.excerpt == finding.excerpt && other.heading == finding.heading;
        again.findings.iter().find(same).map(|_| format!("{kind}: {:?} brings its finding back: {text:?}", fix.label))
    })
}

#[test]
fn proofs_hold() {
    let mut failed = Vec::new();
    for (kind, proof) in kinds::PROOFS {
        failed.extend(proof.flags.iter().filter_map(|row| verify(kind, proof.policy, row, true)));
        failed.extend(proof.passes.iter().filter_map(|row| verify(kind, proof.policy, row, false)));
    }
    assert!(failed.is_empty(), "{} rows failed:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn a_kind_without_a_proof_is_refused() {
    for (kind, proof) in kinds::PROOFS {
        assert!(proof.flags.len() >= 3 && proof.passes.len() >= 3, "{kind}: its proof needs three rows each way");
    }
}

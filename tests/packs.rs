//! The policy packs: every clause of the mission's list is there, as what it is, and nothing is claimed that is not built.

use beforehand::{
    Pack, kinds,
    pack::{BUILTIN, Does},
};

/// The mission's own list of clauses; outside the repository, so absent in a bare clone.
const CLAUSES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/mission/clauses.toml");

/// How many clauses the five policies have, as counted in the mission's list on 22 November 2026.
const COUNTS: [(&str, usize); 5] = [("academy-trust", 35), ("durrington", 49), ("maltby", 33), ("st-albans", 31), ("west-midlands", 27)];

#[test]
fn every_policy_is_whole() {
    let found: Vec<(&str, usize)> =
        BUILTIN.iter().map(|source| (source.id, Pack::builtin(source.id).expect("a pack that reads").clauses.len())).collect();
    assert_eq!(found, COUNTS);
}

#[test]
fn packs_read() {
    for source in BUILTIN {
        let file = format!("crate/packs/{}.toml", source.id);
        let toml = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(&file)).expect("a pack's file");
        let read = Pack::parse(&file, &toml).unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(Pack::builtin(source.id), Some(read), "{file}: what the build made of it");
    }
}

#[test]
fn what_is_checked_is_kept_apart_as_it_is() {
    for id in Pack::ids() {
        let mut whole = Pack::builtin(id).expect("a pack that reads");
        whole.clauses.retain(|clause| clause.does == Does::Check);
        assert_eq!(Pack::checked(id), Some(whole), "{id}");
    }
}

#[test]
fn clauses_are_those_of_the_mission() {
    let Ok(text) = std::fs::read_to_string(CLAUSES) else {
        eprintln!("SKIPPED: {CLAUSES} is not here, so 175 clauses were not compared");
        return;
    };
    let list: toml::Table = text.parse().expect("the list reads");
    let mut compared = 0;
    for policy in list["policy"].as_array().expect("policies") {
        let id = policy["id"].as_str().expect("an id");
        let pack = Pack::builtin(id).expect("a pack for each policy");
        for (row, clause) in policy["clauses"].as_array().expect("clauses").iter().zip(&pack.clauses) {
            let said = |key: &str| row.get(key).and_then(toml::Value::as_str).unwrap_or_default();
            let does = match clause.does {
                Does::Check => "check",
                Does::Guide => "guide",
                Does::Beyond => "beyond",
            };
            assert_eq!(
                (said("id"), said("where"), said("does"), said("kind")),
                (format!("{id}/{}", clause.id).as_str(), clause.r#where.as_str(), does, clause.kind.as_str())
            );
            compared += 1;
        }
    }
    assert_eq!(compared, 175);
}

#[test]
fn each_clause_says_what_it_is() {
    for source in BUILTIN {
        let pack = Pack::builtin(source.id).expect("a pack that reads");
        for clause in &pack.clauses {
            let id = format!("{}/{}", pack.id, clause.id);
            assert!(!clause.says.is_empty() && !clause.says.ends_with('.'), "{id}: `says` is a phrase that a sentence can end with");
            assert_eq!(clause.does == Does::Beyond, !clause.reason.is_empty(), "{id}: `beyond` has a reason, others none");
            assert_eq!(clause.does == Does::Check, !clause.kind.is_empty(), "{id}: `check` has a kind, others none");
        }
    }
}

#[test]
fn a_kind_is_built_or_planned_not_both() {
    for kind in kinds::PLANNED {
        assert!(!kinds::is_built(kind), "{kind} is built: take it off the list of planned kinds");
    }
}

#[test]
fn errors_name_their_place() {
    #[track_caller]
    fn check(change: fn(&str) -> String, expected: &str) {
        let pack = "trust = \"T\"\nshort = \"T\"\ntitle = \"P\"\ndated = \"\"\nlearner = \"pupil\"\n\n[[clause]]\nid = \"a\"\nwhere = \"1\"\nsays = \"be kind\"\ndoes = \"guide\"\n";
        let error = Pack::parse("mine.toml", &change(pack)).expect_err("an error").to_string();
        assert!(error.starts_with(expected), "{error:?} does not begin {expected:?}");
    }
    check(|pack| pack.replace("says", "sayz"), "mine.toml:10:1: unknown field `sayz`");
    check(|pack| pack.replace("\"guide\"", "\"guard\""), "mine.toml:11:8: unknown variant `guard`, expected one of");
    check(|pack| pack.replace("\"guide\"", "\"guide"), "mine.toml:11:");
    check(
        |pack| format!("{pack}\n[[clause]]\nid = \"a\"\nwhere = \"1\"\nsays = \"be kind\"\ndoes = \"guide\"\n"),
        "mine.toml: clause \"a\": its id is already taken",
    );
    check(
        |pack| pack.replace("\"guide\"", "\"check\"\nkind = \"magic\""),
        "mine.toml: clause \"a\": it is a `check` without a known `kind`",
    );
}

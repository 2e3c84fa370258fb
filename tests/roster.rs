//! People lists: the fixtures and Microsoft's samples load with the right people, names are met however they are written, and ordinary posts name nobody.

#[path = "roster/reading.rs"]
mod reading;
#[path = "roster/school.rs"]
mod school;
#[path = "roster/variants.rs"]
mod variants;

use beforehand::people::full_names;
use beforehand::roster::{Choice, Column, Import};
use beforehand::text::Text;
use beforehand::{Act, Context, Moment, Pack, Roster, School, check};
use std::collections::BTreeMap;
use std::fs;

const KEY: [u8; 16] = [7; 16];
const DATA: &str = "/work/shared/data";

fn today() -> jiff::civil::Date {
    "2026-11-22".parse().expect("a day")
}

/// A file of the shared data; `None`, and loudly, where it is not there.
fn shared(path: &str) -> Option<Vec<u8>> {
    let read = fs::read(format!("{DATA}/{path}")).ok();
    if read.is_none() {
        eprintln!("SKIPPED: {DATA}/{path} is not here, so nothing is tested with it");
    }
    read
}

fn read(file: &str, bytes: &[u8]) -> Import {
    Roster::read(file, bytes, KEY, today())
}

#[test]
fn fixtures_hold_their_people() {
    let Some(truth) = shared("roster/fixtures/truth.json") else { return };
    let truth: Vec<serde_json::Value> = serde_json::from_slice(&truth).expect("JSON");
    let left = truth.iter().filter(|person| person["left"].as_str().is_some_and(|day| !day.is_empty() && day <= "2026-11-22")).count();
    for (file, counts) in [
        ("bromcom_template.csv", [60, 0, 0, 0]),
        ("cem_import.csv", [60, 0, 0, 0]),
        ("class_list_with_title.csv", [60, 0, 0, 0]),
        ("google_users.csv", [60, 0, 0, 0]),
        ("impero_children.csv", [60, 0, 0, 0]),
        ("schoolbooking_repeated.csv", [60, 0, 0, 60]),
        ("sims_report.csv", [60 - left, left, 0, 0]),
        ("single_name_column.csv", [60, 0, 0, 0]),
    ] {
        let Some(bytes) = shared(&format!("roster/fixtures/{file}")) else { continue };
        let import = read(file, &bytes);
        assert_eq!((import.counts, &import.refused[..]), (counts, &[][..]), "{file}");
        for person in &truth {
            let of = |field: &str| person[field].as_str().unwrap_or_default();
            let name = format!("{} {}", of("legal_forename"), of("surname"));
            let text = Text::known(&name);
            let found = full_names(&text, &import.roster);
            let forms: Vec<&str> = found.iter().flat_map(|named| &named.people).map(|person| person.form.as_str()).collect();
            let right =
                forms.iter().any(|form| form.is_empty() || *form == of("reg") || form.starts_with("Year ")) || file == "google_users.csv";
            assert!(!found.is_empty() && right, "{file}: {name} {forms:?}");
        }
    }
}

#[test]
fn microsoft_samples_hold_their_people() {
    for (file, counts, refused, why) in [
        ("sds_v1_student_100.csv", [86, 0, 0, 0], 0, ""),
        ("uk_format_student_100.csv", [86, 0, 0, 0], 0, ""),
        ("uk_format_teacher_100.csv", [0, 0, 12, 0], 0, ""),
        ("sds_v2_users.csv", [22, 0, 7, 0], 0, ""),
        ("uk_format_student_min.csv", [0; 4], 1, "no row of headings"),
        ("uk_format_section_100.csv", [0; 4], 1, "no row of headings"),
        ("sds_v21_users.csv", [0; 4], 8, "roles.csv"),
        ("sds_v21_roles.csv", [0; 4], 1, "no names"),
        ("sds_v21_demographics.csv", [0; 4], 1, "no names"),
    ] {
        let Some(bytes) = shared(&format!("roster/microsoft_sds/{file}")) else { continue };
        let import = read(file, &bytes);
        assert_eq!((import.counts, import.refused.len()), (counts, refused), "{file}: {:?}", import.refused);
        assert!(import.refused.iter().all(|row| row.why.contains(why)), "{file}: {:?}", import.refused);
    }
    let names = ["sds_v21_roles.csv", "sds_v21_users.csv", "sds_v21_demographics.csv"];
    let files: Option<Vec<Vec<u8>>> = names.iter().map(|file| shared(&format!("roster/microsoft_sds/{file}"))).collect();
    let Some(files) = files else { return };
    let files: Vec<(&str, &[u8])> = names.iter().copied().zip(files.iter().map(Vec::as_slice)).collect();
    let imports = Roster::read_all(&files, &[], KEY, today());
    let counts: Vec<[usize; 4]> = imports.iter().map(|import| import.counts).collect();
    assert_eq!(counts, [[0; 4], [4, 0, 2, 0], [0; 4]]);
    let refused: Vec<u64> = imports.iter().flat_map(|import| &import.refused).map(|row| row.line).collect();
    assert_eq!(refused, [3, 6], "parents have no role in these files");
}

#[test]
fn a_person_may_say_what_columns_hold() {
    let choose = |heading: &str, column| Choice { heading: heading.to_owned(), column };
    let csv = b"Vorname,Nachname,Notes\nJo,Smith,x\nAl,Lee,y\n";
    assert_eq!(read("a.csv", csv).counts, [0; 4]);
    let choices = [choose("vorname", Some(Column::Forename)), choose("2", Some(Column::Surname))];
    let import = Roster::read_all(&[("a.csv", csv)], &choices, KEY, today()).remove(0);
    assert_eq!((import.counts, import.refused.len()), ([2, 0, 0, 0], 0));
    let columns: Vec<(&str, &str)> = import.columns.iter().map(|(heading, word)| (heading.as_str(), word.as_str())).collect();
    assert_eq!(columns, [("Vorname", "forename"), ("Nachname", "surname"), ("Notes", "")]);
    let bare = Roster::read_all(
        &[("a.csv", b"Smith,Jo\nLee,Al\n")],
        &[choose("1", Some(Column::Surname)), choose("2", Some(Column::Forename))],
        KEY,
        today(),
    );
    assert_eq!(bare[0].counts, [2, 0, 0, 0]);
    let less = b"Forename,Surname,Category\nJo,Smith,Staff\nAl,Lee,Staff\n";
    assert_eq!(read("a.csv", less).counts, [0, 0, 2, 0]);
    let less = Roster::read_all(&[("a.csv", less)], &[choose("Category", None)], KEY, today());
    assert_eq!(less[0].counts, [2, 0, 0, 0]);
}

/// What names-people finds in a post: the places, in bytes.
struct Desk {
    pack: Pack,
    school: School,
    roster: Roster,
}

impl Desk {
    fn new(roster: Roster) -> Self {
        let school =
            fs::read_to_string(format!("{}/tests/fixtures/school.toml", env!("CARGO_MANIFEST_DIR"))).expect("the fixture is there");
        Self {
            pack: Pack::builtin("durrington").expect("a policy"),
            school: School::parse("school.toml", &school).expect("a school"),
            roster,
        }
    }

    fn names(&self, text: &str) -> Vec<String> {
        let act = Act { text: text.to_owned(), moment: Moment::Post, ..Act::default() };
        let now = "2026-11-22T12:00:00Z".parse().expect("a time");
        let verdict = check(&act, &Context { pack: &self.pack, school: &self.school, roster: &self.roster, now });
        verdict.findings.into_iter().filter(|finding| finding.kind == "names-people").filter_map(|finding| finding.excerpt).collect()
    }
}

#[test]
fn names_are_met_however_they_are_written() {
    let desk = Desk::new(read("pupils.csv", school::csv().as_bytes()).roster);
    assert_eq!(desk.roster.len(), 1_200);
    let mut by_way: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for variant in variants::all() {
        let found = desk
            .names(&variant.text)
            .iter()
            .any(|excerpt| variant.written.contains(excerpt.as_str()) || excerpt.contains(&variant.written));
        let row = by_way.entry(variant.way).or_default();
        row.0 += 1;
        row.1 += usize::from(found);
        if !found {
            missed.push(format!("{}: {:?}", variant.way, variant.text));
        }
    }
    let (all, met) = by_way.values().fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
    for (way, (all, met)) in &by_way {
        println!("{way}: {met} of {all}");
    }
    println!("roster names met: {met} of {all}, {:.4}\n{}", met as f64 / all as f64, missed.join("\n"));
    assert!(all >= 1_500 && met * 100 >= all * 98, "{met} of {all}");
}

#[test]
fn ordinary_posts_name_nobody() {
    let (with, without) = (Desk::new(read("pupils.csv", school::csv().as_bytes()).roster), Desk::new(Roster::empty()));
    for file in ["vader_tweets.jsonl", "school_related.jsonl"] {
        let Some(bytes) = shared(&format!("posts/{file}")) else { continue };
        let posts: Vec<serde_json::Value> =
            String::from_utf8_lossy(&bytes).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let texts = posts.iter().filter_map(|post| post["text"].as_str());
        let wrong: Vec<String> = texts
            .filter_map(|text| {
                let (mut found, bare) = (with.names(text), without.names(text));
                found.retain(|name| !bare.contains(name));
                (!found.is_empty()).then(|| if file.starts_with("vader") { format!("{found:?} in {text:?}") } else { format!("{found:?}") })
            })
            .collect();
        println!("{file}: {} posts of {} name somebody by chance\n{}", wrong.len(), posts.len(), wrong.join("\n"));
        assert!(wrong.len() * 1_000 <= posts.len() * 2, "{file}: {} of {}", wrong.len(), posts.len());
    }
}

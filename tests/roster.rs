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

fn read_all(files: &[(&str, &[u8])], choices: &[Choice]) -> Vec<Import> {
    Roster::read_all(files, choices, KEY, today(), &mut |_, _| {})
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
    let imports = read_all(&files, &[]);
    let counts: Vec<[usize; 4]> = imports.iter().map(|import| import.counts).collect();
    assert_eq!(counts, [[0; 4], [4, 0, 2, 0], [0; 4]]);
    let refused: Vec<u64> = imports.iter().flat_map(|import| &import.refused).map(|row| row.line).collect();
    assert_eq!(refused, [3, 6], "parents have no role in these files");
}

#[track_caller]
fn chosen(files: &[(&str, &str)], choices: &[(Option<usize>, &str, Option<Column>)], counts: &[[usize; 4]], columns: &[&[&str]]) {
    let choices: Vec<Choice> =
        choices.iter().map(|(file, heading, column)| Choice { file: *file, heading: (*heading).to_owned(), column: *column }).collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let imports = read_all(&files, &choices);
    let taken = |import: &Import| -> Vec<String> { import.columns.iter().map(|(heading, word)| format!("{heading}: {word}")).collect() };
    assert_eq!(imports.iter().map(|import| import.counts).collect::<Vec<_>>(), counts, "{choices:?} {:?}", imports[0].refused);
    assert_eq!(imports.iter().map(taken).collect::<Vec<_>>(), columns, "{choices:?}");
    assert!(imports.iter().all(|import| import.understood != (import.counts == [0; 4])), "{choices:?}");
}

#[test]
fn a_person_may_say_what_columns_hold() {
    use Column::{Forename, FullName, Surname};
    let foreign = ("a.csv", "Vorname,Nachname,Notes\nJo,Smith,x\nAl,Lee,y\n");
    let bare = ("a.csv", "Smith,Jo\nLee,Al\n");
    let staff = ("a.csv", "Forename,Surname,Category\nJo,Smith,Staff\nAl,Lee,Staff\n");
    let half = ("a.csv", "Title line\nClass,Who,Shoe\n9B,Jo Smith,4\n");
    chosen(&[foreign], &[], &[[0; 4]], &[&[": ", ": ", ": "]]);
    chosen(
        &[foreign],
        &[(None, "vorname", Some(Forename)), (None, "2", Some(Surname))],
        &[[2, 0, 0, 0]],
        &[&["Vorname: forename", "Nachname: surname", "Notes: "]],
    );
    chosen(&[bare], &[(None, "1", Some(Surname)), (None, "2", Some(Forename))], &[[2, 0, 0, 0]], &[&[": surname", ": forename"]]);
    chosen(&[staff], &[], &[[0, 0, 2, 0]], &[&["Forename: forename", "Surname: surname", "Category: role"]]);
    chosen(&[staff], &[(None, "Category", None)], &[[2, 0, 0, 0]], &[&["Forename: forename", "Surname: surname", "Category: "]]);
    // What was unsaid stays on offer.
    chosen(&[staff], &[(None, "Surname", None)], &[[0; 4]], &[&["Forename: forename", "Surname: ", "Category: role"]]);
    chosen(&[half], &[], &[[0; 4]], &[&["Class: form", "Who: ", "Shoe: "]]);
    chosen(&[half], &[(None, "Who", Some(FullName))], &[[1, 0, 0, 0]], &[&["Class: form", "Who: full name", "Shoe: "]]);
    // A word about one file is none about the other.
    chosen(
        &[staff, staff],
        &[(Some(1), "Category", None)],
        &[[0, 0, 2, 0], [2, 0, 0, 0]],
        &[&["Forename: forename", "Surname: surname", "Category: role"], &["Forename: forename", "Surname: surname", "Category: "]],
    );
}

#[test]
fn reading_says_how_far_it_is() {
    let list = format!("Forename,Surname\n{}", "Jo,Smith\n".repeat(5_000));
    let roles = format!("Id,Role\n{}", "1,Pupil\n".repeat(1_000));
    let mut seen = Vec::new();
    Roster::read_all(&[("a.csv", list.as_bytes()), ("roles.csv", roles.as_bytes())], &[], KEY, today(), &mut |done, whole| {
        seen.push((done, whole));
    });
    assert!(seen.windows(2).all(|two| two[0].0 <= two[1].0 && two[0].1 == two[1].1), "only forwards, of one whole");
    let (done, whole) = seen[seen.len() - 1];
    assert!(done <= whole && done * 100 > whole * 95, "the end is all: {done} of {whole}");
    let steps: Vec<u64> = seen.iter().map(|(done, whole)| done * 20 / whole).collect();
    assert!((0..20).all(|step| steps.contains(&step)), "every twentieth is told");
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

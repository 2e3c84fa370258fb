//! Times the engine natively: a fresh post, a fresh mail, and a long text, under one policy with every kind it has.
//!
//! `cargo run --release --example speed -- [POLICY] [TEXTS.jsonl]`; texts are taken from `text` fields and cut or joined to length.

use beforehand::{Act, Context, Moment, Pack, Roster, School, check};
use std::time::Instant;
use std::{env, fs};

const POST: usize = 280;
const MAIL: usize = 3_000;
const LONG: usize = 10_000_000;

fn main() {
    let policy = env::args().nth(1).unwrap_or_else(|| "durrington".into());
    let file = env::args().nth(2).unwrap_or_else(|| "/work/shared/data/posts/vader_tweets.jsonl".into());
    let prose = prose(&file);
    let pack = Pack::builtin(&policy).expect("a built-in policy");
    let folder = env!("CARGO_MANIFEST_DIR");
    let school = fs::read_to_string(format!("{folder}/tests/fixtures/school.toml")).expect("the fixture is there");
    let school = School::parse("school.toml", &school).expect("a school");
    let roster = Roster::read("people.csv", people(2_000).as_bytes(), [1; 16], "2026-11-22".parse().expect("a day")).roster;
    let context = Context { pack: &pack, school: &school, roster: &roster, now: "2026-11-22T12:00:00Z".parse().expect("a time") };
    let run = |text: &str, moment: Moment| {
        let act = Act { text: text.into(), moment, to: vec!["Pat <pat@home.example>".into()], ..Act::default() };
        let begun = Instant::now();
        let count = check(&act, &context).findings.len();
        (begun.elapsed().as_secs_f64(), count)
    };
    let first = run(&pieces(&prose, POST)[0], Moment::Post).0;
    println!("first act: {:.1} ms", first * 1e3);
    for (what, length, moment) in [("post", POST, Moment::Post), ("mail", MAIL, Moment::Email)] {
        let mut times: Vec<f64> = pieces(&prose, length).iter().map(|text| run(text, moment).0).collect();
        times.sort_by(f64::total_cmp);
        println!(
            "{what} of {length}: median {:.1} µs, p99 {:.1} µs, {} texts",
            times[times.len() / 2] * 1e6,
            times[times.len() * 99 / 100] * 1e6,
            times.len()
        );
    }
    let long: String = prose.chars().cycle().take(LONG).collect();
    for moment in [Moment::Post, Moment::Email] {
        let (seconds, count) = run(&long, moment);
        println!("{moment:?} of {:.1} MB: {:.1} MB/s, {count} findings", long.len() as f64 / 1e6, long.len() as f64 / 1e6 / seconds);
    }
}

/// The texts of a file, one after the other.
fn prose(file: &str) -> String {
    let lines = fs::read_to_string(file).unwrap_or_else(|why| panic!("{file}: {why}"));
    let texts =
        lines.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()?.get("text")?.as_str().map(str::to_owned));
    texts.collect::<Vec<_>>().join("\n")
}

/// Cuts prose into pieces of about `length` bytes, each another text.
fn pieces(prose: &str, length: usize) -> Vec<String> {
    let characters: Vec<char> = prose.chars().collect();
    characters.chunks(length).take(5_000).map(|piece| piece.iter().collect()).collect()
}

/// A roster of made-up people.
fn people(count: usize) -> String {
    const FIRST: &[&str] = &["Ava", "Noah", "Mia", "Leo", "Zara", "Omar", "Ines", "Jack", "Priya", "Tomos"];
    const LAST: &[&str] = &["Hill", "Khan", "Evans", "Okoro", "Nowak", "Shah", "Byrne", "Cole", "Reid", "Ward"];
    let row = |i: usize| format!("{}{},{}{},Pupil,{}B,0{}/05/2012", FIRST[i % 10], i % 37, LAST[i / 10 % 10], i % 41, 7 + i % 5, 1 + i % 9);
    let rows: Vec<String> = (0..count).map(row).collect();
    format!("Forename,Surname,Role,Form,Date of Birth\n{}\n", rows.join("\n"))
}

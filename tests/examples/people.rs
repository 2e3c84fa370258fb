//! Times people lists natively: reading them, what is kept, and a post checked with them and without.
//!
//! `cargo run --release --example people -- [MOST PEOPLE] [TEXTS.jsonl]`

use beforehand::{Act, Context, Moment, Pack, Roster, School, check};
use std::time::Instant;
use std::{env, fs};

fn main() {
    let file = env::args().nth(2).unwrap_or_else(|| "/work/shared/data/posts/vader_tweets.jsonl".into());
    let lines = fs::read_to_string(&file).unwrap_or_else(|why| panic!("{file}: {why}"));
    let prose: Vec<String> = lines
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str().map(str::to_owned))
        .collect();
    let characters: Vec<char> = prose.join("\n").chars().collect();
    let posts: Vec<String> = characters.chunks(280).map(|piece| piece.iter().collect()).collect();
    let most: usize = env::args().nth(1).map_or(200_000, |most| most.parse().expect("a number"));
    for (count, real) in [(2_000, true), (200_000, true), (200_000, false)].into_iter().filter(|(count, _)| *count <= most) {
        let csv = people(count, real);
        let begun = Instant::now();
        let import = Roster::read("people.csv", csv.as_bytes(), [1; 16], "2026-11-22".parse().expect("a day"));
        let read = begun.elapsed().as_secs_f64();
        assert_eq!(import.roster.len(), count, "{:?}", import.refused.first());
        let bytes = import.roster.to_bytes();
        let begun = Instant::now();
        let woken = Roster::from_bytes(&bytes).expect("it opens");
        let opened = begun.elapsed().as_secs_f64();
        let (empty, post) = checked(&posts, &woken);
        let what = if real { "names of two lists" } else { "a surname each" };
        println!(
            "{count} people ({what}): read in {:.0} ms, kept in {:.1} MB, opened in {:.0} ms, a post of 280 in {:.1} µs ({:.2} of nobody's)",
            read * 1e3,
            bytes.len() as f64 / 1e6,
            opened * 1e3,
            post * 1e6,
            post / empty
        );
    }
}

/// Seconds for a post, the median of all: with nobody on the list, and with this list, in turn.
fn checked(posts: &[String], roster: &Roster) -> (f64, f64) {
    let pack = Pack::builtin("durrington").expect("a built-in policy");
    let school = fs::read_to_string(format!("{}/tests/fixtures/school.toml", env!("CARGO_MANIFEST_DIR"))).expect("the fixture is there");
    let school = School::parse("school.toml", &school).expect("a school");
    let now = "2026-11-22T12:00:00Z".parse().expect("a time");
    let nobody = Roster::empty();
    let mut times: [Vec<f64>; 2] = Default::default();
    for text in posts {
        for (roster, times) in [&nobody, roster].into_iter().zip(&mut times) {
            let act = Act { text: text.clone(), moment: Moment::Post, ..Act::default() };
            let begun = Instant::now();
            let _ = check(&act, &Context { pack: &pack, school: &school, roster, now });
            times.push(begun.elapsed().as_secs_f64());
        }
    }
    let [empty, post] = times.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    });
    (empty, post)
}

/// A list of made-up people: forenames and surnames of the engine's lists, or a surname of their own each.
fn people(count: usize, real: bool) -> String {
    let folder = env!("CARGO_MANIFEST_DIR");
    let list = |name: &str| fs::read_to_string(format!("{folder}/crate/data/{name}")).expect("the list is there");
    let (forenames, surnames) = (list("forenames.txt"), list("surnames.txt"));
    let names = |list: &'_ str| -> Vec<String> { list.lines().map(|line| line.trim_end_matches(['+', '*']).to_owned()).collect() };
    let (forenames, surnames) = (names(&forenames), names(&surnames));
    let row = |at: usize| {
        let forename = &forenames[at * 7 % forenames.len()];
        let surname = &surnames[at * 11 % surnames.len()];
        let surname = if real { surname.clone() } else { format!("{surname}{}", letters(at)) };
        format!("{forename},{surname},Pupil,{}B,{:02}/05/2012,{forename}.{surname}{at}@pupils.example\n", 7 + at % 5, 1 + at % 28)
    };
    String::from("Forename,Surname,Role,Form,Date of Birth,Email\n") + &(0..count).map(row).collect::<String>()
}

/// A number in letters.
fn letters(mut number: usize) -> String {
    let mut written = String::new();
    while number > 0 {
        written.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
    }
    written
}

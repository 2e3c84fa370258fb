//! Measures labelled acts: recall and precision of each kind, and every row that came out otherwise.
//!
//! `cargo run --example measure -- FILE.jsonl… [--kind KIND] [--quiet]`; a row is `{"expect": [kinds], "may": [kinds], "act": {…}}`.

#[path = "../acts/score.rs"]
mod score;

use std::env;

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
    let scores = score::score(&files);
    let wanted = |signed: &String| only.as_ref().is_none_or(|only| &signed[1..] == only);
    for (differences, found, line) in scores.differences.iter().filter(|(kinds, _, _)| !quiet && kinds.iter().any(wanted)) {
        println!("{}  {found}\n    {line}", differences.join(" "));
    }
    print!("{}", scores.table());
}

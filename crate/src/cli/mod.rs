//! The commands: `check`, `spans` and `thread`, as `contract.md` defines them, and `people`, a preview of people lists, and `pictures`, what picture files tell.

mod check;
mod human;
mod input;
mod mbox;
mod people;
mod pictures;
mod spans;
mod thread;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// A check before you post, play or reply, for staff of UK schools. Everything stays on this computer.
#[derive(Debug, Parser)]
#[command(name = "beforehand", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check a draft, or acts one JSON a line, against a policy
    Check(check::Options),
    /// Show what would be read from people lists: how many of whom, which column as what, which rows not and why
    People(people::Options),
    /// Show what picture files tell besides the picture (where it was taken, names, captions, serial numbers), and take it out
    Pictures(pictures::Options),
    /// Show what an analyser marks in texts, without a policy
    Spans(spans::Options),
    /// Count the mails in a body, or the conversations of an mbox
    Thread(thread::Options),
}

/// What went wrong, in one line.
#[derive(Debug)]
pub struct Failure(pub String);

impl<T: std::fmt::Display> From<T> for Failure {
    fn from(why: T) -> Self {
        Self(why.to_string())
    }
}

/// Statuses: 0 nothing found, 1 something found, 2 bad input or usage.
pub fn run() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Check(options) => check::run(&options),
        Command::People(options) => people::run(&options),
        Command::Pictures(options) => pictures::run(&options),
        Command::Spans(options) => spans::run(&options),
        Command::Thread(options) => thread::run(&options),
    };
    match result {
        Ok(status) => status,
        Err(Failure(why)) => {
            anstream::eprintln!("beforehand: {why}");
            ExitCode::from(2)
        }
    }
}

/// Reads a whole file, naming it in the error.
fn read(path: &PathBuf) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|why| Failure(format!("{}: {why}", path.display())))
}

/// Reads a whole text file, naming it in the error.
fn read_text(path: &PathBuf) -> Result<String, Failure> {
    String::from_utf8(read(path)?)
        .map_err(|why| Failure(format!("{}: not UTF-8 from byte {}", path.display(), why.utf8_error().valid_up_to())))
}

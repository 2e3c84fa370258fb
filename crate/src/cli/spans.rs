//! `beforehand spans`: what an analyser marks in a text, without a policy or a roster.

use super::{Failure, input};
use beforehand::analyse;
use clap::ValueEnum;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::process::ExitCode;

/// Options of `spans`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Which analyser
    #[arg(long)]
    what: What,
    /// One `{"id","text"}` a line in, one answer a line out
    #[arg(long)]
    jsonl: bool,
    /// What to analyse; standard input when left out
    #[arg(value_name = "FILE|-")]
    file: Option<PathBuf>,
}

/// The analysers.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    /// Person names of any kind
    Names,
    /// Offensive words
    Profanity,
    /// Telephone numbers, postcodes and the like
    Identifiers,
    /// "Views are my own" in any wording
    Disclaimer,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    id: Option<String>,
    #[serde(default)]
    text: String,
}

#[derive(Serialize)]
struct Answer {
    id: Option<String>,
    spans: Vec<analyse::Span>,
}

/// Runs the command.
pub fn run(options: &Options) -> Result<ExitCode, Failure> {
    let analyser: fn(&str) -> Vec<analyse::Span> = match options.what {
        What::Names => analyse::names,
        What::Disclaimer => analyse::disclaimer,
        What::Identifiers => analyse::identifiers,
        What::Profanity => analyse::profanity,
    };
    if options.jsonl {
        return input::each_line(options.file.as_ref(), |line| {
            let asked: Asked = serde_json::from_str(line).map_err(|why| why.to_string())?;
            serde_json::to_string(&Answer { spans: analyser(&asked.text), id: asked.id }).map_err(|why| why.to_string())
        });
    }
    let answer = Answer { id: None, spans: analyser(&input::whole(options.file.as_ref())?) };
    anstream::println!("{}", serde_json::to_string(&answer)?);
    Ok(ExitCode::SUCCESS)
}

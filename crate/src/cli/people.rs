//! `beforehand people`: what would be read from people lists, before anything is kept.

use super::{Failure, read};
use anstream::println;
use beforehand::Roster;
use beforehand::roster::{Choice, Column, Import};
use std::path::PathBuf;
use std::process::ExitCode;

/// Options of `people`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// What a column holds, by its heading or number from 1; `nothing` leaves it out. May be given several times
    #[arg(long, value_name = "HEADING=WHAT", value_parser = choice)]
    column: Vec<Choice>,
    /// Lists as management systems export them; those that belong together (names, roles, dates of birth) at once
    #[arg(required = true, value_name = "FILE.csv")]
    files: Vec<PathBuf>,
}

/// `Name=full name`, `3=surname`, `Notes=nothing`.
pub fn choice(written: &str) -> Result<Choice, String> {
    let words = || Column::all().map(Column::word).collect::<Vec<_>>().join(", ");
    let (heading, word) = written.rsplit_once('=').ok_or("write it as HEADING=WHAT, for example Name=\"full name\"")?;
    let column = match word.trim() {
        "nothing" => None,
        word => Some(Column::named(word).ok_or_else(|| format!("{word:?} is no kind of column; there are {}, and nothing", words()))?),
    };
    Ok(Choice { heading: heading.to_owned(), column, file: None })
}

/// The lists, read together. The key is for this run alone: nothing is kept.
pub fn read_lists(files: &[PathBuf], choices: &[Choice], today: jiff::civil::Date) -> Result<Vec<(String, Import)>, Failure> {
    let names: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
    let bytes: Vec<Vec<u8>> = files.iter().map(read).collect::<Result<_, _>>()?;
    let files: Vec<(&str, &[u8])> = names.iter().map(String::as_str).zip(bytes.iter().map(Vec::as_slice)).collect();
    let imports = Roster::read_all(&files, choices, [0; 16], today, &mut |_, _| {});
    Ok(names.into_iter().zip(imports).collect())
}

/// Runs the command: status 0 when every row can be used, 1 when some cannot, 2 when a file cannot be read at all.
pub fn run(options: &Options) -> Result<ExitCode, Failure> {
    let today = beforehand::clock::local(jiff::Timestamp::now()).date();
    let lists = read_lists(&options.files, &options.column, today)?;
    for (name, import) in &lists {
        print(name, import);
    }
    let headless = lists.iter().any(|(_, import)| !import.understood);
    let refused = lists.iter().any(|(_, import)| !import.refused.is_empty());
    Ok(ExitCode::from(if headless { 2 } else { u8::from(refused) }))
}

fn print(name: &str, import: &Import) {
    const WHO: [&str; 4] = ["pupils", "leavers", "staff", "parents and carers"];
    let counts: Vec<String> =
        WHO.iter().zip(import.counts).filter(|(_, count)| *count > 0).map(|(who, count)| format!("{count} {who}")).collect();
    println!("{name}: {}", if counts.is_empty() { "nobody".to_owned() } else { counts.join(", ") });
    for (at, (heading, taken)) in import.columns.iter().enumerate() {
        println!("  {}. {heading:?}: {}", at + 1, if taken.is_empty() { "not used" } else { taken });
    }
    for row in &import.refused {
        println!("  line {}: left out: {}", row.line, row.why);
    }
}

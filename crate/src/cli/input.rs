//! Input: a file or standard input, whole or line by line, with a progress bar for long files on a terminal.

use super::Failure;
use indicatif::{ProgressBar, ProgressStyle};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Files from this many bytes on get a progress bar.
const LONG: u64 = 1_000_000;

/// Opens a file, or standard input for `-` and nothing.
fn open(path: Option<&PathBuf>) -> Result<(Box<dyn Read>, u64), Failure> {
    match path.filter(|path| path.as_path() != Path::new("-")) {
        None => Ok((Box::new(io::stdin()), 0)),
        Some(path) => {
            let file = File::open(path).map_err(|why| Failure(format!("{}: {why}", path.display())))?;
            let length = file.metadata().map_or(0, |data| data.len());
            Ok((Box::new(file), length))
        }
    }
}

/// The whole input; bytes that are not UTF-8 are shown as replacement characters.
pub fn whole(path: Option<&PathBuf>) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    open(path)?.0.read_to_end(&mut bytes)?;
    Ok(String::from_utf8(bytes).unwrap_or_else(|why| String::from_utf8_lossy(why.as_bytes()).into_owned()))
}

/// Answers each line with one line, in constant memory. Status 2 when some lines were bad, once all are answered.
pub fn each_line(path: Option<&PathBuf>, mut answer: impl FnMut(&str) -> Result<String, String>) -> Result<ExitCode, Failure> {
    let (source, length) = open(path)?;
    let bar = bar(length);
    let mut source = BufReader::with_capacity(1 << 16, source);
    let mut output = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut line = Vec::new();
    let mut bad = false;
    loop {
        line.clear();
        let read = source.read_until(b'\n', &mut line)?;
        if read == 0 {
            break;
        }
        let written = answer_bytes(line.trim_ascii_end(), &mut answer).unwrap_or_else(|error| {
            bad = true;
            error
        });
        writeln!(output, "{written}")?;
        if source.buffer().is_empty() {
            output.flush()?;
        }
        bar.inc(read as u64);
    }
    output.flush()?;
    bar.finish_and_clear();
    Ok(ExitCode::from(if bad { 2 } else { 0 }))
}

/// The answer to a line, or the error that stands in its place.
fn answer_bytes(line: &[u8], answer: &mut impl FnMut(&str) -> Result<String, String>) -> Result<String, String> {
    let failed = |error: String| serde_json::to_string(&Refusal { id: id_of(line), error }).unwrap_or_default();
    let text = std::str::from_utf8(line).map_err(|why| failed(format!("not UTF-8 from byte {} of the line", why.valid_up_to())))?;
    answer(text).map_err(failed)
}

/// What stands in the place of an answer to a bad line.
#[derive(Serialize)]
struct Refusal {
    id: Option<String>,
    error: String,
}

/// The id of a line that could not be used, where it can still be made out.
fn id_of(line: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Id {
        id: Option<String>,
    }
    serde_json::from_str::<Id>(&String::from_utf8_lossy(line)).ok()?.id
}

fn bar(length: u64) -> ProgressBar {
    if length < LONG || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {percent:>3} % {bytes}/{total_bytes} {eta} left");
    ProgressBar::new(length).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

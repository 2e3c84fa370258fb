//! `beforehand thread`: how many mails a body holds, or the conversations of an mbox.

use super::{Failure, input, mbox, read};
use beforehand::mail;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

/// Options of `thread`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// One mail body (`text`, optional `headers`) a line in, one answer a line out
    #[arg(long, conflicts_with = "mbox")]
    jsonl: bool,
    /// An mbox: one line a conversation
    #[arg(long, value_name = "FILE")]
    mbox: Option<PathBuf>,
    /// One mail body; standard input when left out
    #[arg(value_name = "FILE|-")]
    file: Option<PathBuf>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Asked {
    id: Option<String>,
    text: String,
    // Headers are part of the contract; the count is read off the text alone.
    #[allow(dead_code, reason = "accepted so that callers may send what they have")]
    headers: BTreeMap<String, serde_json::Value>,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: Option<String>,
    messages: usize,
    top: &'a str,
}

/// Runs the command.
pub fn run(options: &Options) -> Result<ExitCode, Failure> {
    if let Some(path) = &options.mbox {
        for conversation in mbox::conversations(&read(path)?) {
            anstream::println!("{}", serde_json::to_string(&conversation)?);
        }
        return Ok(ExitCode::SUCCESS);
    }
    if options.jsonl {
        return input::each_line(options.file.as_ref(), |line| {
            let asked: Asked = serde_json::from_str(line).map_err(|why| why.to_string())?;
            answer(asked.id, &asked.text).map_err(|why| why.to_string())
        });
    }
    anstream::println!("{}", answer(None, &input::whole(options.file.as_ref())?)?);
    Ok(ExitCode::SUCCESS)
}

fn answer(id: Option<String>, text: &str) -> serde_json::Result<String> {
    let body = mail::split(text);
    serde_json::to_string(&Answer { id, messages: body.messages, top: &body.written(text) })
}

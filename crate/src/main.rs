//! The `beforehand` command line: checks drafts and acts, and shows what the analysers see.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}

//! `beforehand pictures`: what picture files tell besides the picture, and the same files without it.

use super::{Failure, read};
use anstream::println;
use beforehand::picture::{Refused, Seen, assemble, look_at};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Options of `pictures`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Write each file without its hidden details into this folder, under its own name; a picture stays the same to the last pixel
    #[arg(long, value_name = "FOLDER")]
    clean: Option<PathBuf>,
    /// JPEG, PNG and WebP pictures
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// Runs the command: status 0 when nothing is hidden, 1 when something is, 2 when a file cannot be read or cleaned.
pub fn run(options: &Options) -> Result<ExitCode, Failure> {
    let mut status = 0;
    for path in &options.files {
        let file = read(path)?;
        let seen = look_at(&file);
        print(path, &seen);
        if let (Some(folder), Some(pieces)) = (&options.clean, &seen.clean) {
            write(folder, path, &assemble(&file, pieces))?;
        }
        status = status.max(if seen.refused.is_some() { 2 } else { u8::from(!seen.tags.is_empty()) });
    }
    Ok(ExitCode::from(status))
}

fn print(path: &Path, seen: &Seen) {
    let said = match seen.refused {
        Some(Refused::Heic) => "a HEIC or AVIF picture, which we cannot clean; save it as JPEG first",
        Some(Refused::Damaged) => "damaged; it cannot be cleaned",
        Some(Refused::CutShort) => "it ends before the picture begins",
        None if seen.clean.is_none() => "not a JPEG, PNG or WebP picture",
        None if seen.tags.is_empty() => "nothing hidden",
        None => "",
    };
    println!("{}: {said}", path.display());
    for (name, value) in seen.tags.iter() {
        println!("  {name}: {value}");
    }
}

/// Never over a file that is there: it may be the only one.
fn write(folder: &Path, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    use std::io::Write;
    let place = folder.join(path.file_name().unwrap_or_default());
    let wrong = |why: std::io::Error| Failure(format!("{}: {why}", place.display()));
    std::fs::create_dir_all(folder).map_err(wrong)?;
    let mut file = std::fs::File::create_new(&place).map_err(wrong)?;
    file.write_all(bytes).map_err(wrong)
}

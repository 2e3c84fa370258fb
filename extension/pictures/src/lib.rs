//! Looks at pictures that somebody attaches, by the few stretches that a page shows of them; what is asked and answered is `../../picture.ts`.

use beforehand::json;
use beforehand::json::Write;
use beforehand::picture::{self, Parts, Piece, Refused, Scan, Tags};
use wasm_bindgen::prelude::wasm_bindgen;

/// What is known of a file. The stretches' bytes stand in the order of the list, one behind the other.
#[derive(Default)]
struct Asked {
    size: u64,
    parts: Vec<(u64, u64)>,
    scans: Vec<Marks>,
}

/// Where markers stand.
#[derive(Default)]
struct Marks {
    from: u64,
    until: u64,
    at: Vec<u64>,
}

json!(Marks, lax { from: Need, until: Need, at: Need });
json!(Asked, lax { size: Need, parts: Need, scans: Need });

/// What is answered: what must be seen first, or all there is to say.
#[derive(Default)]
struct Answer {
    /// Stretches to show.
    need: Vec<[u64; 2]>,
    /// Where to look for markers from.
    marks: Option<u64>,
    exif: Tags,
    pieces: Vec<Stretch>,
    refused: String,
}

json!(write Answer { need: Skip, marks: Skip, exif: Skip, pieces: Skip, refused: Need });

struct Stretch(Piece);

impl Write for Stretch {
    fn write(&self, to: &mut String) {
        match &self.0 {
            Piece::Keep(from, until) => json::write_fields(to, &[("keep", json::Mode::Need)], &[&[*from, *until]]),
            Piece::Put(bytes) => json::write_fields(to, &[("put", json::Mode::Need)], &[bytes]),
        }
    }
}

/// Looks at a file as far as it is known.
#[wasm_bindgen]
pub fn look(asked: &str, bytes: &[u8]) -> String {
    let asked: Asked = json::read(asked).unwrap_or_default();
    let mut parts = Parts::new(asked.size);
    let mut rest = bytes;
    for (from, to) in asked.parts {
        let (part, behind) = rest.split_at(rest.len().min(to.saturating_sub(from) as usize));
        parts.add(from, part);
        rest = behind;
    }
    for Marks { from, until, at } in asked.scans {
        parts.add_scan(Scan { from, until, at });
    }
    json::written(&answer(picture::look(&parts)))
}

fn answer(answer: picture::Answer) -> Answer {
    match answer {
        picture::Answer::Need(stretches) => {
            Answer { need: stretches.into_iter().map(|(from, to)| [from, to]).collect(), ..Answer::default() }
        }
        picture::Answer::Marks(from) => Answer { marks: Some(from), ..Answer::default() },
        picture::Answer::Seen(seen) => Answer {
            exif: seen.tags,
            pieces: seen.clean.into_iter().flatten().map(Stretch).collect(),
            refused: seen.refused.map_or("", word).to_owned(),
            ..Answer::default()
        },
    }
}

/// The end of a word's id in the page.
fn word(why: Refused) -> &'static str {
    match why {
        Refused::Heic => "heic",
        Refused::Damaged => "damaged",
        Refused::CutShort => "cut-short",
    }
}

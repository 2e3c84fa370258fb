//! Picture files: what hidden details they hold, and how to take these out without touching a decoded pixel.
//!
//! A file may be far larger than what one wants to hand about, so it is never asked for whole: [`look`] is given the [`Parts`] that are known
//! and answers what it must see next, until it can say what the file holds and which stretches of it to keep ([`Clean`]). What a decoder reads
//! is kept byte for byte: tables, picture data, colour profile and colour signs, animation; and of the details the way up and the density.

mod heif;
mod iptc;
mod jpeg;
mod parts;
mod png;
mod tags;
mod tiff;
mod webp;
mod xmp;

pub use parts::{Parts, Scan};
pub use tags::Tags;

use parts::{Short, Step};

/// A stretch of the clean file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// These bytes of the file as it is.
    Keep(u64, u64),
    /// These bytes instead.
    Put(Vec<u8>),
}

/// What there is to say of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Hidden details that tell of people or places, under the names that other programs use for them.
    pub tags: Tags,
    /// The file without any hidden details, stretch by stretch.
    pub clean: Option<Vec<Piece>>,
    /// Why there is no clean one: an id of the person's words.
    pub refused: Option<Refused>,
}

/// Why a file cannot be made clean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A HEIC or AVIF picture.
    Heic,
    /// It begins as a picture and then is none.
    Damaged,
    /// It ends before the picture begins.
    CutShort,
}

/// An answer about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// These stretches of the file must be seen first.
    Need(Vec<(u64, u64)>),
    /// It must be known first where markers stand from here on: see [`Scan`].
    Marks(u64),
    /// All there is to say.
    Seen(Seen),
}

/// What a walk through a file leaves: its details and what to keep.
#[derive(Debug, Default)]
struct Walk {
    tags: Tags,
    pieces: Vec<Piece>,
}

impl Walk {
    fn keep(&mut self, from: u64, to: u64) {
        match self.pieces.last_mut() {
            Some(Piece::Keep(_, end)) if *end == from => *end = to,
            _ if from < to => self.pieces.push(Piece::Keep(from, to)),
            _ => {}
        }
    }

    fn put(&mut self, bytes: Vec<u8>) {
        self.pieces.push(Piece::Put(bytes));
    }
}

/// Looks at a file as far as it is known. Any bytes are answered.
pub fn look(file: &Parts) -> Answer {
    match seen(file) {
        Ok(seen) => Answer::Seen(seen),
        Err(Short::Need(stretches)) => Answer::Need(stretches),
        Err(Short::Marks(from)) => Answer::Marks(from),
        Err(Short::End) => refused(Refused::CutShort),
        Err(Short::Wrong) => refused(Refused::Damaged),
    }
}

fn refused(why: Refused) -> Answer {
    Answer::Seen(Seen { refused: Some(why), ..Seen::default() })
}

fn seen(file: &Parts) -> Step<Seen> {
    let Some(head) = file.head(16)? else { return Ok(Seen::default()) };
    let walk = match head {
        [0xff, 0xd8, 0xff, ..] => jpeg::walk(file)?,
        [0x89, b'P', b'N', b'G', 13, 10, 26, 10, ..] => png::walk(file)?,
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => webp::walk(file)?,
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if heif::is(brand) => {
            return Ok(Seen { tags: heif::read(file)?, clean: None, refused: Some(Refused::Heic) });
        }
        // Nobody's hidden details, as far as we can read.
        _ => return Ok(Seen::default()),
    };
    Ok(Seen { tags: walk.tags, clean: Some(walk.pieces), refused: None })
}

/// The clean file, of one that is here whole.
pub fn assemble(file: &[u8], pieces: &[Piece]) -> Vec<u8> {
    let stretch = |from: u64, to: u64| file.get(from as usize..to as usize).unwrap_or_default();
    let bytes = pieces.iter().map(|piece| match piece {
        Piece::Keep(from, to) => stretch(*from, *to),
        Piece::Put(bytes) => bytes.as_slice(),
    });
    bytes.collect::<Vec<_>>().concat()
}

/// Looks at a file that is here whole.
pub fn look_at(file: &[u8]) -> Seen {
    let mut parts = Parts::new(file.len() as u64);
    parts.add(0, file);
    match look(&parts) {
        Answer::Seen(seen) => seen,
        // Nothing more can be needed of a whole file.
        Answer::Need(_) | Answer::Marks(_) => Seen { refused: Some(Refused::Damaged), ..Seen::default() },
    }
}

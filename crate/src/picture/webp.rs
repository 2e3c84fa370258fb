//! WebP, still or moving: chunks in a frame that says how long they are in all.

use super::parts::{Parts, Short, Step, four_back};
use super::tiff::Exif;
use super::{Piece, Walk, xmp};

const KEPT: &[&[u8; 4]] = &[b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// What the extended head says the file has: details.
const HAS_XMP: u8 = 4;
const HAS_EXIF: u8 = 8;
const HEAD: u64 = 12;

/// Walks a file.
pub(super) fn walk(file: &Parts) -> Step<Walk> {
    let head = file.get(0, HEAD)?;
    let said = four_back(&head[4..8]);
    let mut reading = Reading { file, walk: Walk::default(), end: (said + 8).min(file.size()), said, extended: None, kept: None };
    // Its place; what it says is known at the end.
    reading.walk.put(head.to_vec());
    let mut at = HEAD;
    while let Some(next) = reading.chunk(at)? {
        at = next;
    }
    if at == HEAD {
        return Err(Short::Wrong);
    }
    Ok(reading.done())
}

struct Reading<'a> {
    file: &'a Parts<'a>,
    walk: Walk,
    end: u64,
    /// How long the clean file will say that it is.
    said: u64,
    /// Where the extended head stands among the pieces.
    extended: Option<usize>,
    kept: Option<Vec<u8>>,
}

impl Reading<'_> {
    fn chunk(&mut self, at: u64) -> Step<Option<u64>> {
        if at + 8 > self.end {
            // Less than a chunk's head: nothing that a decoder reads.
            self.said = self.said.saturating_sub(self.end - at.min(self.end));
            return Ok(None);
        }
        let head = self.file.get(at, at + 8)?;
        let (name, length) = (&head[..4], four_back(&head[4..]));
        let to = at + 8 + length + (length & 1);
        if !name.iter().all(|byte| matches!(byte, b' '..=b'~')) {
            return Err(Short::Wrong);
        }
        let whole = to <= self.end;
        match name {
            b"VP8X" if length >= 10 && whole => self.extended(at, to)?,
            b"VP8X" => return Err(Short::Wrong),
            _ if KEPT.iter().any(|known| known.as_slice() == name) => self.walk.keep(at, to.min(self.end)),
            _ => {
                self.said = self.said.saturating_sub(to - at);
                if whole {
                    self.details(name, at + 8, at + 8 + length)?;
                }
            }
        }
        Ok(whole.then_some(to))
    }

    fn extended(&mut self, at: u64, to: u64) -> Step<()> {
        if self.extended.is_none() {
            self.extended = Some(self.walk.pieces.len());
            self.walk.put(self.file.get(at, at + 18)?.to_vec());
            self.walk.keep(at + 18, to);
        }
        Ok(())
    }

    fn details(&mut self, name: &[u8], from: u64, to: u64) -> Step<()> {
        match name {
            b"EXIF" => {
                let bytes = self.file.get(from, to)?;
                let exif = Exif::read(bytes.strip_prefix(b"Exif\0\0").unwrap_or(bytes));
                self.walk.tags.extend(exif.tags.clone());
                self.kept = self.kept.take().or_else(|| exif.kept());
            }
            b"XMP " | b"XMP\0" => self.walk.tags.extend(xmp::read(self.file.get(from, to)?)),
            _ => {}
        }
        Ok(())
    }

    fn done(mut self) -> Walk {
        // Only an extended file may hold details, and only there does a decoder look for the way up.
        let kept = self.kept.filter(|_| self.extended.is_some());
        if let Some(Piece::Put(head)) = self.extended.and_then(|at| self.walk.pieces.get_mut(at)) {
            head[8] = head[8] & !(HAS_XMP | HAS_EXIF) | if kept.is_some() { HAS_EXIF } else { 0 };
        }
        if let Some(kept) = kept {
            let chunk = [b"EXIF", &(kept.len() as u32).to_le_bytes()[..], &kept, &[0][..kept.len() & 1]].concat();
            self.said += chunk.len() as u64;
            self.walk.put(chunk);
        }
        if let Some(Piece::Put(head)) = self.walk.pieces.first_mut() {
            head[4..8].copy_from_slice(&(self.said as u32).to_le_bytes());
        }
        self.walk
    }
}

//! JPEG: segments, and the picture data between them.

use super::parts::{Parts, Short, Step};
use super::tiff::{self, Exif};
use super::{Walk, iptc, xmp};

const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const MORE_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
/// Of what stands before a part of a long XMP: its name, a sum of the whole, its length and where this part begins.
const MORE_HEAD: usize = 35 + 32 + 8;
const ICC: &[u8] = b"ICC_PROFILE\0";
/// What is read of long XMP; depth maps and the like, which come after, are megabytes of nobody's words.
const MOST_XMP: usize = 1 << 18;

/// A segment: its marker and its content's place.
struct Segment {
    marker: u8,
    start: u64,
    from: u64,
    to: u64,
}

/// Walks a file.
pub(super) fn walk(file: &Parts) -> Step<Walk> {
    let mut reading = Reading { file, walk: Walk::default(), xmp: Vec::new(), exif: None, size: None, drawn: false };
    reading.walk.keep(0, 2);
    let mut at = 2;
    while let Some(next) = reading.step(at)? {
        at = next;
    }
    Ok(reading.done())
}

struct Reading<'a> {
    file: &'a Parts<'a>,
    walk: Walk,
    xmp: Vec<u8>,
    exif: Option<Exif>,
    size: Option<(u64, u64)>,
    drawn: bool,
}

impl Reading<'_> {
    /// One segment, or one stretch of picture data; gives where the next begins.
    fn step(&mut self, at: u64) -> Step<Option<u64>> {
        let (at, marker) = match self.marker(at) {
            Ok(found) => found,
            Err(Short::End) if self.drawn => return Ok(self.rest(at)),
            // Decoders look for the next marker where something else stands.
            Err(Short::Wrong) if self.drawn => return self.data(at, at),
            Err(why) => return Err(why),
        };
        match marker {
            0xd9 => {
                self.walk.keep(at, at + 2);
                // What comes after the picture is no part of it: a preview, a short video, a phone maker's notes.
                if self.drawn { Ok(None) } else { Err(Short::Wrong) }
            }
            0x01 | 0xd0..=0xd8 => {
                self.walk.keep(at, at + 2);
                Ok(Some(at + 2))
            }
            0x00 | 0x02..=0xbf if self.drawn => self.data(at, at + 2),
            0x00 | 0x02..=0xbf => Err(Short::Wrong),
            _ => self.segment(at, marker),
        }
    }

    /// The marker at `at`, behind any bytes that fill up.
    fn marker(&self, mut at: u64) -> Step<(u64, u8)> {
        loop {
            let bytes = self.file.get(at, at + 2)?;
            match bytes {
                [0xff, 0xff] => at += 1,
                [0xff, marker] => return Ok((at, *marker)),
                _ => return Err(Short::Wrong),
            }
        }
    }

    fn rest(&mut self, at: u64) -> Option<u64> {
        self.walk.keep(at, self.file.size());
        None
    }

    /// Picture data from `from`, looked through from `behind` on.
    fn data(&mut self, from: u64, behind: u64) -> Step<Option<u64>> {
        match self.file.next_mark(behind)? {
            Some(next) => {
                self.walk.keep(from, next);
                Ok(Some(next))
            }
            None => Ok(self.rest(from)),
        }
    }

    fn segment(&mut self, at: u64, marker: u8) -> Step<Option<u64>> {
        let length = match self.file.two(at + 2) {
            Err(Short::End) if self.drawn => return Ok(self.rest(at)),
            length => length?,
        };
        let segment = Segment { marker, start: at, from: at + 4, to: at + 2 + length };
        if length < 2 {
            return Err(Short::Wrong);
        }
        if segment.to > self.file.size() {
            return if self.drawn { Ok(None) } else { Err(Short::End) };
        }
        match marker {
            0xda => {
                self.drawn = true;
                self.walk.keep(at, segment.to);
                self.data(segment.to, segment.to)
            }
            0xe0..=0xef | 0xfe => {
                self.details(&segment)?;
                Ok(Some(segment.to))
            }
            _ => {
                if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
                    self.size = self.size.or(frame(self.file, segment.from)?);
                }
                self.walk.keep(at, segment.to);
                Ok(Some(segment.to))
            }
        }
    }

    /// What is no part of the picture: kept where a decoder goes by it, read and left out otherwise.
    fn details(&mut self, segment: &Segment) -> Step<()> {
        let Segment { marker, start, from, to } = *segment;
        let head = self.file.get(from, to.min(from + 80))?;
        match marker {
            0xe0 if head.starts_with(b"JFIF\0") && head.len() >= 14 => self.jfif(from),
            0xe2 if head.starts_with(ICC) => self.walk.keep(start, to),
            0xee if head.starts_with(b"Adobe") => self.walk.keep(start, to),
            0xe1 if head.starts_with(EXIF) => self.exif(self.file.get(from + EXIF.len() as u64, to)?),
            0xe1 if head.starts_with(XMP) => self.walk.tags.extend(xmp::read(self.file.get(from + XMP.len() as u64, to)?)),
            0xe1 if head.starts_with(MORE_XMP) => self.more_xmp(from, to)?,
            0xed => self.walk.tags.extend(iptc::read(self.file.get(from, to)?)),
            0xfe => self.walk.tags.tell("Comment", &tiff::text(self.file.get(from, to)?)),
            _ => {}
        }
        Ok(())
    }

    /// The first segment of most files, without the small picture that it may hold.
    fn jfif(&mut self, from: u64) {
        self.walk.put(vec![0xff, 0xe0, 0, 16]);
        self.walk.keep(from, from + 12);
        self.walk.put(vec![0, 0]);
    }

    fn exif(&mut self, bytes: &[u8]) {
        let exif = Exif::read(bytes);
        self.walk.tags.extend(exif.tags.clone());
        if self.exif.is_some() {
            return;
        }
        if let Some(kept) = exif.kept() {
            let length = (2 + EXIF.len() + kept.len()) as u16;
            self.walk.put([&[0xff, 0xe1], &length.to_be_bytes()[..], EXIF, &kept].concat());
        }
        self.exif = Some(exif);
    }

    fn more_xmp(&mut self, from: u64, to: u64) -> Step<()> {
        let from = from + MORE_HEAD as u64;
        if from < to && self.xmp.len() < MOST_XMP {
            self.xmp.extend_from_slice(self.file.get(from, to)?);
        }
        Ok(())
    }

    fn done(mut self) -> Walk {
        self.walk.tags.extend(xmp::read(&self.xmp));
        if let (Some((width, height)), Some(exif)) = (self.size, &self.exif) {
            exif.compare(width, height, &mut self.walk.tags);
        }
        self.walk
    }
}

/// Width and height, where the frame's segment says them.
fn frame(file: &Parts, from: u64) -> Step<Option<(u64, u64)>> {
    let (height, width) = (file.two(from + 1)?, file.two(from + 3)?);
    Ok((width > 0 && height > 0).then_some((width, height)))
}

/// Width and height of a small JPEG that is here whole.
pub(super) fn size(bytes: &[u8]) -> Option<(u64, u64)> {
    let mut file = Parts::new(bytes.len() as u64);
    file.add(0, bytes);
    let mut at = 2;
    loop {
        let marker = file.get(at, at + 2).ok()?;
        let to = at + 2 + file.two(at + 2).ok()?;
        match marker {
            [0xff, 0xc0..=0xc2] => return frame(&file, at + 4).ok()?,
            [0xff, 0xda | 0xd9] => return None,
            [0xff, _] => at = to,
            _ => return None,
        }
    }
}

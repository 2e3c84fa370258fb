//! HEIC and AVIF: boxes within boxes. Read for what hides in them; to take it out would move the picture data and every pointer at it.

use super::parts::{Parts, Step, four};
use super::tags::Tags;
use super::tiff::Exif;
use super::xmp;

/// What is read of the box that lists all items.
const MOST: u64 = 1 << 20;

/// Kinds of this file, as it says at its start.
const BRANDS: &[&[u8; 4]] = &[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"];

/// Whether a file is one, by the kind it says behind its first eight bytes.
pub(super) fn is(brand: &[u8]) -> bool {
    BRANDS.iter().any(|known| brand.starts_with(*known))
}

/// The details of a file.
pub(super) fn read(file: &Parts) -> Step<Tags> {
    let mut tags = Tags::default();
    let mut at = 0;
    while at + 16 <= file.size() {
        let head = file.get(at, at + 16)?;
        let length = match four(head) {
            0 => file.size() - at,
            1 => four(&head[12..]),
            length => length,
        };
        if &head[4..8] == b"meta" {
            let items = Items::read(file.get(at + 8, (at + length).min(at + MOST).min(file.size()))?);
            for (kind, from, to) in items.details() {
                let bytes = file.get(from.min(file.size()), to.min(file.size()))?;
                tags.extend(if kind == *b"Exif" { exif(bytes) } else { xmp::read(bytes) });
            }
            break;
        }
        at += length.max(8);
    }
    Ok(tags)
}

/// EXIF stands behind the count of bytes before it.
fn exif(bytes: &[u8]) -> Tags {
    let before = four(bytes) as usize;
    Exif::read(bytes.get(4 + before..).unwrap_or_default()).tags
}

/// What the file holds besides the picture, by number, and where.
#[derive(Default)]
struct Items {
    kinds: Vec<(u64, [u8; 4])>,
    places: Vec<(u64, u64, u64)>,
}

/// Bytes read one number after another; nothing once they end.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self, width: u8) -> Option<u64> {
        Some(self.take(usize::from(width))?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    /// The next box: its kind and what is in it.
    fn inner(&mut self) -> Option<(&'a [u8], Reader<'a>)> {
        let length = self.number(4)?;
        let kind = self.take(4)?;
        let inside = usize::try_from(length).ok()?.checked_sub(8)?;
        Some((kind, Reader(self.take(inside.min(self.0.len()))?)))
    }
}

impl Items {
    fn read(meta: &[u8]) -> Self {
        let mut items = Self::default();
        let mut boxes = Reader(meta.get(4..).unwrap_or_default());
        while let Some((kind, inside)) = boxes.inner() {
            match kind {
                b"iinf" => _ = items.kinds(inside),
                b"iloc" => _ = items.places(inside),
                _ => {}
            }
        }
        items
    }

    fn kinds(&mut self, mut list: Reader) -> Option<()> {
        let version = list.number(4)? >> 24;
        list.number(if version == 0 { 2 } else { 4 })?;
        while let Some((b"infe", mut entry)) = list.inner() {
            let version = entry.number(4)? >> 24;
            let number = entry.number(if version < 3 { 2 } else { 4 })?;
            entry.number(2)?;
            self.kinds.push((number, entry.take(4)?.try_into().ok()?));
        }
        Some(())
    }

    fn places(&mut self, mut list: Reader) -> Option<()> {
        let version = list.number(4)? >> 24;
        let [widths, more] = list.take(2)? else { return None };
        let (offset, length, base, index) = (widths >> 4, widths & 15, more >> 4, if version == 0 { 0 } else { more & 15 });
        if offset + length == 0 {
            return None;
        }
        let count = list.number(if version < 2 { 2 } else { 4 })?;
        for _ in 0..count {
            let number = list.number(if version < 2 { 2 } else { 4 })?;
            let method = if version == 0 { 0 } else { list.number(2)? & 15 };
            list.number(2)?;
            let start = list.number(base)?;
            for _ in 0..list.number(2)? {
                list.number(index)?;
                let (from, length) = (start.checked_add(list.number(offset)?)?, list.number(length)?);
                // Only what stands in the file itself, not in the list.
                if method == 0 {
                    self.places.push((number, from, from.checked_add(length)?));
                }
            }
        }
        Some(())
    }

    /// The items with details; of one that is written all over the file, its first stretch.
    fn details(&self) -> impl Iterator<Item = ([u8; 4], u64, u64)> {
        let kinds = self.kinds.iter().filter(|(_, kind)| kind == b"Exif" || kind == b"mime").take(8);
        kinds.filter_map(|(number, kind)| {
            let (_, from, to) = self.places.iter().find(|(item, ..)| item == number)?;
            Some((*kind, *from, (*to).min(from + MOST)))
        })
    }
}

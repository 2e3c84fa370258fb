//! EXIF: a small TIFF file inside a picture. Reads what tells of people and places, and writes anew what a viewer goes by.

use super::tags::Tags;
use super::{iptc, jpeg, xmp};

/// Directories by where they stand in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Main,
    Photo,
    Position,
    Interop,
    Thumbnail,
}

/// Details in the main directory and in the photo's.
const NAMES: &[(u64, &str)] = &[
    (0x010e, "ImageDescription"),
    (0x013b, "Artist"),
    (0x8298, "Copyright"),
    (0x9286, "UserComment"),
    (0x9c9b, "XPTitle"),
    (0x9c9c, "XPComment"),
    (0x9c9d, "XPAuthor"),
    (0x9c9e, "XPKeywords"),
    (0x9c9f, "XPTitle"),
    (0xa430, "OwnerName"),
    (0xa431, "SerialNumber"),
    (0xa435, "LensSerialNumber"),
    (0xc62f, "SerialNumber"),
];

/// What is written anew: the way up, the density (browsers lay pictures out by it), and which colours are meant.
const KEPT_MAIN: &[u64] = &[0x0112, 0x011a, 0x011b, 0x0128];
const KEPT_PHOTO: &[u64] = &[0xa001, 0xa002, 0xa003];
const PHOTO: u64 = 0x8769;
const POSITION: u64 = 0x8825;
const INTEROP: u64 = 0xa005;

/// Entries of a directory that are read; a broken count may say anything.
const MOST: u64 = 512;

/// One entry, its value where it really stands.
#[derive(Clone, Debug)]
struct Entry<'a> {
    tag: u64,
    kind: u64,
    count: u64,
    value: &'a [u8],
}

/// What an EXIF block holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Exif {
    /// Its details.
    pub tags: Tags,
    little: bool,
    main: Vec<Kept>,
    photo: Vec<Kept>,
    read: Vec<Place>,
    thumbnail: Option<(u64, u64)>,
}

/// An entry to write anew.
#[derive(Clone, Debug)]
struct Kept {
    tag: u64,
    kind: u64,
    count: u64,
    value: Vec<u8>,
}

struct Block<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl<'a> Block<'a> {
    fn number(&self, bytes: &[u8]) -> u64 {
        let add = |number: u64, byte: &u8| number << 8 | u64::from(*byte);
        if self.little { bytes.iter().rev().fold(0, add) } else { bytes.iter().fold(0, add) }
    }

    fn at(&self, at: u64, length: u64) -> Option<&'a [u8]> {
        let end = at.checked_add(length)?;
        self.bytes.get(usize::try_from(at).ok()?..usize::try_from(end).ok()?)
    }

    /// The entries of the directory at `at`, and where the next one stands.
    fn directory(&self, at: u64) -> (Vec<Entry<'a>>, u64) {
        let count = self.at(at, 2).map_or(0, |bytes| self.number(bytes)).min(MOST);
        let entries = (0..count).filter_map(|n| self.entry(at + 2 + n * 12)).collect();
        (entries, self.at(at + 2 + count * 12, 4).map_or(0, |bytes| self.number(bytes)))
    }

    fn entry(&self, at: u64) -> Option<Entry<'a>> {
        let bytes = self.at(at, 12)?;
        let (tag, kind, count) = (self.number(&bytes[..2]), self.number(&bytes[2..4]), self.number(&bytes[4..8]));
        let length = count.checked_mul(width(kind)?)?;
        let value = if length <= 4 { &bytes[8..8 + length as usize] } else { self.at(self.number(&bytes[8..12]), length)? };
        Some(Entry { tag, kind, count, value })
    }

    fn first(&self, entry: &Entry) -> u64 {
        let wide = width(entry.kind).unwrap_or(1) as usize;
        self.number(entry.value.get(..wide.min(4)).unwrap_or_default())
    }

    /// Degrees, minutes and seconds as degrees.
    fn degrees(&self, value: &[u8]) -> f64 {
        let part = |at: usize, bytes: &[u8]| {
            let (over, under) = (self.number(&bytes[..4]) as f64, self.number(&bytes[4..8]) as f64);
            if under == 0.0 { 0.0 } else { over / under / 60_f64.powi(at as i32) }
        };
        value.chunks_exact(8).take(3).enumerate().map(|(at, bytes)| part(at, bytes)).sum()
    }
}

/// Bytes that one value of a kind takes.
fn width(kind: u64) -> Option<u64> {
    match kind {
        1 | 2 | 6 | 7 => Some(1),
        3 | 8 => Some(2),
        4 | 9 | 11 | 13 => Some(4),
        5 | 10 | 12 => Some(8),
        _ => None,
    }
}

impl Exif {
    /// Reads a block; what cannot be read is left unread.
    pub fn read(bytes: &[u8]) -> Self {
        let little = bytes.starts_with(b"II");
        let mut exif = Self { little, ..Self::default() };
        if !little && !bytes.starts_with(b"MM") {
            return exif;
        }
        let block = Block { bytes, little };
        let Some(start) = block.at(4, 4).map(|bytes| block.number(bytes)) else { return exif };
        let next = exif.directory(&block, start, Place::Main);
        if next > 0 {
            exif.directory(&block, next, Place::Thumbnail);
        }
        exif
    }

    /// Reads a directory and those that it points to, each kind once: a broken block may point at itself, or a thousand times.
    fn directory(&mut self, block: &Block, at: u64, place: Place) -> u64 {
        if self.read.contains(&place) {
            return 0;
        }
        self.read.push(place);
        let (entries, next) = block.directory(at);
        for entry in &entries {
            let inner = match (place, entry.tag) {
                (Place::Main, PHOTO) => Some(Place::Photo),
                (Place::Main, POSITION) => Some(Place::Position),
                (Place::Photo, INTEROP) => Some(Place::Interop),
                _ => None,
            };
            match inner {
                Some(inner) => _ = self.directory(block, block.first(entry), inner),
                None => self.entry(block, entry, place),
            }
        }
        match place {
            Place::Position => self.position(block, &entries),
            Place::Thumbnail => self.preview(block, &entries),
            _ => {}
        }
        next
    }

    fn entry(&mut self, block: &Block, entry: &Entry, place: Place) {
        let kept = || Kept { tag: entry.tag, kind: entry.kind, count: entry.count, value: entry.value.to_vec() };
        let short = entry.value.len() <= 16;
        let fresh = |list: &[Kept]| short && list.iter().all(|kept| kept.tag != entry.tag);
        match place {
            Place::Main if KEPT_MAIN.contains(&entry.tag) && fresh(&self.main) => self.main.push(kept()),
            Place::Photo if KEPT_PHOTO.contains(&entry.tag) && fresh(&self.photo) => self.photo.push(kept()),
            Place::Main | Place::Photo => self.detail(block, entry),
            _ => {}
        }
    }

    fn detail(&mut self, block: &Block, entry: &Entry) {
        match entry.tag {
            0x02bc => return self.tags.extend(xmp::read(entry.value)),
            0x83bb => return self.tags.extend(iptc::records(entry.value)),
            _ => {}
        }
        let Some((_, name)) = NAMES.iter().find(|(tag, _)| *tag == entry.tag) else { return };
        let words = match entry.tag {
            0x9286 => comment(block, entry.value),
            0x9c9b..=0x9c9f => wide(entry.value, true),
            _ => text(entry.value),
        };
        self.tags.tell(name, &words);
    }

    fn position(&mut self, block: &Block, entries: &[Entry]) {
        let find = |tag: u64| entries.iter().find(|entry| entry.tag == tag).map(|entry| entry.value);
        for (name, tag) in [("GPSLatitude", 2), ("GPSLongitude", 4), ("GPSDestLatitude", 0x14), ("GPSDestLongitude", 0x16)] {
            let side =
                find(tag - 1).and_then(|value| value.first()).map_or(1.0, |side| if matches!(side, b'S' | b'W') { -1.0 } else { 1.0 });
            let degrees = find(tag).map_or(0.0, |value| block.degrees(value));
            if degrees != 0.0 {
                self.tags.tell(name, &format!("{:.4}", side * degrees));
            }
        }
        let area = find(0x1c).map(|value| text(value.get(8..).unwrap_or_default()));
        self.tags.tell("GPSLocation", &area.unwrap_or_default());
    }

    fn preview(&mut self, block: &Block, entries: &[Entry]) {
        let number = |tag: u64| entries.iter().find(|entry| entry.tag == tag).map(|entry| block.first(entry));
        let bytes = number(0x0201).zip(number(0x0202)).and_then(|(at, length)| block.at(at, length));
        self.thumbnail = bytes.and_then(jpeg::size);
    }

    /// Tells of a preview that shows another cut than the picture. Cameras letter-box the preview of every shape they take
    /// into 160 × 120, so with that size only a shape that no camera takes was cut afterwards.
    pub fn compare(&self, width: u64, height: u64, tags: &mut Tags) {
        const SHAPES: [f64; 5] = [4.0 / 3.0, 3.0 / 2.0, 16.0 / 9.0, 1.0, 5.0 / 4.0];
        let Some((small, low)) = self.thumbnail else { return };
        let shape = |width: u64, height: u64| width.max(height) as f64 / width.min(height).max(1) as f64;
        let alike = |one: f64, other: f64| (one / other - 1.0).abs() < 0.03;
        let (whole, preview) = (shape(width, height), shape(small, low));
        let boxed = (small.max(low), small.min(low)) == (160, 120) && SHAPES.iter().any(|known| alike(*known, whole));
        if !alike(whole, preview) && !boxed {
            tags.tell("ThumbnailImage", &format!("{small} x {low}"));
        }
    }

    /// A block with what a viewer goes by, if there is any of it.
    pub fn kept(&self) -> Option<Vec<u8>> {
        if self.main.is_empty() && self.photo.is_empty() {
            return None;
        }
        let mut block = if self.little { b"II\x2a\0\x08\0\0\0".to_vec() } else { b"MM\0\x2a\0\0\0\x08".to_vec() };
        let mut main = self.main.clone();
        if !self.photo.is_empty() {
            main.push(Kept { tag: PHOTO, kind: 4, count: 1, value: Vec::new() });
        }
        let behind = 8 + size(&main);
        if let Some(photo) = main.iter_mut().find(|entry| entry.tag == PHOTO) {
            photo.value = self.bytes(behind, 4);
        }
        self.write(&mut block, main);
        if !self.photo.is_empty() {
            self.write(&mut block, self.photo.clone());
        }
        Some(block)
    }

    fn bytes(&self, number: u64, width: usize) -> Vec<u8> {
        if self.little { number.to_le_bytes()[..width].to_vec() } else { number.to_be_bytes()[8 - width..].to_vec() }
    }

    fn write(&self, block: &mut Vec<u8>, mut entries: Vec<Kept>) {
        entries.sort_by_key(|entry| entry.tag);
        let mut behind = block.len() as u64 + 2 + 12 * entries.len() as u64 + 4;
        let mut values = Vec::new();
        block.extend(self.bytes(entries.len() as u64, 2));
        for mut entry in entries {
            block.extend([self.bytes(entry.tag, 2), self.bytes(entry.kind, 2), self.bytes(entry.count, 4)].concat());
            if entry.value.len() > 4 {
                block.extend(self.bytes(behind, 4));
                behind += entry.value.len() as u64;
                values.extend(entry.value);
            } else {
                entry.value.resize(4, 0);
                block.extend(entry.value);
            }
        }
        block.extend([0; 4]);
        block.extend(values);
    }
}

/// Bytes of a directory and of its values that stand behind it.
fn size(entries: &[Kept]) -> u64 {
    let behind: usize = entries.iter().map(|entry| entry.value.len()).filter(|length| *length > 4).sum();
    2 + 12 * entries.len() as u64 + 4 + behind as u64
}

/// Text in whatever of the usual ways it was written.
pub(super) fn text(bytes: &[u8]) -> String {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    match str::from_utf8(&bytes[..end]) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes[..end].iter().map(|byte| char::from(*byte)).collect(),
    }
}

fn wide(bytes: &[u8], little: bool) -> String {
    let units = bytes
        .chunks_exact(2)
        .map(|pair| if little { u16::from_le_bytes([pair[0], pair[1]]) } else { u16::from_be_bytes([pair[0], pair[1]]) });
    char::decode_utf16(units.take_while(|unit| *unit != 0)).map(|c| c.unwrap_or('\u{fffd}')).collect()
}

/// A comment says in its first eight bytes how it is written.
fn comment(block: &Block, bytes: &[u8]) -> String {
    match (bytes.get(..8), bytes.get(8..)) {
        (Some(b"UNICODE\0"), Some(words)) => wide(words, block.little),
        (Some(b"ASCII\0\0\0" | b"\0\0\0\0\0\0\0\0"), Some(words)) => text(words),
        _ => text(bytes),
    }
}

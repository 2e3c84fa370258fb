//! PNG, still or moving: chunks.

use super::parts::{Parts, Short, Step, four};
use super::tags::Tags;
use super::tiff::{self, Exif};
use super::{Walk, iptc, xmp};
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// What a decoder goes by, besides the chunks that it cannot do without: their names begin with a capital.
const KEPT: &[&[u8; 4]] = &[
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"mDCv", b"cLLI", b"cLLi", b"sBIT", b"bKGD", b"hIST", b"pHYs", b"sPLT",
    b"acTL", b"fcTL", b"fdAT",
];
const CRITICAL: &[&[u8; 4]] = &[b"IHDR", b"PLTE", b"IDAT", b"IEND"];

/// Texts of people and places, and what they are called here.
const TEXTS: &[(&str, &str)] = &[
    ("Title", "Title"),
    ("Author", "Author"),
    ("Artist", "Artist"),
    ("Description", "ImageDescription"),
    ("Copyright", "Copyright"),
    ("Comment", "Comment"),
];

/// What is read of one chunk of text.
const MOST: u64 = 1 << 18;
/// Chunks that are asked for ahead, once they have come in equal sizes.
const AHEAD: u64 = 4096;

/// Walks a file.
pub(super) fn walk(file: &Parts) -> Step<Walk> {
    let mut reading = Reading { file, walk: Walk::default(), size: (0, 0), exif: None, equal: 0, length: 0 };
    reading.walk.keep(0, 8);
    let mut at = 8;
    while let Some(next) = reading.chunk(at)? {
        at = next;
    }
    if let Some(exif) = &reading.exif {
        exif.compare(reading.size.0, reading.size.1, &mut reading.walk.tags);
    }
    Ok(reading.walk)
}

struct Reading<'a> {
    file: &'a Parts<'a>,
    walk: Walk,
    size: (u64, u64),
    exif: Option<Exif>,
    /// How many picture chunks in a row were of `length`.
    equal: u64,
    length: u64,
}

impl<'a> Reading<'a> {
    fn chunk(&mut self, at: u64) -> Step<Option<u64>> {
        let head = match self.head(at) {
            Err(Short::End) if at > 8 => return Ok(self.rest(at)),
            head => head?,
        };
        let (length, name) = (four(head), &head[4..8]);
        let (from, to) = (at + 8, at + 12 + length);
        if at == 8 && name != b"IHDR" || length > 0x7fff_ffff || !name.iter().all(u8::is_ascii_alphabetic) {
            return Err(Short::Wrong);
        }
        let needed = name[0].is_ascii_uppercase();
        if needed && !CRITICAL.iter().any(|known| known.as_slice() == name) {
            return Err(Short::Wrong);
        }
        if to > self.file.size() {
            return if needed { Ok(self.rest(at)) } else { Ok(None) };
        }
        self.count(name, length);
        if needed || KEPT.iter().any(|known| known.as_slice() == name) {
            self.walk.keep(at, to);
        }
        match name {
            b"IHDR" => self.size = self.file.get(from, from + 8).map(|bytes| (four(bytes), four(&bytes[4..])))?,
            b"eXIf" => self.exif(self.file.get(from, to - 4)?),
            b"tEXt" | b"zTXt" | b"iTXt" => self.text(name, from, to - 4)?,
            _ => {}
        }
        Ok((name != b"IEND").then_some(to))
    }

    /// The head of the chunk at `at`. Picture chunks come in equal sizes, thousands of them: the heads that are then to be
    /// expected are asked for at once.
    fn head(&self, at: u64) -> Step<&'a [u8]> {
        let stride = self.length + 12;
        if self.equal < 2 || self.file.has(at, at + 8) || at + 8 > self.file.size() {
            return self.file.get(at, at + 8);
        }
        let ahead = (0..self.equal.min(AHEAD)).map(|n| at + n * stride).take_while(|at| at + 8 <= self.file.size());
        Err(Short::Need(ahead.map(|at| (at, at + 8)).collect()))
    }

    fn count(&mut self, name: &[u8], length: u64) {
        self.equal = if name == b"IDAT" && (length == self.length || self.equal == 0) { self.equal + 1 } else { 0 };
        self.length = length;
    }

    /// The file ends in the middle: what there is of the picture is kept.
    fn rest(&mut self, at: u64) -> Option<u64> {
        self.walk.keep(at, self.file.size());
        None
    }

    fn exif(&mut self, bytes: &[u8]) {
        let exif = Exif::read(bytes);
        self.walk.tags.extend(exif.tags.clone());
        if let (None, Some(kept)) = (&self.exif, exif.kept()) {
            let named = [b"eXIf", kept.as_slice()].concat();
            self.walk.put([&(kept.len() as u32).to_be_bytes()[..], &named, &sum(&named).to_be_bytes()].concat());
        }
        self.exif.get_or_insert(exif);
    }

    fn text(&mut self, name: &[u8], from: u64, to: u64) -> Step<()> {
        let bytes = self.file.get(from, to.min(from + MOST))?;
        let Some(end) = bytes.iter().take(80).position(|byte| *byte == 0) else { return Ok(()) };
        let (word, rest) = (tiff::text(&bytes[..end]), &bytes[end + 1..]);
        let content = match name {
            b"tEXt" => rest.to_vec(),
            b"zTXt" => inflated(rest.get(1..).unwrap_or_default()),
            _ => international(rest),
        };
        self.walk.tags.extend(said(&word, &content));
        Ok(())
    }
}

fn inflated(bytes: &[u8]) -> Vec<u8> {
    // What there is of a broken one is read all the same.
    decompress_to_vec_zlib_with_limit(bytes, MOST as usize * 4).unwrap_or_else(|broken| broken.output)
}

/// The text behind its sign of compression, its language and its translated keyword.
fn international(bytes: &[u8]) -> Vec<u8> {
    let [packed, _, rest @ ..] = bytes else { return Vec::new() };
    let text = rest.splitn(3, |byte| *byte == 0).nth(2).unwrap_or_default();
    if *packed == 1 { inflated(text) } else { text.to_vec() }
}

/// What a text tells. Some programs write whole blocks of details as digits.
fn said(word: &str, content: &[u8]) -> Tags {
    let mut tags = Tags::default();
    match word {
        "XML:com.adobe.xmp" => tags.extend(xmp::read(content)),
        "Raw profile type xmp" => tags.extend(xmp::read(&digits(content))),
        "Raw profile type exif" | "Raw profile type APP1" => {
            let bytes = digits(content);
            let bytes = bytes.strip_prefix(b"Exif\0\0").unwrap_or(&bytes);
            tags.extend(Exif::read(bytes).tags);
            tags.extend(xmp::read(bytes));
        }
        "Raw profile type iptc" | "Raw profile type 8bim" => {
            let bytes = digits(content);
            tags.extend(iptc::read(&[b"Photoshop 3.0\0", bytes.as_slice()].concat()));
            tags.extend(iptc::records(&bytes));
        }
        _ => {
            if let Some((_, name)) = TEXTS.iter().find(|(known, _)| *known == word) {
                tags.tell(name, &tiff::text(content));
            }
        }
    }
    tags
}

/// A block written as digits, behind its name and its length.
fn digits(content: &[u8]) -> Vec<u8> {
    let lines = content.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).skip(2);
    let digits: Vec<u8> = lines.flatten().filter_map(|byte| char::from(*byte).to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

/// The sum by which a chunk is proved.
fn sum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _: u8| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

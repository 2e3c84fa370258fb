//! The text of a roster file and its rows, each with the line it starts on.

use csv::{ReaderBuilder, StringRecord, Trim};

/// Rows above the headings that may be a title.
pub(super) const TITLE_ROWS: usize = 10;

/// The file's text: UTF-8 with or without a mark, UTF-16 with one or by its zero bytes, else Windows-1252; or why it holds none.
pub(super) fn decode(bytes: &[u8]) -> Result<String, &'static str> {
    let utf16 = |bytes: &[u8], pair: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|two| pair([two[0], two[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    let text = match bytes {
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            Err("this is an Excel workbook, not a CSV file; open it, choose Save As, and save it as CSV (comma delimited)")
        }
        [b'%', b'P', b'D', b'F', ..] => Err("this is a PDF, not a CSV file; export the list again as CSV"),
        [b'<', ..] | [0xef, 0xbb, 0xbf, b'<', ..] => Err("this is an XML or web page, not a CSV file; export the list again as CSV"),
        [0xff, 0xfe, rest @ ..] => Ok(utf16(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Ok(utf16(rest, u16::from_be_bytes)),
        [first, 0, _, 0, ..] if *first != 0 => Ok(utf16(bytes, u16::from_le_bytes)),
        [0, first, 0, _, ..] if *first != 0 => Ok(utf16(bytes, u16::from_be_bytes)),
        _ => Ok(match std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|&byte| windows_1252(byte)).collect(),
        }),
    };
    // Lines that end in a carriage return alone, as old Macs wrote them.
    text.map(|text: String| if text.contains('\n') { text } else { text.replace('\r', "\n") })
}

/// One byte of Windows-1252 (the WHATWG index); `encoding_rs` would bring every table into the wasm.
fn windows_1252(byte: u8) -> char {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match byte {
        0x80..=0x9f => HIGH.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
        _ => char::from(byte),
    }
}

/// The separator that the first lines use most, quoted cells left out.
pub(super) fn delimiter(text: &str) -> u8 {
    const MARKS: &[u8] = b"|,\t;";
    let mut quoted = false;
    let mut counts = [0; 4];
    for byte in text.lines().take(TITLE_ROWS).flat_map(str::bytes).take(100_000) {
        quoted ^= byte == b'"';
        if let Some(at) = MARKS.iter().position(|mark| *mark == byte && !quoted) {
            counts[at] += 1;
        }
    }
    let most = (0..MARKS.len()).max_by_key(|&at| counts[at]).filter(|&at| counts[at] > 0);
    most.map_or(b',', |at| MARKS[at])
}

/// Why a row cannot be told from the rest of the file.
const UNCLOSED: &str = "a quotation mark opens in this line and is not closed; close it or take it out";

/// A cell of more lines than this was not meant to be one.
const MOST_LINES: usize = 12;

/// After so many lines that are spoilt, quotation marks are read as letters.
const MOST_SPOILT: usize = 1_000;

/// Gives each row to `take` with its line, until it says to stop. A quotation mark that nothing closes spoils its line alone.
pub(super) fn each(text: &str, delimiter: u8, mut take: impl FnMut(u64, Result<&StringRecord, &'static str>) -> bool) {
    let (mut from, mut line) = (0, 1);
    for spoilt in 0..=MOST_SPOILT {
        let mut rows = Rows { text: &text[from..], delimiter, quoting: spoilt < MOST_SPOILT, line };
        let Some(at) = rows.each(&mut take) else { return };
        if !take(rows.line, Err(UNCLOSED)) {
            return;
        }
        from += rows.text[at..].find('\n').map_or(rows.text.len(), |end| at + end + 1);
        line = rows.line + 1;
    }
}

/// Rows from some place on.
struct Rows<'t> {
    text: &'t str,
    delimiter: u8,
    quoting: bool,
    line: u64,
}

impl Rows<'_> {
    /// Gives each row to `take`; the place of the row whose quotation mark is not closed, if there is one.
    fn each(&mut self, take: &mut dyn FnMut(u64, Result<&StringRecord, &'static str>) -> bool) -> Option<usize> {
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(self.delimiter).trim(Trim::All).quoting(self.quoting);
        let mut reader = builder.from_reader(self.text.as_bytes());
        let mut record = StringRecord::new();
        let mut at = 0;
        while reader.read_record(&mut record).unwrap_or(false) {
            // The reader's own line is that of blank lines before the row, so lines are counted here.
            let start = record.position().map_or(at, |place| place.byte() as usize);
            let blank = self.text[start..].bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            self.line += lines(&self.text[at..start + blank]) as u64;
            at = start + blank;
            let row = self.text.get(at..reader.position().byte() as usize).unwrap_or_default().trim_end();
            let long = lines(row);
            if self.quoting && long > 0 && (long > MOST_LINES || row.bytes().filter(|byte| *byte == b'"').count() % 2 == 1) {
                return Some(at);
            }
            if !take(self.line, Ok(&record)) {
                return None;
            }
        }
        None
    }
}

fn lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

//! Builds picture files with hidden details out of the small base pictures, byte by byte and by no program that is under test.

use std::path::Path;

/// What must be in no clean file: the words, the numbers and the position that the details are made of.
pub const SECRETS: &[&[u8]] =
    &[b"Jo Turner", b"SN-30412", b"LN-77", b"Class 5", b"Larkfield", b"53,25.26", &[0, 0, 0, 53, 0, 0, 0, 1], &[53, 0, 0, 0, 1, 0, 0, 0]];

/// A committed picture.
pub fn base(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pictures").join(name);
    std::fs::read(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// A value of a directory.
type Field = (u16, u16, u32, Vec<u8>);

/// EXIF with all that a phone and a camera write, in either order of bytes.
pub fn exif(little: bool, orientation: u16) -> Vec<u8> {
    let two = |n: u16| if little { n.to_le_bytes() } else { n.to_be_bytes() };
    let four = |n: u32| if little { n.to_le_bytes() } else { n.to_be_bytes() };
    let angle = |parts: [u32; 3]| parts.iter().flat_map(|n| [four(*n), four(1)].concat()).collect::<Vec<u8>>();
    let word = |tag: u16, text: &[u8]| (tag, 2, text.len() as u32, text.to_vec());
    let main: Vec<Field> = vec![
        word(0x010e, b"Class 5 on the lawn\0"),
        word(0x010f, b"Acme\0"),
        (0x0112, 3, 1, two(orientation).to_vec()),
        (0x011a, 5, 1, [four(72), four(1)].concat()),
        word(0x013b, b"Jo Turner\0"),
        (0x8769, 4, 1, Vec::new()),
        (0x8825, 4, 1, Vec::new()),
    ];
    let photo: Vec<Field> =
        vec![(0x9286, 7, 15, b"ASCII\0\0\0Class 5".to_vec()), (0xa001, 3, 1, two(1).to_vec()), word(0xa431, b"SN-30412\0")];
    let position: Vec<Field> = vec![word(1, b"N\0"), (2, 5, 3, angle([53, 25, 15])), word(3, b"W\0"), (4, 5, 3, angle([1, 12, 33]))];
    let mut block = if little { b"II\x2a\0\x08\0\0\0".to_vec() } else { b"MM\0\x2a\0\0\0\x08".to_vec() };
    let length = |fields: &[Field]| {
        6 + 12 * fields.len() as u32 + fields.iter().map(|field| field.3.len() as u32).filter(|length| *length > 4).sum::<u32>()
    };
    let (at_photo, at_position) = (8 + length(&main), 8 + length(&main) + length(&photo));
    for fields in [main, photo, position] {
        let mut behind = block.len() as u32 + 6 + 12 * fields.len() as u32;
        let mut values = Vec::new();
        block.extend(two(fields.len() as u16));
        for (tag, kind, count, value) in fields {
            let value = match tag {
                0x8769 => four(at_photo).to_vec(),
                0x8825 => four(at_position).to_vec(),
                _ => value,
            };
            block.extend([two(tag).as_slice(), &two(kind), &four(count)].concat());
            if value.len() > 4 {
                block.extend(four(behind));
                behind += value.len() as u32;
                values.extend(value);
            } else {
                block.extend(value.iter().copied().chain([0; 4]).take(4));
            }
        }
        block.extend([0; 4]);
        block.extend(values);
    }
    block
}

/// XMP with a position, a name and a caption.
pub fn xmp() -> Vec<u8> {
    br#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description exif:GPSLatitude="53,25.26N"
 exif:GPSLongitude='1,12.558W'><dc:creator><rdf:Seq><rdf:li>Jo Turner</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"#
        .to_vec()
}

/// IPTC records in an image editor's resources.
pub fn iptc() -> Vec<u8> {
    let record = |set: u8, text: &[u8]| [&[0x1c, 2, set, 0, text.len() as u8], text].concat();
    let records = [record(80, b"Jo Turner"), record(120, b"Class 5 on the lawn")].concat();
    [b"Photoshop 3.0\0".as_slice(), b"8BIM\x03\xed\0\0\0\0\0\x02\0\0", b"8BIM\x04\x04\0\0", &(records.len() as u32).to_be_bytes(), &records]
        .concat()
}

/// A segment of a JPEG.
pub fn segment(marker: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    [&[0xff, marker], (content.len() as u16 + 2).to_be_bytes().as_slice(), &content].concat()
}

pub fn exif_segment(little: bool, orientation: u16) -> Vec<u8> {
    segment(0xe1, &[b"Exif\0\0", &exif(little, orientation)])
}

/// A JPEG with more in front of its tables.
pub fn with(file: Vec<u8>, segments: &[Vec<u8>]) -> Vec<u8> {
    [&file[..2], &segments.concat(), &file[2..]].concat()
}

/// The same behind the first segment, where programs put it.
pub fn behind(file: Vec<u8>, segments: &[Vec<u8>]) -> Vec<u8> {
    let end = 4 + (usize::from(file[4]) << 8 | usize::from(file[5]));
    [&file[..end], &segments.concat(), &file[end..]].concat()
}

/// A chunk of a PNG.
pub fn chunk(name: [u8; 4], content: &[u8]) -> Vec<u8> {
    let named = [&name, content].concat();
    let sum = named.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { 0xedb8_8320 ^ sum >> 1 } else { sum >> 1 })
    });
    [(content.len() as u32).to_be_bytes().as_slice(), &named, &(!sum).to_be_bytes()].concat()
}

/// A PNG with more chunks behind its head, or before its end.
pub fn with_chunks(file: Vec<u8>, early: &[Vec<u8>], late: &[Vec<u8>]) -> Vec<u8> {
    let end = file.len() - 12;
    [&file[..33], &early.concat(), &file[33..end], &late.concat(), &file[end..]].concat()
}

/// A WebP with more chunks at its end; it gets an extended head if it has none.
pub fn with_riff(file: &[u8], chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let more: Vec<u8> = chunks
        .iter()
        .flat_map(|(name, content)| [name.as_slice(), &(content.len() as u32).to_le_bytes(), content, &[0][..content.len() & 1]].concat())
        .collect();
    let has_head = &file[12..16] == b"VP8X";
    let head = if has_head { Vec::new() } else { [b"VP8X\x0a\0\0\0".as_slice(), &[0, 0, 0, 0, 47, 0, 0, 31, 0, 0]].concat() };
    let mut body = [b"WEBP".as_slice(), &head, &file[12..], &more].concat();
    body[12] |= 0b1100;
    [b"RIFF".as_slice(), &(body.len() as u32).to_le_bytes(), &body].concat()
}

/// A box of a HEIC: its kind and what is in it.
fn boxed(kind: [u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    [(content.len() as u32 + 8).to_be_bytes().as_slice(), &kind, &content].concat()
}

/// A HEIC without a picture, but with its details where a phone puts them: `exif` and `xmp` as items of the file.
pub fn heic(brand: [u8; 4]) -> Vec<u8> {
    let details = [[0, 0, 0, 6].as_slice(), b"Exif\0\0", &exif(false, 6)].concat();
    let words = xmp();
    let kind = boxed(*b"ftyp", &[&brand, &[0; 4], b"mif1"]);
    let entry = |number: u8, what: &[u8; 4], more: &[u8]| boxed(*b"infe", &[&[2, 0, 0, 0, 0, number, 0, 0], what, more]);
    let list = boxed(*b"iinf", &[&[0; 4], &[0, 2], &entry(1, b"Exif", &[0]), &entry(2, b"mime", b"\0application/rdf+xml\0")]);
    let place = |number: u8, from: u32, length: usize| {
        [[0, number, 0, 0, 0, 1].as_slice(), &from.to_be_bytes(), &(length as u32).to_be_bytes()].concat()
    };
    // The list of places has the same length wherever they are.
    let start = (kind.len() + 12 + list.len() + 16 + 28 + 8) as u32;
    let places = [place(1, start, details.len()), place(2, start + details.len() as u32, words.len())].concat();
    let meta = boxed(*b"meta", &[&[0; 4], &list, &boxed(*b"iloc", &[&[0; 4], &[0x44, 0, 0, 2], &places])]);
    [kind, meta, boxed(*b"mdat", &[&details, &words])].concat()
}

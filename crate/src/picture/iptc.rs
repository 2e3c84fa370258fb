//! IPTC, as it stands in a JPEG: a list of resources of an image editor, one of which is a list of records.

use super::tags::Tags;
use super::tiff::{self, Exif};
use super::{parts, xmp};

/// Records that tell of people and places.
const NAMES: &[(u8, &str)] = &[
    (5, "Title"),
    (25, "Keywords"),
    (80, "By-line"),
    (90, "Location"),
    (92, "Location"),
    (105, "Title"),
    (110, "By-line"),
    (116, "Copyright"),
    (118, "Author"),
    (120, "Caption-Abstract"),
    (122, "Author"),
];

/// The details of a list of resources.
pub(super) fn read(bytes: &[u8]) -> Tags {
    let mut tags = Tags::default();
    let mut rest = bytes.strip_prefix(b"Photoshop 3.0\0").unwrap_or_default();
    while let Some((id, content, next)) = resource(rest) {
        tags.extend(match id {
            0x0404 => records(content),
            0x0422 => Exif::read(content).tags,
            0x0424 => xmp::read(content),
            _ => Tags::default(),
        });
        rest = next;
    }
    tags
}

/// The first resource, and what follows it.
fn resource(bytes: &[u8]) -> Option<(u64, &[u8], &[u8])> {
    let rest = bytes.strip_prefix(b"8BIM")?;
    let id = parts::four(rest.get(..4)?) >> 16;
    // Its own name, filled up to an even count with the byte that says its length.
    let named = (usize::from(*rest.get(2)?) + 2) & !1;
    let rest = rest.get(2 + named..)?;
    let length = usize::try_from(parts::four(rest.get(..4)?)).ok()?;
    let rest = rest.get(4..)?;
    // A resource that says it is longer than what is there ends with it.
    let content = rest.get(..length).unwrap_or(rest);
    Some((id, content, rest.get((content.len() + 1) & !1..).unwrap_or_default()))
}

/// The details of a list of records.
pub(super) fn records(bytes: &[u8]) -> Tags {
    let mut tags = Tags::default();
    let mut rest = bytes;
    while let [0x1c, record, set, high, low, after @ ..] = rest {
        let length = usize::from(*high) << 8 | usize::from(*low);
        let value = after.get(..length).unwrap_or(after);
        if let (2, Some((_, name))) = (record, NAMES.iter().find(|(known, _)| known == set)) {
            tags.tell(name, &tiff::text(value));
        }
        rest = after.get(length..).unwrap_or_default();
    }
    tags
}

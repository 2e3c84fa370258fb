//! XMP: details written as XML. Read by a scanner of our own that takes them out of broken XML too, since a
//! block that no reader accepts still stands in the file for anyone to see.

use super::tags::Tags;

/// Names of elements and attributes, without their prefix, and what they are called here.
const NAMES: &[(&str, &str)] = &[
    ("GPSLatitude", "GPSLatitude"),
    ("GPSLongitude", "GPSLongitude"),
    ("creator", "Creator"),
    ("Artist", "Artist"),
    ("OwnerName", "OwnerName"),
    ("CameraOwnerName", "OwnerName"),
    ("CaptionWriter", "Author"),
    ("Credit", "By-line"),
    ("rights", "Copyright"),
    ("Copyright", "Copyright"),
    ("PersonInImage", "PersonInImage"),
    ("PersonDisplayName", "PersonInImage"),
    ("description", "ImageDescription"),
    ("ImageDescription", "ImageDescription"),
    ("UserComment", "UserComment"),
    ("title", "Title"),
    ("Headline", "Title"),
    ("subject", "Keywords"),
    ("hierarchicalSubject", "Keywords"),
    ("City", "Location"),
    ("Location", "Location"),
    ("Sublocation", "Location"),
    ("SerialNumber", "SerialNumber"),
    ("BodySerialNumber", "SerialNumber"),
    ("LensSerialNumber", "LensSerialNumber"),
    ("InternalSerialNumber", "SerialNumber"),
];

/// What a name means; a face's is called `Name` under a prefix of its own.
fn named(name: &str) -> Option<&'static str> {
    let (prefix, own) = name.rsplit_once(':').unwrap_or(("", name));
    if own == "Name" && prefix.starts_with("mwg") {
        return Some("RegionName");
    }
    NAMES.iter().find(|(known, _)| *known == own).map(|(_, tag)| *tag)
}

/// The details of a block.
pub(super) fn read(bytes: &[u8]) -> Tags {
    let text = written(bytes);
    let mut tags = Tags::default();
    let mut inside: Option<(&str, &'static str)> = None;
    for piece in text.split('<').skip(1) {
        let (mark, words) = piece.split_once('>').unwrap_or((piece, ""));
        let name = mark.trim_start_matches('/').split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        if mark.starts_with('/') {
            if inside.is_some_and(|(open, _)| open == name) {
                inside = None;
            }
        } else {
            attributes(mark, &mut tags);
            if let (None, Some(tag), false) = (inside, named(name), mark.ends_with('/')) {
                inside = Some((name, tag));
            }
        }
        if let Some((_, tag)) = inside {
            tags.tell(tag, &plain(words));
        }
    }
    tags
}

/// The attributes of an element.
fn attributes(mark: &str, tags: &mut Tags) {
    let mut rest = mark;
    while let Some((before, after)) = rest.split_once('=') {
        let name = before.rsplit(char::is_whitespace).find(|word| !word.is_empty()).unwrap_or_default();
        let after = after.trim_start();
        let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return };
        let (value, next) = after[1..].split_once(quote).unwrap_or((&after[1..], ""));
        if let Some(tag) = named(name) {
            tags.tell(tag, &plain(value));
        }
        rest = next;
    }
}

/// Text in any of the ways XMP may be written, as far as it is text.
fn written(bytes: &[u8]) -> String {
    // Every letter of the marks has a zero beside it in the wide forms.
    if bytes.iter().take(64).filter(|byte| **byte == 0).count() > 8 {
        return bytes.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect();
    }
    String::from_utf8_lossy(bytes).into_owned()
}

/// Without the five escapes that every writer makes.
fn plain(words: &str) -> String {
    if !words.contains('&') {
        return words.to_owned();
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        .iter()
        .fold(words.to_owned(), |words, (escape, letter)| words.replace(escape, letter))
}

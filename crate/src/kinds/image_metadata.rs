//! image-metadata: a picture whose file says where it was taken, or whose names, words or numbers it carries.

use super::{Ask, Found, Proof, Report};
use crate::json::{self, Read, Reader};
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "maltby",
    flags: &[
        r#"{"moment":"post","text":"Frost","media":[{"type":"image","exif":{"GPSLatitude":53.42,"GPSLongitude":-1.19}}]}"#,
        r#"{"moment":"image","media":[{"type":"image","exif":{}},{"type":"image","exif":{"GPSPosition":"53 deg 25' N, 1 deg 11' W"}}]}"#,
        r#"{"moment":"comment","media":[{"type":"image","exif":{"Make":"Nikon","Artist":"Jo Turner"}}]}"#,
        r#"{"moment":"message","media":[{"type":"image","exif":{"Caption-Abstract":"Class 5 on the lawn"}}]}"#,
        r#"{"moment":"image","media":[{"type":"image","exif":{"XPAuthor":"jturner"}}]}"#,
        r#"{"moment":"image","media":[{"type":"image","exif":{"SerialNumber":30412}}]}"#,
        r#"{"moment":"image","media":[{"type":"image","exif":{"ThumbnailImage":"160 x 107"}}]}"#,
        r#"{"moment":"image","media":[{"type":"image","exif":{"Make":"Acme, Inc","GPS":{"GPSLatitude":53.42}}}]}"#,
        r#"{"moment":"image","media":[{"type":"image","exif":{"IPTC":{"Keywords":["lawn","Class 5"]}}}]}"#,
    ],
    passes: &[
        "Frosty nets",
        r#"{"moment":"post","text":"Frost","media":[{"type":"image","exif":{}}]}"#,
        r#"{"moment":"post","text":"Frost","media":[{"type":"image"}]}"#,
        r#"{"moment":"image","media":[{"type":"image","exif":{"Make":"Apple","Model":"iPhone 15","Orientation":6,"GPSVersionID":"2.3.0.0"}}]}"#,
        r#"{"moment":"image","media":[{"type":"image","exif":{"Artist":"","GPSLatitude":0,"UserComment":null,"Keywords":[]}}]}"#,
        r#"{"moment":"image","media":[{"type":"image","exif":{"Software":"Lab 2, Artist: Edition"}}]}"#,
        r#"{"moment":"post","text":"Minutes","media":[{"type":"file","exif":{"Author":"J Turner"}}]}"#,
        r#"{"moment":"image","media":[{"type":"image","exif":{"CreatorTool":"Darktable","ProfileDescription":"Acme"}}]}"#,
        r#"{"policy":"durrington","moment":"image","media":[{"type":"image","exif":{"GPSLatitude":53.42}}]}"#,
    ],
};

/// How the names of such details end, in small letters; the first three say where.
const ENDS: &str = "latitude longitude gpsposition artist author creator ownername by-line copyright image regionname imagedescription abstract \
comment title keywords location serialnumber";
const PLACES: usize = 3;
/// Readers of files put details in groups, "GPS" or "EXIF"; deeper lies nothing.
const GROUPS: usize = 1;

/// Reports the pictures of an act, once: where they were taken is worse than anything else.
pub fn check(ask: &Ask, report: &mut Report) {
    let mut what = usize::MAX;
    for media in ask.act.media.iter().filter(|media| media.r#type.as_deref() == Some("image")) {
        what = what.min(gravest(media.exif.text(), GROUPS));
    }
    let (severity, heading) = match what {
        usize::MAX => return,
        0..PLACES => (Severity::Warn, say("image.where", &[])),
        _ => (Severity::Nudge, say("image.details", &[])),
    };
    report.add(Found::new(severity, heading, say("data.why", &[])));
}

/// The details of a file: their names, and their values as they stand in JSON.
#[derive(Default)]
struct Details(Vec<(String, String)>);

impl Read for Details {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        from.map("a map", &mut |from, name, _| {
            self.0.push((name.into_owned(), from.raw()?.to_owned()));
            Some(())
        })
    }
}

/// The gravest of a file's details, and of those in groups within it.
fn gravest(details: &str, groups: usize) -> usize {
    let Ok(Details(all)) = json::read(details) else { return usize::MAX };
    let each = |(name, value): &(String, String)| match value.as_str() {
        group if groups > 0 && group.starts_with('{') => gravest(group, groups - 1),
        value => kind_of(name, value),
    };
    all.iter().map(each).min().unwrap_or(usize::MAX)
}

/// Which detail this is; none where nothing is said under its name.
fn kind_of(name: &str, value: &str) -> usize {
    let name = name.to_ascii_lowercase();
    match value {
        "\"\"" | "0" | "null" | "[]" | "{}" => usize::MAX,
        _ => ENDS.split(' ').position(|end| name.ends_with(end)).unwrap_or(usize::MAX),
    }
}

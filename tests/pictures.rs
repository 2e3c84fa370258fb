//! Picture files: hidden details found, taken out without a decoded pixel changed, and gone for readers that are not ours.

#[path = "pictures/files.rs"]
mod files;

use beforehand::picture::{Answer, Parts, Piece, Refused, Scan, Seen, assemble, look, look_at};
use files::{SECRETS, base, behind, chunk, exif, exif_segment, heic, iptc, segment, with, with_chunks, with_riff, xmp};
use image::codecs::{png::PngDecoder, webp::WebPDecoder};
use image::{AnimationDecoder, ImageDecoder, ImageReader};
use proptest::prelude::*;
use std::io::Cursor;

const EXIF_FOUND: &str = "Artist GPSLatitude GPSLongitude ImageDescription SerialNumber UserComment";

/// Pixels of every frame, and the colour profile.
type Decoded = (Vec<Vec<u8>>, Option<Vec<u8>>);

/// What a decoder makes of a file; why not, where none takes it.
fn decoded(file: &[u8]) -> Result<Decoded, String> {
    let wrong = |why: image::ImageError| why.to_string();
    let frames = |frames: image::Frames| {
        frames.map(|frame| frame.map(|frame| frame.into_buffer().into_raw())).collect::<Result<Vec<_>, _>>().map_err(wrong)
    };
    let mut decoder =
        ImageReader::new(Cursor::new(file)).with_guessed_format().map_err(|why| why.to_string())?.into_decoder().map_err(wrong)?;
    let profile = decoder.icc_profile().map_err(wrong)?;
    let still = image::DynamicImage::from_decoder(decoder).map_err(wrong)?.into_bytes();
    let mut all = vec![still];
    if file.starts_with(b"\x89PNG") {
        let png = PngDecoder::new(Cursor::new(file)).map_err(wrong)?;
        if png.is_apng().map_err(wrong)? {
            all.extend(frames(png.apng().map_err(wrong)?.into_frames())?);
        }
    } else if file.starts_with(b"RIFF") {
        let webp = WebPDecoder::new(Cursor::new(file)).map_err(wrong)?;
        if webp.has_animation() {
            all.extend(frames(webp.into_frames())?);
        }
    }
    Ok((all, profile))
}

/// Details that a clean file may keep.
const HARMLESS: [exif::Tag; 7] = [
    exif::Tag::Orientation,
    exif::Tag::XResolution,
    exif::Tag::YResolution,
    exif::Tag::ResolutionUnit,
    exif::Tag::ColorSpace,
    exif::Tag::PixelXDimension,
    exif::Tag::PixelYDimension,
];

/// The way up, and the names of all other details, by a reader that is not ours.
fn read_elsewhere(file: &[u8]) -> (u32, Vec<String>) {
    let Ok(found) = exif::Reader::new().read_from_container(&mut Cursor::new(file)) else { return (1, Vec::new()) };
    let up = found.get_field(exif::Tag::Orientation, exif::In::PRIMARY).and_then(|field| field.value.get_uint(0)).unwrap_or(1);
    let others = found.fields().filter(|field| !HARMLESS.contains(&field.tag)).map(|field| field.tag.to_string());
    (up, others.collect())
}

/// Looks as a page does: a stretch at first, then whatever is asked for. Gives the answer, the turns and the bytes that were shown.
fn by_turns(file: &[u8]) -> (Seen, usize, usize) {
    let size = file.len() as u64;
    let mut shown: Vec<(u64, Vec<u8>)> = vec![(0, file[..file.len().min(4096)].to_vec())];
    let mut scans: Vec<Scan> = Vec::new();
    for turn in 1..500 {
        let mut parts = Parts::new(size);
        for (from, bytes) in &shown {
            parts.add(*from, bytes);
        }
        for scan in &scans {
            parts.add_scan(scan.clone());
        }
        match look(&parts) {
            Answer::Seen(seen) => return (seen, turn, shown.iter().map(|(_, bytes)| bytes.len()).sum()),
            Answer::Need(wanted) => shown.extend(wanted.into_iter().map(|(from, to)| (from, file[from as usize..to as usize].to_vec()))),
            Answer::Marks(from) => scans.push(scan(file, from)),
        }
    }
    panic!("there is no end to what is asked for");
}

/// At most this many markers are told at a time.
const MARKS: usize = 64;

fn scan(file: &[u8], from: u64) -> Scan {
    let is_mark = |at: &usize| file[*at] == 0xff && !matches!(file[at + 1], 0 | 0xd0..=0xd7 | 0xff);
    let at: Vec<u64> = (from as usize..file.len() - 1).filter(is_mark).take(MARKS).map(|at| at as u64).collect();
    let until = if at.len() == MARKS { at[MARKS - 1] + 1 } else { file.len() as u64 };
    Scan { from, until, at }
}

#[track_caller]
fn check(name: &str, file: &[u8], details: &str, up: u32) {
    let seen = look_at(file);
    let names: Vec<&str> = seen.tags.iter().map(|(name, _)| name).collect();
    assert_eq!(names.join(" "), details, "{name}: the details");
    assert_eq!(by_turns(file).0, seen, "{name}: by turns");
    let pieces = seen.clean.unwrap_or_else(|| panic!("{name}: refused, {:?}", seen.refused));
    let clean = assemble(file, &pieces);
    assert!(decoded(file) == decoded(&clean), "{name}: the pixels or the colours differ ({:?})", decoded(&clean).map(|_| ()));
    assert_eq!(read_elsewhere(&clean), (up, Vec::new()), "{name}: what another reader finds");
    for secret in SECRETS {
        assert!(!clean.windows(secret.len()).any(|bytes| bytes == *secret), "{name}: still holds {:?}", String::from_utf8_lossy(secret));
    }
    let again = look_at(&clean);
    assert!(again.tags.is_empty(), "{name}: still tells {:?}", again.tags);
    assert_eq!(again.clean.map(|pieces| assemble(&clean, &pieces)), Some(clean), "{name}: clean twice");
}

#[test]
fn every_way_up_is_kept() {
    for up in 1..=8_u16 {
        check(&format!("up {up}"), &behind(base("baseline.jpg"), &[exif_segment(up % 2 == 0, up)]), EXIF_FOUND, u32::from(up));
    }
}

#[test]
fn files_of_other_programs_are_cleaned() {
    let position = "GPSLatitude GPSLongitude";
    check("a phone's", &base("phone.jpg"), position, 6);
    check("a camera's, progressive", &base("camera.jpg"), "Artist LensSerialNumber SerialNumber", 8);
    check("an older preview", &base("preview.jpg"), "ThumbnailImage", 1);
    check("an agency's, with a profile", &base("iptc.jpg"), "By-line Caption-Abstract Keywords", 1);
    check("an editor's, CMYK", &base("xmp.jpg"), "Creator GPSLatitude GPSLongitude", 1);
    check("a face's name, grey", &base("faces.jpg"), "PersonInImage RegionName", 1);
    check("texts, PNG with a profile", &base("texts.png"), "Author Title", 1);
    check("EXIF, interlaced PNG", &base("exif.png"), position, 3);
    check("EXIF and XMP, WebP with alpha", &base("exif.webp"), "GPSLatitude GPSLongitude ImageDescription", 5);
    check("XMP, moving WebP", &base("xmp.webp"), "Creator Location", 1);
}

#[test]
fn jpegs_are_cleaned() {
    let all = || {
        vec![
            exif_segment(false, 6),
            segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", &xmp()]),
            segment(0xed, &[&iptc()]),
            segment(0xfe, &[b"Jo Turner"]),
        ]
    };
    let found = "Artist By-line Caption-Abstract Comment Creator GPSLatitude GPSLongitude ImageDescription SerialNumber UserComment";
    for name in ["baseline.jpg", "progressive.jpg", "profile.jpg", "grey.jpg", "cmyk.jpg", "restarts.jpg"] {
        check(&format!("{name}, in front"), &with(base(name), &all()), found, 6);
        check(&format!("{name}, behind"), &behind(base(name), &all()), found, 6);
    }
    check("nothing hidden", &base("progressive.jpg"), "", 1);
    check("a program's stamp", &behind(base("baseline.jpg"), &[segment(0xfe, &[b"CREATOR: gd-jpeg v1.0, quality = 90"])]), "", 1);
    check("filled up", &with(base("baseline.jpg"), &[vec![0xff, 0xff, 0xff], exif_segment(true, 3)]), EXIF_FOUND, 3);
    let second = behind(base("baseline.jpg"), &[exif_segment(true, 1)]);
    check("a second picture behind it", &[base("grey.jpg"), second].concat(), "", 1);
    check(
        "a video behind it",
        &[behind(base("grey.jpg"), &[exif_segment(true, 7)]), b"....ftypmp42 Jo Turner".to_vec()].concat(),
        EXIF_FOUND,
        7,
    );
    let long: Vec<u8> = [b"http://ns.adobe.com/xmp/extension/\0".as_slice(), &[b'0'; 40], &xmp()].concat();
    check("XMP of two segments", &behind(base("baseline.jpg"), &[segment(0xe1, &[&long])]), "Creator GPSLatitude GPSLongitude", 1);
    let small = [b"JFIF\0\x01\x01\0\0\x01\0\x01\x02\x01".as_slice(), &[1, 2, 3, 4, 5, 6]].concat();
    check(
        "a preview in the first segment",
        &[&[0xff, 0xd8], segment(0xe0, &[&small]).as_slice(), &base("baseline.jpg")[20..]].concat(),
        "",
        1,
    );
}

#[test]
fn pngs_are_cleaned() {
    let texts = || {
        vec![
            chunk(*b"tEXt", b"Author\0Jo Turner"),
            chunk(*b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0".as_slice(), &xmp()].concat()),
            chunk(*b"tIME", &[7, 0xea, 11, 22, 9, 0, 0]),
        ]
    };
    let found = "Artist Author Creator GPSLatitude GPSLongitude ImageDescription SerialNumber UserComment";
    for name in ["plain.png", "palette.png", "profile.png", "moving.png", "interlaced.png", "deep.png"] {
        check(name, &with_chunks(base(name), &[chunk(*b"eXIf", &exif(false, 6))], &texts()), found, 6);
        check(
            &format!("{name}, behind"),
            &[with_chunks(base(name), &[], &texts()), b"Jo Turner".to_vec()].concat(),
            "Author Creator GPSLatitude GPSLongitude",
            1,
        );
    }
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(b"Class 5 on the lawn", 6);
    check(
        "packed text",
        &with_chunks(base("plain.png"), &[chunk(*b"zTXt", &[b"Description\0\0".as_slice(), &packed].concat())], &[]),
        "ImageDescription",
        1,
    );
    let digits: String = exif(true, 1).iter().map(|byte| format!("{byte:02x}")).collect();
    let raw = format!("Raw profile type exif\0\nexif\n   200\n{digits}\n");
    check("details as digits", &with_chunks(base("plain.png"), &[chunk(*b"tEXt", raw.as_bytes())], &[]), EXIF_FOUND, 1);
}

#[test]
fn webps_are_cleaned() {
    for name in ["lossy.webp", "alpha.webp", "lossless.webp", "profile.webp", "moving.webp"] {
        let file = with_riff(&base(name), &[(b"EXIF", exif(true, 8)), (b"XMP ", xmp())]);
        check(name, &file, "Artist Creator GPSLatitude GPSLongitude ImageDescription SerialNumber UserComment", 8);
        check(
            &format!("{name}, and more behind it"),
            &[file, b"Jo Turner".to_vec()].concat(),
            "Artist Creator GPSLatitude GPSLongitude ImageDescription SerialNumber UserComment",
            8,
        );
        check(&format!("{name}, nothing hidden"), &base(name), "", 1);
    }
}

#[test]
fn broken_files_are_cleaned_or_refused() {
    let whole = behind(base("progressive.jpg"), &[exif_segment(true, 6)]);
    for (name, file) in [
        ("JPEG cut in its data", whole[..whole.len() - 60].to_vec()),
        ("JPEG without its end", whole[..whole.len() - 2].to_vec()),
        ("PNG cut in its data", {
            let png = with_chunks(base("plain.png"), &[chunk(*b"eXIf", &exif(true, 6))], &[]);
            png[..png.len() - 100].to_vec()
        }),
        ("WebP cut in its data", {
            let webp = base("exif.webp");
            webp[..200].to_vec()
        }),
    ] {
        let seen = look_at(&file);
        let clean = assemble(&file, &seen.clean.unwrap_or_else(|| panic!("{name}: refused")));
        assert!(decoded(&file).ok() == decoded(&clean).ok(), "{name}");
        assert!(SECRETS.iter().all(|secret| !clean.windows(secret.len()).any(|bytes| bytes == *secret)), "{name}");
    }
    let refusals: &[(&str, Vec<u8>, Refused)] = &[
        ("JPEG cut in its details", whole[..200].to_vec(), Refused::CutShort),
        ("JPEG of a length that is none", with(base("baseline.jpg"), &[vec![0xff, 0xe1, 0, 1]]), Refused::Damaged),
        ("JPEG of a length beyond the file", with(base("grey.jpg"), &[vec![0xff, 0xe1, 0xff, 0xff]]), Refused::CutShort),
        ("PNG that begins with something else", [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(*b"tEXt", b"Author\0Jo")].concat(), Refused::Damaged),
        ("PNG with a chunk nobody knows", with_chunks(base("plain.png"), &[chunk(*b"ABCD", b"")], &[]), Refused::Damaged),
        ("WebP without a picture", b"RIFF\x08\0\0\0WEBP....".to_vec(), Refused::Damaged),
        ("HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), Refused::Heic),
        ("HEIC with details", heic(*b"heic"), Refused::Heic),
        ("AVIF", heic(*b"avif"), Refused::Heic),
    ];
    for (name, file, why) in refusals {
        assert_eq!(look_at(file).refused, Some(*why), "{name}");
        assert_eq!(look_at(file).clean, None, "{name}");
    }
    let found: Vec<String> = look_at(&heic(*b"heic")).tags.iter().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(found.join(" "), "Artist Creator GPSLatitude GPSLongitude ImageDescription SerialNumber UserComment");
    for other in [b"GIF89a..........".to_vec(), b"%PDF-1.7 ........".to_vec(), Vec::new(), b"\xff\xd8".to_vec()] {
        assert_eq!(look_at(&other), Seen::default(), "{other:?}");
    }
}

/// A file of 40 MB is looked at by a few stretches of it.
#[test]
fn large_files_cost_little() {
    const LARGE: usize = 40 << 20;
    let jpeg = behind(base("baseline.jpg"), &[exif_segment(true, 6)]);
    let end = jpeg.len() - 2;
    let jpeg = [&jpeg[..end], &vec![0x5a; LARGE], &jpeg[end..]].concat();
    let data = chunk(*b"IDAT", &vec![0; 8192]);
    let count = LARGE / data.len();
    let mut png = base("plain.png");
    png.splice(33..33, [chunk(*b"eXIf", &exif(true, 6)), data.repeat(count)].concat());
    let webp = with_riff(
        &base("moving.webp"),
        &vec![(b"ANMF", vec![0; 400_000]); 100].into_iter().chain([(b"EXIF", exif(true, 6))]).collect::<Vec<_>>(),
    );
    for (name, file) in [("JPEG", jpeg), ("PNG", png), ("WebP", webp)] {
        let (seen, turns, bytes) = by_turns(&file);
        assert!(seen == look_at(&file) && seen.clean.is_some(), "{name}");
        assert!(turns < 120 && bytes < 600_000, "{name}: {turns} turns, {bytes} bytes");
        let clean = assemble(&file, &seen.clean.unwrap_or_default());
        assert!(file.len() - clean.len() < 1_000, "{name}: {} of {} bytes", clean.len(), file.len());
        println!("{name}: {turns} turns, {bytes} bytes of {}", file.len());
    }
}

/// What a page makes of an answer lies in the file and is in order.
fn is_sound(file: &[u8]) {
    let seen = look_at(file);
    let mut last = 0;
    for piece in seen.clean.iter().flatten() {
        if let Piece::Keep(from, to) = piece {
            assert!(last <= *from && from < to && *to <= file.len() as u64, "{piece:?} behind {last}");
            last = *to;
        }
    }
    assert_eq!(by_turns(file).0, seen);
    if let Some(pieces) = seen.clean {
        let clean = assemble(file, &pieces);
        assert!(look_at(&clean).tags.is_empty(), "{:?}", look_at(&clean).tags);
    }
}

fn some_file() -> impl Strategy<Value = Vec<u8>> {
    let bases = vec![
        behind(
            base("progressive.jpg"),
            &[exif_segment(true, 6), segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", &xmp()]), segment(0xed, &[&iptc()])],
        ),
        base("preview.jpg"),
        base("restarts.jpg"),
        base("texts.png"),
        with_chunks(base("moving.png"), &[chunk(*b"eXIf", &exif(false, 6))], &[]),
        base("exif.webp"),
        base("xmp.webp"),
        heic(*b"heix"),
    ];
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12);
    (prop::sample::select(bases), changes, any::<prop::sample::Index>(), any::<bool>()).prop_map(|(mut file, changes, end, cut)| {
        for (at, byte) in changes {
            let at = at.index(file.len().min(1500));
            file[at] = byte;
        }
        if cut {
            file.truncate(end.index(file.len()));
        }
        file
    })
}

proptest! {
    #[test]
    fn any_file_is_answered(file in some_file()) {
        is_sound(&file);
    }

    #[test]
    fn any_bytes_are_answered(head in prop::sample::select(vec![&b"\xff\xd8\xff"[..], b"\x89PNG\r\n\x1a\n", b"RIFF\xff\0\0\0WEBP", b"Exif"]), rest in prop::collection::vec(any::<u8>(), 0..600)) {
        is_sound(&[head, &rest].concat());
    }
}

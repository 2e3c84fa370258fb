//! Postcodes of the United Kingdom, Jersey, Guernsey and Man: only those of areas that exist.

use super::around;
use super::{Identifier, What};
use std::ops::Range;

/// Postcode areas (Royal Mail), sorted.
const AREAS: &[&str] = &[
    "AB", "AL", "B", "BA", "BB", "BD", "BF", "BH", "BL", "BN", "BR", "BS", "BT", "BX", "CA", "CB", "CF", "CH", "CM", "CO", "CR", "CT",
    "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E", "EC", "EH", "EN", "EX", "FK", "FY", "G", "GL", "GU", "GY", "HA",
    "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA", "KT", "KW", "KY", "L", "LA", "LD", "LE", "LL", "LN",
    "LS", "LU", "M", "ME", "MK", "ML", "N", "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH",
    "RM", "S", "SA", "SE", "SG", "SK", "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR",
    "TS", "TW", "UB", "W", "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE",
];

/// The postcode that a token is, or begins, or ends.
pub fn find(raw: &str, token: &Range<usize>) -> Option<Identifier> {
    let place = in_one(raw, token).or_else(|| in_two(raw, token))?;
    around::is_free(raw, &place).then_some(Identifier { what: What::Postcode, place })
}

/// `SW1A1AA`: only in capitals, and short ones (`S23FE`) only where words say so.
fn in_one(raw: &str, token: &Range<usize>) -> Option<Range<usize>> {
    let split = token.len().checked_sub(3)?;
    let (outward, inward) = raw[token.clone()].split_at_checked(split)?;
    let shaped = is_outward(outward) && is_inward(inward);
    let sure = is_upper(outward) && is_upper(inward) && token.len() > 5;
    (shaped && (sure || around::is_all(raw, token) || is_announced(raw, token.start))).then(|| token.clone())
}

/// `SW1A 1AA`: in capitals, or behind a word that says so.
fn in_two(raw: &str, token: &Range<usize>) -> Option<Range<usize>> {
    let outward = raw.get(token.clone()).filter(|outward| is_outward(outward))?;
    let gap = around::spaces(&raw[token.end..], 2);
    let inward = token.end + gap..token.end + gap + 3;
    let written = raw.get(inward.clone()).filter(|inward| gap > 0 && is_inward(inward))?;
    let sure = is_upper(outward) && is_upper(written);
    (sure || is_announced(raw, token.start)).then_some(token.start..inward.end)
}

/// `GIR 0AA`, the one without a digit in front.
pub fn girobank(raw: &str, token: &Range<usize>) -> Option<Identifier> {
    let place = token.start.checked_sub(4)?..token.end;
    (raw.get(place.clone())? == "GIR 0AA").then_some(Identifier { what: What::Postcode, place })
}

fn is_upper(part: &str) -> bool {
    !part.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// An area and a district: `M1`, `DN55`, `EC1A`, `W1A`.
fn is_outward(part: &str) -> bool {
    if !(2..=4).contains(&part.len()) || !part.is_ascii() {
        return false;
    }
    let part = part.to_ascii_uppercase();
    let (area, district) = part.split_at(part.bytes().take_while(u8::is_ascii_alphabetic).count());
    let fits = match district.as_bytes() {
        [b'0'..=b'9'] | [b'1'..=b'9', b'0'..=b'9'] => true,
        // Only inner London has letters behind the digit.
        [b'1'..=b'9', b'A'..=b'Z'] => matches!(area, "E" | "EC" | "N" | "NW" | "SE" | "SW" | "W" | "WC"),
        _ => false,
    };
    fits && AREAS.binary_search(&area).is_ok()
}

/// A digit and two letters, none of `CIKMOV`.
fn is_inward(part: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphabetic() && !b"CIKMOV".contains(&byte.to_ascii_uppercase());
    matches!(part.as_bytes(), [b'0'..=b'9', one, two] if letter(*one) && letter(*two))
}

/// Whether words before a place speak of an address.
fn is_announced(raw: &str, at: usize) -> bool {
    const WORDS: &[&str] = &[
        "postcode",
        "postcodes",
        "code",
        "live",
        "lives",
        "living",
        "address",
        "road",
        "rd",
        "street",
        "st",
        "avenue",
        "ave",
        "lane",
        "close",
        "drive",
        "way",
        "crescent",
        "gardens",
        "grove",
        "terrace",
        "court",
        "place",
        "satnav",
    ];
    around::follows(raw, at, 6, WORDS)
}

//! Folded forms of letters: lower case, without accents, dress and what shows nothing.

use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/folds.rs"));

/// Appends the folded form of `written`.
pub(crate) fn fold_into(written: &str, folded: &mut String) {
    if written.is_ascii() {
        let start = folded.len();
        folded.push_str(written);
        folded[start..].make_ascii_lowercase();
        return;
    }
    for c in written.chars() {
        match c {
            _ if is_ignorable(c) || is_mark(c) => {}
            _ if is_apostrophe(c) => folded.push('\''),
            'ø' | 'Ø' => folded.push('o'),
            'ł' | 'Ł' => folded.push('l'),
            'đ' | 'Đ' => folded.push('d'),
            'ß' => folded.push_str("ss"),
            'æ' | 'Æ' => folded.push_str("ae"),
            _ => match plain_form(c) {
                Some(plain) => folded.push_str(plain),
                None => folded.extend(c.to_lowercase()),
            },
        }
    }
}

/// A letter without its accents or dress (`é`, `Ｊ`, `𝐉`), where it has any.
fn plain_form(c: char) -> Option<&'static str> {
    static TABLE: LazyLock<Vec<(u32, usize)>> = LazyLock::new(|| {
        let ends = LENGTHS.iter().scan(0, |end, length| {
            *end += usize::from(*length);
            Some(*end)
        });
        places(STEPS).zip(ends).collect()
    });
    let at = TABLE.binary_search_by_key(&u32::from(c), |(place, _)| *place).ok()?;
    let end = TABLE[at].1;
    FOLDS.get(end - usize::from(LENGTHS[at])..end)
}

/// Accents and other marks that stand on the letter before.
pub(crate) fn is_mark(c: char) -> bool {
    static TABLE: LazyLock<Vec<u32>> = LazyLock::new(|| places(MARKS).collect());
    let code = u32::from(c);
    code >= 0x300 && TABLE.binary_search(&code).is_ok()
}

/// Places from the steps between them, as the build script writes them.
fn places(mut steps: &'static [u8]) -> impl Iterator<Item = u32> {
    let mut place = 0;
    std::iter::from_fn(move || {
        let length = steps.iter().position(|byte| *byte < 0x80)? + 1;
        let (step, rest) = steps.split_at(length);
        steps = rest;
        place += step.iter().rev().fold(0, |step, byte| step << 7 | u32::from(byte & 0x7f));
        Some(place)
    })
}

/// Characters that show nothing: zero-width ones and the soft hyphen.
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{202a}'..='\u{202e}')
}

/// Apostrophes, straight and curly.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '`')
}

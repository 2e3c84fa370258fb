//! Numbers and addresses that belong to one person: phones, postcodes, pupil and insurance numbers, dates of birth, cards, places.
//!
//! One pass over the bytes: nothing is looked at before a digit, an `@`, `///` or "born" has been met. A bare number counts only by
//! its shape and checksum, or by the words in front of it.

pub(crate) mod around;
mod bank;
mod birth;
mod codes;
pub mod home;
pub mod live;
mod phone;
mod place;
mod postcode;
mod spoken;
pub mod whose;

use around::Word;
use std::ops::Range;

/// What an identifier is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A telephone number, its extension included.
    Phone,
    /// A postcode of the United Kingdom or the Crown dependencies.
    Postcode,
    /// A house number and street.
    Address,
    /// A mail address.
    Email,
    /// A National Insurance number.
    Nino,
    /// A unique pupil number.
    Upn,
    /// An NHS number.
    Nhs,
    /// A date of birth.
    BirthDate,
    /// A payment card number.
    Card,
    /// A bank's sort code.
    SortCode,
    /// A bank account number, IBAN included.
    Account,
    /// A driving licence number.
    Licence,
    /// A passport number.
    Passport,
    /// Coordinates, or three words for a place.
    Location,
}

impl What {
    /// The word that `beforehand spans` uses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Postcode => "postcode",
            Self::Address => "address",
            Self::Email => "email",
            Self::Nino => "nino",
            Self::Upn => "upn",
            Self::Nhs => "nhs",
            Self::BirthDate => "date-of-birth",
            Self::Card => "card",
            Self::SortCode => "sort-code",
            Self::Account => "account",
            Self::Licence => "driving-licence",
            Self::Passport => "passport",
            Self::Location => "location",
        }
    }
}

/// An identifier in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// What it is.
    pub what: What,
    /// Its bytes.
    pub place: Range<usize>,
}

/// Every identifier of a text, left to right, none overlapping another.
pub fn find(raw: &str) -> Vec<Identifier> {
    let mut scan = Scan { raw, at: 0, word: Word::default(), birth: None, found: Vec::new() };
    while let Some(skip) = raw.as_bytes().get(scan.at..).and_then(|rest| rest.iter().position(|byte| TRIGGERS[usize::from(*byte)] != 0)) {
        scan.at += skip;
        scan.step();
    }
    for one in spoken::find(raw) {
        let at = scan.found.partition_point(|other| other.place.start < one.place.start);
        let end = scan.found.get(at).map_or(raw.len(), |next| next.place.start);
        if one.place.end <= end && (at == 0 || scan.found[at - 1].place.end <= one.place.start) {
            scan.found.insert(at, one);
        }
    }
    scan.found
}

/// Bytes that an identifier is known by: 1 digits, 2 `@`, 3 `/`, 4 the `b` of "born" and "birth".
static TRIGGERS: [u8; 256] = {
    let mut table = [0; 256];
    let mut digit = b'0';
    while digit <= b'9' {
        table[digit as usize] = 1;
        digit += 1;
    }
    table[b'@' as usize] = 2;
    table[b'/' as usize] = 3;
    table[b'b' as usize] = 4;
    table[b'B' as usize] = 4;
    table
};

/// Where the search stands.
struct Scan<'a> {
    raw: &'a str,
    at: usize,
    /// The run of characters without a space in which `at` stands.
    word: Word,
    /// Where "born", "birth" or "DOB" may last have stood; dates elsewhere are nobody's birth.
    birth: Option<usize>,
    found: Vec<Identifier>,
}

impl Scan<'_> {
    fn step(&mut self) {
        let trigger = TRIGGERS[usize::from(self.raw.as_bytes()[self.at])];
        if trigger == 4 {
            return self.birth();
        }
        if !self.word.holds(self.at) {
            self.word = Word::around(self.raw, self.at, self.word.end);
        }
        if self.word.is_map {
            let found = place::link(self.raw, &self.word);
            return self.take(found, self.word.end);
        }
        match trigger {
            1 => self.number(),
            2 => {
                let found = codes::email(self.raw, self.at, self.last());
                self.take(found, self.at + 1);
            }
            _ => {
                let found = place::three_words(self.raw, self.at);
                self.take(found, self.at + 1);
            }
        }
    }

    /// The `b` of "born", "birth" or "DOB", as most are not.
    fn birth(&mut self) {
        let bytes = self.raw.as_bytes();
        let opens =
            matches!(bytes.get(self.at + 1), Some(b'o' | b'i' | b'O' | b'I')) && matches!(bytes.get(self.at + 2), Some(b'r' | b'R'));
        let closes = self.at > 0 && matches!(bytes[self.at - 1], b'o' | b'O' | b'.');
        if opens || closes {
            self.birth = Some(self.at);
        }
        let found = opens.then(|| birth::in_words(self.raw, self.at)).flatten();
        self.take(found, self.at + 1);
    }

    /// Whether words for a birth stand before a token, or may follow it.
    fn may_be_birth(&self, token: &Range<usize>) -> bool {
        let follows = |bytes: &[u8]| bytes.iter().take(30).any(|byte| matches!(byte, b'b' | b'B'));
        self.birth.is_some_and(|birth| token.start - birth < 80) || follows(&self.raw.as_bytes()[token.end..])
    }

    /// One past the last identifier.
    fn last(&self) -> usize {
        self.found.last().map_or(0, |last| last.place.end)
    }

    fn take(&mut self, found: Option<Identifier>, otherwise: usize) {
        let last = self.last();
        match found.filter(|found| found.place.start >= last) {
            Some(found) => {
                self.at = found.place.end.max(self.at + 1);
                self.found.push(found);
            }
            None => self.at = otherwise,
        }
    }

    /// A digit: the run of letters and digits around it decides what it may be.
    fn number(&mut self) {
        let raw = self.raw;
        let token = around::token(raw, self.at, self.last());
        let end = token.end.max(self.at + 1);
        if self.word.is_link {
            self.at = end;
            return;
        }
        let found = if token.start < self.at {
            lettered(raw, &token)
        } else {
            let born = self.may_be_birth(&token).then(|| birth::in_figures(raw, &token)).flatten();
            born.or_else(|| plain(raw, &token))
        };
        // Behind a number that is none of these another may begin, but not inside its letters.
        self.take(found, end);
    }
}

/// Tokens that begin with letters.
fn lettered(raw: &str, token: &Range<usize>) -> Option<Identifier> {
    codes::upn(raw, token)
        .or_else(|| codes::nino(raw, token))
        .or_else(|| postcode::find(raw, token))
        .or_else(|| codes::licence(raw, token))
        .or_else(|| codes::passport(raw, token))
        .or_else(|| bank::iban(raw, token))
}

/// Tokens that begin with a digit.
fn plain(raw: &str, token: &Range<usize>) -> Option<Identifier> {
    let groups = around::groups(raw, token.start);
    codes::nino(raw, token)
        .or_else(|| postcode::girobank(raw, token))
        .or_else(|| bank::sort_code_or_account(raw, &groups))
        .or_else(|| bank::card(raw, &groups))
        .or_else(|| phone::find(raw, &groups))
        .or_else(|| codes::nhs(raw, &groups))
        .or_else(|| codes::passport(raw, token))
        .or_else(|| place::coordinates(raw, token))
        .or_else(|| place::address(raw, token))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marks every identifier of a text: `«phone 01632 960001»`.
    #[track_caller]
    fn check(marked: &str) {
        let mut raw = String::new();
        let mut rest = marked;
        while let Some((before, after)) = rest.split_once('«') {
            let (inside, after) = after.split_once('»').expect("a closing mark");
            raw += before;
            raw += inside.split_once(' ').expect("what it is").1;
            rest = after;
        }
        raw += rest;
        let (mut found, mut last) = (String::new(), 0);
        for one in find(&raw) {
            found += &raw[last..one.place.start];
            found += &format!("«{} {}»", one.what.word(), &raw[one.place.clone()]);
            last = one.place.end;
        }
        found += &raw[last..];
        assert_eq!(found, marked);
    }

    #[test]
    fn telephones() {
        for marked in [
            "ring «phone 01632 960001» now",
            "«phone 01632960001», or «phone (01632) 960 001»",
            "«phone 020 7946 0123» and «phone 020 79 46 01 23»",
            "text me: «phone 07700 900123».",
            "«phone 07700900123»/«phone 07700-900-123»",
            "«phone 0 7 7 0 0 9 0 0 1 2 3» xx",
            "«phone 07 700 900 123»",
            "«phone +44 7700 900123» «phone +447700900123» «phone +44 (0)7700 900123» «phone +44(0)20 7946 0123»",
            "«phone +44 (20) 7946 0123», «phone 0044 7700 900123»",
            "«phone 0121/496 0123»",
            "(«phone 0113 496 0999»)",
            "«phone 0800 123 4567» or «phone 0800 123 456»",
            "«phone 020 7946 0123 ext. 42», «phone +442079460123x42», «phone 01632 960001 (ext 12)»",
            "«phone 07700\u{a0}900123», «phone 07700\u{2011}900\u{2011}123»",
            "«phone +33 1 42 68 53 00» «phone +353 1 234 5678», «phone 00 48 22 123 45 67»",
            "«phone (415) 555-0132» «phone 415-555-0132» «phone +1 415 555 0132» «phone 1-800-555-0132»",
            "call me on «phone 900 2309»",
            "my number is «phone 13812345678»",
            "the school landline: «phone 01632 96000»",
            "Mob:«phone 07700 900123» 2024",
            "call «phone oh seven seven double oh, nine hundred, one two three» now",
            "it's «phone oh-double-seven-double-oh 900 123». Ta",
            "«phone zero one seven three two 960 triple one»",
            "room 12 «phone 01632 960001»",
        ] {
            check(marked);
        }
    }

    #[test]
    fn other_numbers() {
        for plain in [
            "on 01/02/2012 at 10:30, 02/03/2012 1100, 07-07-2012 1234",
            "31/8/2011, 2014-04-12 04:04, 20120102 08:00",
            "07 08 09 10 11 12 and 01 12 23 34 45 56",
            "234567890112 650+253+1234 1650 x 253 - 1234",
            "order number 12345678, my student number is 123456789",
            "£07700900123 and $02079460123",
            "https://x.test/07700900123 @07700900123 #07700900123",
            "ISBN 0-19-852663-6, 978-0-19-852663-6",
            "0.1632 960001 1.234.567",
            "score 3-0, 10 out of 10, 1000000, 99.9 %, 2026",
            "A07700900123 07700900123B",
            "401-023-2138, 1234567890",
            "call 999 or 101, text 85258",
            "one two three four five six seven eight nine ten eleven",
            "oh seven of them came, double figures",
            "nil nil, then seven one, oh what a double",
        ] {
            check(plain);
        }
    }

    #[test]
    fn codes() {
        for marked in [
            "from «postcode SW1A 1AA» to «postcode EC1A1BB», «postcode M1 1AE»",
            "postcode «postcode bn11 2ab»",
            "Galaxy S23FE and S24 FE, M1 1AI, VA1 1AA, XA1 1AA, e3 3rd, b1 1st, W1 3PM, KS2 5AB",
            "ABCM11AADEF SW1A-1AA1 #SW1A1AA",
            "NI «nino AB123456C», «nino ab 12 34 56 c», «nino AB-12-34-56-C»",
            "BG123612A FQ 00 00 00 C AB 12 34 56 1 AB 12 34 56 E",
            "UPN «upn B801200005001» and «upn d33057750673v»",
            "B801200005002 A1234567890123",
            "NHS number «nhs 9434765919», «nhs 943 476 5919»",
            "943 476 5918 and 9434765919",
            "«card 4111 1111 1111 1111» «card 4111111111111111» «card 3782 822463 10005»",
            "4111 1111 1111 1112, 1234567812345678, 1234567890123",
            "sort code «sort-code 12-34-56» account «account 12345678»",
            "Acc no: «account 12345678», s/c «sort-code 12 34 56»",
            "12-34-56 and 12345678",
            "«account GB82 WEST 1234 5698 7654 32» «account GB82WEST12345698765432»",
            "GB82 WEST 1234 5698 7654 33",
            "passport «passport 123456789», licence «driving-licence MORGA657054SM9IJ»",
            "MORGA697054SM9IJ 123456789",
            "mail «email jo dot lee at gmail dot com», ta",
            "«email a.b+c@x-y.co.uk», <«email jo@xn--d1acufc.xn--p1ai»>. See me @home or a@b or info@x.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn births() {
        for marked in [
            "DOB «date-of-birth 03/05/2012»",
            "d.o.b. «date-of-birth 3.5.12», D.O.B: «date-of-birth 3rd May 2012»",
            "Date of birth: «date-of-birth 2012-05-03»; born on the «date-of-birth 3rd of May, 2012»",
            "he was born on «date-of-birth May 3rd, 2012» in Leeds",
            "born «date-of-birth 03-May-2012», date of birth\t«date-of-birth 03052012»",
            "born on the «date-of-birth third of May 2012»",
            "born on the «date-of-birth twenty-first of March two thousand and nine» here",
            "«date-of-birth 03/05/2012» (DOB)",
            "his birthday is «date-of-birth 3 May 2012»",
            "Birthday party on 3 May 2026. Meeting 03/05/2026, born to run 10 May",
            "Shakespeare was born on 23 April 1564; newborn on 3 May 2012",
            "the trip is on the third of May 2012, birth of a nation",
        ] {
            check(marked);
        }
    }

    #[test]
    fn places() {
        for marked in [
            "I live at «address 14 Elm Road», Worthing «postcode BN11 2AB»",
            "«address Flat 2, 14a St John's Wood Road», «address 7 The Avenue», «address 221B Baker Street»",
            "he lives at «address 9 mill lane»",
            "Year 9 Park Road walk, 20 minute drive, 3 way split, 10 Minute Maths, £5 Elm Road",
            "meet me at «location ///filled.count.soap» or «location 50.81234, -0.38123» or «location 51.5074° N, 0.1278° W»",
            "pi is 3.14159, e is 2.71828 //a.b.c ///a.b.c /// and/or 1/2",
            "here: «location https://maps.app.goo.gl/abC12».",
        ] {
            check(marked);
        }
    }

    #[test]
    fn nothing_is_everything() {
        for hostile in
            ["1 ".repeat(5_000), "9".repeat(20_000), "@".repeat(20_000), "/".repeat(20_000), "born ".repeat(5_000), "+(0) ".repeat(5_000)]
        {
            find(&hostile);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(raw in "([0-9A-Z@/+(). é-]|born |May |th )*") {
            let mut last = 0;
            for found in find(&raw) {
                proptest::prop_assert!(found.place.start >= last && found.place.end > found.place.start && raw.get(found.place.clone()).is_some());
                last = found.place.end;
            }
        }
    }
}

//! Reads a roster file: CSV or TSV as management systems export it, row by row.

use super::columns::{Column, column};
use super::variants::{Names, letters};
use super::{Person, Role, Roster};
use crate::clock::{self, DateError, Day};
use jiff::civil::Date;

/// Rows above the headings that may be a title.
const TITLE_ROWS: usize = 10;

/// What came of reading a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The people, as fingerprints.
    pub roster: Roster,
    /// How many of whom were taken, in the order pupils, leavers, staff, parents.
    pub counts: [usize; 4],
    /// Each heading and what it was taken for; empty when it is not used.
    pub columns: Vec<(String, String)>,
    /// Rows that were left out.
    pub refused: Vec<Refused>,
}

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Line in the file, from 1.
    pub line: u64,
    /// Why, and what to do.
    pub why: String,
}

impl Roster {
    /// Reads a CSV or TSV file. `file` (its name) tells staff and parents' lists where no column does;
    /// `today` tells leavers from pupils in the counts. Never fails: what cannot be used is listed.
    pub fn read(file: &str, bytes: &[u8], key: [u8; 16], today: Date) -> Import {
        let text = decode(bytes);
        let rows = rows(&text);
        let Some(head) = rows.iter().take(TITLE_ROWS).position(|(_, row)| is_heading(row)) else {
            let why = "no row of headings was found: the first lines need a heading such as Forename and Surname, or Full name".to_owned();
            return Import { refused: vec![Refused { line: 1, why }], ..Import::default() };
        };
        let table = Table::new(file, &rows[head].1, &rows[head + 1..]);
        let mut import = Import { columns: table.described(), ..Import::default() };
        import.roster.key = key;
        for (line, row) in &rows[head + 1..] {
            table.take(*line, row, today, &mut import);
        }
        import.roster = import.roster.settled();
        import
    }
}

/// The file's text: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252.
fn decode(bytes: &[u8]) -> String {
    let utf16 = |pair: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|two| pair([two[0], two[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xff, 0xfe, ..] => utf16(u16::from_le_bytes),
        [0xfe, 0xff, ..] => utf16(u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|&byte| windows_1252(byte)).collect(),
        },
    }
}

/// One byte of Windows-1252 (the WHATWG index); `encoding_rs` would bring every table into the wasm.
fn windows_1252(byte: u8) -> char {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match byte {
        0x80..=0x9f => HIGH.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
        _ => char::from(byte),
    }
}

/// Rows with the line they start on.
fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let (mut line, mut at) = (1, 0);
    while reader.read_record(&mut record).unwrap_or(false) {
        // The reader's own line is that of blank lines before the row, so lines are counted here.
        let start = record.position().map_or(at, |place| place.byte() as usize);
        let blank = text[start..].bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        line += text.as_bytes()[at..start + blank].iter().filter(|&&byte| byte == b'\n').count() as u64;
        at = start + blank;
        rows.push((line, record.iter().map(str::to_owned).collect()));
    }
    rows
}

/// The separator that the first lines use most.
fn delimiter(text: &str) -> u8 {
    let head: String = text.lines().take(TITLE_ROWS).collect();
    *b",\t;".iter().max_by_key(|&&mark| head.bytes().filter(|&byte| byte == mark).count()).unwrap_or(&b',')
}

/// A row of headings names people in one or two columns.
fn is_heading(row: &[String]) -> bool {
    let has = |wanted: &[Column]| row.iter().any(|cell| column(cell).is_some_and(|found| wanted.contains(&found)));
    let parts = has(&[Column::Surname, Column::LegalSurname]) && has(&[Column::Forename, Column::Preferred]);
    parts || (has(&[Column::FullName]) && (row.len() == 1 || row.iter().filter(|cell| column(cell).is_some()).count() > 1))
}

/// A file's columns and what its name and dates tell.
struct Table<'a> {
    headings: &'a [String],
    columns: Vec<Option<Column>>,
    role: Role,
    month_first: bool,
}

impl<'a> Table<'a> {
    fn new(file: &str, headings: &'a [String], rows: &[(u64, Vec<String>)]) -> Self {
        let mut columns: Vec<Option<Column>> = Vec::new();
        for heading in headings {
            // A heading met again belongs to someone else (a contact beside the pupil).
            let found = column(heading).filter(|found| !columns.contains(&Some(*found)) || *found == Column::Email);
            columns.push(found);
        }
        let mut table = Self { headings, columns, role: Role::Pupil, month_first: false };
        table.role = table.role_of_file(file);
        table.month_first = rows.iter().any(|(_, row)| table.cell(row, Column::Born).is_some_and(is_month_first));
        table
    }

    fn role_of_file(&self, file: &str) -> Role {
        let file = file.to_lowercase();
        if self.columns.contains(&Some(Column::StaffMark)) || file.contains("staff") || file.contains("teacher") {
            Role::Staff
        } else if file.contains("parent") || file.contains("carer") {
            Role::Parent
        } else if file.contains("leaver") || file.contains("alumni") {
            Role::Leaver
        } else {
            Role::Pupil
        }
    }

    fn described(&self) -> Vec<(String, String)> {
        let name = |column: &Option<Column>| column.map_or_else(String::new, |column| format!("{column:?}"));
        self.headings.iter().cloned().zip(self.columns.iter().map(name)).collect()
    }

    fn cells<'r>(&'r self, row: &'r [String], wanted: Column) -> impl Iterator<Item = &'r str> {
        self.columns
            .iter()
            .zip(row)
            .filter(move |(column, cell)| **column == Some(wanted) && !cell.is_empty())
            .map(|(_, cell)| cell.as_str())
    }

    fn cell<'r>(&'r self, row: &'r [String], wanted: Column) -> Option<&'r str> {
        self.cells(row, wanted).next()
    }

    /// Takes a row into the roster, or lists why not.
    fn take(&self, line: u64, row: &[String], today: Date, import: &mut Import) {
        if row.iter().all(String::is_empty) {
            return;
        }
        match self.person(row) {
            Ok((person, names)) => {
                import.counts[person.role_on(today) as usize] += 1;
                import.roster.add(person, names.ways());
            }
            Err(why) => import.refused.push(Refused { line, why }),
        }
    }

    fn person(&self, row: &[String]) -> Result<(Person, Names), String> {
        let names = self.names(row)?;
        let born = self.date(row, Column::Born)?;
        let turns = born.and_then(|born| Some([clock::birthday(born, 18)?.into(), clock::birthday(born, 19)?.into()]));
        let form = self.cell(row, Column::Form).or_else(|| self.cell(row, Column::Year)).unwrap_or_default();
        let person = Person {
            role: self.role(row)?,
            form: form.to_owned(),
            initials: initials(&names),
            turns,
            left: self.date(row, Column::Left)?.map(Day::from),
        };
        Ok((person, names))
    }

    fn names(&self, row: &[String]) -> Result<Names, String> {
        let list = |columns: &[Column]| -> Vec<String> {
            columns.iter().filter_map(|column| self.cell(row, *column)).map(str::to_owned).collect()
        };
        // The preferred forename is what a message may show as initials, so it comes first.
        let mut names = Names {
            forenames: list(&[Column::Preferred, Column::Forename]),
            surnames: list(&[Column::Surname, Column::LegalSurname]),
            handles: self.cells(row, Column::Email).chain(self.cells(row, Column::Handle)).map(str::to_owned).collect(),
        };
        if let Some((first, last)) =
            self.cell(row, Column::FullName).and_then(split_name).filter(|_| names.surnames.is_empty() || names.forenames.is_empty())
        {
            names.forenames.push(first);
            names.surnames.push(last);
        }
        let missing = |list: &[String]| list.iter().all(|name| letters(name).is_empty());
        match (missing(&names.forenames), missing(&names.surnames)) {
            (false, false) => Ok(names),
            (true, _) => Err("there is no forename".to_owned()),
            (_, true) => Err("there is no surname".to_owned()),
        }
    }

    fn role(&self, row: &[String]) -> Result<Role, String> {
        let Some(written) = self.cell(row, Column::Role) else { return Ok(self.role) };
        let folded = written.to_lowercase();
        let any = |words: &[&str]| words.iter().any(|word| folded.contains(word));
        if any(&["leaver", "former", "ex-", "alumn"]) {
            Ok(Role::Leaver)
        } else if any(&["pupil", "student", "learner", "child"]) || folded == "s" {
            Ok(Role::Pupil)
        } else if any(&["parent", "carer", "guardian", "contact"]) {
            Ok(Role::Parent)
        } else if any(&[
            "staff",
            "teach",
            "governor",
            "trustee",
            "head",
            "assistant",
            "admin",
            "support",
            "faculty",
            "aide",
            "professor",
            "instructor",
            "tutor",
        ]) {
            Ok(Role::Staff)
        } else {
            Err(format!("the role {written:?} is not pupil, leaver, staff or parent"))
        }
    }

    fn date(&self, row: &[String], column: Column) -> Result<Option<Date>, String> {
        let Some(written) = self.cell(row, column) else { return Ok(None) };
        let what = if column == Column::Born { "date of birth" } else { "leaving date" };
        if self.month_first && could_be_either(written) {
            return Err(format!(
                "the {what} {written:?} could be read in two ways, because the file also has months before days; write it as YYYY-MM-DD"
            ));
        }
        clock::date(written).map(Some).map_err(|why| match why {
            DateError::Unknown => format!("the {what} {written:?} is not a date; write it as DD/MM/YYYY or YYYY-MM-DD"),
            DateError::Impossible => format!("the {what} {written:?} is not a day that exists; days come before months"),
            DateError::ShortYear => format!("the {what} {written:?} has a year of two digits; write all four"),
        })
    }
}

/// Whether a date can only be read with the month first, as `12/19/1997`.
fn is_month_first(written: &str) -> bool {
    slashed(written).is_some_and(|(first, second)| first <= 12 && second > 12)
}

/// Whether a date reads both ways, as `03/04/2012`.
fn could_be_either(written: &str) -> bool {
    slashed(written).is_some_and(|(first, second)| first <= 12 && second <= 12 && first != second)
}

/// The first two numbers of a date with slashes.
fn slashed(written: &str) -> Option<(u8, u8)> {
    let mut parts = written.split('/');
    let pair = (parts.next()?.trim().parse().ok()?, parts.next()?.trim().parse().ok()?);
    parts.next().map(|_| pair)
}

/// `Surname, Forename` or `Forename … Surname`.
fn split_name(name: &str) -> Option<(String, String)> {
    let pair = name.split_once(',').map(|(last, first)| (first, last)).or_else(|| name.trim().rsplit_once(' '))?;
    Some((pair.0.trim().to_owned(), pair.1.trim().to_owned()))
}

/// First letters of the first forename and the first surname, `Frankie-May O'Neill` as `FO`.
fn initials(names: &Names) -> String {
    let first = |list: &[String]| list.first().and_then(|name| name.chars().find(|c| c.is_alphabetic()));
    [first(&names.forenames), first(&names.surnames)].into_iter().flatten().flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::Way;

    const TODAY: Date = Date::constant(2026, 11, 22);

    #[track_caller]
    fn check(file: &str, csv: &[u8], counts: [usize; 4], refused: &[(u64, &str)]) {
        let import = Roster::read(file, csv, [7; 16], TODAY);
        assert_eq!(import.counts, counts, "{}", String::from_utf8_lossy(csv));
        let found: Vec<(u64, &str)> = import.refused.iter().map(|row| (row.line, row.why.as_str())).collect();
        assert_eq!(found.len(), refused.len(), "{found:?}");
        for (found, expected) in found.iter().zip(refused) {
            assert!(found.0 == expected.0 && found.1.contains(expected.1), "{found:?}, not {expected:?}");
        }
    }

    #[test]
    fn files() {
        check("a.csv", b"Forename,Surname,DOB\nJo,Smith,15/08/2010\n\nAl,Lee,31/02/2010\n", [1, 0, 0, 0], &[(4, "not a day that exists")]);
        check(
            "a.csv",
            b"First name;Last name;Role\nJo;Smith;Pupil\nPat;Lee;Teacher\nSam;Ray;Parent\nA;B;Cat\n",
            [1, 0, 1, 1],
            &[(5, "\"Cat\"")],
        );
        check("a.tsv", b"Surname\tForename\tLeaving Date\nSmith\tJo\t2025-07-20\nLee\tAl\t2027-07-20\n", [1, 1, 0, 0], &[]);
        check("staff.csv", b"Name\n\"Smith, Jo\"\nPat Lee\nCher\n", [0, 0, 2, 0], &[(4, "no forename")]);
        check("a.csv", b"Class list for Year 9,,\nLegal Forename,Legal Surname,DOB\nJo,Smith,2012-07-01\n", [1, 0, 0, 0], &[]);
        check(
            "a.csv",
            b"First name,Surname,DOB\nJo,Smith,12/19/1997\nAl,Lee,03/04/1998\nDi,Ray,04/04/1998\n",
            [1, 0, 0, 0],
            &[(2, "days come before"), (3, "two ways")],
        );
        check("a.csv", b"Forename,Surname\n\xc9milie,N\xfa\xf1ez\n", [1, 0, 0, 0], &[]);
        check("a.csv", b"\xff\xfeF\0o\0r\0e\0n\0a\0m\0e\0,\0S\0u\0r\0n\0a\0m\0e\0\n\0J\0o\0,\0L\0e\0e\0\n\0", [1, 0, 0, 0], &[]);
        check("a.csv", b"nothing here", [0; 4], &[(1, "headings")]);
        check("a.csv", b"", [0; 4], &[(1, "headings")]);
    }

    #[test]
    fn no_name_is_kept() {
        let csv = b"Forename,Surname,DOB,Email\nJordan,Featherstonehaugh,15/08/2010,jf@x.example\n";
        let import = Roster::read("a.csv", csv, [7; 16], TODAY);
        let kept = String::from_utf8(import.roster.to_bytes()).expect("JSON").to_lowercase();
        for name in ["jordan", "feather", "2010", "jf@x"] {
            assert!(!kept.contains(name), "{name:?} is kept: {kept}");
        }
        assert_eq!(import.roster.called(Way::Full, "jordan featherstonehaugh").count(), 1);
        assert_eq!(Roster::from_bytes(&import.roster.to_bytes()), Some(import.roster));
    }
}

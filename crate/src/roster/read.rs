//! Reads roster files: CSV or TSV as management systems export it, row by row; roles and dates may stand in files of their own.

use super::columns::Column;
use super::names::{Names, letters};
use super::rows::{TITLE_ROWS, decode, delimiter, each};
use super::table::{Choice, Facts, Table};
use super::{Keeper, Role, Roster};
use csv::StringRecord;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What came of reading a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The people, as fingerprints.
    pub roster: Roster,
    /// How many of whom were taken, in the order pupils, leavers, staff, parents.
    pub counts: [usize; 4],
    /// Whether its columns could be told. If not, [`Self::columns`] are those of which a person may say what they hold.
    pub understood: bool,
    /// Each heading and the word for what it was taken for (see [`Column::word`]); empty when it is not used.
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

/// A file of a roster: its name (which may say whose list it is) and its bytes.
pub type File<'f> = (&'f str, &'f [u8]);

/// Is told now and then how much of all the work is done, as a part of a whole.
pub type Told<'t> = &'t mut dyn FnMut(u64, u64);

impl Roster {
    /// Reads a CSV or TSV file. `file` (its name) tells staff and parents' lists where no column does;
    /// `today` tells leavers from pupils in the counts. Never fails: what cannot be used is listed.
    pub fn read(file: &str, bytes: &[u8], key: [u8; 16], today: Date) -> Import {
        Self::read_all(&[(file, bytes)], &[], key, today, &mut |_, _| {}).pop().unwrap_or_default()
    }

    /// Reads files that belong together, with the person's corrections of what their columns hold; the roster of each holds
    /// its own people. A file without names that says who is what, or when they were born or left, is read into the others by its ids.
    pub fn read_all(files: &[File], choices: &[Choice], key: [u8; 16], today: Date, told: Told) -> Vec<Import> {
        let mut meter = Meter::of(files, told);
        let of = |at: usize| choices.iter().filter(move |choice| choice.file.is_none_or(|file| file == at)).collect::<Vec<_>>();
        let sheets: Vec<Result<Sheet, Unread>> =
            files.iter().enumerate().map(|(at, file)| Sheet::open(*file, &of(at), &mut meter)).collect();
        let mut facts = BTreeMap::new();
        let together = sheets.iter().flatten().any(|sheet| sheet.table.names_people());
        let refused: Vec<Vec<Refused>> = sheets
            .iter()
            .map(|sheet| sheet.as_ref().map_or_else(|_| Vec::new(), |sheet| sheet.note_facts(&mut facts, together, today, &mut meter)))
            .collect();
        let mut read = |(sheet, refused): (Result<Sheet, Unread>, Vec<Refused>)| match sheet {
            Ok(sheet) => sheet.import(refused, &facts, key, today, &mut meter),
            Err((columns, why)) => Import { columns, refused: vec![Refused { line: 1, why: why.to_owned() }], ..Import::default() },
        };
        sheets.into_iter().zip(refused).map(&mut read).collect()
    }
}

/// Reading a row twice, first for what it tells of its column, takes so many times as long for its people.
const TAKING: u64 = 4;

/// How many of all the rows have been read, by the ends of their lines.
struct Meter<'t> {
    done: u64,
    whole: u64,
    told: Told<'t>,
}

impl<'t> Meter<'t> {
    fn of(files: &[File], told: Told<'t>) -> Self {
        let lines: usize = files.iter().map(|(_, bytes)| bytes.iter().filter(|byte| **byte == b'\n').count() + 1).sum();
        Self { done: 0, whole: lines as u64 * (1 + TAKING), told }
    }

    /// A line is done, of those that a file has: `from` of all the work was done before that file.
    fn at(&mut self, from: u64, lines: u64) {
        self.done = (from + lines).min(self.whole);
        (self.told)(self.done, self.whole);
    }
}

/// What files without names say of people, by their id.
type ById = BTreeMap<String, Facts>;

/// The columns of a file that cannot be told, and why.
type Unread = (Vec<(String, String)>, &'static str);

/// A file whose headings have been found.
struct Sheet {
    text: String,
    delimiter: u8,
    table: Table,
    /// The line of the headings; 0 where there are none.
    head: u64,
}

impl Sheet {
    /// The file's rows and what its columns are; when these cannot be told, what can be said of it.
    fn open((file, bytes): File, choices: &[&Choice], meter: &mut Meter) -> Result<Self, Unread> {
        let text = decode(bytes).map_err(|why| (Vec::new(), why))?;
        let delimiter = delimiter(&text);
        let (table, head) = headings(file, &text, delimiter, choices)?;
        let mut sheet = Self { text, delimiter, table: Table::default(), head };
        sheet.table = sheet.noted(table, meter);
        Ok(sheet)
    }

    /// The table once every row has told what it tells of its column.
    fn noted(&self, mut table: Table, meter: &mut Meter) -> Table {
        let from = meter.done;
        self.rows(|line, row| {
            meter.at(from, line);
            if let Ok(row) = row {
                table.note(row);
            }
        });
        table.settle();
        table
    }

    /// Every row behind the headings.
    fn rows(&self, mut take: impl FnMut(u64, Result<&StringRecord, &'static str>)) {
        each(&self.text, self.delimiter, |line, row| {
            if line > self.head {
                take(line, row);
            }
            true
        });
    }

    /// Takes what a file without names says, where there is another to say it of.
    fn note_facts(&self, facts: &mut ById, together: bool, today: Date, meter: &mut Meter) -> Vec<Refused> {
        let mut refused = Vec::new();
        if self.table.names_people() {
            return refused;
        }
        if !together {
            let why = "this list has no names; load it together with the list that has them".to_owned();
            return vec![Refused { line: self.head, why }];
        }
        let from = meter.done;
        self.rows(|line, row| {
            meter.at(from, line * TAKING);
            match row.map_err(str::to_owned).and_then(|row| Ok((row, self.table.facts(row, today)?))) {
                Ok((row, said)) => self.id(row).into_iter().for_each(|id| facts.entry(id).or_default().with(&said)),
                Err(why) => refused.push(Refused { line, why }),
            }
        });
        refused
    }

    /// What the row calls its person: UPNs are written with spaces and in small letters too.
    fn id(&self, row: &StringRecord) -> Option<String> {
        self.table.cell(row, 0, Column::Id).map(|id| id.split_whitespace().collect::<String>().to_uppercase())
    }

    fn import(self, refused: Vec<Refused>, facts: &ById, key: [u8; 16], today: Date, meter: &mut Meter) -> Import {
        let mut import = Import { columns: self.table.described(), understood: true, refused, ..Import::default() };
        if !self.table.names_people() {
            return import;
        }
        let mut keeper = Keeper::new(key);
        let from = meter.done;
        self.rows(|line, row| {
            meter.at(from, line * TAKING);
            let taken = match row {
                Ok(row) if self.table.is_heading(row) || row.iter().all(str::is_empty) => Ok(()),
                Ok(row) => self.take(row, facts, today, &mut keeper, &mut import.counts),
                Err(why) => Err(why.to_owned()),
            };
            if let Err(why) = taken {
                import.refused.push(Refused { line, why });
            }
        });
        import.roster = keeper.done();
        import
    }

    /// Takes a row's person and the contacts beside them.
    fn take(&self, row: &StringRecord, facts: &ById, today: Date, keeper: &mut Keeper, counts: &mut [usize; 4]) -> Result<(), String> {
        let names = self.names(row, 0)?;
        let mut said = self.table.facts(row, today)?;
        if let Some(more) = self.id(row).and_then(|id| facts.get(&id)) {
            said.with(more);
        }
        let role = if said.role.is_none() { self.table.usual_role()? } else { Role::Pupil };
        let person = said.person(role, names.initials());
        counts[person.role_on(today) as usize] += 1;
        keeper.add(person, &names);
        for &whose in self.table.contacts() {
            if let Ok(names) = self.names(row, whose) {
                counts[Role::Parent as usize] += 1;
                keeper.add(Facts::default().person(Role::Parent, names.initials()), &names);
            }
        }
        Ok(())
    }

    fn names<'r>(&'r self, row: &'r StringRecord, whose: u8) -> Result<Names<'r>, String> {
        let list = |columns: &[Column]| -> Vec<&str> { columns.iter().filter_map(|column| self.table.cell(row, whose, *column)).collect() };
        // The preferred forename is what a message may show as initials, so it comes first.
        let mut names = Names {
            forenames: list(&[Column::Preferred, Column::Forename]),
            middle: self.table.cell(row, whose, Column::Middle),
            surnames: list(&[Column::PreferredSurname, Column::Surname, Column::LegalSurname]),
            handles: self.table.cells(row, whose, Column::Email).chain(self.table.cells(row, whose, Column::Handle)).collect(),
        };
        // "Preferred Name" may hold the surname too.
        if let Some((first, _)) =
            names.forenames.first().and_then(|name| split_name(name)).filter(|(_, last)| names.surnames.contains(last))
        {
            names.forenames[0] = first;
        }
        if let Some((first, last)) = self
            .table
            .cell(row, whose, Column::FullName)
            .and_then(split_name)
            .filter(|_| names.surnames.is_empty() || names.forenames.is_empty())
        {
            names.forenames.push(first);
            names.surnames.push(last);
        }
        let missing = |list: &[&str]| list.iter().all(|name| !name.contains(char::is_alphabetic) || letters(name).is_empty());
        match (missing(&names.forenames), missing(&names.surnames)) {
            (false, false) => Ok(names),
            (true, _) => Err("there is no forename".to_owned()),
            (_, true) => Err("there is no surname".to_owned()),
        }
    }
}

/// The row of headings, or a table without one whose columns were all chosen; else the columns of which a person may say what they hold.
fn headings(file: &str, text: &str, delimiter: u8, choices: &[&Choice]) -> Result<(Table, u64), Unread> {
    let (mut found, mut likely, mut first) = (None, None, None);
    let mut rows = 0;
    each(text, delimiter, |line, row| {
        rows += 1;
        let Ok(row) = row else { return rows < TITLE_ROWS };
        if rows == 1 {
            first = Some(Table::unheaded(file, row, choices));
        }
        let table = Table::new(file, row, choices);
        if table.is_headed() {
            found = Some((table, line));
        } else if likely.is_none() && table.is_likely() {
            likely = Some(table);
        }
        found.is_none() && rows < TITLE_ROWS
    });
    if let Some(found) = found {
        return Ok(found);
    }
    let (first, why) = match (first, likely) {
        (Some(first), _) if first.names_people() => return Ok((first, 0)),
        (_, Some(likely)) => {
            (Some(likely), "no row of headings that name people was found: a forename and a surname are needed, or a full name")
        }
        (first, None) => (first, "no row of headings was found: the first lines need a heading such as Forename and Surname, or Full name"),
    };
    Err((first.map(|table| table.described()).unwrap_or_default(), why))
}

/// `Surname, Forename`, `SURNAME Forename` or `Forename … Surname`, a title left out.
fn split_name(name: &str) -> Option<(&str, &str)> {
    const TITLES: &[&str] = &["mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir", "prof", "professor", "master"];
    let title = |word: &str| TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str());
    let bare = |name: &'_ str| -> usize { name.split_once(' ').filter(|(first, _)| title(first)).map_or(0, |(first, _)| first.len() + 1) };
    let name = name.trim();
    let name = name[bare(name)..].trim();
    if let Some((last, first)) = name.split_once(',') {
        let first = first.trim();
        let first = first[bare(first)..].trim();
        // "Smith, Jordan (9B)" and "Smith, Jordan, Lee".
        let end = first.find(['(', ',', '[']).unwrap_or(first.len());
        return Some((first[..end].trim(), last.trim()));
    }
    let (start, end) = (name.split_once(' ')?, name.rsplit_once(' ')?);
    let shouted = |word: &str| word.len() > 1 && !word.contains(char::is_lowercase);
    if shouted(start.0) && !shouted(end.1) {
        Some((start.1.trim(), start.0))
    } else {
        Some((particled(name, end.0).0, particled(name, end.0).1))
    }
}

/// Where the surname begins that ends a name: particles before it are its own.
fn particled<'n>(name: &'n str, first: &'n str) -> (&'n str, &'n str) {
    const PARTICLES: &[&str] =
        &["de", "van", "von", "der", "den", "bin", "al", "el", "o", "mac", "mc", "da", "la", "le", "ap", "del", "di", "du", "dos", "st"];
    let mut end = first.trim_end().len();
    while let Some((before, word)) = first[..end].rsplit_once(' ').filter(|(_, word)| PARTICLES.contains(&word.to_lowercase().as_str())) {
        debug_assert!(!word.is_empty());
        end = before.trim_end().len();
    }
    (name[..end].trim(), name[end..].trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people;
    use crate::text::Text;

    const TODAY: Date = Date::constant(2026, 11, 22);

    #[track_caller]
    fn check(file: &str, csv: &[u8], counts: [usize; 4], refused: &[(u64, &str)]) {
        let import = Roster::read(file, csv, [7; 16], TODAY);
        assert_eq!(import.counts, counts, "{}\n{:?}", String::from_utf8_lossy(csv), import.refused);
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
        let text = Text::new("jordan featherstonehaugh");
        assert_eq!(people::full_names(&text, &import.roster).len(), 1);
        assert_eq!(Roster::from_bytes(&import.roster.to_bytes()), Some(import.roster));
    }
}

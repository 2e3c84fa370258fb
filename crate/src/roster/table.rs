//! The columns of one roster file, and what its name, headings and cells tell of the people in it.

use super::columns::{self, Column, Place, fold};
use super::dates::Order;
use super::{Person, Role};
use crate::clock::{self, Day};
use csv::StringRecord;
use jiff::civil::Date;

/// A correction of what a column was taken for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Which of the files it is about, from 0; each of them when `None`.
    pub file: Option<usize>,
    /// The heading as the file writes it, or the column's number from 1.
    pub heading: String,
    /// What the column holds; nothing that is used when `None`.
    pub column: Option<Column>,
}

/// A file's columns.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Headings as written.
    pub headings: Vec<String>,
    /// What each is taken for.
    places: Vec<Option<Place>>,
    /// Who people are where no column says so.
    role: Role,
    /// Order of days and months: births, leavings.
    orders: [Order; 2],
    /// Whether a cell of the role column says a role that we know.
    any_role: bool,
    /// The contacts that have names of their own.
    contacts: Vec<u8>,
    /// Whether roles stand in another file, as Microsoft's School Data Sync has them.
    elsewhere: bool,
    /// Whether its row is one of headings.
    headings_are: Sure,
}

/// How sure it is that a row is one of headings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Sure {
    #[default]
    No,
    /// It has a heading that is known.
    Likely,
    /// Its headings name people or facts about them.
    Yes,
}

impl Table {
    /// A table whose headings are a row's cells; see [`Self::is_headed`].
    pub fn new(file: &str, row: &StringRecord, choices: &[&Choice]) -> Self {
        let headings: Vec<String> = row.iter().map(str::to_owned).collect();
        let mut places: Vec<Option<Place>> = headings.iter().map(|heading| columns::place(heading)).collect();
        let known = places.iter().flatten().count();
        repeated(&mut places);
        let mut chosen = false;
        for choice in choices {
            for (at, heading) in headings.iter().enumerate() {
                if choice.heading.trim() == (at + 1).to_string() || fold(heading) == fold(&choice.heading) {
                    chosen |= fold(heading) == fold(&choice.heading);
                    places[at] = choice.column.map(|column| (0, column));
                }
            }
        }
        let mut table = Self { headings, places, ..Self::default() };
        table.people_first();
        table.role = table.role_of_file(file);
        table.elsewhere = !table.has(0, &[Column::Role]) && table.headings.iter().any(|heading| fold(heading) == "sourcedid");
        // A line that only the person's numbers make a row of headings is one of people.
        let sure = known > 1 || chosen || known == 1 && table.headings.len() == 1;
        table.headings_are = match (known > 0 || chosen, sure && (table.names_people() || table.tells_facts())) {
            (_, true) => Sure::Yes,
            (true, false) => Sure::Likely,
            (false, false) => Sure::No,
        };
        table
    }

    /// A table without headings: its columns are all chosen by number.
    pub fn unheaded(file: &str, row: &StringRecord, choices: &[&Choice]) -> Self {
        let number = |at: usize| choices.iter().find(|choice| choice.heading.trim() == (at + 1).to_string());
        let places = (0..row.len()).map(|at| number(at).and_then(|choice| choice.column).map(|column| (0, column))).collect();
        let mut table = Self { headings: vec![String::new(); row.len()], places, ..Self::default() };
        table.role = table.role_of_file(file);
        table
    }

    /// Whether its row is one of headings that name people or facts about them.
    pub fn is_headed(&self) -> bool {
        self.headings_are == Sure::Yes
    }

    /// Whether its row has a heading that is known, though they do not name people together.
    pub fn is_likely(&self) -> bool {
        self.headings_are == Sure::Likely
    }

    fn has(&self, whose: u8, wanted: &[Column]) -> bool {
        self.places.iter().flatten().any(|(other, column)| *other == whose && wanted.contains(column))
    }

    /// Whether it has names.
    pub fn names_people(&self) -> bool {
        let surname = self.has(0, &[Column::Surname, Column::LegalSurname, Column::PreferredSurname]);
        self.has(0, &[Column::FullName]) || surname && self.has(0, &[Column::Forename, Column::Preferred])
    }

    /// Whether it says something about people whose names stand in another file.
    pub fn tells_facts(&self) -> bool {
        !self.names_people() && self.has(0, &[Column::Id]) && self.has(0, &[Column::Role, Column::Born, Column::Left])
    }

    /// A file that names only parents is a list of parents.
    fn people_first(&mut self) {
        if !self.places.iter().flatten().any(|(whose, column)| *whose == 0 && column.is_name()) {
            let first = self.places.iter().flatten().filter(|(_, column)| column.is_name()).map(|(whose, _)| *whose).min();
            let Some(first) = first else { return };
            for (whose, _) in self.places.iter_mut().flatten().filter(|(whose, _)| *whose == first) {
                *whose = 0;
            }
            self.role = Role::Parent;
        }
    }

    fn role_of_file(&self, file: &str) -> Role {
        let file = file.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
        let any = |words: &[&str]| words.iter().any(|word| file.contains(word));
        if self.role == Role::Parent || any(&["parent", "carer", "guardian", "contacts"]) {
            Role::Parent
        } else if self.has(0, &[Column::StaffMark]) || any(&["staff", "teacher", "governor"]) {
            Role::Staff
        } else if any(&["leaver", "alumni", "alumnae"]) {
            Role::Leaver
        } else {
            Role::Pupil
        }
    }

    /// Takes note of what a row tells of its columns.
    pub fn note(&mut self, row: &StringRecord) {
        for (order, column) in self.orders.iter_mut().zip([Column::Born, Column::Left]) {
            if let Some(written) = self.places.iter().zip(row).find(|(place, _)| **place == Some((0, column))).map(|(_, cell)| cell) {
                order.note(written);
            }
        }
        self.any_role = self.any_role || self.cell(row, 0, Column::Role).is_some_and(|written| role(written).is_some());
    }

    /// When every row has been noted: a column of roles that says none, as "Category: Day", is no column of roles.
    pub fn settle(&mut self) {
        let named = |whose: &u8| self.has(*whose, &[Column::Surname, Column::FullName, Column::LegalSurname]);
        self.contacts = (1..=10).filter(named).collect();
        let [born, left] = self.orders;
        self.orders = [born.or(left), left.or(born)];
        if !self.any_role {
            self.places.iter_mut().filter(|place| **place == Some((0, Column::Role))).for_each(|place| *place = None);
        }
    }

    /// Each heading and the word for what it was taken for.
    pub fn described(&self) -> Vec<(String, String)> {
        let name = |place: &Option<Place>| match place {
            Some((0, column)) => column.word().to_owned(),
            Some((_, column)) => format!("{} of a contact", column.word()),
            None => String::new(),
        };
        self.headings.iter().cloned().zip(self.places.iter().map(name)).collect()
    }

    /// Whether a row repeats the headings, as at the top of a printed page.
    pub fn is_heading(&self, row: &StringRecord) -> bool {
        row.len() == self.headings.len() && row.iter().zip(&self.headings).all(|(cell, heading)| cell == heading)
    }

    /// The cells of a column that hold something.
    pub fn cells<'r>(&'r self, row: &'r StringRecord, whose: u8, wanted: Column) -> impl Iterator<Item = &'r str> {
        // Null and None are surnames.
        let told = move |cell: &&str| {
            !cell.is_empty() && (wanted.is_name() || !matches!(*cell, "-" | "--" | "NULL" | "null" | "N/A" | "n/a" | "None" | "none"))
        };
        self.places.iter().zip(row).filter(move |(place, _)| **place == Some((whose, wanted))).map(|(_, cell)| cell).filter(told)
    }

    /// The first of [`Self::cells`].
    pub fn cell<'r>(&'r self, row: &'r StringRecord, whose: u8, wanted: Column) -> Option<&'r str> {
        self.cells(row, whose, wanted).next()
    }

    /// The contacts that have columns of their own.
    pub fn contacts(&self) -> &[u8] {
        &self.contacts
    }

    /// What a row says of somebody, names aside.
    pub fn facts(&self, row: &StringRecord, today: Date) -> Result<Facts, String> {
        let date = |order: usize, column: Column, what: &str| {
            self.cell(row, 0, column).map(|written| self.orders[order].date(what, written)).transpose()
        };
        let born = date(0, Column::Born, "date of birth")?;
        if let Some(born) = born.filter(|born| *born > today || born.year() < 1900) {
            return Err(format!("the date of birth {born} is not one that somebody can have"));
        }
        let role = match self.cell(row, 0, Column::Role) {
            Some(written) => Some(role(written).ok_or_else(|| format!("the role {written:?} is not pupil, leaver, staff or parent"))?),
            None => None,
        };
        let gone = self.cell(row, 0, Column::Status).is_some_and(is_gone);
        let role = if gone && role.unwrap_or(self.role) == Role::Pupil { Some(Role::Leaver) } else { role };
        let left = date(1, Column::Left, "leaving date")?;
        let year = self.cell(row, 0, Column::Year).map(year);
        let form = self.cell(row, 0, Column::Form).map(str::to_owned).or(year);
        Ok(Facts { role, form, born, left })
    }

    /// Who somebody is whose row and whose other files say nothing of it.
    pub fn usual_role(&self) -> Result<Role, String> {
        if self.elsewhere {
            return Err(
                "nothing says whether this is a pupil, staff or a parent; load the file of roles (roles.csv) together with this one"
                    .to_owned(),
            );
        }
        Ok(self.role)
    }
}

/// What a row says of somebody, names aside.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    pub role: Option<Role>,
    pub form: Option<String>,
    pub born: Option<Date>,
    pub left: Option<Date>,
}

impl Facts {
    /// With what another row says where this one says nothing; of two roles that of staff counts.
    pub fn with(&mut self, other: &Self) {
        self.role = if other.role == Some(Role::Staff) { other.role } else { self.role.or(other.role) };
        self.form = self.form.take().or_else(|| other.form.clone());
        self.born = self.born.or(other.born);
        self.left = self.left.or(other.left);
    }

    /// What is kept of it.
    pub fn person(self, role: Role, initials: String) -> Person {
        let turns = self.born.and_then(|born| Some([clock::birthday(born, 18)?.into(), clock::birthday(born, 19)?.into()]));
        Person { role: self.role.unwrap_or(role), form: self.form.unwrap_or_default(), initials, turns, left: self.left.map(Day::from) }
    }
}

/// A heading of a name that is met again belongs to a contact beside the pupil, with the addresses behind it.
fn repeated(places: &mut [Option<Place>]) {
    let mut met: Vec<Place> = Vec::new();
    let mut contact = 0;
    for place in places {
        let Some((0, column)) = *place else { continue };
        let names = column.is_name();
        if names && met.contains(&(contact, column)) {
            contact += 1;
        }
        let theirs = contact > 0 && (names || matches!(column, Column::Email | Column::Handle | Column::Middle));
        let whose = if theirs { contact } else { 0 };
        let again = met.contains(&(whose, column)) && !matches!(column, Column::Email | Column::Handle);
        *place = (!again && contact < 10).then_some((whose, column));
        met.push((whose, column));
    }
}

/// "8" and "Year  8" as "Year 8".
fn year(written: &str) -> String {
    let plain = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if plain.parse::<u8>().is_ok_and(|year| (1..=13).contains(&year)) { format!("Year {plain}") } else { plain }
}

/// What says that somebody has left.
fn is_gone(written: &str) -> bool {
    let folded = fold(written);
    ["leaver", "former", "alumn", "offroll", "expupil", "exstudent"].iter().any(|word| folded.contains(word)) || folded == "left"
}

/// Who somebody is, as a cell says it.
fn role(written: &str) -> Option<Role> {
    const STAFF: &str = "staff teach governor trustee headteacher deputy assistant admin support faculty aide professor instructor tutor lecturer manager \
        officer technician mentor caretaker cleaner librarian nurse counsellor secretary bursar employee coordinator senco hlta supervisor chaplain principal";
    const PARENT: &str = "parent carer guardian mother father contact";
    const PUPIL: &str = "pupil student learner child";
    if matches!(written, "Pupil" | "Student" | "pupil" | "student") {
        return Some(Role::Pupil);
    }
    let folded = written.to_lowercase();
    let any = |words: &str| words.split_whitespace().any(|word| folded.contains(word));
    if is_gone(written) {
        Some(Role::Leaver)
    } else if any(STAFF) || matches!(&folded[..], "t" | "ta" | "head") {
        Some(Role::Staff)
    } else if any(PARENT) {
        Some(Role::Parent)
    } else if any(PUPIL) || folded == "s" || folded.contains("/year") {
        Some(Role::Pupil)
    } else {
        None
    }
}

//! The columns of a file, each with a choice of what it holds.

use crate::dom::{add, make, set};
use crate::words::capital;
use beforehand_shared::lists::{ColumnFound, Corrected, FileFound};
use web_sys::{Element, HtmlSelectElement};

/// As it was read, of a column that belongs to a contact beside the pupil: nothing that a person would choose.
const AS_READ: &str = "as read";
/// Not used.
const NOTHING: &str = "";

/// The choices of a file's columns.
pub struct Columns {
    /// The headings and what may be chosen: as long as these are the same, so are the elements, and the keyboard stays where it is.
    headings: Vec<String>,
    selects: Vec<HtmlSelectElement>,
}

impl Columns {
    /// Makes the choices of a file, into a grid.
    pub fn of(number: usize, file: &FileFound, kinds: &[String], grid: &Element) -> Self {
        let mut selects = Vec::new();
        grid.set_text_content(None);
        for (at, column) in file.columns.iter().enumerate() {
            let (field, select) = choice(number, at, column, kinds);
            add(grid, &[&field]);
            selects.push(select);
        }
        let columns = Self { headings: headings(file), selects };
        columns.draw(file);
        columns
    }

    /// Whether they are the choices of this file still.
    pub fn fit(&self, file: &FileFound) -> bool {
        self.headings == headings(file)
    }

    /// Shows what each column was taken for.
    pub fn draw(&self, file: &FileFound) {
        for (select, column) in self.selects.iter().zip(&file.columns) {
            select.set_value(if is_contacts(column) { AS_READ } else { &column.taken });
        }
    }

    /// What the person says of a column by the choice in its element; `None` when it stays as it was read.
    pub fn corrected(&self, number: usize, at: usize) -> (String, Option<Corrected>) {
        let heading = heading(&self.headings, at);
        let value = self.selects.get(at).map(HtmlSelectElement::value).unwrap_or_default();
        let said = (value != AS_READ).then(|| Corrected { file: number, heading: heading.clone(), what: value });
        (heading, said)
    }
}

fn is_contacts(column: &ColumnFound) -> bool {
    column.taken.ends_with(" of a contact")
}

fn headings(file: &FileFound) -> Vec<String> {
    file.columns.iter().map(|column| column.heading.clone()).collect()
}

/// By its heading where that names one column, as the reader compares them, else by its number.
fn heading(headings: &[String], at: usize) -> String {
    let fold = |heading: &str| heading.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let own = headings.get(at).map(|heading| heading.trim()).unwrap_or_default();
    let same = headings.iter().filter(|heading| fold(heading) == fold(own)).count();
    if fold(own).is_empty() || same > 1 { (at + 1).to_string() } else { own.to_owned() }
}

fn choice(number: usize, at: usize, column: &ColumnFound, kinds: &[String]) -> (Element, HtmlSelectElement) {
    let select: HtmlSelectElement = make("select", "", "");
    select.set_id(&format!("roster-column-{number}-{at}"));
    set(&select, "data-file", &number.to_string());
    set(&select, "data-column", &at.to_string());
    if is_contacts(column) {
        option(&select, AS_READ, &capital(&column.taken));
    }
    option(&select, NOTHING, "Not used");
    for kind in kinds {
        option(&select, kind, &label(kind));
    }
    let heading = if column.heading.is_empty() { format!("Column {}", at + 1) } else { column.heading.clone() };
    (crate::dom::field(&heading, &select), select)
}

fn option(select: &Element, value: &str, words: &str) {
    let option: Element = make("option", "", words);
    set(&option, "value", value);
    add(select, &[&option]);
}

/// What a column holds, in words that say it to whoever does not know the software.
fn label(kind: &str) -> String {
    match kind {
        "id" => "Number that links lists (UPN, ID)".to_owned(),
        "staff mark" => "Something only staff have".to_owned(),
        "status" => "Whether they are on roll".to_owned(),
        "form" => "Form or class".to_owned(),
        "full name" => "Full name, in one column".to_owned(),
        _ => capital(kind),
    }
}

#[cfg(test)]
mod tests {
    use super::heading;

    #[track_caller]
    fn check(headings: &[&str], expected: &[&str]) {
        let headings: Vec<String> = headings.iter().map(|heading| (*heading).to_owned()).collect();
        let found: Vec<String> = (0..headings.len()).map(|at| heading(&headings, at)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn columns_are_called_by_heading_or_number() {
        check(&["Forename", " Surname ", ""], &["Forename", "Surname", "3"]);
        check(&["Name", "name:", "Class"], &["1", "2", "Class"]);
    }
}

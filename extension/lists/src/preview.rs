//! What was found in the files: how many of whom, what each column was taken for, which rows are left out and why.

use crate::columns::Columns;
use crate::dom::{add, fill, make, named, say, set, show};
use crate::words::{capital, count, grouped, people, series};
use beforehand_shared::lists::{Corrected, FileFound, Found, LISTED};
use web_sys::{Element, HtmlElement};

/// What is shown of a file.
struct Part {
    counts: Element,
    used: Element,
    columns: Option<Columns>,
    details: Element,
    grid: Element,
    left: Element,
    rows: Element,
}

/// What is shown of all the files.
pub struct Preview {
    parts: Vec<Part>,
}

impl Preview {
    /// Makes a part for each file.
    pub fn of(found: &Found, into: &Element) -> Self {
        let (sections, parts): (Vec<Element>, Vec<Part>) = found.files.iter().enumerate().map(|(at, file)| part(at, file)).unzip();
        fill(into, &sections);
        let mut preview = Self { parts };
        preview.draw(found);
        preview
    }

    /// Whether it has a part for each of these files.
    pub fn fits(&self, found: &Found) -> bool {
        self.parts.len() == found.files.len()
    }

    /// Shows what was found now.
    pub fn draw(&mut self, found: &Found) {
        for (at, (part, file)) in self.parts.iter_mut().zip(&found.files).enumerate() {
            part.draw(at, file, &found.kinds);
        }
    }

    /// What the person said of a column just now.
    pub fn corrected(&self, file: usize, column: usize) -> Option<(String, Option<Corrected>)> {
        Some(self.parts.get(file)?.columns.as_ref()?.corrected(file, column))
    }
}

fn part(at: usize, file: &FileFound) -> (Element, Part) {
    let section: Element = make("div", "lists-file", "");
    let details: Element = make("details", "", "");
    let grid: Element = make("div", "lists-columns", "");
    let left: Element = named("p", &format!("roster-left-{at}"), "", "");
    let rows: HtmlElement = make("ul", "lists-left", "");
    // It scrolls, and the keyboard must reach it.
    rows.set_tab_index(0);
    set(&rows, "aria-labelledby", &left.id());
    let hint: Element = make("p", "hint", "If a column holds something else, say so here: the list is read again at once.");
    add(&details, &[&make("summary", "", "Correct the columns"), &hint, &grid]);
    let (counts, used): (Element, Element) = (make("p", "", ""), make("p", "hint", ""));
    add(&section, &[&make("h4", "", &file.name), &counts, &left, &rows, &used, &details]);
    (section, Part { counts, used, columns: None, details, grid, left, rows: rows.into() })
}

impl Part {
    fn draw(&mut self, at: usize, file: &FileFound, kinds: &[String]) {
        say(&self.counts, &counted(file));
        say(&self.used, &used(file));
        show(&self.details, !file.columns.is_empty());
        match self.columns.as_ref().filter(|columns| columns.fit(file)) {
            Some(columns) => columns.draw(file),
            None => self.columns = Some(Columns::of(at, file, kinds, &self.grid)),
        }
        if !file.understood {
            set(&self.details, "open", "");
        }
        self.draw_left(file);
    }

    fn draw_left(&self, file: &FileFound) {
        show(&self.left, file.left > 0);
        show(&self.rows, file.left > 0);
        let whole = !file.understood || file.counts == [0; 4] && file.left == 1;
        let title = if whole { "Why:".to_owned() } else { format!("{} left out:", count(file.left, "row is", "rows are")) };
        say(&self.left, &title);
        let row = |line: u64, why: &str| make("li", "", &format!("Line {}: {why}.", grouped(line as usize)));
        let mut rows: Vec<Element> = file.rows.iter().map(|left| row(left.line, &left.why)).collect();
        if file.left > LISTED {
            rows.push(make("li", "", &format!("and {} more.", grouped(file.left - LISTED))));
        }
        fill(&self.rows, &rows);
    }
}

/// Who is in a file; a file of roles or birthdays has nobody of its own.
fn counted(file: &FileFound) -> String {
    let said = people(file.counts);
    match (said.is_empty(), file.understood) {
        (false, _) => capital(&said),
        (true, true) if file.left == 0 => "Nobody of its own: what it says of people is used with the other lists.".to_owned(),
        (true, _) => "Nobody could be read from this.".to_owned(),
    }
}

/// Which columns are used and which are not.
fn used(file: &FileFound) -> String {
    let headings = |taken: bool| {
        let some = file.columns.iter().filter(|column| column.taken.is_empty() != taken && !column.heading.is_empty());
        series(&some.map(|column| column.heading.clone()).collect::<Vec<_>>())
    };
    match (headings(true), headings(false)) {
        (used, unused) if used.is_empty() && unused.is_empty() => String::new(),
        (used, _) if used.is_empty() => "No column is used.".to_owned(),
        (used, unused) if unused.is_empty() => format!("Columns used: {used}."),
        (used, unused) => format!("Columns used: {used}. Not used: {unused}."),
    }
}

#[cfg(test)]
mod tests {
    use super::{counted, used};
    use beforehand_shared::lists::{ColumnFound, FileFound};

    #[track_caller]
    fn check(counts: [usize; 4], left: usize, columns: &[(&str, &str)], who: &str, which: &str) {
        let column = |(heading, taken): &(&str, &str)| ColumnFound { heading: (*heading).to_owned(), taken: (*taken).to_owned() };
        let columns: Vec<ColumnFound> = columns.iter().map(column).collect();
        let file = FileFound { counts, left, understood: !columns.is_empty(), columns, ..FileFound::default() };
        assert_eq!((counted(&file).as_str(), used(&file).as_str()), (who, which));
    }

    #[test]
    fn files_are_told() {
        let some = [("Forename", "forename"), ("Surname", "surname"), ("Shoe size", "")];
        check([2, 0, 0, 1], 0, &some, "2 pupils and 1 parent or carer", "Columns used: Forename and Surname. Not used: Shoe size.");
        check([0, 0, 1, 0], 3, &some[..2], "1 member of staff", "Columns used: Forename and Surname.");
        check([0; 4], 0, &some[2..], "Nobody of its own: what it says of people is used with the other lists.", "No column is used.");
        check([0; 4], 4, &some, "Nobody could be read from this.", "Columns used: Forename and Surname. Not used: Shoe size.");
        check([0; 4], 1, &[], "Nobody could be read from this.", "");
    }
}

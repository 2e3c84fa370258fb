//! What crosses between the screen for people's lists and the worker that reads them.

use beforehand::json;

/// Of one file so many rows that were left out are listed; more are counted.
pub const LISTED: usize = 200;

/// What the screen asks of the worker.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// The key to fingerprint with.
    pub key: [u8; 16],
    /// The present day, `YYYY-MM-DD`.
    pub today: String,
    /// What the person said of columns.
    pub choices: Vec<Corrected>,
}

/// What the person said of a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrected {
    /// The file's number, from 0.
    pub file: usize,
    /// The column's heading, or its number from 1.
    pub heading: String,
    /// The word for what it holds; none when it holds nothing that is used.
    pub what: String,
}

/// What was found in all the files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// File by file.
    pub files: Vec<FileFound>,
    /// The words for what a column may hold.
    pub kinds: Vec<String>,
}

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileFound {
    /// Its name.
    pub name: String,
    /// Pupils, leavers, staff, parents.
    pub counts: [usize; 4],
    /// Whether its columns could be told.
    pub understood: bool,
    /// Its columns.
    pub columns: Vec<ColumnFound>,
    /// How many rows were left out.
    pub left: usize,
    /// The first of these.
    pub rows: Vec<RowLeft>,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnFound {
    /// Its heading as written; none where there are no headings.
    pub heading: String,
    /// The word for what it was taken for; none when it is not used.
    pub taken: String,
}

/// A row that was left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowLeft {
    /// Its line, from 1.
    pub line: u64,
    /// Why.
    pub why: String,
}

json!(Asked, strict { key: Need, today: Need, choices: Need });
json!(Corrected, strict { file: Need, heading: Need, what: Need });
json!(Found, strict { files: Need, kinds: Need });
json!(FileFound, strict { name: Need, counts: Need, understood: Need, columns: Need, left: Need, rows: Need });
json!(ColumnFound, strict { heading: Need, taken: Need });
json!(RowLeft, strict { line: Need, why: Need });

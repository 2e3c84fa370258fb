//! Small lists, each with one trap: how many of whom are read, and which lines are left out and why.

use super::{KEY, today};
use beforehand::Roster;

/// A file: its name, its text, its pupils, leavers, staff and parents, and the lines that are left out.
type Row = (&'static str, &'static str, [usize; 4], &'static [(u64, &'static str)]);

const ROWS: &[Row] = &[
    // headings
    ("a.csv", "Forename,Surname\nJo,Smith\n", [1, 0, 0, 0], &[]),
    ("a.csv", "FORENAME,SURNAME\nJo,Smith\n", [1, 0, 0, 0], &[]),
    ("a.csv", "First_Name,Last_Name\nJo,Smith\n", [1, 0, 0, 0], &[]),
    ("a.csv", "firstName,lastName\nJo,Smith\n", [1, 0, 0, 0], &[]),
    ("a.csv", "givenName,familyName\nJo,Smith\n", [1, 0, 0, 0], &[]),
    ("a.csv", "Student Forename,Student Surname\nJo,Smith\n", [1, 0, 0, 0], &[]),
    ("a.csv", "First Name (legal),Last Name\nJo,Smith\n", [1, 0, 0, 0], &[]),
    (
        "a.csv",
        "First Name [Required],Last Name [Required],Org Unit Path [Required]\nJo,Smith,/Staff/IT\nAl,Lee,/Students/Year 7\n",
        [1, 0, 1, 0],
        &[],
    ),
    ("a.csv", "Legal Surname,Legal Forename,Preferred Surname,Preferred Forename\nSmith,Jo,,Joey\nLee,Al,Ray,\n", [2, 0, 0, 0], &[]),
    ("a.csv", "Surname,Preferred Forename\nSmith,Joey\n", [1, 0, 0, 0], &[]),
    ("a.csv", "Surname,DOB\nSmith,2012-07-01\n", [0; 4], &[(1, "headings")]),
    ("a.csv", "Subject,Room\nMaths,12\n", [0; 4], &[(1, "headings")]),
    // titles, blank lines, pages
    ("a.csv", "\n\nYear 9 list,,\n\nForename,Surname,DOB\nJo,Smith,2012-07-01\n", [1, 0, 0, 0], &[]),
    ("a.csv", "sep=;\nForename;Surname\nJo;Smith\n", [1, 0, 0, 0], &[]),
    ("a.csv", "Forename,Surname\nJo,Smith\nForename,Surname\nAl,Lee\n", [2, 0, 0, 0], &[]),
    ("a.csv", "Forename,Surname\n\n\nJo,Smith\n,\nAl,Lee\n", [2, 0, 0, 0], &[]),
    ("a.csv", "Forename,Surname,Form\nJo,Smith,9B\nTotal: 1,,\n", [1, 0, 0, 0], &[(3, "no surname")]),
    ("a.csv", "Forename,Surname\r\nJo,Smith\r\nAl,\r\n", [1, 0, 0, 0], &[(3, "no surname")]),
    ("a.csv", "Forename,Surname\rJo,Smith\rAl,Lee\r", [2, 0, 0, 0], &[]),
    // separators and quotation marks
    ("a.tsv", "Forename\tSurname\nJo\tSmith, Jr\n", [1, 0, 0, 0], &[]),
    ("a.csv", "Forename|Surname\nJo|Smith\n", [1, 0, 0, 0], &[]),
    ("a.csv", "Name;Form\n\"Smith, Jo\";9B\n\"Lee, Al\";9B\n", [2, 0, 0, 0], &[]),
    ("a.csv", "Forename,Surname,Address\nJo,Smith,\"1 Low Lane,\nLeeds\"\nAl,Lee,x\n", [2, 0, 0, 0], &[]),
    ("a.csv", "Forename,Surname\n\"Jo,Smith\nAl,Lee\nDi,Ray\n", [2, 0, 0, 0], &[(2, "quotation mark")]),
    ("a.csv", "Forename,Surname\nJo,\"Smith \"\"Smithy\"\"\"\n", [1, 0, 0, 0], &[]),
    ("a.csv", "Forename,Surname\n\"Jo\",\"Smith\"\n", [1, 0, 0, 0], &[]),
    ("a.csv", "Forename,Surname\nJo \"Jojo\" B,Smith\n", [1, 0, 0, 0], &[]),
    ("a.csv", "Forename,Surname,Form\nJo,Smith\nAl,Lee,9B,extra,cells\n", [2, 0, 0, 0], &[]),
    // names in one column
    ("a.csv", "Name\n\"Smith, Jo\"\n\"Lee, Al\"\n", [2, 0, 0, 0], &[]),
    ("a.csv", "Pupil Name,Reg\nSMITH Jo,9B\nJo Lee Smith,9B\n", [2, 0, 0, 0], &[]),
    ("a.csv", "Full Name,Reg\nJo van Dyke,9B\n\"Smith, Jo (9B)\",9B\n", [2, 0, 0, 0], &[]),
    ("a.csv", "Full Name,Reg\nCher,9B\n\"Smith,\",9B\n", [0; 4], &[(2, "no forename"), (3, "no forename")]),
    ("a.csv", "Forename,Surname,Full Name\n,,Jo Smith\nAl,Lee,Lee Al\n", [2, 0, 0, 0], &[]),
    ("a.csv", "Preferred Name,Forename,Surname\nJoey Smith,Joseph,Smith\n", [1, 0, 0, 0], &[]),
    ("a.csv", "Forename,Surname\n---,Smith\n1234,5678\n", [0; 4], &[(2, "no forename"), (3, "no forename")]),
    // roles
    (
        "a.csv",
        "Forename,Surname,Role\nJo,Smith,Student\nAl,Lee,Teaching Assistant\nDi,Ray,Parent/Carer\nEd,Fox,Former pupil\n",
        [1, 1, 1, 1],
        &[],
    ),
    (
        "a.csv",
        "Forename,Surname,Role\nJo,Smith,Parent Governor\nAl,Lee,Student Teacher\nDi,Ray,Pupil Support Assistant\n",
        [0, 0, 3, 0],
        &[],
    ),
    ("a.csv", "Forename,Surname,User Type\nJo,Smith,S\nAl,Lee,T\nDi,Ray,X\n", [1, 0, 1, 0], &[(4, "\"X\"")]),
    ("a.csv", "Forename,Surname,Category\nJo,Smith,Day\nAl,Lee,Boarder\n", [2, 0, 0, 0], &[]),
    ("a.csv", "Forename,Surname,Status\nJo,Smith,Active\nAl,Lee,Leaver\nDi,Ray,Off roll\n", [1, 2, 0, 0], &[]),
    ("staff.csv", "Forename,Surname\nJo,Smith\n", [0, 0, 1, 0], &[]),
    ("my files/2025 parents and carers.csv", "Forename,Surname\nJo,Smith\n", [0, 0, 0, 1], &[]),
    ("staff/year9.csv", "Forename,Surname\nJo,Smith\n", [1, 0, 0, 0], &[]),
    ("leavers.csv", "Forename,Surname\nJo,Smith\n", [0, 1, 0, 0], &[]),
    ("a.csv", "Forename,Surname,Staff Code\nJo,Smith,JSM\n", [0, 0, 1, 0], &[]),
    ("a.csv", "Parent Forename,Parent Surname,Email\nJo,Smith,jo@home.example\n", [0, 0, 0, 1], &[]),
    // contacts beside the pupil
    (
        "a.csv",
        "Forename,Surname,Class,Contact 1 Forename,Contact 1 Surname,Contact 2 Name\nJo,Smith,9B,Pat,Smith,Sam Ray\nAl,Lee,9B,,,\n",
        [2, 0, 0, 2],
        &[],
    ),
    ("a.csv", "Forename,Surname,Title,Forename,Surname,Home Email\nJo,Smith,Mrs,Pat,Smith,pat@home.example\n", [1, 0, 0, 1], &[]),
    // dates
    (
        "a.csv",
        "Forename,Surname,DOB\nJo,Smith,15/08/2010\nAl,Lee,2010-08-15\nDi,Ray,15-Aug-2010\nEd,Fox,15 August 2010\n",
        [4, 0, 0, 0],
        &[],
    ),
    (
        "a.csv",
        "Forename,Surname,DOB\nJo,Smith,31/02/2010\nAl,Lee,30/02/2012\nDi,Ray,29/02/2012\n",
        [1, 0, 0, 0],
        &[(2, "not a day"), (3, "not a day")],
    ),
    ("a.csv", "Forename,Surname,DOB\nJo,Smith,15/08/10\nAl,Lee,soon\n", [0; 4], &[(2, "two digits"), (3, "not a date")]),
    ("a.csv", "Forename,Surname,DOB\nJo,Smith,03/04/2012\n", [1, 0, 0, 0], &[]),
    ("a.csv", "Forename,Surname,DOB\nJo,Smith,3/4/2012\n", [0; 4], &[(2, "two ways")]),
    ("a.csv", "Forename,Surname,DOB\nJo,Smith,3/4/2012\nAl,Lee,15/4/2012\n", [2, 0, 0, 0], &[]),
    ("a.csv", "Forename,Surname,DOB\nJo,Smith,3/4/2012\nAl,Lee,4/15/2012\nDi,Ray,12/31/2011\nEd,Fox,1/30/2012\n", [4, 0, 0, 0], &[]),
    (
        "a.csv",
        "Forename,Surname,DOB\nJo,Smith,03/04/2012\nAl,Lee,04/15/2012\nDi,Ray,31/12/2011\n",
        [1, 0, 0, 0],
        &[(2, "two ways"), (3, "days come before")],
    ),
    ("a.csv", "Forename,Surname,DOB\nJo,Smith,15/08/2036\nAl,Lee,15/08/1836\n", [0; 4], &[(2, "somebody"), (3, "somebody")]),
    ("a.csv", "Forename,Surname,DOB\nJo,Smith,NULL\nAl,Lee,-\nDi,Ray,\n", [3, 0, 0, 0], &[]),
    ("a.csv", "Forename,Surname,DOB\nJo,Smith,2010-08-15 00:00:00.000000\nAl,Lee,15/08/2010 00:00\n", [2, 0, 0, 0], &[]),
    (
        "a.csv",
        "Forename,Surname,Leaving Date\nJo,Smith,20/07/2025\nAl,Lee,20/07/2027\nDi,Ray,22/11/2026\nEd,Fox,when?\n",
        [1, 2, 0, 0],
        &[(5, "leaving date")],
    ),
    (
        "a.csv",
        "Forename,Surname,DOB,Leaving Date\nJo,Smith,1/30/2010,7/8/2027\nAl,Lee,2/28/2010,\nDi,Ray,3/28/2010,\n",
        [2, 0, 0, 0],
        &[(2, "two ways")],
    ),
    // letters
    ("a.csv", "\u{feff}Forename,Surname\nZoë,Núñez\nSiân,Wójcik\n", [2, 0, 0, 0], &[]),
    ("a.csv", "Forename,Surname\n习,王\nМария,Петрова\n", [2, 0, 0, 0], &[]),
    ("a.csv", "UPN,Forename,Surname\na 1234 5678 9013,Jo,O'Neill\nA123456789013,Al,O’Neill\n", [2, 0, 0, 0], &[]),
    // what is no list
    ("a.xlsx", "PK\u{3}\u{4}and so on", [0; 4], &[(1, "Excel workbook")]),
    ("a.pdf", "%PDF-1.7", [0; 4], &[(1, "PDF")]),
    ("a.xml", "<?xml version=\"1.0\"?><CTFfile/>", [0; 4], &[(1, "XML")]),
];

#[test]
fn traps() {
    let mut wrong = Vec::new();
    for (file, text, counts, refused) in ROWS {
        let import = Roster::read(file, text.as_bytes(), KEY, today());
        let same = import.refused.len() == refused.len()
            && import.refused.iter().zip(*refused).all(|(found, (line, why))| found.line == *line && found.why.contains(why));
        if import.counts != *counts || !same || import.roster.len() != counts.iter().sum::<usize>() {
            wrong.push(format!("{file} {text:?}\n   {:?} {:?}, not {counts:?} {refused:?}", import.counts, import.refused));
        }
    }
    assert!(ROWS.len() >= 60, "{} rows", ROWS.len());
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), ROWS.len(), wrong.join("\n"));
}

#[test]
fn encodings() {
    let text = "Forename,Surname\nÉmilie,Núñez\nJo,Smith\n";
    let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let western: Vec<u8> = text.chars().map(|c| c as u32 as u8).collect();
    let files: [(&str, Vec<u8>); 7] = [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with a mark", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("UTF-16", [&[0xff, 0xfe][..], &utf16(u16::to_le_bytes)].concat()),
        ("UTF-16, big end first", [&[0xfe, 0xff][..], &utf16(u16::to_be_bytes)].concat()),
        ("UTF-16 without a mark", utf16(u16::to_le_bytes)),
        ("UTF-16 without a mark, big end first", utf16(u16::to_be_bytes)),
        ("Windows-1252", western),
    ];
    for (what, bytes) in files {
        let import = Roster::read("a.csv", &bytes, KEY, today());
        assert_eq!(import.counts, [2, 0, 0, 0], "{what}: {:?}", import.refused);
        let text = beforehand::text::Text::new("Emilie Nunez");
        assert_eq!(beforehand::people::full_names(&text, &import.roster).len(), 1, "{what}");
    }
}

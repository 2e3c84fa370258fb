//! Which column of a roster file is which, by the headings that management systems write.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Legal or only forename.
    Forename,
    /// Preferred forename.
    Preferred,
    /// Surname, preferred or only.
    Surname,
    /// Legal surname, where the file has both.
    LegalSurname,
    /// Forename and surname in one.
    FullName,
    /// Pupil, leaver, staff or parent.
    Role,
    /// Form, registration, tutor or class group.
    Form,
    /// Year group.
    Year,
    /// Date of birth.
    Born,
    /// Leaving date.
    Left,
    /// Mail address or user name.
    Email,
    /// Social handle.
    Handle,
    /// A column that only staff lists have.
    StaffMark,
}

/// Headings, folded to lower-case letters and single spaces, for each column. Sources: the exports of
/// SIMS, Arbor, Bromcom, ScholarPack, Google, Wonde, Microsoft School Data Sync and vendors' templates.
const HEADINGS: &[(Column, &[&str])] = &[
    (
        Column::Forename,
        &[
            "forename",
            "first name",
            "firstname",
            "given name",
            "givenname",
            "legal forename",
            "legal first name",
            "first name required",
            "forenames",
            "first names",
            "christian name",
        ],
    ),
    (
        Column::Preferred,
        &[
            "preferred forename",
            "preferred first name",
            "preferred name",
            "preferredfirstname",
            "preferredforename",
            "known as",
            "chosen name",
            "chosen first name",
            "preferred given name",
        ],
    ),
    (
        Column::Surname,
        &[
            "surname",
            "last name",
            "lastname",
            "family name",
            "familyname",
            "preferred surname",
            "preferred last name",
            "preferredlastname",
            "last name required",
        ],
    ),
    (Column::LegalSurname, &["legal surname", "legal last name"]),
    (
        Column::FullName,
        &[
            "name",
            "full name",
            "fullname",
            "pupil name",
            "student name",
            "pupil",
            "student",
            "display name",
            "displayname",
            "staff name",
            "parent name",
            "preferred full name",
            "legal full name",
        ],
    ),
    (
        Column::Role,
        &["role", "roles", "type", "user type", "usertype", "person type", "category", "org unit path required", "org unit path"],
    ),
    (
        Column::Form,
        &[
            "form",
            "form group",
            "reg",
            "reg group",
            "reg form",
            "registration",
            "registration group",
            "registration form",
            "tutor group",
            "tutorgroup",
            "class",
            "class name",
            "form tutor group",
            "current registration form",
        ],
    ),
    (Column::Year, &["year", "year group", "yeargroup", "nc year", "grade", "current nc year", "national curriculum year"]),
    (Column::Born, &["dob", "date of birth", "dateofbirth", "date_of_birth", "birthdate", "birth date", "birthday", "d o b"]),
    (
        Column::Left,
        &["leaving date", "date of leaving", "leave date", "leavingdate", "leaving_date", "dol", "left", "end date", "date left"],
    ),
    (
        Column::Email,
        &[
            "email",
            "e mail",
            "email address",
            "email address required",
            "work email",
            "work email address",
            "school email",
            "school email address",
            "home email",
            "primary email",
            "username",
            "user name",
        ],
    ),
    (Column::Handle, &["handle", "handles", "social handle", "twitter", "instagram", "social media"]),
    (Column::StaffMark, &["staff code", "staffcode", "job title", "payroll number", "contract start"]),
];

/// What a heading stands for.
pub fn column(heading: &str) -> Option<Column> {
    let folded = fold(heading);
    HEADINGS.iter().find(|(_, names)| names.contains(&folded.as_str())).map(|(column, _)| *column)
}

/// Lower-case letters, digits and underscores with single spaces.
fn fold(heading: &str) -> String {
    let spaced: String = heading.chars().map(|c| if c.is_alphanumeric() || c == '_' { c.to_ascii_lowercase() } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

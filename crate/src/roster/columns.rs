//! Which column of a roster file is which, by the headings that management systems write.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Legal or only forename.
    Forename,
    /// Preferred forename.
    Preferred,
    /// Middle names.
    Middle,
    /// Surname, legal or only.
    Surname,
    /// Preferred surname.
    PreferredSurname,
    /// Legal surname, where the file has both.
    LegalSurname,
    /// Forename and surname in one.
    FullName,
    /// Pupil, leaver, staff or parent.
    Role,
    /// Whether they are on roll; only "leaver" and the like is read.
    Status,
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
    /// What tells one person from another across files.
    Id,
    /// A column that only staff lists have.
    StaffMark,
}

/// Each column, the word by which a person chooses it, and its headings, folded to lower-case letters and figures without spaces.
///
/// Sources: the exports of SIMS, Arbor, Bromcom, ScholarPack, Google, Wonde, Microsoft School Data Sync and vendors' templates.
const COLUMNS: &[(Column, &str, &str)] = &[
    (
        Column::Forename,
        "forename",
        "forename firstname givenname legalforename legalfirstname firstnamerequired firstnamelegal forenames firstnames christianname legalgivenname",
    ),
    (
        Column::Preferred,
        "preferred forename",
        "preferredforename preferredfirstname preferredname knownas chosenname chosenfirstname preferredgivenname chosenforename usualforename",
    ),
    (Column::Middle, "middle names", "middlename middlenames middlenameorinitial legalmiddlenames"),
    (Column::Surname, "surname", "surname lastname familyname lastnamerequired"),
    (
        Column::PreferredSurname,
        "preferred surname",
        "preferredsurname preferredlastname pnpreferredsurname chosensurname usualsurname preferredfamilyname",
    ),
    (Column::LegalSurname, "legal surname", "legalsurname legallastname legalfamilyname"),
    (
        Column::FullName,
        "full name",
        "name fullname pupilname studentname learnername pupil student displayname staffname preferredfullname legalfullname childsname childname teachername",
    ),
    (Column::Role, "role", "role roles type usertype persontype category orgunitpathrequired orgunitpath"),
    (Column::Status, "status", "status enrolmentstatus enrollmentstatus onroll rollstatus"),
    (
        Column::Form,
        "form",
        "form formgroup reg reggroup regform registration registrationgroup registrationform tutorgroup class classname formtutorgroup currentregistrationform registrationgroupname formclass",
    ),
    (Column::Year, "year", "year yeargroup ncyear grade currentncyear nationalcurriculumyear curriculumyear yr yeartaught"),
    (Column::Born, "date of birth", "dob dateofbirth birthdate birthday datebirth born"),
    (Column::Left, "leaving date", "leavingdate dateofleaving leavedate dol left enddate dateleft leaverdate"),
    (
        Column::Email,
        "email",
        "email emailaddress emailaddressrequired workemail workemailaddress schoolemail schoolemailaddress homeemail homeemailaddress primaryemail secondaryemail personalemail username adusername mainemail emailhome emailwork",
    ),
    (Column::Handle, "handle", "handle handles socialhandle twitter instagram socialmedia snapchat tiktok"),
    (
        Column::Id,
        "id",
        "id upn sourcedid usersourcedid sisid admissionnumber admissionno adno admno pupilid studentid misid personid uniquepupilnumber",
    ),
    (Column::StaffMark, "staff mark", "staffcode jobtitle payrollnumber contractstart staffid teachernumber trn"),
];

impl Column {
    /// Every column that a person can choose, in the order in which they are asked.
    pub fn all() -> impl Iterator<Item = Self> {
        COLUMNS.iter().map(|(column, _, _)| *column)
    }

    /// The word by which a person knows it.
    pub fn word(self) -> &'static str {
        COLUMNS.iter().find(|(column, _, _)| *column == self).map_or("", |(_, word, _)| word)
    }

    /// The column that a person means by a word.
    pub fn named(word: &str) -> Option<Self> {
        COLUMNS.iter().find(|(_, name, _)| fold(name) == fold(word)).map(|(column, _, _)| *column)
    }

    /// Whether it holds names.
    pub(super) fn is_name(self) -> bool {
        matches!(self, Self::Forename | Self::Preferred | Self::Surname | Self::PreferredSurname | Self::LegalSurname | Self::FullName)
    }
}

/// Whose a column is, 0 for the person of the row, from 1 for contacts beside them, and what it stands for.
pub(super) type Place = (u8, Column);

/// What a heading stands for: "Contact 2 Surname" is the second contact's.
pub(super) fn place(heading: &str) -> Option<Place> {
    const OWN: &[&str] = &["student", "pupil", "learner", "childs", "child"];
    const CONTACTS: &[&str] =
        &["parentcarer", "parent", "contact", "carer", "guardian", "mothers", "mother", "fathers", "father", "emergencycontact"];
    let folded = fold(heading);
    let own = OWN.iter().filter_map(|word| folded.strip_prefix(word)).find_map(known);
    if let Some(column) = known(&folded).or(own) {
        return Some((0, column));
    }
    let rest = CONTACTS.iter().find_map(|word| folded.strip_prefix(word))?;
    let figures = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let father = u8::from(folded.starts_with("father"));
    let number = rest[..figures].parse::<u8>().unwrap_or(1).clamp(1, 9) + father;
    known(&rest[figures..])
        .filter(|column| column.is_name() || matches!(column, Column::Email | Column::Handle))
        .map(|column| (number, column))
}

fn known(folded: &str) -> Option<Column> {
    COLUMNS.iter().find(|(_, _, names)| names.split(' ').any(|name| name == folded)).map(|(column, _, _)| *column)
}

/// Lower-case letters and figures, nothing between.
pub(super) fn fold(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

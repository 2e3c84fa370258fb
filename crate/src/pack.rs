//! Policy packs: one TOML file a policy, every clause of it, readable and editable by a trust's IT.

pub use crate::file::FileError;
use crate::file::read;
use crate::json;
use crate::json::{Read, Reader, Write};
use crate::verdict::Severity;

/// A built-in pack.
#[derive(Clone, Copy, Debug)]
pub struct PackSource {
    /// The file's stem.
    pub id: &'static str,
    /// The file, turned into JSON by the build.
    pub json: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// One policy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pack {
    /// The file's stem; set by the reader.
    pub id: String,
    /// Whose policy it is.
    pub trust: String,
    /// A short form for messages.
    pub short: String,
    /// The document's title.
    pub title: String,
    /// The document's date in words; empty when it carries none.
    pub dated: String,
    /// The document it was made from.
    pub source: String,
    /// What it calls those who learn: `pupil` or `student`.
    pub learner: String,
    /// Its clauses in the document's own order.
    pub clauses: Vec<Clause>,
}

json!(Pack, strict { trust: Need, short: Need, title: Need, dated: Need, source: May, learner: Need, clauses: May = "clause" });

/// One clause of a policy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clause {
    /// Stable name within the pack.
    pub id: String,
    /// Place in the document.
    pub r#where: String,
    /// What it asks of staff, in our words.
    pub says: String,
    /// How it is handled.
    pub does: Does,
    /// `check`: the kind that checks it.
    pub kind: String,
    /// `check`: when.
    pub moments: Vec<Occasion>,
    /// `check`: how findings are shown, when not as the kind does by itself.
    pub severity: Option<Severity>,
    /// `check`: what this policy sets.
    pub with: With,
    /// `beyond`: why a browser cannot check it.
    pub reason: String,
}

json!(Clause, strict { id: Need, r#where: Need, says: Need, does: Need, kind: May, moments: May, severity: May, with: May, reason: May });

/// How a clause is handled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Does {
    /// Checked when it matters.
    Check,
    /// Shown to staff at the right place.
    #[default]
    Guide,
    /// Outside what a browser can see.
    Beyond,
}

json!(words Does { Check = "check", Guide = "guide", Beyond = "beyond" });

/// When a clause is checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the policy packs' own words")]
pub enum Occasion {
    Post,
    Comment,
    Repost,
    Profile,
    Message,
    Connect,
    Email,
    EmailExternal,
    EmailInternal,
    EmailToPupil,
    EmailReply,
    EmailForward,
    EmailRead,
    MailSettings,
    UploadImage,
    UploadVideo,
    Play,
    PlayInClass,
    Review,
    SearchInClass,
    Page,
    SignUpForm,
    SignInForm,
    NewPassword,
    Download,
    Upload,
    OnDemand,
    Schedule,
    SiteFirstVisit,
    Yearly,
    FirstRun,
    PolicyChange,
    BrowserStart,
    #[default]
    Always,
}

json!(words Occasion { Post = "post", Comment = "comment", Repost = "repost", Profile = "profile", Message = "message", Connect = "connect", Email = "email", EmailExternal = "email-external", EmailInternal = "email-internal", EmailToPupil = "email-to-pupil", EmailReply = "email-reply", EmailForward = "email-forward", EmailRead = "email-read", MailSettings = "mail-settings", UploadImage = "upload-image", UploadVideo = "upload-video", Play = "play", PlayInClass = "play-in-class", Review = "review", SearchInClass = "search-in-class", Page = "page", SignUpForm = "sign-up-form", SignInForm = "sign-in-form", NewPassword = "new-password", Download = "download", Upload = "upload", OnDemand = "on-demand", Schedule = "schedule", SiteFirstVisit = "site-first-visit", Yearly = "yearly", FirstRun = "first-run", PolicyChange = "policy-change", BrowserStart = "browser-start", Always = "always" });

macro_rules! with {
    ($($(#[$doc:meta])* $field:ident : $type:ty,)*) => {
        /// What a policy sets for a kind; a misspelt name is refused.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct With { $($(#[$doc])* pub $field: $type,)* }

        json!(With, strict { $($field: Skip),* });
    };
}

with! {
    /// Whose names, whose matters: `pupil`, `staff`, `parent`, `community`.
    people: Vec<String>,
    /// Who or what is excepted.
    except: Except,
    /// Connections with pupils: `never` or `permission`.
    pupils: String,
    /// Connections with parents: `never` or `permission`.
    parents: String,
    /// Who gives permission.
    permission_from: String,
    /// Age in years from which ex-pupils may be befriended.
    ex_pupils_until_age: Option<u32>,
    /// `advised against`.
    ex_pupils: String,
    /// Strangers' requests: a severity.
    unknown_people: Option<Severity>,
    /// The disclaimer that the policy suggests.
    suggest: String,
    /// Mails exchanged before the rule of 2 speaks up.
    exchanged: Option<u32>,
    /// Days without a mail after which the rule of 2 counts anew.
    silence_days: Option<u32>,
    /// The other parties of the rule of 2.
    with: Vec<String>,
    /// How much of a video must be watched.
    coverage: String,
    /// Whom to ask, or what to confirm.
    ask: Ask,
    /// What unrated material may not hold.
    unrated: Vec<String>,
    /// Which kinds of offence, sites or files.
    categories: Vec<String>,
    /// Whom it is about.
    about: Vec<String>,
    /// Which topics.
    topics: Vec<String>,
    /// Which solicitations.
    types: Vec<String>,
    /// Which personal data.
    data: Vec<String>,
    /// Whose personal data.
    whose: String,
    /// What is required.
    require: String,
    /// Which system.
    system: String,
    /// What a full name is replaced with.
    replace_with: String,
    /// From when, `HH:MM`.
    from: String,
    /// Until when, `HH:MM`.
    to: String,
    /// Which days.
    days: String,
    /// Whom to tell.
    report_to: String,
    /// Which signs.
    signs: Vec<String>,
    /// How many steps.
    steps: Option<u32>,
    /// What is covered.
    covers: Vec<String>,
    /// When it applies.
    when: String,
    /// Which kind of account.
    required: String,
    /// Megabytes (10^6 bytes).
    over_mb: Option<u64>,
    /// How often on a work day.
    times_a_day: Option<u32>,
    /// Where to report.
    link: String,
    /// A remark for readers of the pack.
    note: String,
    /// How many statements are confirmed.
    statements: Option<u32>,
    /// Where the confirmation is recorded.
    record: String,
    /// Characters a password needs.
    min_length: Option<u32>,
    /// Classes of characters a password needs.
    needs: Vec<String>,
    /// No common passwords.
    no_common: bool,
    /// No names of the person or school.
    no_personal: bool,
    /// No dictionary words.
    no_dictionary_word: bool,
}

/// One or several exceptions.
pub type Except = OneOrMany;
/// One or several people to ask.
pub type Ask = OneOrMany;

/// A string or a list of strings.
#[derive(Clone, Debug, PartialEq)]
pub enum OneOrMany {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl Default for OneOrMany {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl Read for OneOrMany {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        if from.peek() != b'"' {
            let mut many = Vec::new();
            many.read(from)?;
            *self = Self::Many(many);
            return Some(());
        }
        *self = Self::One(from.string("a string")?.into_owned());
        Some(())
    }
}

impl Write for OneOrMany {
    fn write(&self, to: &mut String) {
        match self {
            Self::One(one) => one.write(to),
            Self::Many(many) => many.write(to),
        }
    }

    fn is_absent(&self) -> bool {
        self.words().is_empty()
    }
}

impl OneOrMany {
    /// All of them.
    pub fn words(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }

    /// Whether `word` is among them.
    pub fn has(&self, word: &str) -> bool {
        self.words().iter().any(|one| one == word)
    }
}

impl Pack {
    /// A built-in pack.
    pub fn builtin(id: &str) -> Option<Self> {
        Self::of(BUILTIN, id)
    }

    /// Of a built-in pack what is checked: the other clauses are left out. Verdicts are the same.
    pub fn checked(id: &str) -> Option<Self> {
        Self::of(CHECKED, id)
    }

    /// The ids of the built-in packs.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        CHECKED.iter().map(|source| source.id)
    }

    fn of(sources: &[PackSource], id: &str) -> Option<Self> {
        let source = sources.iter().find(|source| source.id == id)?;
        let pack: Self = json::read(source.json).ok()?;
        Some(Self { id: source.id.to_owned(), ..pack })
    }

    /// Reads a pack; `file` is named in errors, and its stem becomes the id.
    pub fn parse(file: &str, toml: &str) -> Result<Self, FileError> {
        let mut pack: Self = read(file, toml)?;
        Self::id_of(file).clone_into(&mut pack.id);
        pack.prove(file)?;
        Ok(pack)
    }

    /// The id of the pack in a file: its stem.
    pub fn id_of(file: &str) -> &str {
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        name.strip_suffix(".toml").unwrap_or(name)
    }

    /// Refuses clauses that say one thing twice, or say `check` without a kind.
    fn prove(&self, file: &str) -> Result<(), FileError> {
        for (i, clause) in self.clauses.iter().enumerate() {
            let wrong = if self.clauses[..i].iter().any(|other| other.id == clause.id) {
                "its id is already taken; give each clause its own"
            } else if clause.does == Does::Check && !crate::kinds::is_known(&clause.kind) {
                "it is a `check` without a known `kind`; see the list of kinds in the packs' README"
            } else if clause.does == Does::Check && clause.moments.is_empty() {
                "it is a `check` without `moments`; say when it applies"
            } else {
                continue;
            };
            return Err(FileError { file: file.to_owned(), line: 0, column: 0, message: format!("clause {:?}: {wrong}", clause.id) });
        }
        Ok(())
    }

    /// The policy as messages cite it: short name and date.
    pub fn cited(&self) -> String {
        match self.dated.as_str() {
            "" => self.short.clone(),
            dated => format!("{}, {dated}", self.short),
        }
    }
}

//! The act: what someone is about to post, send, play or open, as `contract.md` defines it.
//!
//! Every field may be absent, which means "not known". Fields that the contract does not name are
//! refused by name, so that a misspelt field never silently weakens a check.

use crate::json;
use crate::json::{Raw, Read, Reader, Write};

macro_rules! shape {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields))]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }

        json!($name, strict { $($field: Skip),* });
    };
}

/// The moment at which someone acts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "kebab-case"))]
pub enum Moment {
    /// A post on a social site or blog; what plain text is taken for.
    #[default]
    Post,
    /// A comment or reply under a post.
    Comment,
    /// Passing on someone else's post.
    Repost,
    /// Editing one's own public profile or bio.
    Profile,
    /// A direct message.
    Message,
    /// Sending mail.
    Email,
    /// Reading mail.
    EmailRead,
    /// A friend, follow or connect request, sent or accepted.
    Connect,
    /// Attaching a picture or video.
    Image,
    /// A video about to play.
    Video,
    /// Opening a page.
    Page,
    /// A search.
    Search,
    /// Signing up or in to a service.
    SignUp,
    /// Choosing a password.
    Password,
    /// A download or upload.
    Transfer,
    /// The settings of a mailbox.
    MailSettings,
    /// Publishing a video.
    VideoUpload,
}

json!(words Moment { Post = "post", Comment = "comment", Repost = "repost", Profile = "profile", Message = "message", Email = "email", EmailRead = "email-read", Connect = "connect", Image = "image", Video = "video", Page = "page", Search = "search", SignUp = "sign-up", Password = "password", Transfer = "transfer", MailSettings = "mail-settings", VideoUpload = "video-upload" });

shape! {
    /// One act, as it is checked.
    Act {
        /// Echoed back in the verdict.
        id: Option<String>,
        /// Pack id; overrides the caller's choice.
        policy: Option<String>,
        /// When in the person's work this is.
        moment: Moment,
        /// The draft, the mail body, the typed password or the search words.
        text: String,
        /// Subject of a mail.
        subject: Option<String>,
        /// When the person acts, RFC 3339.
        at: Option<String>,
        /// The person using the software.
        author: Author,
        /// `email-read`: who sent the mail being read.
        from: Option<String>,
        /// Recipients: `Name <a@b>` or bare addresses; for messages the other person's name or handle.
        to: Vec<String>,
        /// Copied recipients.
        cc: Vec<String>,
        /// Blind copied recipients.
        bcc: Vec<String>,
        /// Whether mail is being forwarded.
        forwarded: Option<bool>,
        /// Whether mail is being replied to.
        reply: Option<bool>,
        /// Earlier mails, oldest first, without the one being written or read.
        thread: Vec<Mail>,
        /// Addresses the person has corresponded with before, when that is known.
        known: Option<Vec<String>>,
        /// "We have spoken" mark on this thread, RFC 3339.
        spoken_at: Option<String>,
        /// The other person of a connection or message.
        person: Option<Person>,
        /// What is attached to a post.
        media: Vec<Media>,
        /// What is attached to a mail.
        attachments: Vec<Attachment>,
        /// Links of a mail being read.
        links: Vec<Link>,
        /// The video about to play or be published.
        video: Option<Video>,
        /// The page being opened or acted on.
        page: Option<Page>,
        /// The download or upload.
        transfer: Option<Transfer>,
    }
}

shape! {
    /// The person using the software.
    Author {
        /// Display name.
        name: Option<String>,
        /// Handle with or without `@`.
        handle: Option<String>,
        /// Their public bio on this site.
        bio: Option<String>,
        /// Mail address or handle in use, or typed into a sign-up form.
        account: Option<String>,
        /// Whether this is an account of the school.
        branded: bool,
    }
}

shape! {
    /// One earlier mail of a thread.
    Mail {
        /// Sender.
        from: Option<String>,
        /// Recipients.
        to: Vec<String>,
        /// Copied recipients.
        cc: Vec<String>,
        /// When it was sent, RFC 3339.
        date: Option<String>,
        /// Its subject.
        subject: Option<String>,
        /// Its text.
        body: Option<String>,
        /// Whether a program sent it.
        auto: Option<bool>,
    }
}

shape! {
    /// The other person of a connection or a message.
    Person {
        /// Display name.
        name: Option<String>,
        /// Handle with or without `@`.
        handle: Option<String>,
        /// Their public bio.
        bio: Option<String>,
        /// `send`, `accept`, `follow` or `message`.
        action: Option<Action>,
        /// Close family of the person acting.
        family: Option<bool>,
        /// Whether permission is on file.
        permission: Option<bool>,
    }
}

/// What is done with a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(rename_all = "kebab-case"))]
pub enum Action {
    /// Sending a request.
    #[default]
    Send,
    /// Accepting one.
    Accept,
    /// Following.
    Follow,
    /// Opening or sending a direct message.
    Message,
}

json!(words Action { Send = "send", Accept = "accept", Follow = "follow", Message = "message" });

shape! {
    /// A picture, video or file attached to a post.
    Media {
        /// `image`, `video` or `file`.
        r#type: Option<String>,
        /// File name.
        name: Option<String>,
        /// Bytes.
        size: Option<u64>,
        /// Tags found in the file.
        #[cfg_attr(feature = "types", ts(type = "Record<string, unknown>"))]
        exif: Raw,
    }
}

shape! {
    /// A file attached to a mail.
    Attachment {
        /// File name.
        name: Option<String>,
        /// Media type.
        r#type: Option<String>,
        /// Bytes.
        size: Option<u64>,
    }
}

shape! {
    /// A link in a mail being read.
    Link {
        /// What it shows.
        text: Option<String>,
        /// Where it goes.
        href: Option<String>,
    }
}

shape! {
    /// A video about to play or be published.
    Video {
        /// The site's own id.
        id: Option<String>,
        /// Title.
        title: Option<String>,
        /// Seconds; absent when live.
        duration: Option<f64>,
        /// What was played: `[from, to]` in seconds, or `[from, to, rate]`; no rate means 1.
        watched: Vec<Watched>,
        /// A live stream.
        live: bool,
        /// Age rating shown.
        rating: Option<String>,
        /// The site's own age restriction.
        age_restricted: bool,
        /// Captions or transcript.
        captions: Vec<Caption>,
        /// Whether a class is watching.
        class_mode: bool,
        /// The class's age in years.
        class_age: Option<u32>,
        /// The person's mark that they reviewed it elsewhere, or the reason.
        reviewed_elsewhere: Option<Reviewed>,
        /// `public`, `unlisted` or `private`.
        visibility: Option<String>,
    }
}

shape! {
    /// One caption, in seconds.
    Caption {
        /// Start in seconds.
        start: f64,
        /// End in seconds.
        end: f64,
        /// Words.
        text: String,
    }
}

/// A played range in seconds, with its speed where it is known.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(untagged))]
pub enum Watched {
    /// From, to, rate.
    AtRate(f64, f64, f64),
    /// From, to, at normal speed.
    Plain(f64, f64),
}

/// "Reviewed elsewhere": a mark, or the reason in words.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(untagged))]
pub enum Reviewed {
    /// The mark alone.
    Mark(bool),
    /// The reason.
    Reason(String),
}

shape! {
    /// The page being opened or acted on.
    Page {
        /// Address.
        url: Option<String>,
        /// Title.
        title: Option<String>,
        /// Whether a class is watching.
        class_mode: bool,
        /// Whether this device belongs to the school.
        school_device: bool,
    }
}

shape! {
    /// A download or upload.
    Transfer {
        /// Size in bytes.
        bytes: Option<u64>,
        /// `up` or `down`, as the caller names it.
        direction: Option<String>,
    }
}

impl Default for Watched {
    fn default() -> Self {
        Self::Plain(0.0, 0.0)
    }
}

impl Read for Watched {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        let mut parts: Vec<f64> = Vec::new();
        parts.read(from)?;
        *self = match parts[..] {
            [start, end] => Self::Plain(start, end),
            [start, end, rate] => Self::AtRate(start, end, rate),
            _ => return from.wrong("`watched` is a list of [from, to] or [from, to, rate]"),
        };
        Some(())
    }
}

impl Write for Watched {
    fn write(&self, to: &mut String) {
        match *self {
            Self::AtRate(start, end, rate) => [start, end, rate].write(to),
            Self::Plain(start, end) => [start, end].write(to),
        }
    }
}

impl Default for Reviewed {
    fn default() -> Self {
        Self::Mark(false)
    }
}

impl Read for Reviewed {
    fn read(&mut self, from: &mut Reader) -> Option<()> {
        if from.peek() != b'"' {
            let mut mark = false;
            mark.read(from)?;
            *self = Self::Mark(mark);
            return Some(());
        }
        *self = Self::Reason(from.string("a reason")?.into_owned());
        Some(())
    }
}

impl Write for Reviewed {
    fn write(&self, to: &mut String) {
        match self {
            Self::Mark(mark) => mark.write(to),
            Self::Reason(reason) => reason.write(to),
        }
    }
}

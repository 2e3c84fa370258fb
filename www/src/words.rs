//! What the page says of its own; the findings' words are the engine's.

use beforehand::pack::Occasion;
use beforehand::{Moment, Severity};

/// The kinds of writing that can be checked here, as they stand in the list: value, words, name of the draft field.
pub const MOMENTS: [(Moment, &str, &str, &str); 7] = [
    (Moment::Post, "post", "A post", "Your post"),
    (Moment::Comment, "comment", "A comment or reply", "Your comment"),
    (Moment::Repost, "repost", "A repost or share, with my words", "Your words with it"),
    (Moment::Profile, "profile", "My profile or bio", "Your profile text"),
    (Moment::Message, "message", "A direct message", "Your message"),
    (Moment::Email, "email", "An email", "Your email"),
    (Moment::Connect, "connect", "A friend request", "A note with the request, if any"),
];

/// The tier that a severity is shown as: its class and its word.
pub fn tier(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Stop => ("pause", "Pause"),
        Severity::Warn => ("check", "Check"),
        Severity::Nudge | Severity::Info => ("note", "Note"),
    }
}

/// `1 clause`, `3 clauses`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// A number with commas between its thousands.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut said = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

/// `a`, `a and b`, `a, b and c`.
pub fn series(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The moment of writing here at which an occasion is met, if it is met here.
pub fn met_here(occasion: Occasion) -> Option<Moment> {
    use Occasion::{Comment, Connect, Email, EmailExternal, EmailInternal, EmailReply, EmailToPupil, Message, Post, Profile, Repost};
    Some(match occasion {
        Post => Moment::Post,
        Comment => Moment::Comment,
        Repost => Moment::Repost,
        Profile => Moment::Profile,
        Message => Moment::Message,
        Email | EmailExternal | EmailInternal | EmailReply | EmailToPupil => Moment::Email,
        Connect => Moment::Connect,
        _ => return None,
    })
}

/// When a clause is checked, in words.
pub fn occasion(occasion: Occasion) -> &'static str {
    use Occasion as O;
    match occasion {
        O::Post => "posting",
        O::Comment => "commenting",
        O::Repost => "reposting",
        O::Profile => "editing a profile",
        O::Message => "writing a message",
        O::Connect => "connecting with someone",
        O::Email => "writing an email",
        O::EmailExternal => "emailing outside the trust",
        O::EmailInternal => "emailing inside the trust",
        O::EmailToPupil => "emailing a pupil",
        O::EmailReply => "replying to an email",
        O::EmailForward => "forwarding an email",
        O::EmailRead => "reading an email",
        O::MailSettings => "changing mail settings",
        O::UploadImage => "adding a picture",
        O::UploadVideo => "publishing a video",
        O::Play => "playing a video",
        O::PlayInClass => "playing a video to a class",
        O::Review => "previewing a video",
        O::SearchInClass => "searching in front of a class",
        O::Page => "opening a site",
        O::SignUpForm => "signing up",
        O::SignInForm => "signing in",
        O::NewPassword => "choosing a password",
        O::Download => "downloading",
        O::Upload => "uploading",
        O::OnDemand => "asking for it",
        O::Schedule => "a working day goes by",
        O::SiteFirstVisit => "first visiting a site",
        O::Yearly => "a year has passed",
        O::FirstRun => "starting out",
        O::PolicyChange => "the policy changes",
        O::BrowserStart => "starting the browser",
        O::Always => "anything is kept",
    }
}

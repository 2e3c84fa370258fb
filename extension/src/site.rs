//! The shape of a site file (`sites/*.toml`): where things stand on one site, as data without logic.
//!
//! Needs serde and toml alone, so that the build, the native tests and other tools can use it as it is.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One site: its addresses and where its composers, connect buttons and videos stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// What people call it.
    pub name: String,
    /// Match patterns; empty when the school gives them.
    pub hosts: Vec<String>,
    /// Its own privacy settings, an address or a path on the host; every social site has one.
    #[serde(default)]
    pub privacy: Option<String>,
    /// Where the person's own name stands.
    #[serde(default)]
    pub author: Author,
    /// The person's own profile.
    #[serde(default)]
    pub profile: Option<Profile>,
    /// Where a conversation by mail stands.
    #[serde(default)]
    pub thread: Option<Thread>,
    /// Places to write in, the first that matches is taken.
    #[serde(default)]
    pub composer: Vec<Composer>,
    /// Buttons that connect with a person.
    #[serde(default)]
    pub connect: Vec<Connect>,
    /// How its videos are told apart.
    #[serde(default)]
    pub video: Option<Video>,
    /// What buttons say, by what they mean, in lower case (generic file only).
    #[serde(default)]
    pub words: BTreeMap<String, Vec<String>>,
}

/// Where the person's own name, handle and bio stand.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Author {
    /// Display name.
    pub name: Vec<Take>,
    /// Handle, or the address of the profile.
    pub handle: Vec<Take>,
    /// Public bio.
    pub bio: Vec<Take>,
    /// What shows the mail address that is signed in with, other words around it.
    pub account: Vec<Take>,
}

/// Where the mails of a conversation stand and what is read of each. Every list is tried in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thread {
    /// What holds the conversation.
    pub root: Vec<String>,
    /// One element for each mail.
    pub mail: Vec<String>,
    /// What stands in a mail that is not sent yet.
    #[serde(default)]
    pub draft: Vec<String>,
    /// How many more there are that are not on the page.
    #[serde(default)]
    pub folded: Vec<Take>,
    /// The subject, one for all.
    #[serde(default)]
    pub subject: Vec<Take>,
    /// Within a mail: who sent it.
    pub from: Vec<Take>,
    /// Whom it went to, each an element of its own or several in a line.
    #[serde(default)]
    pub to: Vec<Take>,
    /// When, with the year.
    #[serde(default)]
    pub date: Vec<Take>,
    /// What it says.
    #[serde(default)]
    pub body: Vec<Take>,
}

/// How the person's own profile is told from others', and what it says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// What stands on nobody else's: a button for editing it.
    pub own: Vec<String>,
    /// Its handle; the author's where there is none.
    #[serde(default)]
    pub handle: Vec<Take>,
    /// Its bio.
    pub bio: Vec<Take>,
}

/// Where a word stands: the text or value of the first element that has one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Take {
    /// A selector within the composer or card.
    Text(String),
    /// A selector and what of it counts.
    Part(Part),
}

/// What a button is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Pick {
    /// A selector.
    Plain(String),
    /// A selector and the words that the button starts with.
    Worded(Worded),
}

/// A selector and the words that the button starts with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worded {
    /// The selector.
    pub select: String,
    /// Which of the generic file's `words`.
    pub words: String,
}

/// Part of what stands at a selector.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Selector within the composer or card; `:self` is the button itself, `:address` the page's path.
    pub select: String,
    /// This attribute in place of the text.
    #[serde(default)]
    pub attribute: Option<String>,
    /// This attribute holds the mail address that belongs to it.
    #[serde(default)]
    pub address: Option<String>,
    /// Only what follows these words.
    #[serde(default)]
    pub after: Option<String>,
    /// Only what stands between the first of these words and the last of those.
    #[serde(default)]
    pub between: Option<[String; 2]>,
}

/// A place to write in and what sends it. Every list is tried in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Composer {
    /// For the health report.
    pub name: String,
    /// The act's moment.
    pub moment: Moment,
    /// Only on addresses whose path starts with one of these.
    #[serde(default)]
    pub paths: Vec<String>,
    /// The editor, something around it, or the frame it is in.
    pub editor: Vec<String>,
    /// What the editor's selectors name holds several fields that are one draft: a title and paragraphs.
    #[serde(default)]
    pub whole: bool,
    /// What holds the editor and its send button.
    #[serde(default)]
    pub root: Vec<String>,
    /// Buttons that send.
    pub send: Vec<Pick>,
    /// Buttons within these never send (generic finder).
    #[serde(default)]
    pub skip: Vec<String>,
    /// Keys that send.
    #[serde(default)]
    pub keys: Vec<Key>,
    /// The address or handle that the person writes from.
    #[serde(default)]
    pub account: Vec<Take>,
    /// Subject of a mail.
    #[serde(default)]
    pub subject: Vec<Take>,
    /// Recipients, or the other person of a message.
    #[serde(default)]
    pub to: Vec<Take>,
    /// Copied recipients.
    #[serde(default)]
    pub cc: Vec<Take>,
    /// Blind copied recipients.
    #[serde(default)]
    pub bcc: Vec<Take>,
    /// Attached pictures, one element each.
    #[serde(default)]
    pub picture: Vec<String>,
    /// Attached videos, one element each.
    #[serde(default)]
    pub film: Vec<String>,
}

/// The moments at which something written goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    /// A post.
    Post,
    /// A comment or reply.
    Comment,
    /// Passing on a post.
    Repost,
    /// The person's own profile.
    Profile,
    /// A direct message.
    Message,
    /// Mail.
    Email,
}

/// A key that sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Key {
    /// Enter alone.
    Enter,
    /// Enter with Ctrl or Cmd.
    ModEnter,
}

/// A button that makes or opens a connection with a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Connect {
    /// For the health report.
    pub name: String,
    /// What the button does.
    pub action: Action,
    /// Only on addresses whose path starts with one of these.
    #[serde(default)]
    pub paths: Vec<String>,
    /// The button.
    pub button: Vec<Pick>,
    /// What holds the button and the person's name.
    #[serde(default)]
    pub card: Vec<String>,
    /// The person's name.
    pub person: Vec<Take>,
    /// Their handle, or the address of their profile.
    #[serde(default)]
    pub handle: Vec<Take>,
}

/// What is done with a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// A request is sent.
    Send,
    /// A request is accepted.
    Accept,
    /// The person is followed.
    Follow,
    /// A direct message is opened.
    Message,
}

/// How videos are told apart, and which are none of ours.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Video {
    /// Where the site's own id stands in the address.
    pub id: Vec<VideoId>,
    /// The title.
    pub title: Vec<Take>,
    /// Around the video while an advert plays.
    pub advert: Vec<String>,
    /// Around videos that are previews or decoration.
    pub ignore: Vec<String>,
}

/// One way in which an address carries a video's id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub enum VideoId {
    /// A query parameter.
    Query(String),
    /// The part of the path after this.
    After(String),
}

impl Site {
    /// Reads a site file; the error says which file, where and what.
    ///
    /// # Errors
    /// When the TOML is broken, a field is unknown or missing, or a value cannot work on any page.
    pub fn parse(file: &str, text: &str) -> Result<Self, String> {
        let site: Self = toml::from_str(text).map_err(|error| format!("{file}: {error}"))?;
        site.faults().first().map_or(Ok(()), |fault| Err(format!("{file}: {fault}")))?;
        Ok(site)
    }

    /// Everything that is well-formed but cannot work.
    fn faults(&self) -> Vec<String> {
        let hosts = self.hosts.iter().filter(|host| !is_named_host(host));
        let hosts = hosts.map(|host| format!("host \"{host}\" is not https://NAME/* with a name of its own"));
        let composers = self.composer.iter().filter(|one| one.editor.is_empty() || one.send.is_empty());
        let composers = composers.map(|one| format!("composer \"{}\" names no editor or no send button", one.name));
        let connects = self.connect.iter().filter(|one| one.button.is_empty() || one.person.is_empty());
        let connects = connects.map(|one| format!("connect \"{}\" names no button or no person", one.name));
        let thread = self.thread.iter().filter(|one| one.root.is_empty() || one.mail.is_empty() || one.from.is_empty());
        let thread = thread.map(|_| "the thread names no root, no mail or no sender".to_owned());
        hosts.chain(composers).chain(connects).chain(thread).collect()
    }

    /// The words that its buttons go by.
    #[must_use]
    pub fn words_used(&self) -> Vec<&str> {
        let sends = self.composer.iter().flat_map(|one| &one.send);
        let picks = sends.chain(self.connect.iter().flat_map(|one| &one.button));
        picks.filter_map(|pick| if let Pick::Worded(one) = pick { Some(one.words.as_str()) } else { None }).collect()
    }
}

/// Whether a match pattern names a whole site, and not a part of the web. Chromium takes no paths where frames without
/// an address are covered too; entries have `paths` for that.
fn is_named_host(pattern: &str) -> bool {
    let Some((name, path)) = pattern.strip_prefix("https://").and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    let bare = name.strip_prefix("*.").unwrap_or(name);
    bare.contains('.') && !bare.contains('*') && path == "*"
}

#[cfg(test)]
mod tests {
    use super::Site;

    const GOOD: &str = "name = \"A\"\nhosts = [\"https://a.example/*\"]\n";

    fn check(text: &str, wanted: Option<&str>) {
        let got = Site::parse("a.toml", text).err();
        let agrees = match (&got, wanted) {
            (None, None) => true,
            (Some(error), Some(part)) => error.starts_with("a.toml") && error.contains(part),
            _ => false,
        };
        assert!(agrees, "{text}\ngave {got:?}, wanted {wanted:?}");
    }

    #[test]
    fn files_that_cannot_work_are_refused_with_the_reason() {
        check(GOOD, None);
        for (more, wanted) in [
            ("colour = \"red\"", "unknown field `colour`"),
            ("[[composer]]\nname = \"p\"\nmoment = \"post\"\nsend = [\"b\"]", "missing field `editor`"),
            ("[[composer]]\nname = \"p\"\nmoment = \"shout\"\neditor = [\"e\"]\nsend = [\"b\"]", "unknown variant `shout`"),
            ("[[composer]]\nname = \"p\"\nmoment = \"post\"\neditor = []\nsend = [\"b\"]", "names no editor"),
            ("[[connect]]\nname = \"c\"\naction = \"send\"\nbutton = [\"b\"]\nperson = []", "names no button or no person"),
            ("[[connect]]\nname = \"c\"\naction = \"wave\"\nbutton = [\"b\"]\nperson = []", "unknown variant `wave`"),
            ("[thread]\nroot = [\"r\"]\nmail = []\nfrom = [\"f\"]", "names no root, no mail or no sender"),
            ("[video]\nid = [{ guess = \"v\" }]", "unknown variant `guess`"),
        ] {
            check(&format!("{GOOD}{more}"), Some(wanted));
        }
    }

    #[test]
    fn hosts_are_named_and_safe() {
        for (host, good) in [
            ("https://x.com/*", true),
            ("https://*.example.org/*", true),
            ("https://example.org/mail/*", false),
            ("http://x.com/*", false),
            ("https://*/*", false),
            ("https://*.com/*", false),
            ("<all_urls>", false),
            ("https://x.com/", false),
        ] {
            let text = format!("name = \"A\"\nhosts = [\"{host}\"]");
            check(&text, if good { None } else { Some("name of its own") });
        }
    }
}

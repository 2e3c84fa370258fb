//! Who a mail says it is from, and whether the address fits.

use super::brands::{self, Claim};
use super::{Letter, Seen, Sign};
use crate::domain;
use crate::lexicon;
use crate::mail;
use crate::people;
use crate::phrase::Words;
use crate::roster::Role;
use crate::text::Text;
use crate::words::say;
use std::sync::LazyLock;

/// The sender of a mail.
pub struct Sender {
    /// The whole address in lower case; empty when there is none.
    pub address: String,
    /// Its host.
    pub host: String,
    /// The brands that the name claims.
    pub claims: Vec<Claim>,
    /// Whether the address looks made up, or made for one mailing.
    pub is_odd: bool,
    name: String,
    local: String,
}

/// What offices and firms call themselves, and people do not.
static OFFICE: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "admin|administrator|support|helpdesk|service|services|team|department|dept|security|account|accounts|billing|bank|banking|customer|care|office|company|finance|financial|fund|funds|foundation|ministry|commission|commissioner|\
         director|committee|payment|payments|notification|alert|alerts|rewards|delivery|parcel|courier|invoice|receipt|confirmation|order|orders|refund|loan|loans|lottery|promo|program|programme|agency|attorney|barrister|\
         esq|chambers|official|verification|server|mailbox|webmaster|hr|payroll|group|ltd|inc|plc|llc|pharmacy|store|shop|casino|bonus|news|offers|deals",
    )
});

/// Endings of domains that cost next to nothing and are left soon after.
const CHEAP: &[&str] = &[
    "bar",
    "beauty",
    "best",
    "bid",
    "boats",
    "bond",
    "buzz",
    "cam",
    "casa",
    "cfd",
    "click",
    "club",
    "cyou",
    "date",
    "digital",
    "fit",
    "fun",
    "gdn",
    "gives",
    "gq",
    "hair",
    "homes",
    "icu",
    "im",
    "live",
    "loan",
    "lol",
    "makeup",
    "men",
    "ml",
    "mom",
    "monster",
    "motorcycles",
    "online",
    "party",
    "pics",
    "quest",
    "racing",
    "rest",
    "review",
    "sbs",
    "shop",
    "site",
    "skin",
    "space",
    "store",
    "stream",
    "support",
    "tk",
    "today",
    "top",
    "trade",
    "vip",
    "wang",
    "website",
    "win",
    "xyz",
    "yachts",
    "zip",
];

/// Hosts on which anybody can have mail sent in no time.
const RENTED: &[&str] = &["firebaseapp.com", "onmicrosoft.com", "web.app", "zendesk.com", "herokuapp.com"];

/// Whether a host ends as throw-away domains do.
pub fn is_cheap(host: &str) -> bool {
    host.rsplit('.').next().is_some_and(|ending| CHEAP.binary_search(&ending).is_ok())
}

impl Sender {
    /// The sender of a mail.
    pub fn of(letter: &Letter) -> Self {
        let written = letter.act.from.as_deref().unwrap_or_default();
        let address = mail::address(written);
        let name = mail::display_name(written).to_owned();
        let raw_local = written.rsplit_once('<').map_or(written, |(_, rest)| rest).split('@').next().unwrap_or_default().trim();
        let host = if address.contains('@') { domain::host(&address) } else { String::new() };
        let is_odd = is_made_up(raw_local)
            || host.split('.').any(is_random)
            || is_cheap(&host)
            || RENTED.contains(&domain::registered(&host))
            || super::links::is_for_one_mailing(&host)
            || is_broken(&address);
        let claims = brands::claimed(&letter.lexicon.read(&name));
        Self { local: raw_local.to_owned(), address, host, claims, is_odd, name }
    }

    /// What is odd about the sender.
    pub fn signs(&self, letter: &Letter, links: &[&str]) -> Vec<Seen> {
        let mut seen = Vec::new();
        seen.extend(self.look_alike(letter));
        seen.extend(self.mismatch(letter));
        let dressed = is_dressed(&self.name);
        let stranger = self.is_stranger(letter, links) || self.is_tailed();
        if self.is_odd {
            let strange_host = self.host.split('.').any(is_random) || is_cheap(&self.host);
            let strong = is_broken(&self.address)
                || dressed
                || stranger
                || is_scrambled(&self.local) && !domain::is_public(&self.host)
                || letter.bulk && is_figured(&self.local)
                || (is_made_up(&self.local) && strange_host);
            seen.push(Seen::new(Sign::Sender, 1 + u8::from(strong), say("phishing.odd-sender", &[("what", &self.address)])));
        } else if stranger {
            seen.push(Seen::new(Sign::Sender, 1, say("phishing.stranger", &[("what", self.name.trim())])));
        } else if dressed {
            seen.push(Seen::new(Sign::Sender, 1, say("phishing.odd-name", &[("what", self.name.trim())])));
        }
        seen
    }

    /// A domain that passes for the school's, a known correspondent's or a brand's.
    fn look_alike(&self, letter: &Letter) -> Option<Seen> {
        let told = |real: &str| Seen::new(Sign::LookAlike, 2, say("phishing.look-alike", &[("what", &format!("{} ({real})", self.host))]));
        if self.host.split('.').any(|label| label.starts_with("xn--")) || !self.host.is_ascii() {
            return Some(Seen::new(Sign::LookAlike, 2, say("phishing.punycode", &[("what", &self.host)])));
        }
        let known = letter.act.known.iter().flatten().map(|address| domain::host(&mail::address(address)));
        let known = known.filter(|host| !domain::is_public(host));
        let genuine = known.chain(letter.school.domains.iter().map(|own| domain::host(own)));
        for real in genuine.filter(|_| !self.host.is_empty()) {
            if domain::passes_for(&self.host, &real) || wears_own(&self.host, &real) {
                return Some(told(&real));
            }
        }
        brands::worn(&self.host).filter(|_| !self.claims.iter().any(|claim| claim.owns(&self.host))).map(told)
    }

    /// A name that does not go with the address.
    fn mismatch(&self, letter: &Letter) -> Option<Seen> {
        if self.host.is_empty() {
            return None;
        }
        let told = |weight, says: String| Some(Seen::new(Sign::Mismatch, weight, says));
        if let Some(claim) = self.claims.iter().find(|claim| !claim.owns(&self.host)) {
            return told(1 + u8::from(claim.sure), say("phishing.brand", &[("what", &claim.name)]));
        }
        let own = letter.act.author.account.as_deref().map(mail::address).unwrap_or_default();
        if self.address == own {
            return told(2, say("phishing.from-self", &[("what", &own)]));
        }
        let text = letter.lexicon.read(&self.name);
        if self.is_colleague(letter, &text) {
            return told(1, say("phishing.colleague", &[("what", self.name.trim())]));
        }
        let office = (0..text.words.len()).any(|at| OFFICE.has(&text, at));
        if office && is_school(&text) {
            return told(2, say("phishing.school", &[("what", self.name.trim())]));
        }
        if names_other_domain(&self.name, &self.host) {
            return told(1, say("phishing.other-address", &[("what", self.name.trim())]));
        }
        if let Some(brand) = self.unclaimed(letter) {
            return told(1, say("phishing.brand", &[("what", &brand)]));
        }
        if let Some(other) = self.other_answer(letter) {
            return told(1, say("phishing.answer", &[("what", &other)]));
        }
        if letter.bulk && domain::is_public(&self.host) {
            return told(1, say("phishing.free-mail", &[("what", &self.address)]));
        }
        (office && domain::is_public(&self.host))
            .then(|| Seen::new(Sign::Mismatch, 1, say("phishing.free-mail", &[("what", &self.address)])))
    }

    /// A free address in the text that is not the sender's, where no mail is quoted: the answer shall go there.
    fn other_answer(&self, letter: &Letter) -> Option<String> {
        if letter.body.messages > 1 {
            return None;
        }
        let words = letter.act.text.split(|c: char| c.is_whitespace() || "<>()[],;:\"".contains(c)).filter(|word| word.contains('@'));
        let addresses = words.take(20).map(|word| word.trim_end_matches('.').to_lowercase());
        addresses
            .filter(|address| domain::is_public(&domain::host(address)) && !address.starts_with('@'))
            .find(|address| *address != self.address)
    }

    /// Whether the name is a firm's or a thing's that has to do with neither the address nor any link.
    fn is_stranger(&self, letter: &Letter, links: &[&str]) -> bool {
        let text = letter.lexicon.read(&self.name);
        let count = text.words.len();
        let words: Vec<&str> =
            (0..count).filter(|&at| !OFFICE.has(&text, at)).map(|at| text.fold(at)).filter(|word| word.len() > 3).collect();
        let initials: String = (0..count).filter_map(|at| text.fold(at).chars().next()).collect();
        let local = self.local.to_lowercase();
        let fits = |host: &str| words.iter().any(|word| host.contains(word)) || (initials.len() > 2 && host.contains(&initials));
        // People write from anywhere, under their name.
        let person = lexicon::forename(&text, 0).is_some() && count < 4 || (2..4).contains(&count) && fits(&local);
        let elsewhere = !fits(&self.host) && !links.iter().any(|host| fits(host) || domain::same_owner(host, &self.host));
        let subject = letter.lexicon.read(letter.act.subject.as_deref().unwrap_or_default());
        let meant = |text: &Text| (0..text.words.len().min(400)).any(|at| words.contains(&text.fold(at)));
        !self.host.is_empty()
            && !domain::is_public(&self.host)
            && !words.is_empty()
            && !person
            && elsewhere
            && (letter.bulk && !links.is_empty() || meant(&subject) || meant(letter.text))
    }

    /// Whether the domain is the name with a few letters by lot behind it: `omahasteaksgry.example`.
    fn is_tailed(&self) -> bool {
        const TAILS: &str = "ai|app|bank|club|co|edu|eu|go|group|hq|inc|info|io|llc|ltd|mail|net|news|now|online|org|pay|plc|pro|s|shop|store|team|tv|uk|us|usa|web|works";
        let text = Text::known(&self.name);
        let label = domain::label(&self.host).replace('-', "");
        let mut front = String::new();
        let tail = (0..text.words.len()).find_map(|at| {
            front.push_str(text.fold(at));
            label.strip_prefix(front.as_str()).filter(|tail| front.len() > 4 && (2..5).contains(&tail.len()))
        });
        // The tail may be the next word, or its beginning.
        let folded: String = (0..text.words.len()).map(|at| text.fold(at)).collect();
        tail.is_some_and(|tail| !folded.starts_with(&label) && !TAILS.split('|').any(|known| known == tail))
    }

    /// A brand that the subject or first line speaks for, when neither sender nor links are its own.
    fn unclaimed(&self, letter: &Letter) -> Option<String> {
        let first: String = letter.act.text.chars().take(120).collect();
        let mut claims = brands::claimed(&letter.lexicon.read(letter.act.subject.as_deref().unwrap_or_default()));
        claims.extend(brands::claimed(&letter.lexicon.read(&first)));
        let hosts: Vec<String> = letter.act.links.iter().filter_map(|link| link.href.as_deref()).map(domain::host).collect();
        let foreign = |claim: &&Claim| claim.sure && !claim.owns(&self.host) && !hosts.iter().any(|host| claim.owns(host));
        claims.iter().find(foreign).filter(|_| hosts.iter().any(|host| !host.is_empty())).map(|claim| claim.name.clone())
    }

    /// Whether the name or address is borrowed from the school: a colleague's name, or "headteacher.larkfield@mail.example".
    fn is_colleague(&self, letter: &Letter, name: &Text) -> bool {
        let day = jiff::civil::Date::constant(9999, 12, 31);
        let staff = people::full_names(name, letter.roster)
            .iter()
            .any(|named| named.people.iter().all(|person| person.role_on(day) == Role::Staff));
        let local = self.local.to_lowercase();
        let own = |host: &String| local.contains(domain::label(host)) && domain::label(host).len() > 5;
        let post = |part: &str| POSTS.iter().any(|post| part.starts_with(post));
        staff || (letter.school.domains.iter().any(own) && local.split(|c: char| !c.is_alphanumeric()).any(post))
    }
}

/// Posts at a school, as addresses begin with them.
const POSTS: &[&str] = &["head", "principal", "office", "admin", "deputy", "finance", "bursar", "support", "helpdesk", "reception"];

/// Whether a host wears the school's whole domain: `larkfield-example.printdocs.example`.
fn wears_own(host: &str, own: &str) -> bool {
    let worn = own.replace('.', "-");
    own.len() > 7
        && !domain::same_owner(host, own)
        && host.split('.').any(|label| label == worn || label.replace('-', "") == own.replace('.', ""))
}

/// Whether a name is the school's or trust's own, as in "Larkfield IT Support".
fn is_school(text: &Text) -> bool {
    (0..text.words.len()).any(|at| text.class(at, crate::text::Class::Own).is_some())
}

/// Whether a name holds a domain or an address of another owner than the host's.
fn names_other_domain(name: &str, host: &str) -> bool {
    name.split([' ', '<', '>', '(', ')', '"', ',', '[', ']', '|']).any(|word| {
        let named = domain::host(word);
        let ending = named.rsplit('.').next().unwrap_or_default();
        named.contains('.')
            && (2..=6).contains(&ending.len())
            && ending.bytes().all(|b| b.is_ascii_lowercase())
            && named.len() > 5
            && !domain::same_owner(&named, host)
    })
}

/// Whether a name is got up to catch the eye.
fn is_dressed(name: &str) -> bool {
    let trimmed = name.trim_matches(['"', ' ', '\'']);
    trimmed.ends_with([',', '_', '|', '-', '!'])
        || trimmed.contains("| Ad")
        || trimmed.starts_with("On Behalf")
        || name.contains("\"\"")
        || name.len() > 90
        || name.chars().any(is_pictured)
}

/// Pictures, and letters of the mathematicians.
pub fn is_pictured(c: char) -> bool {
    matches!(u32::from(c), 0x1_f300..=0x1_faff | 0x2600..=0x27bf | 0x1_d400..=0x1_d7ff | 0x2b00..=0x2bff | 0xfffd)
}

/// Whether an address cannot be one: no dot, a comma or a space in it.
fn is_broken(address: &str) -> bool {
    !address.is_empty()
        && address
            .rsplit('@')
            .next()
            .is_some_and(|host| host.contains([',', ' ']) || !host.contains('.') || host.starts_with('.') || host.ends_with(".cll"))
}

/// Whether what stands before the `@` looks drawn by lot.
fn is_made_up(local: &str) -> bool {
    is_scrambled(local) || local.split(['.', '-', '_', '+']).any(is_random)
}

/// Whether what stands before the `@` is nobody's and no program's: `xHtFjdALEqNMlfk`, `Robert_Jo_30713`.
fn is_scrambled(local: &str) -> bool {
    let numbered = local.rsplit_once('_').is_some_and(|(_, tail)| tail.len() >= 5 && tail.bytes().all(|b| b.is_ascii_digit()));
    numbered || local.len() > 5 && local.bytes().all(|b| b.is_ascii_alphabetic()) && !is_humped(local)
}

/// Whether letters and figures are mixed through and through: `1ljocry459tl`.
fn is_figured(local: &str) -> bool {
    local.len() > 7 && local.bytes().all(|b| b.is_ascii_alphanumeric()) && is_random(local)
}

/// Whether a name is in one case, or of words each with a capital: `JoAnnMcDonald`, `NoReplyUK`.
fn is_humped(name: &str) -> bool {
    const SHORT: &str = "by|co|hr|in|it|jo|mc|my|no|of|re|to|uk|us|de|al|di|st|ed|le|la|van|mac";
    let mut words: Vec<String> = Vec::new();
    let mut before = 'A';
    for c in name.chars() {
        if words.is_empty() || (c.is_ascii_uppercase() && before.is_ascii_lowercase()) {
            words.push(String::new());
        }
        words.last_mut().into_iter().for_each(|word| word.push(c));
        before = c;
    }
    let is_word = |word: &String| {
        let tail = &word[1..];
        let acronym = word.len() <= 5 && word.bytes().all(|b| b.is_ascii_uppercase());
        let plain = tail.bytes().all(|b| b.is_ascii_lowercase())
            && (word.len() > 2 && word.to_lowercase().contains(['a', 'e', 'i', 'o', 'u', 'y'])
                || SHORT.split('|').any(|short| word.eq_ignore_ascii_case(short)));
        acronym || plain
    };
    words.len() == 1
        && (is_word(&words[0]) || words[0].bytes().all(|b| b.is_ascii_uppercase()) || name.bytes().all(|b| b.is_ascii_lowercase()))
        || words.len() > 1 && words.iter().all(is_word)
}

/// Whether a name is letters and figures by lot: many changes between the two, or a run of consonants that no word has.
pub fn is_random(name: &str) -> bool {
    let bytes = name.as_bytes();
    let changes =
        bytes.windows(2).filter(|pair| pair[0].is_ascii_digit() != pair[1].is_ascii_digit() && pair[0] != b'-' && pair[1] != b'-').count();
    let consonants = name.split(|c: char| !c.is_ascii_alphabetic() || "aeiouyAEIOUY".contains(c)).map(str::len).max().unwrap_or_default();
    name.len() > 5 && (changes >= 3 || consonants >= 6 && !name.contains("sch") && !name.contains("ght") || consonants >= 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_up_names() {
        for name in [
            "xHtFjdALEqNMlfk",
            "IBzUMLOU",
            "Trujillo_Edmundo_99550",
            "bdQAkfl",
            "vPQXadn",
            "fWscatuD",
            "ohHuKeI",
            "1ljocry459tl",
            "ayyrlubnpkwkgeq",
            "48nvvvja4v",
        ] {
            assert!(is_made_up(name), "{name}");
        }
        for name in [
            "jo.knightsbridge",
            "JohnSmith",
            "JoAnnMcDonald",
            "NoReplyUK",
            "CustomerCareTeam",
            "INFO",
            "m.patel",
            "no-reply",
            "office2",
            "info",
            "y7parents",
            "head",
            "h.o-neill1984",
            "newsletter",
            "McDonald",
            "goldschmidt",
        ] {
            assert!(!is_made_up(name), "{name}");
        }
    }

    #[test]
    fn endings_are_sorted() {
        assert!(CHEAP.windows(2).all(|pair| pair[0] < pair[1]));
    }
}

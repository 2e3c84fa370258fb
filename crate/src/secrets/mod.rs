//! Passwords, login names and door codes that a text gives away: a word for them, and then something that looks like one.

mod unsaid;

use crate::phrase::Words;
use crate::text::Text;
use std::ops::Range;
use std::sync::LazyLock;

/// What a word announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// A password: letters, digits, a word.
    Password,
    /// A code of digits.
    Code,
    /// A login name, which must not look like an ordinary word.
    Login,
}

static PASSWORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new("password|passwords|passwrd|pword|pw|pwd|passwd|passcode|passcodes|passphrase|pass|psw|passkey|cyfrinair"));
static CODES: LazyLock<Words> = LazyLock::new(|| Words::new("pin|code|combination"));
static DOORS: LazyLock<Words> =
    LazyLock::new(|| Words::new("door|gate|alarm|safe|entry|keypad|lock|padlock|access|key|pin|entrance|unlock|copier|burglar"));
static ROOMS: LazyLock<Words> = LazyLock::new(|| {
    Words::new("door|gate|alarm|safe|loo|toilet|store|cupboard|shed|office|building|entrance|padlock|garage|block|trolley")
});
static LOGINS: LazyLock<Words> = LazyLock::new(|| Words::new("login|logins|logon|username|usernames|userid"));
/// All of these, and those of getting into a system: most texts have none.
static ANY: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "password|passwords|passwrd|pword|pw|pwd|passwd|passcode|passcodes|passphrase|pass|psw|passkey|cyfrinair|pin|code|combination|login|logins|logon|username|usernames|userid|alarm|padlock|keypad|p|log|logged|logging|portal|credentials|sign|signed|reset",
    )
});
/// Where a name is shown to everybody anyway.
static SOCIAL: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "insta|instagram|tiktok|snap|snapchat|duolingo|xbox|psn|playstation|steam|roblox|minecraft|twitter|kahoot|vinted|ebay|strava",
    )
});
static MEETINGS: LazyLock<Words> = LazyLock::new(|| Words::new("meeting|zoom|webinar"));

/// "The most common password is …": nobody's.
static GENERAL: LazyLock<Words> = LazyLock::new(|| Words::new("common|commonest|worst|best|popular|typical|weakest|average|favourite"));

/// The words between which and a password nothing is promised.
const FILLERS: &[&str] =
    &["now", "still", "just", "currently", "also", "again", "simply", "back", "temporarily", "actually", "probably", "both"];

/// Words that may stand behind "the password is" and are none.
const SAID_OF: &str = "above again always annoying anything attached awful bad below blank broken case common compulsory correct crap daft \
    dead different dodgy down easy empty enough essential everything fine forgotten free gone good hacked hard here \
    hopeless important incorrect invalid known later long mandatory mine missing needed never nonsense nothing okay online \
    optional over pants personal private ready right rubbish safe same secret secure sensitive short simple something soon \
    stolen strong stupid temporary terrible that theirs them then there this today tomorrow too unique unknown useless weak \
    what with wrong your yours";

/// A password, login or code in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    /// Its bytes; those of a login and its password are one.
    pub place: Range<usize>,
    /// Whether more than a login name is given.
    pub is_password: bool,
}

/// Announcing words that are followed up: a text with more is no text that anybody wrote.
const MOST: usize = 2_000;

/// Every password, login name and code that a text gives away.
pub fn find(text: &Text) -> Vec<Secret> {
    let mut found: Vec<Secret> = Vec::new();
    if !(0..text.words.len()).any(|at| ANY.has(text, at)) {
        let found = unsaid::pair(text.raw).or_else(|| unsaid::entered(text));
        return found.map(|place| Secret { place, is_password: true }).into_iter().collect();
    }
    let announced = (0..text.words.len()).filter(|&at| ANY.has(text, at)).filter_map(|at| Some((at, announced(text, at)?)));
    for (at, sort) in announced.take(MOST) {
        let start = text.words[at].end as usize;
        let place = value(text.raw, start, sort).or_else(|| value_before(text, at, sort));
        let Some(place) = place else { continue };
        let secret = Secret { place, is_password: sort != Sort::Login };
        match found.last_mut() {
            Some(last) if secret.place.start <= last.place.end => last.is_password |= secret.is_password,
            Some(last) if is_near(text.raw, last.place.end..secret.place.start) => {
                last.place.end = secret.place.end;
                last.is_password |= secret.is_password;
            }
            _ => found.push(secret),
        }
    }
    if found.is_empty() {
        found.extend(unsaid::find(text).or_else(|| unsaid::entered(text)).map(|place| Secret { place, is_password: true }));
    }
    found
}

/// Whether a login and a password stand in one line, close by.
fn is_near(raw: &str, between: Range<usize>) -> bool {
    between.len() <= 32 && raw.get(between).is_some_and(|between| !between.contains('\n'))
}

/// "Tiggy1998 as the password", "Pa55word. That's my password": the value stands first.
fn value_before(text: &Text, at: usize, sort: Sort) -> Option<Range<usize>> {
    if sort == Sort::Code {
        return keyed(text, at);
    }
    let pointed = (at.saturating_sub(4)..at).any(|at| matches!(text.fold(at), "that" | "thats" | "this"));
    let first = at.saturating_sub(if pointed { 14 } else { 5 });
    let linked = |word: usize| matches!(text.fold(word + 1), "as" | "in" | "into" | "for" | "is");
    (first..at).rev().filter(|&word| pointed || linked(word)).find_map(|word| {
        let start = text.words[word].start as usize;
        let token = token_around(text.raw, start)?;
        let (clean, offset) = cleaned(&text.raw[token.clone()]);
        let start = token.start;
        is_mixed(clean).then(|| start + offset..start + offset + clean.len())
    })
}

/// "4471 on the keypad": digits that a pad for them follows.
fn keyed(text: &Text, pad: usize) -> Option<Range<usize>> {
    let digits = |at: &usize| (4..7).contains(&text.fold(*at).len()) && text.fold(*at).bytes().all(|byte| byte.is_ascii_digit());
    let at = (pad.saturating_sub(4)..pad).rev().take_while(|&at| !text.starts_sentence(at + 1)).find(digits)?;
    let led = (at + 1..pad).any(|at| matches!(text.fold(at), "on" | "into" | "in" | "for"));
    (led && matches!(text.fold(pad), "keypad" | "padlock" | "alarm")).then(|| text.span(&(at..at + 1)))
}

/// The characters without a space around a byte; none where they are too long to be a password.
fn token_around(raw: &str, at: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 64;
    let back = raw[..at].char_indices().rev().take(LONGEST).take_while(|(_, c)| !c.is_whitespace()).last().map_or(at, |(start, _)| start);
    let length: usize = raw[at..].chars().take(LONGEST).take_while(|c| !c.is_whitespace()).map(char::len_utf8).sum();
    (at + length - back < LONGEST).then_some(back..at + length)
}

/// What a word announces, if it is one of those.
fn announced(text: &Text, at: usize) -> Option<Sort> {
    if PASSWORDS.has(text, at) {
        let meeting = (at.saturating_sub(12)..at).any(|at| MEETINGS.has(text, at));
        let general = (at.saturating_sub(3)..at).any(|at| GENERAL.has(text, at));
        let titled = text.raw[..text.words[at].start as usize].ends_with(['\'', '"', '“', '‘']);
        (!meeting && !general && !titled).then_some(Sort::Password)
    } else if text.fold(at) == "p" && is_told_user(text, at) {
        Some(Sort::Password)
    } else if CODES.has(text, at) {
        let behind = || matches!(text.fold(at + 1), "for" | "to" | "on") && (at + 2..at + 6).any(|at| ROOMS.has(text, at));
        let door = at > 0 && DOORS.has(text, at - 1) || text.fold(at) == "pin" || behind();
        door.then_some(Sort::Code)
    } else if matches!(text.fold(at), "alarm" | "padlock" | "keypad") {
        // "The alarm is 4482", and not "the alarm is at 7".
        Some(Sort::Code)
    } else if LOGINS.has(text, at) {
        let social = (at.saturating_sub(6)..(at + 8).min(text.words.len())).any(|at| SOCIAL.has(text, at));
        (!social).then_some(Sort::Login)
    } else {
        None
    }
}

/// `u: htrelawney p: Dragonfly12`.
fn is_told_user(text: &Text, at: usize) -> bool {
    let marked = |at: usize| text.raw[text.words[at].end as usize..].starts_with([':', '=']);
    marked(at) && (at.saturating_sub(4)..at).any(|at| matches!(text.fold(at), "u" | "un" | "user" | "username" | "login") && marked(at))
}

/// What stands between the announcing word and what may be the value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// Nothing yet but the word itself.
    Beside,
    /// "is", `:` or `=`.
    Told,
    /// "was", or a word with "'s": only what looks like a password counts.
    Hinted,
    /// Other words.
    Away,
}

/// The bytes of the value that follows, in the same sentence and within a few words.
fn value(raw: &str, start: usize, sort: Sort) -> Option<Range<usize>> {
    let line = &raw[start..];
    let line = &line[..line
        .char_indices()
        .take(120)
        .find(|&(at, c)| c == '\n' && !line[..at].trim_end().ends_with([':', '=']))
        .map_or_else(|| line.char_indices().nth(120).map_or(line.len(), |(at, _)| at), |(at, _)| at)];
    let possessive = line.starts_with(['\'', '\u{2019}']);
    let mut bond = if possessive { Link::Told } else { Link::Beside };
    let mut before = "";
    let mut at = if possessive { line.find(char::is_whitespace)? } else { 0 };
    for _ in 0..9 {
        at += line[at..].len() - line[at..].trim_start().len();
        let token = line[at..].split(char::is_whitespace).next().filter(|token| !token.is_empty())?;
        let (clean, offset) = cleaned(token);
        let after = &line[at + token.len()..];
        let renewed = matches!(before, "reset" | "changed" | "set" | "updated" | "back" | "switched");
        if matches!(clean.to_ascii_lowercase().as_str(), "is" | "are" | "will")
            || (clean.eq_ignore_ascii_case("to") && renewed)
            || (clean.is_empty() && is_mark(token))
        {
            bond = Link::Told;
        } else if matches!(
            clean,
            "like" | "eg" | "e.g" | "example" | "such" | "never" | "not" | "isn't" | "don't" | "must" | "should" | "or"
        ) {
            return None;
        } else if is_value(clean, token, after, bond, sort) {
            let from = start + at + offset;
            return Some(from..with_second(raw, from + clean.len()));
        } else if !FILLERS.contains(&clean) && !clean.is_empty() {
            bond = match clean {
                _ if token.ends_with([':', '=']) => Link::Told,
                "was" | "been" => Link::Hinted,
                _ if clean.ends_with("'s") || clean.ends_with("’s") => Link::Hinted,
                _ => Link::Away,
            };
        }
        if token.ends_with(['.', '?', '!', ';']) {
            return None;
        }
        before = clean;
        at += token.len();
    }
    None
}

/// `=`, `:`, an arrow or a dash on its own.
fn is_mark(token: &str) -> bool {
    matches!(token, ":" | "=" | "-" | "–" | "—" | "->" | "=>" | "→" | ":-")
}

/// A token without the quotes, brackets and stops about it, and how far in it begins.
fn cleaned(token: &str) -> (&str, usize) {
    let marks = |c: char| {
        matches!(
            c,
            '"' | '\''
                | '“'
                | '”'
                | '‘'
                | '’'
                | '('
                | ')'
                | '['
                | ']'
                | '<'
                | '>'
                | '*'
                | '`'
                | ','
                | ';'
                | ':'
                | '.'
                | '='
                | '?'
                | '–'
                | '—'
                | '→'
        )
    };
    let start = token.len() - token.trim_start_matches(marks).len();
    let clean = token[start..].trim_end_matches(|c| marks(c) || c == '!');
    (clean, start)
}

/// Whether a token is the secret that was announced.
fn is_value(clean: &str, token: &str, rest: &str, link: Link, sort: Sort) -> bool {
    let told = link == Link::Told;
    let quoted = token.starts_with(['"', '“', '‘', '\'', '`']) && clean.len() >= 3;
    let closed = token.trim_end_matches(['.', ',', '!', '?', ';']).ends_with(['\'', '"', '”', '’', '`']);
    let digits = clean.bytes().all(|byte| byte.is_ascii_digit() || byte == b'#' || byte == b'-' && sort == Sort::Code) && clean.len() >= 4;
    // "The passcode to unlock it 558214".
    let number = digits && sort == Sort::Password && clean.len() > 4 && clean.len() < 9;
    if link == Link::Away && !number || clean.is_empty() || clean.contains("://") || clean.starts_with("www.") {
        return false;
    }
    match sort {
        Sort::Code => (digits || is_mixed(clean) && link != Link::Hinted) && clean.len() <= 12,
        Sort::Login => told && (is_mixed(clean) || clean.contains('@') && clean.contains('.')),
        Sort::Password => {
            is_mixed(clean)
                || (digits && (told || clean.len() != 4 || !clean.starts_with("20")))
                || (quoted && token.ends_with(['\'', '"', '”', '’', '`']) && link == Link::Beside)
                || (told && (quoted && (closed || !SAID_OF.split(' ').any(|said| said == clean)) || is_word(clean, token, rest)))
        }
    }
}

/// Letters and digits, or a mark among them: nothing that people write otherwise.
fn is_mixed(clean: &str) -> bool {
    let bytes = clean.as_bytes();
    let digit = bytes.iter().any(u8::is_ascii_digit);
    let letter = bytes.iter().any(u8::is_ascii_alphabetic);
    let mark = bytes.iter().any(|byte| b"#$%&*@!_^+".contains(byte));
    let letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    // "8-digit", "10-character", "24hr", "1st", "Y9" and "MS365" are no passwords.
    let counted = bytes[0].is_ascii_digit() && (clean.contains('-') || letters <= 2);
    let product = matches!(
        clean.to_ascii_lowercase().trim_start_matches("ms"),
        "office365" | "o365" | "365" | "mp3" | "mp4" | "covid19" | "covid-19"
    );
    clean.len() >= 5 && letter && (digit || mark) && letters >= 2 && !counted && !product && !clean.contains('/')
}

/// A plain word that closes a clause behind "is" or a colon, and says nothing of the password itself.
fn is_word(clean: &str, token: &str, rest: &str) -> bool {
    let lower = clean.to_lowercase();
    let ends = ["ed", "ing", "ly", "able", "ible", "less", "ful"].iter().any(|end| lower.ends_with(end));
    let next = rest.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let closes = token.ends_with([',', '.', ';', ')', '!', '"', '”', '\''])
        || rest.trim_start_matches(' ').is_empty()
        || rest.trim_start().starts_with(['(', '\n', '-', '–'])
        || matches!(
            next.as_str(),
            "and" | "but" | "if" | "thanks" | "please" | "pls" | "x" | "btw" | "ta" | "don" | "cheers" | "username" | "login"
        );
    let same = lower.chars().all(|c| lower.starts_with(c));
    clean.chars().count() >= 4
        && clean.chars().all(|c| c.is_alphabetic() || c == '-' || c == '.')
        && closes
        && !ends
        && !same
        && !SAID_OF.split(' ').any(|said| said == lower)
}

/// `yr8lap / bananas8`: a second value behind a stroke.
fn with_second(raw: &str, end: usize) -> usize {
    let Some(rest) = raw[end..].trim_start_matches(' ').strip_prefix('/') else { return end };
    let rest = rest.trim_start_matches(' ');
    let token = rest.split(char::is_whitespace).next().unwrap_or_default();
    let (clean, offset) = cleaned(token);
    if clean.len() >= 4 && is_mixed(clean) { raw.len() - rest.len() + offset + clean.len() } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: &str) {
        let text = Text::new(raw);
        let found: Vec<&str> = find(&text).iter().map(|secret| &raw[secret.place.clone()]).collect();
        assert_eq!(found.join(";"), expected, "{raw:?}");
    }

    #[test]
    fn given_away() {
        check("my password is Rumpole42, don't tell", "Rumpole42");
        check("login: x.smith7 / pass: Rovers1974", "x.smith7 / pass: Rovers1974");
        check("pw Gingerbeer!1", "Gingerbeer!1");
        check("temporary pw is Welcome123, it'll make you change it", "Welcome123");
        check("username is fwhitlock7 and the password is tangent44. He can", "fwhitlock7 and the password is tangent44");
        check("passwords reset to Welcome2Larkfield! for everyone", "Welcome2Larkfield");
        check("the password's my cat's name then 2019: Biscuit2019", "Biscuit2019");
        check("login: yr8lap / bananas8", "yr8lap / bananas8");
        check("Netflix password for house sitters: F1shFinger$ (looking at you)", "F1shFinger$");
        check("PIN for the photocopier's 4471 and password for the calendar is goldfinch", "4471;goldfinch");
        check("passcode = curtain22 (all lower case)", "curtain22");
        check("Password: \"open sesame\"", "open");
        check("password is larkrise-2026", "larkrise-2026");
        check("the alarm code is 4471", "4471");
        check("Password:\nHunter22", "Hunter22");
        check("Classroom is under a.khan / Sunflower_1990, post away", "a.khan / Sunflower_1990");
        check("u: htrelawney p: Dragonfly12 for the plan", "Dragonfly12");
        check("Every account uses Tiggy1998 as the password", "Tiggy1998");
        check("it's staff_drive as the username, Pa55word as the password.", "staff_drive as the username, Pa55word");
        check("Mine's been 'letmein1' for years. That's my actual password.", "letmein1");
        check("log on as me (ahussain) wi Passw0rd! and", "Passw0rd");
        check("the portal made me change it to Pythagoras#3", "Pythagoras#3");
        check("the password was Biscuit99", "Biscuit99");
        check("Use the password 'penguin' to get in", "penguin");
        check("the password is now Bananas99", "Bananas99");
        check("whole office gets into the booking system with Welcome123, since 2017", "Welcome123");
        check("It won't let me sign in. I'm putting dmott and then Larkspur88! Help", "Larkspur88");
        check("the code for the staff loo is 1966", "1966");
        check("Wi-Fi: StaffNet, key: bluewhale42", "bluewhale42");
        check("just put 4471 into the keypad by the bins", "4471");
    }

    #[test]
    fn spoken_of() {
        for raw in [
            "Never share a password, not with your mate",
            "Three random words is the NCSC advice for a password and I can never think of three words",
            "Best password in literature.",
            "your Sparx password is on the sticker in the planner",
            "the password reset isn't working and I refuse to log in",
            "passcodes on the ipads got wiped, the tech says pick a 6 digit one",
            "did you get your new login? mine's not come through",
            "Login to Arbor with your usual details",
            "password is wrong. password is expired. password is required",
            "Password: 8-16 characters. Password must have 8 characters like Tr0ub4dor",
            "Meeting ID 882 2019 3311, passcode 4471.",
            "the bus pass is £20, pass: 45%, hall pass 9B",
            "PIN pad on the side door's broken. pin this, 2026 is here",
            "my username on Duolingo is catlady99",
            "password reset link: https://x.test/a1b2c3",
            "the dress code is smart casual, QR code 12345",
            "password is ******** or XXXX",
            "Login is via Office365",
            "the boss's password was his dog's name",
            "Have you got my copy of 'Password: Swordfish' by any chance",
            "log in to MyMaths2026 and hand in Year9Maths2.docx",
            "use code Brew10 to get money off at the cafe in town",
            "We got into the Euro2024 final in a pub",
            "get in the car, Glasto2025 here we come",
            "the alarm went off at 2026 hours, 4000 people on the field",
            "the most common password is still 'password'",
            "art / DT / Year9 and maths / Science, km / H",
        ] {
            check(raw, "");
        }
    }
}

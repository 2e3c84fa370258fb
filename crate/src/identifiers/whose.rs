//! Whose a number or address is: the author's own, somebody else's, or not said.

use std::ops::Range;

/// Whose an identifier is, as the words about it say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The author's.
    Own,
    /// Of another person.
    Person,
    /// Of an office, a shop or the like.
    Office,
    /// Nothing says.
    Unsaid,
}

const MY: &[&str] = &["my", "ma", "mi", "me", "our", "mine", "ours"];
const THEIR: &[&str] = &["his", "her", "their", "your", "hers", "theirs"];
/// What "my" goes with when it speaks of the author.
const OWNED: &[&str] = &[
    "number",
    "numbers",
    "num",
    "no",
    "mobile",
    "mob",
    "phone",
    "cell",
    "landline",
    "tel",
    "telephone",
    "hame",
    "home",
    "house",
    "place",
    "flat",
    "address",
    "email",
    "e",
    "mail",
    "account",
    "personal",
    "private",
    "own",
    "new",
    "postcode",
    "post",
    "whatsapp",
    "digits",
    "gmail",
    "inbox",
    "garden",
    "drive",
    "front",
    "back",
    "dob",
    "date",
    "birthday",
    "garage",
    "other",
    "direct",
    "door",
    "old",
    "work",
];
const KIN: &[&str] = &[
    "mum",
    "mam",
    "mom",
    "dad",
    "wife",
    "husband",
    "partner",
    "son",
    "daughter",
    "brother",
    "sister",
    "nan",
    "gran",
    "grandma",
    "grandad",
    "aunt",
    "auntie",
    "uncle",
    "friend",
    "mate",
    "neighbour",
    "mother",
    "father",
    "carer",
    "parent",
    "parents",
    "guardian",
    "family",
    "pupil",
    "student",
    "child",
    "girl",
    "boy",
    "lad",
    "lass",
    "colleague",
    "social",
    "kin",
    "lives",
    "foster",
];
const OFFICES: &[&str] = &[
    "office",
    "reception",
    "school",
    "academy",
    "helpline",
    "hotline",
    "line",
    "surgery",
    "police",
    "shop",
    "council",
    "venue",
    "club",
    "box",
    "agency",
    "hotel",
    "supplier",
    "company",
    "plumber",
    "doctor",
    "doctors",
    "dentist",
    "dentists",
    "gp",
    "vet",
    "vets",
    "garage",
    "museum",
    "theatre",
    "pub",
    "restaurant",
    "church",
    "hall",
    "centre",
    "library",
    "clinic",
    "hospital",
    "childline",
    "samaritans",
    "nspcc",
    "bookings",
    "tickets",
    "booking",
    "customer",
    "support",
    "samaritan",
    "desk",
    "department",
    "electrician",
    "builder",
    "taxi",
    "taxis",
    "cab",
    "cabs",
    "coach",
    "firm",
    "charity",
    "appeal",
    "advice",
    "crimestoppers",
    "salon",
    "barber",
    "barbers",
    "hairdresser",
    "studio",
    "kennels",
    "cafe",
    "store",
    "stall",
];
const CALLS: &[&str] =
    &["call", "ring", "text", "phone", "contact", "message", "whatsapp", "email", "dm", "bell", "reach", "tell", "ask", "try", "recommend"];

/// Whose the identifier at `place` is.
pub fn whose(raw: &str, place: &Range<usize>) -> Whose {
    if is_called_own(raw, place.end) {
        return Whose::Own;
    }
    let before = clause_before(raw, place.start);
    let words: Vec<&str> = before.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()).collect();
    let mut office = None;
    for at in (0..words.len()).rev().take(14) {
        match cue(&words, at) {
            // "my own number in case the coach is late": what is said of a number goes before who else is spoken of.
            Some(Whose::Office) => office = Some(Whose::Office),
            Some(Whose::Own) if office.is_some() && !is_number(words.get(at + 1).copied()) && !is_number(words.get(at + 2).copied()) => {}
            Some(said) => return said,
            None => {}
        }
    }
    let own = || is_said_after(raw, place.end) || is_moved(raw, place.start);
    office.or_else(|| own().then_some(Whose::Own)).unwrap_or(Whose::Unsaid)
}

fn is_number(word: Option<&str>) -> bool {
    word.is_some_and(|word| {
        matches!(
            word.trim_end_matches("'s"),
            "number" | "mobile" | "mob" | "phone" | "cell" | "landline" | "address" | "postcode" | "email"
        )
    })
}

/// "… is my own phone", ", that's me": said of the number itself, whoever is spoken of before.
fn is_called_own(raw: &str, at: usize) -> bool {
    let after = after(raw, at);
    let after = after.trim_start_matches([' ', ',', ')', '-', '(', '–', '—']);
    let after = ["is ", "that's ", "thats ", "it's ", "its "].iter().find_map(|is| after.strip_prefix(is));
    after.is_some_and(|after| ["my ", "mine", "me", "ours"].iter().any(|own| after.starts_with(own)))
}

/// "We've moved to …", "New place! …".
fn is_moved(raw: &str, at: usize) -> bool {
    let before = super::around::before(raw, at, 80).replace('\u{2019}', "'");
    [
        "moved in",
        "moved to",
        "i've moved",
        "we've moved",
        "new place",
        "new house",
        "new flat",
        "new home",
        "new address",
        "new number",
        "housewarming",
        "now at",
        "collect from",
        "collection from",
        "pick up from",
        "drop it round",
        "drop it to",
        "hes mine",
        "he's mine",
        "she's mine",
        "house empty",
    ]
    .iter()
    .any(|says| before.contains(says))
}

/// What one word before an identifier says of it, with the word that follows.
fn cue(words: &[&str], at: usize) -> Option<Whose> {
    let word = words[at];
    let next = words.get(at + 1).copied().unwrap_or_default();
    let owned = |word: &str| OWNED.contains(&word.trim_end_matches("'s"));
    let possessive = word.strip_suffix("'s").or_else(|| word.strip_suffix("s'"));
    if let Some(owner) = possessive.filter(|owner| !is_pronoun(owner) && !owned(owner)) {
        return Some(if OFFICES.contains(&owner) { Whose::Office } else { Whose::Person });
    }
    let called = at > 0 && CALLS.contains(&words[at - 1]);
    match word {
        "mine" | "ours" => Some(Whose::Own),
        "me" if called || matches!(next, "" | "on" | "at" | "in" | "or" | "if" | "a") => Some(Whose::Own),
        _ if MY.contains(&word) && (next.is_empty() || owned(next)) => Some(Whose::Own),
        "live" if at > 0 && matches!(words[at - 1], "i" | "we" | "now") => Some(Whose::Own),
        "i'm" | "we're" | "im" if matches!(next, "at" | "on" | "in") => Some(Whose::Own),
        // "WhatsApp me your questions on …" speaks of no number of theirs.
        "your" if !next.is_empty() && !owned(next) => None,
        _ if THEIR.contains(&word) || KIN.contains(&word) => Some(Whose::Person),
        // "Ring me, not the school".
        _ if OFFICES.contains(&word) => (!words[at.saturating_sub(2)..at].contains(&"not")).then_some(Whose::Office),
        // "call Sandra on", but "email drafts to".
        _ if called && matches!(next, "" | "on" | "at") && !matches!(word, "us" | "the" | "now" | "number" | "on" | "or" | "at") => {
            Some(Whose::Person)
        }
        _ => None,
    }
}

/// "That's", "here's", "it's": nobody's possession.
fn is_pronoun(word: &str) -> bool {
    matches!(word, "that" | "it" | "here" | "there" | "what" | "he" | "she" | "who" | "let" | "where" | "how" | "this" | "name")
}

/// "… is my new number", "… if you need me".
fn is_said_after(raw: &str, at: usize) -> bool {
    const SAYS: &[&str] = &[
        "my number",
        "my mobile",
        "my new number",
        "my new mobile",
        "my address",
        "my new address",
        "my email",
        "is mine",
        "text me",
        "call me",
        "ring me",
        "message me",
        "whatsapp me",
        "need me",
        "reach me",
        "get me",
        "come round",
        "come over",
        "pop round",
        "at ours",
        "at mine",
        "round mine",
        "round ours",
        "my home",
        "my house",
    ];
    let after = after(raw, at);
    SAYS.iter().any(|says| after.contains(says))
}

/// The words after a place in the same sentence, in lower case with straight apostrophes.
fn after(raw: &str, at: usize) -> String {
    let rest = &raw[at..];
    let end = rest
        .char_indices()
        .take(60)
        .find(|(at, c)| matches!(c, '!' | '?' | '\n') || rest[*at..].starts_with(". "))
        .map_or_else(|| rest.char_indices().nth(60).map_or(rest.len(), |(at, _)| at), |(at, _)| at);
    rest[..end].to_lowercase().replace('\u{2019}', "'")
}

/// The words before a place in the same sentence, in lower case with straight apostrophes; a line that ends in a colon goes on.
pub fn clause_before(raw: &str, at: usize) -> String {
    let mut start = at.saturating_sub(160);
    while !raw.is_char_boundary(start) {
        start += 1;
    }
    let before = raw[start..at].replace('\u{2019}', "'").to_lowercase();
    let ends = |at: usize, c: char| match c {
        '!' | '?' | ';' => true,
        '.' => before[at + 1..].starts_with(char::is_whitespace),
        '\n' => !before[..at].trim_end().ends_with(':') && !before[at + 1..].trim().is_empty(),
        _ => false,
    };
    let cut = before.char_indices().rev().find(|&(at, c)| ends(at, c)).map_or(0, |(at, _)| at + 1);
    before[cut..].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners() {
        for (raw, expected) in [
            ("my number is «", Whose::Own),
            ("text me on «", Whose::Own),
            ("Mine is «", Whose::Own),
            ("ma hame number's «", Whose::Own),
            ("my mobile is dead, use the landline «", Whose::Own),
            ("I live at «", Whose::Own),
            ("Pick it up from mine, «", Whose::Own),
            ("party at our house, «", Whose::Own),
            ("Send the cheque to me at «", Whose::Own),
            ("my mum's number is «", Whose::Person),
            ("leave it with my mum, «", Whose::Person),
            ("Mum’s number is «", Whose::Person),
            ("his number is «", Whose::Person),
            ("call Sandra on «", Whose::Person),
            ("The plumber's number's «", Whose::Office),
            ("School office is «", Whose::Office),
            ("ring the surgery on «", Whose::Office),
            ("Tickets on «", Whose::Office),
            ("here's my own number in case the coach is late «", Whose::Own),
            ("moved in!! «", Whose::Own),
            ("We've moved to Flat 12, Kelham Works, «", Whose::Own),
            ("Any takers? «", Whose::Unsaid),
            ("Museum's at «", Whose::Office),
            ("Thanks to my mum. Spare bed going, «", Whose::Unsaid),
            ("any problems email me on my own account, «", Whose::Own),
            ("«07700 900123 is my new number", Whose::Own),
            ("if the coach is late ring me not the school, «", Whose::Own),
            ("the school line is down so «07700 900123 is my own phone", Whose::Own),
        ] {
            let at = raw.find('«').expect("a mark");
            let plain = raw.replace('«', "");
            assert_eq!(whose(&plain, &(at..at + if plain.len() > at { 12 } else { 0 })), expected, "{raw}");
        }
    }
}

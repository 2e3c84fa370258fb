//! The ways in which posts write a pupil's name, two for each pupil of the school in turn.

use crate::school::{Pupil, pupils};

/// A post that names a pupil.
pub struct Variant {
    pub way: &'static str,
    /// How the name is written.
    pub written: String,
    pub text: String,
}

const POSTS: &[&str] = &[
    "So proud of {} today",
    "{} scored twice in the cup",
    "Well done to {} for the cake sale",
    "Lovely poem by {}!",
    "Had to ring home about {} again.",
    "Can you believe it, {} won",
];

type Way = (&'static str, fn(&Pupil) -> Option<String>);

const WAYS: &[Way] = &[
    ("full", |one| Some(format!("{} {}", one.forename, one.surname))),
    ("preferred", |one| (!one.preferred.is_empty()).then(|| format!("{} {}", one.preferred, one.surname))),
    ("lower case", |one| Some(format!("{} {}", one.forename, one.surname).to_lowercase())),
    ("reversed", |one| Some(format!("{} {}", one.surname, one.forename))),
    ("reversed, comma", |one| Some(format!("{}, {}", one.surname, one.forename))),
    ("initial", |one| Some(format!("{} {}", initial(one), one.surname))),
    ("initial, dot", |one| Some(format!("{}. {}", initial(one), one.surname))),
    ("surname mistyped", |one| Some(format!("{} {}", one.forename, mistyped(&one.surname)?))),
    ("forename mistyped", |one| Some(format!("{} {}", mistyped(one.forename)?, one.surname))),
    ("middle kept", |one| Some(format!("{} {} {}", one.forename, Some(one.middle).filter(|middle| !middle.is_empty())?, one.surname))),
    ("middle unknown", |one| Some(format!("{} Marie {}", one.forename, one.surname))),
    ("hyphen dropped", |one| joined(one, '-', " ")),
    ("hyphen closed", |one| joined(one, '-', "")),
    ("apostrophe dropped", |one| joined(one, '\'', "")),
    ("apostrophe curly", |one| joined(one, '\'', "’")),
    ("accents dropped", |one| {
        let plain = plain(&format!("{} {}", one.forename, one.surname));
        (plain != format!("{} {}", one.forename, one.surname)).then_some(plain)
    }),
    ("particle dropped", |one| Some(format!("{} {}", one.forename, one.surname.split_once(' ')?.1))),
    ("particle closed", |one| joined(one, ' ', "").filter(|_| one.surname.contains(' '))),
    ("half of two surnames", |one| {
        Some(format!("{} {}", one.forename, one.surname.split_once('-').filter(|(first, _)| first.len() > 3)?.0))
    }),
    ("short form", |one| Some(format!("{} {}", short(one.forename)?, one.surname))),
    ("handle", |one| Some(format!("@{}{}07", letters(one.forename), letters(&one.surname)))),
    ("handle with a line", |one| Some(format!("@{}_{}", letters(one.forename), letters(&one.surname)))),
    ("address", |one| Some(format!("{}.{}@mail.example", letters(one.forename), letters(&one.surname)))),
    ("hashtag", |one| Some(format!("#{}{}", capital(one.forename), capital(&one.surname)))),
    ("praise in a hashtag", |one| {
        matches!(one.forename, "Jayden" | "Oluwaseun" | "Zainab" | "Kacper" | "Niamh").then(|| format!("#WellDone{}", one.forename))
    }),
    ("possessive", |one| Some(format!("{} {}'s", one.forename, one.surname))),
    ("split across a line", |one| Some(format!("{}\n{}", one.forename, one.surname))),
    ("shouted", |one| Some(format!("{} {}", one.forename, one.surname).to_uppercase())),
    ("class behind", |one| Some(format!("{} {} ({})", one.forename, one.surname, one.form).to_lowercase())),
];

/// Every variant: of the ways that fit a pupil two, each way as often as the others.
pub fn all() -> Vec<Variant> {
    let mut variants = Vec::new();
    for (at, pupil) in pupils().iter().enumerate() {
        let fit: Vec<(&str, String)> = WAYS.iter().filter_map(|(way, write)| Some((*way, write(pupil)?))).collect();
        for nth in 0..2 {
            let (way, written) = &fit[(at * 2 + nth + at / WAYS.len()) % fit.len()];
            let text = POSTS[(at + nth) % POSTS.len()].replace("{}", written);
            variants.push(Variant { way, written: written.trim_end_matches("'s").to_owned(), text });
        }
    }
    variants
}

fn initial(one: &Pupil) -> String {
    plain(one.forename).chars().take(1).collect()
}

/// With one letter changed, left out, doubled or moved, as the name's own letters tell; names of five letters or more.
fn mistyped(name: &str) -> Option<String> {
    let mut letters: Vec<char> = name.chars().collect();
    let at = 2 + letters.len() % 3;
    if letters.len() < 5 || name.contains(['-', ' ', '\'']) || letters[at - 1] == letters[at] {
        return None;
    }
    match letters.iter().map(|c| *c as usize).sum::<usize>() % 4 {
        0 => letters[at] = if letters[at] == 'e' { 'a' } else { 'e' },
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letters[at]),
        _ => letters.swap(at - 1, at),
    }
    Some(letters.into_iter().collect())
}

fn joined(one: &Pupil, mark: char, with: &str) -> Option<String> {
    let name = (one.forename, one.surname.as_str());
    (name.0.contains(mark) || name.1.contains(mark)).then(|| format!("{} {}", name.0.replace(mark, with), name.1.replace(mark, with)))
}

fn plain(name: &str) -> String {
    const ACCENTS: &[(char, char)] =
        &[('ë', 'e'), ('é', 'e'), ('â', 'a'), ('á', 'a'), ('ó', 'o'), ('ü', 'u'), ('í', 'i'), ('ú', 'u'), ('ñ', 'n')];
    name.chars().map(|c| ACCENTS.iter().find(|(accent, _)| *accent == c).map_or(c, |(_, plain)| *plain)).collect()
}

fn letters(name: &str) -> String {
    plain(name).to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

fn capital(name: &str) -> String {
    plain(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What they may be called for short, or how else their name is spelt.
fn short(forename: &str) -> Option<&'static str> {
    const SHORT: &[(&str, &str)] = &[
        ("Katherine", "Kate"),
        ("Mohammed", "Muhammad"),
        ("Muhammad", "Md"),
        ("Alexander", "Xander"),
        ("Elizabeth", "Lizzie"),
        ("William", "Will"),
        ("Samantha", "Sam"),
        ("Rebecca", "Becky"),
        ("Jennifer", "Jenny"),
        ("Nicholas", "Nick"),
        ("Christopher", "Chris"),
        ("Benjamin", "Ben"),
        ("Jonathan", "Jonny"),
        ("Nathaniel", "Nate"),
        ("Gabriella", "Gabby"),
        ("Isabella", "Izzy"),
        ("Madeleine", "Maddie"),
        ("Charlotte", "Lottie"),
        ("Frederick", "Freddie"),
        ("Theodore", "Teddy"),
        ("Matilda", "Tilly"),
        ("Aisha", "Ayesha"),
        ("Yusuf", "Yousef"),
        ("Zoë", "Zoey"),
        ("Seán", "Shaun"),
        ("Imogen", "Immy"),
        ("Oliver", "Ollie"),
        ("Patrick", "Paddy"),
        ("Peter", "Pete"),
        ("Ibrahim", "Ebrahim"),
        ("Omar", "Umar"),
        ("Tobiasz", "Toby"),
    ];
    SHORT.iter().find(|(full, _)| *full == forename).map(|(_, short)| *short)
}

//! How soon a password is guessed: words, names, dates, runs and repeats are tried before anything else.
//!
//! The measure is that of Wheeler's zxcvbn (USENIX Security 2016): a password is cut into what a guesser would try, so that the guesses
//! are fewest; that library itself is larger than all of this engine.

use crate::tagger::words::Known;
use crate::text::hash;

/// Fewer guesses are too few (`kinds.md`).
const ENOUGH: f64 = 1e8;
/// A longer password is not looked at beyond here.
const LONGEST: usize = 64;
/// Guesses for one character of which nothing is known.
const BLIND: f64 = 10.0;

/// The passwords and parts of passwords that are tried first.
const COMMON: &str = "password passw0rd pass word qwerty qwertyuiop qwe asdf asdfgh asdfghjkl zxcvbn zxcvbnm letmein welcome monkey dragon football \
    liverpool arsenal chelsea everton rangers celtic tottenham iloveyou sunshine princess admin administrator login master hello \
    freedom whatever trustno1 superman batman pokemon starwars charlie jordan michael ashley bailey shadow baseball computer summer \
    winter spring autumn abc abcdef changeme secret test guest default teacher school pupil student class letme access love lovely \
    flower cheese banana chocolate orange purple yellow manchester london england scotland wales united city rover ginger buster \
    jessica daniel thomas george";

/// Whether a password is guessed in fewer than 10⁸ tries.
pub fn is_soon_guessed(password: &str) -> bool {
    guesses(password) < ENOUGH
}

/// A password in small letters, with figures and signs read as the letters that they stand for, and nothing but letters and figures.
pub fn plain(password: &str) -> String {
    password.chars().flat_map(char::to_lowercase).map(letter).filter(|c| c.is_alphanumeric()).collect()
}

/// The letter that a sign stands for.
fn letter(sign: char) -> char {
    match sign {
        '@' | '4' => 'a',
        '3' => 'e',
        '1' | '!' => 'i',
        '0' => 'o',
        '$' | '5' => 's',
        '7' => 't',
        other => other,
    }
}

/// Whether a word of the dictionary of at least four letters stands in a password by itself.
pub fn has_word(password: &str) -> bool {
    let lower: String = password.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
    lower.split(|c: char| !c.is_alphabetic()).any(|word| word.len() > 3 && rank(word).is_some())
}

/// The fewest guesses that lead to a password: over all ways to cut it, the product of its parts' guesses times the orders of so many parts.
fn guesses(password: &str) -> f64 {
    let signs: Vec<char> = password.chars().take(LONGEST).collect();
    // For each end the best product for each number of parts.
    let mut best: Vec<Vec<f64>> = vec![vec![1.0]];
    for end in 1..=signs.len() {
        let mut row = vec![f64::INFINITY; end + 1];
        for start in 0..end {
            let part = part(&signs[start..end]);
            for (parts, before) in best[start].iter().enumerate() {
                row[parts + 1] = row[parts + 1].min(before * part);
            }
        }
        best.push(row);
    }
    let mut orders = 1.0;
    let mut fewest = f64::INFINITY;
    for (parts, product) in best[signs.len()].iter().enumerate() {
        orders *= parts.max(1) as f64;
        // Whoever tries goes through shorter ways first.
        fewest = fewest.min(orders * product + 10_000_f64.powi(parts as i32 - 1));
    }
    fewest
}

/// The guesses for one part, taken as the easiest of what it may be.
fn part(signs: &[char]) -> f64 {
    let length = signs.len();
    let blind = BLIND.powi(length as i32);
    if length < 3 {
        return blind;
    }
    let lower: String = signs.iter().flat_map(|sign| sign.to_lowercase()).collect();
    let mut fewest = blind;
    let capitals = signs.iter().filter(|sign| sign.is_uppercase()).count();
    let written = if capitals == 0 { 1.0 } else { [20.0, 2.0][usize::from(capitals == 1 || capitals == length)] };
    let spelt: String = lower.chars().map(letter).collect();
    if let Some(rank) = rank(&lower).map(|rank| rank * written).or_else(|| rank(&spelt).map(|rank| rank * 8.0)) {
        fewest = fewest.min(rank);
    }
    if runs(signs) {
        fewest = fewest.min(20.0 * length as f64);
    }
    if is_year(&lower) {
        fewest = fewest.min(120.0);
    }
    if is_date(signs) {
        fewest = fewest.min(365.0 * 120.0);
    }
    fewest
}

/// How many words are tried before this one; none for what is no word.
#[inline(never)]
fn rank(word: &str) -> Option<f64> {
    if let Some(at) = COMMON.split_whitespace().position(|common| common == word) {
        return Some((at + 1) as f64);
    }
    if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let known = Known::of(word, hash(word.as_bytes()));
    match (known.forename, known.surname, known.word, known.place) {
        (2.., _, _, _) => Some(500.0),
        (_, _, 3, _) => Some(1_000.0),
        (_, _, 2, _) | (_, 2.., _, _) => Some(5_000.0),
        (1, _, _, _) | (_, 1, _, _) | (_, _, 1, _) | (_, _, _, 1..) => Some(20_000.0),
        _ => (word.len() > 4 && is_spoken(word)).then_some(60_000.0),
    }
}

/// Whether letters can be said as a word: our lists have the words that matter for names, and not every giraffe.
fn is_spoken(word: &str) -> bool {
    let vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let runs = |is: fn(bool) -> bool| word.split(|letter| !is(vowel(letter))).map(str::len).max().unwrap_or(0);
    let vowels = word.chars().filter(|letter| vowel(*letter)).count();
    let foreign = word.contains(['q', 'z', 'x', 'j']) && !word.contains("qu");
    !foreign
        && word.len() < 13
        && vowels * 4 >= word.len()
        && vowels * 3 <= word.len() * 2
        && runs(|vowel| vowel) < 4
        && runs(|vowel| !vowel) < 4
}

/// `4567`, `dcba`, `aaaa`, `qwer`: one step after the other.
fn runs(signs: &[char]) -> bool {
    const ROWS: [&str; 4] = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890"];
    let lower: String = signs.iter().flat_map(|sign| sign.to_lowercase()).collect();
    let back: String = lower.chars().rev().collect();
    let step = u32::from(signs[1]).wrapping_sub(u32::from(signs[0]));
    let even = signs.windows(2).all(|pair| u32::from(pair[1]).wrapping_sub(u32::from(pair[0])) == step);
    even && matches!(step, 0 | 1 | u32::MAX) || ROWS.iter().any(|row| row.contains(&lower) || row.contains(&back))
}

/// A year that people remember.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u32>().is_ok_and(|year| (1_900..=2_050).contains(&year))
}

/// `19/05/1984`, `190584`: a day, a month and a year.
fn is_date(signs: &[char]) -> bool {
    let figures: String = signs.iter().filter(|sign| sign.is_ascii_digit()).collect();
    let marks = signs.iter().filter(|sign| matches!(sign, '/' | '-' | '.' | ' ')).count();
    let number = |at: usize| figures.get(at..at + 2).and_then(|two| two.parse::<u32>().ok()).unwrap_or(99);
    let day =
        (1..=31).contains(&number(0)) && (1..=12).contains(&number(2)) || (1..=12).contains(&number(0)) && (1..=31).contains(&number(2));
    figures.len() + marks == signs.len() && matches!(figures.len(), 6 | 8) && matches!(marks, 0 | 2) && day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(password: &str, soon: bool) {
        assert_eq!(is_soon_guessed(password), soon, "{password:?}: {:.0} guesses", guesses(password));
    }

    #[test]
    fn passwords() {
        for soon in [
            "password",
            "Password1!",
            "P4ssw0rd!",
            "qwerty123",
            "aaaaaaaaaaaa",
            "12345678910",
            "abcdefgh",
            "charlie2014",
            "Summer2026!",
            "kx7!",
            "190584",
            "liverpool1892",
        ] {
            check(soon, true);
        }
        for late in ["vK9#tq!Lr2z", "tangle ochre biscuit lamp", "mzpqwtvxkr", "Tangle-Ochre-Biscuit-72"] {
            check(late, false);
        }
    }

    #[test]
    fn words_in_passwords() {
        assert!(has_word("Vx7#giraffe!91"));
        assert!(!has_word("vx7#kq92!m"));
        assert_eq!(plain("P@ssw0rd!"), "passwordi");
    }
}

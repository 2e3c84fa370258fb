//! Numbers and lists as they are said.

/// Whom a list may hold, one and many, in the order of their counts.
pub const WHO: [(&str, &str); 4] =
    [("pupil", "pupils"), ("leaver", "leavers"), ("member of staff", "staff"), ("parent or carer", "parents and carers")];

/// `1 row`, `3,000 rows`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// A number with commas between its thousands.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let group = |at: usize| if at > 0 && (digits.len() - at).is_multiple_of(3) { "," } else { "" };
    digits.char_indices().map(|(at, digit)| format!("{}{digit}", group(at))).collect()
}

/// `a`, `a and b`, `a, b and c`.
pub fn series(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// `3 pupils and 1 member of staff`.
pub fn people(counts: [usize; 4]) -> String {
    let some = WHO.iter().zip(counts).filter(|(_, number)| *number > 0);
    series(&some.map(|((one, many), number)| count(number, one, many)).collect::<Vec<_>>())
}

/// With a capital at its start.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{capital, count, grouped, people};

    #[test]
    fn numbers_and_people_are_said() {
        for (number, said) in [(0, "0"), (12, "12"), (999, "999"), (1_000, "1,000"), (200_000, "200,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), said);
        }
        assert_eq!((count(1, "row", "rows"), count(2, "row", "rows")), ("1 row".to_owned(), "2 rows".to_owned()));
        for (counts, said) in [
            ([0; 4], ""),
            ([1, 0, 0, 0], "1 pupil"),
            ([1_200, 0, 1, 0], "1,200 pupils and 1 member of staff"),
            ([2, 3, 4, 5], "2 pupils, 3 leavers, 4 staff and 5 parents and carers"),
        ] {
            assert_eq!(people(counts), said);
        }
        assert_eq!((capital("date of birth"), capital("")), ("Date of birth".to_owned(), String::new()));
    }
}

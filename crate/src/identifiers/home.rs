//! Whether an address is a home that somebody of the text is to be found at: come to, deliver to, knock.

use super::around;
use std::ops::Range;

/// Whether the words about an address tell of a home to come to or to deliver to, where somebody of the text lives.
pub fn is_home(raw: &str, place: &Range<usize>) -> bool {
    const SAYS: &[&str] = &[
        "deliver",
        "drop ",
        "leave it",
        "leave them",
        "collect",
        "live there",
        "live here",
        "we live",
        "i live",
        "knock",
        "doorbell",
        "the bell",
        "door ",
        "door,",
        "door's",
        "buzzer",
        "my house",
        "our house",
        "the keys to",
        "that's me",
        "that's us",
        "bring a bottle",
        "courier",
        "my account",
        "the boiler",
        "home all day",
        "home from",
        "cash please",
        "i'm in ",
        "im in ",
        "we're in ",
        "we're the",
        "we are the",
        "garage sale",
        "yard sale",
        "moving sale",
        "open house",
        "trick or treat",
        "parcel",
        "help yoursel",
        "free to",
        "next door",
        "our road",
        "our street",
        "my road",
        "my street",
        "find us",
        "find me",
        "kettle",
        "buyer",
    ];
    let before = around::before(raw, place.start, 60).replace('\u{2019}', "'");
    let after: String = raw[place.end..].chars().take(50).collect();
    let after = after.to_lowercase().replace('\u{2019}', "'");
    SAYS.iter().any(|says| before.contains(says) || after.contains(says))
}

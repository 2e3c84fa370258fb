//! Mail: addresses, topics, automatic senders, who writes with whom, and the mails that one body holds.

mod address;
mod attribution;
mod header;
mod header_names;
mod party;
mod quote;
mod rule;
mod split;
mod topic;

pub use address::{address, display_name, is_known, is_trusted, recipients};
pub use header::sender;
pub use party::{Party, exchanged};
pub use split::{Body, split};
pub use topic::{is_automatic, is_machine, is_notice, topic};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics() {
        for (subject, expected) in [
            ("Re: Trip money", "trip money"),
            ("RE: FW: [Year 9] AW: Trip  Money", "trip money"),
            ("SV: Re[2]: Trip money", "trip money"),
            ("Antw: Odp: trip money", "trip money"),
            ("Question: trip money", "question: trip money"),
            ("", ""),
            ("Re:", ""),
        ] {
            assert_eq!(topic(subject), expected, "{subject:?}");
        }
    }

    #[test]
    fn addresses() {
        for (written, bare, name) in [
            ("Chris Parent <Chris@Home.Test>", "chris@home.test", "Chris Parent"),
            ("a@b.c", "a@b.c", ""),
            ("\"Lee, Al\" <a@b>", "a@b", "Lee, Al"),
            ("", "", ""),
            ("<", "", ""),
        ] {
            assert_eq!((address(written).as_str(), display_name(written)), (bare, name), "{written:?}");
        }
    }
}

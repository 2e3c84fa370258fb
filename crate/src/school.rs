//! The school file: names, addresses and people to ask, as `contract.md` defines it.

use crate::domain;
use crate::file::{self, FileError};
use crate::identifiers::What;
use crate::json;
use crate::order;
use std::collections::BTreeMap;

/// What a school says about itself; every field may be left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct School {
    /// Full name.
    pub name: String,
    /// Short forms people use.
    pub also: Vec<String>,
    /// The trust's name.
    pub trust: String,
    /// The trust's short forms.
    pub trust_also: Vec<String>,
    /// Social handles, with `@`.
    pub handles: Vec<String>,
    /// Hashtags, with `#`.
    pub hashtags: Vec<String>,
    /// Mail domains of the school and trust.
    pub domains: Vec<String>,
    /// Mail domains of pupils.
    pub pupil_domains: Vec<String>,
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// Postal address.
    pub address: String,
    /// Mail address of the person's line manager.
    pub line_manager: String,
    /// What a signature must contain.
    pub signature_contains: Vec<String>,
    /// IANA name; British time is kept whatever it says, since every school the policies are for has it.
    pub time_zone: String,
    /// Whom to ask, by role (`dsl`, `ict`, `slt`).
    pub contacts: BTreeMap<String, String>,
    /// Working time.
    pub hours: Option<Hours>,
    /// The school's own site lists by category.
    pub sites: BTreeMap<String, Vec<String>>,
    /// Approved services.
    pub services: Vec<String>,
}

json!(
    School,
    strict {
        name: May,
        also: May,
        trust: May,
        trust_also: May,
        handles: May,
        hashtags: May,
        domains: May,
        pupil_domains: May,
        phones: May,
        address: May,
        line_manager: May,
        signature_contains: May,
        time_zone: May,
        contacts: May,
        hours: May,
        sites: May,
        services: May
    }
);

/// Working time, local.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hours {
    /// `HH:MM`.
    pub from: String,
    /// `HH:MM`.
    pub to: String,
    /// For example `Mon-Fri`.
    pub days: String,
}

json!(Hours, strict { from: May, to: May, days: May });

impl School {
    /// Reads a school file; `name` is named in errors.
    pub fn parse(name: &str, toml: &str) -> Result<Self, FileError> {
        file::read(name, toml)
    }

    /// Every name of the school and trust, longest first.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = [&self.name, &self.trust]
            .into_iter()
            .chain(&self.also)
            .chain(&self.trust_also)
            .map(|name| name.trim())
            .filter(|name| !name.is_empty())
            .collect();
        order::by_key(&mut names, |name| std::cmp::Reverse(name.len()));
        names
    }

    /// Whether an address (or domain) belongs to the school or trust, pupils included.
    pub fn is_internal(&self, address: &str) -> bool {
        self.domains.iter().chain(&self.pupil_domains).any(|domain| in_domain(address, domain))
    }

    /// Whether a number or address is one that the school has published: its telephone, its postal address, a mail address of its own.
    pub fn publishes(&self, what: What, written: &str) -> bool {
        match what {
            What::Phone => {
                let number = national(written);
                let known = self.phones.iter().chain(self.contacts.values()).map(|phone| national(phone));
                // An extension may follow.
                known.into_iter().any(|known| known.len() >= 6 && number.starts_with(&known))
            }
            What::Address | What::Postcode => plain(&self.address).contains(&plain(written)),
            What::Email => self.is_internal(written) || self.contacts.values().any(|contact| contact.trim().eq_ignore_ascii_case(written)),
            _ => false,
        }
    }

    /// Whether an address is a pupil's school address.
    pub fn is_pupil_address(&self, address: &str) -> bool {
        self.pupil_domains.iter().any(|domain| in_domain(address, domain))
    }
}

/// The digits of a telephone number as it is dialled within the country.
fn national(written: &str) -> String {
    let digits: String = written.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let bare = digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44").filter(|_| written.contains('+')));
    bare.map_or(digits.clone(), |rest| format!("0{}", rest.trim_start_matches('0')))
}

/// Letters and digits alone, in lower case.
fn plain(written: &str) -> String {
    written.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether an address (or domain) belongs to a domain as somebody wrote it, in any letter case.
fn in_domain(address: &str, domain: &str) -> bool {
    let domain = domain.trim().trim_start_matches('@').to_lowercase();
    let host = address.rsplit('@').next().unwrap_or_default().trim().trim_end_matches('>').to_lowercase();
    domain::is_under(&host, &domain)
}

//! Prints acts, one JSON a line: every row of every proof under every policy, and odd texts; for the parity tests.

use beforehand::{Act, act::Author, kinds, pack::BUILTIN};

/// Texts that trip careless code: other scripts, invisible characters, halves of things, long runs.
const ODD: &[&str] = &[
    "",
    " ",
    "\u{feff}",
    "😀😀 Jordan Smith 😀",
    "👩‍🏫 I teach at Larkfield 👩‍🏫",
    "\u{202e}htimS nadroJ\u{202c} Jordan Smith",
    "J\u{200b}ordan Smi\u{ad}th",
    "Zoë\u{301} Smith-Jones",
    "ＪＯＲＤＡＮ Ｓｍｉｔｈ",
    "Jordan\nSmith",
    "Rwy'n dysgu yn Larkfield",
    "Ар Jordan Smith, мой ученик",
    "مرحبا Jordan Smith في 7B",
    "jordan smith's, JORDAN SMITH!",
    "\\u0000 \u{0} \u{1b}[31m Jordan Smith",
    "\"quoted\" 'Jordan Smith'",
];

fn main() {
    let proofs = kinds::PROOFS.iter().flat_map(|(_, proof)| proof.flags.iter().chain(proof.passes));
    let mut acts: Vec<Act> = proofs
        .map(|row| {
            if row.starts_with('{') {
                beforehand::json::read(row).expect("a proof is an act")
            } else {
                Act { text: row.replace(['«', '»'], ""), ..Act::default() }
            }
        })
        .collect();
    acts.extend(ODD.iter().map(|text| Act { text: (*text).to_owned(), ..Act::default() }));
    acts.push(Act {
        text: "I teach at Larkfield and Jordan Smith is 😀. ".repeat(500),
        author: Author { bio: Some("TA @LarkfieldAcad".into()), ..Author::default() },
        ..Act::default()
    });
    for (number, (policy, act)) in BUILTIN.iter().flat_map(|source| acts.iter().map(move |act| (source.id, act))).enumerate() {
        let act = Act { id: Some(format!("{number}")), policy: Some(policy.to_owned()), ..act.clone() };
        println!("{}", beforehand::json::written(&act));
    }
}

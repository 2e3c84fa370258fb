//! The page's message types are the background's: `extension/page/message.ts` equals what the Rust types say.
//!
//! `UPDATE=1 cargo test -p beforehand-extension --features types` rewrites the file.

use beforehand::{act, verdict};
use beforehand_shared::message;
use ts_rs::TS;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/page/message.ts");
const HEAD: &str = "\
// What crosses between a page and the background; generated from extension/shared/src/message.rs and the engine's act and verdict.
// Do not edit: `UPDATE=1 cargo test -p beforehand-extension --features types` writes it.
";

macro_rules! declarations {
    ($($name:ty),* $(,)?) => { [$(declaration::<$name>()),*].concat() };
}

fn declaration<T: TS>() -> String {
    format!("\nexport {}\n", T::decl())
}

fn generated() -> String {
    let types = declarations![
        message::ToBackground,
        message::Choice,
        message::Mark,
        message::Permission,
        message::MarkedPerson,
        message::Memory,
        message::FromBackground,
        message::State,
        message::Why,
        message::PolicyName,
        message::Me,
        message::Account,
        message::RosterNote,
        message::Notice,
        message::Here,
        message::View,
        message::Remembered,
        act::Act,
        act::Moment,
        act::Author,
        act::Mail,
        act::Person,
        act::Action,
        act::Media,
        act::Attachment,
        act::Link,
        act::Video,
        act::Watched,
        act::Caption,
        act::Reviewed,
        act::Page,
        act::Transfer,
        verdict::Verdict,
        verdict::Finding,
        verdict::Severity,
        verdict::Fix,
    ];
    format!("{HEAD}{types}")
}

#[test]
fn page_types_are_the_background_types() {
    let fresh = generated();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(FILE, &fresh).expect("extension/page can be written");
    }
    let kept = std::fs::read_to_string(FILE).unwrap_or_default();
    assert_eq!(kept, fresh, "extension/page/message.ts is out of date; run with UPDATE=1");
}

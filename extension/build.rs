//! Turns the overlay's Welsh words into JSON: the background reads no TOML.

use std::{env, fs, io};

fn main() -> io::Result<()> {
    const FILE: &str = "words/cy.toml";
    println!("cargo::rerun-if-changed={FILE}");
    let wrong = |why: String| io::Error::other(format!("{FILE}: {why}"));
    let words: toml::Table = fs::read_to_string(FILE)?.parse().map_err(|why: toml::de::Error| wrong(why.to_string()))?;
    let json = serde_json::to_string(&words).map_err(|why| wrong(why.to_string()))?;
    fs::write(format!("{}/cy.json", env::var("OUT_DIR").map_err(io::Error::other)?), json)
}

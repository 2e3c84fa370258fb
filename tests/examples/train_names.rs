//! Trains the person-name tagger and writes `crate/data/tagger.bin` (about fifteen seconds with `--release`).

#[path = "../tagger/mod.rs"]
mod tagger;

use tagger::{recipe, train};

fn main() {
    let folder = recipe::data_dir().expect("the public sets: say where with BEFOREHAND_DATA");
    let model = recipe::model(&folder, &train::Plan::default());
    let used = model.iter().filter(|&&weight| weight != 0).count();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/crate/data/tagger.bin");
    std::fs::write(path, model).expect("written");
    println!("{used} weights in {path}; build again before you measure");
}

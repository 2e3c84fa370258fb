//! The saved corpus of the fuzz targets: what once went wrong, or reaches far, is answered again.

use std::fs;
use std::path::Path;

#[path = "fuzz/src/lib.rs"]
mod targets;

#[test]
fn the_saved_corpus_is_answered() {
    for (name, target) in targets::TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(name);
        let files: Vec<_> = fs::read_dir(&folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display())).collect();
        assert!(files.len() >= 3, "{name}: its corpus needs three files");
        for file in files {
            let path = file.expect("a file").path();
            println!("{}", path.display());
            target(&fs::read(&path).expect("it reads"));
        }
    }
}

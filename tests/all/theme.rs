//! The built-in theme is embedded whole.

use std::collections::BTreeSet;
use std::fs::{read_dir, read_to_string};
use std::path::Path;

#[test]
fn every_file_of_the_built_in_theme_is_embedded() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources: String =
        ["engine.rs", "assets.rs"].map(|file| read_to_string(root.join("src/render").join(file)).expect("the source is there")).concat();
    let mut missing = BTreeSet::new();
    for folder in ["templates", "assets"] {
        for entry in read_dir(root.join("themes/default").join(folder)).expect("the theme is there") {
            let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
            if !sources.contains(&format!("\"{name}\"")) && !sources.contains(&format!("/{name}\"")) {
                missing.insert(format!("{folder}/{name}"));
            }
        }
    }
    assert_eq!(missing, BTreeSet::new());
}

//! The reference of records is what the program says.

use std::path::Path;

#[test]
fn the_record_reference_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/records.md");
    let expected = tickmark::app::record_reference();
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&path, &expected).expect("docs/records.md can be written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "docs/records.md is not what the program says; run `UPDATE_EXPECTED=1 cargo test the_record_reference`");
}

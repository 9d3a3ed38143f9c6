//! The references of records, settings and the command line are what the program says.

use std::path::Path;

/// Holds a page to what the program says, or writes it anew.
fn assert_current(page: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&path, expected).expect("the page can be written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{page} is not what the program says; run `UPDATE_EXPECTED=1 cargo test is_current`");
}

#[test]
fn the_record_reference_is_current() {
    assert_current("docs/records.md", &tickmark::app::record_reference());
}

#[test]
fn the_command_reference_is_current() {
    assert_current("docs/cli.md", &tickmark::cli::command_reference());
}

#[test]
fn the_settings_reference_is_current() {
    assert_current("docs/settings.md", &tickmark::app::settings_reference());
}

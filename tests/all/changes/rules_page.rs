//! The page of rules is what the program says.

use std::fs;

use crate::tree::root;

#[test]
fn the_page_of_change_rules_is_current() {
    let path = root().join("docs/change-rules.md");
    let expected = tickmark::app::change_rules_reference();
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, &expected).expect("docs/change-rules.md can be written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == expected,
        "docs/change-rules.md is not what the program says; run `UPDATE_EXPECTED=1 cargo test the_page_of_change_rules`"
    );
}

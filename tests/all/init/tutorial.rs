//! The tutorial is typed as it stands there, and says what it promises.

use std::fs;

use crate::tree::root;
use crate::typed::{say_what_is_promised, typed};

#[test]
fn every_command_of_the_tutorial_says_what_is_promised() {
    let document = fs::read_to_string(root().join("docs/tutorial.md")).expect("docs/tutorial.md");
    let blocks = typed(&document);
    assert!(blocks.len() >= 12, "{} blocks", blocks.len());
    let folder = tempfile::tempdir().expect("a folder");
    say_what_is_promised(&blocks, folder.path());
}

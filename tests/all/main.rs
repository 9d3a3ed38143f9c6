//! The integration tests: one binary, one module a topic.
//!
//! A file under `tests/` that is not declared here is found by [`forgotten`].
#![expect(clippy::disallowed_methods, reason = "tests read the tree, write sandboxes and start the built tool")]

mod architecture;
mod changes;
mod check_command;
mod checks_file;
mod command;
mod command_line;
mod commit_signatures;
mod determinism;
mod diff_formats;
mod diff_inputs;
mod diff_repository;
mod diff_set_up;
mod documents;
mod edits;
mod emergency_care;
mod faults;
mod forgotten;
mod fuzz_corpora;
mod history;
mod house_rules;
mod init;
mod invalid;
mod languages;
#[path = "../layers.rs"]
mod layers;
mod licences;
mod log_and_show;
mod output_folder;
mod output_folder_disk;
mod output_folder_killed;
mod output_folder_read;
mod packaging;
mod past;
mod preview;
mod publish_set_up;
mod reader_properties;
mod records;
mod repositories;
mod rust_paths;
mod rust_tokens;
mod sandbox;
mod schemas;
mod sealing;
mod serve;
mod shell_words;
mod theme;
mod tree;
mod typed;
mod unholdable;
mod unreadable;
mod yaml_oracle;

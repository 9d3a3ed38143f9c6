//! The integration tests: one binary, one module a topic.
//!
//! A file under `tests/` that is not declared here is found by [`forgotten`].
#![expect(
    clippy::disallowed_methods,
    reason = "tests read the tree, write sandboxes and start the built tool"
)]

mod architecture;
mod emergency_care;
mod forgotten;
mod house_rules;
#[path = "../layers.rs"]
mod layers;
mod records;
mod rust_paths;
mod rust_tokens;
mod tree;

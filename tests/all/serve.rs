//! `tickmark serve`, with the real program and plain connections.
#![expect(clippy::disallowed_types, reason = "these tests are the browser, and somebody else who listens")]

mod client;
mod edits;
mod ends;
mod last_shown;
mod mistakes;
mod properties;
mod requests;
mod watching;

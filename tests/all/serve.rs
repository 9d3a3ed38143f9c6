//! `tickmark serve`, with the real program and plain connections.

mod client;
mod edits;
mod ends;
mod mistakes;
mod properties;
mod requests;
mod watching;

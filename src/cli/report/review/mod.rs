//! A review of a change for people and machines: one format, one file. All of them render the same document and decide nothing.

mod compose;
mod document;
mod github;
mod gitlab;
mod html;
mod json;
mod junit;
mod markdown;
mod markdown_text;
mod sarif;
mod statement;
mod text;
mod verdict;
mod words;

mod format;
mod log;
mod unreadable;

pub(in crate::cli) use compose::{Depth, compose};
pub(in crate::cli) use format::Format;
pub(in crate::cli) use json::schema;
pub(in crate::cli) use log::render as log;
pub(in crate::cli) use unreadable::render as unreadable;
pub(in crate::cli) use verdict::FailOn;

//! Why a text is not a formula, and where.

use std::error::Error;
use std::fmt;
use std::ops::Range;

/// Why a text was refused as a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpressionError {
    /// First byte of the part that is wrong, counted from the start of the text.
    pub offset: usize,
    /// Bytes of the part that is wrong; zero where something is missing.
    pub length: usize,
    /// What was expected and what was found.
    pub message: String,
    /// One step that mends it.
    pub help: String,
}

impl ExpressionError {
    pub(super) fn at(span: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { offset: span.start, length: span.len(), message: message.into(), help: help.into() }
    }
}

impl fmt::Display for ExpressionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for ExpressionError {}

//! From the text of a formula to its tree.
//!
//! Every text gives a tree or one placed error. Three limits keep hostile texts harmless: the length of the text, the
//! depth of nesting, which bounds this parser's own recursion, and the height of the tree, which bounds everyone's
//! who walks it. This folder knows notation only: whether a term is declared is checked elsewhere.

mod error;
mod parser;
mod token;

pub use error::ExpressionError;
pub use parser::parse_expression;

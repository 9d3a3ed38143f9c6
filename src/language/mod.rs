//! The language of a report: its words, and how it writes numbers, days and periods.
//!
//! Words stand in catalogues (`themes/default/languages/`, Fluent syntax) that are read into patterns once. A message that a
//! project's own catalogue does not have is said in English. Knows no page and no record.

mod built_in;
mod catalogue;
mod dates;
mod fill;
mod numbers;
mod pattern;
mod plural;
mod records;
mod words;

pub use built_in::{PARTS, TAGS, built_in_text};
pub use fill::Fill;
pub use records::capitalised;
pub use words::Language;

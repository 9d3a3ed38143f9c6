//! The corpus of changes: each case is a small edit of one base project, with all that is said of it and of its mirror.

mod case;
mod corpus;
mod properties;
mod rules_page;
mod said;

//! What pages of inquiry share: analyses of causes, comparisons before and after, and how their figures are written.
//!
//! Figures are exact and come with their basis in words. Nothing here claims that one thing caused another.

mod cited;
mod comparison;
mod figures;
mod text;

pub(super) use cited::{causes_behind, causes_of_metric};
pub(super) use comparison::{blocks as effect_blocks, columns as effect_columns, differences, effect, guardrail_word, intervention};
pub(super) use figures::{Compared, compared};
pub(super) use text::{
    by_period, code_cell, count_cell, day, fact, figure, link_cell, period, plain, points, signed, table, ungrouped, written,
};

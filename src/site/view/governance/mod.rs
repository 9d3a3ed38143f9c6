//! What the registers and the pages of governance records share: small tables, days and counts in words, lines of days,
//! and what a record says of time and figures.
//!
//! Knows no page; the day as of which the report speaks comes from the writer.

mod approving;
mod pieces;
mod restating;
mod reviewing;
mod scoping;
mod shading;
mod span;
#[cfg(test)]
mod tests;

pub(super) use approving::{Need, missing};
pub(super) use pieces::{
    absent, ahead, code_of, count_cell, day_cell, days_cell, link_cell, number, owner_cell, period_range, short, state_cell, table,
    tallies, text, titled, waived_cell,
};
pub(super) use restating::{cell_words, moved_values, restated_rows, restated_table};
pub(super) use reviewing::{bodies, last_review, next_review};
pub(super) use scoping::in_scope;
pub(super) use shading::{shaded_periods, shades};
pub(super) use span::{day_line, days_between, key_of, place};

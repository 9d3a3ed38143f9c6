//! Tests of what a project says, beyond whether it can be read: one rule, one file.
//!
//! A finding of a check never hides a report: the site is written with the findings in it, and the exit code tells.

mod registry;
pub mod review;
mod rules;
mod run;

pub use registry::{DEFINITION_RULES, DefinitionRule, FIGURE_RULES, FigureRule, PROJECT_RULES, ProjectRule};
pub use run::{check_definitions, check_figures, check_project, check_settings};

//! The one table of rules.

use super::rules;
use crate::catalog::Catalog;
use crate::diag::{Code, Finding, codes};
use crate::model::Metric;
use crate::source::Record;
use crate::stats::MetricSeries;

/// A rule that looks at the project as a whole.
pub struct ProjectRule {
    /// Its code.
    pub code: &'static Code,
    /// What it finds.
    pub find: fn(&Catalog) -> Vec<Finding>,
}

/// A rule that looks at one metric definition.
pub struct DefinitionRule {
    /// Its code.
    pub code: &'static Code,
    /// What it finds.
    pub find: fn(&Catalog, &Record, &Metric) -> Vec<Finding>,
}

/// A rule that looks at the figures of one metric.
pub struct FigureRule {
    /// Its code.
    pub code: &'static Code,
    /// What it finds.
    pub find: fn(&Catalog, &Metric, &MetricSeries) -> Vec<Finding>,
}

/// The rules that look at definitions, by code.
pub const DEFINITION_RULES: &[DefinitionRule] = &[
    DefinitionRule { code: &codes::REQUIRED_BY_PROFILE, find: rules::d01_required_field_missing::find },
    DefinitionRule { code: &codes::FORMULA_TERM, find: rules::d02_formula_term_mismatch::find },
];

/// The rules that look at figures, by code.
pub const FIGURE_RULES: &[FigureRule] = &[
    FigureRule { code: &codes::RECALCULATION, find: rules::s01_value_not_recalculated::find },
    FigureRule { code: &codes::WATERFALL, find: rules::s02_waterfall_open::find },
    FigureRule { code: &codes::IMPOSSIBLE, find: rules::s03_impossible_number::find },
    FigureRule { code: &codes::FOOTING, find: rules::s04_segments_do_not_foot::find },
];

/// The rules that look at the project as a whole, by code.
pub const PROJECT_RULES: &[ProjectRule] = &[ProjectRule { code: &codes::SILENT_REVISION, find: rules::s12_silent_revision::find }];

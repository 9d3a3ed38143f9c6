//! The schemas that are written by hand: those of documents and tables that no single type makes.

pub(super) const CHECKS: &str = include_str!("../../../docs/schemas/checks.schema.json");
pub(super) const HISTORY: &str = include_str!("../../../docs/schemas/history.schema.json");
pub(super) const SEARCH_INDEX: &str = include_str!("../../../docs/schemas/search-index.schema.json");

pub(super) const RESULTS: &str = include_str!("../../../docs/schemas/results.table-schema.json");
pub(super) const FIGURES: &str = include_str!("../../../docs/schemas/figures.table-schema.json");
pub(super) const METRIC_FIGURES: &str = include_str!("../../../docs/schemas/metric-figures.table-schema.json");

pub(super) const CHANGES: &str = include_str!("../../../docs/schemas/package-changes.table-schema.json");
pub(super) const APPROVALS: &str = include_str!("../../../docs/schemas/package-approvals.table-schema.json");
pub(super) const BRIDGES: &str = include_str!("../../../docs/schemas/package-bridges.table-schema.json");
pub(super) const FINDINGS: &str = include_str!("../../../docs/schemas/package-findings.table-schema.json");
pub(super) const WAIVERS: &str = include_str!("../../../docs/schemas/package-waivers.table-schema.json");
pub(super) const SAMPLE: &str = include_str!("../../../docs/schemas/package-sample.table-schema.json");
pub(super) const LEFT_OUT: &str = include_str!("../../../docs/schemas/package-left-out.table-schema.json");

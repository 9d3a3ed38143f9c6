//! What each kind of page says.

mod block;
mod overviews;
mod page;
mod past;
mod table;
mod tick;

mod attainment;
mod audit;
mod budget;
mod checks;
mod digest;
mod findings;
mod glossary;
mod governance;
mod history;
mod index;
mod inquiry;
mod legend;
mod lineage;
mod marks;
mod metric;
mod metrics;
mod naming;
mod ownership;
mod party;
mod places;
mod promise;
mod prose;
mod record;
mod records;
mod register;
mod scorecard;
mod scorecards;
mod strategy;
mod whole;
mod words;

pub use block::{
    Badge, Block, Card, Event, Excerpt, Fact, FindingBlock, Glance, GlossaryEntry, Link, Part, PartNumber, Parts, Section, Span,
    StatusWord, Tally,
};
pub(in crate::site) use history::{has_history_page, parts_of_history, removed_records};
pub(in crate::site) use legend::Legend;
pub(in crate::site) use marks::tick_mark;
pub use page::{Crumb, Frame, Head, MenuItem, Page, Pager, Rail};
pub use past::{CommitBlock, EditBlock, Mark, Marked};
pub(in crate::site) use strategy::{has_drivers, has_variants};
pub use table::{Cell, Column, ColumnKind, Flag, Row, RowGroup, Table};
pub use tick::{LegendEntry, LegendGround, TickMark};
pub(crate) use whole::chapter_id;

pub(in crate::site) use audit::title_of_page;
pub(in crate::site) use digest::{audiences, digest_title};

use super::{PlannedFile, Site, Subject};

/// Makes the page of a planned file; `None` where the file is no page.
pub(super) fn page(site: &Site, file: &PlannedFile) -> Option<Page> {
    let path = file.path.as_str();
    match &file.subject {
        Subject::Metric(id) => metric::metric_page(site, path, id),
        Subject::Segment { metric, position } => metric::segment_page(site, path, metric, *position),
        Subject::Code { metric, position, code } => metric::code_page(site, path, metric, *position, *code),
        Subject::ScorecardPeriod { scorecard, period } => scorecard::scorecard_page(site, path, scorecard, *period),
        Subject::Index => Some(index::page(site, path)),
        Subject::Metrics(part) => Some(metrics::page(site, path, *part)),
        Subject::Scorecards => Some(scorecards::page(site, path)),
        Subject::Lineage => Some(lineage::page(site, path)),
        Subject::Register(kind) => Some(register::page(site, path, *kind)),
        Subject::Record(reference) => record::page(site, path, reference),
        Subject::Records => Some(records::page(site, path)),
        Subject::Prose(id) => prose::page(site, path, id),
        Subject::Digest(audience) => Some(digest::page(site, path, *audience)),
        Subject::Ownership => Some(ownership::page(site, path)),
        Subject::Findings => Some(findings::page(site, path)),
        Subject::Audit(page, part) => audit::page(site, path, *page, *part),
        Subject::Strategy => Some(strategy::map_page(site, path)),
        Subject::Drivers => Some(strategy::drivers_page(site, path)),
        Subject::Variants => Some(strategy::variants_page(site, path)),
        Subject::Checks(metric) => checks::page(site, path, metric),
        Subject::History { record, part } => history::page(site, path, record, *part),
        Subject::Version { record, version } => history::version_page(site, path, record, *version),
        Subject::Whole => Some(whole::page(site, path)),
        Subject::FiguresFile | Subject::ChecksFile | Subject::SearchFile | Subject::MetricFile(_) | Subject::RecordFile(_) => None,
    }
}

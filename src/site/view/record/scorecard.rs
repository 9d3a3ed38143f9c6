//! The periods for which a scorecard has pages.

use crate::model::Scorecard;
use crate::site::view::{Block, Link, Section};
use crate::site::writer::Writer;
use crate::source::Record;

/// Periods that stand in one column; more run in several.
const MOST_IN_COLUMN: usize = 6;

/// Links to the periods, the newest first; nothing where there is none.
pub(super) fn periods(writer: &Writer<'_>, record: &Record, scorecard: &Scorecard) -> Option<Section> {
    let site = writer.site;
    let periods = site.scorecard_periods(scorecard);
    let link = |period: &crate::model::Period| Link {
        href: writer.scorecard_href(&record.id, *period),
        label: writer.language().period(*period),
        note: String::new(),
    };
    let links: Vec<Link> = periods.iter().rev().map(link).collect();
    let columns = links.len() > MOST_IN_COLUMN;
    (!links.is_empty()).then(|| Section::new("by-period", writer.say("record-by-period"), vec![Block::Links { links, columns }]))
}

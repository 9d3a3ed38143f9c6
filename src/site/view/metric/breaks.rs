//! Where a breaking change of the definition parts a series, and what changed there.

use super::context::MetricContext;
use crate::model::{ChangeClass, Date, Period};
use crate::site::Writer;
use crate::site::view::history::{Story, step_of, version_href};

/// A break of a series.
pub(super) struct Break {
    /// Position of the first period after it.
    pub(super) before: usize,
    /// Day from which the new definition holds.
    pub(super) from: Date,
    /// What happened.
    pub(super) title: String,
    /// The change that caused it, else the version that brought it.
    pub(super) href: String,
}

/// The breaks within the periods of a chart: the versions whose step from the one before is breaking.
pub(super) fn breaks(writer: &Writer<'_>, context: &MetricContext<'_>, periods: &[Period]) -> Vec<Break> {
    let reference = context.record.reference();
    let story = Story::of(context.site, &reference);
    let mut breaks = Vec::new();
    for pair in story.versions.windows(2) {
        let [before, after] = pair else { continue };
        let step = step_of(context.catalog, &reference, Some(&before.record), Some(&after.record));
        if step.class() != Some(ChangeClass::Breaking) {
            continue;
        }
        let first = periods.iter().position(|period| period.first_day(context.catalog.calendar()) >= after.from);
        let Some(before) = first.filter(|first| *first > 0) else { continue };
        let version = after.version.to_string();
        let fills = [("version", version.as_str().into()), ("date", context.language.date(after.from).into())];
        let href = match step.agreed {
            Some((change, _)) => writer.record_href(&change.reference()),
            None => version_href(writer, &reference, after.version),
        };
        breaks.push(Break { before, from: after.from, title: context.fill("history-break", &fills), href });
    }
    breaks
}

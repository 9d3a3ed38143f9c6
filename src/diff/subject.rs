//! Two states of one record, with what has to be known of their projects to judge a difference between them.

use super::difference::Difference;
use super::rule::ChangeRule;
use super::rules::disclosure;
use crate::catalog::Catalog;
use crate::model::{AnyRecord, Audience, Date, FiscalCalendar, Period, State};
use crate::source::Record;

/// What is known of the two projects; nothing where two records are compared by themselves.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Projects<'a> {
    pub(super) before: Option<&'a Catalog>,
    pub(super) after: Option<&'a Catalog>,
}

/// Two states of one record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject<'a> {
    pub(super) before: &'a Record,
    pub(super) after: &'a Record,
    pub(super) projects: Projects<'a>,
}

impl Subject<'_> {
    /// Whether it is a metric by which nothing was reported yet.
    pub(super) fn is_proposed(&self) -> bool {
        matches!(&self.before.fields, AnyRecord::Metric(metric) if metric.state == State::Proposed)
    }

    /// Whether more people may see the record than before, or fewer; the settings say it where the record does not.
    pub(super) fn audience_rule(&self) -> &'static ChangeRule {
        let of = |record: &Record, project: Option<&Catalog>| {
            record.envelope.audience.unwrap_or_else(|| project.map_or(Audience::Internal, |project| project.settings().audience))
        };
        // The wider the audience, the lower it stands in the list.
        if of(self.after, self.projects.after) < of(self.before, self.projects.before) {
            &disclosure::AUDIENCE_WIDENED
        } else {
            &disclosure::AUDIENCE_NARROWED
        }
    }

    /// Whether the period for which a level of a target differs had begun when the change was made.
    pub(super) fn target_has_started(&self, difference: &Difference) -> bool {
        let (AnyRecord::Target(before), AnyRecord::Target(after)) = (&self.before.fields, &self.after.fields) else {
            return false;
        };
        let calendar = self.calendar();
        let season = difference.key.as_deref().filter(|_| difference.field == "seasonal").and_then(|key| key.parse::<Period>().ok());
        let first = season
            .map_or_else(|| before.from.first_day(&calendar).min(after.from.first_day(&calendar)), |period| period.first_day(&calendar));
        self.known_day().max(Some(before.agreed_at.max(after.agreed_at))).is_some_and(|day| day > first)
    }

    /// Whether periods for which the earlier version holds had begun, and the new one does not leave them to it.
    pub(super) fn version_has_started(&self) -> bool {
        let (Some(before), Some(after)) = (self.before.versioning, self.after.versioning) else {
            return false;
        };
        self.known_day().is_some_and(|day| day >= before.effective_from.max(after.effective_from))
    }

    /// The latest day on which the projects are known to have been worked on: that of their last release.
    fn known_day(&self) -> Option<Date> {
        let projects = [self.projects.before, self.projects.after];
        let releases = projects.into_iter().flatten().filter_map(|project| project.releases().last());
        releases.map(|release| release.release.released.written_date()).max()
    }

    fn calendar(&self) -> FiscalCalendar {
        let project = self.projects.after.or(self.projects.before);
        project.map_or_else(|| FiscalCalendar::new(crate::model::FiscalStart::default(), None), |project| *project.calendar())
    }
}

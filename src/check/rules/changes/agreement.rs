//! Tests each approval of the changes of a record, and lets each figure bear what holds for the version by which it was made.

use std::collections::BTreeMap;

use super::naming::naming;
use crate::catalog::{Catalog, NamingChange};
use crate::check::context::Context;
use crate::check::figures::{FigureAt, Figures};
use crate::check::result::Failed;
use crate::check::review::Told;
use crate::check::sheet::{Seen, Sheet};
use crate::model::change::Approval;

use crate::model::{AnyRecord, Kind, State, Version, Versioning};
use crate::source::Record;
use crate::stats::Figure;

/// One approval under test.
pub(super) struct Agreeing<'a> {
    /// The project.
    pub(super) catalog: &'a Catalog,
    /// The changed record.
    pub(super) changed: &'a Record,
    /// The change that was agreed to.
    pub(super) naming: NamingChange<'a>,
    /// The same, as far as its own record tells it.
    pub(super) told: &'a Told<'a>,
    /// The position of the approval.
    pub(super) position: usize,
    /// The approval.
    pub(super) approval: &'a Approval,
}

impl Agreeing<'_> {
    /// What is wrong with it, shown at the one who agreed.
    pub(super) fn failed(&self, message: String, help: String) -> Failed {
        Failed::new(self.naming.record.place(&format!("approvals.{}.who", self.position)), message, help)
    }

    /// The change in backticks, with what it changes.
    pub(super) fn name(&self) -> String {
        format!("`{}` of `{}`", self.naming.record.reference(), self.changed.reference())
    }
}

/// What a test says of one approval.
pub(super) enum Judged {
    /// It is right.
    Right,
    /// It is wrong.
    Wrong(Failed),
    /// What the test needs is not there.
    Untested(&'static str),
}

/// Tests each approval of the changes that name a record.
pub(super) fn test(
    context: &Context<'_>,
    record: &Record,
    figures: Option<&Figures<'_>>,
    sheet: &mut Sheet,
    judge: impl Fn(&Agreeing<'_>) -> Judged,
) {
    let catalog = context.catalog;
    let mut by_version: BTreeMap<Version, Seen> = BTreeMap::new();
    let reference = record.reference();
    for naming in naming(catalog, &reference) {
        let seen = test_change(catalog, record, naming, sheet, &judge);
        if let (Some(version), Some(seen)) = (naming.target.to, seen) {
            let kept = by_version.entry(version).or_insert(seen);
            *kept = worse(*kept, seen);
        }
    }
    if let Some(figures) = figures.filter(|figures| !figures.is_empty()) {
        mark(catalog, figures, &by_version, sheet);
    } else if sheet.tested + sheet.untested == 0 {
        let reported = matches!(&record.fields, AnyRecord::Metric(metric) if metric.state != State::Proposed);
        if reported && record.kind == Kind::Metric {
            sheet.untestable("no record of a change names it");
        } else {
            sheet.not_applicable("no record of a change names it");
        }
    }
}

fn test_change(
    catalog: &Catalog,
    changed: &Record,
    naming: NamingChange<'_>,
    sheet: &mut Sheet,
    judge: &impl Fn(&Agreeing<'_>) -> Judged,
) -> Option<Seen> {
    let told = Told::of(catalog, naming.record, naming.change, naming.target)?;
    if !naming.change.approvals.is_empty() {
        sheet.used(naming.record.reference().to_string());
    }
    let mut found = None;
    for (position, approval) in naming.change.approvals.iter().enumerate() {
        let seen = match judge(&Agreeing { catalog, changed, naming, told: &told, position, approval }) {
            Judged::Right => {
                sheet.pass();
                Seen::Right
            }
            Judged::Wrong(failed) => {
                sheet.fail(failed);
                Seen::Wrong
            }
            Judged::Untested(reason) => {
                sheet.untestable(reason);
                Seen::Untested
            }
        };
        found = Some(found.map_or(seen, |found| worse(found, seen)));
    }
    found
}

const fn worse(one: Seen, other: Seen) -> Seen {
    match (one, other) {
        (Seen::Wrong, _) | (_, Seen::Wrong) => Seen::Wrong,
        (Seen::Untested, _) | (_, Seen::Untested) => Seen::Untested,
        (Seen::Right, Seen::Right) => Seen::Right,
    }
}

/// Gives each figure what was seen of the version by which it was made.
fn mark(catalog: &Catalog, figures: &Figures<'_>, by_version: &BTreeMap<Version, Seen>, sheet: &mut Sheet) {
    let versions = Versions::of(catalog, figures.record);
    for (at, _, point) in figures.each() {
        match versions.behind(catalog, &point.latest).and_then(|version| by_version.get(&version)) {
            Some(Seen::Right) => sheet.pass_figure(at),
            Some(Seen::Wrong) => sheet.blame_figure(at),
            Some(Seen::Untested) | None => untested(sheet, at),
        }
    }
}

fn untested(sheet: &mut Sheet, at: FigureAt) {
    sheet.untestable_figure(at, "no record of a change tells who agreed to the version by which the figure was made");
}

/// The versions of a definition, by the day from which each is in force.
pub(super) struct Versions(Vec<Versioning>);

impl Versions {
    /// Those of a record that are known.
    pub(super) fn of(catalog: &Catalog, record: &Record) -> Self {
        Self(catalog.texts(record).iter().filter_map(|text| text.versioning).collect())
    }

    /// The version by which a figure was made: the one that its row names, else the one in force on the first day of its period.
    pub(super) fn behind(&self, catalog: &Catalog, figure: &Figure) -> Option<Version> {
        figure.pinned.or_else(|| {
            let first_day = figure.period.first_day(catalog.calendar());
            let later = self.0.partition_point(|versioning| versioning.effective_from <= first_day);
            self.0.get(later.checked_sub(1)?).map(|versioning| versioning.version)
        })
    }
}

//! C11: figures before and after a break stand in one line.

use super::agreement::Versions;
use super::naming::naming;
use crate::catalog::{Catalog, NamingChange};
use crate::check::context::Context;
use crate::check::figures::Figures;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place};
use crate::check::sheet::Sheet;
use crate::model::{ChangeClass, ObservationStatus, Period, Version};
use crate::stats::{Basis, Figure};

check! {
    /// Figures before and after a break in the definition stand in one line.
    ///
    /// # What it does
    ///
    /// Follows the versions by which the figures of each cell were made: the one that a row names, else the one in force on the first day of its period.
    /// Where the first part of the version rises from one figure to the next, the first figure by the new version has to bear the status `B`, and
    /// process limits have to begin anew with it under `spc.rebase`. A change that is agreed and declared in a lower class is no break.
    ///
    /// # Why it matters to an auditor
    ///
    /// Two definitions in one line look like performance. A jump that comes of a new definition is read as success or failure, and limits that are
    /// computed across it are limits of nothing.
    ///
    /// # Example
    ///
    /// ```csv
    /// period,version,numerator,denominator,value,status,comment
    /// 2026-03,1.0.0,7714,49771,15.5,,
    /// 2026-04,2.0.0,7168,44946,15.9,,
    /// ```
    ///
    /// # Instead
    ///
    /// ```csv
    /// period,version,numerator,denominator,value,status,comment
    /// 2026-03,1.0.0,7714,49771,15.5,,
    /// 2026-04,2.0.0,7168,44946,15.9,B,Counted within seven days instead of five from here on
    /// ```
    ///
    /// # Configuration
    ///
    /// A row names its version in the column `version`. History that was restated by the new version has no break. Limits are asked for only where the
    /// definition has `spc`.
    "C11" "break-unmarked" {
        severity: Severity::Error,
        supports: &[Assertion::Comparability, Assertion::Presentation],
        mark: None,
        inputs: "the versions and the status of the figures, the changes that brought the versions in, and `spc` of the definition",
        expects: "the first figure by a breaking version bears `B`, and limits begin anew with it",
        looks: Looks::Figures(test),
    }
}

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let catalog = context.catalog;
    let reference = figures.record.reference();
    let changes: Vec<NamingChange<'_>> = naming(catalog, &reference).collect();
    let versions = Versions::of(catalog, figures.record);
    let mut is_unknown = false;
    for (key, points) in &figures.series.cells {
        let mut before: Option<Version> = None;
        for point in points.values().filter(|point| !point.latest.status.is_missing()) {
            let version = versions.behind(catalog, &point.latest);
            if let (Some(before), Some(version)) = (before, version)
                && breaks(&changes, before, version)
            {
                // A figure that is rolled up has no row of its own that could bear the mark.
                if matches!(point.latest.basis, Basis::Row { .. }) {
                    sheet.test(unmarked(catalog, figures, key, &point.latest, (before, version)));
                }
                if figures.series.total_key() == Some(key) {
                    test_limits(figures, &changes, point.period(), (before, version), sheet);
                }
            }
            is_unknown |= version.is_none();
            before = version.or(before);
        }
    }
    if is_unknown {
        sheet.untestable("nothing tells by which version some figures were made");
    } else if sheet.tested == 0 {
        sheet.not_applicable("its figures were made by versions that can be compared");
    }
}

/// Whether figures by the later version cannot be compared with those by the earlier one.
fn breaks(changes: &[NamingChange<'_>], before: Version, version: Version) -> bool {
    let speaks = |naming: &&NamingChange<'_>| naming.target.to == Some(version) && naming.change.is_agreed();
    let lower = |naming: &NamingChange<'_>| naming.change.declared_class.class() < ChangeClass::Breaking;
    let mut spoken = changes.iter().filter(speaks).peekable();
    version.major() > before.major() && (spoken.peek().is_none() || !spoken.all(lower))
}

fn unmarked(
    catalog: &Catalog,
    figures: &Figures<'_>,
    key: &[u16],
    figure: &Figure,
    (before, version): (Version, Version),
) -> Option<Failed> {
    if figure.status == ObservationStatus::Break {
        return None;
    }
    let what = described(catalog, figures, key, figure);
    let message = format!("expected {what}, the first by version `{version}` after `{before}`, to be marked as a break, found no `B`");
    Some(Failed::new(place(catalog, figures, figure), message, "set `status` to `B` and say in `comment` what changed"))
}

fn test_limits(
    figures: &Figures<'_>,
    changes: &[NamingChange<'_>],
    period: Period,
    (before, version): (Version, Version),
    sheet: &mut Sheet,
) {
    let Some(spc) = &figures.metric.spc else {
        return;
    };
    let begins_anew = spc.rebase.iter().any(|rebase| rebase.from == period);
    sheet.test((!begins_anew).then(|| {
        let metric = figures.record.reference();
        let message = format!(
            "expected the limits of `{metric}` to begin anew in {period}, when version `{version}` followed `{before}`, found one line"
        );
        let because = changes.iter().find(|naming| naming.target.to == Some(version)).map(|naming| naming.record.reference());
        let because = because.map_or_else(|| "the change".to_owned(), |change| format!("`{change}`"));
        Failed::new(figures.record.key_place("spc"), message, format!("add {period} under `spc.rebase`, because of {because}"))
    }));
}

//! S09: a figure stands twice, and nothing says which one holds.

use std::collections::BTreeMap;

use crate::check::context::Context;
use crate::check::figures::{FigureAt, Figures};
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::rules::place::{described, place, release_place};
use crate::check::sheet::Sheet;
use crate::diag::Level;
use crate::model::release::ReleaseStatus;
use crate::source::ReleaseRecord;
use crate::stats::{Basis, Figure};

check! {
    /// A figure stands in two releases, and nothing says which one holds.
    ///
    /// # What it does
    ///
    /// Looks at the vintages of each figure, one for each release that has a row of its period and cell. Two vintages are duplicates when their releases have
    /// the same instant, so that neither is the newer; or when both releases are final and the later one names no restatement. A row that the later release
    /// repeats without a change is a warning, told once for each release: it is no revision, yet counts as one. A final figure after a provisional one is
    /// no duplicate. Two rows of one release for one period and cell are refused when the results are read (R45).
    ///
    /// # Why it matters to an auditor
    ///
    /// A period that was reported twice can be quoted twice. There has to be one figure for each period and cell, and a reason for each that took its place.
    ///
    /// # Example
    ///
    /// ```csv
    /// # metrics/snapshots/2026-06/calls.csv; the release names no restatement, and 2026-03 was final in the release before
    /// period,numerator,denominator,value
    /// 2026-03,431,500,86.2
    /// 2026-04,418,502,83.3
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// # metrics/snapshots/2026-06/release.yaml
    /// restatement: 2026-05-late-records
    /// ```
    ///
    /// # Configuration
    ///
    /// `restatement` in `release.yaml` names the record that says why final figures change. `checks: {S09: warn}` in `tickmark.yaml` gives the check another level.
    "S09" "duplicate-vintage" {
        severity: Severity::Error,
        supports: &[Assertion::Existence],
        mark: None,
        inputs: "every vintage of each figure, and the instant, status and restatement of its release",
        expects: "each figure has one vintage that holds, and a restatement for each final one that it replaced",
        looks: Looks::Figures(test),
    }
}

/// Rows of a release that stand unchanged in an earlier one: how many, and the first of them.
type Repeated<'a> = BTreeMap<(usize, usize), (usize, FigureAt, &'a Figure)>;

fn test(context: &Context<'_>, figures: &Figures<'_>, sheet: &mut Sheet) {
    let mut repeated = Repeated::new();
    for (at, key, point) in figures.each() {
        if !matches!(point.latest.basis, Basis::Row { .. }) {
            continue;
        }
        let vintages: Vec<&Figure> = point.vintages().map(|(_, figure)| figure).collect();
        let mut sound = true;
        for pair in vintages.windows(2) {
            let &[old, new] = pair else { continue };
            let Some((earlier, later)) = context.catalog.releases().get(old.release).zip(context.catalog.releases().get(new.release))
            else {
                continue;
            };
            if let Some(why) = clash(earlier, later, is_same(old, new)) {
                sound = false;
                sheet.fail_figure(at, failed(context, figures, (key, old, new), (earlier, later), why));
            } else if is_same(old, new) && is_final(earlier) && is_final(later) {
                sound = false;
                repeated.entry((old.release, new.release)).or_insert((0, at, new)).0 += 1;
            }
        }
        if sound {
            sheet.pass_figure(at);
        }
    }
    for ((earlier, later), (count, at, figure)) in repeated {
        if let Some((earlier, later)) = context.catalog.releases().get(earlier).zip(context.catalog.releases().get(later)) {
            sheet.fail_figure(at, repeats(context, figures, figure, count, (earlier, later)));
        }
    }
    sheet.not_applicable("the metric has no rows");
}

fn is_final(release: &ReleaseRecord) -> bool {
    release.release.status == ReleaseStatus::Final
}

/// Whether two vintages say the same, as far as both their tables have a column.
fn is_same(old: &Figure, new: &Figure) -> bool {
    let agree = old.numbers.iter().zip(&new.numbers).all(|(old, new)| old.is_none() || new.is_none() || old == new);
    agree && old.published == new.published && old.status == new.status && old.pinned == new.pinned
}

/// Why it cannot be told which of two vintages holds.
#[derive(Clone, Copy)]
enum Clash {
    /// Both were released at the same instant.
    Instant,
    /// Both are final, and no restatement says why the later one differs.
    Final,
}

fn clash(earlier: &ReleaseRecord, later: &ReleaseRecord, same: bool) -> Option<Clash> {
    if earlier.release.released.unix() == later.release.released.unix() {
        return Some(Clash::Instant);
    }
    (!same && is_final(earlier) && is_final(later) && later.release.restatement.is_none()).then_some(Clash::Final)
}

fn failed(
    context: &Context<'_>,
    figures: &Figures<'_>,
    (key, old, new): (&[u16], &Figure, &Figure),
    (earlier, later): (&ReleaseRecord, &ReleaseRecord),
    why: Clash,
) -> Failed {
    let what = described(context.catalog, figures, key, new);
    let (reason, help) = match why {
        Clash::Instant => ("released at the same instant", "remove the row from one of the two releases"),
        Clash::Final => {
            ("both final, and the later one names no restatement", "name a `restatement` in the later release, or remove the row from it")
        }
    };
    let message = format!("{what} stands in the releases `{}` and `{}`, {reason}", earlier.id, later.id);
    let failed = Failed::new(place(context.catalog, figures, new), message, help);
    let shown = |figure: &Figure| figure.published.map_or_else(|| "no value".to_owned(), |value| value.to_string());
    failed
        .values(shown(old), shown(new))
        .related(place(context.catalog, figures, old), "the earlier vintage stands here")
        .related(release_place(later, "released"), "the later release")
}

fn repeats(
    context: &Context<'_>,
    figures: &Figures<'_>,
    figure: &Figure,
    count: usize,
    (earlier, later): (&ReleaseRecord, &ReleaseRecord),
) -> Failed {
    let rows = if count == 1 { "a row".to_owned() } else { format!("{count} rows") };
    let message =
        format!("the release `{}` repeats {rows} of `{}` unchanged from the final release `{}`", later.id, figures.record.id, earlier.id);
    let help = "leave out of a release what an earlier final one has and nothing has changed";
    Failed::new(place(context.catalog, figures, figure), message, help).at_level(Level::Warning)
}

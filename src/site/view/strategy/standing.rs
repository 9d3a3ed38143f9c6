//! How a metric or several metrics stand, in a few words and as a mark.

use crate::model::Id;
use crate::model::reference::MetricRef;
use crate::site::view::{Cell, StatusWord};
use crate::site::writer::Writer;
use crate::stats::TargetStatus;

/// The newest figure of a metric against its target.
pub(super) struct Standing {
    /// Value and period in a few words; says so where there is no figure.
    pub(super) words: String,
    /// Whether the target is met; nothing where it cannot be judged.
    pub(super) status: Option<TargetStatus>,
}

/// How a metric stands at its newest figure.
pub(super) fn standing(writer: &Writer<'_>, id: &Id) -> Standing {
    let language = writer.language();
    let latest = writer.site.summary(id).and_then(|summary| summary.latest.as_ref());
    let unit = writer.site.catalog().metric(id).map(|(_, metric)| metric.unit);
    let figure = latest.and_then(|latest| Some((latest.published?, latest.period)));
    let words = match figure.zip(unit) {
        Some(((value, period), unit)) => {
            let value = language.with_unit(value, unit);
            let period = language.short_period(period);
            writer.fill("strategy-value", &[("value", value.into()), ("period", period.into())])
        }
        None => writer.say("strategy-no-figure"),
    };
    Standing { words, status: latest.and_then(|latest| latest.status) }
}

/// How several metrics stand together.
pub(super) struct Together {
    pub(super) met: usize,
    pub(super) close: usize,
    pub(super) missed: usize,
    pub(super) unjudged: usize,
}

impl Together {
    /// Counts how each of the metrics stands.
    pub(super) fn of(writer: &Writer<'_>, metrics: &[MetricRef]) -> Self {
        let mut counts = Self { met: 0, close: 0, missed: 0, unjudged: 0 };
        for metric in metrics {
            match standing(writer, metric.id()).status {
                Some(TargetStatus::Met) => counts.met += 1,
                Some(TargetStatus::Close) => counts.close += 1,
                Some(TargetStatus::Missed) => counts.missed += 1,
                None => counts.unjudged += 1,
            }
        }
        counts
    }

    /// The worst standing of any judged metric.
    pub(super) const fn worst(&self) -> Option<TargetStatus> {
        if self.missed > 0 {
            Some(TargetStatus::Missed)
        } else if self.close > 0 {
            Some(TargetStatus::Close)
        } else if self.met > 0 {
            Some(TargetStatus::Met)
        } else {
            None
        }
    }

    /// The same for narrow places.
    pub(super) fn short(&self, writer: &Writer<'_>) -> String {
        match self.met + self.close + self.missed {
            0 => self.words(writer),
            judged => writer.fill("strategy-met-short", &[("met", self.met.into()), ("count", judged.into())]),
        }
    }

    /// How many meet their target, out of those that can be judged.
    pub(super) fn words(&self, writer: &Writer<'_>) -> String {
        let judged = self.met + self.close + self.missed;
        if judged == 0 {
            return writer.say(if self.unjudged > 0 { "strategy-not-judged" } else { "strategy-no-measure" });
        }
        writer.fill("strategy-met-of", &[("met", self.met.into()), ("count", judged.into())])
    }
}

/// A standing as a cell.
pub(super) fn status_cell(status: Option<TargetStatus>, word: String) -> Cell {
    let class = match status {
        Some(TargetStatus::Met) => "is-meets",
        Some(TargetStatus::Close) => "is-within",
        Some(TargetStatus::Missed) => "is-misses",
        None => "is-unknown",
    };
    Cell::Status(StatusWord { class, word })
}

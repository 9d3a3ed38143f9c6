//! A promise beside its measure: what the register, the page of a commitment and the digests all say of it.

use super::{Cell, StatusWord, TickMark};
use crate::language::Language;
use crate::model::commitment::{Counterparty, Operator};
use crate::model::{Commitment, Decimal, Frequency, Metric, Period};
use crate::site::MetricAddresses;
use crate::site::chart::Tone;
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::{PromiseCount, PromiseStatus, PromiseWindow, TargetStatus, promise_windows};

/// A commitment with its measure and all its windows.
pub(super) struct PromiseStory<'a> {
    /// The record.
    pub(super) record: &'a Record,
    /// Its fields.
    pub(super) commitment: &'a Commitment,
    /// The record of the metric by which it is judged.
    pub(super) measure: &'a Record,
    /// The fields of that metric.
    pub(super) metric: &'a Metric,
    /// The windows since the wording took effect, the oldest first.
    pub(super) windows: Vec<PromiseWindow>,
    /// How many of them kept the promise.
    pub(super) count: PromiseCount,
}

impl<'a> PromiseStory<'a> {
    /// Reads a commitment against its measure; nothing where the catalogue lacks the metric.
    pub(super) fn of(writer: &Writer<'a>, record: &'a Record, commitment: &'a Commitment) -> Option<Self> {
        let catalog = writer.site.catalog();
        let (measure, metric) = catalog.metric(commitment.metric.id())?;
        let since = record.versioning.map(|versioning| versioning.effective_from);
        let series = writer.site.series(&measure.id);
        let windows = series.map_or_else(Vec::new, |series| promise_windows(catalog, metric, &series, commitment, since));
        let count = PromiseCount::of(&windows);
        Some(Self { record, commitment, measure, metric, windows, count })
    }

    /// The newest window with a value.
    pub(super) fn newest(&self) -> Option<&PromiseWindow> {
        self.windows.iter().rev().find(|window| window.value.is_some())
    }

    /// A level or value with its unit.
    pub(super) fn value(&self, writer: &Writer<'_>, value: Decimal) -> String {
        writer.language().with_unit(value, self.metric.unit)
    }

    /// A gap with its sign and unit.
    pub(super) fn gap(&self, writer: &Writer<'_>, gap: Decimal) -> String {
        let text = writer.language().with_unit(gap, self.metric.unit.of_difference());
        if gap > Decimal::ZERO { format!("+{text}") } else { text }
    }

    /// What is promised, in words: `at most 10%`.
    pub(super) fn promised(&self, writer: &Writer<'_>) -> String {
        level_words(writer, self.commitment.operator, self.value(writer, self.commitment.level))
    }

    /// Where the figure of a window stands; the page of the metric where the window is rolled up.
    pub(super) fn figure_href(&self, writer: &Writer<'_>, period: Period) -> String {
        let page = writer.record_href(&self.measure.reference());
        if self.commitment.window != self.metric.frequency {
            return page;
        }
        let addresses = MetricAddresses::of(writer.site.catalog(), &self.measure.id, self.metric);
        let total = vec![0; self.metric.segments.len()];
        addresses.of_cell(&total).map_or(page, |cell| writer.href(&format!("{}#{}", cell.page, cell.anchor(period))))
    }

    /// The marks of the value of a window; none where it has no value.
    pub(super) fn marks(&self, writer: &Writer<'_>, window: &PromiseWindow) -> Vec<TickMark> {
        if window.value.is_none() {
            return Vec::new();
        }
        writer.figure_marks(&self.measure.id, &vec![0; self.metric.segments.len()], window.period)
    }

    /// How many windows kept the promise, in words.
    pub(super) fn kept_words(&self, writer: &Writer<'_>) -> String {
        if self.count.judged() == 0 {
            return writer.say("promises-none-judged");
        }
        writer.fill("promises-kept-of", &[("kept", self.count.kept_at_all().into()), ("count", self.count.judged().into())])
    }
}

/// A level with its operator: `at most 10%`.
pub(super) fn level_words(writer: &Writer<'_>, operator: Operator, level: String) -> String {
    let fills = [("level", level.into())];
    match operator {
        Operator::AtLeast => writer.fill("promises-at-least", &fills),
        Operator::AtMost => writer.fill("promises-at-most", &fills),
        Operator::Above => writer.fill("promises-above", &fills),
        Operator::Below => writer.fill("promises-below", &fills),
    }
}

/// To whom a promise is made.
pub(super) fn counterparty(writer: &Writer<'_>, counterparty: Counterparty) -> String {
    match counterparty {
        Counterparty::Public => writer.say("promises-to-public"),
        Counterparty::Customer => writer.say("promises-to-customer"),
        Counterparty::Internal => writer.say("promises-to-internal"),
    }
}

/// The length of the windows, each of which has to keep the promise.
pub(super) fn window_words(writer: &Writer<'_>, window: Frequency) -> String {
    match window {
        Frequency::Day => writer.say("promises-each-day"),
        Frequency::Week => writer.say("promises-each-week"),
        Frequency::Month => writer.say("promises-each-month"),
        Frequency::Quarter => writer.say("promises-each-quarter"),
        Frequency::Year => writer.say("promises-each-year"),
        Frequency::FiscalMonth => writer.say("promises-each-fiscal-month"),
        Frequency::FiscalQuarter => writer.say("promises-each-fiscal-quarter"),
        Frequency::FiscalYear => writer.say("promises-each-fiscal-year"),
    }
}

/// How a value stands to a promise, as a sign and a word.
pub(super) fn promise_word(writer: &Writer<'_>, status: Option<PromiseStatus>) -> StatusWord {
    let (class, word) = match status {
        Some(PromiseStatus::Kept) => ("is-meets", writer.say("promises-kept")),
        Some(PromiseStatus::AtRisk) => ("is-within", writer.say("promises-at-risk")),
        Some(PromiseStatus::Broken) => ("is-misses", writer.say("promises-broken")),
        None => ("is-unknown", writer.say("promises-not-judged")),
    };
    StatusWord { class, word }
}

/// The tone of a window's bar.
pub(super) const fn promise_tone(status: Option<PromiseStatus>) -> Tone {
    Tone::Status(match status {
        Some(PromiseStatus::Kept) => Some(TargetStatus::Met),
        Some(PromiseStatus::AtRisk) => Some(TargetStatus::Close),
        Some(PromiseStatus::Broken) => Some(TargetStatus::Missed),
        None => None,
    })
}

/// A period for an axis: what is its own, and the year that it shares with others.
pub(super) fn axis_period(language: &Language, period: Period) -> (String, String) {
    let short = language.short_period(period);
    match short.rsplit_once(' ') {
        Some((own, year)) if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => (own.to_owned(), year.to_owned()),
        _ => (short, String::new()),
    }
}

/// A figure as a cell, or the word that there is none.
pub(super) fn figure_cell(writer: &Writer<'_>, text: Option<(String, Decimal)>) -> Cell {
    text.map_or_else(|| Cell::Absent(writer.say("promises-no-value")), |(text, value)| Cell::number(text, value.to_string()))
}

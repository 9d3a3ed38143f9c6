//! Which columns the results of a metric may have.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::did_you_mean;
use crate::model::{Id, Metric, Scoring, Segment};

/// A column of numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberColumn {
    /// A column that any metric may have, or a term of the metric's formula.
    Named(Box<str>),
    /// Count removed by an exclusion.
    Excluded(Id),
}

impl NumberColumn {
    /// The heading, as it is written.
    #[must_use]
    pub fn heading(&self) -> String {
        match self {
            Self::Named(name) => name.to_string(),
            Self::Excluded(id) => format!("excluded:{id}"),
        }
    }
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Period,
    /// Position among the metric's segments.
    Segment(usize),
    Version,
    Status,
    Confidentiality,
    Comment,
    /// A segment or exclusion of the metric of which no record could be read.
    Unresolved,
    /// Whether it counts things, and therefore holds whole numbers that are not negative.
    Number(NumberColumn, bool),
}

/// Counts that any metric may report.
const COUNTS: [&str; 11] =
    ["population", "denominator_raw", "numerator_raw", "missing", "imputed", "late", "n", "invited", "delivered", "completes", "partials"];
/// Quantities that any metric may report.
const QUANTITIES: [&str; 4] = ["value", "sd", "sum_w", "sum_w2"];

/// Whether any table may have a column of this name, whatever the metric.
#[must_use]
pub fn is_common_column(name: &str) -> bool {
    let others = ["period", "version", "status", "conf", "comment", "numerator", "denominator"];
    others.contains(&name) || COUNTS.contains(&name) || QUANTITIES.contains(&name)
}

/// What the results of one metric are held against.
#[derive(Debug)]
pub(super) struct ResultShape<'a> {
    pub(super) metric: &'a Metric,
    /// The metric's segments in the order of its definition, each with the position of every code.
    pub(super) segments: Vec<(&'a Id, BTreeMap<&'a str, u16>)>,
    /// Whether the metric names a segment of which no record could be read.
    lacks_segment: bool,
    /// The exclusions of which a record could be read.
    exclusions: &'a BTreeSet<&'a Id>,
}

/// A heading that stands for nothing.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    /// What could be meant, or one step that mends it.
    pub(super) help: String,
}

impl<'a> ResultShape<'a> {
    /// Prepares the look-up of codes.
    pub(super) fn new(metric: &'a Metric, segments: &BTreeMap<&'a Id, &'a Segment>, exclusions: &'a BTreeSet<&'a Id>) -> Self {
        let codes = |segment: &'a Segment| {
            segment.codes.iter().enumerate().filter_map(|(index, code)| Some((code.code.as_str(), u16::try_from(index).ok()?))).collect()
        };
        let lacks_segment = metric.segments.iter().any(|reference| !segments.contains_key(reference.id()));
        let segments = metric.segments.iter().filter_map(|reference| {
            let (id, segment) = segments.get_key_value(reference.id())?;
            Some((*id, codes(segment)))
        });
        Self { metric, segments: segments.collect(), lacks_segment, exclusions }
    }

    /// What a heading stands for.
    pub(super) fn column(&self, heading: &str) -> Result<Column, Unknown> {
        let named = |counts: bool| Ok(Column::Number(NumberColumn::Named(heading.into()), counts));
        match heading {
            "period" => return Ok(Column::Period),
            "version" => return Ok(Column::Version),
            "status" => return Ok(Column::Status),
            "conf" => return Ok(Column::Confidentiality),
            "comment" => return Ok(Column::Comment),
            "numerator" | "denominator" => {
                return named(matches!(self.metric.scoring, Scoring::Proportion | Scoring::Count));
            }
            _ => {}
        }
        if let Some(position) = self.segments.iter().position(|(id, _)| id.as_str() == heading) {
            return Ok(Column::Segment(position));
        }
        if COUNTS.contains(&heading) || QUANTITIES.contains(&heading) || self.metric.terms.contains_key(heading) {
            return named(COUNTS.contains(&heading));
        }
        if let Some(id) = heading.strip_prefix("excluded:")
            && let Some(reference) = self.metric.exclusions.iter().find(|reference| reference.id().as_str() == id)
        {
            return Ok(Column::Number(NumberColumn::Excluded(reference.id().clone()), true));
        }
        if self.may_be_unresolved(heading) {
            return Ok(Column::Unresolved);
        }
        Err(Unknown { help: self.help(heading) })
    }

    /// Whether a heading may stand for a record that is named by the metric and could not be read, so that the mistake is
    /// there and not here.
    fn may_be_unresolved(&self, heading: &str) -> bool {
        let is_id = |text: &str| Id::parse(text).is_ok();
        match heading.strip_prefix("excluded:") {
            Some(id) => is_id(id) && self.metric.exclusions.iter().any(|reference| !self.exclusions.contains(reference.id())),
            None => self.lacks_segment && is_id(heading),
        }
    }

    fn help(&self, heading: &str) -> String {
        if let Some(name) = self.suggest(heading) {
            return format!("did you mean `{name}`?");
        }
        match heading.strip_prefix("excluded:") {
            Some(id) if Id::parse(id).is_ok() => {
                format!("name `{id}` under the `exclusions` of the metric, or remove the column")
            }
            _ => "declare it as a term, segment or exclusion of the metric, or remove the column".to_owned(),
        }
    }

    fn suggest(&self, heading: &str) -> Option<String> {
        let mut known: Vec<String> =
            ["period", "version", "status", "conf", "comment", "numerator", "denominator"].map(str::to_owned).into();
        known.extend(COUNTS.iter().chain(&QUANTITIES).map(|name| (*name).to_owned()));
        known.extend(self.segments.iter().map(|(id, _)| id.to_string()));
        known.extend(self.metric.terms.keys().cloned());
        known.extend(self.metric.exclusions.iter().map(|reference| format!("excluded:{}", reference.id())));
        did_you_mean(heading, known.iter().map(String::as_str)).map(str::to_owned)
    }
}

//! A new release of results: its `release.yaml`, and for each metric that is reported a table that only lacks its numbers.

use std::collections::BTreeMap;

use super::DiskWorkspace;
use super::new::head;
use super::template::{Candidates, Filling, fields_template};
use crate::diag::Failure;
use crate::model::{AnyRecord, Date, FiscalCalendar, Id, Kind, Metric, Period, Release, Scoring, Segment, record_shape, schema_of};
use crate::render::data::push_line;
use crate::source::{NamedPart, Workspace, is_common_column, parse_record, read_columns, settings_of};

/// The files of a release, and what somebody should know of them.
type Made = (Vec<(String, String)>, Vec<String>);

/// Makes `release.yaml` and the tables of all reported metrics of the period with which the id begins.
///
/// Fails where the release is there already.
pub(super) fn new_release(project: &DiskWorkspace, id: &Id, parts: &[(NamedPart, String)], known: &Candidates) -> Result<Made, Failure> {
    let folder = format!("metrics/snapshots/{id}");
    if project.look(&folder).is_some() {
        return Err(Failure::Usage { message: format!("the release `{id}` is there already, in `{folder}`") });
    }
    let calendar = calendar(project);
    let period = period_of(id);
    let day = period.map(|period| period.last_day(&calendar).add_days(1));
    let mut files = vec![(format!("{folder}/release.yaml"), description(id, &folder, day, known))];
    let mut notes = Vec::new();
    match period {
        Some(period) => {
            let tables = Tables { project, parts, calendar: &calendar, period };
            files.extend(tables.all().into_iter().map(|(metric, text)| (format!("{folder}/{metric}.csv"), text)));
            if files.len() == 1 {
                notes.push(format!("no metric that is reported has results of {period}; add `{folder}/METRIC.csv` for each one that has"));
            }
        }
        None => notes.push(format!(
            "`{id}` begins with no period such as `2026-10`, so that no tables were made; add `{folder}/METRIC.csv` for each metric"
        )),
    }
    Ok((files, notes))
}

fn calendar(project: &DiskWorkspace) -> FiscalCalendar {
    let text = project.read("tickmark.yaml").ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let settings = text.as_deref().and_then(settings_of);
    let start = settings.as_ref().and_then(|settings| settings.fiscal_year_start).unwrap_or_default();
    FiscalCalendar::new(start, settings.and_then(|settings| settings.fiscal_year_named_after))
}

/// The period with which an id begins: that of `2026-10-corrected` is October 2026.
fn period_of(id: &Id) -> Option<Period> {
    // Ids have small letters, where periods have `Q`, `W`, `FY` and `M`.
    let text = id.as_str().to_ascii_uppercase();
    let ends = text.match_indices('-').map(|(end, _)| end).chain([text.len()]);
    let found: Vec<Period> = ends.filter_map(|end| Period::parse(text.get(..end)?).ok()).collect();
    found.last().copied()
}

fn description(id: &Id, folder: &str, day: Option<Date>, known: &Candidates) -> String {
    let mut values = BTreeMap::from([("title", format!("Results of {id}"))]);
    if let Some(day) = day {
        values.insert("released", format!("{day}T09:00:00Z"));
    }
    let filling = Filling { candidates: known.clone(), values, ..Filling::default() };
    let shape = record_shape(&schema_of::<Release>());
    head("release", folder, "Results that are published together.") + &fields_template(&shape, &filling)
}

/// The tables of a release in the making.
struct Tables<'a> {
    project: &'a DiskWorkspace,
    parts: &'a [(NamedPart, String)],
    calendar: &'a FiscalCalendar,
    period: Period,
}

impl Tables<'_> {
    /// The table of each metric, by id; none for metrics that cannot be read.
    fn all(&self) -> BTreeMap<Id, String> {
        let segments: BTreeMap<Id, Segment> = self
            .records(Kind::Segment)
            .filter_map(|(id, record)| if let AnyRecord::Segment(segment) = record { Some((id, *segment)) } else { None })
            .collect();
        self.records(Kind::Metric)
            .filter_map(|(id, record)| {
                let AnyRecord::Metric(metric) = record else { return None };
                let reported = metric.state.is_reported() && metric.scoring != Scoring::Composite;
                let periods = self.periods(&metric);
                (reported && !periods.is_empty()).then(|| (id.clone(), self.table(&id, &metric, &segments, &periods)))
            })
            .collect()
    }

    fn records(&self, wanted: Kind) -> impl Iterator<Item = (Id, AnyRecord)> {
        self.parts.iter().filter_map(move |(part, path)| match part {
            NamedPart::Record { kind, id } if *kind == wanted => {
                let (record, _) = parse_record(*kind, id, path, self.project.read(path).ok()?);
                Some((id.clone(), record?.fields))
            }
            _ => None,
        })
    }

    /// The periods of a metric that end in that of the release.
    fn periods(&self, metric: &Metric) -> Vec<Period> {
        self.period.finer(metric.frequency, self.calendar).unwrap_or_else(|| {
            let whole = self.period.coarser(metric.frequency, self.calendar);
            let ends = |whole: &Period| whole.last_day(self.calendar) == self.period.last_day(self.calendar);
            whole.filter(ends).into_iter().collect()
        })
    }

    fn table(&self, id: &Id, metric: &Metric, segments: &BTreeMap<Id, Segment>, periods: &[Period]) -> String {
        let columns = self.earlier_columns(id).map_or_else(|| columns(metric), |earlier| adapted(metric, earlier));
        let mut text = String::new();
        push_line(&mut text, columns.iter().map(String::as_str));
        for period in periods {
            let mut row = |segment: &str, code: &str| {
                let cell = |column: &String| match column.as_str() {
                    "period" => period.to_string(),
                    name if name == segment => code.to_owned(),
                    _ => String::new(),
                };
                let cells: Vec<String> = columns.iter().map(cell).collect();
                push_line(&mut text, cells.iter().map(String::as_str));
            };
            row("", "");
            let (first, last) = (period.first_day(self.calendar), period.last_day(self.calendar));
            for reference in &metric.segments {
                let codes = segments.get(reference.id()).map_or(&[][..], |segment| segment.codes.as_slice());
                let holds = |from: Option<Date>, to: Option<Date>| from.is_none_or(|from| from <= last) && to.is_none_or(|to| to >= first);
                for code in codes.iter().filter(|code| holds(code.from, code.to)) {
                    row(reference.id().as_str(), &code.code);
                }
            }
        }
        text
    }

    /// The columns of the metric's table in the last release by id that has one.
    fn earlier_columns(&self, metric: &Id) -> Option<Vec<String>> {
        let tables = self.parts.iter().filter_map(|(part, path)| match part {
            NamedPart::Results { release, metric: of } if of == metric => Some((release, path)),
            _ => None,
        });
        let (_, path) = tables.max()?;
        Some(read_columns(&String::from_utf8(self.project.read(path).ok()?).ok()?))
    }
}

/// The columns that a metric needs for its first table.
fn columns(metric: &Metric) -> Vec<String> {
    let mut columns = vec!["period".to_owned()];
    columns.extend(metric.segments.iter().map(|segment| segment.id().to_string()));
    let excluded = metric.exclusions.iter().map(|exclusion| format!("excluded:{}", exclusion.id()));
    let is_count = metric.scoring == Scoring::Count;
    if !metric.exclusions.is_empty() {
        columns.push(if is_count { "population" } else { "denominator_raw" }.to_owned());
        columns.extend(excluded);
    }
    let terms = metric.terms.iter().filter(|(_, term)| term.metric.is_none()).map(|(name, _)| name.clone());
    columns.extend(terms);
    let usual: &[&str] = match (metric.scoring, metric.formula.is_some()) {
        (Scoring::Count, _) => &["numerator"],
        (Scoring::Index | Scoring::Composite, _) | (_, true) => &[],
        (Scoring::Proportion | Scoring::Ratio | Scoring::Mean, false) => &["numerator", "denominator"],
    };
    columns.extend(usual.iter().map(|name| (*name).to_owned()).filter(|name| !metric.terms.contains_key(name)));
    columns.push("value".to_owned());
    columns
}

/// The columns of an earlier table, without segments and exclusions that the metric names no more and with those that came since.
fn adapted(metric: &Metric, earlier: Vec<String>) -> Vec<String> {
    let wanted = columns(metric);
    let is_own = |column: &String| wanted.contains(column) || is_common_column(column) || metric.terms.contains_key(column);
    let mut adapted: Vec<String> = earlier.into_iter().filter(is_own).collect();
    // A version to which rows were pinned is not that of the new ones.
    adapted.retain(|column| column != "version");
    let named = |column: &&String| column.starts_with("excluded:") || metric.segments.iter().any(|segment| segment.id() == column.as_str());
    for column in wanted.iter().filter(named) {
        if !adapted.contains(column) {
            let is_segment = !column.starts_with("excluded:");
            let last =
                adapted.iter().rposition(|other| other.starts_with("excluded:") || (other == "denominator_raw") || other == "population");
            let place = if is_segment { 1 } else { last.map_or(adapted.len(), |last| last + 1) };
            adapted.insert(place.min(adapted.len()), column.clone());
        }
    }
    adapted
}

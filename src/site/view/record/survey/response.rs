//! Who was asked, who answered, and the response rate by the survey's own formula, from the rows of a metric that is asked with it.

use crate::model::survey::{ResponseRate, Survey};
use crate::model::{Decimal, Exact, Metric, Rounding, Unit};
use crate::site::chart::{Bar, BarChart, Bounds, Picture};
use crate::site::view::inquiry::{by_period, figure, period, points};
use crate::site::view::{Block, Cell, ColumnKind, Row, Section};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::{Dispositions, Figure, MetricSeries, column, response_rate};

/// Decimal places of a response rate in per cent.
const PLACES: u32 = 1;

/// One period.
struct Wave<'a> {
    figure: &'a Figure,
    cases: Dispositions,
    invited: u64,
    delivered: Option<u64>,
}

/// The section; nothing where no metric of the survey reports who was invited and who answered.
pub(super) fn section(writer: &mut Writer<'_>, survey: &Survey, metrics: &[(&Record, &Metric)]) -> Option<Section> {
    for (record, _) in metrics {
        let Some(series) = writer.site.series(&record.id) else {
            continue;
        };
        let waves: Vec<Wave<'_>> = series.total().into_iter().flatten().filter_map(|(_, point)| wave(&series, &point.latest)).collect();
        if !waves.is_empty() {
            return Some(shown(writer, survey, record, &waves));
        }
    }
    None
}

/// What became of everybody who was invited. Invitations that were not delivered count as not known to be eligible; those that
/// were delivered and not answered count as non-contact.
fn wave<'a>(series: &MetricSeries, figure: &'a Figure) -> Option<Wave<'a>> {
    let count = |name: &str| {
        let number = column(&series.columns, &figure.numbers, name).filter(Decimal::is_integer)?;
        u64::try_from(number.exact().round(0, Rounding::HalfEven)?.mantissa()).ok()
    };
    let (invited, complete) = (count("invited")?, count("completes")?);
    let (delivered, partial) = (count("delivered"), count("partials").unwrap_or_default());
    let reached = delivered.unwrap_or(invited);
    let cases = Dispositions {
        complete,
        partial,
        non_contact: reached.checked_sub(complete)?.checked_sub(partial)?,
        unknown: invited.checked_sub(reached)?,
        ..Dispositions::default()
    };
    Some(Wave { figure, cases, invited, delivered })
}

/// The formulas that are shown: the survey's own, or the two ends between which it lies where its estimate is not known.
const fn formulas(own: ResponseRate) -> &'static [(ResponseRate, &'static str)] {
    match own {
        ResponseRate::Rr1 => &[(ResponseRate::Rr1, "survey-rr1")],
        ResponseRate::Rr2 => &[(ResponseRate::Rr2, "survey-rr2")],
        ResponseRate::Rr3 => &[(ResponseRate::Rr1, "survey-rr1"), (ResponseRate::Rr5, "survey-rr5")],
        ResponseRate::Rr4 => &[(ResponseRate::Rr2, "survey-rr2"), (ResponseRate::Rr6, "survey-rr6")],
        ResponseRate::Rr5 => &[(ResponseRate::Rr5, "survey-rr5")],
        ResponseRate::Rr6 => &[(ResponseRate::Rr6, "survey-rr6")],
    }
}

/// A rate in per cent, rounded once.
fn percent(formula: ResponseRate, wave: &Wave<'_>) -> Option<Exact> {
    response_rate(formula, wave.cases, None)?.checked_mul(Exact::from_integer(100))
}

fn shown(writer: &mut Writer<'_>, survey: &Survey, record: &Record, waves: &[Wave<'_>]) -> Section {
    let formulas = formulas(survey.response_rate);
    let title = writer.say("survey-response");
    let mut blocks = Vec::new();
    if let Some((formula, name)) = formulas.first() {
        blocks.push(picture(writer, *formula, name, waves));
    }
    let mut headings = vec![
        ("inquiry-period", ColumnKind::Text),
        ("survey-invited", ColumnKind::Number),
        ("survey-delivered", ColumnKind::Number),
        ("survey-complete", ColumnKind::Number),
        ("survey-partial", ColumnKind::Number),
        ("survey-unanswered", ColumnKind::Number),
    ];
    headings.extend(formulas.iter().map(|(_, name)| (*name, ColumnKind::Number)));
    let rows = waves.iter().rev().map(|wave| row(writer, formulas, wave)).collect();
    let known = waves.iter().all(|wave| wave.delivered.is_some());
    blocks.extend(by_period(writer, "response", &title, &headings, rows));
    let source = [("metric", record.envelope.title.as_str().into())];
    blocks.push(Block::Intro { text: writer.fill("survey-response-source", &source) });
    blocks.push(Block::Intro { text: writer.say(if known { "survey-dispositions" } else { "survey-dispositions-undelivered" }) });
    if formulas.len() > 1 {
        blocks.push(Block::Intro { text: writer.say("survey-estimate-unknown") });
    }
    Section::new("response", title, blocks)
}

fn row(writer: &Writer<'_>, formulas: &[(ResponseRate, &'static str)], wave: &Wave<'_>) -> Row {
    let count = |count: u64| Cell::number(writer.language().plain_number(&count.to_string()), count.to_string());
    let mut cells = vec![
        period(writer.language(), wave.figure.period),
        count(wave.invited),
        wave.delivered.map_or_else(|| Cell::Absent(writer.say("inquiry-not-said")), count),
        count(wave.cases.complete),
        count(wave.cases.partial),
        count(wave.cases.non_contact),
    ];
    cells.extend(formulas.iter().map(|(formula, _)| {
        percent(*formula, wave).zip(Unit::parse("percent").ok()).map_or(Cell::Empty, |(rate, unit)| {
            let (text, key) = points(writer.language(), rate, PLACES, unit);
            Cell::number(text, key)
        })
    }));
    Row { cells, ..Row::default() }
}

fn picture(writer: &mut Writer<'_>, formula: ResponseRate, name: &'static str, waves: &[Wave<'_>]) -> Block {
    let language = writer.language();
    let unit = Unit::parse("percent").ok();
    let bars: Vec<Bar> = waves
        .iter()
        .map(|wave| {
            let short = language.short_period(wave.figure.period);
            let (label, group) = short.rsplit_once(' ').unwrap_or((short.as_str(), ""));
            let rate = percent(formula, wave);
            Bar {
                label: label.to_owned(),
                group: group.to_owned(),
                full_label: language.period(wave.figure.period),
                value: rate.map(Exact::to_f64),
                text: rate.zip(unit).map_or_else(String::new, |(rate, unit)| points(language, rate, PLACES, unit).0),
                ..Bar::default()
            }
        })
        .collect();
    let ends = bars.first().zip(bars.last());
    let description = ends.map_or_else(String::new, |(first, last)| {
        let said = [("first", first.full_label.as_str().into()), ("before", first.text.as_str().into())];
        let then = [("last", last.full_label.as_str().into()), ("after", last.text.as_str().into())];
        writer.fill("survey-response-description", &said.into_iter().chain(then).collect::<Vec<_>>())
    });
    let title = writer.fill("survey-response-figure", &[("name", writer.say(name).into())]);
    let chart = BarChart {
        id_prefix: writer.prefix(),
        title: title.clone(),
        description,
        y_label: writer.say("survey-response-axis"),
        bounds: Bounds { floor: Some(0.0), ceiling: Some(100.0) },
        bars,
        level: None,
    };
    let part = writer.picture(Picture::Bars(chart));
    figure(part, title, String::new(), Vec::new())
}

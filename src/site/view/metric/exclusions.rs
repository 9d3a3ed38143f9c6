//! What is left out of a metric: rationale, approver, counts, share over time and waterfall.

use super::cell::CellStory;
use super::chart::rounded;
use super::context::MetricContext;
use crate::diag::plural;
use crate::model::exclusion::{BiasDirection, Exclusion, ExclusionState, ExclusionType};
use crate::model::{AnyRecord, Decimal, Exact, Kind, Rounding, Scoring};
use crate::site::chart::{Bar, BarChart, Bounds, Deduction, Picture, Total};
use crate::site::view::{Badge, Block, Fact, Span};
use crate::site::writer::state_badge;
use crate::site::{Writer, chart, grouped};
use crate::source::{NumberColumn, Record};
use crate::stats::{Figure, Side, Waterfall, exclusion_bounds, waterfall};

/// Everything about the exclusions of a metric; nothing where it has none.
pub(super) fn exclusions(writer: &mut Writer<'_>, context: &MetricContext<'_>) -> Vec<Block> {
    let mut declared: Vec<(&Record, &Exclusion)> = context
        .metric
        .exclusions
        .iter()
        .filter_map(|reference| {
            let record = context.catalog.find(Kind::Exclusion, reference.id())?;
            if let AnyRecord::Exclusion(exclusion) = &record.fields { Some((record, &**exclusion)) } else { None }
        })
        .collect();
    declared.sort_by(|one, other| (one.1.order, &one.0.id).cmp(&(other.1.order, &other.0.id)));
    if declared.is_empty() {
        return Vec::new();
    }
    let total = context.total();
    let latest = total.as_ref().and_then(CellStory::latest).map(|point| &point.latest);
    let falls: Vec<Waterfall> = latest.map_or_else(Vec::new, |figure| {
        [Side::Denominator, Side::Numerator]
            .into_iter()
            .filter_map(|side| waterfall(context.catalog, &context.series, figure, side))
            .collect()
    });
    let mut blocks: Vec<Block> = intro(context, latest, &falls).into_iter().collect();
    for (record, exclusion) in &declared {
        blocks.push(card(writer, record, exclusion, latest, &falls));
    }
    for fall in falls.iter().filter(|fall| !fall.steps.is_empty()) {
        blocks.push(picture(writer, context, latest, fall));
    }
    if let Some(cell) = &total {
        blocks.extend(shares(writer, context, cell, &declared));
    }
    blocks
}

fn share(part: Exact, whole: Decimal, decimals: u32) -> Option<Decimal> {
    let hundred = Exact::from_integer(100);
    part.checked_mul(hundred)?.checked_div(whole.exact())?.round(decimals, Rounding::HalfEven)
}

/// How much is left out, and how far it could move the value at worst.
fn intro(context: &MetricContext<'_>, latest: Option<&Figure>, falls: &[Waterfall]) -> Option<Block> {
    let (figure, fall) = latest.zip(falls.iter().find(|fall| fall.side == Side::Denominator))?;
    let removed = Exact::from_integer(fall.removed());
    let percent = share(removed, fall.raw, 2)?;
    let mut text = format!(
        "{} take {} of {} recorded in {} out of the denominator, or {percent}%.",
        plural(fall.steps.len(), "rule"),
        removed.round(0, Rounding::HalfEven).map_or_else(String::new, grouped),
        grouped(fall.raw),
        figure.period.label()
    );
    if context.metric.scoring == Scoring::Proportion && !context.calculation_is_stated() {
        let numerator = context.number(figure, "numerator")?.exact();
        let bounds = exclusion_bounds(numerator, fall.net.exact(), removed)?;
        let factor = Exact::from_integer(i128::from(context.metric.unit.factor()));
        let shown = |bound: Exact| {
            let value = bound.checked_mul(factor)?.round(context.metric.decimals, context.metric.rounding)?;
            Some(context.value(value))
        };
        text = format!(
            "{text} Had none of them met the numerator, the value would be {}; had all of them met it, {}.",
            shown(bounds.lower)?,
            shown(bounds.upper)?
        );
    }
    Some(Block::Intro { text })
}

fn card(writer: &Writer<'_>, record: &Record, exclusion: &Exclusion, latest: Option<&Figure>, falls: &[Waterfall]) -> Block {
    let mut facts = vec![fact("Removes from", Span::text(kind_words(exclusion.kind)))];
    let step = falls.iter().find_map(|fall| Some((fall, fall.steps.iter().find(|step| step.exclusion == record.id)?)));
    if let Some(((fall, step), figure)) = step.zip(latest) {
        facts.push(fact(&format!("Removed in {}", figure.period.label()), Span::Number { text: grouped(step.removed) }));
        if let Some(percent) = share(step.removed.exact(), fall.raw, 2) {
            facts.push(fact("Share of recorded", Span::Number { text: format!("{percent}%") }));
        }
    }
    let limits = [("Expected share", exclusion.expected_share), ("Limit", exclusion.limit_share)];
    facts.extend(limits.into_iter().filter_map(|(label, share)| Some(fact(label, Span::Number { text: format!("{}%", share?) }))));
    facts.push(fact("Effect on the value", Span::text(bias_words(exclusion.bias_direction))));
    facts.push(fact("Approved by", writer.span(exclusion.approved_by.record())));
    facts.push(fact("Review by", Span::Time { iso: exclusion.review_by.to_string(), label: exclusion.review_by.label() }));
    let mut byline = vec![Span::Code { text: record.id.to_string() }];
    if let Some(versioning) = record.versioning {
        byline.push(Span::text(format!("version {}", versioning.version)));
    }
    byline.push(Span::Badge(state_badge(writer.language(), record).unwrap_or(Badge { class: "", word: "active".to_owned() })));
    if exclusion.state == ExclusionState::Expired {
        byline.push(Span::Remark { text: "no longer in use".to_owned() });
    }
    Block::Exclusion {
        id: format!("exclusion-{}", record.id),
        link: writer.link(&record.reference()),
        byline,
        markdown: exclusion.rationale.as_str().to_owned(),
        facts,
    }
}

fn fact(label: &str, value: Span) -> Fact {
    Fact { label: label.to_owned(), values: vec![value] }
}

/// Which part an exclusion removes from, in words.
const fn kind_words(kind: ExclusionType) -> &'static str {
    match kind {
        ExclusionType::Population => "the population",
        ExclusionType::Denominator => "the denominator",
        ExclusionType::Exception => "the denominator, where the numerator is not met",
        ExclusionType::Numerator => "the numerator",
        ExclusionType::Invalid => "invalid records",
        ExclusionType::Outlier => "outliers",
        ExclusionType::Suspension => "times of suspension",
    }
}

/// Which way an exclusion moves the value, in words.
const fn bias_words(bias: BiasDirection) -> &'static str {
    match bias {
        BiasDirection::Raises => "raises it",
        BiasDirection::Lowers => "lowers it",
        BiasDirection::Either => "can raise or lower it",
        BiasDirection::None => "none",
    }
}

fn picture(writer: &mut Writer<'_>, context: &MetricContext<'_>, latest: Option<&Figure>, fall: &Waterfall) -> Block {
    let period = latest.map_or_else(String::new, |figure| figure.period.label());
    let noun = context.metric.unit_of_count.clone().unwrap_or_else(|| "records".to_owned());
    let total = |label: &str, value: Decimal| Total { label: label.to_owned(), value: value.to_f64(), text: grouped(value) };
    let deductions = fall
        .steps
        .iter()
        .map(|step| Deduction {
            label: writer.title_of(&crate::model::RecordRef { kind: Kind::Exclusion, id: step.exclusion.clone() }),
            value: step.removed.to_f64(),
            text: grouped(step.removed),
            share: share(step.removed.exact(), fall.raw, 2).map_or_else(String::new, |share| format!("{share}%")),
            href: Some(format!("#exclusion-{}", step.exclusion)),
        })
        .collect();
    let title = format!("From recorded to counted: {}", fall.side.name());
    let description = format!("{} recorded, {} removed, {} counted.", grouped(fall.raw), fall.removed(), grouped(fall.net));
    let part = writer.parts.next();
    let picture = Picture::Waterfall(chart::Waterfall {
        id_prefix: format!("p{part}"),
        title: title.clone(),
        description,
        raw: total("Recorded", fall.raw),
        deductions,
        net: total("Counted", fall.net),
    });
    let part = writer.picture(picture);
    Block::Figure {
        title,
        subtitle: format!("{noun}, {period}"),
        label: format!("Waterfall of the {}", fall.side.name()),
        part,
        notes: Vec::new(),
        events: Vec::new(),
    }
}

/// The share that each exclusion removes, over time.
fn shares(writer: &mut Writer<'_>, context: &MetricContext<'_>, cell: &CellStory<'_>, declared: &[(&Record, &Exclusion)]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (record, exclusion) in declared {
        let side = if exclusion.kind == ExclusionType::Numerator { Side::Numerator } else { Side::Denominator };
        let raw = |figure: &Figure| match side {
            Side::Denominator => context.number(figure, "denominator_raw").or_else(|| context.number(figure, "population")),
            Side::Numerator => context.number(figure, "numerator_raw"),
        };
        let position = context.series.columns.iter().position(|column| *column == NumberColumn::Excluded(record.id.clone()));
        let removed = |figure: &Figure| figure.numbers.get(position?).copied().flatten();
        let bars: Vec<Bar> = cell
            .points
            .values()
            .map(|point| {
                let (label, group) = MetricContext::short(point.period());
                let part = removed(&point.latest).zip(raw(&point.latest)).and_then(|(part, whole)| share(part.exact(), whole, 2));
                Bar {
                    label,
                    group,
                    full_label: point.period().label(),
                    value: part.map(|part| part.to_f64()),
                    text: part.map_or_else(String::new, |part| format!("{part}%")),
                    ..Bar::default()
                }
            })
            .collect();
        if bars.iter().all(|bar| bar.value.is_none()) {
            continue;
        }
        let last = bars.len() - 1;
        let level = exclusion.limit_share.map(|limit| chart::StepLine {
            label: "Limit".to_owned(),
            segments: vec![chart::StepSegment { first: 0, last, value: limit.to_f64(), text: format!("{limit}%") }],
        });
        let mean = bars.iter().filter_map(|bar| bar.value).sum::<f64>()
            / f64::from(u32::try_from(bars.iter().filter(|bar| bar.value.is_some()).count()).unwrap_or(1));
        let title = format!("{}: share left out over time", record.envelope.title);
        let description = rounded(mean, 2).map_or_else(String::new, |mean| format!("{mean}% of what was recorded on average."));
        let chart = BarChart {
            id_prefix: writer.prefix(),
            title: title.clone(),
            description,
            y_label: "% of recorded".to_owned(),
            bounds: Bounds { floor: Some(0.0), ceiling: Some(100.0) },
            bars,
            level,
            ..BarChart::default()
        };
        let part = writer.picture(Picture::Bars(chart));
        blocks.push(Block::Figure {
            title,
            subtitle: "per cent of what was recorded".to_owned(),
            label: format!("Share over time: {}", record.envelope.title),
            part,
            notes: Vec::new(),
            events: Vec::new(),
        });
    }
    blocks
}

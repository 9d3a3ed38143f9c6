//! What is left out of a metric: rationale, approver, counts, share over time and waterfall.

use super::cell::CellStory;
use super::chart::rounded;
use super::context::MetricContext;
use crate::model::exclusion::{BiasDirection, Exclusion, ExclusionState, ExclusionType};
use crate::model::{AnyRecord, Decimal, Exact, Kind, Rounding, Scoring};
use crate::site::chart::{Bar, BarChart, Bounds, Deduction, Picture, Total};
use crate::site::view::{Badge, Block, Fact, Span};
use crate::site::writer::state_badge;
use crate::site::{Writer, chart};
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
        blocks.push(card(writer, context, record, exclusion, latest, &falls));
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
    let removed_text = removed.round(0, Rounding::HalfEven).map_or_else(String::new, |removed| context.language.number(removed));
    let mut text = context.fill(
        "metric-left-out",
        &[
            ("rules", fall.steps.len().into()),
            ("removed", removed_text.into()),
            ("raw", context.language.number(fall.raw).into()),
            ("period", context.language.period(figure.period).into()),
            ("share", context.percent(percent).into()),
        ],
    );
    if context.metric.scoring == Scoring::Proportion && !context.calculation_is_stated() {
        let numerator = context.number(figure, "numerator")?.exact();
        let bounds = exclusion_bounds(numerator, fall.net.exact(), removed)?;
        let factor = Exact::from_integer(i128::from(context.metric.unit.factor()));
        let shown = |bound: Exact| {
            let value = bound.checked_mul(factor)?.round(context.metric.decimals, context.metric.rounding)?;
            Some(context.value(value))
        };
        let (lower, upper) = (shown(bounds.lower)?, shown(bounds.upper)?);
        text = context.fill("metric-left-out-bounds", &[("sentence", text.into()), ("lower", lower.into()), ("upper", upper.into())]);
    }
    Some(Block::Intro { text })
}

fn card(
    writer: &Writer<'_>,
    context: &MetricContext<'_>,
    record: &Record,
    exclusion: &Exclusion,
    latest: Option<&Figure>,
    falls: &[Waterfall],
) -> Block {
    let (language, say) = (context.language, |key: &'static str| context.language.say(key));
    let mut facts = vec![fact(say("metric-exclusion-removes"), Span::text(say(kind_key(exclusion.kind))))];
    let step = falls.iter().find_map(|fall| Some((fall, fall.steps.iter().find(|step| step.exclusion == record.id)?)));
    if let Some(((fall, step), figure)) = step.zip(latest) {
        let label = context.fill("metric-exclusion-removed", &[("period", language.period(figure.period).into())]);
        facts.push(fact(&label, Span::Number { text: language.number(step.removed) }));
        if let Some(percent) = share(step.removed.exact(), fall.raw, 2) {
            facts.push(fact(say("metric-exclusion-share"), Span::Number { text: context.percent(percent) }));
        }
    }
    let limits = [("metric-exclusion-expected", exclusion.expected_share), ("metric-exclusion-limit", exclusion.limit_share)];
    facts.extend(limits.into_iter().filter_map(|(label, share)| Some(fact(say(label), Span::Number { text: context.percent(share?) }))));
    facts.push(fact(say("metric-exclusion-effect"), Span::text(say(bias_key(exclusion.bias_direction)))));
    facts.push(fact(say("metric-exclusion-approved-by"), writer.span(exclusion.approved_by.record())));
    let (iso, label) = (exclusion.review_by.to_string(), language.date(exclusion.review_by));
    facts.push(fact(say("metric-exclusion-review-by"), Span::Time { iso, label }));
    let mut byline = vec![Span::Code { text: record.id.to_string() }];
    if let Some(versioning) = record.versioning {
        byline.push(Span::text(context.fill("metric-version", &[("version", versioning.version.to_string().into())])));
    }
    byline.push(Span::Badge(
        state_badge(writer.language(), record).unwrap_or(Badge { class: "", word: context.say("metric-exclusion-active") }),
    ));
    if exclusion.state == ExclusionState::Expired {
        byline.push(Span::Remark { text: context.say("metric-exclusion-ended") });
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

/// Which part an exclusion removes from.
const fn kind_key(kind: ExclusionType) -> &'static str {
    match kind {
        ExclusionType::Population => "metric-exclusion-from-population",
        ExclusionType::Denominator => "metric-exclusion-from-denominator",
        ExclusionType::Exception => "metric-exclusion-from-exception",
        ExclusionType::Numerator => "metric-exclusion-from-numerator",
        ExclusionType::Invalid => "metric-exclusion-from-invalid",
        ExclusionType::Outlier => "metric-exclusion-from-outlier",
        ExclusionType::Suspension => "metric-exclusion-from-suspension",
    }
}

/// Which way an exclusion moves the value.
const fn bias_key(bias: BiasDirection) -> &'static str {
    match bias {
        BiasDirection::Raises => "metric-exclusion-bias-raises",
        BiasDirection::Lowers => "metric-exclusion-bias-lowers",
        BiasDirection::Either => "metric-exclusion-bias-either",
        BiasDirection::None => "metric-exclusion-bias-none",
    }
}

fn picture(writer: &mut Writer<'_>, context: &MetricContext<'_>, latest: Option<&Figure>, fall: &Waterfall) -> Block {
    let period = latest.map_or_else(String::new, |figure| context.language.period(figure.period));
    let noun = context.metric.unit_of_count.clone().unwrap_or_else(|| context.say("metric-waterfall-noun"));
    let number = |value: Decimal| context.language.number(value);
    let total = |label: &'static str, value: Decimal| Total { label: context.say(label), value: value.to_f64(), text: number(value) };
    let deductions = fall
        .steps
        .iter()
        .map(|step| Deduction {
            label: writer.title_of(&crate::model::RecordRef { kind: Kind::Exclusion, id: step.exclusion.clone() }),
            value: step.removed.to_f64(),
            text: number(step.removed),
            share: share(step.removed.exact(), fall.raw, 2).map_or_else(String::new, |share| context.percent(share)),
            href: Some(format!("#exclusion-{}", step.exclusion)),
        })
        .collect();
    let side = [("side", fall.side.name().into())];
    let title = context.fill("metric-waterfall-title", &side);
    let description = context.fill(
        "metric-waterfall-description",
        &[
            ("raw", number(fall.raw).into()),
            ("removed", context.language.plain_number(&fall.removed().to_string()).into()),
            ("net", number(fall.net).into()),
        ],
    );
    let part = writer.parts.next();
    let picture = Picture::Waterfall(chart::Waterfall {
        id_prefix: format!("p{part}"),
        title: title.clone(),
        description,
        raw: total("metric-waterfall-raw", fall.raw),
        deductions,
        net: total("metric-waterfall-net", fall.net),
    });
    let part = writer.picture(picture);
    Block::Figure {
        title,
        subtitle: context.fill("metric-waterfall-subtitle", &[("noun", noun.into()), ("period", period.into())]),
        label: context.fill("metric-waterfall-label", &side),
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
                let (label, group) = context.short(point.period());
                let part = removed(&point.latest).zip(raw(&point.latest)).and_then(|(part, whole)| share(part.exact(), whole, 2));
                Bar {
                    label,
                    group,
                    full_label: context.language.period(point.period()),
                    value: part.map(|part| part.to_f64()),
                    text: part.map_or_else(String::new, |part| context.percent(part)),
                    ..Bar::default()
                }
            })
            .collect();
        if bars.iter().all(|bar| bar.value.is_none()) {
            continue;
        }
        let last = bars.len() - 1;
        let level = exclusion.limit_share.map(|limit| chart::StepLine {
            label: context.say("metric-exclusion-limit"),
            segments: vec![chart::StepSegment { first: 0, last, value: limit.to_f64(), text: context.percent(limit) }],
        });
        let mean = bars.iter().filter_map(|bar| bar.value).sum::<f64>()
            / f64::from(u32::try_from(bars.iter().filter(|bar| bar.value.is_some()).count()).unwrap_or(1));
        let title = context.fill("metric-shares-title", &[("exclusion", (&record.envelope.title).into())]);
        let description = rounded(mean, 2)
            .map_or_else(String::new, |mean| context.fill("metric-shares-description", &[("share", context.percent(mean).into())]));
        let chart = BarChart {
            id_prefix: writer.prefix(),
            title: title.clone(),
            description,
            y_label: context.say("metric-shares-axis"),
            bounds: Bounds { floor: Some(0.0), ceiling: Some(100.0) },
            bars,
            level,
        };
        let part = writer.picture(Picture::Bars(chart));
        blocks.push(Block::Figure {
            title,
            subtitle: context.say("metric-shares-subtitle"),
            label: context.fill("metric-shares-label", &[("exclusion", (&record.envelope.title).into())]),
            part,
            notes: Vec::new(),
            events: Vec::new(),
        });
    }
    blocks
}

//! What is measured, in words, in full and as a formula.

use super::context::MetricContext;
use super::fields::all_fields;
use crate::model::Prose;
use crate::site::Writer;
use crate::site::view::{Block, Fact, Part, Span};

/// The definition in plain words, and every field behind a fold.
pub(super) fn definition(writer: &mut Writer<'_>, context: &MetricContext<'_>) -> Vec<Block> {
    let metric = context.metric;
    let mut blocks = Vec::new();
    if let Some(definition) = &metric.definition {
        blocks.push(Block::Prose { markdown: definition.as_str().to_owned(), lede: true });
    }
    let prose = |field: &str, text: &Option<Prose>| {
        text.as_ref()
            .map(|text| Fact { label: context.language.field(field), values: vec![Span::Prose { markdown: text.as_str().to_owned() }] })
    };
    let mut facts: Vec<Fact> = [
        prose("purpose", &metric.purpose),
        prose("how_work_moves_it", &metric.how_work_moves_it),
        prose("population", &metric.population),
        prose("numerator", &metric.numerator),
        prose("denominator", &metric.denominator),
        prose("limitations", &metric.limitations),
    ]
    .into_iter()
    .flatten()
    .collect();
    if let Some(role) = &metric.indicator_role {
        let kind = match role.role {
            crate::model::metric::RoleKind::Leading => "metric-role-leading",
            crate::model::metric::RoleKind::Lagging => "metric-role-lagging",
            crate::model::metric::RoleKind::Both => "metric-role-both",
        };
        let mut values = vec![Span::Prose { markdown: context.fill(kind, &[("reason", role.reason.as_str().into())]) }];
        values.extend(role.of.iter().map(|reference| writer.span(reference.record())));
        facts.push(Fact { label: context.say("metric-role-kind"), values });
    }
    for link in &metric.outcome_links {
        let mut values = vec![writer.span(link.to.record()), Span::Prose { markdown: link.hypothesis.as_str().to_owned() }];
        values.extend(link.evidence.iter().map(|reference| writer.span(reference.record())));
        facts.push(Fact { label: context.say("metric-claimed-outcome"), values });
    }
    if !facts.is_empty() {
        blocks.push(Block::Terms { facts });
    }
    blocks.push(all_fields(writer, context.record));
    blocks
}

/// The formula, set as mathematics, with what each term means.
pub(super) fn formula(writer: &mut Writer<'_>, context: &MetricContext<'_>) -> Vec<Block> {
    let metric = context.metric;
    let calculation = &context.series.calculation;
    let formula = calculation.formula().clone();
    let written = formula.to_string();
    let mut terms: Vec<String> = formula.terms().into_iter().map(str::to_owned).collect();
    terms.sort_by_key(|name| written.find(name.as_str()));
    if terms == ["value"] {
        let text = context.say("metric-formula-reported");
        return vec![Block::Intro { text }];
    }
    let title = &context.record.envelope.title;
    let factor = metric.unit.factor();
    let plain = if factor == 1 { format!("{title} = {formula}") } else { format!("{title} = {factor} × ({formula})") };
    let part = writer.parts.add(Part::Formula { name: title.clone(), formula, factor });
    let mut blocks = vec![Block::Formula { part, plain }];
    let facts: Vec<Fact> = terms.iter().filter_map(|name| term(writer, context, name)).collect();
    if !facts.is_empty() {
        blocks.push(Block::Terms { facts });
    }
    let origin = if calculation.stated { "stated" } else { "scoring" };
    let rounding = match metric.rounding {
        crate::model::Rounding::HalfEven => "half-even",
        crate::model::Rounding::HalfUp => "half-up",
    };
    blocks.push(Block::Intro {
        text: context
            .fill("metric-formula-basis", &[("origin", origin.into()), ("places", metric.decimals.into()), ("rounding", rounding.into())]),
    });
    blocks
}

fn term(writer: &Writer<'_>, context: &MetricContext<'_>, name: &str) -> Option<Fact> {
    let metric = context.metric;
    let label = match name {
        "numerator" | "denominator" => context.language.inside(&context.language.field(name)),
        _ => name.replace('_', " "),
    };
    let prose = |text: &Prose| Span::Prose { markdown: text.as_str().to_owned() };
    let values = match (name, metric.terms.get(name)) {
        (_, Some(term)) => {
            let mut values = vec![prose(&term.meaning)];
            values.extend(
                term.unit.as_ref().map(|unit| Span::Remark { text: context.fill("metric-term-in", &[("unit", unit.as_str().into())]) }),
            );
            values.extend(term.metric.as_ref().map(|reference| writer.span(reference.record())));
            values
        }
        ("numerator", None) => vec![prose(metric.numerator.as_ref()?)],
        ("denominator", None) => vec![prose(metric.denominator.as_ref()?)],
        ("n", None) => vec![Span::text(context.say("metric-term-n"))],
        _ => return None,
    };
    Some(Fact { label, values })
}

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
    let prose = |label: &str, text: &Option<Prose>| {
        text.as_ref().map(|text| Fact { label: label.to_owned(), values: vec![Span::Prose { markdown: text.as_str().to_owned() }] })
    };
    let mut facts: Vec<Fact> = [
        prose("Purpose", &metric.purpose),
        prose("How work moves it", &metric.how_work_moves_it),
        prose("Population", &metric.population),
        prose("Numerator", &metric.numerator),
        prose("Denominator", &metric.denominator),
        prose("Limitations", &metric.limitations),
    ]
    .into_iter()
    .flatten()
    .collect();
    if let Some(role) = &metric.indicator_role {
        let kind = match role.role {
            crate::model::metric::RoleKind::Leading => "Leading",
            crate::model::metric::RoleKind::Lagging => "Lagging",
            crate::model::metric::RoleKind::Both => "Leading and lagging",
        };
        let mut values = vec![Span::Prose { markdown: format!("{kind}. {}", role.reason) }];
        values.extend(role.of.iter().map(|reference| writer.span(reference.record())));
        facts.push(Fact { label: "Role".to_owned(), values });
    }
    for link in &metric.outcome_links {
        let mut values = vec![writer.span(link.to.record()), Span::Prose { markdown: link.hypothesis.as_str().to_owned() }];
        values.extend(link.evidence.iter().map(|reference| writer.span(reference.record())));
        facts.push(Fact { label: "Claimed outcome".to_owned(), values });
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
        let text = "The value stands as the producer reports it; it cannot be recomputed from counts.".to_owned();
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
    let origin = if calculation.stated { "The definition states the formula" } else { "The formula follows from the scoring" };
    let places = crate::diag::plural(metric.decimals as usize, "decimal place");
    let rounding = match metric.rounding {
        crate::model::Rounding::HalfEven => "half to even",
        crate::model::Rounding::HalfUp => "half up",
    };
    blocks.push(Block::Intro {
        text: format!("{origin}. It is computed exactly from the counts and rounded once, to {places}, {rounding}."),
    });
    blocks
}

fn term(writer: &Writer<'_>, context: &MetricContext<'_>, name: &str) -> Option<Fact> {
    let metric = context.metric;
    let label = name.replace('_', " ");
    let prose = |text: &Prose| Span::Prose { markdown: text.as_str().to_owned() };
    let values = match (name, metric.terms.get(name)) {
        (_, Some(term)) => {
            let mut values = vec![prose(&term.meaning)];
            values.extend(term.unit.as_ref().map(|unit| Span::Remark { text: format!("in {unit}") }));
            values.extend(term.metric.as_ref().map(|reference| writer.span(reference.record())));
            values
        }
        ("numerator", None) => vec![prose(metric.numerator.as_ref()?)],
        ("denominator", None) => vec![prose(metric.denominator.as_ref()?)],
        ("n", None) => vec![Span::text("number of observations")],
        _ => return None,
    };
    Some(Fact { label, values })
}

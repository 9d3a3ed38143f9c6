//! The key below the plot: only what the picture uses and does not label where it stands.

use super::shapes;
use crate::language::Language;
use crate::render::svg::{Anchor, Line, Px, put, width};
use crate::site::chart::{Judgement, ProcessChart, rule_words};
use crate::stats::spc::Rule;

const TEXT: f64 = 11.5;
const ROW: f64 = 22.0;
/// From the start of an item to its text.
const SAMPLE: f64 = 22.0;
/// Between two items.
const BETWEEN: f64 = 20.0;

/// One entry of the key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Item {
    /// A rule by its shape.
    Rule(Rule),
    /// A judgement by its fill.
    Judgement(Judgement),
    /// The two thirds of the limits.
    NearLimits,
    /// A value that is not final.
    Provisional,
    /// A stretch of suspension.
    Suspended,
    /// A break of the series.
    Break,
    /// Numbered events.
    Event,
}

impl Item {
    fn words(self, language: &Language) -> &str {
        language.say(match self {
            Self::Rule(rule) => return rule_words(language, rule),
            Self::Judgement(Judgement::Improving) => "charts-key-improving",
            Self::Judgement(Judgement::Concerning) => "charts-key-concerning",
            Self::Judgement(Judgement::Neutral) => "charts-key-neutral",
            Self::NearLimits => "charts-key-near-limits",
            Self::Provisional => "charts-provisional",
            Self::Suspended => "charts-key-suspended",
            Self::Break => "charts-key-break",
            Self::Event => "charts-key-event",
        })
    }
}

/// Collects the entries that a chart needs.
pub(super) fn items(chart: &ProcessChart) -> Vec<Item> {
    let count = chart.points.len();
    let signals = || chart.points.iter().filter(|point| point.value.is_some()).filter_map(|point| point.signal);
    let mut items: Vec<Item> = Rule::ALL.into_iter().filter(|&rule| signals().any(|signal| signal.rule == rule)).map(Item::Rule).collect();
    items
        .extend(Judgement::ALL.into_iter().filter(|&judgement| signals().any(|signal| signal.judgement == judgement)).map(Item::Judgement));
    let conditional = [
        (chart.phases.iter().any(|phase| phase.first < count), Item::NearLimits),
        (chart.points.iter().any(|point| point.provisional && point.value.is_some()), Item::Provisional),
        (chart.suspensions.iter().any(|suspension| suspension.first < count), Item::Suspended),
        (chart.breaks.iter().any(|cut| cut.before > 0 && cut.before < count), Item::Break),
        (chart.events.iter().any(|event| event.index < count), Item::Event),
    ];
    items.extend(conditional.into_iter().filter_map(|(used, item)| used.then_some(item)));
    items
}

/// The height of the key.
pub(super) fn height(language: &Language, items: &[Item], left: f64, right: f64) -> f64 {
    places(language, items, left, right).last().map_or(0.0, |&(_, row)| row + ROW + 2.0)
}

/// Where each item starts: along the width, and down from the top of the key.
fn places(language: &Language, items: &[Item], left: f64, right: f64) -> Vec<(f64, f64)> {
    let mut places = Vec::with_capacity(items.len());
    let (mut x, mut row) = (left, 0.0);
    for item in items {
        let room = SAMPLE + width(item.words(language), TEXT);
        if x > left && x + room > right {
            (x, row) = (left, row + ROW);
        }
        places.push((x, row));
        x += room + BETWEEN;
    }
    places
}

/// Draws the key.
pub(super) fn draw(out: &mut String, language: &Language, items: &[Item], left: f64, right: f64, top: f64) {
    if items.is_empty() {
        return;
    }
    out.push_str(r#"<g class="chart-key">"#);
    for (item, (x, row)) in items.iter().zip(places(language, items, left, right)) {
        let y = top + row + ROW / 2.0;
        sample(out, *item, x, y);
        Line { x: x + SAMPLE, y: y + 4.0, size: TEXT, class: "is-muted", anchor: Anchor::Start, text: item.words(language) }.write(out);
    }
    out.push_str("</g>");
}

fn sample(out: &mut String, item: Item, x: f64, y: f64) {
    let centre = x + 9.0;
    match item {
        Item::Rule(rule) => shapes::sample(out, rule, (centre, y)),
        Item::Judgement(judgement) => {
            put!(
                out,
                r#"<g class="chart-signal {}"><circle cx="{}" cy="{}" r="6"/></g>"#,
                shapes::judgement_class(judgement),
                Px(centre),
                Px(y)
            );
        }
        Item::NearLimits => {
            put!(
                out,
                r#"<path class="chart-near" fill="none" stroke="currentColor" stroke-width="1" stroke-dasharray="1 5" d="M{} {}h19"/>"#,
                Px(x),
                Px(y)
            );
        }
        Item::Provisional => put!(out, r#"<circle class="chart-point is-provisional" cx="{}" cy="{}" r="3.2"/>"#, Px(centre), Px(y)),
        Item::Suspended => {
            put!(
                out,
                r#"<g class="chart-suspended" fill="currentColor"><rect x="{}" y="{}" width="18" height="12" fill-opacity=".16"/></g>"#,
                Px(x),
                Px(y - 6.0)
            );
        }
        Item::Break => {
            put!(
                out,
                r#"<g class="chart-break" fill="none" stroke="currentColor"><path stroke-width="1.5" d="M{} {}m-5 5l4 -10m2 10l4 -10"/></g>"#,
                Px(centre),
                Px(y)
            );
        }
        Item::Event => {
            put!(
                out,
                r#"<g class="chart-event"><rect x="{}" y="{}" width="18" height="18" rx="9"/><text x="{}" y="{}" font-size="11" text-anchor="middle">1</text></g>"#,
                Px(x),
                Px(y - 9.0),
                Px(centre),
                Px(y + 4.0)
            );
        }
    }
}

//! What people said: how often each theme, and beside it how the themes were found.

use crate::model::insight::{Insight, InsightCode};
use crate::model::{Decimal, Exact, Rounding, Unit};
use crate::site::chart::{Bar, BarChart, Bounds, Picture};
use crate::site::view::inquiry::{fact, figure, table, ungrouped};
use crate::site::view::{Block, Cell, ColumnKind, Fact, Row, Section, Span};
use crate::site::writer::Writer;

/// Themes, and protocol beside agreement.
pub(super) fn sections(writer: &mut Writer<'_>, insight: &Insight) -> Vec<Section> {
    vec![themes(writer, insight), method(writer, insight)]
}

/// The themes, the most frequent first; those without a share come last.
fn ranked(insight: &Insight) -> Vec<(&InsightCode, Option<Decimal>)> {
    let mut themes: Vec<_> = insight.codes.iter().map(|theme| (theme, insight.prevalence.get(&theme.code).copied())).collect();
    themes.sort_by_key(|(_, share)| std::cmp::Reverse(*share));
    themes
}

/// A share in per cent as people read it.
pub(in crate::site::view) fn percent(writer: &Writer<'_>, share: Decimal) -> String {
    let language = writer.language();
    Unit::parse("percent").map_or_else(|_| language.number(share), |unit| language.with_unit(share, unit))
}

/// A share as a bar beside its text.
pub(in crate::site::view) fn share_cell(writer: &Writer<'_>, share: Decimal) -> Cell {
    let whole = share.exact().round(0, Rounding::HalfEven).and_then(|share| u8::try_from(share.mantissa()).ok());
    Cell::Share { percent: whole.unwrap_or(100).min(100), text: percent(writer, share) }
}

fn themes(writer: &mut Writer<'_>, insight: &Insight) -> Section {
    let ranked = ranked(insight);
    let mut blocks = Vec::new();
    let title = writer.say("insight-themes");
    if ranked.iter().any(|(_, share)| share.is_some()) {
        blocks.push(picture(writer, insight, &ranked));
    }
    let rows = ranked.iter().map(|(theme, share)| {
        let cells = vec![
            Cell::Text(theme.code.replace('-', " ")),
            Cell::Text(super::super::inquiry::plain(theme.meaning.as_str())),
            share.map_or_else(
                || Cell::Absent(writer.say("inquiry-not-said")),
                |share| Cell::number(percent(writer, share), share.to_string()),
            ),
        ];
        Row { cells, ..Row::default() }
    });
    let rows = rows.collect();
    let headings = [("insight-theme", ColumnKind::Text), ("insight-meaning", ColumnKind::Text), ("insight-share", ColumnKind::Number)];
    blocks.push(table(writer, "themes", title.clone(), &headings, ungrouped(rows)));
    let total = insight.prevalence.values().try_fold(Exact::from_integer(0), |sum, share| sum.checked_add(share.exact()));
    if let Some(total) = total.and_then(|total| total.round(1, Rounding::HalfEven)).filter(|_| !insight.prevalence.is_empty()) {
        blocks.push(Block::Intro { text: writer.fill("insight-sum", &[("sum", percent(writer, total).into())]) });
    }
    Section::new("themes", title, blocks)
}

fn picture(writer: &mut Writer<'_>, insight: &Insight, ranked: &[(&InsightCode, Option<Decimal>)]) -> Block {
    let bars = ranked.iter().filter_map(|(theme, share)| {
        let share = (*share)?;
        let label = theme.code.replace('-', " ");
        Some(Bar { full_label: label.clone(), label, value: Some(share.to_f64()), text: percent(writer, share), ..Bar::default() })
    });
    let bars: Vec<Bar> = bars.collect();
    let said: Vec<String> = bars.iter().map(|bar| format!("{} {}", bar.label, bar.text)).collect();
    let period = writer.language().period(insight.period);
    let title = writer.fill("insight-figure", &[("period", period.into())]);
    let subtitle = writer.fill("insight-basis", &[("n", insight.n.into())]);
    let chart = BarChart {
        id_prefix: writer.prefix(),
        title: title.clone(),
        description: said.join("; "),
        y_label: String::new(),
        bounds: Bounds { floor: Some(0.0), ceiling: Some(100.0) },
        bars,
        level: None,
    };
    let part = writer.picture(Picture::LyingBars(chart));
    figure(part, title, subtitle, Vec::new())
}

/// How the themes were found, beside how far people agree on them.
fn method(writer: &Writer<'_>, insight: &Insight) -> Section {
    let heading = |key: &'static str| Block::Heading { text: writer.say(key) };
    let protocol = Block::Prose { markdown: insight.protocol.as_str().to_owned(), lede: false };
    let agreement = match &insight.agreement {
        Some(agreement) => vec![
            fact(writer.say("insight-measure"), Span::text(&agreement.measure)),
            fact(writer.say("insight-value"), Span::Number { text: writer.language().number(agreement.value) }),
        ],
        None => vec![fact(writer.say("insight-agreement"), Span::Absent { text: writer.say("inquiry-not-said") })],
    };
    let mut right = vec![heading("insight-agreement"), Block::Facts { facts: agreement }];
    if let Some(classifier) = &insight.classifier {
        right.push(heading("insight-classifier"));
        right.push(Block::Prose { markdown: classifier.as_str().to_owned(), lede: false });
    }
    let source = code(writer, insight);
    let left = vec![heading("insight-protocol"), Block::Facts { facts: source }, protocol];
    Section::new("protocol", writer.say("insight-method"), vec![Block::Beside { left, right }])
}

fn code(writer: &Writer<'_>, insight: &Insight) -> Vec<Fact> {
    vec![fact(writer.say("insight-n"), Span::Number { text: writer.fill("insight-count", &[("n", insight.n.into())]) })]
}

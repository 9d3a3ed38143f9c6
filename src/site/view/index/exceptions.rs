//! Exceptions first: the metrics that miss their target or move for the worse.

use std::cmp::Ordering;

use crate::language::{Language, capitalised};
use crate::model::{Exact, Metric, Rounding, State};
use crate::site::chart::Picture;
use crate::site::summary::{LatestValue, Summary};
use crate::site::view::metrics::{Icons, course};
use crate::site::view::words::{assurance_words, status_word, variation_words};
use crate::site::view::{Block, Card, Link, Section};
use crate::site::writer::Writer;
use crate::source::Record;
use crate::stats::TargetStatus;
use crate::stats::spc::{Assurance, Variation};

/// Exceptions that are shown as cards.
const MOST_CARDS: usize = 12;

/// A metric that needs attention.
struct Exception<'a> {
    record: &'a Record,
    metric: &'a Metric,
    summary: &'a Summary,
    latest: &'a LatestValue,
}

/// The section; nothing where no metric has a target or a special cause to be judged by.
pub(super) fn section(writer: &mut Writer<'_>) -> Option<Section> {
    let site = writer.site;
    let judged = site.summaries().filter(|(_, summary)| is_judged(summary)).count();
    if judged == 0 {
        return None;
    }
    let mut found: Vec<Exception<'_>> =
        site.catalog().metrics().filter_map(|(record, metric)| exception(site.summary(&record.id)?, record, metric)).collect();
    if found.is_empty() {
        let text = writer.say("exceptions-none");
        return Some(Section::new("exceptions", writer.say("exceptions"), vec![Block::Intro { text }]));
    }
    found.sort_by(worst_first);
    let shown = found.len().min(MOST_CARDS);
    let mut text = writer.say("exceptions-lede");
    if shown < found.len() {
        text = format!("{text} {}", writer.fill("exceptions-first", &[("shown", shown.into()), ("count", found.len().into())]));
    }
    let mut icons = Icons::default();
    let cards = found.iter().take(MOST_CARDS).map(|exception| card(writer, &mut icons, exception)).collect();
    let mut section = Section::new("exceptions", writer.say("exceptions"), vec![Block::Intro { text }, Block::Cards { cards }]);
    if shown < found.len() {
        section.link = Some(Link { href: writer.href("metrics/index.html"), label: writer.say("all-metrics"), note: String::new() });
    }
    Some(section)
}

fn is_judged(summary: &Summary) -> bool {
    summary.latest.as_ref().is_some_and(|latest| latest.status.is_some() || latest.variation.is_some())
}

/// A metric that is reported and misses its target or shows a special cause for the worse.
fn exception<'a>(summary: &'a Summary, record: &'a Record, metric: &'a Metric) -> Option<Exception<'a>> {
    let latest = summary.latest.as_ref()?;
    let concerns = latest.status == Some(TargetStatus::Missed) || is_concerning(latest);
    let reported = metric.state != State::Suspended && metric.state.is_reported();
    (concerns && reported).then_some(Exception { record, metric, summary, latest })
}

const fn is_concerning(latest: &LatestValue) -> bool {
    matches!(latest.variation, Some(Variation::Concerning(_)))
}

/// Missed and getting worse first, then missed by a process that cannot reach its target, then missed, then getting worse;
/// within each, by how far the value is from its target in proportion to the target; then by title and id.
fn worst_first(one: &Exception<'_>, other: &Exception<'_>) -> Ordering {
    let key = |exception: &Exception<'_>| {
        let title = exception.record.envelope.title.to_lowercase();
        (title, exception.record.id.clone())
    };
    rank(one.latest).cmp(&rank(other.latest)).then_with(|| gap(other.latest).cmp(&gap(one.latest))).then_with(|| key(one).cmp(&key(other)))
}

fn rank(latest: &LatestValue) -> u8 {
    let missed = latest.status == Some(TargetStatus::Missed);
    match (missed, is_concerning(latest), latest.assurance) {
        (true, true, _) => 0,
        (true, false, Some(Assurance::Fails)) => 1,
        (true, false, _) => 2,
        (false, ..) => 3,
    }
}

/// Distance from the target as a share of it; nothing where there is no target or it is zero.
fn gap(latest: &LatestValue) -> Option<Exact> {
    let target = latest.target?.exact();
    let distance = absolute(latest.published?.exact().checked_sub(target)?)?;
    distance.checked_div(absolute(target)?)
}

fn absolute(number: Exact) -> Option<Exact> {
    if number.is_negative() { number.checked_neg() } else { Some(number) }
}

fn card(writer: &mut Writer<'_>, icons: &mut Icons, exception: &Exception<'_>) -> Card {
    let latest = exception.latest;
    let icons = icons.parts(&mut writer.parts, latest);
    let sparkline = course(exception.summary).map(|line| writer.picture(Picture::Spark(line)));
    let figure = latest.published.map_or_else(|| writer.say("no-value"), |value| writer.language().with_unit(value, exception.metric.unit));
    let href = writer.record_href(&exception.record.reference());
    Card {
        link: Link { href, label: exception.record.envelope.title.clone(), note: writer.language().period(latest.period) },
        figure,
        marks: writer.newest_marks(&exception.record.id),
        sparkline,
        status: latest.status.map(|status| status_word(writer.language(), Some(status))),
        icons,
        note: note(writer.language(), exception),
    }
}

/// The target and the distance from it, then what the chart says.
fn note(language: &Language, exception: &Exception<'_>) -> String {
    let latest = exception.latest;
    let unit = exception.metric.unit;
    let mut sentences = Vec::new();
    if let Some((value, target)) = latest.published.zip(latest.target) {
        let places = value.scale().max(target.scale());
        let distance =
            value.exact().checked_sub(target.exact()).and_then(absolute).and_then(|distance| distance.round(places, Rounding::HalfEven));
        let level = language.with_unit(target, unit);
        sentences.push(match distance.filter(|_| latest.status == Some(TargetStatus::Missed)) {
            Some(distance) => {
                let distance = language.with_unit(distance, unit.of_difference());
                language.fill("exceptions-target-missed", &[("level", level.into()), ("distance", distance.into())])
            }
            None => language.fill("exceptions-target", &[("level", level.into())]),
        });
    }
    let signals = [
        latest.variation.map(|variation| variation_words(language, variation)),
        latest.assurance.map(|assurance| assurance_words(language, assurance)),
    ];
    let signals: Vec<&str> = signals.into_iter().flatten().collect();
    if !signals.is_empty() {
        sentences.push(format!("{}.", capitalised(&signals.join("; "))));
    }
    sentences.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Decimal, Period};
    use crate::stats::spc::Side;

    fn latest(value: &str, status: Option<TargetStatus>, variation: Option<Variation>, assurance: Option<Assurance>) -> LatestValue {
        let number = |text: &str| Decimal::parse(text).ok();
        LatestValue {
            period: Period::parse("2026-09").expect("a month"),
            published: number(value),
            target: number("95"),
            status,
            variation,
            assurance,
        }
    }

    #[test]
    fn what_misses_and_gets_worse_comes_before_what_only_does_one_of_them() {
        let missed = Some(TargetStatus::Missed);
        let worse = Some(Variation::Concerning(Side::Low));
        let ranks = [
            rank(&latest("80", missed, worse, None)),
            rank(&latest("80", missed, None, Some(Assurance::Fails))),
            rank(&latest("80", missed, None, Some(Assurance::HitAndMiss))),
            rank(&latest("96", Some(TargetStatus::Met), worse, None)),
        ];
        assert_eq!(ranks, [0, 1, 2, 3]);
    }

    #[test]
    fn the_distance_from_the_target_is_exact_and_has_no_sign() {
        assert_eq!(gap(&latest("76", None, None, None)), Exact::new(19, 95));
        assert_eq!(gap(&latest("114", None, None, None)), Exact::new(19, 95));
    }
}

//! A scorecard in one period.

use super::words::status_word;
use super::{
    Block, Cell, Column, ColumnKind, Fact, Glance, Head, Link, Page, Pager, Part, Rail, Row, RowGroup, Section, Span, StatusWord, Table,
};
use crate::catalog::governs;
use crate::model::scorecard::{Compensation, MissingRule, ScorecardItem};
use crate::model::{AnyRecord, Decimal, Exact, Id, Kind, Period, RecordRef, Rounding, Scorecard};
use crate::site::chart::{Bullet, BulletForm, Picture};
use crate::site::plan::scorecard_periods;
use crate::site::writer::{MenuSection, Outline, state_badge};
use crate::site::{Site, Writer, with_unit};
use crate::source::Record;
use crate::stats::{MetricTargets, Score, ScorecardFigures, ScorecardResult, ScoredItem, Withheld, judge_cell};

/// Decimal places of scores, coverage and attainment.
const PLACES: u32 = 3;

/// Writes the page of a scorecard in a period.
pub(super) fn scorecard_page(site: &Site, path: &str, id: &Id, period: Period) -> Option<Page> {
    let record = site.catalog().find(Kind::Scorecard, id)?;
    let AnyRecord::Scorecard(scorecard) = &record.fields else {
        return None;
    };
    let figures = site.scorecard(id)?;
    let result = figures.score(site.catalog(), scorecard, period);
    let mut writer = Writer::new(site, path);
    let glance = glance(scorecard, &result, period);
    let mut sections = Vec::new();
    if let Some(block) = score_picture(&mut writer, scorecard, &result) {
        sections.push(Section::new("score", "Score", vec![block]));
    }
    let items = items(&mut writer, site, scorecard, &figures, &result, period);
    sections.push(Section::new("items", "Metrics", vec![items]));
    sections.push(Section::new("method", "How the score is computed", method(scorecard)));
    let head = Head {
        kicker: "Scorecard".to_owned(),
        title: record.envelope.title.clone(),
        byline: byline(&writer, record, period),
        badge: state_badge(writer.language(), record),
        lede: period.label(),
        glance,
        pager: pager(&writer, site, record, scorecard, period),
        front: false,
    };
    let trail = vec![
        Link { href: writer.register_href(Kind::Scorecard), label: "Scorecards".to_owned(), note: String::new() },
        Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: String::new() },
    ];
    let mut page = writer.finish(Outline {
        template: "scorecard",
        section: MenuSection::Scorecards,
        title: format!("{}, {} ({id})", record.envelope.title, period.label()),
        trail,
        source: record.source.path().to_owned(),
        head,
        opening: Vec::new(),
        rail: Rail::None,
        sections,
    });
    if let Some(last) = page.frame.crumbs.last_mut() {
        last.label = period.label();
    }
    Some(page)
}

fn byline(writer: &Writer<'_>, record: &Record, period: Period) -> Vec<Span> {
    let mut byline = vec![Span::Code { text: record.id.to_string() }];
    if let Some(versioning) = record.versioning {
        let first_day = period.first_day(writer.site.catalog().calendar());
        if governs(record, first_day) {
            byline.push(Span::text(format!("version {}, in force since {}", versioning.version, versioning.effective_from.label())));
        } else {
            byline.push(Span::text(format!(
                "scored by version {}, which came into force on {}",
                versioning.version,
                versioning.effective_from.label()
            )));
        }
    }
    if let Some(owner) = &record.envelope.owner {
        byline.push(writer.span(owner.record()));
    }
    byline
}

/// A share or score as it is printed.
fn shown(value: Exact) -> String {
    value.round(PLACES, Rounding::HalfEven).map_or_else(String::new, |value| value.to_string())
}

fn percent(value: Exact) -> String {
    let hundredfold = value.checked_mul(Exact::from_integer(100)).and_then(|value| value.round(1, Rounding::HalfEven));
    hundredfold.map_or_else(String::new, |value| format!("{}%", value.to_string().trim_end_matches(".0")))
}

fn glance(scorecard: &Scorecard, result: &ScorecardResult, period: Period) -> Vec<Glance> {
    let score = match &result.score {
        Ok(score) => score,
        Err(error) => {
            return vec![Glance {
                label: "Score".to_owned(),
                word: "none".to_owned(),
                notes: vec![error.to_string()],
                ..Glance::default()
            }];
        }
    };
    let band = score.score.and_then(|value| band(scorecard, value));
    let main = match score.score {
        Some(value) => Glance {
            label: format!("Score, {}", period.label()),
            figure: shown(value),
            notes: band.into_iter().map(|name| format!("band: {name}")).collect(),
            ..Glance::default()
        },
        None => Glance {
            label: format!("Score, {}", period.label()),
            word: "withheld".to_owned(),
            notes: score.withheld.as_ref().map(|reason| withheld(scorecard, reason)).into_iter().collect(),
            ..Glance::default()
        },
    };
    vec![
        main,
        Glance {
            label: "Coverage".to_owned(),
            word: percent(score.coverage),
            notes: vec![format!("of the weight has a value; at least {} needed", percent(scorecard.min_coverage.exact()))],
            ..Glance::default()
        },
        Glance {
            label: "Bounds".to_owned(),
            word: format!("{} to {}", shown(score.lower_bound), shown(score.upper_bound)),
            notes: vec!["if every missing value were as bad, or as good, as can be".to_owned()],
            ..Glance::default()
        },
    ]
}

/// The name of the band in which a score lies.
fn band(scorecard: &Scorecard, value: Exact) -> Option<String> {
    let mut bands: Vec<_> = scorecard.bands.iter().collect();
    bands.sort_by_key(|band| band.from);
    bands.iter().rev().find(|band| value >= band.from.exact()).map(|band| band.name.clone())
}

fn withheld(scorecard: &Scorecard, reason: &Withheld) -> String {
    let names = |items: &[usize]| {
        items.iter().filter_map(|item| scorecard.items.get(*item)).map(|item| item.metric.id().to_string()).collect::<Vec<_>>().join(", ")
    };
    match reason {
        Withheld::BelowFloor { items } => format!("below the floor, which nothing makes up for: {}", names(items)),
        Withheld::NothingScored => "no metric has both a value and a target".to_owned(),
        Withheld::Missing { items } => format!("without a value or a target: {}", names(items)),
        Withheld::Coverage { minimum } => {
            format!("less than {} of the weight has a value", percent(*minimum))
        }
    }
}

fn score_picture(writer: &mut Writer<'_>, scorecard: &Scorecard, result: &ScorecardResult) -> Option<Block> {
    let score: &Score = result.score.as_ref().ok()?;
    let cap = scorecard.items.iter().map(|item| item.cap.map_or(1.0, |cap| cap.to_f64())).fold(1.0, f64::max);
    let bound = |value: Exact| (value.to_f64(), shown(value));
    let text = score.score.map_or_else(|| "withheld".to_owned(), shown);
    let bullet = Bullet {
        id_prefix: writer.prefix(),
        title: format!("Score {text}"),
        description: format!("Between {} and {} whatever the missing values are.", shown(score.lower_bound), shown(score.upper_bound)),
        from: 0.0,
        to: cap,
        value: score.score.map(Exact::to_f64),
        text,
        target: Some((1.0, "1: every target reached".to_owned())),
        bounds: (score.lower_bound != score.upper_bound).then(|| [bound(score.lower_bound), bound(score.upper_bound)]),
        status: None,
        form: BulletForm::Mark,
        labelled: true,
    };
    let part = writer.picture(Picture::Bullet(bullet));
    Some(Block::Figure {
        title: "Score within its bounds".to_owned(),
        subtitle: "0: every metric at its floor; 1: every target reached".to_owned(),
        label: "Score".to_owned(),
        part,
        notes: Vec::new(),
        events: Vec::new(),
    })
}

fn items(
    writer: &mut Writer<'_>,
    site: &Site,
    scorecard: &Scorecard,
    figures: &ScorecardFigures,
    result: &ScorecardResult,
    period: Period,
) -> Block {
    let mut groups: Vec<RowGroup> = Vec::new();
    let mut names: Vec<Option<&str>> = scorecard.perspectives.iter().map(|perspective| Some(perspective.name.as_str())).collect();
    names.push(None);
    for name in names {
        let known =
            |item: &ScorecardItem| scorecard.perspectives.iter().any(|perspective| Some(&perspective.name) == item.perspective.as_ref());
        let belongs = |item: &ScorecardItem| match name {
            Some(name) => item.perspective.as_deref() == Some(name),
            None => !known(item),
        };
        let chosen: Vec<usize> = (0..scorecard.items.len()).filter(|index| belongs(&scorecard.items[*index])).collect();
        let rows: Vec<Row> = chosen.iter().filter_map(|index| row(writer, site, scorecard, figures, result, *index, period)).collect();
        if rows.is_empty() {
            continue;
        }
        let weight = chosen.iter().try_fold(Exact::ZERO, |sum, index| sum.checked_add(scorecard.items[*index].weight.exact()));
        let note =
            weight.and_then(|weight| weight.round(0, Rounding::HalfEven)).map_or_else(String::new, |weight| format!("weight {weight}%"));
        groups.push(RowGroup {
            heading: name.unwrap_or_default().to_owned(),
            note: if name.is_some() { note } else { String::new() },
            rows,
        });
    }
    let headings = [
        ("Metric", ColumnKind::Text),
        ("Weight", ColumnKind::Number),
        ("Over time", ColumnKind::Picture),
        ("Value", ColumnKind::Number),
        ("Floor", ColumnKind::Number),
        ("Target", ColumnKind::Number),
        ("Status", ColumnKind::Text),
        ("Attainment", ColumnKind::Number),
        ("Contribution", ColumnKind::Number),
        ("Variation", ColumnKind::Icons),
    ];
    let table = Table {
        id: "t-items".to_owned(),
        caption: "Metrics of the scorecard".to_owned(),
        note: period.label(),
        caption_hidden: false,
        columns: headings.into_iter().map(|(label, kind)| Column::new(label, kind)).collect(),
        groups,
        ..Table::default()
    };
    writer.table(table)
}

fn row(
    writer: &mut Writer<'_>,
    site: &Site,
    scorecard: &Scorecard,
    figures: &ScorecardFigures,
    result: &ScorecardResult,
    index: usize,
    period: Period,
) -> Option<Row> {
    let item: &ScorecardItem = scorecard.items.get(index)?;
    let scored: &ScoredItem = result.items.get(index)?;
    let catalog = site.catalog();
    let (record, metric) = catalog.metric(item.metric.id())?;
    let number = |value: Decimal| Cell::number(with_unit(value, metric.unit), value.to_string());
    let judgement = figures.series(index).zip(ScorecardFigures::key(catalog, item)).and_then(|(series, key)| {
        let points = series.cell(&key)?;
        let until: crate::stats::Points = points
            .iter()
            .filter(|(known, _)| known.last_day(catalog.calendar()) <= period.last_day(catalog.calendar()))
            .map(|(known, point)| (*known, point.clone()))
            .collect();
        let targets = MetricTargets::of(catalog, &record.id, metric);
        Some(judge_cell(catalog, &record.id, metric, &key, &until, &targets))
    });
    let spark = judgement.as_ref().and_then(crate::site::summary::sparkline).map(|spark| writer.picture(Picture::Spark(spark)));
    let mut icons = Vec::new();
    if let Some(judgement) = &judgement {
        icons.extend(judgement.variation.map(|variation| writer.parts.add(Part::Variation(variation))));
        icons.extend(judgement.assurance.map(|assurance| writer.parts.add(Part::Assurance(assurance))));
    }
    let scope = item.scope.iter().map(|(segment, code)| format!("{segment} {code}")).collect::<Vec<_>>().join(", ");
    let contribution = scored.attainment.and_then(|attainment| {
        let weight = item.weight.exact().checked_div(Exact::from_integer(100))?;
        attainment.checked_mul(weight)
    });
    let exact = |value: Option<Exact>| value.map_or(Cell::Absent("none".to_owned()), |value| Cell::number(shown(value), shown(value)));
    let status = if scored.target.is_none() {
        StatusWord { class: "is-unknown", word: "no target".to_owned() }
    } else {
        status_word(writer.language(), scored.status)
    };
    Some(Row {
        cells: vec![
            Cell::Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: scope },
            Cell::number(format!("{}%", item.weight), item.weight.to_string()),
            spark.map_or(Cell::Empty, Cell::Picture),
            match (scored.published, scored.value) {
                (Some(value), _) => number(value),
                (None, Err(absence)) => Cell::Absent(absence.describe().to_owned()),
                (None, Ok(_)) => Cell::Empty,
            },
            number(item.floor),
            scored.target.map_or(Cell::Absent("none".to_owned()), number),
            Cell::Status(status),
            exact(scored.attainment),
            exact(contribution),
            if icons.is_empty() { Cell::Absent("too few".to_owned()) } else { Cell::Icons(icons) },
        ],
        ..Row::default()
    })
}

fn method(scorecard: &Scorecard) -> Vec<Block> {
    let fact = |label: &str, text: String| Fact { label: label.to_owned(), values: vec![Span::text(text)] };
    let missing = match scorecard.missing_rule {
        MissingRule::Bounds => "The score rests on the metrics that have a value; coverage and bounds say what the others could change.",
        MissingRule::Zero => "A metric without a value counts as not reached at all.",
        MissingRule::Withhold => "If any metric has no value, no score is given.",
    };
    let compensation = match scorecard.compensation {
        Compensation::Full => "A good result can make up for a bad one.",
        Compensation::NoneBelowFloor => "While any metric is below its floor, no score is given.",
    };
    let mut bands: Vec<_> = scorecard.bands.iter().collect();
    bands.sort_by_key(|band| std::cmp::Reverse(band.from));
    let mut facts = vec![
        fact(
            "Attainment",
            "(value − floor) ÷ (target − floor), not below 0 and not above the cap of the metric; computed from the exact value."
                .to_owned(),
        ),
        fact("Score", "Sum of weight × attainment, divided by the sum of the weights of the metrics that are scored.".to_owned()),
        fact("Missing values", missing.to_owned()),
        fact("Coverage", format!("Below {} of the weight no score is given.", percent(scorecard.min_coverage.exact()))),
        fact("Compensation", compensation.to_owned()),
    ];
    facts.extend(bands.into_iter().map(|band| {
        let meaning =
            band.meaning.as_ref().map_or_else(|| format!("From {}.", band.from), |meaning| format!("From {}. {meaning}", band.from));
        Fact { label: format!("Band: {}", band.name), values: vec![Span::Prose { markdown: meaning }] }
    }));
    vec![Block::Terms { facts }]
}

fn pager(writer: &Writer<'_>, site: &Site, record: &Record, scorecard: &Scorecard, period: Period) -> Option<Pager> {
    let periods = scorecard_periods(site.catalog(), site.summaries(), scorecard);
    let here = periods.binary_search(&period).ok()?;
    let link = |period: &Period| Link { href: writer.scorecard_href(&record.id, *period), label: period.label(), note: String::new() };
    let reference = RecordRef { kind: Kind::Scorecard, id: record.id.clone() };
    let all = Link { href: writer.record_href(&reference), label: format!("all {} periods", periods.len()), note: String::new() };
    Some(Pager {
        label: "Periods".to_owned(),
        previous: here.checked_sub(1).and_then(|index| periods.get(index)).map(link),
        around: vec![all],
        next: periods.get(here + 1).map(link),
    })
}

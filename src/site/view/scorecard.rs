//! A scorecard in one period.

use super::words::{absence_words, status_word};
use super::{
    Block, Cell, Column, ColumnKind, Fact, Glance, Head, Link, Page, Pager, Part, Rail, Row, RowGroup, Section, Span, StatusWord, Table,
    TickMark,
};
use crate::check::Figures;
use crate::language::{Language, capitalised};
use crate::model::scorecard::{Compensation, MissingRule, ScorecardItem};
use crate::model::{AnyRecord, Decimal, Exact, Id, Kind, Period, RecordRef, Rounding, Scorecard, Unit};
use crate::site::chart::{Bullet, BulletForm, Picture};
use crate::site::writer::{MenuSection, Outline, state_badge};
use crate::site::{Site, Writer};
use crate::source::Record;
use crate::stats::{MetricTargets, Score, ScoreError, ScorecardFigures, ScorecardResult, ScoredItem, Withheld, judge_cell};

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
    let language = writer.language();
    let glance = glance(language, scorecard, &result, period);
    let mut sections = Vec::new();
    if let Some(block) = score_picture(&mut writer, scorecard, &result) {
        sections.push(Section::new("score", writer.say("scorecard-score"), vec![block]));
    }
    let items = items(&mut writer, id, scorecard, &figures, &result, period);
    sections.push(Section::new("items", writer.say("menu-metrics"), vec![items]));
    sections.push(Section::new("method", writer.say("scorecard-method"), method(language, scorecard)));
    let head = Head {
        kicker: capitalised(&language.kind(Kind::Scorecard)),
        title: record.envelope.title.clone(),
        byline: byline(&writer, record, period),
        badge: state_badge(writer.language(), record),
        lede: language.period(period),
        glance,
        pager: pager(&writer, site, record, scorecard, period),
        front: false,
    };
    let trail = vec![
        Link { href: writer.register_href(Kind::Scorecard), label: writer.say("menu-scorecards"), note: String::new() },
        Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: String::new() },
    ];
    let mut page = writer.finish(Outline {
        template: "scorecard",
        section: MenuSection::Scorecards,
        title: format!("{}, {} ({id})", record.envelope.title, language.period(period)),
        trail,
        source: record.source.path().to_owned(),
        head,
        opening: Vec::new(),
        rail: Rail::None,
        sections,
    });
    if let Some(last) = page.frame.crumbs.last_mut() {
        last.label = language.period(period);
    }
    Some(page)
}

fn byline(writer: &Writer<'_>, record: &Record, period: Period) -> Vec<Span> {
    let mut byline = vec![Span::Code { text: record.id.to_string() }];
    if let Some(versioning) = record.versioning {
        let first_day = period.first_day(writer.site.catalog().calendar());
        let catalog = writer.site.catalog();
        let known = catalog.in_force(record, first_day).versioning.unwrap_or(versioning);
        let (version, date) = (known.version.to_string(), writer.language().date(known.effective_from));
        let fills = [("version", version.into()), ("date", date.into())];
        byline.push(Span::text(if known.effective_from <= first_day {
            writer.fill("scorecard-version-in-force", &fills)
        } else {
            writer.fill("scorecard-version-later", &fills)
        }));
    }
    if let Some(owner) = &record.envelope.owner {
        byline.push(writer.span(owner.record()));
    }
    byline
}

/// A share or score as it is printed.
fn shown(language: &Language, value: Exact) -> String {
    value.round(PLACES, Rounding::HalfEven).map_or_else(String::new, |value| language.number(value))
}

fn percent(language: &Language, value: Exact) -> String {
    let hundredfold = value.checked_mul(Exact::from_integer(100)).and_then(|value| value.round(1, Rounding::HalfEven));
    hundredfold.map_or_else(String::new, |value| per_cent(language, value.to_string().trim_end_matches(".0")))
}

/// A number in its plain form as per cent.
fn per_cent(language: &Language, plain: &str) -> String {
    let number = language.plain_number(plain);
    Unit::parse("percent").map_or_else(|_| number.clone(), |unit| language.mark(&number, unit))
}

fn glance(language: &Language, scorecard: &Scorecard, result: &ScorecardResult, period: Period) -> Vec<Glance> {
    let score = match &result.score {
        Ok(score) => score,
        Err(error) => {
            return vec![Glance {
                label: language.say("scorecard-score").to_owned(),
                word: language.say("scorecard-no-score").to_owned(),
                notes: vec![error_words(language, *error).to_owned()],
                ..Glance::default()
            }];
        }
    };
    let band = score.score.and_then(|value| band(scorecard, value));
    let label = language.fill("scorecard-score-in", &[("period", language.period(period).into())]);
    let main = match score.score {
        Some(value) => Glance {
            label,
            figure: shown(language, value),
            notes: band.into_iter().map(|name| language.fill("scorecard-in-band", &[("name", name.into())])).collect(),
            ..Glance::default()
        },
        None => Glance {
            label,
            word: language.say("scorecard-withheld").to_owned(),
            notes: score.withheld.as_ref().map(|reason| withheld(language, scorecard, reason)).into_iter().collect(),
            ..Glance::default()
        },
    };
    vec![
        main,
        Glance {
            label: language.say("scorecard-coverage").to_owned(),
            word: percent(language, score.coverage),
            notes: vec![language.fill("scorecard-coverage-note", &[("least", percent(language, scorecard.min_coverage.exact()).into())])],
            ..Glance::default()
        },
        Glance {
            label: language.say("scorecard-bounds").to_owned(),
            word: language
                .fill("span", &[("from", shown(language, score.lower_bound).into()), ("to", shown(language, score.upper_bound).into())]),
            notes: vec![language.say("scorecard-bounds-note").to_owned()],
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

/// Why no score can be computed.
fn error_words(language: &Language, error: ScoreError) -> &str {
    match error {
        ScoreError::NoWeight => language.say("scorecard-error-no-weight"),
        ScoreError::NegativeWeight => language.say("scorecard-error-negative-weight"),
        ScoreError::NegativeCap => language.say("scorecard-error-negative-cap"),
        ScoreError::Overflow => language.say("scorecard-error-overflow"),
    }
}

fn withheld(language: &Language, scorecard: &Scorecard, reason: &Withheld) -> String {
    let names = |items: &[usize]| {
        items.iter().filter_map(|item| scorecard.items.get(*item)).map(|item| item.metric.id().to_string()).collect::<Vec<_>>().join(", ")
    };
    match reason {
        Withheld::BelowFloor { items } => language.fill("scorecard-withheld-floor", &[("metrics", names(items).into())]),
        Withheld::NothingScored => language.say("scorecard-withheld-nothing").to_owned(),
        Withheld::Missing { items } => language.fill("scorecard-withheld-missing", &[("metrics", names(items).into())]),
        Withheld::Coverage { minimum } => language.fill("scorecard-withheld-coverage", &[("least", percent(language, *minimum).into())]),
    }
}

fn score_picture(writer: &mut Writer<'_>, scorecard: &Scorecard, result: &ScorecardResult) -> Option<Block> {
    let score: &Score = result.score.as_ref().ok()?;
    let cap = scorecard.items.iter().map(|item| item.cap.map_or(1.0, |cap| cap.to_f64())).fold(1.0, f64::max);
    let language = writer.language();
    let bound = |value: Exact| (value.to_f64(), shown(language, value));
    let text = score.score.map_or_else(|| writer.say("scorecard-withheld"), |score| shown(language, score));
    let (lower, upper) = (shown(language, score.lower_bound), shown(language, score.upper_bound));
    let bullet = Bullet {
        id_prefix: writer.prefix(),
        title: writer.fill("scorecard-picture", &[("score", text.as_str().into())]),
        description: writer.fill("scorecard-picture-description", &[("lower", lower.into()), ("upper", upper.into())]),
        from: 0.0,
        to: cap,
        value: score.score.map(Exact::to_f64),
        text,
        target: Some((1.0, writer.say("scorecard-every-target"))),
        bounds: (score.lower_bound != score.upper_bound).then(|| [bound(score.lower_bound), bound(score.upper_bound)]),
        status: None,
        form: BulletForm::Mark,
        labelled: true,
    };
    let part = writer.picture(Picture::Bullet(bullet));
    Some(Block::Figure {
        title: writer.say("scorecard-figure"),
        subtitle: writer.say("scorecard-figure-scale"),
        label: writer.say("scorecard-score"),
        part,
        notes: Vec::new(),
        events: Vec::new(),
    })
}

fn items(
    writer: &mut Writer<'_>,
    id: &Id,
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
        let rows: Vec<Row> = chosen.iter().filter_map(|index| row(writer, id, scorecard, figures, result, *index, period)).collect();
        if rows.is_empty() {
            continue;
        }
        let weight = chosen.iter().try_fold(Exact::ZERO, |sum, index| sum.checked_add(scorecard.items[*index].weight.exact()));
        let note = weight.and_then(|weight| weight.round(0, Rounding::HalfEven)).map_or_else(String::new, |weight| {
            let weight = per_cent(writer.language(), &weight.to_string());
            writer.fill("scorecard-weight-of", &[("weight", weight.into())])
        });
        groups.push(RowGroup {
            heading: name.unwrap_or_default().to_owned(),
            note: if name.is_some() { note } else { String::new() },
            rows,
        });
    }
    let headings = [
        (writer.say("column-metric"), ColumnKind::Text),
        (writer.say("scorecard-weight"), ColumnKind::Number),
        (writer.say("scorecard-over-time"), ColumnKind::Picture),
        (writer.say("column-value"), ColumnKind::Number),
        (writer.say("marks-column"), ColumnKind::Marks),
        (writer.say("marks-auditor-column"), ColumnKind::Auditor),
        (writer.say("scorecard-floor"), ColumnKind::Number),
        (writer.say("column-target"), ColumnKind::Number),
        (writer.say("column-status"), ColumnKind::Text),
        (writer.say("scorecard-attainment"), ColumnKind::Number),
        (writer.say("scorecard-contribution"), ColumnKind::Number),
        (writer.say("scorecard-variation"), ColumnKind::Icons),
    ];
    let table = Table {
        id: "t-items".to_owned(),
        caption: writer.say("scorecard-items"),
        note: writer.language().period(period),
        caption_hidden: false,
        columns: headings.into_iter().map(|(label, kind)| Column::new(label, kind)).collect(),
        groups,
        ..Table::default()
    };
    writer.table(table)
}

fn row(
    writer: &mut Writer<'_>,
    id: &Id,
    scorecard: &Scorecard,
    figures: &ScorecardFigures,
    result: &ScorecardResult,
    index: usize,
    period: Period,
) -> Option<Row> {
    let item: &ScorecardItem = scorecard.items.get(index)?;
    let scored: &ScoredItem = result.items.get(index)?;
    let catalog = writer.site.catalog();
    let (record, metric) = catalog.metric(item.metric.id())?;
    let language = writer.language();
    let number = |value: Decimal| Cell::number(language.with_unit(value, metric.unit), value.to_string());
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
    let marks = marks(writer, id, figures, index, item, period).unwrap_or_default();
    let scope = item.scope.iter().map(|(segment, code)| format!("{segment} {code}")).collect::<Vec<_>>().join(", ");
    let contribution = scored.attainment.and_then(|attainment| {
        let weight = item.weight.exact().checked_div(Exact::from_integer(100))?;
        attainment.checked_mul(weight)
    });
    let absent = || Cell::Absent(language.say("scorecard-nothing").to_owned());
    let exact = |value: Option<Exact>| {
        let rounded = value.and_then(|value| value.round(PLACES, Rounding::HalfEven));
        rounded.map_or_else(absent, |value| Cell::number(language.number(value), value.to_string()))
    };
    let status = if scored.target.is_none() {
        StatusWord { class: "is-unknown", word: writer.say("scorecard-no-target") }
    } else {
        status_word(writer.language(), scored.status)
    };
    Some(Row {
        cells: vec![
            Cell::Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: scope },
            Cell::number(per_cent(language, &item.weight.to_string()), item.weight.to_string()),
            spark.map_or(Cell::Empty, Cell::Picture),
            match (scored.published, scored.value) {
                (Some(value), _) => number(value),
                (None, Err(absence)) => Cell::Absent(absence_words(language, absence).to_owned()),
                (None, Ok(_)) => Cell::Empty,
            },
            Cell::Marks(marks),
            Cell::Empty,
            number(item.floor),
            scored.target.map_or_else(absent, number),
            Cell::Status(status),
            exact(scored.attainment),
            exact(contribution),
            if icons.is_empty() { Cell::Absent(writer.say("scorecard-too-few")) } else { Cell::Icons(icons) },
        ],
        ..Row::default()
    })
}

/// The marks of the figure of an item; `N` where it is rolled up to the period of the scorecard.
fn marks(
    writer: &Writer<'_>,
    scorecard: &Id,
    figures: &ScorecardFigures,
    index: usize,
    item: &ScorecardItem,
    period: Period,
) -> Option<Vec<TickMark>> {
    let catalog = writer.site.catalog();
    let (record, metric) = catalog.metric(item.metric.id())?;
    let tests = writer.site.scorecard_tests(scorecard)?;
    let tests = tests.get(index)?.as_ref()?;
    let (series, key) = figures.series(index).zip(ScorecardFigures::key(catalog, item))?;
    let at = Figures::of(record, metric, series).at(&key, period);
    Some(writer.marks(&record.id, tests, at))
}

fn method(language: &Language, scorecard: &Scorecard) -> Vec<Block> {
    let fact = |label: &str, text: &str| Fact { label: label.to_owned(), values: vec![Span::text(text)] };
    let missing = match scorecard.missing_rule {
        MissingRule::Bounds => language.say("scorecard-missing-bounds"),
        MissingRule::Zero => language.say("scorecard-missing-zero"),
        MissingRule::Withhold => language.say("scorecard-missing-withhold"),
    };
    let compensation = match scorecard.compensation {
        Compensation::Full => language.say("scorecard-compensation-full"),
        Compensation::NoneBelowFloor => language.say("scorecard-compensation-none"),
    };
    let mut bands: Vec<_> = scorecard.bands.iter().collect();
    bands.sort_by_key(|band| std::cmp::Reverse(band.from));
    let least = [("least", percent(language, scorecard.min_coverage.exact()).into())];
    let least = language.fill("scorecard-coverage-rule", &least);
    let mut facts = vec![
        fact(language.say("scorecard-attainment"), language.say("scorecard-attainment-formula")),
        fact(language.say("scorecard-score"), language.say("scorecard-score-formula")),
        fact(language.say("scorecard-missing-values"), missing),
        fact(language.say("scorecard-coverage"), &least),
        fact(language.say("scorecard-compensation"), compensation),
    ];
    facts.extend(bands.into_iter().map(|band| {
        let from = language.fill("scorecard-band-from", &[("from", language.number(band.from).into())]);
        let markdown = band.meaning.as_ref().map_or_else(|| from.clone(), |meaning| format!("{from} {meaning}"));
        let label = language.fill("scorecard-band", &[("name", band.name.as_str().into())]);
        Fact { label, values: vec![Span::Prose { markdown }] }
    }));
    vec![Block::Terms { facts }]
}

fn pager(writer: &Writer<'_>, site: &Site, record: &Record, scorecard: &Scorecard, period: Period) -> Option<Pager> {
    let periods = site.scorecard_periods(scorecard);
    let here = periods.binary_search(&period).ok()?;
    let link = |period: &Period| Link {
        href: writer.scorecard_href(&record.id, *period),
        label: writer.language().period(*period),
        note: String::new(),
    };
    let reference = RecordRef { kind: Kind::Scorecard, id: record.id.clone() };
    let all = Link {
        href: writer.record_href(&reference),
        label: writer.fill("scorecard-all-periods", &[("count", periods.len().into())]),
        note: String::new(),
    };
    Some(Pager {
        label: writer.language().field("periods"),
        previous: here.checked_sub(1).and_then(|index| periods.get(index)).map(link),
        around: vec![all],
        next: periods.get(here + 1).map(link),
    })
}

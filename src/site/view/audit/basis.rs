//! On what the report rests: which report it is, by which rules, and the definitions in force with their digests.

use super::framing::{Said, finish, link, list, part_of, parted, tally};
use crate::check::CHECKS;
use crate::diff::{file_digest, normative_digest};
use crate::language::capitalised;
use crate::model::settings::PolicySettings;
use crate::model::{AnyRecord, Date, Kind, Metric, Profile, RecordRef};
use crate::site::view::governance::{day_cell, state_cell};
use crate::site::view::naming::sort_key;
use crate::site::view::places::{date_span, planned_href};
use crate::site::view::{Block, Cell, Column, ColumnKind, Fact, Page, Row, Section, Span};
use crate::site::writer::Writer;
use crate::site::{AuditPage, Site};
use crate::source::Record;

/// Makes a part of the page.
pub(super) fn page(site: &Site, path: &str, part: usize) -> Page {
    let mut writer = Writer::new(site, path);
    let mut records: Vec<&Record> =
        site.catalog().records().iter().map(|record| &**record).filter(|record| record.kind.row().versioned).collect();
    records.sort_by_cached_key(|record| (record.kind != Kind::Metric, record.kind, sort_key(record).0, record.id.clone()));
    let metrics = site.catalog().metrics().count();
    let mut sections = Vec::new();
    if part == 0 {
        sections.push(Section::new(
            "report",
            writer.say("audit-basis-report"),
            vec![super::index::standing(&writer), Block::Facts { facts: identity(&writer) }],
        ));
        sections.push(Section::new("rules", writer.say("audit-basis-rules"), rules(&mut writer)));
    }
    sections.push(Section::new("definitions", writer.say("audit-basis-definitions"), definitions(&mut writer, part_of(&records, part))));
    let tallies =
        vec![tally(&writer, metrics, "audit-basis-tally-metrics"), tally(&writer, records.len() - metrics, "audit-basis-tally-others")];
    let lede = writer.say("audit-basis-lede");
    finish(writer, AuditPage::Basis, part, Said { lede, tallies, sections })
}

/// Which report this is.
fn identity(writer: &Writer<'_>) -> Vec<Fact> {
    let (site, language) = (writer.site, writer.language());
    let (report, settings) = (site.report(), site.catalog().settings());
    let code = |text: &str| Span::Code { text: text.to_owned() };
    let mut facts = vec![
        fact(writer.say("identity-organisation"), Span::text(settings.organisation.clone())),
        fact(writer.say("identity-as-of"), date_span(language, report.as_of)),
        fact(writer.say("identity-commit"), Span::Code { text: report.commit_words(language) }),
        fact(writer.say("audit-basis-tool"), Span::text(report.tool.clone())),
    ];
    facts.extend(report.commit.as_ref().map(|head| fact(writer.say("audit-basis-commit"), code(&head.id.clone()))));
    facts.extend(settings.report.id.as_ref().map(|id| fact(writer.say("identity-report"), code(id))));
    if settings.demonstration {
        facts.push(fact(writer.say("audit-basis-figures"), Span::text(writer.say("audit-basis-demonstration"))));
    }
    facts
}

/// By which rules it was made.
fn rules(writer: &mut Writer<'_>) -> Vec<Block> {
    let (site, language) = (writer.site, writer.language());
    let settings = site.catalog().settings();
    let calendar = settings.fiscal_year_start.map_or_else(
        || writer.say("audit-basis-calendar-year"),
        |start| {
            let day = format!("{:02}-{:02}", start.month(), start.day());
            writer.fill("audit-basis-fiscal-year", &[("day", day.into())])
        },
    );
    let boundary = settings.day_boundary.map_or_else(|| writer.say("audit-basis-midnight"), |time| time.to_string());
    let mut profile = vec![Span::text(language.code(settings.profile.name()))];
    profile.extend(other_profiles(writer).map(|text| Span::Remark { text }));
    let mut facts = vec![
        Fact { label: language.field("profile"), values: profile },
        fact(language.field("timezone"), Span::Code { text: settings.timezone.name().to_owned() }),
        fact(language.field("day_boundary"), Span::text(boundary)),
        fact(writer.say("audit-basis-calendar"), Span::text(calendar)),
        fact(language.field("language"), Span::Code { text: settings.language.clone() }),
        fact(writer.say("audit-basis-history"), history(writer)),
    ];
    facts.extend(named_policies(writer, &settings.policies));
    facts.push(Fact { label: writer.say("audit-basis-levels"), values: levels(writer) });
    let mut blocks = vec![Block::Facts { facts }];
    blocks.push(policies(writer));
    blocks
}

fn fact(label: String, value: Span) -> Fact {
    Fact { label, values: vec![value] }
}

/// How many metrics are held to another profile than that of the project.
fn other_profiles(writer: &Writer<'_>) -> Option<String> {
    let usual = writer.site.catalog().settings().profile;
    let is_other = |metric: &Metric, profile: Profile| metric.profile.unwrap_or(usual) == profile && profile != usual;
    let told: Vec<String> = Profile::ALL
        .iter()
        .filter_map(|profile| {
            let count = writer.site.catalog().metrics().filter(|(_, metric)| is_other(metric, *profile)).count();
            let named = writer.language().code(profile.name());
            (count > 0).then(|| writer.fill("audit-basis-other-profile", &[("profile", named.into()), ("count", count.into())]))
        })
        .collect();
    (!told.is_empty()).then(|| told.join("; "))
}

/// From when on the history counts.
fn history(writer: &Writer<'_>) -> Span {
    let since = writer.site.catalog().settings().history.since.as_deref();
    match (since, writer.site.report().commit.is_some()) {
        (_, false) => Span::Absent { text: writer.say("commit-none") },
        (None, true) => Span::text(writer.say("audit-basis-history-all")),
        (Some(since), true) => {
            let since = Date::parse(since).map_or_else(|_| since.to_owned(), |day| writer.language().date(day));
            Span::text(writer.fill("audit-basis-history-since", &[("since", since.into())]))
        }
    }
}

/// The policies that hold where a metric names no other.
fn named_policies(writer: &Writer<'_>, policies: &PolicySettings) -> Vec<Fact> {
    let named = [
        ("audit-basis-policy-suppression", &policies.suppression),
        ("audit-basis-policy-materiality", &policies.materiality),
        ("audit-basis-policy-revision", &policies.revision),
    ];
    let value = |policy: &Option<crate::model::reference::PolicyRef>| match policy {
        Some(policy) => writer.span(policy.record()),
        None => Span::Absent { text: writer.say("audit-basis-no-policy") },
    };
    named.into_iter().map(|(key, policy)| fact(writer.say(key), value(policy))).collect()
}

/// The checks whose level the settings change.
fn levels(writer: &Writer<'_>) -> Vec<Span> {
    let changed = CHECKS.iter().filter(|check| writer.site.catalog().settings().checks.contains_key(check.code.id));
    let mut spans: Vec<Span> = changed
        .map(|check| {
            let level = super::outcome::level_word(writer.language(), super::outcome::level_in_project(writer.site, check));
            Span::Link { href: link(writer, AuditPage::Check(check.code.id)).href, label: format!("{}: {level}", check.code.id) }
        })
        .collect();
    if spans.is_empty() {
        spans.push(Span::text(writer.say("audit-basis-levels-usual")));
    }
    spans
}

/// All policies of the project.
fn policies(writer: &mut Writer<'_>) -> Block {
    let mut rows = Vec::new();
    for record in writer.site.catalog().of_kind(Kind::Policy) {
        let AnyRecord::Policy(policy) = &record.fields else {
            continue;
        };
        rows.push(Row {
            cells: vec![
                Cell::Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: String::new() },
                crate::site::view::inquiry::code_cell(writer, record, "type"),
                crate::site::view::governance::link_cell(writer, policy.approved_by.record()),
                day_cell(writer, policy.review_by),
            ],
            ..Row::default()
        });
    }
    if rows.is_empty() {
        return Block::Intro { text: writer.say("audit-basis-no-policies") };
    }
    let columns = vec![
        Column::new(capitalised(&writer.language().kind(Kind::Policy)), ColumnKind::Text),
        Column::new(writer.say("governance-type"), ColumnKind::Text),
        Column::new(writer.say("governance-approved-by"), ColumnKind::Text),
        Column::new(writer.language().field("review_by"), ColumnKind::Text),
    ];
    list(writer, "policies", writer.say("audit-basis-policies"), columns, rows)
}

/// The definitions of a part, each as it is in force on the day of the report.
fn definitions(writer: &mut Writer<'_>, records: &[&Record]) -> Vec<Block> {
    if records.is_empty() {
        return vec![Block::Intro { text: writer.say("audit-basis-no-definitions") }];
    }
    let rows: Vec<Row> = records.iter().map(|record| definition(writer, record)).collect();
    let columns = vec![
        Column::new(writer.say("audit-basis-definition"), ColumnKind::Text),
        Column::new(writer.say("audit-basis-kind"), ColumnKind::Text).filtered(),
        Column::new(writer.language().field("version"), ColumnKind::Text),
        Column::new(writer.say("audit-basis-in-force"), ColumnKind::Text),
        Column::new(writer.say("governance-state"), ColumnKind::Text).filtered(),
        Column::new(writer.say("audit-basis-normative"), ColumnKind::Text),
        Column::new(writer.say("audit-basis-file"), ColumnKind::Text),
    ];
    let table = list(writer, "definitions", writer.say("audit-basis-definitions"), columns, rows);
    vec![Block::Intro { text: writer.say("audit-basis-digests") }, table]
}

fn definition(writer: &Writer<'_>, record: &Record) -> Row {
    let as_of = writer.site.report().as_of;
    let text = writer.site.catalog().in_force(record, as_of);
    let from = text.versioning.map(|versioning| versioning.effective_from);
    Row {
        id: format!("definition-{}-{}", record.kind, record.id),
        cells: vec![
            Cell::Link { href: writer.record_href(&record.reference()), label: record.envelope.title.clone(), note: record.id.to_string() },
            Cell::Text(capitalised(&writer.language().kind(record.kind))),
            version(writer, &record.reference(), text),
            match from {
                Some(from) if from > as_of => {
                    Cell::Noted { text: writer.language().short_date(from), note: writer.say("audit-basis-not-yet"), alert: true }
                }
                Some(from) => day_cell(writer, from),
                None => Cell::Empty,
            },
            state_cell(writer, text),
            normative_digest(text).map_or(Cell::Empty, |digest| Cell::Code(parted(&digest))),
            Cell::Code(parted(&file_digest(text))),
        ],
        ..Row::default()
    }
}

/// The version in force, with the way to its page.
fn version(writer: &Writer<'_>, reference: &RecordRef, text: &Record) -> Cell {
    let Some(versioning) = text.versioning else {
        return Cell::Empty;
    };
    let label = versioning.version.to_string();
    let page = planned_href(writer, &crate::site::plan::version_path(reference, versioning.version));
    page.map_or_else(|| Cell::Text(label.clone()), |href| Cell::Link { href, label: label.clone(), note: String::new() })
}

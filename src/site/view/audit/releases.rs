//! Every release of results with what it took and what it revised, the restatements behind that, and the report before this one.

use std::collections::BTreeMap;

use super::framing::{Said, finish, list, nothing, part_of, tally};
use super::provenance::previous;
use crate::model::reference::Reference;
use crate::model::release::{Extract, ReleaseStatus};
use crate::model::{AnyRecord, Kind, RecordRef};
use crate::site::view::governance::{count_cell, day_cell, link_cell};
use crate::site::view::inquiry::code_cell;
use crate::site::view::places::{planned_href, release_href};
use crate::site::view::{Block, Cell, Column, ColumnKind, Link, Page, Row, Section};
use crate::site::writer::Writer;
use crate::site::{AuditPage, Site};
use crate::source::ReleaseRecord;

/// Published values that each release changed, by its position: how many, and of how many metrics.
type Revised = BTreeMap<usize, (usize, usize)>;

/// Makes a part of the page.
pub(super) fn page(site: &Site, path: &str, part: usize) -> Page {
    let mut writer = Writer::new(site, path);
    let mut releases: Vec<(usize, &ReleaseRecord)> = site.catalog().releases().iter().enumerate().collect();
    releases.reverse();
    let revised = revised(site);
    let shown = part_of(&releases, part);
    let mut sections = vec![Section::new("releases", writer.say("release-history-list"), release_list(&mut writer, shown, &revised))];
    sections.extend(extract_list(&mut writer, shown));
    if part == 0 {
        sections.push(Section::new("restatements", writer.say("release-history-restatements"), restatements(&mut writer)));
        let chain = vec![Block::Intro { text: writer.say("release-history-chain-note") }, previous(&writer)];
        sections.push(Section::new("chain", writer.say("release-history-chain"), chain));
    }
    let changed = revised.values().map(|(figures, _)| figures).sum();
    let tallies = vec![
        tally(&writer, releases.len(), "release-history-tally-releases"),
        tally(&writer, site.catalog().of_kind(Kind::Restatement).count(), "release-history-tally-restatements"),
        tally(&writer, changed, "release-history-tally-revised"),
    ];
    let lede = writer.say("release-history-lede");
    finish(writer, AuditPage::Releases, part, Said { lede, tallies, sections })
}

fn revised(site: &Site) -> Revised {
    let mut revised = Revised::new();
    for (release, figures) in site.summaries().flat_map(|(_, summary)| &summary.revised) {
        let (all, metrics) = revised.entry(*release).or_default();
        *all += figures;
        *metrics += 1;
    }
    revised
}

fn release_list(writer: &mut Writer<'_>, releases: &[(usize, &ReleaseRecord)], revised: &Revised) -> Vec<Block> {
    if releases.is_empty() {
        return vec![nothing(writer, "release-history-none")];
    }
    let rows: Vec<Row> = releases.iter().map(|(position, release)| release_row(writer, release, revised.get(position))).collect();
    let headings = [
        ("column-release", ColumnKind::Text),
        ("releases-released", ColumnKind::Text),
        ("releases-status", ColumnKind::Text),
        ("release-history-prepared", ColumnKind::Text),
        ("releases-reviewed-by", ColumnKind::Text),
        ("record-extracts", ColumnKind::Number),
        ("release-history-revised", ColumnKind::Number),
        ("releases-restatement", ColumnKind::Text),
    ];
    let columns = headings.iter().map(|(key, kind)| Column::new(writer.language().say(key), *kind)).collect();
    let table = list(writer, "release-history", writer.say("release-history-list"), columns, rows);
    vec![Block::Intro { text: writer.say("release-history-list-note") }, table]
}

fn release_row(writer: &Writer<'_>, found: &ReleaseRecord, revised: Option<&(usize, usize)>) -> Row {
    let (release, language) = (&found.release, writer.language());
    let link = |record: Option<&RecordRef>| {
        record.map_or_else(|| Cell::Absent(writer.say("release-history-not-said")), |record| link_cell(writer, record))
    };
    let status = match release.status {
        ReleaseStatus::Provisional => language.code("provisional"),
        ReleaseStatus::Final => language.code("final"),
    };
    let revised = revised.map_or_else(
        || count_cell(writer, 0),
        |(figures, metrics)| {
            let figures = Cell::number(language.count(*figures), figures.to_string());
            Cell::Stack(vec![figures, Cell::Text(writer.fill("release-history-of-metrics", &[("count", (*metrics).into())]))])
        },
    );
    let cells = vec![
        Cell::Link { href: release_href(writer, &found.id), label: release.title.clone(), note: found.id.to_string() },
        Cell::Time { iso: release.released.to_string(), label: language.instant(release.released) },
        Cell::Text(status),
        link(release.prepared_by.as_ref().map(Reference::record)),
        link(release.reviewed_by.as_ref().map(Reference::record)),
        count_cell(writer, release.extracts.len()),
        revised,
        release.restatement.as_ref().map_or(Cell::Empty, |restatement| link_cell(writer, restatement.record())),
    ];
    Row { id: format!("history-{}", found.id), cells, ..Row::default() }
}

/// What each release was made of; nothing where none names anything.
fn extract_list(writer: &mut Writer<'_>, releases: &[(usize, &ReleaseRecord)]) -> Option<Section> {
    let all = releases.iter().flat_map(|(_, release)| release.release.extracts.iter().map(move |extract| (*release, extract)));
    let rows: Vec<Row> = all.map(|(release, extract)| extract_row(writer, release, extract)).collect();
    if rows.is_empty() {
        return None;
    }
    let headings = [
        ("column-release", ColumnKind::Text),
        ("release-history-source", ColumnKind::Text),
        ("release-history-where", ColumnKind::Text),
        ("provenance-sha256", ColumnKind::Text),
        ("release-history-rows", ColumnKind::Number),
        ("release-history-received", ColumnKind::Text),
    ];
    let columns = headings.iter().map(|(key, kind)| Column::new(writer.language().say(key), *kind)).collect();
    let title = writer.say("release-history-extracts");
    let table = list(writer, "extracts", title.clone(), columns, rows);
    Some(Section::new("extracts", title, vec![table]))
}

fn extract_row(writer: &Writer<'_>, release: &ReleaseRecord, extract: &Extract) -> Row {
    let unsaid = || Cell::Absent(writer.say("release-history-not-said"));
    let kept = extract.file.as_ref().or(extract.location.as_ref());
    let rows = extract.rows.and_then(|rows| usize::try_from(rows).ok());
    let cells = vec![
        Cell::Text(release.release.title.clone()),
        link_cell(writer, extract.source.record()),
        kept.map_or_else(unsaid, |kept| Cell::Code(kept.clone())),
        extract.sha256.as_ref().map_or_else(unsaid, |digest| Cell::Code(super::framing::parted(digest))),
        rows.map_or_else(unsaid, |rows| count_cell(writer, rows)),
        extract.received_at.map_or_else(unsaid, |at| Cell::Time { iso: at.to_string(), label: writer.language().instant(at) }),
    ];
    Row { cells, ..Row::default() }
}

fn restatements(writer: &mut Writer<'_>) -> Vec<Block> {
    let mut rows = Vec::new();
    for record in writer.site.catalog().of_kind(Kind::Restatement) {
        let AnyRecord::Restatement(restatement) = &record.fields else {
            continue;
        };
        let cells = vec![
            link_cell(writer, &record.reference()),
            day_cell(writer, restatement.announced_on),
            code_cell(writer, record, "reason_code"),
            Cell::Text(if restatement.material { writer.say("yes") } else { writer.say("no") }),
            link_cell(writer, restatement.approved_by.record()),
        ];
        rows.push(Row { cells, ..Row::default() });
    }
    if rows.is_empty() {
        return vec![nothing(writer, "release-history-no-restatement")];
    }
    let headings = [
        writer.say("release-history-restatement"),
        writer.say("release-history-announced"),
        writer.language().field("reason_code"),
        writer.say("release-history-material"),
        writer.say("governance-approved-by"),
    ];
    let columns = headings.into_iter().map(|label| Column::new(label, ColumnKind::Text)).collect();
    let table = list(writer, "restatements", writer.say("release-history-restatements"), columns, rows);
    let register = planned_href(writer, &crate::site::plan::register_path(Kind::Restatement));
    let link = |href: String| Link { href, label: writer.language().kinds(Kind::Restatement).to_owned(), note: String::new() };
    vec![table, Block::Actions { links: register.map(link).into_iter().collect() }]
}

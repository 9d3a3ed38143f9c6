//! Everything that was found in the project, by the rule that found it.

use std::collections::BTreeMap;

use super::{Block, Cell, Column, ColumnKind, Excerpt, FindingBlock, Head, Link, Page, Rail, Row, RowGroup, Section, Table, Tally};
use crate::diag::{Code, Finding, Level, Place};
use crate::language::Language;
use crate::site::Site;
use crate::site::writer::{MenuSection, Outline, Writer};

/// Findings of one rule that are shown in full; the others stand in a table.
const MOST_IN_FULL: usize = 100;

/// Makes the page.
pub(super) fn page(site: &Site, path: &str) -> Page {
    let mut writer = Writer::new(site, path);
    let mut by_code: BTreeMap<&str, Vec<(usize, &Finding)>> = BTreeMap::new();
    for (index, finding) in site.findings().iter().enumerate() {
        by_code.entry(finding.code.id).or_default().push((index, finding));
    }
    let sections = by_code.into_values().filter_map(|findings| section(&mut writer, &findings)).collect();
    let outline = Outline {
        template: "findings",
        section: MenuSection::Audit,
        title: writer.say("findings"),
        trail: vec![Link { href: writer.href("audit/index.html"), label: writer.say("audit-title"), note: String::new() }],
        source: String::new(),
        head: Head { title: writer.say("findings"), lede: lede(&writer), ..Head::default() },
        opening: vec![Block::Tallies { tallies: tallies(writer.language(), site.findings(), "") }],
        rail: if site.findings().len() > 1 { Rail::Contents } else { Rail::None },
        sections,
    };
    writer.finish(outline)
}

fn lede(writer: &Writer<'_>) -> String {
    let findings = writer.site.findings();
    let codes: std::collections::BTreeSet<&str> = findings.iter().map(|finding| finding.code.id).collect();
    let counts = [
        ("findings", writer.fill("count-findings", &[("count", findings.len().into())]).into()),
        ("rules", writer.fill("count-rules", &[("count", codes.len().into())]).into()),
    ];
    writer.fill("findings-lede", &counts)
}

/// How many findings weigh how much; levels without a finding are left out.
pub(super) fn tallies(language: &Language, findings: &[Finding], href: &str) -> Vec<Tally> {
    let tally = |level: Level| {
        let found = findings.iter().filter(|finding| finding.level == level).count();
        let count = [("count", found.into())];
        let words = match level {
            Level::Error => language.fill("tally-errors", &count),
            Level::Warning => language.fill("tally-warnings", &count),
            Level::Information => language.fill("tally-remarks", &count),
        };
        (found > 0).then(|| Tally { count: language.count(found), words, href: href.to_owned() })
    };
    [Level::Error, Level::Warning, Level::Information].into_iter().filter_map(tally).collect()
}

/// The findings of one rule; nothing where there is none.
fn section(writer: &mut Writer<'_>, findings: &[(usize, &Finding)]) -> Option<Section> {
    let code = findings.first()?.1.code;
    let (full, brief) = findings.split_at(findings.len().min(MOST_IN_FULL));
    let language = writer.language();
    let number = language.fill("findings-number", &[("count", findings.len().into())]);
    let mut blocks = Vec::new();
    let name = if language.is_english() {
        blocks.push(Block::Intro { text: format!("{} {number}", code.summary) });
        code.name.replace('-', " ")
    } else {
        blocks.push(Block::English { text: code.summary.to_owned() });
        blocks.push(Block::Intro { text: number });
        code.name.to_owned()
    };
    blocks.extend(full.iter().map(|(index, finding)| Block::Finding(block(language, *index, finding))));
    if !brief.is_empty() {
        let table = brief_table(language, code, brief);
        let table = writer.table(table);
        blocks.push(Block::Details {
            summary: writer.fill("findings-more", &[("count", brief.len().into())]),
            open: false,
            blocks: vec![table],
        });
    }
    Some(Section::new(code.id.to_lowercase(), format!("{} {name}", code.id), blocks))
}

/// The word for a level.
fn level_word(language: &Language, level: Level) -> &str {
    match level {
        Level::Error => language.say("level-error"),
        Level::Warning => language.say("level-warning"),
        Level::Information => language.say("level-information"),
    }
}

fn block(language: &Language, index: usize, finding: &Finding) -> FindingBlock {
    FindingBlock {
        id: format!("finding-{}", index + 1),
        code: format!("{} {}", finding.code.id, finding.code.name),
        level: level_word(language, finding.level).to_owned(),
        language: if language.is_english() { "" } else { "en" },
        class: if finding.level == Level::Error { "is-alert" } else { "" },
        message: message(finding),
        place: finding.place.to_string(),
        excerpt: excerpt(&finding.place),
        help: finding.help.clone().unwrap_or_default(),
    }
}

/// The message, with the other places that matter.
fn message(finding: &Finding) -> String {
    let related = finding.related.iter().map(|(place, says)| format!("; {says}: {place}"));
    std::iter::once(finding.message.clone()).chain(related).collect()
}

/// The line of a place, parted at what is meant; columns count characters from 1.
fn excerpt(place: &Place) -> Option<Excerpt> {
    let text = place.excerpt.as_deref()?;
    let characters = |from: usize, most: usize| text.chars().skip(from).take(most).collect::<String>();
    let start = place.column.saturating_sub(1);
    Some(Excerpt {
        line: place.line,
        before: characters(0, start),
        marked: characters(start, place.width),
        after: characters(start + place.width, usize::MAX),
    })
}

fn brief_table(language: &Language, code: &Code, findings: &[(usize, &Finding)]) -> Table {
    let row = |(index, finding): &(usize, &Finding)| Row {
        id: format!("finding-{}", index + 1),
        cells: vec![
            Cell::Code(finding.place.to_string()),
            Cell::Text(level_word(language, finding.level).to_owned()),
            if language.is_english() { Cell::Text(message(finding)) } else { Cell::English(message(finding)) },
        ],
        ..Row::default()
    };
    Table {
        id: format!("{}-table", code.id.to_lowercase()),
        caption: language.fill("findings-further", &[("rule", code.id.into())]),
        sortable: true,
        filterable: true,
        long: true,
        columns: [("findings-place", false), ("findings-level", true), ("findings-finding", false)]
            .map(|(key, filter)| Column { filter, ..Column::new(language.say(key), ColumnKind::Text) })
            .to_vec(),
        groups: vec![RowGroup { rows: findings.iter().map(row).collect(), ..RowGroup::default() }],
        ..Table::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::SourceText;

    #[test]
    fn an_excerpt_is_parted_by_characters() {
        let source = SourceText::new("a.yaml", "title: Größe\n");
        let parted = excerpt(&source.place(7..14)).expect("the line is known");
        assert_eq!((parted.line, parted.before.as_str(), parted.marked.as_str(), parted.after.as_str()), (1, "title: ", "Größe", ""));
    }

    #[test]
    fn a_whole_file_has_no_excerpt() {
        assert!(excerpt(&Place::file("a.yaml")).is_none());
    }
}

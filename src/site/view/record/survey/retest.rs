//! Whether people who were asked twice answered alike.

use crate::model::Decimal;
use crate::model::survey::{RepeatedAnswer, StabilityTest, Survey};
use crate::site::view::inquiry::{day, table, ungrouped};
use crate::site::view::{Block, Cell, ColumnKind, Row, Section};
use crate::site::writer::Writer;
use crate::stats::test_retest;

/// Most people of a test whose answers are compared one by one; more would say no more.
const MOST_PEOPLE: u32 = 100_000;

/// A row for each test with the answers behind it; nothing where no test has them.
pub(super) fn section(writer: &mut Writer<'_>, survey: &Survey) -> Option<Section> {
    let rows: Vec<Row> = survey.stability_tests.iter().filter_map(|test| row(writer, test)).collect();
    if rows.is_empty() {
        return None;
    }
    let headings = [
        ("survey-retest-held", ColumnKind::Text),
        ("survey-retest-people", ColumnKind::Number),
        ("survey-retest-correlation", ColumnKind::Number),
        ("survey-retest-agreement", ColumnKind::Number),
        ("survey-retest-shift", ColumnKind::Number),
    ];
    let title = writer.say("survey-retest");
    let shown = table(writer, "test-retest-table", title.clone(), &headings, ungrouped(rows));
    Some(Section::new("test-retest", title, vec![shown, Block::Intro { text: writer.say("survey-retest-method") }]))
}

fn row(writer: &Writer<'_>, test: &StabilityTest) -> Option<Row> {
    let people: u32 = test.answers.iter().map(|answer| answer.people).try_fold(0_u32, u32::checked_add)?;
    if people > MOST_PEOPLE {
        return None;
    }
    let found = test_retest(&pairs(&test.answers))?;
    let language = writer.language();
    let shown = |value: Option<f64>, places: usize| {
        let decimal = value.and_then(|value| Decimal::parse(&format!("{value:.places$}")).ok());
        decimal.map_or(Cell::Empty, |decimal| Cell::number(language.number(decimal), decimal.to_string()))
    };
    let cells = vec![
        day(language, test.held),
        Cell::number(language.count(found.pairs), found.pairs.to_string()),
        shown(found.correlation, 3),
        shown(found.agreement, 3),
        shown(Some(found.shift), 3),
    ];
    Some(Row { cells, ..Row::default() })
}

/// Both answers of each person.
fn pairs(answers: &[RepeatedAnswer]) -> Vec<(f64, f64)> {
    let repeated = |answer: &RepeatedAnswer| {
        let count = usize::try_from(answer.people).unwrap_or_default();
        std::iter::repeat_n((answer.first.to_f64(), answer.second.to_f64()), count)
    };
    answers.iter().flat_map(repeated).collect()
}

//! Draws the parts of a page: pictures, icons, formulas and tables.

use super::chart;
use super::mathml::formula_mathml;
use super::table;
use crate::language::Language;
use crate::model::{Decimal, Formula};
use crate::site::view::{Part, Parts};

/// Draws every part, in the order of their numbers.
///
/// Tables come after everything else, because their cells show pictures of the same page.
pub(super) fn draw(language: &Language, parts: &Parts) -> Vec<String> {
    let mut drawn: Vec<String> = parts.all().iter().map(|part| draw_alone(language, part)).collect();
    for (number, part) in parts.all().iter().enumerate() {
        if let Part::Table(table) = part {
            drawn[number] = table::draw(table, &drawn);
        }
    }
    drawn
}

fn draw_alone(language: &Language, part: &Part) -> String {
    match part {
        Part::Picture(picture) => chart::draw(language, picture),
        Part::Variation(variation) => chart::variation_icon(language, Some(*variation)),
        Part::Assurance(assurance) => chart::assurance_icon(language, Some(*assurance)),
        Part::Formula { name, formula, factor } => formula_mathml(name, &scaled(formula, *factor), &|term| term_name(language, term)),
        Part::Table(_) => String::new(),
    }
}

/// The name of a term that every language has words for; other terms keep the names that the project gave them.
fn term_name(language: &Language, term: &str) -> Option<String> {
    matches!(term, "numerator" | "denominator").then(|| language.inside(&language.field(term)))
}

/// The formula times the factor of its unit.
fn scaled(formula: &Formula, factor: i64) -> Formula {
    if factor == 1 {
        return formula.clone();
    }
    Formula::Multiply(Box::new(Formula::Number(Decimal::from_integer(factor))), Box::new(formula.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::view::{Cell, Column, ColumnKind, Row, RowGroup, Table};
    use crate::stats::spc::Variation;

    #[test]
    fn a_table_shows_a_picture_with_a_higher_number() {
        let mut parts = Parts::default();
        let mut other = Parts::default();
        other.add(Part::Variation(Variation::CommonCause));
        let later = other.add(Part::Variation(Variation::CommonCause));
        let row = Row { cells: vec![Cell::Icons(vec![later])], ..Row::default() };
        let columns = vec![Column::new("Signals", ColumnKind::Icons)];
        parts.add(Part::Table(Table { columns, groups: vec![RowGroup { rows: vec![row], ..RowGroup::default() }], ..Table::default() }));
        parts.add(Part::Variation(Variation::CommonCause));
        assert!(draw(&Language::built_in("en"), &parts)[0].contains("<svg class=\"icon icon-variation"));
    }

    #[test]
    fn a_unit_of_per_cent_multiplies_the_formula() {
        let mut parts = Parts::default();
        parts.add(Part::Formula { name: "rate".to_owned(), formula: Formula::Term("share".to_owned()), factor: 100 });
        assert!(draw(&Language::built_in("en"), &parts)[0].contains("<mn>100</mn>"));
    }
}

//! All that is said of a change, as text.

use std::fmt::Write as _;

use tickmark::catalog::Catalog;
use tickmark::check::review::{Lowering, Reviewed, review};
use tickmark::diff::{FieldEdit, compare};
use tickmark::model::ChangeClass;

/// Compares and reviews two states, and writes down everything but the impact's middle.
pub(super) fn said(before: &Catalog, after: &Catalog) -> String {
    let review = review(before, after, compare(before, after));
    let mut text = String::new();
    for (change, reviewed) in review.comparison.records.iter().zip(&review.reviewed) {
        let renamed = change.renamed_from.as_ref().map(|id| format!(", was {id}")).unwrap_or_default();
        let _ = writeln!(text, "{} ({}){renamed}", change.record, class(change.class));
        change.edits.iter().for_each(|edit| field(edit, &mut text));
        let reached: Vec<String> = change.impact.iter().map(|reached| reached.record.to_string()).collect();
        if !reached.is_empty() {
            let _ = writeln!(text, "  reaches {}", reached.join(", "));
        }
        judgement(reviewed, &mut text);
    }
    if !review.comparison.settings.is_empty() {
        text.push_str("settings\n");
        review.comparison.settings.iter().for_each(|edit| field(edit, &mut text));
    }
    for change in &review.comparison.releases {
        let _ = writeln!(text, "release/{}", change.release);
        change.edits.iter().for_each(|edit| field(edit, &mut text));
        for row in &change.rows {
            let _ = writeln!(text, "  {} {} {}", row.fingerprint, row.rule.id, row.message());
        }
    }
    text
}

fn class(class: Option<ChangeClass>) -> &'static str {
    class.map_or("no class", ChangeClass::name)
}

fn field(edit: &FieldEdit, text: &mut String) {
    let place = edit.after_place.as_ref().or(edit.before_place.as_ref()).map(|place| format!(" at line {}", place.line));
    let _ =
        writeln!(text, "  {} {} ({}) {}{}", edit.fingerprint, edit.rule.id, class(edit.class), edit.message(), place.unwrap_or_default());
}

fn judgement(reviewed: &Reviewed, text: &mut String) {
    match &reviewed.lowered {
        Some(Lowering::Bridge { change, rows }) => {
            let _ = writeln!(text, "  is {} by {rows} rows of {change}", class(reviewed.class));
        }
        Some(Lowering::MeaningUnchanged { change, stated_by }) => {
            let people: Vec<String> = stated_by.iter().map(ToString::to_string).collect();
            let _ = writeln!(text, "  is {} by the word of {} in {change}", class(reviewed.class), people.join(", "));
        }
        None => {}
    }
    for shortfall in &reviewed.shortfalls {
        let place = &shortfall.place;
        let _ =
            writeln!(text, "  ! {} {}: {} ({}:{})", shortfall.fingerprint, shortfall.rule.id, shortfall.message, place.path, place.line);
    }
}

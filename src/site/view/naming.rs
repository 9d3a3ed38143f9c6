//! How kinds, records, fields and written words are called on pages.
//!
//! Every title of a page is unique: a record's page names its kind and id behind the title that people gave it.

use crate::diag::plural;
use crate::model::{Decimal, Kind};
use crate::site::format::grouped;
use crate::source::Record;

/// Fields whose name is no good title once its underscores are spaces.
const TITLES: &[(&str, &str)] = &[
    ("agreed_at", "Agreed on"),
    ("at", "On"),
    ("basis_ref", "Where the basis stands"),
    ("dpia", "Data protection impact assessment"),
    ("effective_from", "In force from"),
    ("emails", "E-mail addresses"),
    ("key_fields", "Fields that identify a record"),
    ("key_map", "How records are matched"),
    ("latency_sla", "Agreed latency"),
    ("min_coverage", "Least coverage"),
    ("min_n", "Fewest observations"),
    ("n", "Observations"),
    ("nonresponse_analysis", "Non-response analysis"),
    ("null_rule", "Rule for missing values"),
    ("plan_ref", "Plan"),
    ("planned_n", "Planned observations"),
    ("post_review", "Review afterwards"),
    ("recurrence_of", "Earlier analysis of the same"),
    ("register_ref", "Place in the risk register"),
    ("sha256", "SHA-256"),
    ("spc", "Process-behaviour chart"),
    ("sync", "How the clock is kept right"),
    ("tz_conversion", "Conversion between time zones"),
    ("warn_level", "Warning level"),
    ("zone", "Time zone"),
];

/// A text with its first letter large.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The title of a field: `review_by` becomes `Review by`.
pub(super) fn field_title(name: &str) -> String {
    let known = TITLES.iter().find(|(field, _)| *field == name).map(|(_, title)| *title);
    known.map_or_else(|| capitalised(&name.replace(['_', '-'], " ")), str::to_owned)
}

/// The title of a field at the top of a record, where `type` alone says too little.
pub(super) fn top_field_title(kind: Kind, name: &str) -> String {
    if name == "type" { format!("Type of {}", kind.words()) } else { field_title(name) }
}

/// A path of fields in words: `items.metric` becomes `items: metric`.
pub(super) fn path_words(path: &str) -> String {
    let steps: Vec<String> = path.split('.').map(|step| field_title(step).to_lowercase()).collect();
    steps.join(": ")
}

/// A word as written in a record, for people: `at-least` becomes `at least`; codes such as `R1` stay.
pub(super) fn word(written: &str) -> String {
    if written.chars().any(|letter| letter.is_ascii_uppercase()) { written.to_owned() } else { written.replace('-', " ") }
}

/// The name of a kind above the title of its record.
pub(super) fn kicker(kind: Kind) -> String {
    capitalised(&kind.words())
}

/// The heading of a kind's register.
pub(super) fn plural_of(kind: Kind) -> &'static str {
    match kind {
        // The page of what was found in the files is called by this word as well.
        Kind::AuditFinding => "Audit findings",
        _ => kind.row().plural,
    }
}

/// The title of a record's page.
pub(super) fn page_title(record: &Record) -> String {
    format!("{} ({} {})", record.envelope.title, record.kind.words(), record.id)
}

/// The state of a record in words, where it has one.
pub(super) fn state_words(record: &Record) -> Option<String> {
    record.node.entry("state").and_then(|entry| entry.value.text()).map(word)
}

/// A count with grouped thousands: `12,765`.
pub(super) fn count(number: usize) -> String {
    i64::try_from(number).map_or_else(|_| number.to_string(), |number| grouped(Decimal::from_integer(number)))
}

/// A grouped count with its noun: `12,765 records`.
pub(super) fn counted(number: usize, noun: &str) -> String {
    let words = plural(number, noun);
    words.split_once(' ').map_or_else(|| words.clone(), |(_, noun)| format!("{} {noun}", count(number)))
}

/// The key under which titles are sorted: large and small letters alike.
pub(super) fn sort_key(record: &Record) -> (String, &str) {
    (record.envelope.title.to_lowercase(), record.id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn field_names_become_titles() {
        for (name, title) in [("review_by", "Review by"), ("sha256", "SHA-256"), ("how_work_moves_it", "How work moves it")] {
            assert_eq!(field_title(name), title);
        }
        assert_eq!(top_field_title(Kind::QualityRule, "type"), "Type of quality rule");
        assert_eq!(path_words("items.metric"), "items: metric");
    }

    #[test]
    fn counts_are_grouped_and_agree_with_their_noun() {
        assert_eq!(counted(1, "metric"), "1 metric");
        assert_eq!(counted(12_765, "query"), "12,765 queries");
    }

    #[test]
    fn no_two_kinds_share_the_heading_of_their_register() {
        let mut headings: Vec<&str> = Kind::ALL.iter().map(|kind| plural_of(*kind)).collect();
        headings.sort_unstable();
        headings.dedup();
        assert_eq!(headings.len(), Kind::ALL.len());
    }
}

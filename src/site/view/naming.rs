//! How records and their fields are called on pages, beyond what the language says of a kind, a field or a word.
//!
//! Every title of a page is unique: a record's page names its kind and id behind the title that people gave it.

use crate::language::Language;
use crate::model::Kind;
use crate::site::Writer;
use crate::source::Record;

/// The title of a field at the top of a record, where `type` alone says too little.
pub(super) fn top_field_title(language: &Language, kind: Kind, name: &str) -> String {
    if name == "type" {
        language.fill("record-type-of", &[("kind", language.kind(kind).into())])
    } else {
        language.field_in(kind.name(), name)
    }
}

/// A path of fields in words: `items.metric` becomes `items: metric`.
pub(super) fn path_words(language: &Language, path: &str) -> String {
    let mut place = "";
    let mut steps = Vec::new();
    for step in path.split('.') {
        steps.push(language.inside(&language.field_in(place, step)));
        place = step;
    }
    steps.join(": ")
}

/// A code of a segment as a scope names it, or each code of the segment by itself.
pub(super) fn scope_words(writer: &Writer<'_>, segment: &str, code: &str) -> String {
    let language = writer.language();
    let found = crate::model::Id::parse(segment).ok().and_then(|id| writer.site.catalog().segment(&id));
    let title = found.map_or_else(|| segment.to_owned(), |(record, _)| record.envelope.title.clone());
    if code == "*" {
        return language.fill("metric-targets-each", &[("segment", language.inside(&title).into())]);
    }
    let known = found.and_then(|(_, segment)| segment.codes.iter().find(|known| known.code == code));
    format!("{title}: {}", known.map_or(code, |known| known.label.as_str()))
}

/// The title of a record's page.
pub(super) fn page_title(language: &Language, record: &Record) -> String {
    let title = record.envelope.title.as_str();
    let (kind, id) = (language.kind(record.kind), record.id.as_str());
    language.fill("record-page-title", &[("title", title.into()), ("kind", kind.into()), ("id", id.into())])
}

/// The state of a record in words, where it has one.
pub(super) fn state_words(language: &Language, record: &Record) -> Option<String> {
    record.node.entry("state").and_then(|entry| entry.value.text()).map(|state| language.code(state))
}

/// The key under which titles are sorted: large and small letters alike.
pub(super) fn sort_key(record: &Record) -> (String, &str) {
    (record.envelope.title.to_lowercase(), record.id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_paths_are_named_in_the_language_of_the_report() {
        let (english, german) = (Language::built_in("en-GB"), Language::built_in("de"));
        assert_eq!(top_field_title(&english, Kind::QualityRule, "type"), "Type of quality rule");
        assert_eq!(top_field_title(&german, Kind::Decision, "type"), "Art (Entscheidung)");
        assert_eq!(
            (path_words(&english, "items.metric"), path_words(&german, "items.metric")),
            ("items: metric".to_owned(), "Positionen: Kennzahl".to_owned())
        );
    }

    #[test]
    fn no_two_kinds_share_the_heading_of_their_register() {
        for tag in crate::language::TAGS {
            let language = Language::built_in(tag);
            let mut headings: Vec<&str> = Kind::ALL.iter().map(|kind| language.kinds(*kind)).collect();
            headings.sort_unstable();
            headings.dedup();
            assert_eq!(headings.len(), Kind::ALL.len(), "{tag}");
        }
    }
}

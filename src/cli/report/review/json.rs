//! A review as JSON, and the schema of it.

use super::document::Document;

/// Writes the document.
pub(in crate::cli) fn render(document: &Document) -> String {
    // A value made of strings, numbers and lists can always be written.
    serde_json::to_string_pretty(document).map_or_else(|_| String::new(), |text| text + "\n")
}

/// The JSON Schema of the document, indented.
pub(in crate::cli) fn schema() -> String {
    let schema = schemars::schema_for!(Document);
    serde_json::to_string_pretty(&schema).map_or_else(|_| String::new(), |text| text + "\n")
}

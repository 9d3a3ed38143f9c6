//! What checks found as JSON.

use super::document::Document;

/// Writes the document, indented.
pub(super) fn render(document: &Document) -> String {
    serde_json::to_string_pretty(document).map_or_else(|_| String::new(), |text| text + "\n")
}

/// The JSON Schema of the document, indented.
pub(in crate::cli) fn schema() -> String {
    let schema = schemars::schema_for!(Document);
    serde_json::to_string_pretty(&schema).map_or_else(|_| String::new(), |text| text + "\n")
}

//! A review as JSON, and the schema of it.

use serde_json::Value;

use super::document::Document;
use crate::model::output_schema;

/// Writes the document.
pub(in crate::cli) fn render(document: &Document) -> String {
    // A value made of strings, numbers and lists can always be written.
    serde_json::to_string_pretty(document).map_or_else(|_| String::new(), |text| text + "\n")
}

/// The JSON Schema of the document.
pub(in crate::cli) fn schema() -> Value {
    output_schema::<Document>()
}

//! What checks found as JSON.

use serde_json::Value;

use super::document::Document;
use crate::model::output_schema;

/// Writes the document, indented.
pub(super) fn render(document: &Document) -> String {
    serde_json::to_string_pretty(document).map_or_else(|_| String::new(), |text| text + "\n")
}

/// The JSON Schema of the document.
pub(in crate::cli) fn schema() -> Value {
    output_schema::<Document>()
}

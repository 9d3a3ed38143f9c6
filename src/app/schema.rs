//! JSON Schemas of the record kinds.

use serde_json::{Map, Value};

use crate::model::Kind;

/// The schema of a kind, or of all kinds by name, as indented JSON.
#[must_use]
pub fn schema(kind: Option<Kind>) -> String {
    let value = match kind {
        Some(kind) => kind.schema().to_value(),
        None => Value::Object(Kind::ALL.iter().map(|kind| (kind.name().to_owned(), kind.schema().to_value())).collect::<Map<_, _>>()),
    };
    // A value made of strings, numbers and lists can always be written.
    serde_json::to_string_pretty(&value).unwrap_or_default()
}

//! The schema of a record as data, `data/records/KIND/ID.json` of a report.

use serde_json::{Map, Value, json};

use crate::model::{Kind, strict};

/// The parts that every record has, and for each kind the fields of the kind. Decimals stand there as text.
pub(super) fn schema() -> Value {
    let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    let fields = |name: &&str| {
        json!({
            "if": { "properties": { "kind": { "const": name } } },
            "then": { "properties": { "record": { "$ref": format!("#/$defs/{name}") } } },
        })
    };
    json!({
        "title": "Record",
        "description": "A record of a report: what was written, the defaults that hold besides, and the digest of its file.",
        "type": "object",
        "properties": {
            "kind": { "description": "Its kind.", "enum": names },
            "id": { "description": "Its id.", "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 },
            "path": { "description": "Its file, relative to the project.", "type": "string", "minLength": 1 },
            "file_digest": { "description": "Digest of the bytes of its file.", "type": "string", "pattern": "^sha256:[0-9a-f]{64}$" },
            "record": { "description": "What was written; decimals are texts, so that no reader rounds them.", "type": "object" },
            "defaults": { "description": "Values that hold where the record says nothing.", "type": "object" },
        },
        "required": ["kind", "id", "path", "file_digest", "record", "defaults"],
        "additionalProperties": false,
        "allOf": names.iter().map(fields).collect::<Vec<_>>(),
        "$defs": Kind::ALL.iter().map(|kind| (kind.name().to_owned(), of_kind(*kind))).collect::<Map<_, _>>(),
    })
}

/// The schema of a kind as a part of another one.
fn of_kind(kind: Kind) -> Value {
    let mut value = strict(kind.schema());
    if let Some(object) = value.as_object_mut() {
        object.shift_remove("$schema");
    }
    value
}

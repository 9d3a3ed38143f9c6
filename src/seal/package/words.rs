//! Values and signatures as data files write them.

use serde_json::{Value, json};

use crate::diff::Canonical;
use crate::history::SignatureState;

/// A value as JSON; numbers stay texts, so that no reader rounds them.
pub(super) fn canonical_json(value: &Canonical) -> Value {
    match value {
        Canonical::Text(text) => Value::String(text.clone()),
        Canonical::List(items) => items.iter().map(canonical_json).collect(),
        Canonical::Map(entries) => Value::Object(entries.iter().map(|(key, value)| (key.clone(), canonical_json(value))).collect()),
    }
}

/// A value in one cell of a table.
pub(super) fn canonical_text(value: &Canonical) -> String {
    value.text().map_or_else(|| canonical_json(value).to_string(), str::to_owned)
}

/// What the signature of a commit is worth, as JSON.
pub(super) fn signature_json(state: &SignatureState) -> Value {
    match state {
        SignatureState::Unsigned => json!({ "state": "unsigned" }),
        SignatureState::Good { principal, key } => json!({ "state": "good", "principal": &**principal, "key": &**key }),
        SignatureState::UnknownKey { key } => json!({ "state": "unknown-key", "key": &**key }),
        SignatureState::NotValidThen { principal, key } => {
            json!({ "state": "not-valid-then", "principal": &**principal, "key": &**key })
        }
        SignatureState::Forge { forge, key } => json!({ "state": "forge", "forge": forge, "key": &**key }),
        SignatureState::Bad { reason } => json!({ "state": "bad", "reason": &**reason }),
        SignatureState::Unchecked { reason } => json!({ "state": "unchecked", "reason": &**reason }),
    }
}

/// The same in one cell of a table: the state, and who or why.
pub(super) fn signature_text(state: &SignatureState) -> String {
    let value = signature_json(state);
    let part = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let said: Vec<String> =
        [part("principal"), part("forge"), part("reason"), part("key")].into_iter().filter(|part| !part.is_empty()).collect();
    if said.is_empty() { part("state") } else { format!("{}: {}", part("state"), said.join(" ")) }
}

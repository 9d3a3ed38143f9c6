//! Digests: of what a record means, of its bytes, and of one edit.

use sha2::{Digest, Sha256};

use super::canonical::{Canonical, write_text};
use super::classify::{class_of_field, is_classified};
use super::part::parts_of;
use super::rename::Renames;
use crate::model::{ChangeClass, Shape};
use crate::source::Record;

/// Hexadecimal digits of a fingerprint.
const FINGERPRINT: usize = 12;

/// The digest of what decides the number or its judgement: the fields whose class is material or breaking, in canonical form.
///
/// SHA-256 in hexadecimal digits. Nothing for kinds on which no figure rests. Comments, order, spelling of numbers and rewording of other
/// fields leave it as it is.
#[must_use]
pub fn normative_digest(record: &Record) -> Option<String> {
    if !is_classified(record.kind) {
        return None;
    }
    let mut bytes = Vec::new();
    let shape = record.kind.shape();
    let parts = parts_of(record.kind.name(), &record.node, shape, &Renames::default());
    for field in &shape.fields {
        if let Some(part) = parts.get(&field.name)
            && let Some(value) = normative(record, &field.name, &field.shape, part.canonical())
        {
            write_text(&field.name, &mut bytes);
            value.write(&mut bytes);
        }
    }
    Some(hexadecimal(&bytes))
}

/// What is left of a value when the parts that decide nothing are taken out.
fn normative(record: &Record, path: &str, shape: &Shape, value: Canonical) -> Option<Canonical> {
    let inner = match (shape, &value) {
        (Shape::List(item) | Shape::Map(item), Canonical::Map(_)) => Some(&**item),
        (Shape::Record(_), _) => Some(shape),
        _ => None,
    };
    let decides = class_of_field(record.kind, path) >= Some(ChangeClass::Material);
    match (inner, value) {
        (Some(Shape::Record(fields)), Canonical::Map(values)) => {
            let of_fields = |path: &str, values: std::collections::BTreeMap<String, Canonical>| -> Canonical {
                let kept = values.into_iter().filter_map(|(name, value)| {
                    let field = fields.field(&name)?;
                    Some((name.clone(), normative(record, &format!("{path}.{name}"), &field.shape, value)?))
                });
                Canonical::Map(kept.collect())
            };
            if matches!(shape, Shape::Record(_)) {
                return decides.then(|| of_fields(path, values));
            }
            let items = values.into_iter().map(|(key, value)| match value {
                Canonical::Map(values) => (key, of_fields(path, values)),
                other => (key, other),
            });
            decides.then(|| Canonical::Map(items.collect()))
        }
        (_, value) => decides.then_some(value),
    }
}

/// The digest of all bytes of a record's file: SHA-256 in hexadecimal digits.
#[must_use]
pub fn file_digest(record: &Record) -> String {
    hexadecimal(record.source.text().as_bytes())
}

/// The first 12 hexadecimal digits of SHA-256 over rule id, record, field path, canonical old and new value, each with its length before it.
#[must_use]
pub fn fingerprint(rule: &str, record: &str, field: &str, before: Option<&Canonical>, after: Option<&Canonical>) -> String {
    let mut bytes = Vec::new();
    for text in [rule, record, field] {
        write_text(text, &mut bytes);
    }
    for value in [before, after] {
        match value {
            Some(value) => value.write(&mut bytes),
            None => bytes.push(b'n'),
        }
    }
    let mut digest = hexadecimal(&bytes);
    digest.truncate(FINGERPRINT);
    digest
}

fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_one_part_ends_and_the_next_begins_is_part_of_a_fingerprint() {
        assert_ne!(fingerprint("ab", "c", "", None, None), fingerprint("a", "bc", "", None, None));
        let text = Canonical::Text(String::new());
        assert_ne!(fingerprint("a", "b", "c", Some(&text), None), fingerprint("a", "b", "c", None, Some(&text)));
        assert_ne!(fingerprint("a", "b", "c", Some(&text), None), fingerprint("a", "b", "c", None, None));
    }

    #[test]
    fn a_fingerprint_never_changes_between_versions_of_the_program() {
        let old = Canonical::Text("P5D".to_owned());
        let new = Canonical::Text("P7D".to_owned());
        assert_eq!(fingerprint("window-changed", "metric/calls", "window", Some(&old), Some(&new)), "2b2b55dbe552");
    }
}

//! What a change of a field means, by the field alone.
//!
//! Versioned kinds say it with the field in the model; a part of a field means what the field means unless it says otherwise itself. The
//! kinds without a version that a figure or its judgement rests on stand in the table here.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::model::{ChangeClass, Kind, RecordShape, Shape};

/// Fields of kinds without a version, with their class; a field of these kinds that is not named is minor.
const UNVERSIONED: &[(Kind, ChangeClass, &[&str])] = &[
    (
        Kind::Target,
        ChangeClass::Material,
        &["metric", "scope", "from", "to", "threshold", "target", "stretch", "action_level", "seasonal", "tiers", "tolerance_windows"],
    ),
    (Kind::Baseline, ChangeClass::Material, &["metric", "periods", "method", "value"]),
    (Kind::Source, ChangeClass::Breaking, &["pinned_settings"]),
    (Kind::Source, ChangeClass::Material, &["state", "system", "extraction_method", "query", "clock", "key_fields"]),
    (
        Kind::Transform,
        ChangeClass::Material,
        &["state", "inputs", "operation", "code", "settings", "tz_conversion", "key_map", "null_rule"],
    ),
];

/// The class of a field, by its path without keys; nothing for kinds that no figure rests on.
#[must_use]
pub(super) fn class_of_field(kind: Kind, field: &str) -> Option<ChangeClass> {
    static CLASSES: OnceLock<BTreeMap<(Kind, String), ChangeClass>> = OnceLock::new();
    let classes = CLASSES.get_or_init(|| {
        let mut classes = BTreeMap::new();
        for kind in Kind::ALL.iter().copied().filter(|kind| is_classified(*kind)) {
            collect(kind, "", kind.shape(), None, &mut classes);
        }
        classes
    });
    classes.get(&(kind, field.to_owned())).copied()
}

/// Whether the fields of a kind have classes.
#[must_use]
pub(super) fn is_classified(kind: Kind) -> bool {
    kind.row().versioned || UNVERSIONED.iter().any(|(known, _, _)| *known == kind)
}

fn collect(kind: Kind, path: &str, shape: &RecordShape, above: Option<ChangeClass>, classes: &mut BTreeMap<(Kind, String), ChangeClass>) {
    for field in &shape.fields {
        let path = if path.is_empty() { field.name.clone() } else { format!("{path}.{}", field.name) };
        let class = listed(kind, &path).or(field.class).or(above).or_else(|| (!kind.row().versioned).then_some(ChangeClass::Minor));
        if let Some(class) = class {
            classes.insert((kind, path.clone()), class);
        }
        let mut inner = &field.shape;
        while let Shape::List(item) | Shape::Map(item) = inner {
            inner = item;
        }
        if let Shape::Record(inner) = inner {
            collect(kind, &path, inner, class, classes);
        }
    }
}

fn listed(kind: Kind, field: &str) -> Option<ChangeClass> {
    UNVERSIONED.iter().find(|(known, _, fields)| *known == kind && fields.contains(&field)).map(|(_, class, _)| *class)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(path: &str, shape: &RecordShape, all: &mut Vec<String>) {
        for field in &shape.fields {
            let path = if path.is_empty() { field.name.clone() } else { format!("{path}.{}", field.name) };
            let mut inner = &field.shape;
            while let Shape::List(item) | Shape::Map(item) = inner {
                inner = item;
            }
            if let Shape::Record(inner) = inner {
                fields(&path, inner, all);
            }
            all.push(path);
        }
    }

    #[test]
    fn every_field_of_every_kind_that_a_figure_rests_on_has_a_class() {
        for kind in Kind::ALL.iter().copied().filter(|kind| is_classified(*kind)) {
            let mut all = Vec::new();
            fields("", kind.shape(), &mut all);
            let missing: Vec<String> = all.into_iter().filter(|field| class_of_field(kind, field).is_none()).collect();
            assert_eq!(missing, Vec::<String>::new(), "{kind}");
        }
    }

    #[test]
    fn the_table_names_fields_that_there_are() {
        for (kind, _, names) in UNVERSIONED {
            assert!(names.iter().all(|name| kind.shape().field(name).is_some()), "{kind}");
        }
    }

    #[test]
    fn a_part_of_a_field_means_what_the_field_means_unless_it_says_otherwise() {
        assert_eq!(class_of_field(Kind::Segment, "codes.parent"), Some(ChangeClass::Breaking));
        assert_eq!(class_of_field(Kind::Segment, "codes.label"), Some(ChangeClass::Minor));
        assert_eq!(class_of_field(Kind::Scorecard, "items.weight"), Some(ChangeClass::Material));
        assert_eq!(class_of_field(Kind::Decision, "reason"), None);
    }
}

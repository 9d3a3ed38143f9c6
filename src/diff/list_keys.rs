//! By which of their fields the items of lists are known, so that a list is compared by key and never by position.

/// A list of mappings, by the kind it belongs to and its path, with the fields that tell its items apart.
struct Row(&'static str, &'static str, &'static [&'static str]);

const KEYS: &[Row] = &[
    Row("change", "approvals", &["who"]),
    Row("change", "bridge", &["metric", "period", "scope"]),
    Row("change", "communications", &["to"]),
    Row("change", "gates", &["name"]),
    Row("change", "targets", &["record"]),
    Row("commitment", "claims", &["period", "said_in"]),
    Row("committee", "members", &["person", "from"]),
    Row("decision", "options", &["name"]),
    Row("experiment", "arms", &["name"]),
    Row("insight", "codes", &["code"]),
    Row("metric", "deviations", &["field"]),
    Row("metric", "outcome_links", &["to"]),
    Row("metric", "spc.rebase", &["from"]),
    Row("person", "roles", &["role", "from"]),
    Row("quality-rule", "results", &["period"]),
    Row("reconciliation", "items", &["reason"]),
    Row("release", "extracts", &["source", "file", "location"]),
    Row("review", "communicated", &["to"]),
    Row("review", "inputs", &["report"]),
    Row("scorecard", "bands", &["name"]),
    Row("scorecard", "items", &["metric", "scope"]),
    Row("scorecard", "perspectives", &["name"]),
    Row("segment", "codes", &["code"]),
    Row("segment", "mapping", &["old"]),
    Row("survey", "stability_tests", &["held"]),
    Row("target", "tiers", &["condition"]),
    Row("target", "tolerance_windows", &["from"]),
    Row("team", "members", &["person", "from"]),
];

/// The fields by which the items of a list are known; nothing where their order says it.
pub(super) fn keys_of(kind: &str, path: &str) -> Option<&'static [&'static str]> {
    KEYS.iter().find(|row| row.0 == kind && row.1 == path).map(|row| row.2)
}

/// Whether the order of a list of plain values means something: ranges and texts in a row do, references and codes do not.
pub(super) fn is_ordered(path: &str) -> bool {
    path == "valid_range"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, RecordShape, Shape};

    /// Lists whose items have no key: their order is what they say.
    const ORDERED: [(&str, &str); 2] = [("insight", "quotes"), ("root-cause", "chain")];

    fn walk(kind: Kind, path: &str, shape: &RecordShape, missing: &mut Vec<String>) {
        for field in &shape.fields {
            let path = if path.is_empty() { field.name.clone() } else { format!("{path}.{}", field.name) };
            match &field.shape {
                Shape::Record(inner) => walk(kind, &path, inner, missing),
                Shape::List(inner) => {
                    if let Shape::Record(item) = &**inner {
                        let known = keys_of(kind.name(), &path);
                        let exist = known.is_some_and(|keys| keys.iter().all(|key| item.field(key).is_some()));
                        if !exist && !ORDERED.contains(&(kind.name(), path.as_str())) {
                            missing.push(format!("{kind}.{path}"));
                        }
                    }
                }
                _ => {}
            }
        }
    }

    #[test]
    fn every_list_of_mappings_has_a_key_or_an_order() {
        let mut missing = Vec::new();
        for kind in Kind::ALL {
            walk(*kind, "", kind.shape(), &mut missing);
        }
        assert_eq!(missing, Vec::<String>::new());
    }
}

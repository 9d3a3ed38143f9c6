//! Edits of the project's settings; they hold for every record that says nothing else.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::canonical::Canonical;
use super::comparison::FieldEdit;
use super::digest::fingerprint;
use super::judge::Meaning;
use super::rules::{disclosure, governance, meaning};
use crate::catalog::Catalog;
use crate::model::ChangeClass;

/// Lists the settings that differ, by their name.
pub(super) fn compare_settings(before: &Catalog, after: &Catalog) -> Vec<FieldEdit> {
    let (old, new) = (values(before), values(after));
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let differing = names.into_iter().filter(|name| old.get(*name) != new.get(*name));
    let edit = |name: &String| {
        let (was, is) = (old.get(name).cloned(), new.get(name).cloned());
        let (rule, class) = meaning_of(name, before, after);
        FieldEdit {
            rule,
            class,
            field: name.clone(),
            fingerprint: fingerprint(rule.id, "settings", name, was.as_ref(), is.as_ref()),
            before_place: was.as_ref().map(|_| before.settings_place(name)),
            after_place: is.as_ref().map(|_| after.settings_place(name)),
            before: was,
            after: is,
        }
    };
    differing.map(edit).collect()
}

fn meaning_of(name: &str, before: &Catalog, after: &Catalog) -> Meaning {
    match name {
        "timezone" | "day_boundary" | "fiscal_year_start" | "fiscal_year_named_after" => {
            (&meaning::ZONE_CHANGED, Some(ChangeClass::Breaking))
        }
        "audience" if after.settings().audience < before.settings().audience => {
            (&disclosure::AUDIENCE_WIDENED, Some(ChangeClass::Material))
        }
        "audience" => (&disclosure::AUDIENCE_NARROWED, Some(ChangeClass::Material)),
        "policies" => (&governance::POLICY_CHANGED, Some(ChangeClass::Material)),
        "checks" | "signers" | "profile" => (&governance::SETTINGS_CHANGED, Some(ChangeClass::Minor)),
        _ => (&governance::SETTINGS_CHANGED, Some(ChangeClass::Editorial)),
    }
}

/// The settings with their defaults, by name.
fn values(catalog: &Catalog) -> BTreeMap<String, Canonical> {
    match serde_json::to_value(catalog.settings()) {
        Ok(Value::Object(settings)) => settings.into_iter().map(|(name, value)| (name, canonical(value))).collect(),
        _ => BTreeMap::new(),
    }
}

fn canonical(value: Value) -> Canonical {
    match value {
        Value::String(text) => Canonical::Text(text),
        Value::Array(items) => Canonical::List(items.into_iter().map(canonical).collect()),
        Value::Object(values) => Canonical::Map(values.into_iter().map(|(key, value)| (key, canonical(value))).collect()),
        other => Canonical::Text(other.to_string()),
    }
}

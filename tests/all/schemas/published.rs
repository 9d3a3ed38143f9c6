//! The schemas themselves: their names, their ids, their descriptions, and the files in `docs/schemas`.

use serde_json::Value;

use super::{json, schemas};
use crate::invalid::compare;
use crate::sandbox::run;
use crate::tree::root;

/// Those of records are made from the records' own reference; that of records as data has all of them in it.
fn is_published(name: &str) -> bool {
    let is_record = tickmark::model::Kind::from_name(name).is_some() || name.ends_with("-front-matter");
    !is_record && !["record", "all"].contains(&name)
}

#[test]
fn files_in_docs_are_what_the_program_gives() {
    let mut wrong = Vec::new();
    let mut expected = Vec::new();
    for (file, text) in &schemas().texts {
        let name = file.split('.').next().unwrap_or_default();
        if is_published(name) {
            expected.push(file.clone());
            wrong.extend(compare(&root().join("docs/schemas").join(file), text).err());
        }
    }
    let found = crate::sandbox::files_below(&root().join("docs/schemas"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(found.keys().collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
}

#[test]
fn every_schema_is_listed_with_a_line_and_printed_by_its_name() {
    let list = run(["schema", "--list"]).out;
    for (file, text) in schemas().texts.iter().filter(|(file, _)| *file != "all.schema.json") {
        let name = file.split('.').next().unwrap_or_default();
        assert!(list.lines().any(|line| line.trim_start().starts_with(&format!("{name} "))), "{name}");
        assert_eq!(run(["schema", name]).out, *text, "{name}");
    }
    assert_eq!(run(["schema", "all"]).out, schemas().texts["all.schema.json"]);
}

#[test]
fn every_json_schema_is_one_and_has_an_id_that_is_no_address() {
    for name in schemas().documents.keys() {
        let value = json(&schemas().texts[&format!("{name}.schema.json")]);
        assert_eq!(value["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert_eq!(value["$id"], format!("urn:tickmark:schema:{name}"));
        assert!(jsonschema::meta::is_valid(&value), "{name}");
    }
}

#[test]
fn every_property_is_described() {
    fn walk(path: &str, value: &Value, missing: &mut Vec<String>) {
        let Value::Object(object) = value else { return };
        for (name, property) in object.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let path = format!("{path}.{name}");
            // A reference is described where it leads; conditions and alternatives repeat what is described before.
            if property.get("description").is_none() && property.get("$ref").is_none() && property.get("const").is_none() {
                missing.push(path.clone());
            }
            walk(&path, property, missing);
        }
        for (key, inner) in object.iter().filter(|(key, _)| ["items", "additionalProperties"].contains(&key.as_str())) {
            walk(&format!("{path}.{key}"), inner, missing);
        }
        for (name, inner) in object.get("$defs").and_then(Value::as_object).into_iter().flatten() {
            walk(&format!("{path}#{name}"), inner, missing);
        }
    }
    let mut missing = Vec::new();
    for name in schemas().documents.keys().filter(|name| !["all", "record"].contains(&name.as_str())) {
        walk(name, &json(&schemas().texts[&format!("{name}.schema.json")]), &mut missing);
    }
    assert_eq!(missing, Vec::<String>::new());
}

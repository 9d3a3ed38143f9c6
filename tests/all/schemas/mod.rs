//! The schemas that `tickmark schema` gives, held by a validator and readers that know nothing of Tickmark.

mod accepted;
mod outputs;
mod published;
mod rejected;
mod table;
mod templates;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::Value;
use tickmark::model::Kind;

use self::table::Table;
use crate::sandbox::{Sandbox, files_below};

/// Every schema, as `tickmark schema --output` writes them.
struct Schemas {
    texts: BTreeMap<String, String>,
    documents: BTreeMap<String, OnceLock<Validator>>,
    tables: BTreeMap<String, Table>,
}

/// The schemas, written once for all tests.
fn schemas() -> &'static Schemas {
    static SCHEMAS: OnceLock<Schemas> = OnceLock::new();
    SCHEMAS.get_or_init(|| {
        let sandbox = Sandbox::minimal();
        let outcome = sandbox.run(&["schema", "--output", "schemas"]);
        assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
        let files = files_below(&sandbox.path("schemas")).into_iter();
        let texts: BTreeMap<String, String> = files.map(|(name, bytes)| (name, String::from_utf8(bytes).expect("text"))).collect();
        let named = |ending: &str| -> Vec<String> { texts.keys().filter_map(|name| Some(name.strip_suffix(ending)?.to_owned())).collect() };
        let documents = named(".schema.json").into_iter().map(|name| (name, OnceLock::new())).collect();
        let tables = named(".table-schema.json").into_iter().map(|name| {
            let table = Table::read(&json(&texts[&format!("{name}.table-schema.json")]));
            (name, table)
        });
        Schemas { documents, tables: tables.collect(), texts }
    })
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// The JSON Schema of a name, made ready once.
fn validator(name: &str) -> &'static Validator {
    let cell = schemas().documents.get(name).unwrap_or_else(|| panic!("no schema `{name}`"));
    cell.get_or_init(|| jsonschema::validator_for(&json(&schemas().texts[&format!("{name}.schema.json")])).expect("a schema"))
}

/// What a schema has against a value.
fn faults(name: &str, value: &Value) -> Vec<String> {
    validator(name).iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// What an independent reader of YAML makes of a text.
fn yaml(text: &str) -> Result<Value, String> {
    serde_yaml::from_str(text).map_err(|error| error.to_string())
}

/// What schemas have against a file of a project; an error where it cannot be read or has no schema.
fn faults_of_file(path: &str, bytes: &[u8]) -> Result<Vec<String>, &'static str> {
    let text = std::str::from_utf8(bytes).map_err(|_| "no UTF-8")?;
    let parts: Vec<&str> = path.split('/').collect();
    if let ["metrics", "snapshots", _, file] = parts.as_slice() {
        return match (*file, file.rsplit_once('.')) {
            ("release.yaml", _) => Ok(faults("release", &yaml(text).map_err(|_| "no YAML")?)),
            (_, Some((_, "csv"))) => schemas().tables["results"].faults(text),
            _ => Err("no schema"),
        };
    }
    match parts.as_slice() {
        ["tickmark.yaml"] => Ok(faults("settings", &yaml(text).map_err(|_| "no YAML")?)),
        ["content", page] if page.rsplit('.').next() == Some("md") => {
            Ok(faults("page", &yaml(front_matter(text).ok_or("no YAML")?.0).map_err(|_| "no YAML")?))
        }
        [top, folder, .., file] => {
            let kind = Kind::from_folder(&format!("{top}/{folder}")).ok_or("no schema")?;
            match file.rsplit_once('.') {
                Some((_, "yaml")) => Ok(faults(kind.name(), &yaml(text).map_err(|_| "no YAML")?)),
                Some((_, "md")) => faults_of_markdown(kind, text),
                _ => Err("no schema"),
            }
        }
        _ => Err("no schema"),
    }
}

/// The front matter alone has its schema, and with the text below it is a record like any other.
fn faults_of_markdown(kind: Kind, text: &str) -> Result<Vec<String>, &'static str> {
    let (front, below) = front_matter(text).ok_or("no YAML")?;
    let mut value = yaml(front).map_err(|_| "no YAML")?;
    let own = format!("{kind}-front-matter");
    let mut found = faults(if schemas().documents.contains_key(&own) { &own } else { kind.name() }, &value);
    if let (Some(fields), false) = (value.as_object_mut(), below.trim().is_empty()) {
        fields.insert(kind.row().body.to_owned(), Value::from(below.trim()));
        found.extend(faults(kind.name(), &value));
    }
    Ok(found)
}

fn front_matter(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix("---\n")?.split_once("\n---\n").or_else(|| Some((text.strip_prefix("---\n")?.strip_suffix("\n---")?, "")))
}

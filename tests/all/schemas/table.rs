//! As much of the Table Schema standard (Data Package 2.0) as the schemas of tables use, read strictly: what is not known here is refused.

use std::collections::BTreeSet;

use csv::ReaderBuilder;
use jsonschema::Validator;
use serde_json::{Map, Value, json};

/// A Table Schema.
pub(super) struct Table {
    fields: Vec<Field>,
    matches: String,
    key: Vec<String>,
}

struct Field {
    name: String,
    required: bool,
    cell: Validator,
    minimum: Option<i64>,
}

fn keys(object: &Map<String, Value>, known: &[&str]) {
    let unknown: Vec<&String> = object.keys().filter(|key| !known.contains(&key.as_str())).collect();
    assert!(unknown.is_empty(), "not in the standard as it is known here: {unknown:?}");
}

impl Table {
    pub(super) fn read(value: &Value) -> Self {
        let object = value.as_object().expect("an object");
        keys(object, &["$schema", "name", "title", "description", "fieldsMatch", "fields", "primaryKey", "missingValues"]);
        assert_eq!(value["$schema"], "https://datapackage.org/profiles/2.0/tableschema.json");
        assert_eq!(value["missingValues"], json!([""]));
        let matches = value["fieldsMatch"][0].as_str().expect("a word").to_owned();
        assert!(["exact", "subset", "partial"].contains(&matches.as_str()), "{matches}");
        let key = match &value["primaryKey"] {
            Value::Null => Vec::new(),
            Value::String(one) => vec![one.clone()],
            several => several.as_array().expect("names").iter().map(|name| name.as_str().expect("a name").to_owned()).collect(),
        };
        let fields: Vec<Field> = value["fields"].as_array().expect("fields").iter().map(Field::read).collect();
        let names: BTreeSet<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(names.len(), fields.len(), "a field stands twice");
        assert!(key.iter().all(|name| names.contains(name.as_str())));
        Self { fields, matches, key }
    }

    /// What is wrong with a table; an error where it is none.
    pub(super) fn faults(&self, text: &str) -> Result<Vec<String>, &'static str> {
        let mut reader = ReaderBuilder::new().from_reader(text.as_bytes());
        let headings: Vec<String> = reader.headers().map_err(|_| "no table")?.iter().map(str::to_owned).collect();
        let mut faults = self.headings(&headings);
        let at = |name: &str| headings.iter().position(|heading| heading == name);
        let mut seen = BTreeSet::new();
        for (line, row) in (2..).zip(reader.records()) {
            let row = row.map_err(|_| "no table")?;
            for field in &self.fields {
                let cell = at(&field.name).and_then(|position| row.get(position));
                faults.extend(cell.and_then(|cell| field.fault(cell)).map(|fault| format!("{line}: {}: {fault}", field.name)));
            }
            let key: Vec<&str> = self.key.iter().filter_map(|name| row.get(at(name)?)).collect();
            if !key.is_empty() && !seen.insert(key.join("\n")) {
                faults.push(format!("{line}: the key {key:?} stands twice"));
            }
        }
        Ok(faults)
    }

    fn headings(&self, found: &[String]) -> Vec<String> {
        let names: Vec<&String> = self.fields.iter().map(|field| &field.name).collect();
        let fits = match self.matches.as_str() {
            "exact" => found.iter().collect::<Vec<_>>() == names,
            "subset" => names.iter().all(|name| found.contains(name)),
            _ => names.iter().any(|name| found.contains(name)),
        };
        if fits { Vec::new() } else { vec![format!("columns {found:?}, expected {names:?}")] }
    }
}

impl Field {
    fn read(value: &Value) -> Self {
        let object = value.as_object().expect("a field");
        keys(object, &["name", "type", "description", "constraints"]);
        let name = value["name"].as_str().expect("a name").to_owned();
        assert!(value["description"].as_str().is_some_and(|text| text.ends_with('.')), "`{name}` is not described");
        let none = Map::new();
        let constraints = value["constraints"].as_object().unwrap_or(&none);
        keys(constraints, &["required", "pattern", "enum", "minimum"]);
        let mut schema = match value["type"].as_str() {
            Some("string") => json!({ "type": "string" }),
            Some("integer") => json!({ "pattern": "^[+-]?[0-9]+$" }),
            Some("boolean") => json!({ "enum": ["true", "True", "TRUE", "1", "false", "False", "FALSE", "0"] }),
            Some("date") => json!({ "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }),
            other => panic!("`{name}` has the type {other:?}"),
        };
        if let Some(pattern) = constraints.get("pattern").and_then(Value::as_str) {
            schema["pattern"] = json!(format!("^(?:{pattern})$"));
        }
        if let Some(words) = constraints.get("enum") {
            schema["enum"] = words.clone();
        }
        Self {
            required: constraints.get("required").is_some_and(|value| value == true),
            minimum: constraints.get("minimum").and_then(Value::as_i64),
            cell: jsonschema::validator_for(&schema).expect("a pattern"),
            name,
        }
    }

    fn fault(&self, cell: &str) -> Option<String> {
        if cell.is_empty() {
            return self.required.then(|| "is empty".to_owned());
        }
        let below = |least: &i64| cell.parse::<i64>().is_ok_and(|number| number < *least);
        (!self.cell.is_valid(&json!(cell)) || self.minimum.as_ref().is_some_and(below)).then(|| format!("`{cell}`"))
    }
}

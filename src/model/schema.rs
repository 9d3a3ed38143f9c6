//! From a typed struct to its JSON Schema, and from the schema to the shape that the reader and the pages walk.
//!
//! The struct of a kind, with its doc comments, is the one place in which a field is described. Its schema carries
//! everything else as keywords of our own: `x-type` (a scalar with a grammar), `x-kinds` (where a reference may lead),
//! `x-class` (what a change of the field means), `x-from` (the first profile that demands it).

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use super::envelope::Versioning;
use super::kind::KindRow;
use super::shape::{Choice, FieldShape, RecordShape, Scalar, Shape};
use super::{Kind, Profile};

/// The JSON Schema of any type of the model, with everything written out in place.
#[must_use]
pub fn schema_of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    if let Some(object) = schema.as_object_mut() {
        tidy(object);
    }
    schema
}

/// The JSON Schema of what is written from a type: what is always written is required.
#[must_use]
pub fn output_schema<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>().to_value()
}

/// The JSON Schema of a record: title, version where there is one, the fields of the kind, the rest of the envelope.
#[must_use]
pub(super) fn record_schema<E: JsonSchema, T: JsonSchema>(row: &KindRow) -> Schema {
    let mut properties = Map::new();
    let mut required = Vec::new();
    let mut envelope = fields(&schema_of::<E>());
    let rest = envelope.split_off(1.min(envelope.len()));
    let versioning = if row.versioned { fields(&schema_of::<Versioning>()) } else { Vec::new() };
    let own_schema = schema_of::<T>();
    let own = fields(&own_schema);
    for (name, value, demanded) in envelope.into_iter().chain(versioning).chain(own).chain(rest) {
        if demanded {
            required.push(Value::String(name.clone()));
        }
        properties.insert(name, value);
    }
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": row.name,
        "description": row.summary,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    // Which fields go together is said of the kind as a whole.
    if let Some(together) = own_schema.get("oneOf") {
        schema["oneOf"] = together.clone();
    }
    Schema::try_from(schema).unwrap_or_default()
}

fn fields(schema: &Schema) -> Vec<(String, Value, bool)> {
    let object = schema.as_object();
    let required: Vec<&str> =
        object.and_then(|object| object.get("required")?.as_array()).into_iter().flatten().filter_map(Value::as_str).collect();
    let properties = object.and_then(|object| object.get("properties")?.as_object());
    properties.into_iter().flatten().map(|(name, value)| (name.clone(), value.clone(), required.contains(&name.as_str()))).collect()
}

/// Takes out what a record may not say: an optional field is left out, never `null`; unknown keys are refused.
fn tidy(object: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|name| name != "null");
        if let [one] = types.as_slice() {
            let one = one.clone();
            object.insert("type".to_owned(), one);
        }
    }
    if let Some(Value::Array(variants)) = object.get_mut("enum") {
        variants.retain(|variant| !variant.is_null());
    }
    if let Some(Value::Array(variants)) = object.get("anyOf") {
        let real: Vec<Value> = variants.iter().filter(|variant| variant.get("type") != Some(&json!("null"))).cloned().collect();
        if let [Value::Object(one)] = real.as_slice() {
            object.remove("anyOf");
            for (key, value) in one {
                object.entry(key.clone()).or_insert_with(|| value.clone());
            }
        }
    }
    if object.get("default") == Some(&Value::Null) || object.get("default").is_some_and(|value| value.as_array().is_some_and(Vec::is_empty))
    {
        object.remove("default");
    }
    if object.contains_key("properties") && !object.contains_key("additionalProperties") {
        object.insert("additionalProperties".to_owned(), Value::Bool(false));
    }
    for value in object.values_mut() {
        match value {
            Value::Object(inner) => tidy(inner),
            Value::Array(items) => items.iter_mut().filter_map(Value::as_object_mut).for_each(tidy),
            _ => {}
        }
    }
}

/// The shape of a record, from its schema.
#[must_use]
pub fn record_shape(schema: &Schema) -> RecordShape {
    let fields = fields(schema).into_iter().map(|(name, value, required)| field(name, &value, required)).collect();
    RecordShape { fields }
}

fn field(name: String, value: &Value, required: bool) -> FieldShape {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    FieldShape {
        name,
        description: text("description").unwrap_or_default().to_owned(),
        required,
        class: text("x-class").and_then(super::ChangeClass::from_name),
        demanded_from: text("x-from").and_then(Profile::from_name),
        default: value.get("default").map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
        shape: shape(value),
    }
}

fn shape(value: &Value) -> Shape {
    if let Some(name) = value.get("x-type").and_then(Value::as_str) {
        if name == "reference" {
            let names = value.get("x-kinds").and_then(Value::as_array).into_iter().flatten();
            return Shape::Reference(names.filter_map(|name| Kind::from_name(name.as_str()?)).collect());
        }
        if let Some(scalar) = Scalar::from_name(name) {
            return Shape::Scalar(scalar);
        }
    }
    if let Some(variants) = value.get("oneOf").and_then(Value::as_array) {
        return Shape::Choice(variants.iter().flat_map(choices).collect());
    }
    if value.get("enum").is_some() || value.get("const").is_some() {
        return Shape::Choice(choices(value));
    }
    match value.get("type").and_then(Value::as_str) {
        Some("boolean") => Shape::Boolean,
        Some("integer") => {
            let bound = |key: &str| value.get(key).and_then(Value::as_i64);
            Shape::Integer { minimum: bound("minimum"), maximum: bound("maximum") }
        }
        Some("array") => Shape::List(Box::new(value.get("items").map_or(Shape::Text, shape))),
        Some("object") => match value.get("additionalProperties") {
            Some(inner @ Value::Object(_)) => Shape::Map(Box::new(shape(inner))),
            _ => Shape::Record(record_shape(&Schema::try_from(value.clone()).unwrap_or_default())),
        },
        _ => Shape::Text,
    }
}

fn choices(variant: &Value) -> Vec<Choice> {
    let description = variant.get("description").and_then(Value::as_str).unwrap_or_default();
    let single = variant.get("const").into_iter();
    let several = variant.get("enum").and_then(Value::as_array).into_iter().flatten();
    single
        .chain(several)
        .filter_map(Value::as_str)
        .map(|value| Choice { value: value.to_owned(), description: description.to_owned() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_every_kind_is_described() {
        fn walk(path: &str, shape: &RecordShape, missing: &mut Vec<String>) {
            for field in &shape.fields {
                let path = format!("{path}.{}", field.name);
                if field.description.is_empty() {
                    missing.push(path.clone());
                }
                match &field.shape {
                    Shape::Record(inner) => walk(&path, inner, missing),
                    Shape::List(inner) | Shape::Map(inner) => {
                        if let Shape::Record(inner) = &**inner {
                            walk(&path, inner, missing);
                        }
                    }
                    _ => {}
                }
            }
        }
        let mut missing = Vec::new();
        for kind in Kind::ALL {
            walk(kind.name(), kind.shape(), &mut missing);
        }
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn every_field_of_a_versioned_kind_has_a_class() {
        let missing: Vec<String> = Kind::ALL
            .iter()
            .filter(|kind| kind.row().versioned)
            .flat_map(|kind| kind.shape().fields.iter().map(move |field| (kind, field)))
            .filter(|(_, field)| field.class.is_none())
            .map(|(kind, field)| format!("{kind}.{}", field.name))
            .collect();
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn optional_fields_may_be_left_out_but_are_never_null() {
        for kind in Kind::ALL {
            assert!(!kind.schema().as_value().to_string().contains("\"null\""), "{kind}");
        }
    }
}

//! The JSON Schema of a file that people write, as strict as the reader wherever JSON Schema can say it.
//!
//! The schema of a kind names a grammar by `x-type`; here it is written out for validators and editors, which know nothing of ours.
//! Invariant: what the reader accepts is accepted, but for whole numbers in quotes. Must not be read back into a shape, since that has its own bounds.

use schemars::Schema;
use serde_json::{Map, Value, json};

use super::{Kind, Zone};

/// A day that exists, without anchors.
const DAY: &str = "(?:(?:19|[2-9][0-9])[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|\
02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:(?:19|[2-9][0-9])(?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[3579][26])00)-02-29)";

const ID: &str = "(?=[a-z0-9-]{1,64}(?:@|$))[a-z0-9]+(?:-[a-z0-9]+)*";
const VERSION: &str = "(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)";

/// A schema in which every grammar is written out.
#[must_use]
pub fn strict(schema: Schema) -> Value {
    let mut value = schema.to_value();
    tighten(&mut value);
    value
}

fn tighten(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if object.get("type").is_some_and(|name| !name.is_object()) {
                scalar(object);
            }
            object.values_mut().for_each(tighten);
        }
        Value::Array(items) => items.iter_mut().for_each(tighten),
        _ => {}
    }
}

fn scalar(object: &mut Map<String, Value>) {
    let text = |key: &str| object.get(key).and_then(Value::as_str);
    let put = match (text("x-type"), text("type")) {
        (Some("date"), _) => json!({ "pattern": format!("^{DAY}$") }),
        (Some("instant"), _) => {
            let clock = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
            json!({ "pattern": format!("^{DAY}T{clock}:[0-5][0-9](?:\\.[0-9]{{1,9}})?(?:Z|\\+{clock}|-(?!00:00){clock})$") })
        }
        // A plain `2026` is a year to the reader and a number to other readers of YAML.
        (Some("period"), Some("string")) => json!({ "type": ["string", "integer"], "minimum": 1900, "maximum": 9999 }),
        (Some("decimal"), _) => json!({
            "pattern": "^(?=-?(?:\\.?[0-9]){1,28}$)-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?$",
            "exclusiveMinimum": -1e28,
            "exclusiveMaximum": 1e28,
        }),
        (Some("zone"), _) => json!({ "enum": Zone::names().collect::<Vec<_>>() }),
        (Some("expression"), _) => json!({ "pattern": expression() }),
        (Some("reference"), _) => json!({ "pattern": reference(object) }),
        (Some("prose"), _) => json!({ "pattern": "\\S" }),
        (None, Some("string")) if !["enum", "const", "oneOf", "pattern"].iter().any(|key| object.contains_key(*key)) => {
            json!({ "pattern": "\\S" })
        }
        (None, Some("integer")) if !object.contains_key("maximum") => match text("format") {
            Some("uint32") => json!({ "maximum": u32::MAX }),
            Some("int32") => json!({ "minimum": i32::MIN, "maximum": i32::MAX }),
            _ => json!({ "maximum": i64::MAX }),
        },
        (None, Some("array")) if item_is_reference(object) => json!({ "uniqueItems": true }),
        _ => return,
    };
    if let Value::Object(keywords) = put {
        object.extend(keywords);
    }
}

/// What a regular expression can say of a formula: its letters and signs, and which of them may stand side by side.
fn expression() -> String {
    let (any, gap) = ("[\\s\\S]*", "[ \\t\\r\\n]*");
    let (sign, second) = ("[-\u{2212}+*×/÷,(]", "[+*×/÷,)]");
    [
        "^",
        // No sign but a minus begins a formula, none ends it, and none but a minus follows another one.
        &format!("(?!{gap}{second})(?!{any}{sign}{gap}$)(?!{any}{sign}{gap}{second})"),
        // Only two names are those of functions, and values have a sign between them.
        &format!("(?!{any}(?<![a-z0-9_.])(?!(?:min|max){gap}\\()[a-z0-9_.]+{gap}\\()"),
        &format!("(?!{any}\\){gap}[a-z0-9_.(])(?!{any}[a-z0-9_.][ \\t\\r\\n]+[a-z0-9_.])"),
        "[a-z0-9_.,()*×/÷+\\-\u{2212} \\t\\r\\n]+$",
    ]
    .concat()
}

fn item_is_reference(object: &Map<String, Value>) -> bool {
    object.get("items").and_then(|items| items.get("x-type")).is_some_and(|name| name == "reference")
}

/// `id`, `kind/id`, or either at a version, as the kinds allow.
fn reference(object: &Map<String, Value>) -> String {
    let kinds: Vec<&str> = object.get("x-kinds").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let optional = if kinds.len() == 1 { "?" } else { "" };
    format!("^(?:(?:{})/){optional}{ID}(?:@{VERSION})?$", kinds.join("|"))
}

/// The schema of the front matter of a Markdown record: its text below fills the field that [`super::kind::KindRow::body`] names.
#[must_use]
pub fn front_matter_schema(kind: Kind) -> Value {
    let mut value = strict(kind.schema());
    if let Some(Value::Array(required)) = value.get_mut("required") {
        required.retain(|name| name != kind.row().body);
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Date, Decimal, Instant, parse_reference, schema_of};

    fn fits<T: schemars::JsonSchema>(text: &str) -> bool {
        let schema = strict(schema_of::<T>());
        jsonschema::validator_for(&schema).expect("a schema").is_valid(&json!(text))
    }

    #[test]
    fn every_day_of_some_years_and_no_other_is_a_date() {
        for year in [1896, 1900, 1904, 2000, 2023, 2024, 2100, 2400, 9996, 9999] {
            for month in 0..14 {
                for day in [0, 1, 28, 29, 30, 31, 32] {
                    let text = format!("{year}-{month:02}-{day:02}");
                    assert_eq!(fits_date(&text), Date::parse(&text).is_ok(), "{text}");
                }
            }
        }
    }

    fn fits_date(text: &str) -> bool {
        static VALIDATOR: std::sync::OnceLock<jsonschema::Validator> = std::sync::OnceLock::new();
        let validator = VALIDATOR.get_or_init(|| jsonschema::validator_for(&strict(schema_of::<Date>())).expect("a schema"));
        validator.is_valid(&json!(text))
    }

    #[test]
    fn decimals_and_instants_are_what_the_reader_takes() {
        let long = "1".repeat(28);
        for text in ["0", "-0.5", "12.50", "007", "1.", ".5", "1e3", "1,000", &long, &format!("{long}1"), &format!("{}.11", &long[2..])] {
            assert_eq!(fits::<Decimal>(text), Decimal::parse(text).is_ok(), "{text}");
        }
        for text in
            ["2026-02-30T09:00:00Z", "2026-02-28T09:00:00Z", "2026-02-28T24:00:00Z", "2026-02-28T09:00:00.5+01:00", "2026-02-28T09:00Z"]
        {
            assert_eq!(fits::<Instant>(text), Instant::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn references_are_what_the_reader_takes() {
        let long = "x".repeat(65);
        let schema = |kinds: &[Kind]| {
            let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
            let mut value = json!({ "type": "string", "x-type": "reference", "x-kinds": names });
            tighten(&mut value);
            jsonschema::validator_for(&value).expect("a schema")
        };
        for kinds in [&[Kind::Metric][..], &[Kind::Person, Kind::Team], Kind::ALL] {
            let validator = schema(kinds);
            for text in ["calls", "metric/calls", "person/ann", "calls@1.0.0", "calls@1", "Calls", "a--b", "policy/x", "metric/", &long, ""]
            {
                assert_eq!(validator.is_valid(&json!(text)), parse_reference(text, kinds).is_ok(), "{text}");
            }
        }
    }
}

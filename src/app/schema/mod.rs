//! The schemas of everything that people write and that the program writes, by name.
//!
//! JSON Schemas (draft 2020-12) of records, settings and documents; Table Schemas (Data Package 2.0) of tables of comma-separated values.
//! Those of types are made from the types, the others are the files in `docs/schemas`.

mod files;
mod record;

use serde_json::{Map, Value, json};

use crate::check::CHECKS;
use crate::model::{Kind, Release, Settings, front_matter_schema, output_schema, schema_of, strict};
use crate::seal::Statement;
use crate::seal::package::PackageDescription;
use crate::source::page_schema;

/// What a schema is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SchemaGroup {
    /// A record of a project.
    Records,
    /// Another file of a project.
    Project,
    /// A file of a report.
    Report,
    /// A file of a package.
    Package,
    /// What a command writes.
    Command,
}

/// Where a schema comes from.
#[derive(Clone, Copy, Debug)]
enum Origin {
    Kind(Kind),
    FrontMatter(Kind),
    Made(fn() -> Value),
    Written(&'static str),
}

/// A schema by its name.
#[derive(Clone, Debug)]
pub struct NamedSchema {
    /// Its name.
    pub name: String,
    /// What it is of.
    pub group: SchemaGroup,
    /// One line: what it describes.
    pub about: String,
    /// Whether it is a Table Schema, of a table.
    pub is_table: bool,
    origin: Origin,
}

impl NamedSchema {
    /// A JSON Schema that is made when it is asked for.
    #[must_use]
    pub fn made(name: &str, group: SchemaGroup, about: &str, make: fn() -> Value) -> Self {
        Self { name: name.to_owned(), group, about: about.to_owned(), is_table: false, origin: Origin::Made(make) }
    }

    fn written(name: &str, group: SchemaGroup, about: &str, text: &'static str) -> Self {
        Self { origin: Origin::Written(text), ..Self::made(name, group, about, || Value::Null) }
    }

    fn table(name: &str, group: SchemaGroup, about: &str, text: &'static str) -> Self {
        Self { is_table: true, ..Self::written(name, group, about, text) }
    }

    /// The schema.
    #[must_use]
    pub fn value(&self) -> Value {
        match self.origin {
            Origin::Kind(kind) => self.identified(strict(kind.schema())),
            Origin::FrontMatter(kind) => self.identified(front_matter_schema(kind)),
            Origin::Made(make) => self.identified(make()),
            // The files are held to JSON by a test.
            Origin::Written(text) => serde_json::from_str(text).unwrap_or_default(),
        }
    }

    /// The schema as text, indented; one that is a file, as it stands there.
    #[must_use]
    pub fn text(&self) -> String {
        match self.origin {
            Origin::Written(text) => text.to_owned(),
            // A value made of strings, numbers and lists can always be written.
            _ => serde_json::to_string_pretty(&self.value()).unwrap_or_default() + "\n",
        }
    }

    /// The name of its file where all are written.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{}.{}", self.name, if self.is_table { "table-schema.json" } else { "schema.json" })
    }

    /// The schema with its name as `$id`, right after the dialect.
    fn identified(&self, value: Value) -> Value {
        let Value::Object(mut rest) = value else { return value };
        let mut object = Map::new();
        rest.shift_remove("$schema");
        object.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        object.insert("$id".to_owned(), json!(format!("urn:tickmark:schema:{}", self.name)));
        object.extend(rest);
        Value::Object(object)
    }
}

/// All schemas but those of what commands write, in the order in which they are listed.
#[must_use]
pub fn schemas() -> Vec<NamedSchema> {
    let records = Kind::ALL.iter().map(|kind| NamedSchema {
        name: kind.name().to_owned(),
        group: SchemaGroup::Records,
        about: kind.row().summary.to_owned(),
        is_table: false,
        origin: Origin::Kind(*kind),
    });
    // Where the text below is a field that must be there, its front matter is less than the record.
    let demands_text = |kind: &&Kind| kind.shape().field(kind.row().body).is_some_and(|field| field.required);
    let front_matters = Kind::ALL.iter().filter(demands_text).map(|kind| NamedSchema {
        name: format!("{kind}-front-matter"),
        group: SchemaGroup::Records,
        about: format!("Front matter of a {} in Markdown, whose text is its `{}`.", kind.words(), kind.row().body),
        is_table: false,
        origin: Origin::FrontMatter(*kind),
    });
    let project = [
        NamedSchema::made("settings", SchemaGroup::Project, "`tickmark.yaml`.", settings),
        NamedSchema::made("release", SchemaGroup::Project, "`metrics/snapshots/RELEASE/release.yaml`.", || strict(schema_of::<Release>())),
        NamedSchema::made("page", SchemaGroup::Project, "Front matter of a page of prose, `content/PAGE.md`.", || strict(page_schema())),
        NamedSchema::table(
            "results",
            SchemaGroup::Project,
            "`metrics/snapshots/RELEASE/METRIC.csv`: columns that any table may have.",
            files::RESULTS,
        ),
    ];
    records.chain(front_matters).chain(project).chain(report()).chain(package()).collect()
}

fn report() -> [NamedSchema; 6] {
    let group = SchemaGroup::Report;
    [
        NamedSchema::made("record", group, "`data/records/KIND/ID.json`: a record as it was written, and its defaults.", record::schema),
        NamedSchema::written("checks", group, "`data/checks.json`: every check, and what came of it.", files::CHECKS),
        NamedSchema::written("search-index", group, "`data/search-index.js`: the object that the script holds.", files::SEARCH_INDEX),
        NamedSchema::made(
            "provenance",
            group,
            "`provenance.json`: from what, with what and how the report was made.",
            output_schema::<Statement>,
        ),
        NamedSchema::table("figures", group, "`data/figures.csv`: every published figure.", files::FIGURES),
        NamedSchema::table(
            "metric-figures",
            group,
            "`data/metrics/METRIC.csv`: every vintage of a metric's figures.",
            files::METRIC_FIGURES,
        ),
    ]
}

fn package() -> [NamedSchema; 9] {
    let group = SchemaGroup::Package;
    [
        NamedSchema::made("package", group, "`data/package.json`: what the package holds.", output_schema::<PackageDescription>),
        NamedSchema::written(
            "history",
            group,
            "`data/changes/KIND/ID.json`: versions, commits and changes of a definition.",
            files::HISTORY,
        ),
        NamedSchema::table("package-changes", group, "`data/changes/changes.csv`: every edit of a definition.", files::CHANGES),
        NamedSchema::table("package-approvals", group, "`data/changes/approvals.csv`: who agreed to which change.", files::APPROVALS),
        NamedSchema::table("package-bridges", group, "`data/changes/bridges.csv`: figures before and after a change.", files::BRIDGES),
        NamedSchema::table("package-findings", group, "`data/findings.csv`: what checks found.", files::FINDINGS),
        NamedSchema::table("package-waivers", group, "`data/waivers.csv`: checks that were set aside.", files::WAIVERS),
        NamedSchema::table("package-sample", group, "`data/sample.csv`: the figures that were drawn for testing.", files::SAMPLE),
        NamedSchema::table("package-left-out", group, "`data/left-out.csv`: what is not in the package, and why.", files::LEFT_OUT),
    ]
}

/// The schema of the settings, with the codes of all checks.
fn settings() -> Value {
    let mut value = strict(schema_of::<Settings>());
    let codes: Vec<&str> = CHECKS.iter().map(|check| check.code.id).collect();
    if let Some(checks) = value.pointer_mut("/properties/checks").and_then(Value::as_object_mut) {
        checks.insert("propertyNames".to_owned(), json!({ "enum": codes }));
    }
    value
}

/// All JSON Schemas in one file, each under its name in `$defs`.
#[must_use]
pub fn schema_bundle(schemas: &[NamedSchema]) -> String {
    let each = schemas.iter().filter(|schema| !schema.is_table).map(|schema| (schema.name.clone(), schema.value()));
    let bundle = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:tickmark:schema:all",
        "title": "All schemas of Tickmark",
        "description": "Every JSON Schema, each under its name in `$defs` with an `$id` of its own.",
        "$defs": each.collect::<Map<_, _>>(),
    });
    serde_json::to_string_pretty(&bundle).unwrap_or_default() + "\n"
}

/// The schemas of all kinds of record by name, as indented JSON.
#[must_use]
pub fn kind_schemas() -> String {
    let each = schemas().into_iter().take(Kind::ALL.len()).map(|schema| (schema.name.clone(), schema.value()));
    serde_json::to_string_pretty(&Value::Object(each.collect())).unwrap_or_default() + "\n"
}

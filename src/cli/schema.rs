//! `tickmark schema`: the schemas of everything that is written by people or by the program.

use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

use super::args::SchemaArguments;
use super::exit;
use super::report::{check, review, verify};
use super::run::Stop;
use crate::app::{NamedSchema, SchemaGroup, kind_schemas, schema_bundle, schemas, write_files};
use crate::diag::{Failure, did_you_mean, plural};

/// Prints a schema, their list, or writes all of them.
pub(super) fn run(project: &Path, arguments: &SchemaArguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let known = all();
    if arguments.list {
        write!(out, "{}", listed(&known))?;
    } else if let Some(folder) = &arguments.output {
        let mut files: Vec<(String, String)> = known.iter().map(|schema| (schema.file(), schema.text())).collect();
        files.push(("all.schema.json".to_owned(), schema_bundle(&known)));
        write_files(&project.join(folder), &files)?;
        writeln!(out, "wrote {} to `{}`", plural(files.len(), "schema"), folder.display())?;
    } else {
        match arguments.name.as_deref() {
            None => write!(out, "{}", kind_schemas())?,
            Some("all") => write!(out, "{}", schema_bundle(&known))?,
            Some(name) => write!(out, "{}", find(&known, name)?.text())?,
        }
    }
    Ok(exit::CLEAN)
}

/// The names of all schemas.
pub(super) fn names() -> impl Iterator<Item = String> {
    all().into_iter().map(|schema| schema.name)
}

/// All schemas, those of what commands write last.
fn all() -> Vec<NamedSchema> {
    let group = SchemaGroup::Command;
    let mut all = schemas();
    all.push(NamedSchema::made("check", group, "`tickmark check --format json`.", check::schema));
    all.push(NamedSchema::made("diff", group, "`tickmark diff --format json`.", review::schema));
    all.push(NamedSchema::made("verify", group, "`tickmark verify --format json`.", verify::schema));
    all
}

fn find<'s>(known: &'s [NamedSchema], name: &str) -> Result<&'s NamedSchema, Failure> {
    known.iter().find(|schema| schema.name == name).ok_or_else(|| {
        let help = did_you_mean(name, known.iter().map(|schema| schema.name.as_str()))
            .map_or_else(|| "; `tickmark schema --list` names all schemas".to_owned(), |known| format!("; did you mean `{known}`?"));
        Failure::Usage { message: format!("`{name}` is no kind of record{help}") }
    })
}

fn listed(known: &[NamedSchema]) -> String {
    let width = known.iter().map(|schema| schema.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    let mut group = None;
    for schema in known {
        // Writing into a string cannot fail.
        if group != Some(schema.group) {
            let gap = if group.is_some() { "\n" } else { "" };
            let _ = writeln!(text, "{gap}{}", heading(schema.group));
            group = Some(schema.group);
        }
        let table = if schema.is_table { " (Table Schema)" } else { "" };
        let _ = writeln!(text, "  {:width$}  {}{table}", schema.name, schema.about);
    }
    text
}

const fn heading(group: SchemaGroup) -> &'static str {
    match group {
        SchemaGroup::Records => "Records of a project",
        SchemaGroup::Project => "Other files of a project",
        SchemaGroup::Report => "Files of a report",
        SchemaGroup::Package => "Files of an evidence package",
        SchemaGroup::Command => "What commands write",
    }
}

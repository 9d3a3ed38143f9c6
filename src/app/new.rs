//! `tickmark new`: a first record of a kind, in its place, with every field explained.
//!
//! Only the names of files are looked at to find what a record may point to, so that it works in a project with mistakes.

use std::path::PathBuf;

use super::DiskWorkspace;
use super::new_files::add_to_project;
use super::new_release::new_release;
use super::template::{Candidates, Filling, fields_template, needed_beside};
use crate::diag::{Failure, did_you_mean};
use crate::model::{Id, Kind};
use crate::source::{NamedPart, Workspace, part_of};

/// The folder of the schemas that templates name for editors, relative to the project.
pub const SCHEMAS: &str = ".tickmark/schemas";

/// What is to be made.
#[derive(Clone, Debug)]
pub struct NewOptions {
    /// Folder of the project.
    pub project: PathBuf,
    /// Kind of record, or `release`.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// Whether it is Markdown with front matter.
    pub markdown: bool,
    /// Whether it is only shown.
    pub only_show: bool,
}

/// What was made.
#[derive(Clone, Debug)]
pub struct New {
    /// Path of each file, relative to the project, and its text.
    pub files: Vec<(String, String)>,
    /// Whether the schemas stand where the templates name them.
    pub has_schemas: bool,
    /// What else somebody should know.
    pub notes: Vec<String>,
}

/// Makes the files of a new record or release, and writes them unless they are only to be shown.
///
/// Fails where the kind is unknown, the id is none or taken, or something stands in the place.
pub fn new(options: &NewOptions) -> Result<New, Failure> {
    let project = DiskWorkspace::open(&options.project)?;
    let entries = project.list();
    let parts: Vec<(NamedPart, String)> = entries.into_iter().filter_map(|entry| Some((part_of(&entry.path)?, entry.path))).collect();
    let (files, notes) = if options.kind == "release" {
        if options.markdown {
            return Err(usage("a release is no record that can be written as Markdown".to_owned()));
        }
        let id = read_id(&options.id)?;
        new_release(&project, &id, &parts, &candidates(&parts))?
    } else {
        let kind = read_kind(&options.kind)?;
        let id = read_id(&options.id)?;
        (vec![new_record(kind, &id, options.markdown, &parts)?], Vec::new())
    };
    if !options.only_show {
        add_to_project(&project, &files)?;
    }
    Ok(New { files, has_schemas: project.look(SCHEMAS).is_some(), notes })
}

fn usage(message: String) -> Failure {
    Failure::Usage { message }
}

fn read_kind(name: &str) -> Result<Kind, Failure> {
    Kind::from_name(name).ok_or_else(|| {
        let names = Kind::ALL.iter().map(|kind| kind.name()).chain(["release"]);
        let folder = Kind::ALL.iter().find(|kind| kind.row().folder.ends_with(&format!("/{name}"))).map(|kind| kind.name());
        let help = folder
            .or_else(|| did_you_mean(name, names))
            .map_or_else(|| "; `tickmark schema --list` names all kinds".to_owned(), |known| format!("; did you mean `{known}`?"));
        usage(format!("`{name}` is no kind of record{help}"))
    })
}

fn read_id(text: &str) -> Result<Id, Failure> {
    match Id::parse(text) {
        Ok(id) if id == *"index" => {
            Err(usage("the id `index` is kept for the pages that list all records of a kind; choose another one".to_owned()))
        }
        Ok(id) => Ok(id),
        Err(error) => {
            let help = error.mended().map_or_else(|| error.help(), |mended| format!("did you mean `{mended}`?"));
            Err(usage(format!("{error}; {help}")))
        }
    }
}

/// The ids that are there, by kind.
fn candidates(parts: &[(NamedPart, String)]) -> Candidates {
    let mut known = Candidates::new();
    for (part, _) in parts {
        if let NamedPart::Record { kind, id } = part {
            known.entry(*kind).or_default().push(id.clone());
        }
    }
    for ids in known.values_mut() {
        ids.sort();
        ids.dedup();
    }
    known
}

fn new_record(kind: Kind, id: &Id, markdown: bool, parts: &[(NamedPart, String)]) -> Result<(String, String), Failure> {
    let own = NamedPart::Record { kind, id: id.clone() };
    if let Some((_, path)) = parts.iter().find(|(part, _)| *part == own) {
        return Err(usage(format!("the {} `{id}` is there already, in `{path}`", kind.words())));
    }
    let row = kind.row();
    let body = markdown.then_some(row.body);
    let filling = Filling { candidates: candidates(parts), values: [("title", title_of(id))].into(), body, needed: needed_beside(kind) };
    let demands_text = kind.shape().field(row.body).is_some_and(|field| field.required);
    let schema = if markdown && demands_text { format!("{kind}-front-matter") } else { kind.to_string() };
    let head = head(&schema, row.folder, row.summary);
    let fields = fields_template(kind.shape(), &filling);
    Ok(if markdown {
        (format!("{}/{id}.md", row.folder), format!("---\n{head}{fields}---\n\n{}", prose(kind)))
    } else {
        (format!("{}/{id}.yaml", row.folder), format!("{head}{fields}"))
    })
}

/// The first lines: the schema for editors, what the record is, how to go on.
pub(super) fn head(schema: &str, folder: &str, summary: &str) -> String {
    let up = "../".repeat(folder.split('/').count());
    format!(
        "# yaml-language-server: $schema={up}{SCHEMAS}/{schema}.schema.json\n# {summary}\n#\n# Fields without a `#` before them are needed. \
         Take the `#` away from others as you need them, or delete them;\n# `tickmark check` says what is missing.\n"
    )
}

/// The id as a title: `First contact resolution`.
fn title_of(id: &Id) -> String {
    let text = id.as_str();
    let words = id.date().and_then(|_| text.get(11..)).filter(|rest| !rest.is_empty()).unwrap_or(text).replace('-', " ");
    let mut letters = words.chars();
    let title: String = letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect();
    // A single word, and what begins with a digit, may be something other than text to YAML.
    if title.starts_with(|first: char| first.is_ascii_digit()) || !title.contains(' ') { format!("\"{title}\"") } else { title }
}

/// The text below the front matter.
fn prose(kind: Kind) -> &'static str {
    match (kind.row().body, kind.row().folder.starts_with("content/")) {
        ("definition", false) => {
            "Say here what is measured.\n\n## What counts\n\nSome sentences.\n\n## What does not count\n\nSome sentences.\n"
        }
        ("rules", _) => "Say here what has to be done.\n\n## When it holds\n\nSome sentences.\n\n## Exceptions\n\nSome sentences.\n",
        ("definition", true) => "Say here what the word means.\n",
        (_, true) => "Say here what it is about.\n\n## Background\n\nSome sentences.\n\n## What follows\n\nSome sentences.\n",
        _ => "Say here what a reader should know besides.\n",
    }
}

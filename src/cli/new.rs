//! `tickmark new`: a first record, in its place.

use std::io::Write;
use std::path::PathBuf;

use super::args::NewArguments;
use super::exit;
use super::run::Stop;
use crate::app::{NewOptions, SCHEMAS, new};

/// Makes the files, and says where they are and how to go on.
pub(super) fn run(project: PathBuf, arguments: &NewArguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let NewArguments { kind, id, markdown, output } = arguments;
    let only_show = output.is_some();
    let made = new(&NewOptions { project, kind: kind.clone(), id: id.clone(), markdown: *markdown, only_show })?;
    if only_show {
        for (position, (path, text)) in made.files.iter().enumerate() {
            // One file is shown as it would be; several are told apart.
            if made.files.len() > 1 {
                writeln!(out, "{}==> {path} <==", if position > 0 { "\n" } else { "" })?;
            }
            write!(out, "{text}")?;
        }
        return Ok(exit::CLEAN);
    }
    for (path, _) in &made.files {
        writeln!(out, "wrote `{path}`")?;
    }
    for note in &made.notes {
        writeln!(out, "note: {note}")?;
    }
    let what = if kind == "release" { "write the numbers into the tables" } else { "say in the file what is so here" };
    writeln!(out, "next: {what}, then run `tickmark check`")?;
    if !made.has_schemas {
        writeln!(out, "for your editor: `tickmark schema --output {SCHEMAS}` once, and it completes the fields")?;
    }
    Ok(exit::CLEAN)
}

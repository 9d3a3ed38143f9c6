//! The past of a project as it is read from repositories of every shape.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use tickmark::diag::Failure;
use tickmark::history::{
    Blob, Commit, Edit, EventCache, FileReader, FileState, GitFiles, LogEntry, NoCache, Part, Past, PastOptions, Until, read_past,
};
use tickmark::model::{Id, Kind};

use crate::repositories::{Repository, bytes_of_id};

mod cache;
mod damage;
mod hostile;
mod oracle;
mod places;
mod shapes;
mod signatures;

/// The record that most of these tests change.
const WAIT: &str = "metrics/definitions/wait.yaml";

fn read(project: &Path) -> Result<Option<Past>, Failure> {
    read_past(project, &PastOptions::default(), &NoCache)
}

fn past(project: &Path) -> Past {
    match read(project) {
        Ok(past) => past.expect("there is a past"),
        Err(failure) => panic!("{failure}; {:?}", failure.help()),
    }
}

fn id(id: &str) -> Id {
    id.parse().unwrap_or_else(|_| panic!("{id} is no id"))
}

fn wait() -> Part {
    Part::record(Kind::Metric, &id("wait"))
}

fn log<'p>(past: &'p Past, of: &Part) -> &'p [LogEntry] {
    past.log(of)
}

/// The log of a part as lines, the newest first: the subject of each commit, and below a merge those that it brought in.
fn told(past: &Past, of: &Part) -> Vec<String> {
    let mut lines = Vec::new();
    for entry in log(past, of) {
        lines.push(line(past, &entry.edit));
        lines.extend(entry.side.iter().map(|edit| format!("  {}", line(past, edit))));
    }
    lines
}

fn line(past: &Past, edit: &Edit) -> String {
    let subject = past.commit(edit).map_or("not committed", Commit::subject);
    let did = match (&edit.before, &edit.after) {
        (None, Some(_)) => "adds",
        (Some(_), None) => "removes",
        (Some(before), Some(after)) if before.path != after.path => "moves",
        (Some(_), Some(_)) => "edits",
        (None, None) => "does nothing",
    };
    format!("{subject}: {did}{}", if edit.in_merge { ", in the merge" } else { "" })
}

#[expect(clippy::unnecessary_wraps, reason = "it is compared with states that may be none")]
fn state(path: &str, blob: &str) -> Option<FileState> {
    Some(FileState { path: path.into(), blob: tickmark::history::BlobId::new(blob) })
}

/// A metric as short as may be; only its bytes matter here.
fn text(title: &str) -> String {
    format!("title: {title}\n")
}

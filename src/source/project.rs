//! Everything a project says, read; nothing of it linked yet.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::bytes::{MAX_RECORD, read_text};
use super::extract::{ExtractFile, measure_extracts};
use super::path::{Format, Slot, Stray, classify, is_working_file};
use super::prose_page::{ProsePage, read_prose_page};
use super::read_before::{ReadBefore, read_all};
use super::record::{Record, read_record};
use super::release::{ReleaseRecord, read_release};
use super::results::Results;
use super::settings::{SettingsFile, read_settings};
use super::tables::read_results;
use super::theme::ThemeFile;
use super::workspace::{EntryKind, ListedEntry, Workspace};
use crate::diag::{Finding, Findings, Place, codes};
use crate::model::{Id, Kind};

/// A project of which every file was read without an error.
#[derive(Clone, Debug)]
pub struct Project {
    /// Settings.
    pub settings: SettingsFile,
    /// Records, by kind and id.
    pub records: Vec<Arc<Record>>,
    /// Releases, by the instant of their release and id.
    pub releases: Vec<ReleaseRecord>,
    /// Results, by metric and then in the order of the releases.
    pub results: Results,
    /// Pages of prose, by id.
    pub pages: Vec<ProsePage>,
    /// Files of the chosen theme.
    pub theme: Vec<ThemeFile>,
    /// Files of source data that releases name, by the path that they name.
    pub extracts: BTreeMap<String, ExtractFile>,
}

/// What came of reading.
#[derive(Debug)]
pub struct Reading {
    /// The project, where no error was found.
    pub project: Option<Project>,
    /// Everything that was found.
    pub findings: Findings,
}

/// Path of the settings.
const SETTINGS_FILE: &str = "tickmark.yaml";

/// A file with its place in the project.
pub(super) struct Slotted<T> {
    pub(super) slot: T,
    pub(super) path: String,
    pub(super) size: u64,
}

#[derive(Default)]
pub(super) struct Slots {
    settings: Option<(String, u64)>,
    pub(super) records: Vec<Slotted<(Kind, Id, Format)>>,
    pub(super) releases: Vec<Slotted<Id>>,
    pub(super) tables: Vec<Slotted<(Id, Id)>>,
    prose: Vec<Slotted<Id>>,
    theme: Vec<Slotted<()>>,
    /// Metrics whose file is there and cannot be read as one.
    pub(super) blocked_metrics: Vec<Id>,
    /// Releases whose `release.yaml` is there and cannot be read as a file.
    pub(super) blocked_releases: Vec<Id>,
}

impl Slots {
    /// Remembers what would stand at a path, so that what is said about the path is not said again where it is named.
    fn block(&mut self, path: &str) {
        match classify(path) {
            Slot::Record { kind: Kind::Metric, id, .. } => self.blocked_metrics.push(id),
            Slot::Release { release } => self.blocked_releases.push(release),
            _ => {}
        }
    }
}

/// Reads a whole project and reports everything that is wrong with any of its files.
#[must_use]
pub fn read_project(workspace: &dyn Workspace) -> Reading {
    read_project_again(workspace, &mut ReadBefore::default())
}

/// Reads a whole project, of which files that did not change since need not be read again, and keeps what it read for the next time.
///
/// The outcome is that of [`read_project`].
#[must_use]
pub fn read_project_again(workspace: &dyn Workspace, before: &mut ReadBefore) -> Reading {
    let mut findings = Findings::new();
    let mut entries = workspace.list();
    // Which of two files comes second must not depend on the workspace.
    entries.sort_by(|one, other| one.path.cmp(&other.path));
    find_case_collisions(&entries, &mut findings);
    if entries.iter().all(|entry| entry.path != SETTINGS_FILE) {
        let finding = Finding::error(&codes::UNREADABLE, Place::file(SETTINGS_FILE), "the project has no settings file");
        findings.push(finding.help("add `tickmark.yaml` with `title`, `organisation` and `timezone`"));
    }
    let slots = sort_into_slots(entries, &mut findings);
    let settings = slots.settings.as_ref().and_then(|(path, size)| {
        let source = read_text(workspace, path, *size, MAX_RECORD, &mut findings)?;
        read_settings(source, &mut findings)
    });
    find_duplicate_ids(&slots.records, &mut findings);
    let mut records = read_all(workspace, &slots.records, &mut before.records, &mut findings, |file, findings| {
        let (kind, id, format) = &file.slot;
        let source = read_text(workspace, &file.path, file.size, MAX_RECORD, findings)?;
        read_record(*kind, id, *format, source, findings).map(Arc::new)
    });
    records.sort_by(|one, other| (one.kind, &one.id).cmp(&(other.kind, &other.id)));
    let mut releases = read_all(workspace, &slots.releases, &mut before.releases, &mut findings, |file, findings| {
        let source = read_text(workspace, &file.path, file.size, MAX_RECORD, findings)?;
        read_release(&file.slot, source, findings)
    });
    releases.sort_by(|one, other| (&one.release.released, &one.id).cmp(&(&other.release.released, &other.id)));
    let pages = read_all(workspace, &slots.prose, &mut before.pages, &mut findings, |file, findings| {
        let source = read_text(workspace, &file.path, file.size, MAX_RECORD, findings)?;
        read_prose_page(&file.slot, source, findings)
    });
    let results = read_results(workspace, &slots, &records, &releases, &mut before.tables, &mut findings);
    let theme = settings.as_ref().map_or_else(Vec::new, |settings| read_theme(workspace, &slots, settings, &mut findings));
    let project = settings.filter(|_| !findings.has_errors()).map(|settings| {
        let extracts = measure_extracts(workspace, &releases, &mut before.extracts);
        Project { settings, records, releases, results, pages, theme, extracts }
    });
    Reading { project, findings }
}

fn sort_into_slots(entries: Vec<ListedEntry>, findings: &mut Findings) -> Slots {
    let mut slots = Slots::default();
    let mut links: Vec<String> = Vec::new();
    for ListedEntry { path, kind } in entries {
        // What lies behind a link is no part of the project, even where a workspace lists it.
        if links.iter().any(|link| path.strip_prefix(link.as_str()).is_some_and(|rest| rest.starts_with('/'))) {
            continue;
        }
        // Some editors keep a lock beside a file as a link that leads nowhere.
        if kind == EntryKind::Link && is_working_file(path.rsplit('/').next().unwrap_or(&path)) {
            continue;
        }
        if !matches!(kind, EntryKind::File(_)) {
            slots.block(&path);
        }
        match kind {
            EntryKind::File(size) => place(path, size, &mut slots, findings),
            EntryKind::Folder => {
                if matches!(
                    classify(&path),
                    Slot::Settings | Slot::Record { .. } | Slot::Release { .. } | Slot::Results { .. } | Slot::Prose { .. }
                ) {
                    let finding = Finding::error(&codes::STRAY_FILE, Place::file(&*path), "a folder stands where a file is expected");
                    findings.push(finding.help("rename the folder, or move it away"));
                }
            }
            EntryKind::Link => {
                let finding = Finding::error(&codes::SYMBOLIC_LINK, Place::file(&*path), "a symbolic link is not followed");
                findings.push(finding.help("put the file itself here"));
                links.push(path);
            }
            EntryKind::Other => {
                let finding = Finding::error(&codes::STRAY_FILE, Place::file(&*path), "this is neither a file nor a folder");
                findings.push(finding.help("move it out of the project"));
            }
            EntryKind::Unreadable(reason) => {
                let finding = Finding::error(&codes::UNREADABLE, Place::file(&*path), format!("this could not be read: {reason}"));
                findings.push(finding.help("make it readable"));
            }
        }
    }
    slots
}

fn place(path: String, size: u64, slots: &mut Slots, findings: &mut Findings) {
    match classify(&path) {
        Slot::Settings => slots.settings = Some((path, size)),
        Slot::Record { kind, id, format } => slots.records.push(Slotted { slot: (kind, id, format), path, size }),
        Slot::Release { release } => slots.releases.push(Slotted { slot: release, path, size }),
        Slot::Results { release, metric } => slots.tables.push(Slotted { slot: (release, metric), path, size }),
        Slot::Prose { id } => slots.prose.push(Slotted { slot: id, path, size }),
        Slot::Theme => slots.theme.push(Slotted { slot: (), path, size }),
        Slot::Signers | Slot::Ignored => {}
        Slot::Stray(Stray::BadId { message, help }) => {
            findings.push(Finding::error(&codes::BAD_ID, Place::file(path), message).help(help));
        }
        Slot::Stray(Stray::Unknown { message, help }) => {
            findings.push(Finding::error(&codes::STRAY_FILE, Place::file(path), message).help(help));
        }
    }
}

fn find_case_collisions(entries: &[ListedEntry], findings: &mut Findings) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for entry in entries {
        if let Some(first) = seen.insert(entry.path.to_lowercase(), &entry.path) {
            let message = format!("the name `{}` differs from `{first}` by case only", entry.path);
            let finding = Finding::error(&codes::CASE_COLLISION, Place::file(&*entry.path), message);
            findings.push(finding.help("rename one of the two; some systems cannot tell them apart"));
        }
    }
}

fn find_duplicate_ids(records: &[Slotted<(Kind, Id, Format)>], findings: &mut Findings) {
    let mut seen: BTreeMap<(Kind, &Id), &str> = BTreeMap::new();
    for file in records {
        let (kind, id, _) = &file.slot;
        if let Some(first) = seen.insert((*kind, id), &file.path) {
            let message = format!("the {} `{id}` has a second file, after `{first}`", kind.words());
            let finding = Finding::error(&codes::DUPLICATE_ID, Place::file(&*file.path), message);
            findings.push(finding.related(Place::file(first), "first here").help("rename or remove one of the two"));
        }
    }
}

fn read_theme(workspace: &dyn Workspace, slots: &Slots, settings: &SettingsFile, findings: &mut Findings) -> Vec<ThemeFile> {
    let Some(theme) = &settings.settings.theme else {
        return Vec::new();
    };
    let prefix = format!("themes/{theme}/");
    let files: Vec<&Slotted<()>> = slots.theme.iter().filter(|file| file.path.starts_with(&prefix)).collect();
    if files.is_empty() && theme != "default" {
        let place = settings.source.place(settings.node.at("theme").map_or(0..0, super::node::Node::span));
        let message = format!("the project has no folder `themes/{theme}`");
        findings
            .push(Finding::error(&codes::SETTINGS, place, message).help("add the folder with the files that differ, or remove `theme`"));
    }
    files
        .into_iter()
        .filter_map(|file| {
            let source = read_text(workspace, &file.path, file.size, MAX_RECORD, findings)?;
            Some(ThemeFile { name: file.path[prefix.len()..].to_owned(), source })
        })
        .collect()
}

//! A project becomes a catalogue: every reference is followed, in both directions.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::Catalog;
use super::cycle::find_cycles;
use super::orphan::find_orphans;
use super::pin::find_bad_pins;
use super::references::{Backlink, FieldPath, Origin, Written, collect};
use super::scope::find_bad_scopes;
use super::segment::find_bad_segments;
use super::waived::find_bad_waivers;
use crate::diag::{Finding, Findings, SourceText, codes, did_you_mean};
use crate::history::{Counted, Past, Texts};
use crate::model::{FiscalCalendar, Kind, RecordRef, RecordShape, Release, Settings, record_shape, schema_of};
use crate::source::Project;

/// Records that a thread looks through at once; the last shares are small, so that no thread waits long for another.
const AT_ONCE: usize = 256;

/// What came of linking.
#[derive(Debug)]
pub struct Linking {
    /// The catalogue, where no error was found.
    pub catalog: Option<Catalog>,
    /// Everything that was found.
    pub findings: Findings,
}

/// Follows every reference and reports those that lead nowhere, circles and what nothing uses.
#[must_use]
pub fn link(project: Project) -> Linking {
    let mut findings = Findings::new();
    let settings = &project.settings.settings;
    let calendar = FiscalCalendar::new(settings.fiscal_year_start.unwrap_or_default(), settings.fiscal_year_named_after);
    let positions: BTreeMap<RecordRef, usize> =
        project.records.iter().enumerate().map(|(position, record)| (record.reference(), position)).collect();
    let mut linker =
        Linker { project: &project, positions: &positions, backlinks: BTreeMap::new(), fields: BTreeMap::new(), findings: &mut findings };
    let written: Vec<Vec<Written<'_>>> =
        project.records.par_iter().with_max_len(AT_ONCE).map(|record| collect(&record.node, record.kind.shape())).collect();
    let links: Vec<Vec<Arc<Backlink>>> = project
        .records
        .iter()
        .zip(written)
        .map(|(record, written)| linker.follow(&Origin::Record(record.reference()), written, &record.source))
        .collect();
    linker.follow_releases_and_settings();
    let mut backlinks = std::mem::take(&mut linker.backlinks);
    for list in backlinks.values_mut() {
        list.sort();
        list.dedup();
        list.shrink_to_fit();
    }
    let searches: [&(dyn Fn(&mut Findings) + Sync); 6] = [
        &|findings| find_cycles(&project, &links, findings),
        &|findings| find_bad_scopes(&project, &positions, findings),
        &|findings| find_bad_segments(&project, findings),
        &|findings| find_bad_pins(&project, findings),
        &|findings| find_bad_waivers(&project, findings),
        &|findings| find_orphans(&project, &backlinks, findings),
    ];
    let search = |search: &&(dyn Fn(&mut Findings) + Sync)| {
        let mut findings = Findings::new();
        search(&mut findings);
        findings
    };
    let found: Vec<Findings> = searches.par_iter().map(search).collect();
    for found in found {
        findings.append(found);
    }
    let sound = !findings.has_errors();
    let catalog = sound.then_some(()).map(|()| Catalog {
        project,
        positions,
        backlinks,
        links,
        calendar,
        past: Past::default(),
        versions: BTreeMap::new(),
        texts: Texts::default(),
        silent_revisions: Vec::new(),
        counted: Counted::All,
    });
    Linking { catalog, findings }
}

struct Linker<'a> {
    project: &'a Project,
    positions: &'a BTreeMap<RecordRef, usize>,
    backlinks: BTreeMap<RecordRef, Vec<Arc<Backlink>>>,
    fields: BTreeMap<String, FieldPath>,
    findings: &'a mut Findings,
}

impl Linker<'_> {
    fn follow(&mut self, from: &Origin, written: Vec<Written<'_>>, source: &SourceText) -> Vec<Arc<Backlink>> {
        let mut links = Vec::with_capacity(written.len());
        for reference in written {
            let Some(position) = self.positions.get(&reference.to) else {
                self.unknown(&reference, source);
                continue;
            };
            self.check_pin(&reference, *position, source);
            let field = self.fields.entry(reference.field).or_insert_with_key(|path| FieldPath::new(path)).clone();
            let link = Arc::new(Backlink { from: from.clone(), field, to: reference.to, pinned: reference.pinned });
            self.backlinks.entry(link.to.clone()).or_default().push(Arc::clone(&link));
            links.push(link);
        }
        links
    }

    fn follow_releases_and_settings(&mut self) {
        let shape: RecordShape = record_shape(&schema_of::<Release>());
        for release in &self.project.releases {
            self.follow(&Origin::Release(release.id.clone()), collect(&release.node, &shape), &release.source);
        }
        let shape = record_shape(&schema_of::<Settings>());
        let settings = &self.project.settings;
        self.follow(&Origin::Settings, collect(&settings.node, &shape), &settings.source);
    }

    fn unknown(&mut self, reference: &Written<'_>, source: &SourceText) {
        let kind = reference.to.kind;
        let same_kind: Vec<&str> =
            self.project.records.iter().filter(|record| record.kind == kind).map(|record| record.id.as_str()).collect();
        let other = reference
            .kinds
            .iter()
            .find(|other| **other != kind && self.positions.contains_key(&RecordRef { kind: **other, id: reference.to.id.clone() }));
        let help = if let Some(other) = other {
            format!("there is a {} of that id: write `{other}/{}`", other.words(), reference.to.id)
        } else if let Some(name) = did_you_mean(reference.to.id.as_str(), same_kind.iter().copied()) {
            format!("did you mean `{name}`?")
        } else {
            format!("add `{}/{}.yaml`, or mend the reference", kind.row().folder, reference.to.id)
        };
        let message = format!("`{}` leads to no record: there is no {} `{}`", reference.field, kind.words(), reference.to.id);
        let place = source.place(reference.span.clone());
        self.findings.push(Finding::error(&codes::UNKNOWN_REFERENCE, place, message).help(help));
    }

    /// A version beyond the newest one can never have been; earlier ones are known from history only.
    fn check_pin(&mut self, reference: &Written<'_>, position: usize, source: &SourceText) {
        let Some(pinned) = reference.pinned else {
            return;
        };
        let current = self.project.records[position].versioning.map(|versioning| versioning.version);
        let problem = match current {
            None => Some((
                format!("`{}` is pinned to version {pinned}, but a {} has no versions", reference.to, reference.to.kind.words()),
                "remove what stands after `@`".to_owned(),
            )),
            Some(current) if pinned > current => Some((
                format!("`{}` has no version {pinned}", reference.to),
                format!("pin version {current}, which is the newest, or an earlier one"),
            )),
            Some(_) => None,
        };
        if let Some((message, help)) = problem {
            let place = source.place(reference.span.clone());
            self.findings.push(Finding::error(&codes::UNKNOWN_REFERENCE, place, message).help(help));
        }
    }
}

/// The kinds that only make sense when something uses them, with what uses them in words.
pub(super) const NEEDS_A_USER: [(Kind, &str); 5] = [
    (Kind::Exclusion, "no metric names it under `exclusions`"),
    (Kind::Segment, "no metric names it under `segments`"),
    (Kind::Source, "no metric or transform reads it"),
    (Kind::Transform, "no metric or transform reads it"),
    (Kind::Survey, "no metric names it under `survey`"),
];

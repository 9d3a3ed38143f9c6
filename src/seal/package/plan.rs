//! From a report and its project to every file of a package, before any of them is written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::chain::{CHAIN, Earlier};
use super::narrowing::{Asked, Narrowing};
use super::opening::{Opened, opening};
use super::places::{InputKind, SIGNERS_COPY, USUAL_SIGNERS, input_kind, json_path, packed_path};
use super::scope::Scope;
use super::{DESCRIPTION, OPENING, PackageError, REPORT_FOLDER, changes, left_out, lists, sample, seals};
use crate::model::Id;
use crate::render::recalc::recalculation;
use crate::seal::bag::{BagDescription, tag_files};
use crate::seal::{Input, MANIFEST, Manifest, Provenance, SealedFiles, Sha256Digest, is_of_seal};
use crate::site::Site;
use crate::source::{EntryKind, Workspace};

/// The version of the shape of packages; later versions add and never rename.
const FORMAT: u32 = 1;

/// Where the bytes of a file come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// They are here.
    Made(Vec<u8>),
    /// A file of the report, by its path there.
    Report(String),
    /// A file of the project, by its path there.
    Project(String),
}

/// One file of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where its bytes come from.
    pub origin: Origin,
    /// Number of bytes.
    pub size: u64,
    /// Digest of the bytes.
    pub digest: Sha256Digest,
}

impl Piece {
    /// A file whose bytes are here.
    #[must_use]
    pub fn made(bytes: Vec<u8>) -> Self {
        Self { size: length(&bytes), digest: Sha256Digest::of(&bytes), origin: Origin::Made(bytes) }
    }
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// All that a package is made of.
pub struct Evidence<'a> {
    /// The report, planned once more from its project.
    pub site: &'a Site,
    /// The report as it stands, intact.
    pub report: &'a dyn SealedFiles,
    /// The list of its files.
    pub manifest: &'a Manifest,
    /// From what it was made.
    pub provenance: &'a Provenance,
    /// The project.
    pub project: &'a dyn Workspace,
    /// What is to go in.
    pub asked: &'a Asked,
    /// How many figures are drawn for whoever tests them.
    pub sample: usize,
    /// The history as a bundle of git, where the audience may see it.
    pub bundle: Option<Vec<u8>>,
    /// The reports before this one, the newest first.
    pub chain: Vec<Earlier>,
}

/// What a package says of itself, for programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PackageDescription {
    /// Version of the shape.
    #[schemars(extend("const" = FORMAT))]
    pub format: u32,
    /// Program and version that made the package.
    pub tool: String,
    /// The organisation.
    pub organisation: String,
    /// The title of the report.
    pub title: String,
    /// The day as of which the report speaks.
    #[schemars(extend("pattern" = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    pub as_of: String,
    /// Digest of the manifest of the report.
    pub report_manifest_sha256: Sha256Digest,
    /// The commit from which it was made; nothing where it was made from none.
    pub commit: Option<String>,
    /// Whether nothing was left out on account of metrics and periods.
    pub whole: bool,
    /// The metrics that were asked for; empty for all.
    pub metrics: Vec<String>,
    /// The periods that were asked for; empty for all.
    pub periods: Vec<String>,
    /// Where the project has the file whose copy is `data/signers`.
    pub signers_path: String,
    /// Whether the history is in it.
    pub history: bool,
    /// The folders of earlier reports, the newest first.
    pub chain: Vec<String>,
    /// Figures that were drawn.
    pub sample_drawn: usize,
    /// Figures from which they were drawn.
    pub sample_of: usize,
}

/// A package, planned.
#[derive(Debug)]
pub struct Package {
    /// The name of its folder in an archive; the same wherever the archive is put.
    pub name: String,
    /// Every file, by path; `data/` holds the payload.
    pub files: BTreeMap<String, Piece>,
    /// What it says of itself.
    pub description: PackageDescription,
    /// Entries in the list of what was left out.
    pub left_out: usize,
    /// Signatures that fit the report.
    pub signatures: usize,
}

/// Plans every file of a package.
///
/// Fails where what was asked for is not there, and where a file of the project is not the one from which the report was made.
pub fn plan_package(evidence: &Evidence<'_>) -> Result<Package, PackageError> {
    let catalog = evidence.site.catalog();
    let narrowing = Narrowing::of(catalog, evidence.asked)?;
    let scope = Scope::of(catalog, &narrowing);
    let signers = catalog.settings().signers.clone().unwrap_or_else(|| USUAL_SIGNERS.to_owned());
    let mut payload = Payload { evidence, pieces: BTreeMap::new() };
    let seed = payload.add_report()?;
    payload.add_inputs(&scope, &signers)?;
    payload.add_record_data(&scope)?;
    payload.add_histories(&scope);
    let checks = payload.add_checks(&narrowing, &scope)?;
    payload.make("data/findings.csv", checks.findings());
    payload.make("data/waivers.csv", lists::waivers(catalog, &scope, evidence.site.report().as_of));
    let figures = payload.read_report("data/figures.csv")?;
    let drawn = sample::draw(catalog, (&narrowing, &scope), &figures, seed, evidence.sample)?;
    payload.make("data/sample.csv", drawn.text);
    let mut others = payload.add_workbooks(&narrowing, &scope)?;
    match &evidence.bundle {
        Some(bundle) => payload.make("data/history.bundle", bundle.clone()),
        None => others.push(("history", "history.bundle", "not asked for: raw history may show more than its readers may see")),
    }
    if evidence.chain.is_empty() {
        others.push(("earlier reports", "chain", "none was given"));
    }
    for earlier in &evidence.chain {
        for (name, bytes) in &earlier.files {
            payload.make(&format!("{CHAIN}{}/{name}", earlier.folder()), bytes.clone());
        }
    }
    let (list, left_out) = left_out::list(&evidence.provenance.inputs, &scope, &signers, &others);
    payload.make("data/left-out.csv", list);
    let description = PackageDescription {
        format: FORMAT,
        tool: evidence.site.report().tool.clone(),
        organisation: evidence.provenance.organisation.clone(),
        title: evidence.provenance.title.clone(),
        as_of: evidence.provenance.options.as_of.clone(),
        report_manifest_sha256: seed,
        commit: evidence.provenance.source.as_ref().map(|source| source.commit.clone()),
        whole: narrowing.is_whole(),
        metrics: narrowing.metrics.iter().map(Id::to_string).collect(),
        periods: narrowing.periods.clone(),
        signers_path: signers,
        history: evidence.bundle.is_some(),
        chain: evidence.chain.iter().map(Earlier::folder).collect(),
        sample_drawn: drawn.drawn,
        sample_of: drawn.of,
    };
    payload.make(DESCRIPTION, serde_json::to_string_pretty(&description).unwrap_or_default() + "\n");
    payload.finish(description, left_out)
}

/// The payload as it grows.
struct Payload<'e> {
    evidence: &'e Evidence<'e>,
    pieces: BTreeMap<String, Piece>,
}

impl Payload<'_> {
    fn make(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.pieces.insert(path.to_owned(), Piece::made(bytes.into()));
    }

    fn read_report(&self, path: &str) -> Result<Vec<u8>, PackageError> {
        self.evidence.report.read(path).map_err(|source| PackageError::Read { path: path.to_owned(), source })
    }

    /// Takes the report as it is, its signatures and tokens too; gives the digest of its manifest.
    fn add_report(&mut self) -> Result<Sha256Digest, PackageError> {
        let failed = |source| PackageError::Read { path: REPORT_FOLDER.to_owned(), source };
        let entries = self.evidence.report.entries().map_err(failed)?;
        for (path, kind) in entries {
            let EntryKind::File(size) = kind else { continue };
            let packed = format!("{REPORT_FOLDER}/{path}");
            if let Some(digest) = self.evidence.manifest.digest(&path) {
                self.pieces.insert(packed, Piece { origin: Origin::Report(path), size, digest });
            } else if is_of_seal(&path) {
                let bytes = self.read_report(&path)?;
                self.pieces.insert(packed, Piece::made(bytes));
            }
        }
        Ok(Sha256Digest::of(self.evidence.manifest.text().as_bytes()))
    }

    /// Takes the files of the project that are in scope, each only where it is the one from which the report was made.
    fn add_inputs(&mut self, scope: &Scope, signers: &str) -> Result<(), PackageError> {
        for input in &self.evidence.provenance.inputs {
            let Some(packed) = packed_path(&input.path, signers).filter(|_| left_out::reason(input, scope, signers).is_none()) else {
                continue;
            };
            let bytes = read_input(self.evidence.project, input)?;
            let (size, digest) = (length(&bytes), input.sha256);
            let piece = match input_kind(&input.path, signers) {
                InputKind::Signers => Piece::made(bytes),
                _ => Piece { origin: Origin::Project(input.path.clone()), size, digest },
            };
            self.pieces.insert(packed, piece);
        }
        Ok(())
    }

    /// Takes what the report says of each record, and lays it beside the record.
    fn add_record_data(&mut self, scope: &Scope) -> Result<(), PackageError> {
        for record in &scope.records {
            let Some(path) = self.evidence.site.catalog().record(record).map(|record| record.source.path().to_owned()) else {
                continue;
            };
            let from = format!("data/records/{}/{}.json", record.kind, record.id);
            let Some(digest) = self.evidence.manifest.digest(&from) else {
                return Err(PackageError::report(&from, &"the report does not have it"));
            };
            let size = self.pieces.get(&format!("{REPORT_FOLDER}/{from}")).map_or(0, |piece| piece.size);
            self.pieces.insert(json_path(&path), Piece { origin: Origin::Report(from), size, digest });
        }
        Ok(())
    }

    fn add_histories(&mut self, scope: &Scope) {
        let (histories, edits) = changes::histories(self.evidence.site, scope);
        for told in histories {
            self.make(&format!("data/changes/{}/{}.json", told.record.kind, told.record.id), told.json);
        }
        let (approvals, bridges) = lists::approvals_and_bridges(self.evidence.site.catalog(), scope);
        self.make("data/changes/changes.csv", edits);
        self.make("data/changes/approvals.csv", approvals);
        self.make("data/changes/bridges.csv", bridges);
    }

    fn add_checks(&mut self, narrowing: &Narrowing, scope: &Scope) -> Result<lists::Checks, PackageError> {
        let bytes = self.read_report("data/checks.json")?;
        let checks = lists::Checks::read(&bytes)?;
        if narrowing.is_whole() {
            self.make("data/checks.json", bytes);
            return Ok(checks);
        }
        let checks = checks.narrowed(scope);
        self.make("data/checks.json", checks.text());
        Ok(checks)
    }

    /// Adds a workbook for each metric that has figures of the periods; says where none has.
    fn add_workbooks(
        &mut self,
        narrowing: &Narrowing,
        scope: &Scope,
    ) -> Result<Vec<(&'static str, &'static str, &'static str)>, PackageError> {
        let site = self.evidence.site;
        let is_asked = |period| narrowing.covers(site.catalog(), period);
        let mut count = 0;
        for metric in &scope.metrics {
            let workbook = recalculation(site, metric, &is_asked);
            let path = format!("data/recalc/{metric}.xlsx");
            if let Some(bytes) = workbook.map_err(|error| PackageError::report(&path, &error))? {
                self.make(&path, bytes);
                count += 1;
            }
        }
        Ok(if count > 0 {
            Vec::new()
        } else {
            vec![("workbooks", "recalc", "no metric in scope has figures that a spreadsheet calculates")]
        })
    }

    /// Adds what stands beside the payload.
    fn finish(self, description: PackageDescription, left_out: usize) -> Result<Package, PackageError> {
        let failed = |source| PackageError::Read { path: MANIFEST.to_owned(), source };
        let signers = self.pieces.get(SIGNERS_COPY).and_then(|piece| match &piece.origin {
            Origin::Made(bytes) => std::str::from_utf8(bytes).ok(),
            _ => None,
        });
        let seals = seals::seals(self.evidence.report, signers).map_err(failed)?;
        let name = package_name(&description);
        let page = opening(&Opened {
            language: self.evidence.site.language(),
            provenance: self.evidence.provenance,
            description: &description,
            name: &name,
            seals: &seals,
            chain: &self.evidence.chain,
            files: &self.pieces,
            left_out,
        });
        for path in self.pieces.keys() {
            if path.chars().any(|letter| letter.is_control() || matches!(letter, '%' | '\\' | ':')) {
                let reason = "programs that check bags do not agree on `%`, `\\`, `:` and control characters";
                return Err(PackageError::Path { path: path.clone(), reason });
            }
        }
        let list = self.pieces.iter().map(|(path, piece)| (path.clone(), (piece.size, piece.digest))).collect();
        let bag = BagDescription {
            organisation: description.organisation.clone(),
            description: format!("Evidence package: {}, as of {}", description.title, description.as_of),
            date: description.as_of.clone(),
            agent: description.tool.clone(),
        };
        let tags = tag_files(&list, &bag, BTreeMap::from([(OPENING.to_owned(), page.into_bytes())]));
        let signatures = seals.iter().filter(|seal| seal.fingerprint.is_some()).count();
        let mut files = self.pieces;
        files.extend(tags.into_iter().map(|(path, bytes)| (path, Piece::made(bytes))));
        Ok(Package { name, files, description, left_out, signatures })
    }
}

/// Reads a file of the project.
///
/// Fails where it is not the one from which the report was made.
fn read_input(project: &dyn Workspace, input: &Input) -> Result<Vec<u8>, PackageError> {
    let bytes = project.read(&input.path).map_err(|source| PackageError::Read { path: input.path.clone(), source })?;
    if Sha256Digest::of(&bytes) == input.sha256 { Ok(bytes) } else { Err(PackageError::Moved(input.path.clone())) }
}

/// A name that tells the report and, where it is narrowed, the package apart from others.
fn package_name(description: &PackageDescription) -> String {
    let digest = description.report_manifest_sha256.to_string();
    let part = if description.whole { "" } else { "-part" };
    format!("evidence-{}-{}{part}", description.as_of, digest.get(..12).unwrap_or(&digest))
}

//! Renders the site of a project.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use super::as_of::as_of;
use super::clock::StopWatch;
use super::disk::DiskWorkspace;
use super::output::Staging;
use super::past::{Moment, moment, with_past};
use super::pipeline::{Linked, Progress, read_and_link};
use super::prose_links::find_unknown_links;
use crate::catalog::Catalog;
use crate::diag::{Failure, Finding, Findings, SourceText};
use crate::history::head_commit;
use crate::language::Language;
use crate::model::Date;
use crate::render::Renderer;
use crate::render::data::{metric_csv, record_json, search_index, write_checks, write_figures};
use crate::render::whole::{WholeError, write_whole};
use crate::site::{LastReport, PlannedFile, Report, Site, Subject, link_table};
use crate::source::ThemeFile;

/// How a site is to be built.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// Folder of the project.
    pub project: PathBuf,
    /// Folder of the report, relative to that of the project.
    pub output: PathBuf,
    /// The day as of which the report speaks; found from the environment or the commit where it is not given.
    pub as_of: Option<Date>,
    /// Commit, tag or day of the last report; the end of the period before where it is not given.
    pub since: Option<String>,
}

/// How long a stage took.
#[derive(Clone, Copy, Debug)]
pub struct Timing {
    /// Name of the stage.
    pub stage: &'static str,
    /// Microseconds on the clock; for parts of a stage that runs on several threads, added up over them.
    pub microseconds: u64,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Written {
    /// Pages.
    pub pages: usize,
    /// Data files and assets.
    pub others: usize,
    /// Bytes of all files.
    pub bytes: u64,
}

/// What came of a build.
#[derive(Debug)]
pub struct BuildOutcome {
    /// Everything that was found, in order.
    pub findings: Vec<Finding>,
    /// What was written; nothing where errors stopped the build before.
    pub written: Option<Written>,
    /// How long each stage took.
    pub timings: Vec<Timing>,
}

/// Builds the report of a project.
///
/// Fails when the work cannot be done; mistakes in the project are findings of the outcome.
pub fn build(options: &BuildOptions, progress: &dyn Progress) -> Result<BuildOutcome, Failure> {
    let mut timings = Timings::start();
    let workspace = DiskWorkspace::open(&options.project)?;
    progress.begin("reading", 0);
    let linked = read_and_link(&workspace, |stage| timings.lap(stage));
    progress.end();
    let (catalog, mut findings) = match linked {
        Linked::Catalog(catalog, findings) => (catalog, findings),
        Linked::Stopped(findings) => {
            return Ok(BuildOutcome { findings: findings.sorted(), written: None, timings: timings.stages });
        }
    };
    progress.begin("reading the history", 0);
    let (catalog, found) = with_past(*catalog, &options.project, &workspace)?;
    findings.append(found);
    let catalog = Box::new(catalog);
    progress.end();
    timings.lap("history");
    let report = report(options, &catalog)?;
    progress.begin("computing", 0);
    let links = link_table(&catalog);
    findings.append(find_unknown_links(&catalog, &links));
    let speaking = match language(&catalog) {
        Ok((language, found)) => {
            findings.append(found);
            match Renderer::new(catalog.theme(), &language, links) {
                Ok(renderer) => Some((language, renderer)),
                Err(found) => {
                    findings.append(found);
                    None
                }
            }
        }
        Err(found) => {
            findings.append(found);
            None
        }
    };
    let stopped = findings.has_errors();
    let (language, renderer) = match speaking {
        Some(speaking) if !stopped => speaking,
        _ => {
            progress.end();
            return Ok(BuildOutcome { findings: findings.sorted(), written: None, timings: timings.stages });
        }
    };
    let site = Site::plan(*catalog, report, language, findings);
    progress.end();
    timings.lap("compute");
    let written = write(&site, &renderer, options, progress, &mut timings)?;
    Ok(BuildOutcome { findings: site.findings().to_vec(), written: Some(written), timings: timings.stages })
}

/// The language of the report, with the catalogues of the project's theme over the built-in ones.
fn language(catalog: &Catalog) -> Result<(Arc<Language>, Findings), Findings> {
    let tag = catalog.settings().language.as_str();
    let base = tag.split('-').next().unwrap_or(tag);
    let names = |file: &&ThemeFile| file.language().is_some_and(|spoken| spoken == tag || spoken == base);
    let own: Vec<&SourceText> = catalog.theme().iter().filter(names).map(|file| &file.source).collect();
    let (language, findings) = Language::of(tag, &own, &catalog.settings_place("language"))?;
    Ok((Arc::new(language), findings))
}

fn report(options: &BuildOptions, catalog: &Catalog) -> Result<Report, Failure> {
    let commit = head_commit(&options.project)?;
    let as_of = as_of(catalog, options.as_of, commit.as_ref())?;
    let last = options.since.as_deref().map(|name| last_report(options, catalog, name)).transpose()?;
    Ok(Report { as_of, commit, last, tool: format!("Tickmark {}", env!("CARGO_PKG_VERSION")) })
}

fn last_report(options: &BuildOptions, catalog: &Catalog, name: &str) -> Result<LastReport, Failure> {
    let unknown = |message: String| Failure::Usage { message };
    match moment(&options.project, "--since", name)? {
        Moment::Day(day) => Ok(LastReport { day, commit: None }),
        Moment::Commit(id) => {
            let commit = catalog.past().commits.iter().find(|commit| commit.id == id);
            let commit = commit.ok_or_else(|| unknown(format!("`--since`: `{name}` is not part of the history of this report")))?;
            Ok(LastReport { day: commit.committer.at.date_in(catalog.settings().timezone), commit: Some(id) })
        }
        Moment::Beginning => Err(unknown("`--since` names nothing".to_owned())),
    }
}

fn write(
    site: &Site,
    renderer: &Renderer,
    options: &BuildOptions,
    progress: &dyn Progress,
    timings: &mut Timings,
) -> Result<Written, Failure> {
    let staging = Staging::begin(&options.project, &options.output)?;
    let assets = renderer.assets();
    let paths = || site.files().iter().map(|file| file.path.as_str()).chain(assets.iter().map(|asset| asset.path.as_str()));
    let folders: BTreeSet<&str> = paths().filter_map(|path| Some(path.rsplit_once('/')?.0)).collect();
    staging.make_folders(folders)?;
    let parts = Parts::default();
    progress.begin("writing pages", site.files().len());
    let outcome: Result<u64, Failure> = site
        .files()
        .par_iter()
        .filter(|file| !matches!(file.subject, Subject::FiguresFile | Subject::ChecksFile | Subject::Whole))
        .map(|file| {
            let outcome = write_file(site, renderer, &staging, file, &parts);
            progress.advance();
            outcome
        })
        .try_reduce(|| 0, |one, other| Ok(one + other));
    progress.end();
    let mut bytes = outcome?;
    timings.lap("pages");
    timings.add("pages: compute", parts.compute.load(Ordering::Relaxed));
    timings.add("pages: render", parts.render.load(Ordering::Relaxed));
    timings.add("pages: write", parts.write.load(Ordering::Relaxed));
    bytes += staging.stream("data/figures.csv", &mut |sink| write_figures(site, sink))?;
    timings.lap("figures");
    bytes += staging.stream("data/checks.json", &mut |sink| write_checks(site, sink))?;
    timings.lap("checks file");
    bytes += write_whole_report(site, renderer, &staging)?;
    timings.lap("whole report");
    for asset in assets {
        staging.write(&asset.path, &asset.bytes)?;
        bytes += u64::try_from(asset.bytes.len()).unwrap_or(u64::MAX);
    }
    staging.finish()?;
    timings.lap("finish");
    let pages = site.files().iter().filter(|file| is_page(&file.path)).count();
    Ok(Written { pages, others: site.files().len() + assets.len() - pages, bytes })
}

/// Writes the page with the whole report, where there is one.
fn write_whole_report(site: &Site, renderer: &Renderer, staging: &Staging) -> Result<u64, Failure> {
    let Some((file, cover)) =
        site.files().iter().find(|file| file.subject == Subject::Whole).and_then(|file| Some((file, site.page(file)?)))
    else {
        return Ok(0);
    };
    let mut unmade = None;
    let written = staging.stream(&file.path, &mut |sink| match write_whole(site, renderer, &cover, sink) {
        Ok(()) => Ok(()),
        Err(WholeError::Write(error)) => Err(error),
        Err(WholeError::Render(error)) => {
            unmade = Some(error.to_string());
            Ok(())
        }
    })?;
    match unmade {
        None => Ok(written),
        Some(message) => Err(Failure::Page { page: file.path.clone(), message }),
    }
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "html")
}

/// Time spent by all threads, in microseconds.
#[derive(Debug, Default)]
struct Parts {
    compute: AtomicU64,
    render: AtomicU64,
    write: AtomicU64,
}

fn write_file(site: &Site, renderer: &Renderer, staging: &Staging, file: &PlannedFile, parts: &Parts) -> Result<u64, Failure> {
    let watch = StopWatch::start();
    let unmade = |message: String| Failure::Page { page: file.path.clone(), message };
    let bytes = match &file.subject {
        Subject::MetricFile(metric) => metric_csv(site, metric).into_bytes(),
        Subject::SearchFile => search_index(site),
        Subject::RecordFile(record) => record_json(site, record).into_bytes(),
        _ => {
            let Some(page) = site.page(file) else {
                return Ok(0);
            };
            parts.compute.fetch_add(watch.microseconds(), Ordering::Relaxed);
            let watch = StopWatch::start();
            let bytes = renderer.render(&page).map_err(|error| unmade(error.to_string()))?;
            parts.render.fetch_add(watch.microseconds(), Ordering::Relaxed);
            bytes
        }
    };
    let watch = StopWatch::start();
    staging.write(&file.path, &bytes)?;
    parts.write.fetch_add(watch.microseconds(), Ordering::Relaxed);
    Ok(u64::try_from(bytes.len()).unwrap_or(u64::MAX))
}

struct Timings {
    watch: StopWatch,
    last: u64,
    stages: Vec<Timing>,
}

impl Timings {
    fn start() -> Self {
        Self { watch: StopWatch::start(), last: 0, stages: Vec::new() }
    }

    fn lap(&mut self, stage: &'static str) {
        let now = self.watch.microseconds();
        self.stages.push(Timing { stage, microseconds: now - self.last });
        self.last = now;
    }

    fn add(&mut self, stage: &'static str, microseconds: u64) {
        self.stages.push(Timing { stage, microseconds });
    }
}

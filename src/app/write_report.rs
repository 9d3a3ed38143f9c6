//! Writes every file of a planned report, its provenance and the list of them all.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use super::clock::StopWatch;
use super::pipeline::Progress;
use super::provenance::provenance;
use super::sink::{Digesting, Sink};
use super::timings::Timings;
use crate::diag::Failure;
use crate::render::Renderer;
use crate::render::data::{metric_csv, record_json, search_index, write_checks, write_figures};
use crate::render::whole::{WholeError, write_whole};
use crate::seal::{Input, MANIFEST, Manifest, PROVENANCE, Sha256Digest, Statement};
use crate::site::{PlannedFile, Site, Subject};

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

/// Writes every file of a report; gives the list of them beside what was written.
pub(super) fn write_report(
    site: &Site,
    renderer: &Renderer,
    inputs: Vec<Input>,
    sink: &dyn Sink,
    progress: &dyn Progress,
    timings: &mut Timings,
) -> Result<(Written, Manifest), Failure> {
    let digesting = Digesting::new(sink);
    let mut written = write_files(site, renderer, &digesting, progress, timings)?;
    let mut digests = digesting.digests();
    let statement = Statement::new(&digests, provenance(site, inputs)).text();
    sink.write(PROVENANCE, statement.as_bytes())?;
    digests.insert(PROVENANCE.to_owned(), Sha256Digest::of(statement.as_bytes()));
    let refused = |(page, reason)| Failure::Page { page, message: format!("its path cannot be listed: {reason}") };
    let manifest = Manifest::new(digests).map_err(refused)?;
    let list = manifest.text();
    sink.write(MANIFEST, list.as_bytes())?;
    written.others += 2;
    written.bytes += [statement.len(), list.len()].into_iter().map(length).sum::<u64>();
    timings.lap("provenance");
    Ok((written, manifest))
}

/// Files that a thread makes at once: neighbours, which share figures. Larger shares would leave all threads but one without work at the end.
const AT_ONCE: usize = 64;

fn write_files(
    site: &Site,
    renderer: &Renderer,
    sink: &dyn Sink,
    progress: &dyn Progress,
    timings: &mut Timings,
) -> Result<Written, Failure> {
    let assets = renderer.assets();
    let paths = || site.files().iter().map(|file| file.path.as_str()).chain(assets.iter().map(|asset| asset.path.as_str()));
    let folders: BTreeSet<&str> = paths().filter_map(|path| Some(path.rsplit_once('/')?.0)).collect();
    sink.make_folders(&folders)?;
    let parts = Parts::default();
    progress.begin("writing pages", site.files().len());
    let outcome: Result<u64, Failure> = site
        .files()
        .par_iter()
        .with_max_len(AT_ONCE)
        .filter(|file| !is_large(file))
        .map(|file| {
            let outcome = write_file(site, renderer, sink, file, &parts);
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
    let large = site.files().iter().filter(|file| is_large(file));
    for file in large {
        bytes += write_large(site, renderer, sink, file)?;
    }
    timings.lap("large files");
    for asset in assets {
        sink.write(&asset.path, &asset.bytes)?;
        bytes += length(asset.bytes.len());
    }
    let pages = site.files().iter().filter(|file| is_page(&file.path)).count();
    Ok(Written { pages, others: site.files().len() + assets.len() - pages, bytes })
}

fn length(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

/// Whether a file is written piece by piece, since it may be larger than the memory should be.
fn is_large(file: &PlannedFile) -> bool {
    matches!(file.subject, Subject::FiguresFile | Subject::ChecksFile | Subject::Whole)
}

fn write_large(site: &Site, renderer: &Renderer, sink: &dyn Sink, file: &PlannedFile) -> Result<u64, Failure> {
    let mut unmade = None;
    let written = sink.stream(&file.path, &mut |out| match &file.subject {
        Subject::FiguresFile => write_figures(site, out),
        Subject::ChecksFile => write_checks(site, out),
        _ => {
            let Some(cover) = site.page(file) else { return Ok(()) };
            match write_whole(site, renderer, &cover, out) {
                Ok(()) => Ok(()),
                Err(WholeError::Write(error)) => Err(error),
                Err(WholeError::Render(error)) => {
                    unmade = Some(error.to_string());
                    Ok(())
                }
            }
        }
    })?;
    match unmade {
        None => Ok(written),
        Some(message) => Err(Failure::Page { page: file.path.clone(), message }),
    }
}

/// Writes one file of a report but its provenance and list; nothing where it has no such file.
pub(super) fn write_one(site: &Site, renderer: &Renderer, sink: &dyn Sink, path: &str) -> Result<(), Failure> {
    match site.file(path) {
        Some(file) if is_large(file) => write_large(site, renderer, sink, file).map(|_| ()),
        Some(file) => write_file(site, renderer, sink, file, &Parts::default()).map(|_| ()),
        None => match renderer.assets().iter().find(|asset| asset.path == path) {
            Some(asset) => sink.write(&asset.path, &asset.bytes),
            None => Ok(()),
        },
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

fn write_file(site: &Site, renderer: &Renderer, sink: &dyn Sink, file: &PlannedFile, parts: &Parts) -> Result<u64, Failure> {
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
    sink.write(&file.path, &bytes)?;
    parts.write.fetch_add(watch.microseconds(), Ordering::Relaxed);
    Ok(length(bytes.len()))
}

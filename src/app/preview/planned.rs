//! A report that was planned, and any of its files when it is asked for.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::PreviewOptions;
use super::state::{Problem, Served};
use crate::app::disk::from;
use crate::app::open_report::open_report;
use crate::app::pipeline::{Before, Progress};
use crate::app::plan_report::{Making, Plan, begin_report};
use crate::app::sink::Kept;
use crate::app::timings::Timings;
use crate::app::write_report::{write_one, write_report};
use crate::diag::{Failure, Finding};
use crate::seal::{Allowed, MANIFEST, PROVENANCE};
use crate::source::Workspace;

/// A report that was planned.
#[derive(Debug)]
pub(super) struct Planned {
    plan: Plan,
    /// The provenance and the list of files, which need every file and are seldom asked for.
    seal: OnceLock<Result<BTreeMap<String, Vec<u8>>, String>>,
}

/// Plans the report of a project of which something may have been read before.
pub(super) fn plan(
    options: &PreviewOptions,
    workspace: &dyn Workspace,
    before: &mut Before,
    progress: &dyn Progress,
) -> Result<Planned, Problem> {
    let previous = options.previous.as_ref().map(|path| open_report(&from(&options.project, path))).transpose().map_err(Problem::Failed)?;
    let making = Making {
        project: &options.project,
        workspace,
        at: None,
        as_of: options.as_of,
        since: options.since.as_deref(),
        previous: previous.as_ref().map(|report| &*report.files),
        allowed: Allowed::default(),
    };
    let plan = begin_report(&making, before, progress, &mut Timings::start()).map_err(Problem::Failed)?.map_err(Problem::Mistakes)?;
    Ok(Planned { plan, seal: OnceLock::new() })
}

impl Planned {
    /// What checks found, in order; nothing where that is no longer wanted before it is known.
    pub(super) fn findings(&self, is_wanted: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Finding>> {
        let site = &self.plan.site;
        site.test_while(is_wanted).then(|| site.findings().to_vec())
    }

    /// Finds what many pages need, before they are asked for.
    pub(super) fn prepare(&self) {
        self.plan.site.context().gather();
    }

    /// One file of the report.
    pub(super) fn file(&self, path: &str) -> Served {
        if path == PROVENANCE || path == MANIFEST {
            return self.sealed(path);
        }
        let kept = Kept::default();
        match write_one(&self.plan.site, &self.plan.renderer, &kept, path) {
            Ok(()) => kept.files().remove(path).map_or(Served::NotFound, Served::File),
            Err(failure) => Served::Failed(failure),
        }
    }

    fn sealed(&self, path: &str) -> Served {
        let seal = self.seal.get_or_init(|| {
            let kept = Kept::only(&[PROVENANCE, MANIFEST]);
            let Plan { site, renderer, inputs } = &self.plan;
            site.complete();
            let written = write_report(site, renderer, inputs.clone(), &kept, &Silent, &mut Timings::start());
            written.map(|_| kept.files()).map_err(|failure| failure.to_string())
        });
        match seal {
            Ok(files) => files.get(path).cloned().map_or(Served::NotFound, Served::File),
            Err(message) => Served::Failed(Failure::Page { page: path.to_owned(), message: message.clone() }),
        }
    }
}

/// Tells nobody.
struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &'static str, _: usize) {}
    fn advance(&self) {}
    fn end(&self) {}
}

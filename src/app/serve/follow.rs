//! Follows a project: reads it, waits until something happens to it, reads that again, and tells who listens.

use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::bulletin::Bulletin;
use super::server::Crier;
use super::standing::stands;
use super::watch::Watch;
use super::{News, ServeOptions};
use crate::app::disk::from;
use crate::app::pipeline::Progress;
use crate::app::preview::{Preview, Touched};

/// How long a state has to stand before every figure of it is computed, so that edits in a row are not held up.
const BEFORE_FINDINGS: Duration = Duration::from_secs(1);

/// Who follows, and who is told.
pub(super) struct Follower {
    /// The report that follows.
    pub(super) preview: Arc<Preview>,
    /// Tells open pages.
    pub(super) crier: Crier,
    /// Tells the person at the terminal.
    pub(super) news: Sender<News>,
    /// Watches the first reading.
    pub(super) progress: Arc<dyn Progress + Send + Sync>,
}

impl Follower {
    /// Follows until the program ends.
    pub(super) fn follow(self, options: &ServeOptions, first: Bulletin) {
        let _last = LastWord(self.news.clone());
        let mut trouble = |failure| drop(self.news.send(News::Trouble(failure)));
        let project = &options.preview.project;
        let previous = options.preview.previous.as_ref().map(|path| from(project, path));
        // Watched before it is read, so that nothing happens in between.
        let mut watch = Watch::start(project, previous.as_deref(), options.poll, &mut trouble);
        let findings = self.tell_findings();
        let stages = Stages { crier: self.crier.clone(), bulletin: Mutex::new(first.clone()), progress: Arc::clone(&self.progress) };
        let mut refreshed = self.preview.refresh(&Touched::Everything, &stages);
        let mut bulletin = first;
        loop {
            bulletin = bulletin.then(&refreshed);
            self.crier.tell(bulletin.clone());
            let is_whole = refreshed.problem.is_none();
            if self.news.send(News::Refreshed(refreshed)).is_err() {
                return;
            }
            if is_whole {
                let _ = findings.send(());
            }
            refreshed = loop {
                let touched = watch.next(&mut trouble);
                let refreshed = self.preview.refresh(&touched, &*self.progress);
                if refreshed.is_new {
                    break refreshed;
                }
                // Looking may have cut short what was being found.
                if is_whole {
                    let _ = findings.send(());
                }
            };
        }
    }

    /// Computes what checks find in a state that stands for a while, on a thread of its own.
    fn tell_findings(&self) -> Sender<()> {
        let (sender, states) = mpsc::channel();
        let (preview, news) = (Arc::clone(&self.preview), self.news.clone());
        let tell = move || {
            while states.recv().is_ok() && stands(&states, BEFORE_FINDINGS) {
                // Where another state came meanwhile, that one is asked next.
                if let Some(findings) = preview.findings()
                    && news.send(News::Findings(findings)).is_err()
                {
                    return;
                }
            }
        };
        // Without a thread the pages have the findings, and the terminal has not.
        let _ = thread::Builder::new().name("findings".to_owned()).spawn(tell);
        sender
    }
}

/// Says at its end that nobody follows any more, even where that end was a defect.
struct LastWord(Sender<News>);

impl Drop for LastWord {
    fn drop(&mut self) {
        let _ = self.0.send(News::Stop);
    }
}

/// Tells waiting pages how far the first reading has come, too.
struct Stages {
    crier: Crier,
    bulletin: Mutex<Bulletin>,
    progress: Arc<dyn Progress + Send + Sync>,
}

impl Progress for Stages {
    fn begin(&self, stage: &'static str, steps: usize) {
        let bulletin = self.bulletin.lock().unwrap_or_else(PoisonError::into_inner);
        self.crier.tell(bulletin.clone().at_stage(stage));
        self.progress.begin(stage, steps);
    }

    fn advance(&self) {
        self.progress.advance();
    }

    fn end(&self) {
        self.progress.end();
    }
}

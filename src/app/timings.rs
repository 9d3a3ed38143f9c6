//! How long the stages of a build took.

use super::clock::StopWatch;

/// How long a stage took.
#[derive(Clone, Copy, Debug)]
pub struct Timing {
    /// Name of the stage.
    pub stage: &'static str,
    /// Microseconds on the clock; for parts of a stage that runs on several threads, added up over them.
    pub microseconds: u64,
}

/// The stages so far.
#[derive(Debug)]
pub(super) struct Timings {
    watch: StopWatch,
    last: u64,
    pub(super) stages: Vec<Timing>,
}

impl Timings {
    /// Starts the watch.
    pub(super) fn start() -> Self {
        Self { watch: StopWatch::start(), last: 0, stages: Vec::new() }
    }

    /// A stage is over.
    pub(super) fn lap(&mut self, stage: &'static str) {
        let now = self.watch.microseconds();
        self.stages.push(Timing { stage, microseconds: now - self.last });
        self.last = now;
    }

    /// A part of a stage took so long.
    pub(super) fn add(&mut self, stage: &'static str, microseconds: u64) {
        self.stages.push(Timing { stage, microseconds });
    }
}

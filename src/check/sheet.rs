//! The working paper of a check on one subject: what was tested, and what came of it.

use super::figures::FigureAt;
use super::result::{Failed, Verdict};

/// What was seen of one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Seen {
    /// It is right.
    Right,
    /// It is wrong.
    Wrong,
    /// It could not be tested.
    Untested,
}

/// The working paper of a check on one subject.
///
/// Nothing written means that the check does not apply.
#[derive(Debug, Default)]
pub struct Sheet {
    pub(in crate::check) tested: usize,
    pub(in crate::check) untested: usize,
    pub(in crate::check) failed: Vec<Failed>,
    pub(in crate::check) reason: String,
    pub(in crate::check) inputs: Vec<String>,
    pub(in crate::check) figures: Vec<(FigureAt, Seen)>,
}

impl Sheet {
    /// One thing was tested and is right.
    pub fn pass(&mut self) {
        self.tested += 1;
    }

    /// One thing was tested and is wrong.
    pub fn fail(&mut self, failed: Failed) {
        self.tested += 1;
        self.failed.push(failed);
    }

    /// One thing was tested: it is right, or this is what is wrong with it.
    pub fn test(&mut self, failed: Option<Failed>) {
        match failed {
            None => self.pass(),
            Some(failed) => self.fail(failed),
        }
    }

    /// A figure was tested: it is right, or this is what is wrong with it.
    pub fn test_figure(&mut self, at: FigureAt, failed: Option<Failed>) {
        match failed {
            None => self.pass_figure(at),
            Some(failed) => self.fail_figure(at, failed),
        }
    }

    /// A figure was tested and is right.
    pub fn pass_figure(&mut self, at: FigureAt) {
        self.tested += 1;
        self.figures.push((at, Seen::Right));
    }

    /// A figure was tested and is wrong.
    pub fn fail_figure(&mut self, at: FigureAt, failed: Failed) {
        self.figures.push((at, Seen::Wrong));
        self.fail(failed);
    }

    /// A figure that was already told to be wrong together with others bears the exception too.
    pub fn blame_figure(&mut self, at: FigureAt) {
        self.figures.push((at, Seen::Wrong));
    }

    /// A figure could not be tested; the reason is told once.
    pub fn untestable_figure(&mut self, at: FigureAt, reason: &str) {
        self.figures.push((at, Seen::Untested));
        self.untestable(reason);
    }

    /// Something could not be tested; the first reason is told.
    pub fn untestable(&mut self, reason: impl Into<String>) {
        if self.untested == 0 {
            self.reason = reason.into();
        }
        self.untested += 1;
    }

    /// The check has nothing to say of this subject, and why.
    pub fn not_applicable(&mut self, reason: impl Into<String>) {
        if self.untested == 0 {
            self.reason = reason.into();
        }
    }

    /// Something was used besides what the check always uses: a record, a file, a row.
    pub fn used(&mut self, input: impl Into<String>) {
        self.inputs.push(input.into());
    }

    /// What it all comes to, waivers left aside.
    pub(in crate::check) fn verdict(&self) -> Verdict {
        match (self.failed.is_empty(), self.tested, self.untested) {
            (false, ..) => Verdict::Fail,
            (true, 1.., _) => Verdict::Pass,
            (true, 0, 1..) => Verdict::NotTestable,
            (true, 0, 0) => Verdict::NotApplicable,
        }
    }
}

//! Progress on a terminal.

use std::sync::Mutex;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::app::Progress;

/// A bar on standard error where that is a terminal, and nothing elsewhere.
#[derive(Debug, Default)]
pub(super) struct TerminalProgress {
    bar: Mutex<Option<ProgressBar>>,
    shown: bool,
}

impl TerminalProgress {
    /// A bar that is shown or not.
    pub(super) fn new(shown: bool) -> Self {
        Self { bar: Mutex::new(None), shown }
    }

    fn with(&self, act: impl FnOnce(&mut Option<ProgressBar>)) {
        // A poisoned lock means that another thread failed; progress is no reason to fail as well.
        act(&mut self.bar.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
    }
}

impl Progress for TerminalProgress {
    fn begin(&self, stage: &'static str, steps: usize) {
        if !self.shown {
            return;
        }
        self.with(|bar| {
            let length = u64::try_from(steps).unwrap_or(u64::MAX);
            let new = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr_with_hz(10));
            let template = if steps == 0 { "{msg} …" } else { "{msg} {bar:30} {pos}/{len}" };
            if let Ok(style) = ProgressStyle::with_template(template) {
                new.set_style(style);
            }
            new.set_message(stage);
            *bar = Some(new);
        });
    }

    fn advance(&self) {
        if self.shown {
            self.with(|bar| {
                if let Some(bar) = bar {
                    bar.inc(1);
                }
            });
        }
    }

    fn end(&self) {
        self.with(|bar| {
            if let Some(bar) = bar.take() {
                bar.finish_and_clear();
            }
        });
    }
}

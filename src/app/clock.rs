//! What only the world knows: how long something took, what time it is, and the day that the environment names.
#![expect(clippy::disallowed_methods, reason = "this file is the door to the clock and the environment")]

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use crate::diag::Failure;
use crate::model;

/// A running stop-watch; its readings are reported to people and never reach a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct StopWatch(Instant);

impl StopWatch {
    /// Starts.
    pub(super) fn start() -> Self {
        Self(Instant::now())
    }

    /// Microseconds since the start.
    pub(super) fn microseconds(self) -> u64 {
        u64::try_from(self.0.elapsed().as_micros()).unwrap_or(u64::MAX)
    }
}

/// The instant that `SOURCE_DATE_EPOCH` names, where it is set.
pub(super) fn source_date_epoch() -> Result<Option<model::Instant>, Failure> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") else {
        return Ok(None);
    };
    let text = value.to_string_lossy();
    let instant = text.parse::<i64>().ok().and_then(|seconds| model::Instant::from_unix(seconds, 0).ok());
    instant.map(Some).ok_or_else(|| Failure::Usage {
        message: format!("`SOURCE_DATE_EPOCH` is `{text}`, expected seconds since 1970 as a whole number"),
    })
}

/// The time at which somebody signs or verifies: what `SOURCE_DATE_EPOCH` names, else what the clock says, to the second.
pub(super) fn now() -> Result<model::Instant, Failure> {
    if let Some(instant) = source_date_epoch()? {
        return Ok(instant);
    }
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|since| i64::try_from(since.as_secs()).ok());
    since.and_then(|seconds| model::Instant::from_unix(seconds, 0).ok()).ok_or_else(|| Failure::Usage {
        message: "the clock of this machine shows a time that cannot be; set it, or give the time with `SOURCE_DATE_EPOCH`".to_owned(),
    })
}

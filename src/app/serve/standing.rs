//! Waits until nothing more comes for a while, so that what comes in a row is dealt with once.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// Waits until nothing has come for a while; tells whether anything may still come.
pub(super) fn stands(coming: &Receiver<()>, quiet: Duration) -> bool {
    loop {
        match coming.recv_timeout(quiet) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

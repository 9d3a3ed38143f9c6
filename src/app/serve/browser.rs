//! The browser of whoever previews a report.

use crate::diag::Failure;

/// Opens an address in it, and waits for nothing.
pub(super) fn open_in_browser(address: &str) -> Result<(), Failure> {
    open::that_detached(address).map_err(|error| Failure::Preview {
        message: format!("no browser could be opened: {error}"),
        help: Some(format!("open {address} yourself")),
    })
}

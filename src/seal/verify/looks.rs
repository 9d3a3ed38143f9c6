//! What is looked at in a file while it is read for its digest: each file is read once.

use std::io;

use super::fault::Fault;
use super::network::{Reach, can_ask, reaches};
use super::shown::{self, Wanted};
use crate::seal::{SealedFiles, Sha256Digest};

/// What to look at in files beside their digests.
#[derive(Debug, Default)]
pub(super) struct Looks<'a> {
    /// Whether to look for what a browser would fetch.
    pub(super) network: bool,
    /// The figures that pages should show.
    pub(super) figures: Wanted<'a>,
}

/// What was seen in a file.
#[derive(Debug, Default)]
pub(super) struct Looked {
    /// The file.
    pub(super) path: String,
    /// Whether it was looked at for what a browser would fetch.
    pub(super) asked: bool,
    /// What it would fetch from outside of the report.
    pub(super) reaches: Vec<Reach>,
    /// Figures that it does not show as the list has them.
    pub(super) figures: Vec<Fault>,
}

impl Looks<'_> {
    /// Reads a file: its digest, and what is to be seen in it.
    pub(super) fn read(&self, files: &dyn SealedFiles, path: &str) -> (io::Result<Sha256Digest>, Looked) {
        let mut looked = Looked { path: path.to_owned(), ..Looked::default() };
        let wanted = self.figures.get(path);
        if !(self.network && can_ask(path)) && wanted.is_none() {
            return (files.digest(path), looked);
        }
        let bytes = match files.read(path) {
            Ok(bytes) => bytes,
            Err(error) => return (Err(error), looked),
        };
        let text = String::from_utf8_lossy(&bytes);
        if self.network && can_ask(path) {
            looked.asked = true;
            looked.reaches = reaches(path, &text);
        }
        if let Some(wanted) = wanted {
            looked.figures = shown::hold(path, &text, wanted);
        }
        (Ok(Sha256Digest::of(&bytes)), looked)
    }
}

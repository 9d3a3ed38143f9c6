//! The reports before this one, as far as somebody handed them over: their lists of files, signatures and provenance, without their pages.

use std::collections::BTreeMap;
use std::io;

use super::REPORT_FOLDER;
use crate::seal::bag::is_bag;
use crate::seal::{Below, MANIFEST, PROVENANCE, SealedFiles, Sha256Digest, Statement, is_of_seal};

/// Where earlier reports stand in a package.
pub(super) const CHAIN: &str = "data/chain/";

/// What is kept of an earlier report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The day as of which it speaks.
    pub as_of: String,
    /// Digest of its manifest.
    pub manifest: Sha256Digest,
    /// The digest that it gives for the manifest of the report before it.
    pub previous: Option<Sha256Digest>,
    /// Its manifest, signatures, tokens and provenance, by name.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Earlier {
    /// The name of its folder.
    #[must_use]
    pub fn folder(&self) -> String {
        let digest = self.manifest.to_string();
        format!("{}-{}", self.as_of, digest.get(..12).unwrap_or(&digest))
    }
}

/// What is kept of a report that was handed over, and of those before it where it stands in a package; the newest first.
///
/// Fails where it has no manifest or no provenance that can be read.
pub fn earlier_reports(files: &dyn SealedFiles) -> io::Result<Vec<Earlier>> {
    if !is_bag(files)? {
        return Ok(vec![earlier(files)?]);
    }
    let mut found = vec![earlier(&Below::new(files, REPORT_FOLDER))?];
    let mut folders: Vec<String> =
        files.entries()?.into_keys().filter_map(|path| Some(path.strip_prefix(CHAIN)?.split_once('/')?.0.to_owned())).collect();
    folders.dedup();
    for folder in folders.iter().rev() {
        found.push(earlier(&Below::new(files, &format!("{CHAIN}{folder}")))?);
    }
    Ok(found)
}

fn earlier(files: &dyn SealedFiles) -> io::Result<Earlier> {
    let invalid = |message: String| io::Error::new(io::ErrorKind::InvalidData, message);
    let names: Vec<String> = files.entries()?.into_keys().filter(|name| name == PROVENANCE || is_of_seal(name)).collect();
    let mut kept = BTreeMap::new();
    for name in names {
        let bytes = files.read(&name)?;
        kept.insert(name, bytes);
    }
    let part = |name: &str| kept.get(name).ok_or_else(|| invalid(format!("it has no `{name}`")));
    let manifest = Sha256Digest::of(part(MANIFEST)?);
    let statement = Statement::parse(part(PROVENANCE)?).map_err(|error| invalid(format!("its `{PROVENANCE}`: {error}")))?;
    let as_of = statement.predicate.options.as_of.clone();
    if as_of.parse::<crate::model::Date>().is_err() {
        return Err(invalid(format!("its `{PROVENANCE}` names no day as of which it speaks")));
    }
    let previous = statement.predicate.previous.map(|previous| previous.manifest_sha256);
    Ok(Earlier { as_of, manifest, previous, files: kept })
}

//! What an audience may see.
//!
//! A record is seen where its audience, or the project's default, is that of the digest or a wider one. A figure that is not
//! free is withheld from everybody outside, and one that is confidential from all but the restricted audience.

use std::collections::BTreeSet;

use crate::catalog::Catalog;
use crate::model::{Audience, Confidentiality, RecordRef};
use crate::source::Record;

/// The view of one audience on a project.
#[derive(Clone, Copy)]
pub(super) struct Sight<'a> {
    catalog: &'a Catalog,
    audience: Audience,
}

impl<'a> Sight<'a> {
    /// The view of an audience.
    pub(super) const fn of(catalog: &'a Catalog, audience: Audience) -> Self {
        Self { catalog, audience }
    }

    /// Whether the audience may see a record.
    pub(super) fn sees(self, record: &Record) -> bool {
        audience_of(self.catalog, record) <= self.audience
    }

    /// Whether the audience may see the record to which a reference leads.
    pub(super) fn sees_reference(self, reference: &RecordRef) -> bool {
        self.catalog.record(reference).is_some_and(|record| self.sees(record))
    }

    /// Whether the audience may see a figure of this confidentiality.
    pub(super) fn may_show(self, confidentiality: Option<Confidentiality>) -> bool {
        match confidentiality.unwrap_or_default() {
            Confidentiality::Free => true,
            Confidentiality::Internal => self.audience >= Audience::Internal,
            _ => self.audience == Audience::Restricted,
        }
    }
}

/// The audience of a record: its own, or the default of the project.
fn audience_of(catalog: &Catalog, record: &Record) -> Audience {
    record.envelope.audience.unwrap_or(catalog.settings().audience)
}

/// The audiences that a project uses: its default and those that records name.
pub(in crate::site) fn audiences(catalog: &Catalog) -> BTreeSet<Audience> {
    let named = catalog.records().iter().filter_map(|record| record.envelope.audience);
    named.chain([catalog.settings().audience]).collect()
}

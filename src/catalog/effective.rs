//! What was in force when.

use super::Catalog;
use crate::model::{Date, RecordRef, Version};
use crate::source::Record;

impl Catalog {
    /// The text of a record that governs a day: that of the version with the latest start on or before it.
    ///
    /// A day before the first known version has the text of that version, since it is the nearest that is known; [`Catalog::governs`]
    /// tells the two apart. Kinds without versions have one text.
    #[must_use]
    pub fn in_force<'a>(&'a self, record: &'a Record, day: Date) -> &'a Record {
        let texts = self.texts(record);
        let current = texts.iter().rev().find(|text| starts(text).is_some_and(|from| from <= day));
        current.or_else(|| texts.first()).copied().unwrap_or(record)
    }

    /// The version of a record that governs a day; nothing where no version was in force yet, or the kind has none.
    #[must_use]
    pub fn governs(&self, record: &Record, day: Date) -> Option<Version> {
        let versioning = self.in_force(record, day).versioning?;
        (versioning.effective_from <= day).then_some(versioning.version)
    }

    /// The text of one version of a record; nothing where it is not known.
    #[must_use]
    pub fn at_version<'a>(&'a self, record: &'a Record, version: Version) -> Option<&'a Record> {
        self.texts(record).into_iter().find(|text| text.versioning.is_some_and(|versioning| versioning.version == version))
    }

    /// The last text of every version of a record, by the day on which it comes into force; the file itself stands for its own version.
    #[must_use]
    pub fn texts<'a>(&'a self, record: &'a Record) -> Vec<&'a Record> {
        let Some(current) = record.versioning else {
            return vec![record];
        };
        let reference = RecordRef { kind: record.kind, id: record.id.clone() };
        let earlier = self.versions(&reference).iter().filter(|version| version.version != current.version).map(|version| &*version.record);
        let mut texts: Vec<&Record> = earlier.chain([record]).collect();
        texts.sort_by_key(|text| text.versioning.map(|versioning| (versioning.effective_from, versioning.version)));
        texts
    }
}

fn starts(record: &Record) -> Option<Date> {
    record.versioning.map(|versioning| versioning.effective_from)
}

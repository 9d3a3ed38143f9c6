//! Everything that a review says as one list, the worst first: what formats without records of their own go by.

use super::document::{Class, Document, Edit, Missing, Spot, Weight};

/// One edit, or one thing that is missing.
pub(super) struct Statement<'a> {
    /// The record or release that it is about.
    pub(super) subject: &'a str,
    /// The rule.
    pub(super) rule: &'a str,
    /// How much it weighs.
    pub(super) level: Weight,
    /// The class of the edit.
    pub(super) class: Option<Class>,
    /// What happened, or what is missing.
    pub(super) message: &'a str,
    /// One step that mends it.
    pub(super) help: Option<&'a str>,
    /// Where it stands now; where nothing stands now, where it stood.
    pub(super) place: Option<&'a Spot>,
    /// Where it stood before, where that is another place.
    pub(super) before: Option<&'a Spot>,
    /// Whether nothing stands there any more.
    pub(super) is_gone: bool,
    /// The fingerprint.
    pub(super) fingerprint: &'a str,
}

impl Statement<'_> {
    /// Subject and message in one line.
    pub(super) fn line(&self) -> String {
        format!("{}: {}", self.subject, self.message)
    }
}

/// All statements, the weightiest first, else in the order of the document.
pub(super) fn statements(document: &Document) -> Vec<Statement<'_>> {
    let mut all = Vec::new();
    for record in &document.records {
        all.extend(record.missing.iter().map(|missing| of_missing(&record.record, missing)));
        all.extend(record.edits.iter().map(|edit| of_edit(&record.record, edit)));
    }
    for (name, edits) in document.other_groups() {
        all.extend(edits.iter().map(|edit| of_edit(name, edit)));
    }
    all.sort_by_key(|statement| std::cmp::Reverse((statement.level, statement.class)));
    all
}

/// The statements of one record or release.
pub(super) fn statements_of<'a>(subject: &'a str, edits: &'a [Edit], missing: &'a [Missing]) -> Vec<Statement<'a>> {
    let missing = missing.iter().map(|missing| of_missing(subject, missing));
    missing.chain(edits.iter().map(|edit| of_edit(subject, edit))).collect()
}

fn of_edit<'a>(subject: &'a str, edit: &'a Edit) -> Statement<'a> {
    Statement {
        subject,
        rule: &edit.rule,
        level: edit.level,
        class: edit.class,
        message: &edit.message,
        help: None,
        place: edit.after_place.as_ref().or(edit.before_place.as_ref()),
        before: edit.after_place.as_ref().and(edit.before_place.as_ref()),
        is_gone: edit.after_place.is_none(),
        fingerprint: &edit.fingerprint,
    }
}

fn of_missing<'a>(subject: &'a str, missing: &'a Missing) -> Statement<'a> {
    Statement {
        subject,
        rule: &missing.rule,
        level: missing.level,
        class: None,
        message: &missing.message,
        help: Some(&missing.help),
        place: Some(&missing.place),
        before: None,
        is_gone: false,
        fingerprint: &missing.fingerprint,
    }
}

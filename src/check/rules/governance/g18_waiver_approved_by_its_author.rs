//! G18: whoever wrote a waiver approved it too.

use super::people::{only_person, people};
use crate::catalog::Catalog;
use crate::check::context::Context;
use crate::check::result::{Failed, Verdict};
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::history::{Commit, Edit, Part};
use crate::model::person::Person;
use crate::model::waiver::Waiver;
use crate::model::{AnyRecord, RecordRef};
use crate::source::Record;

check! {
    /// Whoever wrote a waiver approved it too.
    ///
    /// # What it does
    ///
    /// Finds the commit that added the waiver, and compares the address of its author with the `emails` of the person in `approved_by`; of a team with one
    /// member, with those of the member. A committee agrees as a body, and its secretary may write down what it agreed.
    ///
    /// # Why it matters to an auditor
    ///
    /// A waiver lets a failed control pass. Whoever can both write and approve one can switch off any control alone.
    ///
    /// # Example
    ///
    /// ```yaml
    /// # added in a commit of ann.lee@example.org, an address of person/ann-lee
    /// check: L07
    /// subject: transform/sorted-by-hand
    /// approved_by: person/ann-lee
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml
    /// check: L07
    /// subject: transform/sorted-by-hand
    /// approved_by: person/ruth-amberley
    /// ```
    ///
    /// # Configuration
    ///
    /// `emails` of people say whose commit it is. `history.since` in `tickmark.yaml` says from which commit on changes count. Without a repository, before the
    /// waiver is committed, or where neither the approver nor the author can be told by an address, nothing can be tested.
    "G18" "waiver-approved-by-its-author" {
        severity: Severity::Error,
        supports: &[Assertion::Segregation, Assertion::Authorisation],
        mark: None,
        inputs: "the approver of the waiver, the commit that added it, and the addresses of people",
        expects: "somebody else than its author approved the waiver",
        looks: Looks::Waivers(test),
    }
}

fn test(context: &Context<'_>, record: &Record, waiver: &Waiver, _: Option<Verdict>, sheet: &mut Sheet) {
    let catalog = context.catalog;
    let (position, commit) = match added_by(catalog, &record.reference()) {
        Ok(found) => found,
        Err(reason) => return sheet.untestable(reason),
    };
    if !catalog.counts(Some(position)) {
        return sheet.not_applicable("it was added before changes began to count");
    }
    let party = waiver.approved_by.record();
    let day = commit.committer.at.date_in(catalog.settings().timezone);
    let Some(approver) = only_person(catalog, party, day) else {
        // Several people agreed; one of them may have written it down.
        if people(catalog, party, day).is_empty() {
            sheet.untestable("nobody is known to belong to its approver");
        } else {
            sheet.pass();
        }
        return;
    };
    let address = &*commit.author.email;
    let Some(person) = person(catalog, approver) else {
        return;
    };
    if owns(person, address) {
        let message = format!(
            "the waiver `{}` was approved by `{approver}` and committed on `{}` by `{}`, an address of the same person",
            record.id,
            commit.author.at.written_date(),
            address.escape_debug()
        );
        let help = "have the waiver approved by somebody who did not write it";
        return sheet
            .fail(Failed::new(record.place("approved_by"), message, help).values("somebody else than the author", approver.to_string()));
    }
    let is_known =
        || catalog.of_kind(approver.kind).any(|record| matches!(&record.fields, AnyRecord::Person(other) if owns(other, address)));
    if person.emails.is_empty() && !is_known() {
        return sheet
            .untestable(format!("neither `{approver}` nor the author of commit `{}` can be told by an address", commit.id.short()));
    }
    sheet.pass();
}

fn owns(person: &Person, address: &str) -> bool {
    person.emails.iter().any(|email| email.eq_ignore_ascii_case(address))
}

fn person<'a>(catalog: &'a Catalog, reference: &RecordRef) -> Option<&'a Person> {
    if let AnyRecord::Person(person) = &catalog.record(reference)?.fields { Some(person) } else { None }
}

/// The commit that added a record, with its position in the history.
fn added_by<'a>(catalog: &'a Catalog, record: &RecordRef) -> Result<(usize, &'a Commit), &'static str> {
    let past = catalog.past();
    if past.commits.is_empty() {
        return Err("the project has no history");
    }
    let entry = past.log(&Part::Record(record.clone())).last().ok_or("the waiver is not committed yet")?;
    // What a merge brought in was written on its side.
    let edit: &Edit = entry.side.last().unwrap_or(&entry.edit);
    let position = edit.commit.ok_or("the waiver is not committed yet")?;
    let commit = past.commits.get(position).ok_or("the waiver is not committed yet")?;
    if commit.truncated { Err("the clone is shallow, and does not hold the commit that added the waiver") } else { Ok((position, commit)) }
}

//! C07: the signature of a commit that changed a definition or agreed to it does not verify.

use std::collections::BTreeSet;

use super::naming::change;
use crate::check::context::Context;
use crate::check::result::Failed;
use crate::check::rule::{Assertion, Looks, Severity, check};
use crate::check::sheet::Sheet;
use crate::history::{Commit, Part, SignatureState};
use crate::model::{Kind, Profile};
use crate::source::Record;

check! {
    /// The signature of a commit that made or agreed to a change does not verify for a key that was valid then.
    ///
    /// # What it does
    ///
    /// Looks at every commit that counts and that wrote the record of the change, and so its approvals, or the text for which it speaks. A signature is
    /// wrong if it does not fit the commit, if its key was not valid on that day, or if those who may sign are on record and the key is none of
    /// theirs. Under the profile `assured` a commit without a signature is wrong as well where the programme signs.
    ///
    /// # Why it matters to an auditor
    ///
    /// Anybody can write any name into a commit. A signature ties the agreement to somebody who held the key on that day, and shows that nothing was altered
    /// since.
    ///
    /// # Example
    ///
    /// ```text
    /// # content/signers: the key ended before the commit was made
    /// ann@example.org valid-before="20251231" ssh-ed25519 AAAAC3Nz...
    /// ```
    ///
    /// # Instead
    ///
    /// Sign with the key that is valid, and have whoever agreed put their agreement in again. Where the list is behind, add the key with the days from and
    /// until which it is valid.
    ///
    /// # Configuration
    ///
    /// `signers` in `tickmark.yaml`, or the file `content/signers`, names the keys of those who may sign. Commits before `history.since` do not count.
    /// The signature of a forge proves nothing about who wrote a change and is reported as not testable, and so are signatures of kinds that are not
    /// checked here.
    "C07" "signature-unsound" {
        severity: Severity::Error,
        supports: &[Assertion::Authorisation, Assertion::Integrity],
        mark: None,
        inputs: "the commits that wrote the change and its approvals, and the keys of those who may sign",
        expects: "every signature is sound and made by a key that was valid then",
        looks: Looks::Records(&[Kind::Change], test),
    }
}

fn test(context: &Context<'_>, record: &Record, sheet: &mut Sheet) {
    let catalog = context.catalog;
    if change(record).is_none() {
        return;
    }
    let reference = record.reference();
    let past = catalog.past();
    let log = past.log(&Part::Record(reference.clone())).iter();
    let edits = log.flat_map(|entry| if entry.side.is_empty() { std::slice::from_ref(&entry.edit) } else { entry.side.as_slice() });
    let mut commits: BTreeSet<usize> = edits.filter_map(|edit| edit.commit).filter(|commit| catalog.counts(Some(*commit))).collect();
    commits.extend(context.changes().spoken_for(&reference).flat_map(|counted| counted.commits.iter().copied()));
    for commit in commits.into_iter().filter_map(|position| past.commits.get(position)) {
        test_commit(context, record, commit, sheet);
    }
    if sheet.tested + sheet.untested == 0 {
        sheet.not_applicable("no commit that counts made it or agreed to it");
    }
}

fn test_commit(context: &Context<'_>, record: &Record, commit: &Commit, sheet: &mut Sheet) {
    let signs = context.changes().is_signed;
    let found = match &commit.signature {
        SignatureState::Good { .. } => return sheet.pass(),
        SignatureState::Bad { reason } => format!("one that does not fit it: {}", reason.escape_debug()),
        SignatureState::NotValidThen { principal, .. } => format!("one by a key of `{}` that was not valid then", principal.escape_debug()),
        SignatureState::UnknownKey { .. } if signs => "one by a key that belongs to nobody who may sign".to_owned(),
        SignatureState::UnknownKey { .. } => return sheet.untestable("the keys of those who may sign are not on record"),
        SignatureState::Unsigned if signs && context.profile(None) == Profile::Assured => "none".to_owned(),
        SignatureState::Unsigned => return sheet.untestable("a commit is not signed"),
        SignatureState::Forge { .. } => return sheet.untestable("a commit is signed by a forge, which tells nothing of who wrote it"),
        SignatureState::Unchecked { .. } => return sheet.untestable("a signature is of a kind that is not checked"),
    };
    let day = commit.committer.at.date_in(context.catalog.settings().timezone);
    let message = format!("expected a valid signature on the commit of {day} behind `{}`, found {found}", record.reference());
    let help = "have it signed again with a valid key, or add the key to those who may sign";
    sheet.fail(Failed::new(record.key_place("title"), message, help).values("a sound signature by a key that was valid then", found));
}

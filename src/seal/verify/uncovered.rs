//! What a verdict does not rest on, said in words.

use super::Against;
use super::checks::Tested;
use super::trust::Trust;
use super::verification::{SignatureVerdict, Uncovered};
use crate::seal::OF_REPOSITORY;

/// Whether a file may stand in a report without being listed, and why nothing is said of it.
pub(super) fn uncovered_file(path: &str) -> Option<Uncovered> {
    OF_REPOSITORY.contains(&path).then(|| Uncovered {
        name: "repository-file",
        message: format!(
            "`{path}` belongs to the repository that the report is kept in; it is not part of the report and no signature covers it"
        ),
    })
}

/// There is no trusted time over the signatures.
fn no_trusted_time() -> Uncovered {
    Uncovered {
        name: "no-trusted-time",
        message: "when the report was signed: no token of trusted time stands beside a signature, so that only the signer says so; a key that was stolen \
                  later could have been used with an earlier date"
            .to_owned(),
    }
}

/// There are tokens, and nobody named an authority.
fn no_time_authority() -> Uncovered {
    Uncovered {
        name: "no-time-authority",
        message: "when the report was signed: none of the tokens of trusted time beside the signatures could be relied on; give the certificate of their authority \
                  with `--time-authority`".to_owned(),
    }
}

/// Nobody handed over an earlier report.
fn no_earlier_report(named: bool) -> Uncovered {
    let rest = if named { "although the report names one" } else { "and the report names none" };
    Uncovered {
        name: "no-earlier-report",
        message: format!(
            "what was published before: no earlier report was given with `--previous`, {rest}; figures may have changed since, and this may not be the newest report"
        ),
    }
}

/// The report was not made again.
fn no_rebuild() -> Uncovered {
    Uncovered {
        name: "no-rebuild",
        message: "whether the records and results in the repository give these pages: the report was not made again with `--rebuild`"
            .to_owned(),
    }
}

/// Nobody said who may sign.
fn no_trust_root() -> Uncovered {
    Uncovered {
        name: "no-trust-root",
        message:
            "who signed: no file of allowed signers was given with `--signers`; a copy inside a report or package is never used as one"
                .to_owned(),
    }
}

/// Nobody gave a list of revoked keys.
fn no_revocations() -> Uncovered {
    Uncovered { name: "no-revocations", message: "keys that were revoked: no list of them was given with `--revoked`".to_owned() }
}

/// No verification shows what the world was like.
fn source_data() -> Uncovered {
    Uncovered {
        name: "source-data",
        message: "whether the counts are true: a seal shows that nobody changed the report, not that what was counted happened".to_owned(),
    }
}

/// The earlier report was taken as a record of what was published, without being trusted itself.
pub(super) fn previous_not_intact(word: &str) -> Uncovered {
    Uncovered {
        name: "previous-not-intact",
        message: format!(
            "the earlier report itself: its own verdict is `{word}`, so that it proves what was published only as far as you trust where you have it from"
        ),
    }
}

/// Everything that this verification did not cover.
pub(super) fn of(trust: &Trust<'_>, tested: &Tested, against: Against<'_>, signatures: &[SignatureVerdict]) -> Vec<Uncovered> {
    let mut uncovered = Vec::new();
    if trust.signers.is_none() && !signatures.is_empty() {
        uncovered.push(no_trust_root());
    }
    if trust.revoked.is_none() && signatures.iter().any(SignatureVerdict::is_trusted) {
        uncovered.push(no_revocations());
    }
    if tested.approvals.is_none() && !signatures.is_empty() {
        uncovered.push(if tested.tokens == 0 { no_trusted_time() } else { no_time_authority() });
    }
    if against.previous.is_none() {
        uncovered.push(no_earlier_report(tested.names_previous));
    }
    if against.rebuilt.is_none() {
        uncovered.push(no_rebuild());
    }
    uncovered.push(source_data());
    uncovered
}

//! What a package does not hold of what its report was made from, so that nobody takes it for more than it is.

use super::places::{InputKind, input_kind};
use super::scope::Scope;
use crate::render::data::{harmless, push_line};
use crate::seal::Input;

const COLUMNS: [&str; 4] = ["kind", "path", "sha256", "reason"];

/// Why a file is left out; nothing where it is not.
pub(super) fn reason(input: &Input, scope: &Scope, signers: &str) -> Option<(&'static str, &'static str)> {
    let outside = |kind, is_inside: bool| (!is_inside).then_some((kind, "outside the metrics and periods that were asked for"));
    match input_kind(&input.path, signers) {
        InputKind::Settings | InputKind::Prose | InputKind::Signers => None,
        InputKind::Record(record) => outside("record", scope.records.contains(&record)),
        InputKind::Release(release) => outside("release", scope.releases.contains(&release)),
        InputKind::Results { release, metric } => outside("results", scope.tables.contains(&(release, metric))),
        InputKind::Extract => Some(("source data", "stays with its owner, who gives it out; the report and this list have its digest")),
    }
}

/// The list of all that is left out; `others` are kinds and paths of what is no file of the project.
pub(super) fn list(inputs: &[Input], scope: &Scope, signers: &str, others: &[(&str, &str, &str)]) -> (String, usize) {
    let mut list = String::new();
    push_line(&mut list, COLUMNS);
    let mut count = 0;
    for input in inputs {
        if let Some((kind, reason)) = reason(input, scope, signers) {
            push_line(&mut list, [kind, harmless(&input.path).as_str(), input.sha256.to_string().as_str(), reason]);
            count += 1;
        }
    }
    for (kind, path, reason) in others {
        push_line(&mut list, [*kind, *path, "", *reason]);
        count += 1;
    }
    (list, count)
}

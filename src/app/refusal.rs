//! Why a report is not signed, in words.

use super::may_sign::MaySign;
use crate::diag::Failure;
use crate::model::Instant;
use crate::seal::{NAMESPACE, Unsignable};
use crate::trust::{Judgement, SignedBy};

/// A refusal with one step that mends it.
pub(super) fn refused(message: impl Into<String>, help: &str) -> Failure {
    Failure::Signing { message: message.into(), help: Some(help.to_owned()) }
}

/// Why a report cannot be signed by anybody.
pub(super) fn cannot(report: &str, reason: &Unsignable) -> Failure {
    refused(format!("`{report}` cannot be signed: {reason}"), reason.help())
}

/// Why a key may not sign.
pub(super) fn key_refused(judgement: &Judgement, at: Instant, may_sign: &MaySign) -> Failure {
    let MaySign { path, wrong_line, .. } = may_sign;
    let key = judgement.signed_by().map_or_else(|| "the key".to_owned(), name);
    let widen = format!("let its line say `namespaces=\"{NAMESPACE}\"`, or leave its namespaces out");
    match judgement {
        Judgement::UnknownKey(_) => {
            let help = match wrong_line {
                None => format!("add a line with the holder's name and the key to `{path}`"),
                Some(finding) => format!("add a line with the holder's name and the key; {} is wrong: {}", finding.place, finding.message),
            };
            refused(format!("{key} is not in `{path}`"), &help)
        }
        Judgement::AuthorityOnly(_, line) => refused(
            format!("{key} is in `{path}`, line {}, as an authority only", line.number),
            "sign with a key for which it vouches, or give it a line without `cert-authority`",
        ),
        Judgement::OtherNamespace(_, line) => {
            refused(format!("{key} may sign other things than reports, by `{path}`, line {}", line.number), &widen)
        }
        Judgement::NotYetValid(_, line) => {
            refused(format!("{key} is not valid yet at {at}, by `{path}`, line {}", line.number), "sign with a key that is valid now")
        }
        Judgement::Expired(_, line) => {
            refused(format!("{key} is not valid any more at {at}, by `{path}`, line {}", line.number), "sign with a key that is valid now")
        }
        Judgement::CertificateRefused(_, line, reason) => refused(
            format!("{key} may not sign by its certificate: {reason} (`{path}`, line {})", line.number),
            "ask the authority for another certificate",
        ),
        Judgement::Malformed(_) => refused("this is neither a key nor a certificate that counts", "name another key"),
        _ => refused(format!("{key} may not sign"), "sign with another key"),
    }
}

fn name(by: &SignedBy) -> String {
    format!("the key `{}` ({})", by.fingerprint, by.kind)
}

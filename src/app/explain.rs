//! What a rule or a code means, by its name.

use crate::check::{CHECKS, Check};
use crate::diag::{CODES, Code, Failure, did_you_mean};
use crate::diff::{ChangeRule, rules};

/// Something that has a name and an explanation.
#[derive(Clone, Copy, Debug)]
pub enum Explained {
    /// A rule of change.
    Rule(&'static ChangeRule),
    /// A check.
    Check(&'static Check),
    /// A code of the reader.
    Code(&'static Code),
}

/// All codes of findings: those of the reader, and those of the checks.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    CODES.iter().chain(CHECKS.iter().map(|check| &check.code))
}

/// The rule of change, or the code of a finding, that a name stands for; codes go by their name as well, and case does not matter.
///
/// Fails where there is none.
pub fn explain(name: &str) -> Result<Explained, Failure> {
    let wanted = name.to_lowercase();
    if let Some(rule) = rules().iter().find(|rule| rule.id == wanted) {
        return Ok(Explained::Rule(rule));
    }
    let is_meant = |code: &Code| code.name == wanted || code.id.to_lowercase() == wanted;
    if let Some(check) = CHECKS.iter().copied().find(|check| is_meant(&check.code)) {
        return Ok(Explained::Check(check));
    }
    if let Some(code) = CODES.iter().find(|code| is_meant(code)) {
        return Ok(Explained::Code(code));
    }
    let all = rules();
    let known = all.iter().map(|rule| rule.id).chain(codes().flat_map(|code| [code.name, code.id]));
    let help = did_you_mean(&wanted, known).map_or_else(
        || "`tickmark explain` without a name lists all rules and codes".to_owned(),
        |known| format!("did you mean `{known}`?"),
    );
    Err(Failure::Revision { message: format!("`{name}` is neither a rule of change nor a code of a finding"), help: Some(help) })
}

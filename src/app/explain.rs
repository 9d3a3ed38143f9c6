//! What a rule or a code means, by its name.

use crate::diag::{CODES, Code, Failure, did_you_mean};
use crate::diff::{ChangeRule, rules};

/// Something that has a name and an explanation.
#[derive(Clone, Copy, Debug)]
pub enum Explained {
    /// A rule of change.
    Rule(&'static ChangeRule),
    /// A code of a finding.
    Code(&'static Code),
}

/// The rule of change, or the code of a finding, that a name stands for; codes go by their name as well, and case does not matter.
///
/// Fails where there is none.
pub fn explain(name: &str) -> Result<Explained, Failure> {
    let wanted = name.to_lowercase();
    if let Some(rule) = rules().iter().find(|rule| rule.id == wanted) {
        return Ok(Explained::Rule(rule));
    }
    if let Some(code) = CODES.iter().find(|code| code.name == wanted || code.id.to_lowercase() == wanted) {
        return Ok(Explained::Code(code));
    }
    let all = rules();
    let known = all.iter().map(|rule| rule.id).chain(CODES.iter().flat_map(|code| [code.name, code.id]));
    let help = did_you_mean(&wanted, known).map_or_else(
        || "`tickmark explain` without a name lists all rules and codes".to_owned(),
        |known| format!("did you mean `{known}`?"),
    );
    Err(Failure::Revision { message: format!("`{name}` is neither a rule of change nor a code of a finding"), help: Some(help) })
}

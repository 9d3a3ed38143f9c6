//! The checks I01 to I08, put together from what was found.

use super::fault::{Fault, Weight};
use super::verification::{CheckVerdict, SealCheck, SignatureVerdict};
use crate::diag::plural;
use crate::seal::Provenance;

/// What was tested, beside what was found to be wrong.
#[derive(Debug, Default)]
pub(super) struct Tested {
    /// Files that are listed; nothing where there is no list.
    pub(super) listed: Option<usize>,
    /// Whether an earlier report was held against this one.
    pub(super) previous: bool,
    /// Whether the report names one.
    pub(super) names_previous: bool,
    /// Whether the report was made again.
    pub(super) rebuilt: bool,
    /// Approvals that were held against a trusted time; nothing where there is no such time.
    pub(super) approvals: Option<usize>,
    /// Tokens that stand beside signatures.
    pub(super) tokens: usize,
    /// Files that can ask for others.
    pub(super) asked: usize,
    /// Figures that were looked for; nothing where there is no list of them.
    pub(super) figures: Option<usize>,
}

/// All checks with their results, in order.
pub(super) fn checks(
    faults: &[Fault],
    signatures: &[SignatureVerdict],
    provenance: Option<&Provenance>,
    tested: &Tested,
) -> Vec<SealCheck> {
    let results = [
        ("I01", "every file is in the list as it is, and nothing else is there", files(tested)),
        ("I02", "somebody trusted signed the list for this purpose", signed(faults, signatures)),
        ("I03", "the report follows the one before it, and says so where figures changed", chain(tested)),
        ("I04", "the report was made from a clean, recorded commit with its whole history", source(provenance)),
        ("I05", "made again from its commit, the report is the same", rebuilt(tested)),
        ("I06", "trusted time stands over a signature, after every approval", time(tested)),
        ("I07", "nothing has to be fetched over a network to read it", network(tested)),
        ("I08", "each listed figure stands on its page, and shows that value", figures(tested)),
    ];
    results.into_iter().map(|(code, asks, unless)| check(faults, code, asks, unless)).collect()
}

/// A check fails with any of its faults, and cannot be tested where something could not be looked at.
fn check(faults: &[Fault], code: &'static str, asks: &'static str, unless: (CheckVerdict, String)) -> SealCheck {
    let own = || faults.iter().filter(|fault| fault.name.check() == code);
    let failed = own().filter(|fault| fault.name.weight() != Weight::Unchecked).count();
    let unchecked = own().count() - failed;
    // Of signatures only the best counts, so that what is wrong with another one does not fail the check by itself.
    let decided = code == "I02" && !own().any(|fault| fault.name.weight() == Weight::Altered);
    let (verdict, says) = if failed > 0 && !decided {
        (CheckVerdict::Fail, format!("{}, told below", plural(failed, "fault")))
    } else if unchecked > 0 && !decided {
        (CheckVerdict::NotTestable, "something could not be looked at, told below".to_owned())
    } else {
        unless
    };
    SealCheck { code, asks, verdict, says }
}

fn pass(says: impl Into<String>) -> (CheckVerdict, String) {
    (CheckVerdict::Pass, says.into())
}

fn untested(says: impl Into<String>) -> (CheckVerdict, String) {
    (CheckVerdict::NotTestable, says.into())
}

fn files(tested: &Tested) -> (CheckVerdict, String) {
    tested.listed.map_or_else(|| untested("there is no list of files to hold them against"), |listed| pass(plural(listed, "file")))
}

fn signed(faults: &[Fault], signatures: &[SignatureVerdict]) -> (CheckVerdict, String) {
    let trusted = signatures.iter().filter(|signature| signature.is_trusted()).count();
    if trusted > 0 {
        return pass(format!("{trusted} of {}", plural(signatures.len(), "signature")));
    }
    let unchecked = faults.iter().any(|fault| fault.name.check() == "I02" && fault.name.weight() == Weight::Unchecked);
    if signatures.is_empty() {
        (CheckVerdict::Fail, "there is no signature".to_owned())
    } else if unchecked {
        untested("nobody could be trusted or distrusted, told below")
    } else {
        (CheckVerdict::Fail, format!("none of {}", plural(signatures.len(), "signature")))
    }
}

fn chain(tested: &Tested) -> (CheckVerdict, String) {
    match (tested.previous, tested.names_previous) {
        (true, _) => pass("it names the earlier report that was given, and no published figure changed silently"),
        (false, true) => untested("it names an earlier report, and none was given with `--previous`"),
        (false, false) => untested("it names no earlier report, and none was given with `--previous`"),
    }
}

fn source(provenance: Option<&Provenance>) -> (CheckVerdict, String) {
    match provenance.and_then(|provenance| provenance.source.as_ref()) {
        Some(source) => pass(format!("commit {}, as the report says", source.commit)),
        None => untested("there is no provenance that could be read"),
    }
}

fn rebuilt(tested: &Tested) -> (CheckVerdict, String) {
    if tested.rebuilt { pass("every file came out with the same bytes") } else { untested("no repository was given with `--rebuild`") }
}

fn time(tested: &Tested) -> (CheckVerdict, String) {
    match tested.approvals {
        Some(count) => pass(format!("no approval of {count} is dated after it")),
        None if tested.tokens > 0 => untested("there is a token, and it was not checked: see what was not covered"),
        None => untested("no token of trusted time stands beside a signature"),
    }
}

fn network(tested: &Tested) -> (CheckVerdict, String) {
    if tested.listed.is_none() {
        return untested("there is no list of files to look through");
    }
    pass(format!("looked through {} that a browser reads", plural(tested.asked, "file")))
}

fn figures(tested: &Tested) -> (CheckVerdict, String) {
    tested.figures.map_or_else(|| untested("there is no list of figures"), |count| pass(plural(count, "figure")))
}

//! A report made once more from the commit that its provenance names is the same report.

use std::fs;

use tickmark::app::{Progress, rebuild};
use tickmark::seal::{Manifest, Statement};

use super::project::Sealed;

struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &'static str, _: usize) {}
    fn advance(&self) {}
    fn end(&self) {}
}

#[test]
fn report_made_again_from_its_commit_has_the_same_files() {
    let sealed = Sealed::built();
    let manifest = Manifest::parse(&fs::read(sealed.report().join("manifest-sha256.txt")).expect("a list")).expect("a list");
    let statement = Statement::parse(&fs::read(sealed.report().join("provenance.json")).expect("a provenance")).expect("a statement");
    // What was done since has no part in it.
    sealed.repository.write("content/index.md", "# Later\n");
    sealed.repository.commit("Go on");
    sealed.repository.write("content/index.md", "# Not committed\n");
    let again = rebuild(sealed.repository.folder(), &statement.predicate, None, &Silent).expect("a repository").expect("a report");
    assert_eq!(again, manifest);
}

//! What checks found as a JUnit report: one suite for each check. Subjects that failed fail, those that were waived or could not be tested are skipped, and
//! those that passed are one case together; what the reader found stands in a suite of its own.

use std::fmt::Write;

use super::document::{CheckEntry, Document, FindingEntry, Weight};
use crate::cli::report::escape::xml;

/// A suite in the making.
struct Suite {
    name: String,
    cases: String,
    tests: usize,
    failures: usize,
    skipped: usize,
}

/// Writes the report.
pub(super) fn render(document: &Document) -> String {
    let mut suites: Vec<Suite> = document.checks.iter().map(|check| of_check(document, check)).collect();
    let known = |finding: &&FindingEntry| document.checks.iter().any(|check| check.code == finding.code);
    let others: Vec<&FindingEntry> = document.findings.iter().filter(|finding| !known(finding)).collect();
    if !others.is_empty() {
        let mut suite = Suite::new("reader");
        for finding in others {
            suite.finding(document, finding);
        }
        suites.push(suite);
    }
    let sum = |of: fn(&Suite) -> usize| suites.iter().map(of).sum::<usize>();
    let (tests, failures) = (sum(|suite| suite.tests), sum(|suite| suite.failures));
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing into a string cannot fail.
    let _ = writeln!(out, "<testsuites name=\"Tickmark\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">");
    for Suite { name, cases, tests, failures, skipped } in &suites {
        let _ = writeln!(out, "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\">");
        out.push_str(cases);
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn of_check(document: &Document, check: &CheckEntry) -> Suite {
    let mut suite = Suite::new(&format!("{} {}", check.code, check.name));
    document.findings.iter().filter(|finding| finding.code == check.code).for_each(|finding| suite.finding(document, finding));
    for result in check.results.iter().filter(|result| result.verdict != "fail") {
        let why = match &result.waiver {
            Some(waiver) => format!("waived by {waiver}"),
            None => format!("not testable: {}", result.reason),
        };
        suite.case(&result.subject, &format!("<skipped message=\"{}\"/>", xml(&why)));
        suite.skipped += 1;
    }
    if check.pass > 0 {
        suite.case(&crate::diag::plural(check.pass, "subject that passed"), "");
    }
    suite
}

impl Suite {
    fn new(name: &str) -> Self {
        Self { name: xml(name), cases: String::new(), tests: 0, failures: 0, skipped: 0 }
    }

    /// Errors fail; what weighs less is said and passes.
    fn finding(&mut self, document: &Document, finding: &FindingEntry) {
        let line = finding.place.line.map_or_else(String::new, |line| format!(":{line}"));
        let mut lines = vec![finding.message.clone(), format!("at {}{}{line}", document.folder, finding.place.path)];
        lines.extend(finding.help.iter().map(|help| format!("help: {help}")));
        let body = lines.iter().map(|line| xml(line)).collect::<Vec<_>>().join("\n");
        let inside = if finding.level == Weight::Error {
            self.failures += 1;
            format!("<failure type=\"{}\" message=\"{}\">{body}</failure>", xml(finding.code), xml(&finding.message))
        } else {
            format!("<system-out>{body}</system-out>")
        };
        self.case(&format!("{} [{}]", finding.message, finding.fingerprint), &inside);
    }

    fn case(&mut self, name: &str, inside: &str) {
        self.tests += 1;
        let (suite, name) = (&self.name, xml(name));
        let _ = if inside.is_empty() {
            writeln!(self.cases, "    <testcase classname=\"{suite}\" name=\"{name}\"/>")
        } else {
            writeln!(self.cases, "    <testcase classname=\"{suite}\" name=\"{name}\">\n      {inside}\n    </testcase>")
        };
    }
}

//! A review as a JUnit report: one suite for each record or release, one case for each statement. Errors fail, all else passes.

use std::fmt::Write;

use super::document::{Document, Weight};
use super::statement::{Statement, statements_of};
use crate::cli::report::escape::xml;

/// Writes the report.
pub(in crate::cli) fn render(document: &Document) -> String {
    let mut suites: Vec<(&str, Vec<Statement<'_>>)> = document
        .records
        .iter()
        .map(|record| (record.record.as_str(), statements_of(&record.record, &record.edits, &record.missing)))
        .collect();
    suites.extend(document.other_groups().into_iter().map(|(name, edits)| (name, statements_of(name, edits, &[]))));
    let fails = |statement: &&Statement<'_>| statement.level == Weight::Error;
    let failures: usize = suites.iter().map(|(_, statements)| statements.iter().filter(fails).count()).sum();
    let tests: usize = suites.iter().map(|(_, statements)| statements.len()).sum();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(out, "<testsuites name=\"Tickmark\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">");
    for (name, statements) in &suites {
        let failures = statements.iter().filter(fails).count();
        let name = xml(name);
        let _ = writeln!(out, "  <testsuite name=\"{name}\" tests=\"{}\" failures=\"{failures}\" errors=\"0\">", statements.len());
        for statement in statements {
            push_case(&mut out, document, &name, statement);
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn push_case(out: &mut String, document: &Document, suite: &str, statement: &Statement<'_>) {
    let _ = write!(
        out,
        "    <testcase classname=\"{suite}\" name=\"{}\"",
        xml(&format!("{}: {} [{}]", statement.rule, statement.message, statement.fingerprint))
    );
    let body = body(document, statement);
    if statement.level == Weight::Error {
        let (kind, message) = (xml(statement.rule), xml(&statement.line()));
        let _ = writeln!(out, ">\n      <failure type=\"{kind}\" message=\"{message}\">{body}</failure>\n    </testcase>");
    } else {
        let _ = writeln!(out, ">\n      <system-out>{body}</system-out>\n    </testcase>");
    }
}

fn body(document: &Document, statement: &Statement<'_>) -> String {
    let mut lines = vec![statement.line()];
    if let Some(place) = statement.place {
        let line = place.line.map_or_else(String::new, |line| format!(":{line}"));
        lines.push(format!("at {}{}{line}", document.folder, place.path));
    }
    lines.extend(statement.help.map(|help| format!("help: {help}")));
    lines.iter().map(|line| xml(line)).collect::<Vec<_>>().join("\n")
}

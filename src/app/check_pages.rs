//! The pages of all codes as Markdown files: made from the same comments as `tickmark explain`.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::explain::codes;
use crate::check::{Check, Severity, check_of};
use crate::diag::Code;

/// Codes of the reader that are warnings: the project can be read all the same.
const WARNINGS: [&str; 1] = ["R32"];

/// The pages by file name, and `README.md` with the list of them.
#[must_use]
pub fn check_pages() -> BTreeMap<String, String> {
    let mut pages: BTreeMap<String, String> = codes().map(|code| (format!("{}.md", code.id), page(code))).collect();
    pages.insert("README.md".to_owned(), list());
    pages
}

fn list() -> String {
    let mut text = String::from(
        "# Codes of findings\n\nEvery finding has a code, and every code a page; `tickmark explain CODE` prints it. These pages are made from the program; a \
         test keeps them current (`UPDATE_EXPECTED=1 cargo test` writes them anew). A code is never used for anything else.\n\n\
         | Code | Name | Level | Supports | Mark | What it finds |\n|---|---|---|---|---|---|\n",
    );
    for code in codes() {
        let check = check_of(code.id);
        let (level, supports, mark) = check
            .map_or((if WARNINGS.contains(&code.id) { "warning" } else { "error" }, String::new(), ""), |check| {
                (severity(check.severity), supports(check), check.mark.map_or("", crate::check::Mark::letters))
            });
        // Writing into a string cannot fail.
        let _ = writeln!(text, "| [{0}]({0}.md) | {1} | {level} | {supports} | {mark} | {2} |", code.id, code.name, code.summary);
    }
    text
}

fn page(code: &Code) -> String {
    let mut text = format!("# {} {}\n\n{}\n", code.id, code.name, code.summary);
    if let Some(check) = check_of(code.id) {
        let mark = check.mark.map_or_else(String::new, |mark| format!("\n- Mark: `{}`", mark.letters()));
        let _ = write!(
            text,
            "\n- Level: {}\n- Supports: {}{mark}\n- Uses: {}\n- Expects: {}\n",
            severity(check.severity),
            supports(check),
            check.inputs,
            check.expects
        );
    }
    let explanation = code.explanation();
    if !explanation.is_empty() {
        // Its headings stand below that of the page.
        let mut fenced = false;
        text.push('\n');
        for line in explanation.lines() {
            fenced ^= line.starts_with("```");
            let deeper = if !fenced && line.starts_with("# ") { "#" } else { "" };
            let _ = writeln!(text, "{deeper}{line}");
        }
    }
    text
}

fn supports(check: &Check) -> String {
    let codes: Vec<&str> = check.supports.iter().map(|assertion| assertion.code()).collect();
    codes.join(" ")
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "information",
        Severity::ErrorIfAssured => "error under `assured`, else warning",
        Severity::WarningIfAssured => "warning under `assured`, else information",
    }
}

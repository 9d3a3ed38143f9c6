//! The demonstration project, clean or with a fault, and what is found in it.
//!
//! A fault is an edit of the demonstration project (see `edits.rs`) below a line that says what is wrong, and what is expected to be found. With the line
//! `committed` the clean project is committed first and the fault after it, and both count as history. With the line `signed` both commits are signed
//! by a key that the project's signers name; what stands behind the word goes before the key in their file.

use std::fs;

use tickmark::app::{CheckOptions, Progress, check};
use tickmark::catalog::link;
use tickmark::check::{Facts, Ledger, check_settings};
use tickmark::diag::{Finding, Findings};
use tickmark::source::{MemoryWorkspace, read_project};

use crate::edits::{Files, apply};
use crate::repositories::Repository;
use crate::sandbox::files_below;
use crate::tree::root;

/// The line that ends the commands of a fault.
pub(super) const EXPECTED: &str = "=== expected";

/// What the checks say of a project.
pub(super) struct Said {
    pub(super) findings: Vec<Finding>,
    pub(super) ledger: Option<Ledger>,
}

impl Said {
    /// Each finding in a line.
    pub(super) fn lines(&self) -> Vec<String> {
        let line =
            |finding: &Finding| format!("{} {} {} {}", finding.code.id, finding.level, finding.place, without_commits(&finding.message));
        self.findings.iter().map(line).collect()
    }
}

/// A message without the ids of commits, which follow from every file of the project.
fn without_commits(message: &str) -> String {
    let is_id = |text: &str| text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let parts: Vec<&str> = message.split('`').map(|part| if is_id(part) { "…" } else { part }).collect();
    parts.join("`")
}

/// The files of a project of this repository.
pub(super) fn project(folder: &str) -> Files {
    let mut files = Files::new();
    for part in ["metrics", "content", "extracts"].into_iter().filter(|part| root().join(folder).join(part).is_dir()) {
        let below = files_below(&root().join(folder).join(part)).into_iter().filter(|(path, _)| !path.ends_with('/'));
        for (path, bytes) in below {
            files.insert(format!("{part}/{path}"), String::from_utf8(bytes).expect("text"));
        }
    }
    files.insert("tickmark.yaml".to_owned(), fs::read_to_string(root().join(folder).join("tickmark.yaml")).expect("settings"));
    files
}

/// The demonstration project with a fault, or as it is.
pub(super) fn with_fault(clean: &Files, fault: &str) -> Said {
    let commands = fault.split(EXPECTED).next().unwrap_or_default();
    let is_committed = commands.lines().any(|line| line == "committed");
    let signed = commands.lines().find_map(|line| line.strip_prefix("signed")).map(str::trim);
    let is_edit = |line: &&str| *line != "committed" && !line.starts_with("signed");
    let commands: String = commands.lines().filter(is_edit).flat_map(|line| [line, "\n"]).collect();
    let mut files = clean.clone();
    apply(&commands, &mut files, |_| true);
    if is_committed { committed(clean, &files, signed) } else { in_memory(&files) }
}

/// What is found in files that have no history.
pub(super) fn in_memory(files: &Files) -> Said {
    let workspace = files.iter().fold(MemoryWorkspace::new(), |workspace, (path, text)| workspace.with(path, text));
    let reading = read_project(&workspace);
    let stopped = |findings: Findings| Said { findings: findings.sorted(), ledger: None };
    let mut findings = reading.findings;
    let Some(project) = reading.project else {
        return stopped(findings);
    };
    findings.append(check_settings(&project));
    let linking = link(project);
    findings.append(linking.findings);
    let Some(catalog) = linking.catalog else {
        return stopped(findings);
    };
    let newest = catalog.releases().iter().map(|release| release.release.released.date_in(catalog.settings().timezone)).max();
    let day = catalog.settings().report.as_of.or(newest).expect("a day");
    let ledger = Ledger::of(&catalog, &Facts::new(day));
    findings.append(ledger.findings(&catalog));
    Said { findings: findings.sorted(), ledger: Some(ledger) }
}

/// What is found when the clean project is committed, and then the other; signed, where it is said how the signers name the key.
fn committed(clean: &Files, files: &Files, signed: Option<&str>) -> Said {
    let repository = Repository::new();
    let key = signed.map(|options| {
        let key = repository.ssh_key("key");
        let public = fs::read_to_string(key.with_extension("pub")).expect("the public half");
        repository.write("content/signers", format!("board@example.org {options} {public}"));
        key
    });
    let commit = |message: &str| match &key {
        Some(key) => repository.commit_signed(key, message),
        None => repository.commit(message),
    };
    // 25 November 2026, when changes to the demonstration project have begun to count.
    repository.at(1_795_600_800);
    for (path, text) in clean {
        repository.write(path, text);
    }
    commit("Publish what is agreed");
    for path in clean.keys().filter(|path| !files.contains_key(*path)) {
        repository.remove(path);
    }
    for (path, text) in files.iter().filter(|(path, text)| clean.get(*path) != Some(*text)) {
        repository.write(path, text);
    }
    if files != clean {
        commit("Edit");
    }
    let options = CheckOptions { project: repository.folder().to_owned(), as_of: None, at: None };
    let outcome = check(&options, &Silent).expect("it can be checked");
    Said { findings: outcome.findings, ledger: outcome.made.map(|made| made.ledger) }
}

struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &'static str, _: usize) {}
    fn advance(&self) {}
    fn end(&self) {}
}

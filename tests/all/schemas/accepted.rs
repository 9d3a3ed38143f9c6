//! What the reader takes, the schemas take.

use std::fs;

use tickmark::source::parse_expression;

use super::faults_of_file;
use crate::sandbox::files_below;
use crate::tree::root;

#[test]
fn every_file_of_every_valid_project_is_accepted_by_its_schema() {
    let mut projects = vec![root(), root().join("examples/emergency-care")];
    let others = fs::read_dir(root().join("tests/projects")).expect("tests/projects");
    projects.extend(others.map(|entry| entry.expect("a readable folder entry").path()));
    let (mut wrong, mut count) = (Vec::new(), 0);
    for project in projects {
        let mut files = vec![("tickmark.yaml".to_owned(), fs::read(project.join("tickmark.yaml")).unwrap_or_default())];
        for top in ["content", "metrics"].iter().filter(|top| project.join(top).is_dir()) {
            files.extend(files_below(&project.join(top)).into_iter().map(|(path, bytes)| (format!("{top}/{path}"), bytes)));
        }
        for (path, bytes) in files.iter().filter(|(path, bytes)| !path.ends_with('/') && !bytes.is_empty()) {
            match faults_of_file(path, bytes) {
                Ok(faults) => {
                    count += 1;
                    wrong.extend(faults.into_iter().map(|fault| format!("{}: {path}: {fault}", project.display())));
                }
                Err("no schema") => {}
                Err(why) => wrong.push(format!("{}: {path}: {why}", project.display())),
            }
        }
    }
    wrong.truncate(20);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 300, "{count} files");
}

#[test]
fn formula_that_a_schema_refuses_is_refused_by_the_reader() {
    let parts = ["a", " ", "-", "/", "(", ")", ",", "min", "2.5"];
    let mut refused = 0;
    for number in 0..parts.len().pow(4) {
        let mut rest = number;
        let formula: String = (0..4)
            .map(|_| {
                let part = parts[rest % parts.len()];
                rest /= parts.len();
                part
            })
            .collect();
        let is_refused = !formula_validator().is_valid(&serde_json::json!(formula));
        refused += usize::from(is_refused);
        assert!(!is_refused || parse_expression(&formula).is_err(), "{formula}");
    }
    assert!(refused > 3000, "{refused}");
    for formula in ["numerator / denominator", "(a - b) / max(c, 1)", "-a * (b + 2)", "min (a, b)\n/ c", "a × b ÷ c"] {
        assert!(formula_validator().is_valid(&serde_json::json!(formula)), "{formula}");
        assert!(parse_expression(formula).is_ok(), "{formula}");
    }
}

/// The part of the schema of metrics that is about formulas.
fn formula_validator() -> &'static jsonschema::Validator {
    static VALIDATOR: std::sync::OnceLock<jsonschema::Validator> = std::sync::OnceLock::new();
    VALIDATOR.get_or_init(|| {
        let schema = super::json(&super::schemas().texts["metric.schema.json"]);
        jsonschema::validator_for(&schema["properties"]["formula"]).expect("a schema")
    })
}

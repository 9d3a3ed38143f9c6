//! The licences of all dependencies are among those that `deny.toml` accepts.
//!
//! `cargo deny check` says the same of every platform; this test needs no network, and speaks of the platform it runs on.

use std::process::Command;

use serde_json::Value;

use crate::tree::{read, root};

/// What the build, its tests and its tools are made of on this platform: name and licence of each crate.
fn crates() -> Vec<(String, String)> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let platform = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let args = ["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", &platform];
    let output = Command::new(cargo).args(args).current_dir(root()).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let text = |package: &Value, field: &str| package[field].as_str().unwrap_or_default().to_owned();
    found["packages"].as_array().expect("packages").iter().map(|package| (text(package, "name"), text(package, "license"))).collect()
}

/// Whether an expression of licences can be met by those that are accepted. `AND` binds closer than `OR`; a slash is an old `OR`.
fn is_met(expression: &str, accepted: &dyn Fn(&str) -> bool) -> bool {
    let mut words = Vec::new();
    for word in expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ").split_whitespace() {
        words.push(word.to_owned());
    }
    let mut rest = words.as_slice();
    any_met(&mut rest, accepted)
}

fn any_met(rest: &mut &[String], accepted: &dyn Fn(&str) -> bool) -> bool {
    let mut met = all_met(rest, accepted);
    while rest.first().is_some_and(|word| word == "OR") {
        *rest = &rest[1..];
        met |= all_met(rest, accepted);
    }
    met
}

fn all_met(rest: &mut &[String], accepted: &dyn Fn(&str) -> bool) -> bool {
    let mut met = one_met(rest, accepted);
    while rest.first().is_some_and(|word| word == "AND") {
        *rest = &rest[1..];
        met &= one_met(rest, accepted);
    }
    met
}

fn one_met(rest: &mut &[String], accepted: &dyn Fn(&str) -> bool) -> bool {
    let Some((word, after)) = rest.split_first() else { return false };
    *rest = after;
    if word == "(" {
        let met = any_met(rest, accepted);
        *rest = rest.get(1..).unwrap_or_default();
        return met;
    }
    // An exception to a licence gives more than the licence.
    if rest.first().is_some_and(|next| next == "WITH") {
        *rest = rest.get(2..).unwrap_or_default();
    }
    accepted(word)
}

#[cfg(target_os = "linux")]
#[test]
fn every_licence_is_accepted() {
    let settings = read("deny.toml");
    let allowed = settings.split("\nallow = [").nth(1).and_then(|rest| rest.split("\n]").next()).expect("the licences");
    let exceptions = settings.split("\nexceptions = [").nth(1).and_then(|rest| rest.split("\n]").next()).unwrap_or_default();
    let strange: Vec<(String, String)> = crates()
        .into_iter()
        .filter(|(name, expression)| {
            let own = exceptions.lines().find(|line| line.contains(&format!("crate = \"{name}\""))).unwrap_or_default();
            !is_met(expression, &|licence| [allowed, own].iter().any(|list| list.contains(&format!("\"{licence}\""))))
        })
        .collect();
    assert!(strange.is_empty(), "{strange:?}");
}

#[test]
fn expressions_are_met_by_what_they_ask_for() {
    let accepted = |licence: &str| licence == "MIT";
    for met in ["MIT", "MIT/Apache-2.0", "Apache-2.0 OR MIT", "(GPL-3.0 OR MIT) AND MIT", "MIT WITH LLVM-exception"] {
        assert!(is_met(met, &accepted), "{met}");
    }
    for not in ["GPL-3.0", "MIT AND GPL-3.0", "MIT AND (GPL-3.0 OR Apache-2.0)", ""] {
        assert!(!is_met(not, &accepted), "{not}");
    }
}

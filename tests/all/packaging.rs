//! What is shipped: the packaged crate, the static program and the container.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use crate::sandbox::files_below;
use crate::tree::{read, root, rust_files};

/// The files of the packaged crate.
fn packaged() -> &'static BTreeSet<String> {
    static LIST: OnceLock<BTreeSet<String>> = OnceLock::new();
    LIST.get_or_init(|| {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo).args(["package", "--list", "--allow-dirty", "--offline"]).current_dir(root()).output();
        let output = output.expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8").lines().map(str::to_owned).collect()
    })
}

#[test]
fn packaged_crate_holds_all_that_the_program_is_made_of() {
    let mut missing = Vec::new();
    for folder in ["src", "themes", "content", "extracts", "metrics", "docs/checks"] {
        let files = files_below(&root().join(folder)).into_keys().filter(|path| !path.ends_with('/'));
        missing.extend(files.map(|path| format!("{folder}/{path}")).filter(|path| !packaged().contains(path)));
    }
    missing.extend(
        ["build.rs", "tickmark.yaml", "Cargo.lock", "README.md", "LICENSE"]
            .map(str::to_owned)
            .into_iter()
            .filter(|path| !packaged().contains(path)),
    );
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn packaged_crate_holds_every_file_that_the_sources_embed() {
    let mut missing = Vec::new();
    for file in rust_files("src") {
        let folder = Path::new("src").join(&file.path).parent().expect("a folder").to_owned();
        let marks = ["include_str!(", "include_bytes!("];
        let named = marks.iter().flat_map(|mark| file.text.split(mark).skip(1));
        let named = named.filter_map(|rest| rest.trim_start_matches("concat!(").strip_prefix('"')?.split('"').next());
        for name in named {
            let mut path: Vec<&str> = folder.iter().filter_map(|part| part.to_str()).collect();
            for part in name.split('/') {
                match part {
                    ".." => drop(path.pop()),
                    part => path.push(part),
                }
            }
            let path = path.join("/");
            // The beginning of a path stands for all that follows it.
            if !packaged().iter().any(|packed| if path.ends_with('/') { packed.starts_with(&path) } else { *packed == path }) {
                missing.push(format!("{}: {path}", file.path));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn packaged_crate_holds_no_tests_and_no_output() {
    let strays = ["tests/", "output/", "examples/", "benches/", "ci/", ".ci/"];
    let found: Vec<&String> = packaged().iter().filter(|path| strays.iter().any(|folder| path.starts_with(folder))).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[cfg(unix)]
#[test]
fn scripts_that_ship_are_well_formed() {
    use std::os::unix::fs::PermissionsExt;

    for script in ["ci/static-binary", "ci/pre-commit"] {
        let output = Command::new("bash").args(["-n", script]).current_dir(root()).output().expect("bash runs");
        assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
        let mode = std::fs::metadata(root().join(script)).expect("the script").permissions().mode();
        assert_eq!(mode & 0o111, 0o111, "{script} cannot be run");
    }
}

/// The instructions of the container file, each with what follows it.
fn instructions() -> Vec<(String, String)> {
    let text = read("ci/Containerfile").replace("\\\n", " ");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_once(' ').map(|(name, rest)| (name.to_owned(), rest.to_owned())).expect("an instruction")).collect()
}

/// The instructions of the last stage, from which the container is made.
fn last_stage() -> Vec<(String, String)> {
    let all = instructions();
    let begin = all.iter().rposition(|(name, _)| name == "FROM").expect("a stage");
    all[begin..].to_vec()
}

#[test]
fn container_is_made_from_nothing_and_holds_program_and_settings_of_git() {
    let stage = last_stage();
    assert_eq!(stage[0], ("FROM".to_owned(), "scratch".to_owned()));
    let copied: Vec<&str> = stage.iter().filter(|(name, _)| name == "COPY").map(|(_, rest)| rest.as_str()).collect();
    assert_eq!(copied, ["--from=build /source/tickmark /tickmark", "ci/container/gitconfig /etc/gitconfig"]);
    assert!(!stage.iter().any(|(name, _)| name == "RUN" || name == "ADD"));
}

#[test]
fn container_runs_the_program_as_a_user_without_rights() {
    let stage = last_stage();
    let of = |wanted: &str| stage.iter().find(|(name, _)| name == wanted).map(|(_, rest)| rest.as_str());
    let (user, group) = of("USER").and_then(|ids| ids.split_once(':')).expect("numbers of user and group");
    for id in [user, group] {
        assert!(id.parse::<u32>().is_ok_and(|id| id > 0), "{id}");
    }
    assert_eq!((of("ENTRYPOINT"), of("WORKDIR")), (Some("[\"/tickmark\"]"), Some("/project")));
}

#[test]
fn container_is_built_from_what_is_there() {
    for (name, rest) in instructions() {
        let sources = rest.split(' ').filter(|word| !word.starts_with("--"));
        let sources: Vec<&str> = sources.collect();
        if name == "COPY" && !rest.starts_with("--from=") {
            for source in &sources[..sources.len() - 1] {
                assert!(root().join(source).exists(), "{source}");
            }
        } else if name == "RUN" {
            assert!(root().join(sources[0]).is_file(), "{rest}");
        } else if name == "FROM" {
            assert!(!rest.contains("latest") && (rest == "scratch" || rest.contains(':')), "{rest}");
        }
    }
}

#[test]
fn container_trusts_nothing_but_the_mounted_project() {
    let settings = read("ci/container/gitconfig");
    let lines: Vec<&str> = settings.lines().map(str::trim).filter(|line| !line.starts_with('#')).collect();
    assert_eq!(lines, ["[safe]", "directory = /project"]);
}

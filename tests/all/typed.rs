//! Documents whose commands are run as they stand there, and whose promised output has to come out.

use std::path::Path;
use std::process::Command;

/// A block of commands with what must come out of them.
pub(crate) struct Typed {
    heading: String,
    commands: String,
    expected: Option<String>,
}

/// The blocks marked `sh` of a document in their order, each with the block marked `text` that follows it.
pub(crate) fn typed(document: &str) -> Vec<Typed> {
    let (mut all, mut heading, mut lines) = (Vec::<Typed>::new(), String::new(), document.lines());
    while let Some(line) = lines.next() {
        if line.starts_with('#') {
            line.trim_start_matches(['#', ' ']).clone_into(&mut heading);
        }
        let Some(language) = line.strip_prefix("```").filter(|language| !language.is_empty()) else { continue };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let block = block.join("\n");
        match language {
            "sh" => all.push(Typed { heading: heading.clone(), commands: block, expected: None }),
            "text" => {
                if let Some(last) = all.last_mut() {
                    last.expected = Some(block);
                }
            }
            _ => {}
        }
    }
    all
}

/// Whether a line is the expected one, in which `…` stands for anything.
fn fits(line: &str, expected: &str) -> bool {
    let mut parts = expected.split('…');
    let Some(mut rest) = parts.next().and_then(|first| line.strip_prefix(first)) else { return false };
    let mut open = false;
    for part in parts {
        open = true;
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.is_empty() || open && expected.ends_with('…')
}

/// Runs all blocks in one shell, and holds what each says to what stands behind it.
pub(crate) fn say_what_is_promised(blocks: &[Typed], folder: &Path) {
    // One shell for all of them, since later commands use what earlier ones found.
    let mark = |number: usize| format!("=== block {number}");
    let mut script = "set -e -o pipefail; exec 2>&1; unset GIT_CONFIG_GLOBAL\n".to_owned();
    for (number, block) in blocks.iter().enumerate() {
        script = format!("{script}echo '{}'\n{}\n", mark(number), block.commands);
    }
    script.push_str("echo; echo '=== over'\n");
    let program = Path::new(env!("CARGO_BIN_EXE_tickmark")).parent().expect("a folder").to_str().expect("UTF-8");
    let path = format!("{program}:{}", std::env::var("PATH").expect("a path"));
    let mut shell = Command::new("bash");
    shell.args(["-c", &script]).current_dir(folder).env("PATH", path).env("LC_ALL", "C").env("HOME", folder);
    let said = String::from_utf8_lossy(&shell.output().expect("bash is installed").stdout).into_owned();
    for (number, block) in blocks.iter().enumerate() {
        let from = said.split_once(&mark(number)).unwrap_or_else(|| panic!("`{}` is not reached:\n{said}", block.heading)).1;
        let from = from.split_once('\n').map_or("", |(_, from)| from);
        let lines: Vec<&str> = from.split("\n=== ").next().unwrap_or_default().lines().collect();
        let mut lines = lines.iter().map(|line| line.trim());
        for expected in block.expected.iter().flat_map(|expected| expected.lines()) {
            let found = lines.any(|line| fits(line, expected.trim()));
            assert!(found, "{}: `{expected}` is not said by\n{}\nwhich says\n{from}", block.heading, block.commands);
        }
    }
    assert!(said.contains("=== over"), "the last command fails:\n{said}");
}

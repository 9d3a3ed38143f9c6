//! The thirteen steps of testing a report, with the commands for this package.

use super::opening::{Opened, plain};
use crate::history::BUNDLE_BRANCH;
use crate::render::leaflet::LeafletPiece;
use crate::seal::{MANIFEST, NAMESPACE};

/// The report, as commands name it.
const REPORT: &str = "data/report";

/// One step: its words by their keys, and what is special to this package.
struct Step {
    title: &'static str,
    does: &'static str,
    proves: Option<(&'static str, &'static str)>,
    pieces: Vec<LeafletPiece>,
}

/// The steps in their order.
pub(super) fn steps(opened: &Opened<'_>) -> Vec<LeafletPiece> {
    let mut out = Vec::new();
    let all = [
        roots(opened),
        complete(opened),
        signature(opened),
        time(opened),
        Step {
            title: "package-authority-title",
            does: "package-authority-do",
            proves: Some(("package-authority-proves", "package-authority-not")),
            pieces: Vec::new(),
        },
        source(opened),
        continuity(opened),
        rebuild(opened),
        Step {
            title: "package-recalculate-title",
            does: "package-recalculate-do",
            proves: Some(("package-recalculate-proves", "package-recalculate-not")),
            pieces: Vec::new(),
        },
        vouch(opened),
        Step {
            title: "package-approval-title",
            does: "package-approval-do",
            proves: Some(("package-approval-proves", "package-approval-not")),
            pieces: Vec::new(),
        },
        Step {
            title: "package-failed-title",
            does: "package-failed-do",
            proves: Some(("package-failed-proves", "package-failed-not")),
            pieces: Vec::new(),
        },
        Step {
            title: "package-retain-title",
            does: "package-retain-do",
            proves: None,
            pieces: vec![commands([format!("sha256sum {REPORT}/{MANIFEST} {MANIFEST}")])],
        },
    ];
    let language = opened.language;
    for (number, step) in (1..).zip(all) {
        out.push(LeafletPiece::Step { number, title: language.say(step.title).to_owned() });
        if !step.does.is_empty() {
            out.push(LeafletPiece::Words(language.say(step.does).to_owned()));
        }
        out.extend(step.pieces);
        if let Some((proves, proves_not)) = step.proves {
            out.push(LeafletPiece::Facts(vec![
                (language.say("package-proves").to_owned(), language.say(proves).to_owned()),
                (language.say("package-proves-not").to_owned(), language.say(proves_not).to_owned()),
            ]));
        }
    }
    out
}

fn commands<const N: usize>(lines: [String; N]) -> LeafletPiece {
    LeafletPiece::Commands(lines.into())
}

/// A word of a command, quoted so that no shell takes it for anything else.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./@:+=,".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

fn roots(opened: &Opened<'_>) -> Step {
    let language = opened.language;
    let mut pieces = Vec::new();
    if !opened.seals.is_empty() {
        pieces.push(LeafletPiece::Words(language.say("package-claims").to_owned()));
        let rows = opened.seals.iter().map(|seal| {
            let key = seal.fingerprint.as_ref().map_or_else(|| language.say("package-unfit").to_owned(), |key| format!("`{key}`"));
            let who = seal.claimed.as_deref().map_or_else(|| language.say("package-nobody").to_owned(), |who| format!("`{}`", plain(who)));
            vec![format!("`{}`", seal.file), key, who]
        });
        pieces.push(LeafletPiece::Table {
            heads: vec![
                language.say("package-head-file").to_owned(),
                language.say("package-head-key").to_owned(),
                language.say("package-head-who").to_owned(),
            ],
            rows: rows.collect(),
        });
    }
    Step { title: "package-roots-title", does: "package-roots-do", proves: Some(("package-roots-proves", "package-roots-not")), pieces }
}

fn complete(opened: &Opened<'_>) -> Step {
    let pieces = vec![
        commands(["bagit.py --validate .".to_owned()]),
        commands([
            format!("sha256sum --strict --quiet -c {MANIFEST} tagmanifest-sha256.txt"),
            format!("cut -c67- {MANIFEST} | LC_ALL=C sort > ../listed.txt"),
            "find data ! -type d | LC_ALL=C sort | diff ../listed.txt -".to_owned(),
        ]),
        LeafletPiece::Words(opened.language.say("package-or").to_owned()),
        commands(["tickmark verify . --signers ../allowed_signers".to_owned()]),
    ];
    Step {
        title: "package-complete-title",
        does: "package-complete-do",
        proves: Some(("package-complete-proves", "package-complete-not")),
        pieces,
    }
}

fn signature(opened: &Opened<'_>) -> Step {
    let command = |seal: &super::seals::Seal| {
        // Of several names or patterns the first; whoever runs it puts the one that they expect.
        let who = seal.claimed.as_deref().and_then(|who| who.split(',').next()).filter(|who| !who.contains(['*', '?', '!']));
        format!(
            "ssh-keygen -Y verify -f ../allowed_signers -I {} -n {NAMESPACE} -s {REPORT}/{} < {REPORT}/{MANIFEST}",
            quoted(who.unwrap_or("NAME")),
            seal.file
        )
    };
    let lines: Vec<String> = opened.fitting().map(command).collect();
    let title = "package-signature-title";
    if lines.is_empty() {
        let pieces = vec![commands([format!("sha256sum {REPORT}/{MANIFEST}")])];
        return Step { title, does: "package-signature-none", proves: None, pieces };
    }
    let proves = Some(("package-signature-proves", "package-signature-not"));
    Step { title, does: "package-signature-do", proves, pieces: vec![LeafletPiece::Commands(lines)] }
}

fn time(opened: &Opened<'_>) -> Step {
    let command = |seal: &super::seals::Seal| {
        let token = seal.token.as_ref()?;
        Some(format!("openssl ts -verify -in {REPORT}/{token} -data {REPORT}/{} -CAfile ../tsa-ca.pem", seal.file))
    };
    let lines: Vec<String> = opened.seals.iter().filter_map(command).collect();
    let title = "package-time-title";
    if lines.is_empty() {
        return Step { title, does: "package-time-none", proves: None, pieces: Vec::new() };
    }
    let proves = Some(("package-time-proves", "package-time-not"));
    Step { title, does: "package-time-do", proves, pieces: vec![LeafletPiece::Commands(lines)] }
}

fn source(opened: &Opened<'_>) -> Step {
    let (does, pieces) = match &opened.provenance.source {
        None => ("package-source-no-commit", Vec::new()),
        Some(_) if !opened.description.history => ("package-source-none", Vec::new()),
        Some(source) => {
            let commit = quoted(&source.commit);
            let lines = [
                format!("git clone --branch {BUNDLE_BRANCH} data/history.bundle ../src"),
                "git -C ../src bundle verify \"$PWD/data/history.bundle\"".to_owned(),
                "git -C ../src fsck --strict".to_owned(),
                format!("git -C ../src -c gpg.ssh.allowedSignersFile=\"$PWD/../allowed_signers\" verify-commit {commit}"),
                format!("git -C ../src rev-parse '{commit}^{{tree}}'"),
            ];
            ("package-source-do", vec![commands(lines)])
        }
    };
    Step { title: "package-source-title", does, proves: Some(("package-source-proves", "package-source-not")), pieces }
}

fn continuity(opened: &Opened<'_>) -> Step {
    let language = opened.language;
    let mut pieces = Vec::new();
    match &opened.provenance.previous {
        Some(previous) => {
            let digest = format!("`{}`", previous.manifest_sha256);
            pieces.push(LeafletPiece::Words(language.fill("package-continuity-named", &[("digest", digest.into())])));
            pieces.push(commands([
                format!("sha256sum ../previous/{MANIFEST}"),
                "tickmark verify . --signers ../allowed_signers --previous ../previous".to_owned(),
            ]));
        }
        None => pieces.push(LeafletPiece::Words(language.say("package-continuity-none").to_owned())),
    }
    let folders: Vec<String> = opened.chain.iter().map(|earlier| format!("sha256sum data/chain/{}/{MANIFEST}", earlier.folder())).collect();
    if !folders.is_empty() {
        pieces.push(LeafletPiece::Commands(folders));
    }
    Step {
        title: "package-continuity-title",
        does: "package-continuity-do",
        proves: Some(("package-continuity-proves", "package-continuity-not")),
        pieces,
    }
}

fn rebuild(opened: &Opened<'_>) -> Step {
    let language = opened.language;
    let mut pieces = Vec::new();
    if let Some(source) = opened.provenance.source.as_ref().filter(|source| source.clean) {
        let options = &opened.provenance.options;
        let folder = if source.folder.is_empty() { "../src".to_owned() } else { format!("../src/{}", source.folder) };
        let mut build = format!("tickmark -C {} build --as-of {}", quoted(&folder), quoted(&options.as_of));
        if let Some(since) = &options.since {
            build = format!("{build} --since {}", quoted(since));
        }
        if opened.provenance.previous.is_some() {
            build.push_str(" --previous \"$PWD/../previous\"");
        }
        if options.allowed.findings {
            build.push_str(" --allow-findings");
        }
        if options.allowed.dirty {
            build.push_str(" --allow-dirty");
        }
        pieces.push(commands([
            format!("git -C ../src checkout --quiet {}", quoted(&source.commit)),
            format!("{build} --output \"$PWD/../rebuilt\""),
            format!("diff ../rebuilt/{MANIFEST} {REPORT}/{MANIFEST}"),
        ]));
        pieces.push(LeafletPiece::Words(language.say("package-or").to_owned()));
        pieces.push(commands(["tickmark verify . --signers ../allowed_signers --rebuild ../src".to_owned()]));
    } else {
        pieces.push(LeafletPiece::Warning(language.say("package-dirty").to_owned()));
    }
    Step {
        title: "package-rebuild-title",
        does: "package-rebuild-do",
        proves: Some(("package-rebuild-proves", "package-rebuild-not")),
        pieces,
    }
}

fn vouch(opened: &Opened<'_>) -> Step {
    let seed = opened.description.report_manifest_sha256;
    Step {
        title: "package-vouch-title",
        does: "package-vouch-do",
        proves: Some(("package-vouch-proves", "package-vouch-not")),
        pieces: vec![
            LeafletPiece::Words(opened.language.say("package-vouch-rule").to_owned()),
            commands([format!("printf '%s %s#%s' {seed} PAGE ANCHOR | sha256sum")]),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_of_a_command_stays_one_word() {
        assert_eq!(quoted("lead@example.org"), "lead@example.org");
        assert_eq!(quoted("a; rm -rf '$HOME'"), "'a; rm -rf '\\''$HOME'\\'''");
        assert_eq!(quoted(""), "''");
    }
}

//! Reads `src/` and holds it to the house rules: layers in one direction, doors to the world in few files,
//! each heavy crate in one file, small files that say what they are for.
//!
//! The tables below are the one place for these rules; `docs/architecture.md` is checked against them.
//! All violations are reported at once.

use crate::house_rules::{House, listed};
use crate::tree::{read, rust_files};

/// The layers from left to right. A layer may import itself and the groups to its left; the members of one
/// group do not import each other.
pub(crate) const LAYERS: &[&[&str]] = &[
    &["diag"],
    &["model"],
    &["source"],
    &["trust"],
    &["history"],
    &["catalog"],
    &["diff", "stats"],
    &["check"],
    &["language"],
    &["site"],
    &["render"],
    &["seal"],
    &["app"],
    &["cli"],
];

/// A file that may touch the world outside the process (†).
pub(crate) struct Door {
    pub(crate) file: &'static str,
    pub(crate) touches: &'static str,
    /// The outer names that this file, and no other, may use; a shorter path covers what lies below it.
    pub(crate) names: &'static [&'static str],
}

/// The doors to the world.
pub(crate) const DOORS: &[Door] = &[
    Door { file: "app/agent.rs", touches: "ssh-agent", names: &["std::env"] },
    Door {
        file: "app/clock.rs",
        touches: "the clock and `SOURCE_DATE_EPOCH`",
        names: &["std::env", "std::time::Instant", "std::time::SystemTime"],
    },
    Door {
        file: "app/delivery.rs",
        touches: "files that were asked for by name, and `GITHUB_STEP_SUMMARY`",
        names: &["std::env", "std::fs"],
    },
    Door { file: "app/disk.rs", touches: "files and folders", names: &["std::fs", "walkdir"] },
    Door { file: "app/held_folder.rs", touches: "the folder a report is written to, by its descriptor", names: &["std::fs", "rustix"] },
    Door { file: "app/init/new_folder.rs", touches: "the folder of a new project", names: &["std::fs"] },
    Door { file: "app/named_folder.rs", touches: "the same where folders have no descriptors", names: &["std::fs"] },
    Door { file: "app/new_files.rs", touches: "files that are begun in a project, and never replaced", names: &["std::fs"] },
    Door { file: "app/output.rs", touches: "the place of the output folder, into which a report is swapped", names: &["std::fs"] },
    Door {
        file: "app/passphrase.rs",
        touches: "the terminal, where a passphrase is asked, and the descriptor it is read from",
        names: &["std::fs"],
    },
    Door { file: "app/package_output.rs", touches: "the place of a package, and archives that were handed over", names: &["std::fs"] },
    Door {
        file: "app/repository_cache.rs",
        touches: "what is known of the history and pages of the preview, kept inside the repository",
        names: &["std::fs", "std::process"],
    },
    Door { file: "app/sealed_folder.rs", touches: "reports that were handed over", names: &["std::fs"] },
    Door { file: "app/serve/server.rs", touches: "the network, for the preview, and the signals that end it", names: &["std::net"] },
    Door { file: "app/serve/watch.rs", touches: "what happens to the files of a project while it is previewed", names: &["std::fs"] },
    Door { file: "app/signature_file.rs", touches: "signatures beside a report", names: &["std::fs"] },
    Door { file: "app/working_folder.rs", touches: "the folder beside the output folder, and its lock", names: &["std::fs"] },
    Door { file: "cli/run.rs", touches: "the terminal", names: &["std::io"] },
    Door { file: "history/git.rs", touches: "the git repository and the work tree around it", names: &["git2", "std::fs"] },
    Door { file: "history/gpg.rs", touches: "`gpg` and its keyring, where somebody asks for that", names: &["std::process"] },
    Door { file: "main.rs", touches: "the arguments, the output streams, the exit code", names: &["std::env", "std::io", "std::process"] },
];

/// Outer names that only a door may use.
pub(crate) const GUARDED: &[&str] = &[
    "std::env",
    "std::fs",
    "std::io::*",
    "std::io::Stderr",
    "std::io::Stdin",
    "std::io::Stdout",
    "std::io::stderr",
    "std::io::stdin",
    "std::io::stdout",
    "std::net",
    "std::process",
    "std::thread::sleep",
    "std::time::*",
    "std::time::Instant",
    "std::time::SystemTime",
];

/// A crate that is named in one file only, so that it can be replaced (‡).
pub(crate) struct Heavy {
    pub(crate) krate: &'static str,
    pub(crate) file: &'static str,
    pub(crate) does: &'static str,
}

/// The heavy crates.
pub(crate) const HEAVY: &[Heavy] = &[
    heavy("annotate_snippets", "cli/report/text.rs", "findings with their excerpt"),
    heavy("axum", "app/serve/server.rs", "answering browsers"),
    heavy("charts_rs", "render/chart/plain.rs", "sparklines, bars"),
    heavy("chrono", "model/date.rs", "days of the calendar"),
    heavy("chrono_tz", "model/date.rs", "time zones"),
    heavy("clap", "cli/args.rs", "the command line"),
    heavy("clap_complete", "cli/completions.rs", "completions of shells"),
    heavy("clap_mangen", "cli/man.rs", "manual pages"),
    heavy("csv_core", "source/table_rows.rs", "CSV rows"),
    heavy("der", "seal/trusted_time/fields.rs", "DER, the bytes of time stamps and certificates"),
    heavy("fluent_syntax", "language/catalogue.rs", "catalogues of words"),
    heavy("git2", "history/git.rs", "git objects and commits"),
    heavy("granit_parser", "source/yaml.rs", "YAML"),
    heavy("indicatif", "cli/progress.rs", "progress bars"),
    heavy("intl_pluralrules", "language/plural.rs", "plurals"),
    heavy("layout", "render/graph/layout.rs", "lineage layout"),
    heavy("mimalloc", "main.rs", "the allocator"),
    heavy("notify", "app/serve/watch.rs", "watching files"),
    heavy("open", "app/serve/browser.rs", "opening a browser"),
    heavy("p256", "seal/trusted_time/keys.rs", "signatures of time stamps on the curve P-256"),
    heavy("p384", "seal/trusted_time/keys.rs", "signatures of time stamps on the curve P-384"),
    heavy("pulldown_cmark", "render/markdown.rs", "Markdown"),
    heavy("rpassword", "app/passphrase.rs", "passphrases asked on the terminal"),
    heavy("rsa", "seal/trusted_time/keys.rs", "signatures of time stamps by RSA"),
    heavy("rust_decimal", "model/number/decimal.rs", "decimals"),
    heavy("rustix", "app/held_folder.rs", "folders by their descriptor, and swapping two at once"),
    heavy("rust_xlsxwriter", "render/recalc/workbook.rs", "workbooks of spreadsheets"),
    heavy("sha1", "history/object_hash.rs", "ids of the objects of a repository"),
    heavy("signature", "trust/ssh.rs", "the trait of signatures that are checked and made"),
    heavy("similar", "diff/words.rs", "which words of two texts agree"),
    heavy("ssh_key", "trust/ssh.rs", "signatures of OpenSSH"),
    heavy("tera", "render/engine.rs", "templates"),
    heavy("tokio", "app/serve/server.rs", "connections, signals and timers of the preview"),
    heavy("tokio_stream", "app/serve/server.rs", "the stream of what is new"),
    heavy("unic_langid", "language/plural.rs", "tags of languages"),
    heavy("unicode_normalization", "model/letters.rs", "letters composed, and without their marks"),
    heavy("walkdir", "app/disk.rs", "walking folders"),
    heavy("x509_cert", "seal/trusted_time/certificate.rs", "certificates of time-stamping authorities"),
    heavy("zip", "seal/archive.rs", "packages in one file"),
];

/// Crates that any file may name: they shape values and hide no decision.
const FREE: &[&str] = &[
    "anstream",
    "flate2",                // deflate, as zip and git pack
    "libz_sys",              // built in for git2, never named
    "pulldown_cmark_escape", // two escaping functions
    "rayon",                 // work on all threads, whose results keep their order
    "schemars",
    "serde",
    "serde_json",
    "sha2",
    "strsim",
    "thiserror",
    "zeroize", // wipes memory
];

/// Packages whose crate has another name.
pub(crate) const RENAMED: &[(&str, &str)] = &[("layout-rs", "layout")];

pub(crate) const fn heavy(krate: &'static str, file: &'static str, does: &'static str) -> Heavy {
    Heavy { krate, file, does }
}

/// All layers in their order, those of one group side by side.
pub(crate) fn layer_order() -> impl Iterator<Item = &'static str> {
    LAYERS.iter().flat_map(|group| group.iter().copied())
}

#[test]
fn sources_keep_the_house_rules() {
    let house = House { doors: DOORS, heavy: HEAVY, free: FREE };
    let all = house.violations(&rust_files("src"), &read("Cargo.toml"));
    assert!(all.is_empty(), "{} house rules broken\n{}", all.len(), listed(&all));
}

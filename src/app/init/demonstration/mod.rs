//! The demonstration project as a repository with the two years in which it came to be.
//!
//! Its newest commit holds the project of the root of Tickmark's own repository, byte for byte, and beside it who may sign, the key, and a page that
//! says what it is. The same program writes the same commits, on any machine: the days come from the project, and the key from public words.

mod calendar;
mod commits;
mod earlier;
mod known;
mod packed;
mod states;

use std::collections::BTreeMap;

use self::calendar::Calendar;
use self::commits::commit_message;
use self::states::{State, states};
use super::OUTPUT_IGNORED;
use crate::history::{By, NewCommit, NewRepository};
use crate::trust::{ThrowAwayKey, signature_file};

/// Where the key stands in the project.
pub(super) const KEY: &str = "throw-away-key/demonstration";

/// The words of which the key is made, for everybody to make it again.
const WORDS: &str = "the throw-away key of Tickmark's demonstration: it is public and protects nothing";

/// Who commits, and whose key it is.
const SIGNER: &str = "demonstration@larkhaven.example";

/// The namespace in which git signs.
const GIT: &str = "git";

/// The sections of the repository's settings by which git checks signatures.
const SETTINGS: &str = "[gpg]\n\tformat = ssh\n[gpg \"ssh\"]\n\tallowedSignersFile = content/signers\n";

/// Every file of the demonstration, those of its `.git` among them.
///
/// Gives nothing where the project that was packed has lost the days from which its history is made, which a test excludes.
pub(super) fn demonstration() -> Option<BTreeMap<String, Vec<u8>>> {
    let key = ThrowAwayKey::of(WORDS, &format!("{SIGNER} throw-away, public, protects nothing"))?;
    let beside = beside(&key);
    let project = packed::files();
    let texts = project.iter().map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into_owned())).collect();
    let calendar = Calendar::of(&texts)?;
    let mut repository = NewRepository::default();
    let mut before = BTreeMap::new();
    let mut whole = BTreeMap::new();
    for State { at, release, files } in states(&calendar, &texts) {
        let told = commit_message(&before, &files, release.as_deref(), &texts);
        whole = beside.clone();
        whole.extend(files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())));
        let commit = NewCommit {
            files: &whole,
            author: By { name: told.author.0, email: told.author.1, at },
            committer: By { name: "Larkhaven demonstration".to_owned(), email: SIGNER.to_owned(), at },
            message: told.message,
        };
        let sign = |payload: &[u8]| Some(signature_file(key.key.public(), GIT, &key.key.sign(GIT, payload)?));
        repository.commit(&commit, sign)?;
        if let Some(release) = release {
            repository.tag(&release);
        }
        before = files;
    }
    whole.extend(repository.into_files(SETTINGS).into_iter().map(|(path, bytes)| (format!(".git/{path}"), bytes)));
    Some(whole)
}

/// What stands beside the project from the first commit on.
fn beside(key: &ThrowAwayKey) -> BTreeMap<String, Vec<u8>> {
    let signers = format!(
        "# Larkhaven Water is invented, and so is this signer. The key is public: it stands in throw-away-key/.\n\
        {SIGNER} namespaces=\"git,tickmark-report\",valid-after=\"20240901Z\" {}\n",
        key.public_line.split(' ').take(2).collect::<Vec<_>>().join(" ")
    );
    let files: [(&str, String); 5] = [
        ("README.md", include_str!("README.md").to_owned()),
        ("content/signers", signers),
        ("output/.gitignore", OUTPUT_IGNORED.to_owned()),
        (KEY, key.file.clone()),
        ("throw-away-key/demonstration.pub", format!("{}\n", key.public_line)),
    ];
    files.map(|(path, text)| (path.to_owned(), text.into_bytes())).into()
}

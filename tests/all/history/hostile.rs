//! Names, messages and paths that somebody chose to do harm: taken as they are, and nothing else is lost.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use super::*;

/// Writes a commit byte by byte on top of the newest; gives its id.
fn commit_bytes(repository: &Repository, author: &[u8], message: &[u8]) -> String {
    let tree = repository.text(&["write-tree"]);
    let parent = repository.head();
    let mut bytes = format!("tree {tree}\nparent {parent}\nauthor ").into_bytes();
    bytes.extend_from_slice(author);
    bytes.extend_from_slice(b"\ncommitter Carl <carl@example.org> 1800000000 +0000\n\n");
    bytes.extend_from_slice(message);
    let said = repository.feed(&["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], &bytes);
    let id = String::from_utf8(said).expect("an id").trim().to_owned();
    repository.git(&["update-ref", "HEAD", &id]);
    id
}

fn begun() -> Repository {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.write(WAIT, text("Two")).git(&["add", "--all"]);
    repository
}

#[test]
fn a_hostile_message_is_kept_to_the_letter() {
    let message = "\u{202e}<script>alert(1)</script>\u{1b}[31m\r\n\n<img src=x onerror=alert(1)>\u{0}\u{7}\n";
    let repository = begun();
    commit_bytes(&repository, b"Ann <ann@example.org> 1800000000 +0000", message.as_bytes());
    assert_eq!(&*past(repository.folder()).commits[0].message, message);
}

#[test]
fn bytes_that_are_no_text_are_replaced() {
    let repository = begun();
    commit_bytes(&repository, b"A\xff\xfe <\xc3@example.org> 1800000000 +0000", b"Gr\xfc\xdfe\n");
    let past = past(repository.folder());
    let commit = &past.commits[0];
    assert_eq!((&*commit.author.name, &*commit.author.email), ("A\u{fffd}\u{fffd}", "\u{fffd}@example.org"));
    assert_eq!(&*commit.message, "Gr\u{fffd}\u{fffd}e\n");
}

#[test]
fn a_hostile_name_does_not_become_an_address() {
    let repository = begun();
    commit_bytes(&repository, "Ann <root@example.org> \u{202e}\u{1b}]0;x\u{7} <ann@example.org> 1800000000 +0000".as_bytes(), b"Edit\n");
    let past = past(repository.folder());
    assert!(past.commits[0].author.email.ends_with("ann@example.org"), "{:?}", past.commits[0].author);
    assert_eq!(past.commits[0].author.at.unix(), 1_800_000_000);
}

#[test]
fn impossible_stamps_hide_no_commit() {
    for author in ["", "Ann", "<>", "Ann <ann@example.org>", "Ann <a> 99999999999999999999 +0000", "Ann <a> -5 +9999", "Ann <a> 1 +0a00"] {
        let repository = begun();
        commit_bytes(&repository, author.as_bytes(), b"Edit\n");
        assert_eq!(told(&past(repository.folder()), &wait()), ["Edit: edits", "Begin: adds"], "{author}");
    }
}

#[test]
fn a_commit_without_a_message_has_an_empty_subject() {
    let repository = begun();
    commit_bytes(&repository, b"Ann <ann@example.org> 1800000000 +0000", b"");
    assert_eq!(past(repository.folder()).commits[0].subject(), "");
}

#[test]
fn a_message_that_looks_like_headers_is_a_message() {
    let repository = begun();
    let message = "parent 0000000000000000000000000000000000000000\nauthor Eve <eve@example.org> 1 +0000\n\ngpgsig x\n";
    commit_bytes(&repository, b"Ann <ann@example.org> 1800000000 +0000", message.as_bytes());
    let past = past(repository.folder());
    assert_eq!((past.commits[0].parents.len(), &*past.commits[0].author.name), (1, "Ann"));
}

#[test]
fn odd_paths_are_no_records_and_hide_none() {
    let repository = Repository::new();
    let odd: [&[u8]; 9] = [
        b"metrics/definitions/a\nb.yaml",
        b"metrics/definitions/\xff\xfe.yaml",
        "metrics/definitions/\u{202e}lmay.tiaw".as_bytes(),
        b"metrics/definitions/<script>alert(1)<.yaml",
        b"metrics/definitions/ wait.yaml",
        b"metrics/definitions/\x1b[31m.yaml",
        b"metrics/definitions/\xff/deep.yaml",
        b"metrics/\"quoted\"\t.yaml",
        b"content/a:b|c*?.md",
    ];
    for path in odd {
        repository.write(OsStr::from_bytes(path), text("Odd"));
    }
    repository.write(WAIT, text("One")).commit("Begin");
    repository.write(WAIT, text("Two")).write("metrics/definitions/c\nd.yaml", text("Not committed"));
    let past = past(repository.folder());
    assert_eq!(told(&past, &wait()), ["not committed: edits", "Begin: adds"]);
    let odd: Vec<&Part> = past.logs.keys().filter(|part| **part != wait()).collect();
    assert!(odd.iter().all(|part| matches!(part, Part::Record(record) if record.id.as_str() == "deep")), "{odd:?}");
}

#[test]
fn a_message_of_a_mebibyte_is_read() {
    let repository = begun();
    commit_bytes(&repository, b"Ann <ann@example.org> 1800000000 +0000", "x".repeat(1 << 20).as_bytes());
    assert_eq!(past(repository.folder()).commits[0].message.len(), 1 << 20);
}

#[test]
fn settings_of_the_repository_start_no_program() {
    let repository = begun();
    let mark = repository.beside("started");
    let command = format!("touch {}", mark.display());
    for key in ["core.fsmonitor", "filter.evil.clean", "filter.evil.process", "diff.evil.textconv", "core.sshCommand"] {
        repository.git(&["config", key, &command]);
    }
    repository.write(".gitattributes", "*.yaml filter=evil diff=evil\n");
    repository.write(WAIT, text("Three"));
    past(repository.folder());
    assert!(!mark.exists());
}

//! Repositories that have lost objects, or hold broken ones: a clear failure, never a wrong past.

use super::*;

/// A repository of two commits, and the id of what stands at a name in the older one.
fn older(name: &str) -> (Repository, String) {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    repository.write(WAIT, text("Two")).commit("Edit");
    let id = repository.text(&["rev-parse", &format!("HEAD~1{name}")]);
    (repository, id)
}

fn object(repository: &Repository, id: &str) -> std::path::PathBuf {
    let path = bytes_of_id(&repository.folder().join(".git"), id);
    let mut permissions = fs::metadata(&path).expect("a loose object").permissions();
    #[expect(clippy::permissions_set_readonly_false, reason = "the file is gone with the test")]
    permissions.set_readonly(false);
    fs::set_permissions(&path, permissions).expect("the owner may");
    path
}

#[test]
fn a_lost_commit_is_named() {
    let (repository, id) = older("");
    fs::remove_file(object(&repository, &id)).expect("it was there");
    let failure = read(repository.folder()).expect_err("a commit is missing");
    assert!(failure.to_string().contains(&format!("commit {id}")), "{failure}");
    assert!(failure.help().expect("help").contains("git fsck"), "{:?}", failure.help());
}

#[test]
fn a_lost_folder_is_named() {
    let (repository, id) = older(":metrics/definitions");
    fs::remove_file(object(&repository, &id)).expect("it was there");
    let failure = read(repository.folder()).expect_err("a tree is missing");
    assert!(failure.to_string().contains(&format!("tree {id}")), "{failure}");
}

#[test]
fn a_lost_file_loses_nothing_but_its_bytes() {
    let (repository, id) = older(&format!(":{WAIT}"));
    let before = past(repository.folder());
    fs::remove_file(object(&repository, &id)).expect("it was there");
    assert_eq!(past(repository.folder()), before);
}

#[test]
fn a_head_that_leads_nowhere_is_a_failure() {
    let (repository, _) = older("");
    let id = repository.head();
    fs::remove_file(object(&repository, &id)).expect("it was there");
    let failure = read(repository.folder()).expect_err("the newest commit is missing");
    assert!(failure.to_string().contains(&id), "{failure}");
}

#[test]
fn bytes_that_do_not_unpack_are_a_failure() {
    for name in ["", ":metrics/definitions"] {
        let (repository, id) = older(name);
        fs::write(object(&repository, &id), b"not packed at all").expect("it may be written");
        let failure = read(repository.folder()).expect_err("an object is damaged");
        assert!(failure.to_string().contains(&id), "{failure}");
    }
}

#[test]
fn an_object_under_the_id_of_another_is_a_failure() {
    for (name, other) in [("", "HEAD"), (":metrics/definitions", "HEAD:metrics/definitions")] {
        let (repository, id) = older(name);
        let other = repository.text(&["rev-parse", other]);
        let bytes = fs::read(object(&repository, &other)).expect("the newer one");
        fs::write(object(&repository, &id), bytes).expect("it may be written");
        let failure = read(repository.folder()).expect_err("an object is another one");
        assert!(failure.to_string().contains(&id), "{failure}");
    }
}

#[test]
fn a_cut_pack_is_a_failure() {
    let (repository, _) = older("");
    repository.git(&["gc", "-q", "--prune=now"]);
    let folder = repository.folder().join(".git/objects/pack");
    for entry in fs::read_dir(folder).expect("packs") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "pack") {
            let bytes = fs::read(&path).expect("a pack");
            fs::remove_file(&path).expect("the owner may");
            fs::write(&path, &bytes[..bytes.len() / 2]).expect("the owner may");
        }
    }
    assert!(read(repository.folder()).is_err());
}

#[test]
fn a_commit_that_makes_no_sense_is_a_failure() {
    let repository = Repository::new();
    repository.write(WAIT, text("One")).commit("Begin");
    let odd = repository.feed(&["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], b"author nobody\n\nno tree\n");
    let id = String::from_utf8(odd).expect("an id").trim().to_owned();
    fs::write(repository.folder().join(".git/refs/heads/main"), format!("{id}\n")).expect("a branch");
    let failure = read(repository.folder()).expect_err("the commit has no tree");
    assert!(!failure.to_string().is_empty());
}

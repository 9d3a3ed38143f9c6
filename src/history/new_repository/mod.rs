//! A repository that is written from nothing, as the files of its `.git`.
//!
//! The same commits are the same bytes: neither a clock nor a machine nor anybody's settings of git have a say. Knows what git reads
//! (`gitformat-pack(5)`, `gitformat-index(5)`), and neither disks nor what the files of a commit mean.

mod index;
mod pack;

use std::collections::BTreeMap;

use self::pack::{Kind, Pack};
use super::objects::ObjectId;

/// The branch of a new repository.
const BRANCH: &str = "main";

/// Whoever made a commit, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// The name.
    pub name: String,
    /// The address of mail.
    pub email: String,
    /// Seconds since 1970; the zone is UTC.
    pub at: i64,
}

impl By {
    fn line(&self) -> String {
        format!("{} <{}> {} +0000", self.name, self.email, self.at)
    }
}

/// A commit that is to be written.
#[derive(Clone, Debug)]
pub struct NewCommit<'a> {
    /// Every file of it by its path.
    pub files: &'a BTreeMap<String, Vec<u8>>,
    /// Who wrote it.
    pub author: By,
    /// Who committed it.
    pub committer: By,
    /// What is said of it, ending in a line feed.
    pub message: String,
}

/// A repository with a branch on which each commit follows the one before.
#[derive(Debug, Default)]
pub struct NewRepository {
    pack: Pack,
    head: Option<ObjectId>,
    tags: BTreeMap<String, ObjectId>,
    /// What the newest commit holds.
    files: BTreeMap<String, (ObjectId, usize)>,
    /// The bytes of those files, by which one that stays is known again.
    bytes: BTreeMap<String, Vec<u8>>,
}

impl NewRepository {
    /// Adds a commit after the newest; `sign` is given its bytes and gives the armour of a signature.
    ///
    /// Gives nothing where the signature fails.
    pub fn commit(&mut self, commit: &NewCommit<'_>, sign: impl Fn(&[u8]) -> Option<String>) -> Option<()> {
        let mut files = BTreeMap::new();
        for (path, bytes) in commit.files {
            let known = self.files.get(path).filter(|_| self.bytes.get(path) == Some(bytes)).copied();
            files.insert(path.clone(), known.unwrap_or_else(|| (self.pack.add(Kind::Blob, bytes), bytes.len())));
        }
        (self.files, self.bytes) = (files, commit.files.clone());
        let tree = self.tree("", &self.files.clone());
        let parent = self.head.map_or_else(String::new, |parent| format!("parent {parent}\n"));
        let head = format!("tree {tree}\n{parent}author {}\ncommitter {}\n", commit.author.line(), commit.committer.line());
        let unsigned = format!("{head}\n{}", commit.message);
        let armour = sign(unsigned.as_bytes())?;
        // A header goes on over several lines where those after the first begin with a space.
        let signature = armour.trim_end().replace('\n', "\n ");
        let signed = format!("{head}gpgsig {signature}\n\n{}", commit.message);
        self.head = Some(self.pack.add(Kind::Commit, signed.as_bytes()));
        Some(())
    }

    /// Gives the newest commit a name.
    pub fn tag(&mut self, name: &str) {
        if let Some(head) = self.head {
            self.tags.insert(name.to_owned(), head);
        }
    }

    /// The id of the newest commit.
    #[must_use]
    pub fn head(&self) -> Option<String> {
        self.head.map(|head| head.to_string())
    }

    /// The files of the folder `.git` by their paths in it; `settings` are sections of its `config`.
    #[must_use]
    pub fn into_files(self, settings: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut put = |path: String, bytes: Vec<u8>| files.insert(path, bytes);
        put("HEAD".to_owned(), format!("ref: refs/heads/{BRANCH}\n").into());
        let core = "[core]\n\trepositoryformatversion = 0\n\tfilemode = false\n\tbare = false\n\tautocrlf = false\n";
        put("config".to_owned(), format!("{core}{settings}").into());
        put("index".to_owned(), index::write(&self.files));
        if let Some(head) = self.head {
            put(format!("refs/heads/{BRANCH}"), format!("{head}\n").into());
        }
        for (name, id) in &self.tags {
            put(format!("refs/tags/{name}"), format!("{id}\n").into());
        }
        let (name, pack, index) = self.pack.finish();
        put(format!("objects/pack/pack-{name}.pack"), pack);
        put(format!("objects/pack/pack-{name}.idx"), index);
        files
    }

    /// Adds the tree of a folder, whose path ends in `/` unless it is the root; `files` are those below it, in order.
    fn tree(&mut self, folder: &str, files: &BTreeMap<String, (ObjectId, usize)>) -> ObjectId {
        let mut entries: BTreeMap<Vec<u8>, (&str, String, ObjectId)> = BTreeMap::new();
        for (path, (id, _)) in files {
            let Some(below) = path.strip_prefix(folder) else { continue };
            match below.split_once('/') {
                None => {
                    entries.insert(below.into(), ("100644", below.to_owned(), *id));
                }
                // git sorts a folder as if its name ended in a slash.
                Some((name, _)) => {
                    let key = format!("{name}/");
                    if !entries.contains_key(key.as_bytes()) {
                        let inside = format!("{folder}{key}");
                        let below = files.range(inside.clone()..).take_while(|(path, _)| path.starts_with(&inside));
                        let below = below.map(|(path, entry)| (path.clone(), *entry)).collect();
                        let id = self.tree(&inside, &below);
                        entries.insert(key.into_bytes(), ("40000", name.to_owned(), id));
                    }
                }
            }
        }
        let mut bytes = Vec::new();
        for (mode, name, id) in entries.into_values() {
            bytes.extend_from_slice(format!("{mode} {name}\0").as_bytes());
            bytes.extend_from_slice(id.as_bytes());
        }
        self.pack.add(Kind::Tree, &bytes)
    }
}

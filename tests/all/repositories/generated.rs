//! A repository full of merges, drawn from a seed and written through `git fast-import`.
//!
//! Branches are worked on and merged at random: a third of the commits are merges, some of three and more branches, some with
//! edits of their own, some that take nothing; files are added, edited, moved, removed and written again. Clocks go wrong now
//! and then, and no two commits have the same time.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::Repository;

/// Draws whole numbers (splitmix64: Steele, Lea and Flood, 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let scaled = ((mixed ^ (mixed >> 31)) >> 32) * u64::try_from(limit).expect("small");
        usize::try_from(scaled >> 32).expect("below the limit")
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// The files of a branch: by number the path and the text.
type Files = BTreeMap<usize, (String, String)>;

#[derive(Clone)]
struct Branch {
    head: usize,
    files: Files,
}

struct Generator {
    random: Random,
    branches: Vec<Branch>,
    written: usize,
    texts: usize,
    stream: String,
}

/// Branches at any time; the first is `main`.
const BRANCHES: usize = 6;
/// Files of the project.
const FILES: usize = 40;

/// Makes a repository of so many commits, with `main` checked out.
pub(crate) fn generate(seed: u64, commits: usize) -> Repository {
    let mut generator = Generator { random: Random(seed), branches: Vec::new(), written: 0, texts: 0, stream: String::new() };
    generator.begin();
    while generator.written < commits {
        if generator.random.below(3) == 0 { generator.merge() } else { generator.work() }
    }
    let repository = Repository::new();
    let head = generator.branches[0].head;
    writeln!(generator.stream, "reset refs/heads/main\nfrom :{head}\n").expect("memory takes text");
    repository.feed(&["fast-import", "--quiet"], generator.stream.as_bytes());
    repository.git(&["reset", "-q", "--hard"]);
    repository
}

/// The path of a file; `moved` puts a record into a folder below that of its kind.
fn path(number: usize, moved: usize) -> String {
    let below = ["", "voice/", "old/deep/"][moved % 3];
    match number {
        0 => "tickmark.yaml".to_owned(),
        1..=20 => format!("metrics/definitions/{below}metric-{number}.yaml"),
        21..=27 => format!("content/decisions/{below}decision-{number}.yaml"),
        28..=38 if number.is_multiple_of(2) => format!("metrics/snapshots/2026-{number}/release.yaml"),
        28..=38 => format!("metrics/snapshots/2026-{}/metric-1.csv", number - 1),
        _ => "README.md".to_owned(),
    }
}

impl Generator {
    fn begin(&mut self) {
        let mut files = Files::new();
        for number in 0..FILES / 2 {
            files.insert(number * 2, (path(number * 2, 0), format!("title: File {number}\n")));
        }
        let head = self.write(&[], &files);
        self.branches = vec![Branch { head, files }; BRANCHES];
    }

    /// Writes one commit; gives its mark.
    fn write(&mut self, parents: &[usize], files: &Files) -> usize {
        self.written += 1;
        // Every seventh clock is a month slow.
        let seconds = 1_700_000_000 + self.written * 600 - usize::from(self.written.is_multiple_of(7)) * 2_592_000;
        let message = format!("Commit {}", self.written);
        let stream = &mut self.stream;
        write!(stream, "commit refs/heads/work-{}\nmark :{}\n", self.written, self.written).expect("memory takes text");
        write!(stream, "committer Carl <carl@example.org> {seconds} +0000\ndata {}\n{message}\n", message.len())
            .expect("memory takes text");
        for (place, parent) in parents.iter().enumerate() {
            writeln!(stream, "{} :{parent}", if place == 0 { "from" } else { "merge" }).expect("memory takes text");
        }
        writeln!(stream, "deleteall").expect("memory takes text");
        for (path, text) in files.values() {
            write!(stream, "M 100644 inline {path}\ndata {}\n{text}\n", text.len()).expect("memory takes text");
        }
        writeln!(stream).expect("memory takes text");
        self.written
    }

    /// Edits, adds, moves or removes a file.
    fn edit(&mut self, files: &mut Files) {
        let number = self.random.below(FILES);
        self.texts += 1;
        // Sometimes two branches write the same.
        let text = format!("title: File {number}\nnotes: {}\n", if self.random.one_in(5) { 0 } else { self.texts });
        match (self.random.below(8), files.get(&number).cloned()) {
            (0, Some(_)) => {
                files.remove(&number);
            }
            (1, Some((_, text))) => {
                files.insert(number, (path(number, self.random.below(3)), text));
            }
            (2, Some(_)) | (_, None) => {
                files.insert(number, (path(number, self.random.below(3)), text));
            }
            (_, Some((path, _))) => {
                files.insert(number, (path, text));
            }
        }
    }

    fn work(&mut self) {
        let chosen = self.random.below(BRANCHES);
        let mut files = self.branches[chosen].files.clone();
        for _ in 0..=self.random.below(3) {
            self.edit(&mut files);
        }
        // Now and then a branch begins anew from another, or without a past.
        let parents = match self.random.below(40) {
            0 if chosen > 0 => vec![],
            1..=4 if chosen > 0 => {
                let other = self.branches[self.random.below(BRANCHES)].clone();
                files = other.files;
                self.edit(&mut files);
                vec![other.head]
            }
            _ => vec![self.branches[chosen].head],
        };
        let head = self.write(&parents, &files);
        self.branches[chosen] = Branch { head, files };
    }

    fn merge(&mut self) {
        let into = if self.random.one_in(2) { 0 } else { self.random.below(BRANCHES) };
        let count = if self.random.one_in(6) { 2 + self.random.below(2) } else { 1 };
        let mut parents = vec![self.branches[into].head];
        let mut sides: Vec<Files> = Vec::new();
        for _ in 0..count {
            let other = self.branches[self.random.below(BRANCHES)].clone();
            if !parents.contains(&other.head) {
                parents.push(other.head);
                sides.push(other.files);
            }
        }
        if sides.is_empty() {
            return;
        }
        let mut files = self.branches[into].files.clone();
        if !self.random.one_in(8) {
            for number in 0..FILES {
                let side = &sides[self.random.below(sides.len())];
                if !self.random.one_in(4) {
                    files.remove(&number);
                    files.extend(side.get(&number).map(|file| (number, file.clone())));
                }
            }
        }
        if self.random.one_in(4) {
            self.edit(&mut files);
        }
        let head = self.write(&parents, &files);
        self.branches[into] = Branch { head, files };
    }
}

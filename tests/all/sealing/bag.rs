//! Bags in memory: what is written is whole, and every way to change it is found under a name of its own.

use std::collections::BTreeMap;

use tickmark::seal::bag::{BagDescription, BagFault, check_bag, tag_files};
use tickmark::seal::{MemoryReport, Sha256Digest};

use crate::sandbox::Files;

fn bag() -> MemoryReport {
    let payload = [("data/a.txt", "a"), ("data/b/c.txt", "cc"), ("data/empty.txt", "")];
    let list = payload.map(|(path, text)| (path.to_owned(), (text.len() as u64, Sha256Digest::of(text.as_bytes()))));
    let description = BagDescription {
        organisation: "An organisation\nPayload-Oxum: 0.0".to_owned(),
        description: "Figures".to_owned(),
        date: "2026-04-10".to_owned(),
        agent: "Tickmark".to_owned(),
    };
    let others = BTreeMap::from([("START-HERE.html".to_owned(), b"<p>".to_vec())]);
    let mut files = tag_files(&list.into_iter().collect(), &description, others);
    files.extend(payload.map(|(path, text)| (path.to_owned(), text.into())));
    MemoryReport(files)
}

fn told(bag: &MemoryReport) -> Vec<String> {
    let say = |fault: &BagFault| format!("{} {}", fault.name, fault.path);
    check_bag(bag).expect("memory").iter().map(say).collect()
}

#[test]
fn bag_that_was_written_is_whole() {
    let bag = bag();
    assert_eq!(told(&bag), Vec::<String>::new());
    let info = String::from_utf8(bag.0["bag-info.txt"].clone()).expect("UTF-8");
    // What somebody wrote cannot begin a field of its own.
    assert_eq!(info.lines().filter(|line| line.starts_with("Payload-Oxum:")).collect::<Vec<_>>(), ["Payload-Oxum: 3.3"]);
}

#[test]
fn every_change_is_found_and_named() {
    let changed = |change: &dyn Fn(&mut Files)| {
        let mut bag = bag();
        change(&mut bag.0);
        told(&bag)
    };
    let put = |path: &'static str, text: &'static str| {
        move |files: &mut BTreeMap<String, Vec<u8>>| {
            files.insert(path.to_owned(), text.into());
        }
    };
    assert_eq!(changed(&put("data/a.txt", "b")), ["bag-file-changed data/a.txt"]);
    assert_eq!(changed(&put("START-HERE.html", "<b>")), ["bag-file-changed START-HERE.html"]);
    assert_eq!(changed(&put("letter.txt", "x")), ["bag-file-added letter.txt"]);
    assert_eq!(changed(&put("data/d.txt", "x")), ["bag-size-disagrees bag-info.txt", "bag-file-added data/d.txt"]);
    assert_eq!(
        changed(&|files| {
            files.remove("data/empty.txt");
        }),
        ["bag-size-disagrees bag-info.txt", "bag-file-missing data/empty.txt"]
    );
    assert_eq!(changed(&put("bagit.txt", "")), ["bag-declaration-malformed bagit.txt", "bag-file-changed bagit.txt"]);
    assert!(changed(&put("manifest-sha256.txt", "x\n")).contains(&"bag-list-malformed manifest-sha256.txt".to_owned()));
    // A signature beside the list of tag files is nobody's fault.
    assert_eq!(changed(&put("tagmanifest-sha256.txt.sig", "x")), Vec::<String>::new());
}

#[test]
fn flipping_any_bit_of_any_file_is_found() {
    let whole = bag();
    for (path, bytes) in &whole.0 {
        for at in 0..bytes.len() {
            let mut bag = whole.clone();
            if let Some(byte) = bag.0.get_mut(path).and_then(|bytes| bytes.get_mut(at)) {
                *byte ^= 1;
            }
            assert!(!told(&bag).is_empty(), "byte {at} of {path}");
        }
    }
}

//! Whatever is done to a report after it was signed is found and named, and never called something that could not be checked.

use std::collections::BTreeMap;

use rayon::prelude::*;
use tickmark::seal::MemoryReport;
use tickmark::trust::Signers;

use super::project::Sealed;
use super::verify_memory::{LIST, PROVENANCE, SIGNATURE, digest, lead, load, said, seal, sign_memory, verified};
use crate::sandbox::Files;

/// A report that the lead signed, as it was built.
fn signed() -> (Sealed, MemoryReport, Signers) {
    let sealed = Sealed::signed();
    let (report, signers) = (load(&sealed.report()), lead(&sealed.key));
    (sealed, report, signers)
}

/// The same with few files, so that each of its bytes can be tried.
fn small() -> (MemoryReport, Signers) {
    let (sealed, mut report, signers) = signed();
    report.0.retain(|path, _| path == PROVENANCE);
    report.0.insert("index.html".to_owned(), b"<!DOCTYPE html>\n<html lang=\"en\"><p>86.0</p></html>\n".to_vec());
    report.0.insert("data/a.csv".to_owned(), b"a,b\n1,2\n".to_vec());
    seal(&mut report, |_| ());
    sign_memory(&mut report, &sealed.key);
    assert_eq!(said(&verified(&report, &signers, None)), ("intact", vec![]));
    (report, signers)
}

fn edited(report: &MemoryReport, edit: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) -> MemoryReport {
    let mut report = report.clone();
    edit(&mut report.0);
    report
}

/// Whether a fault is that of a file; that of the list itself is told where its signature stands.
fn tells_of(fault: &str, path: &str) -> bool {
    fault.ends_with(&format!(" {path}")) || (path == LIST && fault == "signature-for-other-bytes manifest-sha256.txt.sig")
}

#[test]
fn any_byte_of_a_small_report_counts() {
    let (report, signers) = small();
    let places: Vec<(&String, usize)> =
        report.0.iter().flat_map(|(path, bytes)| (0..bytes.len()).map(move |place| (path, place))).collect();
    assert!(places.len() > 1500);
    let unfound: Vec<String> = places
        .par_iter()
        .filter_map(|(path, place)| {
            let changed = edited(&report, |files| files.get_mut(*path).expect("a file")[*place] ^= 1 << (place % 8));
            let verification = verified(&changed, &signers, None);
            let (verdict, faults) = said(&verification);
            let found = verdict == "altered" && faults.iter().any(|fault| tells_of(fault, path));
            (!found).then(|| format!("{path} byte {place}: {verdict} {faults:?}"))
        })
        .collect();
    assert_eq!(unfound, Vec::<String>::new());
}

#[test]
fn any_bit_of_a_signature_counts() {
    let (report, signers) = small();
    let unfound: Vec<(usize, &str)> = (0..report.0[SIGNATURE].len() * 8)
        .into_par_iter()
        .step_by(3)
        .filter_map(|bit| {
            let changed = edited(&report, |files| files.get_mut(SIGNATURE).expect("a file")[bit / 8] ^= 1 << (bit % 8));
            let verdict = verified(&changed, &signers, None).verdict.word();
            (verdict != "altered").then_some((bit, verdict))
        })
        .collect();
    assert_eq!(unfound, []);
}

#[test]
fn a_byte_of_each_file_of_a_built_report_counts() {
    let (_sealed, report, signers) = signed();
    let unfound: Vec<String> = report
        .0
        .par_iter()
        .filter(|(_, bytes)| !bytes.is_empty())
        .filter_map(|(path, bytes)| {
            let place = bytes.len() * 2 / 3;
            let changed = edited(&report, |files| files.get_mut(path).expect("a file")[place] ^= 1);
            let (verdict, faults) = said(&verified(&changed, &signers, None));
            let found = verdict == "altered" && faults.iter().any(|fault| tells_of(fault, path));
            (!found).then(|| format!("{path}: {verdict} {faults:?}"))
        })
        .collect();
    assert_eq!(unfound, Vec::<String>::new());
}

#[test]
fn each_way_to_tamper_with_files_has_its_name() {
    let (report, signers) = small();
    let page = || report.0["index.html"].clone();
    let name = |name: &str| name.to_owned();
    let taken = |files: &mut BTreeMap<String, Vec<u8>>, path: &str| files.remove(path).expect("a file");
    let told = |edit: &dyn Fn(&mut Files)| said(&verified(&edited(&report, edit), &signers, None));
    let altered = |faults: &[&str]| ("altered", faults.iter().map(|fault| (*fault).to_owned()).collect::<Vec<_>>());

    assert_eq!(told(&|files| drop(files.insert(name("x.html"), page()))), altered(&["file-added x.html"]));
    assert_eq!(told(&|files| drop(files.insert(name("data/x"), vec![]))), altered(&["file-added data/x"]));
    assert_eq!(told(&|files| drop(taken(files, "data/a.csv"))), altered(&["file-missing data/a.csv"]));
    assert_eq!(
        told(&|files| {
            let moved = taken(files, "index.html");
            files.insert(name("home.html"), moved);
        }),
        altered(&["file-renamed index.html"])
    );
    assert_eq!(
        told(&|files| {
            let moved = taken(files, "index.html");
            files.insert(name("Index.html"), moved);
        }),
        altered(&["case-changed index.html"])
    );
    assert_eq!(told(&|files| files.get_mut("index.html").expect("a file").truncate(30)), altered(&["file-truncated index.html"]));
    assert_eq!(told(&|files| files.get_mut("data/a.csv").expect("a file").clear()), altered(&["file-truncated data/a.csv"]));
    assert_eq!(told(&|files| files.get_mut("index.html").expect("a file").push(b' ')), altered(&["file-changed index.html"]));
    assert_eq!(
        told(&|files| {
            let (one, other) = (taken(files, "index.html"), taken(files, "data/a.csv"));
            files.extend([(name("index.html"), other), (name("data/a.csv"), one)]);
        }),
        altered(&["file-swapped data/a.csv", "file-swapped index.html"])
    );
}

#[test]
fn each_way_to_tamper_with_a_seal_has_its_name() {
    let (report, signers) = small();
    let told = |edit: &dyn Fn(&mut Files)| said(&verified(&edited(&report, edit), &signers, None));
    let faults = |faults: &[&str]| faults.iter().map(|fault| (*fault).to_owned()).collect::<Vec<_>>();

    assert_eq!(told(&|files| drop(files.remove(SIGNATURE))), ("unsigned", vec![]));
    assert_eq!(told(&|files| drop(files.remove(LIST))), ("altered", faults(&["manifest-missing manifest-sha256.txt"])));
    assert_eq!(told(&|files| drop(files.remove(PROVENANCE))), ("altered", faults(&["file-missing provenance.json"])));
    assert_eq!(
        told(&|files| files.get_mut(LIST).expect("a file").extend(b"what\n")),
        ("altered", faults(&["manifest-malformed manifest-sha256.txt", "signature-for-other-bytes manifest-sha256.txt.sig"]))
    );
    assert_eq!(
        told(&|files| files.get_mut(SIGNATURE).expect("a file").truncate(60)),
        ("altered", faults(&["signature-malformed manifest-sha256.txt.sig"]))
    );
    assert_eq!(
        told(&|files| drop(files.insert(format!("{LIST}.3.sig.tsr"), vec![1]))),
        ("altered", faults(&["token-without-signature manifest-sha256.txt.3.sig.tsr"]))
    );
    assert_eq!(
        told(&|files| drop(files.insert(format!("{SIGNATURE}.tsr"), vec![1]))),
        ("altered", faults(&["time-malformed manifest-sha256.txt.sig.tsr"]))
    );
    assert_eq!(
        told(&|files| drop(files.insert(format!("{LIST}.02.sig"), files[SIGNATURE].clone()))),
        ("altered", faults(&["file-added manifest-sha256.txt.02.sig"]))
    );
}

#[test]
fn report_that_was_listed_anew_does_not_fit_its_signature() {
    let (report, signers) = small();
    let mut forged = edited(&report, |files| drop(files.insert("index.html".to_owned(), b"<html lang=\"en\">99.0</html>\n".to_vec())));
    seal(&mut forged, |_| ());
    forged.0.insert(SIGNATURE.to_owned(), report.0[SIGNATURE].clone());
    let told = said(&verified(&forged, &signers, None));
    assert_eq!(told, ("altered", vec!["signature-for-other-bytes manifest-sha256.txt.sig".to_owned()]));
}

#[test]
fn list_that_was_made_anew_without_the_provenance_disagrees_with_it() {
    let (report, signers) = small();
    let mut forged = edited(&report, |files| drop(files.insert("index.html".to_owned(), b"<html lang=\"en\">99.0</html>\n".to_vec())));
    let old = tickmark::seal::Sha256Digest::of(&report.0["index.html"]).to_string();
    let new = tickmark::seal::Sha256Digest::of(&forged.0["index.html"]).to_string();
    let list = String::from_utf8(forged.0[LIST].clone()).expect("a list").replace(&old, &new);
    forged.0.insert(LIST.to_owned(), list.into_bytes());
    forged.0.remove(SIGNATURE);
    assert_eq!(said(&verified(&forged, &signers, None)), ("altered", vec!["provenance-disagrees index.html".to_owned()]));
}

#[test]
fn signatures_of_two_reports_cannot_be_swapped() {
    let (sealed, one, signers) = signed();
    let mut other = edited(&one, |files| drop(files.insert("note.html".to_owned(), b"<html lang=\"en\"></html>\n".to_vec())));
    seal(&mut other, |_| ());
    sign_memory(&mut other, &sealed.key);
    assert_eq!(said(&verified(&other, &signers, None)), ("intact", vec![]));
    let swapped = |report: &MemoryReport, from: &MemoryReport| {
        let report = edited(report, |files| drop(files.insert(SIGNATURE.to_owned(), from.0[SIGNATURE].clone())));
        said(&verified(&report, &signers, None))
    };
    let expected = ("altered", vec!["signature-for-other-bytes manifest-sha256.txt.sig".to_owned()]);
    assert_eq!((swapped(&one, &other), swapped(&other, &one)), (expected.clone(), expected));
}

#[test]
fn old_report_in_place_of_a_new_one_is_told_as_replayed() {
    let (sealed, old, signers) = signed();
    let mut new = old.clone();
    seal(&mut new, |statement| {
        statement.predicate.options.as_of = "2026-05-10".to_owned();
        statement.predicate.previous =
            Some(tickmark::seal::Previous { manifest_sha256: digest(&old), as_of: "2026-04-10".to_owned(), commit: None });
    });
    sign_memory(&mut new, &sealed.key);
    let replayed = ("intact", vec!["replayed".to_owned()]);
    for verification in [verified(&old, &signers, Some(&new)), verified(&new, &signers, Some(&new))] {
        assert_eq!(said(&verification), replayed);
        assert!(!verification.is_clean());
    }
}

#[test]
fn hostile_lists_provenances_and_signatures_are_told_and_cost_little() {
    let (report, signers) = small();
    let verdict = |edit: &dyn Fn(&mut Files)| said(&verified(&edited(&report, edit), &signers, None));
    let first = |(verdict, faults): (&'static str, Vec<String>)| (verdict, faults.first().cloned().unwrap_or_default());
    let digest = "a".repeat(64);
    for path in ["../../etc/passwd", "/etc/passwd", "a/../../b", "a\\b", "a\u{0}b"] {
        let list = format!("{digest}  {path}\n").into_bytes();
        let told = first(verdict(&|files| drop(files.insert(LIST.to_owned(), list.clone()))));
        assert_eq!(told, ("altered", "manifest-malformed manifest-sha256.txt".to_owned()), "{path}");
    }
    let deep = [vec![b'['; 1 << 20], vec![b']'; 1 << 20]].concat();
    let told = verdict(&|files| drop(files.insert(PROVENANCE.to_owned(), deep.clone())));
    assert_eq!(told, ("altered", vec!["file-changed provenance.json".to_owned(), "provenance-malformed provenance.json".to_owned()]));
    let many = |files: &mut BTreeMap<String, Vec<u8>>| {
        for number in 2..5000_u16 {
            files.insert(format!("{LIST}.{number}.sig"), files[SIGNATURE].clone());
        }
    };
    assert_eq!(verdict(&many), ("altered", vec!["too-many-signatures".to_owned()]));
    let huge = vec![b'A'; 1 << 20];
    let told = verdict(&|files| drop(files.insert(SIGNATURE.to_owned(), huge.clone())));
    assert_eq!(told, ("altered", vec!["signature-malformed manifest-sha256.txt.sig".to_owned()]));
}
